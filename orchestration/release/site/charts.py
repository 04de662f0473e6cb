"""Bars as SVG: drawn from the rows of the table that stands behind every one of them.

Colours are classes of the style sheet, so that print, dark mode and a strict policy hold. What
does not belong here: which figures are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

_WIDTH, _HEIGHT, _FOOT, _HEAD = 640, 220, 24, 20
_ROW, _LABEL, _BAR = 26, 210, 300


def columns(title: str, items: Sequence[tuple[str, float, str]]) -> Markup:
    """Standing bars, one an item of (label, value, text)."""
    if not items:
        return Markup("")
    top = max(value for _, value, _ in items) or 1
    step = _WIDTH / len(items)
    every = 1 + len(items) // 16
    parts = []
    for at, (label, value, text) in enumerate(items):
        height = (_HEIGHT - _FOOT - _HEAD) * value / top
        left = at * step + step * 0.12
        parts.append(
            Markup(
                '<g><title>{}: {}</title><rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}"'
                ' height="{:.1f}"/>'
            ).format(label, text, left, _HEIGHT - _FOOT - height, step * 0.76, height)
        )
        if at % every == 0:
            parts.append(
                Markup(
                    '<text class="axis{}" x="{:.1f}" y="{}" text-anchor="middle">{}</text>'
                ).format(
                    " minor" if at // every % 2 else "", at * step + step / 2, _HEIGHT - 6, label
                )
            )
        parts.append(Markup("</g>"))
    base = Markup('<line class="base" x1="0" x2="{}" y1="{y}" y2="{y}"/>').format(
        _WIDTH, y=_HEIGHT - _FOOT
    )
    return _svg(title, _WIDTH, _HEIGHT, "chart", Markup("").join([*parts, base]))


def bars(title: str, items: Sequence[tuple[str, float, str]]) -> Markup:
    """Lying bars with their labels and figures."""
    if not items:
        return Markup("")
    top = max(value for _, value, _ in items) or 1
    parts = []
    for at, (label, value, text) in enumerate(items):
        y = at * _ROW
        length = _BAR * value / top
        parts.append(
            Markup(
                '<text class="label" x="{}" y="{}" text-anchor="end">{}</text>'
                '<rect class="bar" x="{}" y="{}" width="{:.1f}" height="{}"/>'
                '<text class="figure" x="{:.1f}" y="{}">{}</text>'
            ).format(
                _LABEL, y + 18, _short(label), _LABEL + 8, y + 5, length, _ROW - 9,
                _LABEL + 14 + length, y + 18, text,
            )
        )  # fmt: skip
    return _svg(title, _WIDTH, _ROW * len(items), "chart", Markup("").join(parts))


def _svg(title: str, width: int, height: int, kind: str, body: Markup) -> Markup:
    return Markup(
        '<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}" focusable="false">{}</svg>'
    ).format(kind, width, height, title, body)


def _short(label: str) -> str:
    return label if len(label) <= 32 else label[:31].rstrip() + "…"
