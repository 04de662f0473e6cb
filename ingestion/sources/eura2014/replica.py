"""Replica of the frozen EURA 2014 archive: the list as CSV and HTML, and detail pages.

Never imports this source's parser. What does not belong here: how a row or page is written
(`replica_rows.py`, `replica_detail.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ingestion.sandbox.ledger import Ledger, ShownRecord, Trap
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, DropFile
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.world import Project, World
from ingestion.sources.eura2014.replica_detail import render_detail
from ingestion.sources.eura2014.replica_rows import HEADER, Row, make_row

_SOURCE = "eura2014"
_CSV = "text/csv; charset=utf-8"


class Replica(Base):
    """Lists every project of the programme 2014–2020."""

    public_base = "https://www.eura2014.fi/rrtiepa"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._listed = [p for p in world.projects if p.register == "period2014"]
        self._places = {p.eura_code: place for place, p in enumerate(self._listed)}

    def respond(self, asked: Asked) -> Answer:
        """The list by `type`, or a detail page by `projektikoodi`."""
        if asked.path == f"{self.base_path}/projektilista.php":
            rows = self._rows(asked.query.get("rahasto", "ALL"))
            if asked.query.get("type") == "csv":
                return Answer(self._csv(rows), _CSV, cacheable=True)
            return Answer(_html_list(rows), cacheable=True)
        if asked.path == f"{self.base_path}/projekti.php":
            place = self._places.get(asked.query.get("projektikoodi", ""))
            return NOT_FOUND if place is None else self._detail(place)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """The list in both forms, then every detail page."""
        yield Asked("GET", f"{self.base_path}/projektilista.php", {"rahasto": "ALL"})
        yield Asked("GET", f"{self.base_path}/projektilista.php", {"rahasto": "ALL", "type": "csv"})
        for code in self._places:
            yield Asked("GET", f"{self.base_path}/projekti.php", {"projektikoodi": str(code)})

    def files(self) -> Iterator[DropFile]:
        """The same list as a person would drop it."""
        yield DropFile("projektilista_raw.csv", self._csv(self._rows("ALL")))

    def book(self, ledger: Ledger) -> None:
        """One line for each row and one for each detail page."""
        for place, project in enumerate(self._listed):
            row = make_row(project, place, self.world.seed, self.world.as_of, ledger)
            url = f"{self.public_base}/projekti.php?projektikoodi={row.code}"
            ledger.enter(
                ShownRecord(
                    _SOURCE, row.code, "project", "list", url, project.truth_id,
                    damaged=row.damage_step is not None, damage_step=row.damage_step,
                    shown=row.shown,
                )
            )  # fmt: skip
            _, shown = render_detail(project, place, self.world.seed, self.world.as_of, ledger)
            ledger.enter(
                ShownRecord(
                    _SOURCE, row.code, "project", "detail", url, project.truth_id, shown=shown
                )
            )
            _enter_traps(ledger, project, url)

    def _rows(self, fund: str) -> Iterator[Row]:
        silent = Ledger()
        for place, project in enumerate(self._listed):
            if fund in ("ALL", project.instrument):
                yield make_row(project, place, self.world.seed, self.world.as_of, silent)

    @staticmethod
    def _csv(rows: Iterator[Row]) -> bytes:
        return "\n".join([f"{HEADER};", *(row.line() for row in rows), ""]).encode()

    def _detail(self, place: int) -> Answer:
        text, _ = render_detail(
            self._listed[place], place, self.world.seed, self.world.as_of, Ledger()
        )
        charset = "; charset=ISO-8859-1" if place % 2 else ""
        body = text.encode("iso-8859-1", "xmlcharrefreplace")
        return Answer(body, f"text/html{charset}", cacheable=True)


def _html_list(rows: Iterator[Row]) -> bytes:
    parts = [
        '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Hankelista</title>'
        "</head><body><h1>Hankkeet</h1><table><tr>",
        *(f"<th>{escape(name)}</th>" for name in HEADER.split(",")),
        "</tr>\n",
    ]
    for row in rows:
        link = f'<a href="projekti.php?projektikoodi={row.code}">{row.code}</a>'
        title = row.cells[2].replace('""', '"')
        cells = [*row.cells[1:2], title, *row.cells[3:]]
        body = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        parts.append(f"<tr><td>{link}</td>{body}</tr>\n")
    parts.append("</table></body></html>\n")
    return "".join(parts).encode()


def _enter_traps(ledger: Ledger, project: Project, url: str) -> None:
    money = project.money
    for cents, why in (
        (money.total_cost, "total cost of the plan, not a grant"),
        (money.own_funding, "own funding, not a grant"),
    ):
        if cents:
            ledger.enter(Trap(_SOURCE, project.eura_code or "", url, "", cents, "EUR", why))
