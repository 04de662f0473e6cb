"""The name of one organisation as a labelled value writes it.

What does not belong here: splitting a value into several organisations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingestion.records import Role
from ingestion.text.identifiers import business_id_valid, normal_business_id
from ingestion.text.names import collapse
from ingestion.text.rules.organisation_words import PLACEHOLDERS, PLURALS, ROLES

_PARENTHESES = re.compile(r"\s*\(([^()]*)\)")
_ID = re.compile(
    r"[\s,;(]*(?:y-?tunnus|fo-nummer|business id)?\s*:?\s*((?:FI ?)?\d{7}[-–−]?\d)(?!\d)\)?",
    re.IGNORECASE,
)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for role, pattern in ROLES
)
_LEADING_ROLE = re.compile(
    rf"^\s*(?:{'|'.join(pattern for _, pattern in ROLES)})\s*[:–—-]\s*", re.IGNORECASE
)
_TRAILING_ROLE = re.compile(
    rf"\s*(?:,|\s[–—-])\s*(?P<role>{'|'.join(pattern for _, pattern in ROLES)})\s*$", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]{0,9}")
_FORMER = re.compile(
    r"^(?:nyk\.?|ent\.?|nyk|aiemmin|entinen|nuv\.?|f\.d\.?|formerly|now)\s", re.IGNORECASE
)
_BULLET = re.compile(r"^[\s•·*–—-]+(?=\S)")


@dataclass(frozen=True)
class Party:
    """One organisation of a labelled value; `role` only where the value states it."""

    name: str
    role: Role | None
    business_id: str | None


def read_party(text: str) -> Party | None:
    """The organisation of one part of a value, or None for a placeholder."""
    role: Role | None = None
    business_id: str | None = None
    match = _ID.search(text)
    if match and business_id_valid(match[1]):
        business_id = normal_business_id(match[1])
    if match:
        text = text[: match.start()] + " " + text[match.end() :]
    leading = _LEADING_ROLE.match(text)
    if leading:
        role = _role_of(leading[0])
        text = text[leading.end() :]
    trailing = _TRAILING_ROLE.search(text)
    if trailing:
        role = role or _role_of(trailing["role"])
        text = text[: trailing.start()]
    for inside in _PARENTHESES.findall(text):
        role = role or _role_of(inside)
    name = _clean(_PARENTHESES.sub(_kept, text))
    if name.casefold() in PLACEHOLDERS or not re.search(r"[^\W\d_]{2}", name):
        return None
    return Party(name, role, business_id)


def lone_business_id(text: str) -> str | None:
    """The business id of a part that holds nothing else; empty where its check digit is wrong."""
    match = _ID.fullmatch(text.strip(" ()"))
    if match is None:
        return None
    return (normal_business_id(match[1]) or "") if business_id_valid(match[1]) else ""


def expand(name: str) -> list[str]:
    """Two or more bodies written with one head: `Majavan ja Saukon yliopistot`."""
    head, _, last = name.rpartition(" ")
    singular = PLURALS.get(last) or PLURALS.get(last.lower())
    if not head or singular is None:
        return [name]
    owners = [part.strip() for part in re.split(r",\s*|\s+(?:ja|sekä|och|samt)\s+", head)]
    if len(owners) < 2 or not all(re.match(r"[A-ZÅÄÖ]", owner) for owner in owners):
        return [name]
    _, joint, tail = owners[-1].partition("-")
    shared = f"-{tail}" if joint else ""
    full = [owner[:-1] + shared if owner.endswith("-") else owner for owner in owners]
    return [f"{owner} {singular}" for owner in full]


def _role_of(text: str) -> Role | None:
    return next((role for role, pattern in _ROLES if pattern.search(text)), None)


def _kept(match: re.Match[str]) -> str:
    """Parentheses that are a role, an abbreviation or a former name are no part of the name."""
    inside = match[1].strip()
    if _role_of(inside) or _FORMER.match(inside) or _ABBREVIATION.fullmatch(inside):
        return ""
    return match[0] if inside else ""


def _clean(text: str) -> str:
    text = re.sub(
        r"^(?:mm\.|muun muassa|bl\.a\.|e\.g\.|sekä|ja|och|and|samt)\s+", "", _BULLET.sub("", text)
    )
    text = collapse(text).strip(" ,;:")
    return text[:-1] if text.endswith(".") and not re.search(r"\b\w\.\w?\.$", text) else text
