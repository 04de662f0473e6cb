"""Replica of SOURCE_ID: the invented world as this site would list it, in the site's own dirt.

Written from the site's documentation and saved pages, never from `scraper.py`: what both sides
take from one place is a misreading that no test can see. What does not belong here: the world
(`ingestion/sandbox/world`) and the server (`ingestion/sandbox/server.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from ingestion.sandbox.ledger import Ledger, ShownRecord
from ingestion.sandbox.phenomena.dates import fi_day, padded
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project, World

_SOURCE = "SOURCE_ID"
_COLUMNS = ("Tunniste", "Hanke", "Toteuttaja", "Alkaa", "Tila")
_WORDS = {
    "planned": "Suunnitteilla",
    "ongoing": "Käynnissä",
    "ended": "Päättynyt",
    "cancelled": "Keskeytynyt",
}


class Replica(Base):
    """One page with one table: the projects that stand in no register."""

    public_base = "https://SOURCE_ID.example.org/hankkeet"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._listed = [project for project in world.projects if project.register == "none"]

    def respond(self, asked: Asked) -> Answer:
        """The list; there is no other page."""
        if asked.path != self.base_path:
            return NOT_FOUND
        silent = Ledger()
        rows = [_write_row(self._write(project, silent)[0], "td") for project in self._listed]
        table = "\n".join(["<table>", _write_row(_COLUMNS, "th"), *rows, "</table>"])
        page = (
            '<!DOCTYPE html>\n<html lang="fi"><head><meta charset="utf-8">'
            f"<title>Hankkeet</title></head><body>\n{table}\n</body></html>\n"
        )
        return Answer(page.encode(), cacheable=True)

    def requests(self) -> Iterator[Asked]:
        """The list."""
        yield Asked("GET", self.base_path)

    def book(self, ledger: Ledger) -> None:
        """One line for each row, with the values that a careful reader finds in it."""
        for project in self._listed:
            _, shown = self._write(project, ledger)
            ledger.enter(
                ShownRecord(
                    _SOURCE, _number(project), "project", "main", self.public_base,
                    project.truth_id, shown=shown,
                )
            )  # fmt: skip

    def _write(self, project: Project, ledger: Ledger) -> tuple[tuple[str, ...], dict[str, Any]]:
        """The cells of a project's row, and what they say: an empty cell says nothing."""
        pen = Pen(stream(self.world.seed, _SOURCE, project.index), ledger, project.index)
        name, lead = project.name, project.lead.name_on(project.decided_on)
        status = project.status_on(self.world.as_of)
        shown: dict[str, Any] = {"name": name, "lead_name": lead}
        if status in _WORDS:
            shown["status"] = status
        day = ""
        if project.start_precision == "day":
            shown["start_date"] = project.start
            day = pen.turn((fi_day, padded))(project.start)
        if pen.chance(0.1):
            pen.use("name.double_blank")
            lead = lead.replace(" ", "  ", 1)
        return (_number(project), name, lead, day, _WORDS.get(status, "")), shown


def _number(project: Project) -> str:
    """The site's own running number."""
    return str(project.index + 1)


def _write_row(cells: tuple[str, ...], tag: str) -> str:
    inside = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
    return f"<tr>{inside}</tr>"
