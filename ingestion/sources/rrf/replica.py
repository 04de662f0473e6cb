"""Replica of the facility's list: files as somebody who obtained one would drop them.

What does not belong here: how this source is read.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from ingestion.sandbox.ledger import Ledger, ShownRecord
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, DropFile
from ingestion.sandbox.replica import Replica as Base
from ingestion.sources.rrf.replica_rows import (
    HEADER,
    MEASURE_HEADER,
    MEASURE_ROWS,
    PAID,
    Object,
    make_objects,
)

_SOURCE = "rrf"


class Replica(Base):
    """Nothing is served: there is no public place that lists these objects."""

    public_base = "https://rrf.invalid"

    def respond(self, asked: Asked) -> Answer:  # noqa: ARG002
        """No page exists."""
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """None."""
        yield from ()

    def files(self) -> Iterator[DropFile]:
        """The list of today, one of last quarter with other sums, and the measures."""
        today = self.world.as_of
        yield DropFile("rrf_measures.csv", _measures())
        objects = make_objects(self.world, Ledger())
        if not objects:
            return
        yield self._list(objects)
        old = [list(row) for made in objects[: len(objects) // 2] for row in made.rows]
        for row in old:
            row[PAID] = "77 777,00"
        before = today - timedelta(days=90)
        yield DropFile(
            f"tukikohteet_{before.isoformat()}.csv", _csv(HEADER, old, ";").encode("cp1252")
        )

    def book(self, ledger: Ledger) -> None:
        """One line an object and one a measure."""
        objects = make_objects(self.world, ledger)
        place, number = hashlib.sha256(self._list(objects).body).hexdigest(), 2
        for made in objects:
            url = f"drop:{_SOURCE}/{place}#{number}"
            number += len(made.rows)
            ledger.enter(
                ShownRecord(
                    _SOURCE, made.native_id, "funding", "main", url, made.truth_id,
                    makes_project=made.makes_project, damaged=made.damage is not None,
                    damage_step=made.damage, shown=made.shown,
                )
            )  # fmt: skip
        measures = hashlib.sha256(_measures()).hexdigest()
        for row, (code, name, *_) in enumerate(MEASURE_ROWS, start=2):
            url = f"drop:{_SOURCE}/{measures}#{row}"
            shown = {"code": code, "name_fi": name or None}
            ledger.enter(
                ShownRecord(
                    _SOURCE, f"rrf_measure:{code}", "code", "main", url, None,
                    makes_project=False, shown=shown,
                )
            )  # fmt: skip

    def _list(self, objects: list[Object]) -> DropFile:
        rows = [row for made in objects for row in made.rows]
        name = f"tukikohteet_{self.world.as_of.isoformat()}.csv"
        return DropFile(name, _csv(HEADER, rows, ";").encode())


def _measures() -> bytes:
    return _csv(MEASURE_HEADER.split(","), MEASURE_ROWS, ",").encode()


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """A CSV that quotes only where it must: the heading holds a comma of its own."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
