"""Replica of the EURA 2021 register: an export as a person drops it, and the project cards.

What does not belong here: how this source is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ingestion.sandbox.ledger import Ledger, ShownRecord, Trap
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, DropFile
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.world import World
from ingestion.sources.eura2021_register.replica_rows import GRANTED, Row, make_row
from ingestion.sources.eura2021_register.replica_workbook import write_csv, write_workbook

_SOURCE = "eura2021_register"
_CARD = (
    '<!doctype html><html lang="fi"><head><title>Projektikortti</title></head><body>'
    '<div id="root"></div><script src="/app.js"></script></body></html>'
)


class Replica(Base):
    """Every project of the programme 2021–2027 in one table; its cards need a browser."""

    public_base = "https://www.eura2021.fi"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._listed = [p for p in world.projects if p.register == "period2021"]
        self._codes = {p.eura_code for p in self._listed}

    def respond(self, asked: Asked) -> Answer:
        """The shell of a project card."""
        if asked.path == "/hakutulokset/projektikortti" and asked.query.get("id") in self._codes:
            return Answer(_CARD.encode(), cacheable=True)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """One project card: they are all the same shell."""
        for project in self._listed[:1]:
            code = project.eura_code or ""
            yield Asked("GET", "/hakutulokset/projektikortti", {"id": code})

    def files(self) -> Iterator[DropFile]:
        """The register of today, and an older one with fewer rows and other sums."""
        rows = list(self._rows(Ledger()))
        if not rows:
            return  # nobody keeps an export without a project
        today = self.world.as_of
        yield DropFile(
            f"rekisteri_{today.isoformat()}.xlsx", write_workbook(row.cells for row in rows)
        )
        old = today - timedelta(days=60)
        older = [[*row.cells] for row in rows[: len(rows) // 2]]
        for cells in older:
            cells[GRANTED] = 7_654_300
        yield DropFile(f"rekisteri_{old.isoformat()}.csv", write_csv(older))

    def book(self, ledger: Ledger) -> None:
        """One line a row, and a trap for every total cost that the register does not state."""
        for row, project in zip(self._rows(ledger), self._listed, strict=True):
            url = f"{self.public_base}/hakutulokset/projektikortti?id={row.code}"
            ledger.enter(
                ShownRecord(
                    _SOURCE, row.code, "project", "main", url, project.truth_id,
                    damaged=row.damage is not None, damage_step=row.damage, shown=row.shown,
                )
            )  # fmt: skip
            why = "total cost of the plan, not in this register"
            ledger.enter(Trap(_SOURCE, row.code, url, "", project.money.total_cost, "EUR", why))

    def _rows(self, ledger: Ledger) -> Iterator[Row]:
        for place, project in enumerate(self._listed):
            yield make_row(project, place, self.world.seed, self.world.as_of, ledger)
