"""The government's publication archive (Valto) through OAI-PMH.

What does not belong here: projects; a publication is evidence about one.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from tests.replica.source import NOT_FOUND, Answer, Asked, Source
from tests.replica.truth import code
from tests.replica.world import Project

_SET = "com_10024_59357"
_PAGE = 20


class Valto(Source):
    """Identify, ListSets and ListRecords with resumption."""

    source_id = "valto"

    def build(self) -> None:
        """A report for some projects, and reports about nothing here."""
        self._records: list[str] = []
        for number, one in enumerate(self.world.projects):
            if self.chance(one, 0.25 if one.register in ("government", "state") else 0.06):
                self._report(number, one)
        for number in range(len(self.world.projects) // 12):
            self._report(9000 + number, None)

    def _report(self, number: int, one: Project | None) -> None:
        prefix = self.rng.choice(("10024", "10024", "11111"))
        handle = f"{prefix}/{180_000 + number}"
        if one is None:
            title, about, related = f"Kalatalouden vuosikatsaus {number}", "Katsaus.", []
        else:
            title = f"Loppuraportti: {one.title()}"
            mention = one.code or one.cases[0]
            about = f"<p>Raportti hankkeesta {mention}.</p>"
            scheme = {"government": "hanke_tunnus", "state": "vn_case"}.get(one.register, "eura")
            related = [code(scheme, mention, "related")]
            if one.register == "state" and not mention.startswith("VN/"):
                related = []
        url = f"https://julkaisut.valtioneuvosto.fi/handle/{handle}"
        fields = (
            ("title", None, title), ("publisher", None, "fi=Testiministeriö|sv=Testministeriet|"),
            ("date", "issued", "2025-06-30"), ("language", "iso", "fi"), ("identifier", "uri", url),
            ("relation", "ispartofseries", f"fi=Raportteja 2025:{number}|"),
            ("description", "abstract", about), ("contributor", "author", "Henkilö, Esimerkki"),
            ("rights", None, "CC BY 4.0"),
        )  # fmt: skip
        lines = "".join(
            f'<kk:field schema="dc" element="{e}"{f" qualifier={quoteattr(q)}" if q else ""} language="none" value={quoteattr(v)}/>'
            for e, q, v in fields
        )
        self._records.append(
            f"<record><header><identifier>oai:julkaisut.valtioneuvosto.fi:{handle}</identifier>"
            f"<datestamp>2026-03-02T08:00:00Z</datestamp><setSpec>{_SET}</setSpec></header><metadata>"
            f'<kk:metadata xmlns:kk="http://kk/1.0"><kk:identifier type="handle" value="{handle}"/>'
            f'<kk:type name="item"/><kk:link href="{url}"/>{lines}</kk:metadata></metadata></record>'
        )
        linked = one.truth_id if one and (related or one.register == "state") else None
        self.book.output(self.source_id, handle, url, "publication", title, linked)
        self.book.record(self.source_id, handle, linked, {
            "title": title, "output_type": "publication", "handle": handle, "codes": related,
        }, kind="output", url=url, makes=False)  # fmt: skip

    def respond(self, asked: Asked) -> Answer:
        """The OAI door."""
        if asked.path != "/oai/request":
            return NOT_FOUND
        verb = asked.query.get("verb")
        if verb == "Identify":
            body = (
                "<Identify><repositoryName>Valto</repositoryName><baseURL>https://julkaisut.valtioneuvosto.fi/oai/request</baseURL>"
                "<protocolVersion>2.0</protocolVersion><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>"
            )
        elif verb == "ListSets":
            body = (
                f"<ListSets><set><setSpec>{_SET}</setSpec><setName>OKM</setName></set></ListSets>"
            )
        elif verb == "ListRecords":
            body = self._list(asked)
        else:
            body = '<error code="badVerb">no</error>'
        return Answer(
            (
                '<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
                f"<responseDate>2026-11-24T00:00:00Z</responseDate><request>x</request>{body}</OAI-PMH>"
            ).encode(),
            "text/xml",
        )

    def _list(self, asked: Asked) -> str:
        wanted = asked.query.get("set", _SET)
        first = int(asked.query.get("resumptionToken", "kk/0").rsplit("/", 1)[1])
        records = self._records[first : first + _PAGE] if wanted == _SET else []
        if not records:
            return '<error code="noRecordsMatch">none</error>'
        rest = first + _PAGE < len(self._records)
        token = f"kk/{first + _PAGE}" if rest else ""
        return f"<ListRecords>{''.join(records)}<resumptionToken>{token}</resumptionToken></ListRecords>"
