"""Figures on pages are those of the marts, and a sum never stands without what it cannot hold."""

from __future__ import annotations

import re
from decimal import Decimal

import duckdb
import pytest

from orchestration.release.site.wording import LANGUAGES
from tests.orchestration.release.site.built import Built
from tests.orchestration.release.site.figures import NOT_COUNTED, count_again

_FIGURE = re.compile(r'<data value="([^"]*)" data-n="([^"]*)">')
_ENOUGH = 500


def figures(built: Built) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for path, text in built.pages():
        for value, key in _FIGURE.findall(text):
            found.setdefault((path, key), set()).add(value)
    return found


def test_every_figure_is_that_of_the_marts(built: Built) -> None:
    found = figures(built)
    assert len(found) >= _ENOUGH
    with duckdb.connect(str(built.database), read_only=True) as connection:
        known: dict[str, Decimal] = {}
        for (path, key), values in found.items():
            if key.startswith(NOT_COUNTED):
                continue
            if key not in known:
                known[key] = count_again(connection, key)
            assert {Decimal(value) for value in values} == {known[key]}, (path, key)


def test_a_wrong_figure_would_be_noticed(built: Built) -> None:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        assert count_again(connection, "granted:guidance") != 0
        assert count_again(connection, "granted:guidance:without") == 1
        with pytest.raises(LookupError, match="no way to count"):
            count_again(connection, "granted:nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_headline_sum_has_its_decisions_without_amount(built: Built, language: str) -> None:
    text = built.read(f"{language}/index.html")
    tile = text[text.index('data-n="granted:guidance"') :][:300]
    words = {"fi": "ilman julkaistua summaa", "sv": "utan publicerad summa",
             "en": "without a published amount"}  # fmt: skip
    assert f'<data value="1">1</data> {words[language]}' in tile


def test_every_table_with_sums_has_the_column_without(built: Built) -> None:
    for path, text in built.pages():
        for table in re.findall(r"<table.*?</table>", text, re.S):
            if re.search(r'data-n="(granted|received|grantedby|combined)', table):
                assert re.search(
                    "ilman julkaistua|utan publicerad|without a published", table, re.I
                ), path


def test_unpublished_sum_is_said_and_not_zero(built: Built) -> None:
    assert "ei julkaistu" in built.read("fi/project/p3.html")
    assert 'data-n="amount:f3"' not in built.read("fi/project/p3.html")
