"""Walls: a source is known to its own folder only, and the sandbox shares nothing with readers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from ingestion.records import Instrument
from ingestion.registry import SOURCES, find_sources

ROOT = SOURCES.parent.parent
PACKAGES = ("ingestion", "orchestration", "expectations")
IDS = tuple(source.id for source in find_sources().values() if source.folder.parent == SOURCES)
SANDBOX = "ingestion.sandbox"
#: `RRF` the instrument is not `rrf` the source.
INSTRUMENTS = frozenset(get_args(Instrument))


def _python_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def _imports(path: Path) -> Iterator[str]:
    """Dotted names that a file imports; `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _is_instrument(path: Path, text: str) -> bool:
    """Whether a literal is an instrument's code; word lists hold it as texts are compared."""
    is_word_list = path.is_relative_to(ROOT / "ingestion" / "text" / "rules")
    return (text.upper() if is_word_list else text) in INSTRUMENTS


def _is_replica(path: Path) -> bool:
    return path.stem.startswith("replica")


def _replicas() -> list[Path]:
    return [path for path in _python_files(SOURCES) if _is_replica(path)]


@pytest.mark.parametrize("source_id", IDS)
def test_no_python_literal_names_a_source(source_id: str) -> None:
    own = SOURCES / source_id
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for package in PACKAGES
        for path in _python_files(ROOT / package)
        if not path.is_relative_to(own)
        for line, text in _strings(path)
        if text.casefold() == source_id and not _is_instrument(path, text)
    ]
    assert found == []


@pytest.mark.parametrize("source_id", IDS)
def test_nothing_imports_another_source(source_id: str) -> None:
    own = SOURCES / source_id
    found = [
        f"{path.relative_to(ROOT)} imports {name}"
        for package in PACKAGES
        for path in _python_files(ROOT / package)
        if not path.is_relative_to(own)
        for name in _imports(path)
        if _is_within(name, f"ingestion.sources.{source_id}")
    ]
    assert found == []


@pytest.mark.parametrize("source_id", IDS)
def test_no_sql_or_yaml_names_a_source(source_id: str) -> None:
    literal = re.compile(
        rf"""['"]{source_id}['"]|^\s*(?:-\s+|[\w.]+:\s+)*{source_id}\s*$""",
        re.IGNORECASE | re.MULTILINE,
    )
    files = [
        path
        for folder in ("dbt_project", "orchestration", "expectations")
        for ending in ("*.sql", "*.yml", "*.yaml")
        for path in (ROOT / folder).rglob(ending)
        if not {"target", "dbt_packages", "logs"} & set(path.parts)
    ]
    found = [
        str(path.relative_to(ROOT))
        for path in files
        for match in literal.finditer(path.read_text("utf-8"))
        if not INSTRUMENTS & set(re.findall(r"\w+", match[0]))
    ]
    assert found == []


def test_readers_and_replicas_never_meet() -> None:
    found = []
    for path in _python_files(SOURCES):
        source = f"ingestion.sources.{path.parent.name}"
        for name in _imports(path):
            is_own = _is_within(name, source) and name != source
            names_replica = name.rpartition(".")[2].startswith("replica")
            if is_own and _is_replica(path) != names_replica and not _names_object(path, name):
                found.append(f"{path.relative_to(ROOT)} imports {name}")
    assert found == []


def _names_object(path: Path, name: str) -> bool:
    """Whether a dotted name is an object inside a module of the same side."""
    module = name.removeprefix(f"ingestion.sources.{path.parent.name}.").partition(".")[0]
    same_side = module.startswith("replica") == _is_replica(path)
    return same_side and (path.parent / f"{module}.py").is_file()


def test_only_replicas_know_the_sandbox() -> None:
    outside = [
        path
        for path in _python_files(ROOT / "ingestion")
        if not path.is_relative_to(ROOT / "ingestion" / "sandbox") and not _is_replica(path)
    ]
    found = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in outside
        for name in _imports(path)
        if _is_within(name, SANDBOX)
    ]
    assert found == []


def test_the_sandbox_shares_no_code_with_readers() -> None:
    walled = ("ingestion.text", "ingestion.platforms", "ingestion.examples", "ingestion.http")
    found = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in [*_python_files(ROOT / "ingestion" / "sandbox"), *_replicas()]
        for name in _imports(path)
        if any(_is_within(name, package) for package in walled) or name.endswith(".scraper")
    ]
    assert found == []


@pytest.mark.parametrize(
    "banned",
    ["dagster", "dagster_dbt", "dbt", "duckdb", "great_expectations", "orchestration"],
)
def test_ingestion_knows_no_upper_layer(banned: str) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in _python_files(ROOT / "ingestion")
        for name in _imports(path)
        if _is_within(name, banned)
    ]
    assert found == []


def test_one_module_alone_speaks_requests() -> None:
    speakers = {
        path.relative_to(ROOT).as_posix()
        for path in _python_files(ROOT / "ingestion")
        for name in _imports(path)
        if _is_within(name, "requests")
    }
    assert speakers <= {"ingestion/http/fetcher.py"}
