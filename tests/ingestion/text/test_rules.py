"""Every rule of every word table against the examples that stand beside it."""

import importlib
import pkgutil

import pytest

from ingestion.text import rules
from ingestion.text.rules.base import Cue, hits_of


def _tables() -> list[tuple[str, Cue]]:
    found = []
    for module in pkgutil.iter_modules(rules.__path__):
        loaded = importlib.import_module(f"{rules.__name__}.{module.name}")
        for name, value in vars(loaded).items():
            if isinstance(value, tuple) and value and all(isinstance(v, Cue) for v in value):
                found += [(f"{module.name}.{name}[{i}]-{c.means}", c) for i, c in enumerate(value)]
    return found


TABLES = _tables()


def test_there_are_tables() -> None:
    assert len(TABLES) > 40


@pytest.mark.parametrize("cue", [c for _, c in TABLES], ids=[name for name, _ in TABLES])
def test_rule_has_and_keeps_its_examples(cue: Cue) -> None:
    assert cue.yes
    assert cue.no
    assert [text for text in cue.yes if not list(cue.find(text))] == []
    assert [text for text in cue.no if list(cue.find(text))] == []


def test_earlier_rows_mask_what_they_cover() -> None:
    table = (Cue("a", "ei myönnetty", ("ei myönnetty",)), Cue("b", "myönnetty", ("myönnetty",)))
    assert [hit.means for hit in hits_of(table, "myönnetty, ei myönnetty")] == ["b", "a"]


def test_a_hint_never_hides_an_example() -> None:
    hidden = [
        (name, text)
        for name, cue in TABLES
        for text in cue.yes
        if len(list(cue.find(text))) != len(list(cue.regex.finditer(text)))
    ]
    assert hidden == []
