"""Finland as tiles: one square a maakunta, laid out about as they lie, drawn by us.

A drawn grid needs nobody's geometry and shows a small region as large as a wide one. What does
not belong here: figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

#: Maakunta code -> column and row of its tile.
TILES = {
    "19": (2, 0),
    "16": (1, 1), "17": (2, 1), "18": (3, 1),
    "15": (0, 2), "14": (1, 2), "13": (2, 2), "11": (3, 2), "12": (4, 2),
    "04": (0, 3), "06": (1, 3), "07": (2, 3), "10": (3, 3), "09": (4, 3),
    "02": (0, 4), "05": (1, 4), "01": (2, 4), "08": (3, 4),
    "21": (0, 5),
}  # fmt: skip
_SIDE, _GAP = 86, 4
_WIDE = 12
SHADES = 5


@dataclass(frozen=True)
class Tile:
    """What one tile says: its name, figure, page and shade from 0 to `SHADES` - 1."""

    name: str
    figure: str
    href: str
    shade: int
    told: str


def shade_of(value: float, largest: float) -> int:
    """The shade of a figure; nothing at all has the lightest."""
    if value <= 0 or largest <= 0:
        return 0
    return min(SHADES - 1, 1 + int((SHADES - 1) * value / largest * 0.9999))


def draw(title: str, tiles: Mapping[str, Tile]) -> Markup:
    """The map; tiles that are not given stay empty."""
    parts = [_tile(*TILES[code], tile) for code, tile in tiles.items() if code in TILES]
    width = 5 * (_SIDE + _GAP)
    height = 6 * (_SIDE + _GAP)
    return Markup(
        '<svg class="tiles" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>'
    ).format(width, height, title, Markup("").join(parts))


def _tile(column: int, row: int, tile: Tile) -> Markup:
    x, y = column * (_SIDE + _GAP), row * (_SIDE + _GAP)
    lines = _lines(tile.name)
    texts = Markup("").join(
        Markup('<text x="{}" y="{}" text-anchor="middle"{}>{}</text>').format(
            x + _SIDE / 2, y + 24 + 14 * at, _squeezed(line), line
        )
        for at, line in enumerate(lines)
    )
    return Markup(
        '<a href="{href}" class="tile s{shade}" aria-label="{told}"><rect x="{x}" y="{y}"'
        ' width="{side}" height="{side}" rx="6"/>{texts}<text class="figure" x="{middle}"'
        ' y="{low}" text-anchor="middle">{figure}</text></a>'
    ).format(
        href=tile.href, shade=tile.shade, told=tile.told, x=x, y=y, side=_SIDE, texts=texts,
        middle=x + _SIDE / 2, low=y + _SIDE - 14, figure=tile.figure,
    )  # fmt: skip


def _squeezed(line: str) -> Markup:
    """A word that is wider than its tile is set narrower."""
    if len(line) < _WIDE:
        return Markup("")
    return Markup(' textLength="{}" lengthAdjust="spacingAndGlyphs"').format(_SIDE - 8)


def _lines(name: str) -> list[str]:
    """A long name on two lines, parted where it may be."""
    if len(name) <= 12:
        return [name]
    for mark in ("-", " "):
        if mark in name:
            first, rest = name.split(mark, 1)
            return [first + ("-" if mark == "-" else ""), rest]
    return [name]
