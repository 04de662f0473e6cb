"""Names of months in three languages, with the forms in which Finnish bends them."""

from __future__ import annotations

from typing import Final

_FI = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä",
    "heinä", "elo", "syys", "loka", "marras", "joulu",
)  # fmt: skip
_SV = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_EN = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_EN_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
_EN_SHORT_NUMBERS = (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12)

#: Stem or name in lower case -> number of the month.
MONTH_NUMBERS: Final[dict[str, int]] = {
    **{stem: number for number, stem in enumerate(_FI, 1)},
    **{name: number for number, name in enumerate(_SV, 1)},
    **{name: number for number, name in enumerate(_EN, 1)},
    **dict(zip(_EN_SHORT, _EN_SHORT_NUMBERS, strict=True)),
}

_FI_STEMS = "|".join(_FI)
#: Finnish month with any case ending, the stem in group `fi`.
FI_MONTH: Final = (
    rf"(?:{_FI_STEMS})kuu(?:ssa|sta|hun|ta|lle|lla|lta|ksi|na|n)?"
    rf"|(?:{_FI_STEMS})(?=\s?[-–—]\s?(?:{_FI_STEMS})kuu)"
)
SV_MONTH: Final = "|".join(_SV)
EN_MONTH: Final = "|".join((*_EN, *_EN_SHORT))
#: Any month of any language.
MONTH: Final = rf"(?:{FI_MONTH}|{SV_MONTH}|{EN_MONTH})"


def month_number(word: str) -> int:
    """Number of a month written in any of the forms that `MONTH` matches.

    Raises:
        KeyError: the word is no month.
    """
    lowered = word.lower().rstrip(".")
    stem = lowered.split("kuu")[0] if "kuu" in lowered else lowered
    return MONTH_NUMBERS[stem]
