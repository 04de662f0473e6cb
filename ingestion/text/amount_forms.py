"""Numbers with a unit of money: their value, currency and hedge, without their meaning.

A number without a unit is never an amount, whatever it looks like: budget items, law numbers,
business ids, people and percentages have none. What does not belong here: what an amount is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ingestion.records import Qualifier
from ingestion.text.rules.money_units import (
    BLANK,
    CURRENCY,
    CURRENCY_BEFORE,
    DIRECTION,
    FACTORS,
    GAP,
    HEDGE,
    HEDGES,
    MONEY_WORD,
    MULTIPLIER,
    MULTIPLIER_AFTER,
)
from ingestion.text.rules.number_words import NUMBER_WORDS

#: Largest sum a `DECIMAL(14,2)` column holds.
_MAX = Decimal("999999999999.99")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class RawAmount:
    """A sum as written. `start` includes the hedge, `core` is where the number begins."""

    value: Decimal
    currency: str
    qualifier: Qualifier
    start: int
    core: int
    end: int
    currency_assumed: bool = False


_GROUPED = rf"[1-9]\d{{0,2}}(?:{BLANK}\d{{3}})+(?!\d)(?:,\d{{1,2}}(?!\d))?"
_NUM = (
    rf"(?:{_GROUPED}"
    r"|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,6})?)"
)
#: A number does not go on from a word, a code, a decimal part or a date.
_FRESH = r"(?<![\w/])(?<!\d[.,:])(?<!\w[-‐‑–—])"
_WORDS = "|".join(sorted(map(re.escape, NUMBER_WORDS), key=len, reverse=True))
_I = re.IGNORECASE

#: The currency stands behind the multiplier or directly behind the number.
_CURRENCY_ALONE = CURRENCY.replace("<eur>", "<eur1>").replace("<sek>", "<sek1>")
_SUFFIXED = re.compile(
    rf"{_FRESH}(?:(?P<low>{_NUM})\s?[-–—]\s?)?(?P<num>{_NUM})(?:,[-–—])?{GAP}"
    rf"(?:{MULTIPLIER}(?:{GAP}{CURRENCY})?|{_CURRENCY_ALONE})",
    _I,
)
_PREFIXED = re.compile(
    rf"(?<![\wåäö]){CURRENCY_BEFORE}{BLANK}{{0,2}}(?:(?P<low>{_NUM})\s?[-–—]\s?)?(?P<num>{_NUM})"
    rf"(?:[ \u00a0\u202f-]?{MULTIPLIER_AFTER})?",
    _I,
)
#: `EUR 5,000 to 25,000`: one currency ahead of both ends.
_PREFIXED_TO = re.compile(
    rf"(?<![\wåäö]){CURRENCY_BEFORE}{BLANK}{{0,2}}(?P<low>{_NUM})\s+to\s+"
    r"(?P<num>\d{1,3}(?:[., ]\d{3})+|\d{4,7})(?![\d.,]*\d)",
    _I,
)
#: `mellan 80 000 och 120 000 euro`, `80 000 ja 120 000 euron välillä`: one unit for both ends.
_BETWEEN = re.compile(
    rf"(?<![\w-])(?:between|from|mellan|från)\s+(?P<low>{_NUM})\s+(?:and|to|och|till)\s+"
    rf"(?P<num>{_NUM}){GAP}(?:{MULTIPLIER}(?:{GAP}{CURRENCY})?|{_CURRENCY_ALONE})",
    _I,
)
_BETWEEN_FI = re.compile(
    rf"{_FRESH}(?P<low>{_NUM})\s+ja\s+(?P<num>{_NUM}){GAP}"
    rf"(?:{MULTIPLIER}(?:{GAP}{CURRENCY})?|{_CURRENCY_ALONE})(?=\s+väli)",
    _I,
)
#: Between two sums that are the ends of one range, and what opens or closes it.
_DASH = re.compile(r"\s*[-–—]\s*")
_TO_WORD = re.compile(r"\s+(?:and|to|och|till|ja)\s+", _I)
_FROM_WORD = re.compile(r"(?<![\w-])(?:between|from|mellan|från)\s+$", _I)
_IN_BETWEEN = re.compile(r"\s+väli", _I)
_FROM_CASE, _TO_CASE = re.compile(r"sta$", _I), re.compile(r"(?:oon|aan|iin)$", _I)
_WORDED = re.compile(rf"(?<![\w-]){MULTIPLIER}{GAP}{CURRENCY}", _I)
_WORD_BEFORE = re.compile(rf"(?<![\w-])(?P<word>{_WORDS})\s+$", _I)
#: Longest number word with its blanks.
_WORD_ROOM = 24
_UNIT_NEXT = re.compile(rf"{GAP}(?:{MULTIPLIER}|{CURRENCY})", _I)
_UNIT_BEFORE = re.compile(r"(?:€|(?<![\wåäö])(?:EUR|SEK))[ \u00a0]?$")
_UPPER_TO = re.compile(r"\s+(?:saakka|asti)\b", _I)


def scan_amounts(text: str, language: str | None = None) -> list[RawAmount]:
    """All sums of a text in text order; a range gives its two ends."""
    found: list[RawAmount] = []
    for pattern in (_BETWEEN, _BETWEEN_FI, _PREFIXED_TO, _SUFFIXED, _PREFIXED, _WORDED):
        for match in pattern.finditer(text):
            if any(match.start() < raw.end and raw.core < match.end() for raw in found):
                continue
            if pattern is _PREFIXED_TO and not _rises(match, language):
                continue
            if pattern is _SUFFIXED and (_belongs_ahead(text, match) or _has_unit(text, match)):
                continue
            groups = {name: value for name, value in match.groupdict().items() if value}
            core = match.start()
            if pattern is _WORDED:
                word = _WORD_BEFORE.search(text[max(0, core - _WORD_ROOM) : core])
                if word:
                    groups["word"] = word["word"]
                    core -= len(word[0])
            found.extend(_read(text, core, match, groups, language))
    return _ranged(text, _in_one_currency(sorted(found, key=lambda raw: raw.core)))


def _rises(match: re.Match[str], language: str | None) -> bool:
    """What stands behind `to` is the upper end, no count of those who get the sum."""
    low, high = (read_number(match[end], scaled=False, language=language) for end in ("low", "num"))
    return low is not None and high is not None and 1000 <= low < high


def _has_unit(text: str, match: re.Match[str]) -> bool:
    """The currency stands before the number: `€100 million`."""
    if any(match[name] for name in ("eur", "eur1", "sek", "sek1")):
        return False
    return _UNIT_BEFORE.search(text, max(0, match.start() - 4), match.start()) is not None


def _in_one_currency(found: list[RawAmount]) -> list[RawAmount]:
    """A million without a currency is of the currency that all others are of."""
    stated = {raw.currency for raw in found if not raw.currency_assumed}
    if stated != {"SEK"}:
        return found
    return [replace(raw, currency="SEK") if raw.currency_assumed else raw for raw in found]


def _ranged(text: str, found: list[RawAmount]) -> list[RawAmount]:
    """The same sums; two ends of one range are marked so and are told by the same words."""
    ranged = list(found)
    for at, (low, high) in enumerate(pairwise(found)):
        if _is_range(text, low, high):
            ranged[at] = replace(low, qualifier="min")
            ranged[at + 1] = replace(high, qualifier="max", core=low.core)
    return ranged


def _is_range(text: str, low: RawAmount, high: RawAmount) -> bool:
    if (
        low.value >= high.value
        or low.currency != high.currency
        or {low.qualifier, high.qualifier} != {"exact"}
    ):
        return False
    between = text[low.end : high.start]
    if _DASH.fullmatch(between):
        return True
    first, last = text[low.start : low.end], text[high.start : high.end]
    if not between.strip() and _FROM_CASE.search(first) and _TO_CASE.search(last):
        return True
    if not _TO_WORD.fullmatch(between):
        return False
    is_opened = _FROM_WORD.search(text[max(0, low.start - 12) : low.start])
    return bool(is_opened or _IN_BETWEEN.match(text, high.end))


def read_number(text: str, *, scaled: bool, language: str | None = None) -> Decimal | None:
    """Value of a number as Finns, Swedes or the English write it.

    Args:
        text: digits with blanks, points and commas.
        scaled: a word such as `miljoonaa` follows, so three decimals are possible.
        language: `en` makes a comma before three digits a thousands mark also when scaled.
    """
    compact = re.sub(rf"{BLANK}|\s", "", text)
    had_blanks = compact != text.strip()
    points, commas = compact.count("."), compact.count(",")
    if points and commas:
        grouping, decimal = (",", ".") if compact.rfind(".") > compact.rfind(",") else (".", ",")
    elif not points and not commas:
        grouping, decimal = "", ""
    else:
        sign = "," if commas else "."
        is_grouping = not had_blanks and _groups(compact, sign, scaled, language)
        grouping, decimal = (sign, "") if is_grouping else ("", sign)
    plain = compact.replace(grouping, "") if grouping else compact
    if decimal:
        plain = plain.replace(decimal, ".")
    if plain.count(".") > 1 or (not scaled and len(plain.partition(".")[2]) > 2):
        return None
    return Decimal(plain)


def _groups(compact: str, sign: str, scaled: bool, language: str | None) -> bool:
    """Whether a mark separates thousands rather than decimals."""
    first, *rest = compact.split(sign)
    if first == "0" or any(len(part) != 3 for part in rest):
        return False
    if len(rest) > 1 or not scaled:
        return True
    return sign == "," and language == "en"


def _belongs_ahead(text: str, match: re.Match[str]) -> bool:
    """The unit behind a year or a count is that of the next amount.

    `vuonna 2099 EUR 811 300` and `vuonna 2099 miljoona euroa`: a number above one takes the
    partitive `miljoonaa`.
    """
    if (match["mio"] or match["mrd"] or "").lower() in ("miljoona", "miljardi"):
        return match["num"] != "1"
    if (match["eur1"] or "").upper() not in ("€", "EUR") or match["num"][-3:-2] == ",":
        return False
    ahead = _PREFIXED.match(text, match.start("eur1"))
    return ahead is not None and _UNIT_NEXT.match(text, ahead.end()) is None


def _read(
    text: str, core: int, match: re.Match[str], groups: dict[str, str], language: str | None
) -> Iterator[RawAmount]:
    factor = next((FACTORS[name] for name in FACTORS if name in groups), Decimal(1))
    euro = any(name in groups for name in ("eur", "eur1", "beur"))
    krona = any(name in groups for name in ("sek", "sek1", "bsek"))
    assumed = not euro and not krona
    if assumed and (factor < 1_000_000 or not _is_money(text, match)):
        return
    currency = "SEK" if krona else "EUR"
    number = _number(groups, factor != 1, language)
    end = match.start() + len(match[0].rstrip())
    if number is None:
        return
    hedge = HEDGE.search(text[max(0, core - 40) : core])
    start = core - len(hedge[0]) if hedge else core
    qualifier: Qualifier = "exact"
    if hedge:
        qualifier = HEDGES[int((hedge.lastgroup or "0")[-1])][0]
    elif _UPPER_TO.match(text, end):
        qualifier = "max"
    low = (
        read_number(groups["low"], scaled=factor != 1, language=language)
        if "low" in groups
        else None
    )
    ends: tuple[tuple[Decimal, Qualifier], ...] = ((number, qualifier),)
    if low is not None and low < number:
        ends = ((low, "min"), (number, "max"))
    for value, how in ends:
        total = (value * factor).quantize(_CENT)
        if 0 < total <= _MAX:
            yield RawAmount(total, currency, how, start, core, end, assumed)


def _number(groups: dict[str, str], scaled: bool, language: str | None) -> Decimal | None:
    if "num" in groups:
        return read_number(groups["num"], scaled=scaled, language=language)
    return NUMBER_WORDS[groups["word"].lower()] if "word" in groups else Decimal(1)


def _is_money(text: str, match: re.Match[str]) -> bool:
    """A million without a currency: money when it goes somewhere or ends a sum of money."""
    if DIRECTION.match(text, match.end()):
        return True
    if not re.match(r"\s*(?:$|[.,;:!?)]|\n)", text[match.end() : match.end() + 3]):
        return False
    around = text[max(0, match.start() - 120) : match.end() + 80]
    return bool(MONEY_WORD.search(around))
