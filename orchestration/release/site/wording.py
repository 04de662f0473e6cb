"""Numbers, euros, dates and times as the three languages write them.

By hand instead of a library of locales: three languages, four forms, and a release writes
hundreds of thousands of them. What does not belong here: words (`texts/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from ingestion.settings import HELSINKI

LANGUAGES = ("fi", "sv", "en")
NO_BREAK = "\u00a0"
_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}


@lru_cache(maxsize=65536)
def number(value: int | Decimal, language: str) -> str:
    """A number with its thousands apart: 12 345 or 12,345."""
    mark = "," if language == "en" else NO_BREAK
    text = f"{value:,}".replace(",", mark)
    return text if language == "en" else text.replace(".", ",")


@lru_cache(maxsize=65536)
def euros(value: Decimal, language: str) -> str:
    """A sum in whole euros, 1 234 € or €1,234; the exact one stands beside it for machines."""
    kept = value.quantize(Decimal(1), ROUND_HALF_UP)
    if language == "en":
        return ("-" if kept < 0 else "") + "€" + number(abs(kept), language)
    return f"{number(kept, language)}{NO_BREAK}€"


@lru_cache(maxsize=65536)
def millions(value: Decimal, language: str) -> str:
    """A large sum in millions with one decimal, for a headline beside the exact one."""
    text = f"{(value / 1_000_000).quantize(Decimal('0.1'), ROUND_HALF_UP):,}"
    if language == "en":
        return f"€{text}{NO_BREAK}million"
    word = {"fi": "milj.", "sv": "mn"}[language]
    return f"{text.replace(',', NO_BREAK).replace('.', ',')}{NO_BREAK}{word}{NO_BREAK}€"


@lru_cache(maxsize=65536)
def day(value: date, language: str, precision: str = "day") -> str:
    """A date, only as exact as its source was."""
    if precision == "year":
        return str(value.year)
    if language == "fi":
        return f"{value.month}/{value.year}" if precision == "month" else _finnish(value)
    month = _MONTHS[language].split()[value.month - 1]
    exact = "" if precision == "month" else f"{value.day}{NO_BREAK}"
    return f"{exact}{month}{NO_BREAK}{value.year}"


def _finnish(value: date) -> str:
    return f"{value.day}.{value.month}.{value.year}"


@lru_cache(maxsize=262144)
def local_day(value: datetime) -> date:
    """The Finnish day of an instant."""
    return value.astimezone(HELSINKI).date()


def utc_text(value: datetime) -> str:
    """An instant for machines."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def share(part: int, whole: int, language: str) -> str:
    """A part in whole per cent; a dash where there is nothing."""
    if not whole:
        return "–"
    text = str(int(Decimal(100 * part / whole).quantize(Decimal(1), ROUND_HALF_UP)))
    return f"{text}%" if language == "en" else f"{text}{NO_BREAK}%"


def name_of(row: Mapping[str, Any], language: str) -> tuple[str, str | None]:
    """A name in the reader's language and, where it is another's, the language it is in."""
    own = row.get(f"name_{language}")
    if own:
        return str(own), None
    for other in LANGUAGES:
        if row.get(f"name_{other}"):
            return str(row[f"name_{other}"]), other if other != language else None
    return str(row.get("name") or row.get("title") or ""), None if language == "fi" else "fi"
