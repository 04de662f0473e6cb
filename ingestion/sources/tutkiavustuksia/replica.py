"""Replica of the decision exports: files as a person drops them, and the page they come from.

What does not belong here: how this source is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ingestion.sandbox.ledger import Ledger, ShownRecord, Trap
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, DropFile
from ingestion.sandbox.replica import Replica as Base
from ingestion.sources.tutkiavustuksia.replica_rows import (
    GRANTED,
    HEADER,
    OTHERS,
    PERSONS,
    PUBLIC,
    Row,
    make_rows,
    refused_rows,
)
from ingestion.sources.tutkiavustuksia.replica_workbook import write_csv, write_workbook

_SOURCE = "tutkiavustuksia"
_REFUSED_HEADER = (*HEADER[:5], *HEADER[8:])
_PAGE = (
    '<!doctype html><html lang="fi"><head><title>Tutkiavustuksia</title></head><body>'
    '<h1>Tutkiavustuksia</h1><iframe title="Avustusasiat" src="about:blank"></iframe></body></html>'
)


class Replica(Base):
    """Exports of granted decisions by sector, one older export and one of refusals."""

    public_base = "https://www.tutkihallintoa.fi/valtionavustukset/tutkiavustuksia"

    def respond(self, asked: Asked) -> Answer:
        """The search page; its tables are drawn by a script and say nothing here."""
        if asked.path.rstrip("/") == self.base_path:
            return Answer(_PAGE.encode(), cacheable=True)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """The search page."""
        yield Asked("GET", f"{self.base_path}/")

    def files(self) -> Iterator[DropFile]:
        """Three sectors of today, one of them once more as of last month, and the refusals."""
        rows = make_rows(self.world, Ledger())
        if not rows:
            return
        today = self.world.as_of
        for slicer in (PUBLIC, PERSONS, OTHERS):
            chosen = [row for row in rows if row.slicer == slicer]
            if not chosen:
                continue  # nobody keeps the export of a slice without decisions
            stem = f"myonteiset_{slicer}_{today.isoformat()}"
            if slicer == OTHERS:
                yield DropFile(f"{stem}.csv", write_csv(HEADER, (r.cells for r in chosen)))
            else:
                yield DropFile(f"{stem}.xlsx", write_workbook(HEADER, (r.cells for r in chosen)))
            if slicer == PUBLIC:
                old = today - timedelta(days=31)
                yield DropFile(f"myonteiset_{slicer}_{old.isoformat()}.xlsx", _older(chosen))
        refused = [cells for cells, _ in refused_rows(self.world)]
        yield DropFile(
            f"kielteiset_{today.isoformat()}.xlsx", write_workbook(_REFUSED_HEADER, refused)
        )

    def book(self, ledger: Ledger) -> None:
        """One line a granted decision; a trap for every refused sum and every applied one."""
        url = f"{self.public_base}/"
        for row in make_rows(self.world, ledger):
            ledger.enter(
                ShownRecord(
                    _SOURCE, row.native_id, "funding", "main", url, row.truth_id,
                    makes_project=row.makes_project, damaged=row.damage is not None,
                    damage_step=row.damage, shown=row.shown,
                )
            )  # fmt: skip
        for cells, asked in refused_rows(self.world):
            why = "a refused application, nothing was granted"
            ledger.enter(Trap(_SOURCE, str(cells[3]), url, "", asked, "EUR", why))


def _older(rows: list[Row]) -> bytes:
    """Last month's export: other sums, so that whoever reads it is seen to have read history."""
    older = []
    for row in rows[: len(rows) // 2]:
        cells = list(row.cells)
        cells[GRANTED] = 1_234_500
        older.append(cells)
    return write_workbook(HEADER, older)
