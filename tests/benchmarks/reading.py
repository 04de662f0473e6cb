"""One reading of archives from raw to landed records, in a process that cannot open a socket.

Run as a process of its own, so that no reading profits from what an earlier one has cached and
each has another order of hashes. What does not belong here: judging the figures (`rates.py`).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import lxml.html
from bs4 import BeautifulSoup

from ingestion.archive.snapshot import load_snapshot
from ingestion.parse import parse_snapshot
from ingestion.registry import Source, find_sources
from ingestion.replay import parse_and_land, usable_snapshots
from ingestion.scraper import Page
from ingestion.settings import Settings

_READY = 3  # pages that are read before the clock starts


class SocketError(RuntimeError):
    """Something tried to open a socket."""


@dataclass(frozen=True)
class Reading:
    """What reading one source's archives took.

    Attributes:
        html_pages: those of its pages that are HTML.
        megabytes: of all pages, as they were sent.
        records: landed ones, of all kinds.
        cpu_s: user and system seconds from archived bytes to landed files.
        bs4_s: the same for no more than a tree of BeautifulSoup (on lxml) and its text, HTML only.
        lxml_s: the same for a tree of bare lxml.
    """

    pages: int
    html_pages: int
    megabytes: float
    records: int
    cpu_s: float
    bs4_s: float
    lxml_s: float


def forbid_sockets() -> None:
    """Make the creation of any socket an error, for the rest of this process."""

    def refuse(event: str, _arguments: tuple[Any, ...]) -> None:
        if event == "socket.__new__":
            raise SocketError("a replay opens no socket")

    sys.addaudithook(refuse)  # sees sockets of C extensions too, and cannot be taken away


def main() -> None:
    """Read; arguments are a folder for what is landed, the file for the figures, and the homes."""
    forbid_sockets()
    out, figures, *homes = map(Path, sys.argv[1:])
    settings = [_landing_in(out, home) for home in homes]
    readings = {
        source.id: asdict(read_source(source, settings)) for source in find_sources().values()
    }
    figures.write_text(json.dumps(readings, indent=1), encoding="utf-8")


def read_source(source: Source, homes: Sequence[Settings]) -> Reading:
    """Land a source's snapshots of all homes, then build bare trees of the same pages.

    Imports and the compilation of its rules are start-up: a few pages are read before the clock
    starts.
    """
    pages = [page for settings in homes for page in _archived(source, settings)]
    parse_snapshot(source, pages[:_READY])
    records = 0
    began = time.process_time()
    for settings in homes:
        if snapshots := usable_snapshots(settings, source.id):
            records += sum(parse_and_land(source, settings, snapshots).counts.values())
    cpu_s = time.process_time() - began
    html = [page for page in pages if page.content_type == "text/html"]
    return Reading(
        pages=len(pages),
        html_pages=len(html),
        megabytes=sum(len(page.body) for page in pages) / 1e6,
        records=records,
        cpu_s=cpu_s,
        bs4_s=_cost(_read_soup, html),
        lxml_s=_cost(_read_tree, html),
    )


def _landing_in(out: Path, home: Path) -> Settings:
    """Settings that read the archive of a home and land elsewhere."""
    other = out / home.name
    other.mkdir(parents=True)
    settings = Settings(home=other, as_of=Settings.from_env().as_of)
    settings.raw.symlink_to(home / "raw", target_is_directory=True)
    return settings


def _archived(source: Source, settings: Settings) -> Iterator[Page]:
    for info in usable_snapshots(settings, source.id):
        yield from load_snapshot(settings.raw / source.id, info.id).pages()


def _read_soup(page: Page) -> str:
    return BeautifulSoup(page.body, "lxml", from_encoding=page.charset).get_text()


def _read_tree(page: Page) -> str:
    return str(lxml.html.fromstring(page.body).text_content())


def _cost(read: Callable[[Page], str], pages: Sequence[Page]) -> float:
    began = time.process_time()
    for page in pages:
        read(page)
    return time.process_time() - began


if __name__ == "__main__":
    main()
