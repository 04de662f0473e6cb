"""Replica of the Commission's project files: one CSV a programme period, under its public path.

Never imports this source's parser. What does not belong here: the rows (`replica_rows.py`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape

from ingestion.sandbox.ledger import Ledger, ShownRecord
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.world import Project, World
from ingestion.sources.kohesio.replica_rows import COLUMNS, Row, is_published, make_row, qid_of

_SOURCE = "kohesio"
_CSV = "text/csv; charset=utf-8"
_BOM = b"\xef\xbb\xbf"
_PERIODS = {"2021-2027": ("period2021", "pp21-27"), "2014-2020": ("period2014", "pp14-20")}


class Replica(Base):
    """Shows every project of both programme periods that has reached the Commission."""

    public_base = "https://kohesio.ec.europa.eu"
    disallow = ("/api/projects",)

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._listed: dict[str, list[Project]] = {
            period: [p for p in world.projects if p.register == register and is_published(p, world)]
            for period, (register, _) in _PERIODS.items()
        }
        self._qids = {
            qid_of(project): project for listed in self._listed.values() for project in listed
        }

    def respond(self, asked: Asked) -> Answer:
        """A prepared file, an operation's page, or the refusal of the front end's API."""
        if asked.path == "/api/data/object":
            return self._file(asked.query.get("id", ""))
        if asked.path.startswith("/api/projects"):
            return Answer(b'{"message":"Forbidden"}', "application/json", status=403)
        parts = asked.path.strip("/").split("/")
        if len(parts) == 3 and parts[1] in ("projects", "projekt"):
            return self._page(parts[2])
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """Both files under their newest names."""
        for period, (_, short) in _PERIODS.items():
            name = f"data/projects-{period}/latest/FI-{short}-latest.csv"
            yield Asked("GET", "/api/data/object", {"id": name})

    def book(self, ledger: Ledger) -> None:
        """One line for each row."""
        for period, listed in self._listed.items():
            for place, project in enumerate(listed):
                row = make_row(self.world, project, place, period, ledger)
                ledger.enter(
                    ShownRecord(
                        _SOURCE, row.qid, "project", "main",
                        f"{self.public_base}/en/projects/{row.qid}", project.truth_id,
                        damaged=row.damage_step is not None, damage_step=row.damage_step,
                        shown=row.shown,
                    )
                )  # fmt: skip

    def _file(self, name: str) -> Answer:
        stamp = f"{self.world.as_of:%Y%m%d}"
        for period, (_, short) in _PERIODS.items():
            names = (
                f"data/projects-{period}/latest/FI-{short}-latest.csv",
                f"data/projects-{period}/{self.world.as_of}/FI-{short}-{stamp}.csv",
            )
            if name in names:
                return Answer(self._csv(period), _CSV, cacheable=True)
        return NOT_FOUND

    def _csv(self, period: str) -> bytes:
        silent = Ledger()
        lines = [_line(COLUMNS[period])]
        for place, project in enumerate(self._listed[period]):
            row = make_row(self.world, project, place, period, silent)
            line = _line([row.cells[column] for column in COLUMNS[period]])
            lines.append(_spoilt(line, row))
        # the newer file begins with a byte order mark
        return (_BOM if period == "2021-2027" else b"") + "".join(lines).encode()

    def _page(self, qid: str) -> Answer:
        project = self._qids.get(qid)
        if project is None:
            return NOT_FOUND
        return Answer(
            f"<!doctype html><html><head><title>Kohesio</title></head><body><h1>"
            f"{escape(project.name)}</h1></body></html>".encode()
        )


def _line(cells: tuple[str, ...] | list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _spoilt(line: str, row: Row) -> str:
    """Damage that is none of one cell."""
    if row.damage_step == "columns":
        return line.rstrip("\n").rpartition(",")[0].rpartition(",")[0].replace("\n", " ") + "\n"
    if row.damage_step == "csv":
        # a quote is lost, and would swallow the rows behind
        first, _, rest = line.partition(",")
        return f'{first},"{rest.replace(chr(34), "")}'
    return line
