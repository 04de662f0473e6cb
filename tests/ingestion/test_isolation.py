"""A source is named in its own folder only: no literal of code, SQL or YAML elsewhere holds its id.

What does not belong here: imports (`tests/test_imports.py`).
"""

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
#: `RRF` the instrument is not `rrf` the source.
INSTRUMENTS = frozenset(get_args(Instrument))


def _python_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _is_instrument(path: Path, text: str) -> bool:
    """Whether a literal is an instrument's code; word lists hold it as texts are compared."""
    is_word_list = path.is_relative_to(ROOT / "ingestion" / "text" / "rules")
    return (text.upper() if is_word_list else text) in INSTRUMENTS


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
