"""Identifiers that sources share: project codes, case numbers, business ids, handles, URNs.

What does not belong here: whether a code names the project of the page or another one; the
page decides that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingestion.records import CodeScheme
from ingestion.text.memory import remembered

_COLON = r"(?::|%3A|%253A)"
_SLASH = r"(?:/|%2F|%252F)"
_DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
_BEFORE = r"(?<![0-9A-Za-zÅÄÖåäö])"
_AFTER = r"(?![0-9A-Za-zÅÄÖåäö])"
_MINISTRY = r"(?:VNK|UM|OM|SM|PLM|VM|OKM|MMM|LVM|TEM|STM|YM)"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
#: What every code holds.
_MAY_HOLD = re.compile(r"\d|urn", re.IGNORECASE)
_ID_FORM = re.compile(r"(?:FI)?(\d{6,7})-?(\d)")


@dataclass(frozen=True)
class CodeFound:
    """An identifier in normal form and where it stands."""

    scheme: CodeScheme
    value: str
    start: int
    end: int


@remembered
def find_codes(text: str) -> list[CodeFound]:
    """All identifiers of a text or URL, in text order; a longer one hides those inside it.

    Codes that exist only as the value of a named field (EURA call codes) are not searched.
    """
    found: list[CodeFound] = []
    if not _MAY_HOLD.search(text):
        return found
    for scheme, pattern, normal in _PATTERNS:
        for match in pattern.finditer(text):
            value = normal(match)
            start, end = match.span()
            if value and not any(start < other.end and other.start < end for other in found):
                found.append(CodeFound(scheme, value, start, start + len(match[0])))
    return sorted(found, key=lambda code: code.start)


def normal_business_id(text: str) -> str | None:
    """Business id as `1234567-8`, or None where the text has no such form.

    The check digit is not judged here: see `business_id_valid`.
    """
    compact = re.sub(r"\s+", "", text).upper()
    compact = re.sub(f"[{_DASHES}]", "-", compact)
    match = _ID_FORM.fullmatch(compact)
    if match is None:
        return None
    return f"{match[1]:0>7}-{match[2]}"


def business_id_valid(text: str) -> bool:
    """Whether a text is a business id whose check digit is right."""
    normal = normal_business_id(text)
    if normal is None:
        return False
    rest = sum(int(d) * w for d, w in zip(normal[:7], _WEIGHTS, strict=True)) % 11
    if rest == 1:
        return False
    return int(normal[8]) == (0 if rest == 0 else 11 - rest)


def _decoded(match: re.Match[str]) -> str:
    """Upper case, percent-encoded marks written out (also those encoded twice)."""
    text = match[0].upper()
    return re.sub(r"%(?:25)?(3A|2F)", lambda m: ":" if m[1] == "3A" else "/", text)


def _urn(match: re.Match[str]) -> str:
    value = match[0].rstrip(".,;:)]}>\"'”»")
    value = re.sub(r"%(?:25)?3A", ":", value, flags=re.IGNORECASE)
    _, kind, rest = value.split(":", 2)
    return f"URN:{kind.upper()}:{rest}" if rest else ""


def _business_id(match: re.Match[str]) -> str:
    return (normal_business_id(match[0]) or "") if business_id_valid(match[0]) else ""


def _upper(match: re.Match[str]) -> str:
    return match[0].upper()


_Normal = Callable[[re.Match[str]], str]
_PATTERNS: tuple[tuple[CodeScheme, re.Pattern[str], _Normal], ...] = (
    (
        "urn",
        re.compile(rf"URN{_COLON}(?:ISBN|NBN){_COLON}[^\s<>\"'”»&?#]+", re.IGNORECASE),
        _urn,
    ),
    (
        "hanke_tunnus",
        re.compile(
            rf"(?<![A-Za-zÅÄÖåäö0-9]){_MINISTRY}\d{{3}}{_COLON}\d{{2}}{_SLASH}\d{{4}}(?!\d)",
            re.IGNORECASE,
        ),
        _decoded,
    ),
    (
        "vn_case",
        re.compile(
            rf"{_BEFORE}(?:VN{_SLASH}\d{{1,6}}|{_MINISTRY}{_SLASH}\d{{1,6}}{_SLASH}"
            rf"\d{{2}}(?:\.\d{{2}}){{1,3}}){_SLASH}\d{{4}}(?!\d)",
        ),
        _decoded,
    ),
    (
        "grant_call",
        re.compile(rf"{_BEFORE}va-[a-z]{{2,6}}-\d{{4}}-\d{{1,6}}{_AFTER}", re.IGNORECASE),
        lambda match: match[0].lower(),
    ),
    (
        "rrf_measure",
        re.compile(rf"{_BEFORE}P[1-4]C\d[RI]\d{{1,2}}{_AFTER}"),
        _upper,
    ),
    (
        "handle",
        re.compile(rf"(?<![\d.,])(?:10024|11111){_SLASH}\d{{1,8}}(?![\d/])", re.IGNORECASE),
        _decoded,
    ),
    (
        "eura",
        re.compile(rf"{_BEFORE}(?:[ASJ]\d{{5}}|A\d{{6}}|A\d{{9}})(?!-\d){_AFTER}"),
        _upper,
    ),
    (
        "y_tunnus",
        re.compile(
            rf"(?<![\d{_DASHES}/.A-Za-z])(?:FI ?\d{{8}}"
            rf"|\d{{7}}[{_DASHES}]\d)(?![\d{_DASHES}/A-Za-z])"
        ),
        _business_id,
    ),
)
