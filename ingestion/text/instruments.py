"""The funding instrument that a text names.

What does not belong here: an instrument concluded from who pays or when.
"""

from __future__ import annotations

from typing import cast

from ingestion.records import Instrument
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.instrument_words import INSTRUMENTS

#: National money beside a named EU fund is its co-financing, not the instrument.
_LAST = "STATE"
_SILENT = "NONE"


def read_instrument(text: str) -> Instrument | None:
    """Instrument named first in a text, or None; a flag such as "EU money" names none."""
    named = _named(text)
    return named[0] if named else None


def sole_instrument(text: str) -> Instrument | None:
    """The only instrument that a text names; None where it names none or several."""
    named = set(_named(text))
    return named.pop() if len(named) == 1 else None


def _named(text: str) -> list[Instrument]:
    named = [hit.means for hit in hits_of(INSTRUMENTS, text) if hit.means != _SILENT]
    specific = [name for name in named if name != _LAST]
    return [cast("Instrument", name) for name in specific or named]
