"""The concept table knows the field, not the sandbox: neither reads the other."""

from __future__ import annotations

import ast
import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from ingestion.sandbox.world import topics, words
from ingestion.sandbox.world.topics import INVESTMENT_TITLES, TOPICS

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "dbt_project" / "seeds"
REFERENCE = ROOT / "ingestion" / "reference"
WORD = re.compile(r"[^\W_]+")
SHARED_AT_MOST = 0.3


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _strings(module: str) -> set[str]:
    """Words of all string constants of a module of the sandbox, docstrings included."""
    tree = ast.parse(Path(module).read_text(encoding="utf-8"))
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    return {w for text in texts if isinstance(text, str) for w in WORD.findall(text.lower())}


@pytest.fixture(scope="module")
def vocabulary() -> set[str]:
    """Every word with which the sandbox can name or describe a project."""
    folder = Path(topics.__file__).parent
    assert Path(words.__file__).parent == folder
    found = {w for file in sorted(folder.glob("*.py")) for w in _strings(str(file))}
    assert {w for topic in TOPICS.values() for w in WORD.findall(topic.aim_sv.lower())} <= found
    assert {w for title in INVESTMENT_TITLES for w in WORD.findall(title.lower())} <= found
    return found


def _occurs(stem: str, vocabulary: set[str]) -> bool:
    bare = stem.strip("*_")
    if stem.endswith("_") or len(bare) <= 2:
        return bare in vocabulary
    if stem.startswith("*"):
        return any(bare in word for word in vocabulary)
    return any(word.startswith(bare) for word in vocabulary)


def test_few_forms_of_the_table_occur_in_the_sandbox(vocabulary: set[str]) -> None:
    forms = {(row["language"], row["words"]) for row in _rows(SEEDS / "concept_words.csv")}
    shared = [form for form in forms if all(_occurs(stem, vocabulary) for stem in form[1].split())]
    assert len(forms) > 3000
    print(f"{len(shared)} of {len(forms)} forms occur in the sandbox")  # noqa: T201
    assert 0 < len(shared) < len(forms) * SHARED_AT_MOST


def test_neither_reads_the_other() -> None:
    sandbox = [*ROOT.glob("ingestion/sandbox/**/*.py"), *ROOT.glob("ingestion/**/replica*.py")]
    assert len(sandbox) > 30
    assert [p.name for p in sandbox if "concept" in p.read_text("utf-8").lower()] == []
    sql = list(ROOT.glob("dbt_project/**/*.sql"))
    assert [p.name for p in sql if "sandbox" in p.read_text(encoding="utf-8")] == []


def test_every_concept_speaks_three_languages() -> None:
    languages = Counter(
        (row["concept_code"], row["language"]) for row in _rows(SEEDS / "concept_words.csv")
    )
    concepts = _rows(SEEDS / "concepts.csv")
    assert len(concepts) >= 150
    thin = [
        (row["concept_code"], language)
        for row in concepts
        for language in ("fi", "sv", "en")
        if languages[row["concept_code"], language] < 3 or not row[f"name_{language}"]
    ]
    assert thin == []
    assert {code for code, _ in languages} == {row["concept_code"] for row in concepts}


def test_codes_are_those_of_the_closed_lists() -> None:
    themes = {row["theme_code"] for row in _rows(REFERENCE / "themes.csv")}
    groups = {row["target_group_code"] for row in _rows(REFERENCE / "target_groups.csv")}
    facets = {"aim", "service", "method", "field", "setting", "group", "people"}
    concepts = _rows(SEEDS / "concepts.csv")
    assert {row["theme_code"] for row in concepts} <= themes | {""}
    assert {row["target_group_code"] for row in concepts} <= groups | {""}
    assert {row["facet"] for row in concepts} == facets
    assert [row["yso_id"] for row in concepts if not re.fullmatch(r"(p\d+)?", row["yso_id"])] == []


def test_stems_are_cleaned_words() -> None:
    bad = [
        row["words"]
        for row in _rows(SEEDS / "concept_words.csv")
        for stem in row["words"].split()
        if not re.fullmatch(r"\*?[^\W_]+_?", stem)
        or stem != stem.lower()
        or (len(stem) < 2 and not stem.isdigit())
    ]
    assert bad == []
