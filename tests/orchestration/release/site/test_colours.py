"""Contrast of every pair of colours that text and its ground have, light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orchestration.release.site import build as module

_SHEET = (Path(module.__file__).parent / "assets" / "site.css").read_text(encoding="utf-8")
_VARIABLE = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
_PAIRS = [
    ("ink", "paper"), ("ink", "ground"), ("ink", "mark"), ("soft", "paper"), ("soft", "ground"),
    ("soft", "mark"), ("link", "paper"), ("link", "ground"), ("link", "mark"),
    ("brand-ink", "brand"), ("warn-ink", "warn"), ("good-ink", "good"), ("bad-ink", "bad"),
    *((f"t{shade}", f"s{shade}") for shade in range(5)),
]  # fmt: skip
#: What is no text but tells something: bars, and the frame around what has the focus.
_DRAWN = [("bar", "paper"), ("focus", "paper"), ("focus", "ground")]


def schemes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", _SHEET, re.S)[:2]
    first = dict(_VARIABLE.findall(light))
    return {"light": first, "dark": {**first, **dict(_VARIABLE.findall(dark))}}


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_guideline() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _PAIRS)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("drawn", "ground"), _DRAWN)
def test_drawings_can_be_seen(scheme: str, drawn: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[drawn], colours[ground]) >= 3
