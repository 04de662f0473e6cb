"""How amounts are written: units, separators, hedges, words, currencies.

Each writer returns what a reader of the text must get: a rounded form states the rounded sum.
What does not belong here: which kind of money it is (`wording.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingestion.sandbox.phenomena.pen import Pen

NBSP, NARROW = "\u00a0", "\u202f"
_MILLION = 100_000_000
_MILLION_FROM = 15_000_000
_WORDS_PART = (
    "", "miljoona", "kaksi miljoonaa", "kolme miljoonaa", "neljä miljoonaa", "viisi miljoonaa",
    "kuusi miljoonaa", "seitsemän miljoonaa", "kahdeksan miljoonaa", "yhdeksän miljoonaa",
    "kymmenen miljoonaa", "yksitoista miljoonaa", "kaksitoista miljoonaa",
)  # fmt: skip
_WORDS_AD = (
    "", "miljoonalla", "kahdella miljoonalla", "kolmella miljoonalla", "neljällä miljoonalla",
    "viidellä miljoonalla", "kuudella miljoonalla", "seitsemällä miljoonalla",
    "kahdeksalla miljoonalla", "yhdeksällä miljoonalla", "kymmenellä miljoonalla",
    "yhdellätoista miljoonalla", "kahdellatoista miljoonalla",
)  # fmt: skip
_HEDGES: dict[str, dict[str, tuple[str, ...]]] = {
    "fi": {"approx": ("noin ", "lähes ", "liki ", "n. ", "runsaat "), "max": ("enintään ",),
           "min": ("yli ",)},
    "sv": {"approx": ("cirka ", "ca ", "omkring "), "max": ("högst ",), "min": ("över ",)},
    "en": {"approx": ("about ", "approximately "), "max": ("up to ",), "min": ("more than ",)},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A written amount and what it says, in cents."""

    text: str
    cents: int
    currency: str = "EUR"
    qualifier: str = "exact"


def grouped(cents: int, separator: str = " ") -> str:
    """Whole euros in groups of three."""
    return f"{cents // 100:,}".replace(",", separator)


def _tenths(cents: int) -> int:
    """Rounded to a tenth of a million."""
    return round(cents / (_MILLION // 10)) * (_MILLION // 10)


def _millions(cents: int, mark: str) -> str:
    whole, tenth = divmod(cents // (_MILLION // 10), 10)
    return f"{whole}{mark}{tenth}" if tenth else str(whole)


def _million_fi(cents: int) -> tuple[str, int]:
    rounded = _tenths(cents)
    number = _millions(rounded, ",")
    return f"{number} {'miljoona' if number == '1' else 'miljoonaa'} euroa", rounded


def _milj(cents: int) -> tuple[str, int]:
    rounded = _tenths(cents)
    return f"{_millions(rounded, ',')} milj.{'' if rounded % 300 else ' '}€", rounded


def _whole(cents: int) -> int:
    return cents // 100 * 100


_FORMS: dict[str, dict[str, Callable[[int], tuple[str, int]]]] = {
    "fi": {
        "million_fi": _million_fi,
        "milj": _milj,
        "thousands_blank": lambda c: (f"{grouped(c)} euroa", _whole(c)),
        "nbsp": lambda c: (f"{grouped(c, NBSP)}{NBSP}euroa", _whole(c)),
        "narrow_nbsp": lambda c: (f"{grouped(c, NARROW)} euroa", _whole(c)),
        "sign_after": lambda c: (f"{grouped(c)} €", _whole(c)),
        "cents": lambda c: (f"{grouped(c)},{c % 100:02d} €", c),
        "eur_after": lambda c: (f"{grouped(c)} EUR", _whole(c)),
    },
    "sv": {
        "sv_miljoner_euro": lambda c: (f"{_millions(_tenths(c), ',')} miljoner euro", _tenths(c)),
        "thousands_blank": lambda c: (f"{grouped(c)} euro", _whole(c)),
        "nbsp": lambda c: (f"{grouped(c, NBSP)}{NBSP}euro", _whole(c)),
        "eur_before": lambda c: (f"EUR {grouped(c)}", _whole(c)),
    },
    "en": {
        "english_decimal": lambda c: (f"{_millions(_tenths(c), '.')} million euros", _tenths(c)),
        "sign_before": lambda c: (f"€{grouped(c, ',')}.{c % 100:02d}", c),
        "eur_before": lambda c: (f"EUR {grouped(c)}", _whole(c)),
        "eur_before_million": lambda c: (
            f"EUR {_millions(_tenths(c), '.')} million", _tenths(c)
        ),
    },
}  # fmt: skip
_NEEDS_MILLIONS = {
    "million_fi", "milj", "sv_miljoner_euro", "english_decimal", "eur_before_million",
}  # fmt: skip
_FALLBACK = {"fi": "thousands_blank", "sv": "thousands_blank", "en": "eur_before"}


def write_amount(pen: Pen, cents: int, language: str = "fi", *, hedge: bool = False) -> Written:
    """Write euros in the form whose turn it is."""
    forms = _FORMS[language]
    form = pen.turn(tuple(forms), salt=2)
    if form in _NEEDS_MILLIONS and cents < _MILLION_FROM:
        form = _FALLBACK[language]
    text, said = forms[form](cents)
    pen.use(f"amount.{form}")
    if not hedge:
        return Written(text, said)
    qualifier = pen.turn(("approx", "max", "min"), salt=1)
    pen.use(f"amount.{qualifier}")
    return Written(pen.rng.choice(_HEDGES[language][qualifier]) + text, said, qualifier=qualifier)


def write_inflected(pen: Pen, cents: int) -> Written:
    """`7,3 miljoonan euron`: what a grant of so much is called."""
    rounded = max(_tenths(cents), _MILLION // 10)
    pen.use("amount.million_fi_inflected")
    number = _millions(rounded, ",")
    return Written(f"{number} miljoonan euron", rounded)


def write_word(pen: Pen, millions: int, *, inflected: bool = False) -> Written:
    """`kaksi miljoonaa euroa`: 1 to 12 millions as a word."""
    pen.use("amount.number_word")
    word = (_WORDS_AD if inflected else _WORDS_PART)[millions]
    return Written(f"{word} {'eurolla' if inflected else 'euroa'}", millions * _MILLION)


def write_bare_million(pen: Pen, millions: int, language: str) -> Written:
    """Millions without the word euro."""
    if language == "sv":
        pen.use("amount.sv_miljoner")
        return Written(f"{millions} miljoner", millions * _MILLION)
    pen.use("amount.million_without_euro")
    return Written(f"{millions} miljoonaa", millions * _MILLION)


def write_kronor(pen: Pen, kronor: int, language: str) -> Written:
    """Swedish money, in Swedish and in Finnish."""
    pen.use("amount.sek")
    unit = pen.turn(("kronor", "kr"), salt=1) if language == "sv" else "kruunua"
    return Written(f"{grouped(kronor * 100)} {unit}", kronor * 100, currency="SEK")
