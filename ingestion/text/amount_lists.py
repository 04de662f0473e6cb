"""Rows of a list whose unit stands only once: in its heading or after its last row.

The unit is inherited inside one list only. What does not belong here: sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingestion.text.amount_forms import RawAmount, read_number
from ingestion.text.rules.money_units import BLANK, LIST_UNIT

_NUMBER = rf"\d{{1,3}}(?:{BLANK}\d{{3}})+(?:,\d{{1,2}})?"
_ROW = re.compile(rf"^(?P<label>[^\n]*[^\d\s.,/-][:\s]\s*)(?P<num>{_NUMBER})\s*$")
_PART = re.compile(rf"^\s*(?P<label>[A-ZÅÄÖ][^\d,;/]{{1,60}}?[\s:]\s*)(?P<num>{_NUMBER})\s*$")
_CENT = Decimal("0.01")
_SPLIT = re.compile(r"[;/]|,(?!\d)|\b(?:ja|sekä|och|samt|and)\b")


def inherited_amounts(text: str, stated: list[RawAmount]) -> list[RawAmount]:
    """Amounts of rows that state no unit of their own."""
    if not stated and not LIST_UNIT.search(text):
        lines_with_unit = any(LIST_UNIT.search(line) for line in text.splitlines())
        if not lines_with_unit:
            return []
    return [*_rows(text, stated), *_inline(text, stated)]


def _rows(text: str, stated: list[RawAmount]) -> Iterator[RawAmount]:
    pending: list[tuple[re.Match[str], int]] = []
    unit_above = False
    position = 0
    for line in text.split("\n"):
        row = _ROW.match(line)
        if row and not any(position <= raw.core < position + len(line) for raw in stated):
            pending.append((row, position))
            if unit_above:
                yield from _amounts(pending)
                pending = []
        else:
            last = next((r for r in stated if _ends_line(text, r, position, line)), None)
            if last and pending:
                yield from _amounts(pending, last.currency)
            pending = []
            unit_above = bool(LIST_UNIT.search(line)) or (unit_above and last is not None)
        position += len(line) + 1


def _ends_line(text: str, raw: RawAmount, position: int, line: str) -> bool:
    return (
        position <= raw.core
        and raw.end <= position + len(line)
        and not text[raw.end : position + len(line)].strip(" .;")
    )


def _amounts(rows: list[tuple[re.Match[str], int]], currency: str = "EUR") -> Iterator[RawAmount]:
    for row, position in rows:
        value = read_number(row["num"], scaled=False)
        if value:
            start, end = position + row.start("num"), position + row.end("num")
            yield RawAmount(value.quantize(_CENT), currency, "exact", start, start, end)


def _inline(text: str, stated: list[RawAmount]) -> Iterator[RawAmount]:
    """`A 12 000, B 7 500 ja C 3 000 euroa`: parts before an amount, back to the first other."""
    for raw in stated:
        floor = max(
            [text.rfind("\n", 0, raw.core) + 1]
            + [other.end for other in stated if other.end <= raw.core]
        )
        cuts = [floor, *(m.end() for m in _SPLIT.finditer(text, floor, raw.core))]
        starts = [m.start() for m in _SPLIT.finditer(text, floor, raw.core)]
        if not starts or not re.match(r"\s*[A-ZÅÄÖ]", text[cuts[-1] : raw.core]):
            continue
        for begin, stop in zip(reversed(cuts[:-1]), reversed(starts), strict=True):
            piece = text[begin:stop]
            part = _PART.match(piece) or _PART.match(piece[piece.rfind(": ") + 1 :])
            if part is None:
                break
            offset = stop - len(part.string)
            yield from _amounts([(part, offset)], raw.currency)
