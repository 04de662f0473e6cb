"""An OAI-PMH door for the tests of delta loads: it changes between nights and can misbehave."""

from __future__ import annotations

from collections.abc import Iterator

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, Replica

PAGE = 4
_DOOR = "/oai/request"
_HOST = "https://julkaisut.valtioneuvosto.fi"


class Archive(Replica):
    """Publications by number: day or second of their last change, and title (None = deleted).

    Attributes:
        asked: queries of the lists of all nights.
        ignores: does not look at `from`.
        refuses: answers `badArgument` to it.
        counts: tells `completeListSize`.
        is_shut: the door shows a page for people.
        down: answers 503 from this list request on.
    """

    public_base = _HOST

    def __init__(self, count: int = 30, *, stamp: str = "2026-10-{:02d}T09:00:00Z") -> None:
        self.items: dict[int, tuple[str, str | None]] = {
            number: (stamp.format(number % 28 + 1), f"Raportti {number}")
            for number in range(1, count + 1)
        }
        self.asked: list[dict[str, str]] = []
        self.damaged: set[int] = set()
        self.ignores = self.refuses = self.is_shut = False
        self.counts = True
        self.down: int | None = None

    def respond(self, asked: Asked) -> Answer:
        """Identify, ListSets, ListRecords."""
        if asked.path != _DOOR:
            return NOT_FOUND
        if self.is_shut:
            return Answer(b"<!doctype html><html><body>DSpace</body></html>")
        query = dict(asked.query)
        if query["verb"] == "Identify":
            return _xml("<Identify><repositoryName>Valto</repositoryName></Identify>")
        if query["verb"] == "ListSets":
            return _xml("<ListSets><set><setSpec>com_10024_59357</setSpec></set></ListSets>")
        self.asked.append(query)
        if self.down is not None and len(self.asked) > self.down:
            return Answer(b"busy", status=503)
        # the token is a bare place, so that one of the changes reads like one of the whole list
        since, place = query.get("from", ""), 0
        if "resumptionToken" in query:
            since, _, text = query["resumptionToken"].rpartition("~")
            place = int(text)
        return self._list(since, place)

    def _list(self, since: str, place: int) -> Answer:
        if since and self.refuses:
            return _xml('<error code="badArgument">no dates here</error>')
        rows = [
            (number, changed, title)
            for number, (changed, title) in sorted(self.items.items(), key=lambda i: (i[1][0], i))
            if self.ignores or changed >= since
        ]
        if not rows:
            return _xml('<error code="noRecordsMatch">empty</error>')
        last = place + PAGE
        size = f' completeListSize="{len(rows)}"' if self.counts else ""
        token = f"{since}~{last}" if last < len(rows) else ""
        shown = "".join(self._record(*row) for row in rows[place:last])
        return _xml(
            f"<ListRecords>{shown}<resumptionToken{size}>{token}</resumptionToken></ListRecords>"
        )

    def _record(self, number: int, changed: str, title: str | None) -> str:
        handle = f"10024/{990000 + number}"
        status = "" if title else ' status="deleted"'
        head = (
            f"<record><header{status}><identifier>oai:julkaisut.valtioneuvosto.fi:{handle}"
            f"</identifier><datestamp>{changed}</datestamp></header>"
        )
        if title is None:
            return f"{head}</record>"
        broken = '<kk:field schema="dc" value="kesken>' if number in self.damaged else ""
        return (
            f'{head}<metadata><kk:metadata xmlns:kk="http://kk/1.0">{broken}'
            f'<kk:field schema="dc" element="title" value="{title}"/>'
            '<kk:field schema="dc" element="date" qualifier="issued" value="2026-01"/>'
            "</kk:metadata></metadata></record>"
        )

    def book(self, ledger: Ledger) -> None:
        """Nothing: no truth is needed."""

    def requests(self) -> Iterator[Asked]:
        """None: tests ask by themselves."""
        yield from ()


def _xml(content: str) -> Answer:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        f"<responseDate>2026-11-03T03:00:00Z</responseDate>{content}</OAI-PMH>"
    )
    return Answer(text.encode(), "text/xml;charset=UTF-8")
