"""Amounts of money in running text and labelled values, with what they mean.

`Decimal` only, in whole units of the currency; SEK stays SEK. What does not belong here:
which amount counts as a project's grant; that is decided where sources meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingestion.records import AmountKind, Qualifier
from ingestion.text.amount_forms import RawAmount, read_number, scan_amounts
from ingestion.text.amount_lists import inherited_amounts
from ingestion.text.amount_meaning import judge_amounts
from ingestion.text.memory import remembered

_BARE = re.compile(
    r"\s*(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d{1,2})?|\d{5,12}(?:[.,]\d{1,2})?)\s*"
)
#: Nothing but a million, maybe with a hedge: `noin 2 miljoonaa`.
_BARE_MILLION = re.compile(
    r"\s*(?:[a-zåäö.]+\s+)?\d{1,3}(?:[.,]\d{1,3})?\s?(?:miljoonaa?|milj\.?|mn|miljoner|million)\s*",
    re.IGNORECASE,
)
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class AmountFound:
    """A sum of money as a text states it.

    Attributes:
        value: whole units of `currency`, two decimals.
        kind: what the sum is; `unknown` where the text does not tell.
        is_annual: the sum is by the year, never to be multiplied.
        quote: the words from hedge to unit, `text[start:end]`.
        currency_assumed: a million without a currency, taken for euros.
    """

    value: Decimal
    currency: str
    kind: AmountKind
    qualifier: Qualifier
    is_annual: bool
    quote: str
    start: int
    end: int
    currency_assumed: bool = False


@remembered
def find_amounts(
    text: str, language: str | None = None, default_kind: AmountKind = "unknown"
) -> list[AmountFound]:
    """All amounts of a text, in text order.

    Args:
        text: running text, or lines of labels and values.
        language: decides between English and continental marks where the digits do not.
        default_kind: kind of an amount whose sentence does not tell it.
    """
    stated = scan_amounts(text, language)
    raws = sorted([*stated, *inherited_amounts(text, stated)], key=lambda raw: raw.core)
    if not raws:
        return []
    meanings = judge_amounts(text, raws, default_kind)
    return [
        AmountFound(
            raw.value,
            raw.currency,
            meaning.kind,
            raw.qualifier,
            meaning.is_annual,
            text[raw.start : raw.end],
            raw.start,
            raw.end,
            raw.currency_assumed,
        )
        for raw, meaning in zip(raws, meanings, strict=True)
    ]


def labelled_amounts(
    label_kind: AmountKind, value: str, language: str | None = None
) -> list[AmountFound]:
    """Amounts in the value of a label such as `Rahoitus: 412 300 €`.

    The label gives the kind unless the value's own words say otherwise. A value that is
    nothing but a number is an amount: its label says so.
    """
    found = find_amounts(value, language, label_kind) or _in_euros(label_kind, value, language)
    bare = _BARE.fullmatch(value)
    if found or bare is None:
        return found
    number = read_number(bare[1], scaled=False, language=language)
    if not number:
        return []
    raw = RawAmount(number.quantize(_CENT), "EUR", "exact", *bare.span(1)[:1], *bare.span(1))
    return [
        AmountFound(
            raw.value, raw.currency, label_kind, "exact", False, bare[1], raw.start, raw.end, True
        )
    ]


def _in_euros(label_kind: AmountKind, value: str, language: str | None) -> list[AmountFound]:
    """A value that is a bare million: the label says that it is money, euros are assumed."""
    if not _BARE_MILLION.fullmatch(value):
        return []
    said = value.rstrip()
    return [
        replace(one, quote=said[one.start :], end=len(said), currency_assumed=True)
        for one in find_amounts(f"{said} €", language, label_kind)
    ]
