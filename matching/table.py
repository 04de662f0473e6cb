"""A table of records as the matcher wants it: values by feature, titles taken apart.

A column holds one value, a list of values or nothing. `titles:base`, `titles:phase`,
`titles:acronym`, `titles:place` and `titles:year` stand for the parts of the titles in `titles`.
What does not belong here: file formats and SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from ingestion.text.language import detect_language
from matching.evidence import TEXTUAL
from matching.matcher import Records
from matching.spec import Feature, Spec, SpecError
from matching.texts import Text
from matching.titles import Title, read_titles

_PARTS: dict[str, Callable[[Title], Iterable[object]]] = {
    "base": lambda title: (title.base,),
    "body": lambda title: (title.body,),
    "head": lambda title: (title.head,) if title.head else (),
    "acronym": lambda title: (title.acronym,) if title.acronym else (),
    "phase": lambda title: title.phases,
    "place": lambda title: title.places,
    "year": lambda title: title.years,
}
#: What nothing tells apart is taken as the language of most records.
_COMMON_LANGUAGE = "fi"


def read_records(
    frame: pd.DataFrame, spec: Spec, key: str, *, language: str | None = None,
    sides: np.ndarray | None = None,
) -> Records:  # fmt: skip
    """Records of a frame in the order of their ids.

    Args:
        frame: one row a record.
        spec: names the columns of every feature.
        key: column of the id, unique (with two sides: unique on each side).
        language: column with the language of all texts of a row; else a text may be a struct of
            `language` and `text`, and else the language is detected.
        sides: table (0 or 1) of each row where two tables are linked.

    Raises:
        SpecError: a column is missing or ids repeat.
    """
    side = np.zeros(len(frame), dtype=np.int64) if sides is None else sides
    ids = frame[key].astype(str).to_numpy()
    order = np.lexsort((ids, side))
    ordered = frame.iloc[order].reset_index(drop=True)
    rows = list(zip(side[order].tolist(), ids[order].tolist(), strict=True))
    if len(set(rows)) != len(rows):
        raise SpecError(f"{key} repeats: {next(a for a, b in pairwise(rows) if a == b)[1]!r}")
    columns = _Columns(ordered, language)
    texts = {one.name: columns.texts(one) for one in spec.features if one.kind == "text"}
    plain = [one for one in spec.features if one.kind not in TEXTUAL]
    values = {one.name: columns.values(one) for one in plain}
    blocks = {name: columns.keys(name) for names in (*spec.blocks, *spec.across) for name in names}
    return Records(
        ids=[record for _, record in rows],
        values=values,
        texts=texts,
        blocks=blocks,
        sides=None if sides is None else side[order],
    )


class _Columns:
    def __init__(self, frame: pd.DataFrame, language: str | None) -> None:
        self._frame = frame
        self._language = language
        self._titles: dict[str, list[list[tuple[Title, str]]]] = {}

    def values(self, feature: Feature) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        by_column = [self._cells(column) for column in feature.columns]
        for cells in zip(*by_column, strict=True):
            plain = {_plain(feature, value) for cell in cells for value in cell}
            found.append(tuple(sorted(value for value in plain if value)))
        return found

    def keys(self, column: str) -> list[tuple[str, ...]]:
        """Values of a column that makes blocks."""
        return [tuple(sorted({str(value) for value in cell})) for cell in self._cells(column)]

    def texts(self, feature: Feature) -> list[Text]:
        """A title by itself each; columns without parts are one text together."""
        name, _, part = feature.columns[0].partition(":")
        if part in ("base", "body", "head"):
            return [
                Text(row, language, getattr(title, part))
                for row, found in enumerate(self._taken_apart(name))
                for title, language in found
            ]
        by_column = [self._cells(column) for column in feature.columns]
        return [
            Text(
                row, _COMMON_LANGUAGE, " ".join(_text(v) for cell in cells for v in cell).casefold()
            )
            for row, cells in enumerate(zip(*by_column, strict=True))
        ]

    def _cells(self, column: str) -> Sequence[Sequence[Any]]:
        name, _, part = column.partition(":")
        if part:
            if part not in _PARTS:
                raise SpecError(f"{column}: a title has no part {part!r}")
            return [
                [value for title, _ in found for value in _PARTS[part](title)]
                for found in self._taken_apart(name)
            ]
        if column not in self._frame.columns:
            raise SpecError(f"no column is called {column!r}")
        return [list(_several(cell)) for cell in self._frame[column]]

    def _taken_apart(self, column: str) -> list[list[tuple[Title, str]]]:
        if column not in self._titles:
            cells = self._cells(column)
            languages = self._frame[self._language] if self._language else [None] * len(self._frame)
            self._titles[column] = _with_languages(
                [
                    [
                        (title, _language(value, stated))
                        for title, value in zip(
                            read_titles(_text(value) for value in cell), cell, strict=True
                        )
                    ]
                    for cell, stated in zip(cells, languages, strict=True)
                ]
            )
        return self._titles[column]


def _several(cell: object) -> Iterator[Any]:
    if isinstance(cell, (list, tuple, np.ndarray)):
        for one in cell:
            yield from _several(one)
    elif cell is not None and cell is not pd.NA and cell == cell and cell != "":  # NaN differs
        yield cell


def _text(value: Any) -> str:
    return str(value["text"] if isinstance(value, dict) else value).strip()


def _language(value: Any, stated: object) -> str:
    """Language as stated or detected, "" where neither tells."""
    if isinstance(value, dict) and value.get("language"):
        return str(value["language"])
    return str(stated) if stated else detect_language(_text(value)) or ""


def _with_languages(cells: list[list[tuple[Title, str]]]) -> list[list[tuple[Title, str]]]:
    """A title without language gets that of an equal one elsewhere, else the common one."""
    known: dict[str, set[str]] = {}
    for cell in cells:
        for title, language in cell:
            if language:
                known.setdefault(title.base, set()).add(language)
    told = {base: next(iter(found)) for base, found in known.items() if len(found) == 1}
    return [
        [(title, language or told.get(title.base, _COMMON_LANGUAGE)) for title, language in cell]
        for cell in cells
    ]


def _plain(feature: Feature, value: object) -> str:
    """The value as text, "" where it is none of its kind."""
    text = str(value).strip()
    if feature.kind in ("number", "amount"):
        try:
            return f"{float(text):g}" if feature.kind == "number" else f"{float(text):.2f}"
        except ValueError:
            return ""
    if feature.kind == "date" and not text[:4].isdigit():
        return ""
    return text.casefold() if feature.kind == "name" else text
