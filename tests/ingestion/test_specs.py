"""Every source declares itself fully, and its README repeats what was never verified."""

from __future__ import annotations

import re

import pytest

from ingestion.records import RECORD_KINDS
from ingestion.registry import Source, find_sources

SOURCES = find_sources()


def test_there_are_sources() -> None:
    assert SOURCES


def _is_field(name: str) -> bool:
    kind, dot, field = name.partition(".")
    return bool(dot) and kind in RECORD_KINDS and field in RECORD_KINDS[kind].model_fields


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_keys_name_record_fields(source: Source) -> None:
    spec = source.spec
    named = [key for key in spec.trust if key != "default"]
    named += [*spec.lookups, *spec.assertions.fill]
    assert [key for key in named if not _is_field(key)] == []
    bounded = {*spec.assertions.min, *spec.assertions.max}
    assert bounded <= set(spec.kinds), f"{source.id} bounds kinds that it does not give"


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_every_field_of_trust_belongs_to_a_given_kind(source: Source) -> None:
    kinds = {key.partition(".")[0] for key in source.spec.trust if key != "default"}
    assert kinds <= set(source.spec.kinds)
    assert all(0 <= value <= 100 for value in source.spec.trust.values())


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_readme_says_whether_it_was_verified(source: Source) -> None:
    text = (source.folder / "README.md").read_text(encoding="utf-8")
    stated = re.findall(r"verified_live: (true|false)", text)
    assert stated, f"{source.id}: README.md does not say verified_live"
    assert set(stated) == {str(source.spec.verified_live).lower()}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_scraper_loads_and_documents_itself(source: Source) -> None:
    scraper = source.scraper()
    assert scraper.spec is source.spec
    assert type(scraper).__doc__


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_a_source_with_an_end_says_so(source: Source) -> None:
    if source.spec.lifecycle != "active":
        text = (source.folder / "README.md").read_text(encoding="utf-8")
        assert source.spec.lifecycle in text
        assert re.search(r"\b20\d\d\b", text), "a frozen or retired source has a dated reason"


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_readme_states_the_rhythm(source: Source) -> None:
    text = (source.folder / "README.md").read_text(encoding="utf-8")
    (chapter,) = re.findall(r"^## Rhythm\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    rows = dict(re.findall(r"^\| ([^|]+) \| (.+) \|$", chapter, re.M))
    assert list(rows)[:1] == ["load"]
    assert all(len(rows[name]) > 20 for name in ("first load", "delta load", "re-check"))
    delta = source.spec.delta
    if delta is not None:
        assert f"{delta.from_pages} pages" in rows["delta load"]
        assert f"{delta.recheck_days}th day" in rows["re-check"]
