"""A new source is a folder made from the template, complete enough to be read and served."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ingestion.examples import check_examples, find_examples
from ingestion.records import ProjectRecord
from ingestion.registry import SOURCES, Source, find_sources
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import Asked
from ingestion.scaffold import PLACEHOLDER, ScaffoldError, list_next_steps, new_source
from ingestion.scraper import DiscoverContext, Page, Request
from ingestion.settings import Settings
from tests.conftest import AS_OF

_WORLD = 200


@pytest.fixture
def brand_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    """A source of the template, in a folder of its own."""
    folder = new_source("brand_new", tmp_path)
    monkeypatch.setenv("ELO_EXTRA_SOURCES", str(tmp_path))
    source = find_sources()["brand_new"]
    assert source.folder == folder
    return source


def test_new_source_reads_its_examples(brand_new: Source) -> None:
    names = {example.name for example in find_examples(brand_new)}
    assert names == {"list", "sparse", "swedish", "older_layout", "error"}
    assert check_examples(brand_new) == []


def test_no_placeholder_stays(brand_new: Source) -> None:
    left = [path for path in brand_new.folder.rglob("*.*") if PLACEHOLDER in path.read_text()]
    assert left == []
    assert "brand_new" in (brand_new.folder / "source.yml").read_text()


def test_new_source_reads_all_that_its_replica_shows(brand_new: Source) -> None:
    sandbox = Sandbox.build(_WORLD, 1, AS_OF, sources=(brand_new.id,))
    replica = sandbox.replicas[brand_new.id]
    shown: list[dict[str, Any]] = []
    ledger = Ledger(lambda table, rows: shown.extend(rows) if table == "records" else None)
    replica.book(ledger)
    ledger.close()
    assert len(shown) > _WORLD / 10

    scraper = brand_new.scraper()
    (request,) = scraper.start(DiscoverContext(as_of=AS_OF))
    (asked,) = replica.requests()
    assert request.url == replica.public_base
    read = list(scraper.parse(_page(request, replica.respond(asked).body)))
    assert [item for item in read if not isinstance(item, ProjectRecord)] == []
    records = {item.native_id: item for item in read if isinstance(item, ProjectRecord)}
    assert {line["native_id"]: line["shown"] for line in shown} == {
        native_id: _say(record) for native_id, record in records.items()
    }


def _page(request: Request, body: bytes) -> Page:
    return Page(request, "0" * 64, "text/html", "utf-8", datetime.now(tz=UTC), lambda: body)


def _say(record: ProjectRecord) -> dict[str, Any]:
    """What a record states, in the words of the ledger."""
    (lead,) = record.organisations
    said = {
        "name": record.name,
        "lead_name": lead.name,
        "status": record.status,
        "start_date": record.start_date,
    }
    return {key: value for key, value in said.items() if value is not None}


def test_replica_knows_no_other_page(brand_new: Source) -> None:
    replica = Sandbox.build(20, 1, AS_OF, sources=(brand_new.id,)).replicas[brand_new.id]
    assert replica.respond(Asked("GET", "/elsewhere")).status == 404


def test_the_variable_of_the_next_steps_is_one_that_is_read(tmp_path: Path) -> None:
    steps = " ".join(list_next_steps(tmp_path / "brand_new"))
    (variable,) = {word for word in steps.split() if word.startswith("ELO_URL_")}
    assert Settings.from_env({variable: "http://127.0.0.1:1"}).url_overrides.keys() == {"brand_new"}


@pytest.mark.parametrize("name", ["", "Iso", "1st", "a-b", "../x", "_template"])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ScaffoldError, match="no source id"):
        new_source(name, tmp_path)
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_a_taken_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(ScaffoldError, match="exists already"):
        new_source("taken", tmp_path)
    assert list((tmp_path / "taken").iterdir()) == []


def test_an_id_of_the_project_is_taken_everywhere(tmp_path: Path) -> None:
    own = next(s for s in find_sources().values() if s.folder.parent == SOURCES)
    with pytest.raises(ScaffoldError, match="exists already"):
        new_source(own.id, tmp_path)
    assert list(tmp_path.iterdir()) == []
