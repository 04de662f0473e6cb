"""Meaning across languages: what embeddings are asked, whatever model gives them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from matching import texts
from matching.meaning import Vectors, read_means
from matching.texts import Text, TextTable

#: Two ideas, each in two languages, and a third in one.
IDEAS = {
    "silta työelämään": (1.0, 0.0),
    "bro till arbetslivet": (0.9, 0.1),
    "metsien laulu": (0.0, 1.0),
    "skogarnas sång": (0.1, 0.9),
    "kolmas asia": (-1.0, 0.0),
}
ROWS = [
    Text(0, "fi", "silta työelämään"),
    Text(1, "sv", "bro till arbetslivet"),
    Text(2, "fi", "metsien laulu"),
    Text(3, "sv", "skogarnas sång"),
    Text(4, "fi", "kolmas asia"),
    Text(5, "fi", "silta työelämään"),
    Text(5, "sv", "skogarnas sång"),
]


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> TextTable:
    def embed(found: Sequence[str], languages: Sequence[str]) -> Vectors:
        assert len(found) == len(languages)
        rows = np.array([IDEAS[text] for text in found], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    monkeypatch.setattr(texts, "embed", embed)
    return TextTable(ROWS, 5)


def test_only_records_without_a_common_language_are_compared(table: TextTable) -> None:
    left, right = np.array([0, 0, 0, 0]), np.array([1, 3, 2, 5])
    like = table.meaning(left, right)
    assert like[0] > 0.9
    assert like[1] < 0.2
    assert np.isnan(like[2:]).all()  # one language; the last shares Finnish


def test_what_means_the_same_is_proposed(table: TextTable) -> None:
    pairs = table.meant(most=1, block_max=10).to_numpy().tolist()
    assert [0, 1] in pairs
    assert [2, 3] in pairs
    assert not any(4 in pair for pair in pairs)


def test_the_means_are_those_of_three_languages() -> None:
    means = read_means()
    assert set(means) == {"fi", "sv", "en"}
    assert {mean.shape for mean in means.values()} == {(384,)}
