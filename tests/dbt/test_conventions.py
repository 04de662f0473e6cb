"""Rules of the dbt project, checked on its manifest: layers, names, keys, contracts, words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from ingestion.registry import find_sources
from tests.dbt.warehouse import PROJECT

pytestmark = pytest.mark.dbt

DEBT = Path(__file__).with_name("accepted_debt.txt")
NAMES = {
    "staging": r"stg_(landing|state)__[a-z_]+",
    "intermediate": r"int_[a-z]+__[a-z_]+",
    "marts": r"(dim|fct|bridge|mart)_[a-z_]+",
}
ALLOWED = {
    "staging": {"source"},
    "intermediate": {"staging", "intermediate", "seeds"},
    "marts": {"staging", "intermediate", "marts", "seeds"},
}


def _models(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]


def _layer(node: dict[str, Any]) -> str:
    return "source" if node["resource_type"] == "source" else str(node["schema"])


def _debt(rule: str) -> set[str]:
    lines = DEBT.read_text(encoding="utf-8").splitlines()
    entries = [line.split("#")[0].split() for line in lines]
    return {entry[1] for entry in entries if len(entry) == 2 and entry[0] == rule}


def test_names_say_the_layer(manifest: dict[str, Any]) -> None:
    models = _models(manifest)
    assert len(models) > 50
    wrong = [m["name"] for m in models if not re.fullmatch(NAMES[m["schema"]], m["name"])]
    assert wrong == []
    folders = [m["name"] for m in models if m["fqn"][1] != m["schema"]]
    assert folders == []


def test_layers_read_only_what_lies_below(manifest: dict[str, Any]) -> None:
    known = {**manifest["nodes"], **manifest["sources"]}
    wrong = [
        (model["name"], parent)
        for model in _models(manifest)
        for parent in model["depends_on"]["nodes"]
        if _layer(known[parent]) not in ALLOWED[model["schema"]]
    ]
    assert wrong == []


def test_every_model_has_a_key_test(manifest: dict[str, Any]) -> None:
    tested = {
        node["attached_node"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test"
        and (node.get("test_metadata") or {}).get("name") == "primary_key"
    }
    missing = {m["name"] for m in _models(manifest) if m["unique_id"] not in tested}
    assert missing == _debt("no_key")


def test_everything_is_described(manifest: dict[str, Any]) -> None:
    described = [*_models(manifest), *manifest["sources"].values()]
    described += [n for n in manifest["nodes"].values() if n["resource_type"] == "seed"]
    assert [node["name"] for node in described if not node["description"]] == []
    columns = [
        f"{model['name']}.{name}"
        for model in _models(manifest)
        if model["schema"] == "marts"
        for name, column in model["columns"].items()
        if not column["description"] or not column["data_type"]
    ]
    assert columns == []


def test_marts_are_contracts_and_tables(manifest: dict[str, Any]) -> None:
    marts = [m for m in _models(manifest) if m["schema"] == "marts"]
    loose = [
        m["name"]
        for m in marts
        if not m["config"]["contract"]["enforced"] or m["config"]["materialized"] != "table"
    ]
    assert loose == []


def test_tests_reach_the_orchestrator(manifest: dict[str, Any]) -> None:
    singular = [
        node
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and not node.get("test_metadata")
    ]
    assert len(singular) >= 8
    models = {m["name"] for m in _models(manifest)}
    for node in singular:
        assert node["name"].startswith("assert_")
        assert node["config"]["meta"]["dagster"]["ref"]["name"] in models, node["name"]


def test_sources_name_their_asset(manifest: dict[str, Any]) -> None:
    keys = {
        (source["source_name"], source["name"]): source["config"]["meta"]["dagster"]["asset_key"]
        for source in manifest["sources"].values()
    }
    assert len(keys) == 20
    assert all(list(name) == key for name, key in keys.items())


def test_published_tables_are_listed_in_one_exposure(manifest: dict[str, Any]) -> None:
    marts = {m["unique_id"] for m in _models(manifest) if m["schema"] == "marts"}
    exposures = {e["name"]: e for e in manifest["exposures"].values()}
    assert set(exposures["open_data_release"]["depends_on"]["nodes"]) == marts


def test_logic_has_unit_tests(manifest: dict[str, Any]) -> None:
    tested = {test["model"] for test in manifest["unit_tests"].values()}
    assert {
        "int_records__united",
        "int_match__links",
        "int_projects__chosen",
        "int_funding__merged",
        "int_registry__claimed",
        "int_history__changes",
        "int_decisions__standing",
    } <= tested


def test_nothing_depends_on_the_clock_or_on_chance() -> None:
    banned = re.compile(
        r"\b((now|today|random|uuid|gen_random_uuid)\s*\(|current_(date|timestamp)\b)", re.I
    )
    found = [
        f"{path.name}: {match.group()}"
        for path in sorted(PROJECT.glob("models/**/*.sql")) + sorted(PROJECT.glob("macros/*.sql"))
        for match in banned.finditer(re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S))
    ]
    assert found == []
    variables = [
        path.name
        for path in PROJECT.glob("models/**/*.sql")
        if "env_var(" in path.read_text(encoding="utf-8")
    ]
    assert variables == []


def test_no_source_is_named_in_sql() -> None:
    ids = set(find_sources())
    text = {path: path.read_text(encoding="utf-8") for path in PROJECT.glob("**/*.sql")}
    assert len(ids) >= 1
    named = [
        f"{path.name}: {source_id}"
        for path, body in text.items()
        if "target" not in path.parts
        for source_id in ids
        if re.search(rf"'{source_id}'", body)
    ]
    assert named == []


def test_files_are_small() -> None:
    large = [
        f"{path.name}: {lines}"
        for path in PROJECT.glob("models/**/*.sql")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 260
    ]
    assert large == []
