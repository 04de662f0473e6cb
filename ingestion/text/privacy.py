"""Mails, phone numbers and identity codes out of text that is stored.

What does not belong here: names of people; text that may hold them is not stored at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import phonenumbers

from ingestion.text.memory import LAST

#: Stands where something personal stood.
REDACTED = "[poistettu]"

_AT = r"(?:@|\s?[\[(]\s?(?:at|ät|a)\s?[\])]\s?|%40)"
_DOT = r"(?:\.|\s?[\[(]\s?(?:dot|piste|punkt)\s?[\])]\s?)"
_MAIL = re.compile(
    rf"[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}|\[email\s?protected\]",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d.,/:%-])(?:\+\s?\d{1,3}|00\d{2,3}|\(?0[1-9]\d{0,3}\)?)"
    r"(?:[\s()-]{0,3}\d{2,}){1,6}(?![\d.,]\d|\d)"
)
_IDENTITY = re.compile(r"(?<![\dA-Za-z-])(\d{6})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?![\dA-Za-z])")
#: What every mail, number and code holds.
_MAY_HOLD = re.compile(r"[@%(\[\d]")
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"


@lru_cache(LAST)
def redact(text: str) -> str:
    """The text with everything personal that has a form replaced by a mark."""
    if not _MAY_HOLD.search(text):
        return text
    for pattern, is_hit in _RULES:
        text = _replaced(pattern, is_hit, text)
    return text


def has_personal_data(text: str) -> bool:
    """Whether a text holds a mail address, a phone number or an identity code."""
    return _MAY_HOLD.search(text) is not None and any(
        is_hit(match) for pattern, is_hit in _RULES for match in pattern.finditer(text)
    )


def _replaced(pattern: re.Pattern[str], is_hit: Callable[[re.Match[str]], bool], text: str) -> str:
    return pattern.sub(lambda match: REDACTED if is_hit(match) else match[0], text)


def _always(_: re.Match[str]) -> bool:
    return True


def _is_phone(match: re.Match[str]) -> bool:
    """Possible rather than assigned: numbers that are never given out are still somebody's form."""
    digits = re.sub(r"\D", "", match[0])
    if not 7 <= len(digits) <= 15:
        return False
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(match[0], "FI"))
    except phonenumbers.NumberParseException:
        return False


def _is_identity_code(match: re.Match[str]) -> bool:
    day, month = int(match[1][:2]), int(match[1][2:4])
    check = _CHECK[int(match[1] + match[2]) % 31]
    return 1 <= day <= 31 and 1 <= month <= 12 and match[3] == check


_RULES = ((_MAIL, _always), (_IDENTITY, _is_identity_code), (_PHONE, _is_phone))
