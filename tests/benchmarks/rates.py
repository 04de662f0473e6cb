"""Pages per CPU second by source, and what a median over sources so different may mean.

A crawled HTML page shows one thing; one CSV, JSON or XML answer holds up to some thousands.
So there are two counts, and both are shown:

- *pages*: archived answers, whatever they hold;
- *items*: an HTML page counts once, any other answer as the records read from it: what a page is
  to a crawled site, a row is to a file.

A rate of pages says little of a source that publishes one large file, and a rate of items flatters
it; the middle line, over the sources whose pages are HTML, is free of both. What does not belong
here: measuring (`reading.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from statistics import median
from typing import Any

from rich.table import Table

from tests.benchmarks.reading import Reading

Readings = Mapping[str, Reading]

#: What `RELIABILITY.md` measured for trees of a 30 kB page, in pages a second.
MEASURED_LIMITS = "of 30 kB pages with 180 cells: BeautifulSoup 61-91, lxml 1,410"


def pages_a_second(reading: Reading) -> float:
    """Archived answers per CPU second."""
    return reading.pages / reading.cpu_s


def items_a_second(reading: Reading) -> float:
    """HTML pages per CPU second, or records of a source that publishes no HTML."""
    return (reading.pages if is_html(reading) else reading.records) / reading.cpu_s


def is_html(reading: Reading) -> bool:
    """Whether most pages of a source are HTML."""
    return 2 * reading.html_pages > reading.pages


def better(first: Readings, second: Readings) -> dict[str, Reading]:
    """Of two readings of the same pages the one that was disturbed less, by source.

    Raises:
        ValueError: they did not read the same.
    """
    if _counts(first) != _counts(second):
        raise ValueError("two readings of one archive counted different pages or records")
    return {
        name: min(first[name], second[name], key=lambda reading: reading.cpu_s) for name in first
    }


def _counts(readings: Readings) -> dict[str, tuple[int, int, float, int]]:
    return {
        name: (each.pages, each.html_pages, each.megabytes, each.records)
        for name, each in readings.items()
    }


def medians(readings: Readings) -> dict[str, float]:
    """Medians over the sources that have pages."""
    read = [reading for reading in readings.values() if reading.pages]
    return {
        "pages, all sources": _median(pages_a_second, read),
        "pages, sources of HTML": _median(pages_a_second, [each for each in read if is_html(each)]),
        "items, all sources": _median(items_a_second, read),
    }


def _median(rate: Callable[[Reading], float], readings: Sequence[Reading]) -> float:
    return median(map(rate, readings)) if readings else 0.0


_COLUMNS: dict[str, Callable[[Reading], str]] = {
    "pages": lambda reading: f"{reading.pages:,}",
    "MB": lambda reading: f"{reading.megabytes:.2f}",
    "records": lambda reading: f"{reading.records:,}",
    "CPU s": lambda reading: f"{reading.cpu_s:.2f}",
    "pages/s": lambda reading: f"{pages_a_second(reading):,.0f}",
    "items/s": lambda reading: f"{items_a_second(reading):,.0f}",
    "MB/s": lambda reading: f"{reading.megabytes / reading.cpu_s:.2f}",
    "bs4/s": lambda reading: _bare(reading, reading.bs4_s),
    "lxml/s": lambda reading: _bare(reading, reading.lxml_s),
}


def _bare(reading: Reading, seconds: float) -> str:
    return f"{reading.html_pages / seconds:,.0f}" if is_html(reading) else ""


def rates(readings: Readings) -> Table:
    """A row a source; beside a source of HTML what bare trees of its pages cost."""
    table = _table("From raw to records, by CPU second")
    table.add_column("source", no_wrap=True)
    for name in _COLUMNS:
        table.add_column(name, justify="right")
    for source, reading in readings.items():
        if reading.pages:
            table.add_row(source, *(show(reading) for show in _COLUMNS.values()))
    return table


def summary(readings: Readings) -> Table:
    """The medians under each definition."""
    table = _table("Median over sources, by CPU second")
    table.add_column("of", no_wrap=True)
    table.add_column("rate", justify="right")
    for name, rate in medians(readings).items():
        table.add_row(name, f"{rate:,.0f}")
    return table


def _table(title: str) -> Table:
    """Without lines: ten columns fit a terminal of 80."""
    return Table(title=title, title_justify="left", box=None, padding=(0, 1, 0, 0))


def as_json(readings: Readings, about: Mapping[str, Any]) -> dict[str, Any]:
    """Everything as plain values."""
    return {
        **about,
        "sources": {
            name: {
                **asdict(reading),
                "pages_a_cpu_s": pages_a_second(reading),
                "items_a_cpu_s": items_a_second(reading),
            }
            for name, reading in readings.items()
            if reading.pages
        },
        "medians": medians(readings),
    }
