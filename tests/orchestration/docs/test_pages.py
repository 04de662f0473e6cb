"""The generated pages are what `make docs` makes of the project today, and lead nowhere wrong."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from expectations.registry import find_suites
from ingestion.registry import Source, find_sources
from ingestion.scaffold import new_source
from orchestration.docs.diagrams import draw_flow
from orchestration.docs.dictionary import write_dictionary
from orchestration.docs.markdown import anchor
from orchestration.docs.marts import DocsError, read_tables
from orchestration.docs.pages import DOCS, build_pages, write_pages
from orchestration.docs.sources import write_sources
from orchestration.lib.dbt_project import load_project

pytestmark = pytest.mark.dbt

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages as they would be generated now; every source is the project's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ELO_EXTRA_SOURCES", raising=False)
        return build_pages()


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """dbt's manifest of the project as it is."""
    parsed: dict[str, Any] = json.loads(load_project().manifest_path.read_text("utf-8"))
    return parsed


def test_committed_pages_are_up_to_date(pages: dict[str, str]) -> None:
    stale = [
        name
        for name, text in pages.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]
    assert stale == [], f"run `make docs` and commit docs/{', docs/'.join(stale)}"


def test_a_second_writing_writes_nothing(tmp_path: Path) -> None:
    assert {path.name for path in write_pages(tmp_path)} == {"sources.md", "data-dictionary.md"}
    assert write_pages(tmp_path) == []
    (tmp_path / "sources.md").write_text("edited by hand")
    assert write_pages(tmp_path) == [tmp_path / "sources.md"]


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        headings = {anchor(line.lstrip("# ")) for line in text.splitlines() if line[:1] == "#"}
        targets = _LINK.findall(text)
        assert len(targets) > 20
        lost = [
            target
            for target in targets
            if (target not in headings if target[0] == "#" else not (DOCS / target).exists())
        ]
        assert lost == [], name


def test_every_source_is_told_with_what_it_declares(pages: dict[str, str]) -> None:
    text = pages["sources.md"]
    for source in find_sources().values():
        chapter = text.partition(f"\n### {source.id}\n")[2].partition("\n### ")[0]
        spec = source.spec
        told = [spec.publisher, spec.licence.id, spec.lifecycle, "Europe/Helsinki", *spec.kinds]
        told += [*spec.title.values(), *spec.trust, spec.base_url or f"drop/{spec.id}"]
        assert [word for word in told if word not in chapter] == [], source.id


def test_every_published_column_is_told(pages: dict[str, str], manifest: dict[str, Any]) -> None:
    text = pages["data-dictionary.md"]
    tables = read_tables(manifest)
    assert len(tables) >= 18
    for doc in tables:
        chapter = text.partition(f"\n### {doc.name}\n")[2].partition("\n### ")[0]
        assert doc.grain in chapter
        for column in doc.columns:
            row = next(line for line in chapter.splitlines() if f"`{column.name}`" in line)
            assert f"`{column.type}`" in chapter, row
            assert column.description.replace("|", "\\|") in chapter
        assert [name for name in doc.rules if f"`{name}`" not in chapter] == []
        if suite := find_suites().get(doc.name):
            assert f"{len(suite.checks)} expectations" in chapter


def test_the_schema_draws_every_reference(pages: dict[str, str], manifest: dict[str, Any]) -> None:
    text = pages["data-dictionary.md"]
    tables = read_tables(manifest)
    names = {doc.name for doc in tables}
    lines = [
        rf"{ref.table} (\|\||\|o)--o{{ {doc.name} : {column}$"
        for doc in tables
        for ref in doc.references
        if ref.table in names
        for column in ref.columns
    ]
    assert len(lines) > 20
    assert [line for line in lines if not re.search(line, text, re.MULTILINE)] == []


def test_the_flow_leaves_out_what_heavier_arrows_say() -> None:
    def model(layer: str, folder: str, *parents: str) -> dict[str, Any]:
        fqn = ["elo", layer, folder, "name"]
        return {"resource_type": "model", "fqn": fqn, "depends_on": {"nodes": list(parents)}}

    nodes = {
        "a": model("intermediate", "first"),
        "b": model("intermediate", "second", "a"),
        "c": model("marts", "third", "b"),
        "d": model("marts", "third", "a", "b"),
    }
    drawn = draw_flow({"nodes": nodes, "sources": {}, "exposures": {}})
    assert "intermediate_first --> intermediate_second" in drawn
    assert "intermediate_second --> marts_third" in drawn
    assert "intermediate_first --> marts_third" not in drawn


@pytest.mark.parametrize("what", ["description", "grain", "key", "type of name"])
def test_what_is_not_declared_is_named(manifest: dict[str, Any], what: str) -> None:
    poor = copy.deepcopy(manifest)
    node = poor["nodes"]["model.elo.dim_programme"]
    if what == "description":
        node["description"] = ""
    elif what == "grain":
        node["config"]["meta"] = {}
    elif what == "key":
        del poor["nodes"][_key_test(poor, "dim_programme")]
    else:
        node["columns"]["name_fi"]["data_type"] = None
    with pytest.raises(DocsError, match=f"dim_programme has no {what}"):
        write_dictionary(poor, {})


def _key_test(manifest: dict[str, Any], model: str) -> str:
    (key,) = [k for k, n in manifest["nodes"].items() if n["name"] == f"{model}_primary_key"]
    return str(key)


def test_a_trial_source_is_told_only_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_source("trial_of_docs", tmp_path)
    monkeypatch.setenv("ELO_EXTRA_SOURCES", str(tmp_path))
    source: Source = find_sources()["trial_of_docs"]
    assert "trial_of_docs" not in build_pages()["sources.md"]
    assert "### trial_of_docs" in write_sources([source])
