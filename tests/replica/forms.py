"""How money, days and names are written: all the forms of `phenomena.md`, and what they mean.

Every function gives the text together with what a careful reader takes from it. What does not
belong here: sentences (`prose.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

NBSP, NARROW = "\u00a0", "\u202f"
_MONTHS_FI = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
    "marras", "joulu",
)  # fmt: skip
_MONTHS_SV = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Money:
    """A written sum, its value and what qualifies it."""

    text: str
    value: int
    qualifier: str = "exact"


def group(value: int, blank: str = " ") -> str:
    """A whole number in groups of three."""
    return f"{value:,}".replace(",", blank)


def write_money(rng: Random, value: int, language: str = "fi", hedge: float = 0.15) -> Money:
    """Write a sum in one of the forms of a language; it may be rounded and hedged."""
    forms = {"fi": _money_fi, "sv": _money_sv, "en": _money_en}
    text, said = forms[language](rng, value)
    qualifier = "exact"
    if rng.random() < hedge:
        word, qualifier = rng.choice(_HEDGES[language])
        text = f"{word} {text}"
    return Money(text, said, qualifier)


_HEDGES = {
    "fi": (("noin", "approx"), ("lähes", "approx"), ("n.", "approx"), ("liki", "approx"),
           ("enintään", "max"), ("yli", "min")),
    "sv": (("omkring", "approx"), ("ca", "approx"), ("högst", "max")),
    "en": (("about", "approx"), ("up to", "max")),
}  # fmt: skip


def _money_fi(rng: Random, value: int) -> tuple[str, int]:
    blank = rng.choice((" ", " ", NBSP, NARROW))
    plain = group(value, blank)
    if value >= 1_000_000 and rng.random() < 0.5:
        rounded = round(value, -5)
        number = f"{rounded / 1_000_000:.1f}".replace(".", ",")
        unit = rng.choice(("miljoonaa euroa", "milj. euroa", "milj. €", "milj.€", "M€"))
        return f"{number} {unit}", rounded
    if value % 1000 == 0 and rng.random() < 0.12:
        return f"{group(value // 1000)} {rng.choice(('t€', 'tuhatta euroa'))}", value
    forms = (f"{plain} euroa", f"{plain} euroa", f"{plain} €", f"{plain},00 €", f"{plain} EUR",
             f"{plain}€", f"EUR {plain}")  # fmt: skip
    return rng.choice(forms), value


def _money_sv(rng: Random, value: int) -> tuple[str, int]:
    if value >= 1_000_000 and rng.random() < 0.5:
        rounded = round(value, -5)
        return f"{rounded / 1_000_000:.1f} miljoner euro".replace(".", ","), rounded
    return rng.choice((f"{group(value)} euro", f"{group(value, NBSP)} €")), value


def _money_en(rng: Random, value: int) -> tuple[str, int]:
    if value >= 1_000_000 and rng.random() < 0.4:
        rounded = round(value, -5)
        return f"{rounded / 1_000_000:.1f} million euros", rounded
    return rng.choice(
        (f"€{value:,}", f"EUR {group(value)}", f"{value:,} euros", f"€{value:,}.00")
    ), value


@dataclass(frozen=True)
class Period:
    """A written period with what it says: days and precision."""

    text: str
    precision: str = "day"


def day(value: date, padded: bool = False) -> str:
    """`d.m.yyyy`, or padded."""
    return f"{value:%d.%m.%Y}" if padded else f"{value.day}.{value.month}.{value.year}"


def write_period(rng: Random, start: date, end: date, precision: str, language: str) -> Period:
    """A period as it stands after a label."""
    if precision == "year":
        dash = rng.choice(("–", "-", " – "))
        return Period(f"{start.year}{dash}{end.year}", "year")
    if precision == "month":
        if language == "fi":
            forms = (
                f"{start.month}/{start.year}–{end.month}/{end.year}",
                f"{_MONTHS_FI[start.month - 1]}kuu {start.year} – {_MONTHS_FI[end.month - 1]}kuu {end.year}",
            )  # fmt: skip
            return Period(rng.choice(forms), "month")
        names = _MONTHS_SV if language == "sv" else _MONTHS_EN
        return Period(
            f"{names[start.month - 1]} {start.year} – {names[end.month - 1]} {end.year}", "month"
        )
    if language == "en" and rng.random() < 0.6:
        a, b = (f"{d.day} {_MONTHS_EN[d.month - 1]} {d.year}" for d in (start, end))
        return Period(f"{a} – {b}")
    if language == "sv" and rng.random() < 0.5:
        a, b = (f"den {d.day} {_MONTHS_SV[d.month - 1]} {d.year}" for d in (start, end))
        return Period(f"{a} – {b}")
    padded = rng.random() < 0.2
    dash = rng.choice(("–", " – ", "-", " - ", "—"))
    return Period(f"{day(start, padded)}{dash}{day(end, padded)}")


def month_words(value: date) -> tuple[str, str]:
    """`elokuussa 2024` and `elokuun 2024`."""
    stem = _MONTHS_FI[value.month - 1]
    return f"{stem}kuussa {value.year}", f"{stem}kuun {value.year}"


def business_id(number: int) -> str:
    """A Y-tunnus with a valid check digit, from the range that no company has."""
    body = f"7{number:06d}"
    rest = sum(int(a) * b for a, b in zip(body, (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    return business_id(number + 500_000) if rest == 1 else f"{body}-{(11 - rest) % 11}"


def and_list(names: list[str], word: str = "ja") -> str:
    """`a, b ja c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
