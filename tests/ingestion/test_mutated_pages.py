"""Every parser reads a damaged page or refuses it by name; the sources are found, never listed.

300 pages a source, spread over its examples; `make fuzz-full` tries 10,000.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import cycle, islice
from typing import TypeVar

import pytest

from ingestion.examples import Example, find_examples
from ingestion.records import Record
from ingestion.registry import Source, find_sources
from ingestion.scraper import Drift, Page, PageError, Rejected, Scraper
from tests.ingestion.mutation import mutate

T = TypeVar("T")

SOURCES = find_sources()
#: Read here: in a test no variable of the developer's shell is left.
PAGES = int(os.environ.get("ELO_FUZZ_PAGES", "300"))


def _damage(example: Example, chance: random.Random) -> Page:
    body = mutate(chance, example.page.body)
    return replace(example.page, load=lambda: body)


def _mutants(source: Source, count: int) -> Iterable[tuple[Example, int, Page]]:
    for seed, example in enumerate(islice(cycle(find_examples(source)), count)):
        yield example, seed, _damage(example, random.Random(f"{source.id} {seed}"))  # noqa: S311


def _read(scraper: Scraper, page: Page) -> None:
    """Everything that a night does with a page; a page that was refused is not reconciled."""
    for read in (lambda: [scraper.stable_bytes(page)], lambda: scraper.follow(page)):
        _refuse_by_name(read)
    said = _refuse_by_name(lambda: scraper.parse(page))
    if said is not None:
        assert all(isinstance(item, Record | Rejected | Drift) for item in said)
        assert all(item.step and item.reason for item in said if isinstance(item, Rejected))
        assert all(finding.code and finding.detail for finding in scraper.reconcile([page]))


def _refuse_by_name(read: Callable[[], Iterable[T]]) -> list[T] | None:
    """What was read, or None where the page was refused with a step and a reason."""
    try:
        return list(read())
    except PageError as error:
        assert error.step and error.reason
        return None


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_a_damaged_page_is_read_or_refused_by_name(source: Source) -> None:
    scraper = source.scraper()
    for example, seed, page in _mutants(source, PAGES):
        try:
            _read(scraper, page)
        except Exception as error:
            error.add_note(f"example {example.name}, seed {seed}: {page.body[:300]!r}")
            raise
