"""Organisations named in labelled values and in running text.

A bent name goes back to nominative only where its head word is known; any other name stays as
written. What does not belong here: people, and whether two names are one body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingestion.records import OrganisationMention, Role
from ingestion.text.lookups import municipality_names
from ingestion.text.names import collapse
from ingestion.text.party_names import Party, expand, lone_business_id, read_party
from ingestion.text.prose_organisations import OrganisationFound, find_organisations
from ingestion.text.rules.organisation_words import LEGAL, PLACEHOLDERS, PLURALS

__all__ = ["OrganisationFound", "find_organisations", "split_parties"]

_CUT = re.compile(r"\s*;\s*|,\s+|\s+(?:ja|sekä|och|samt|and|&)\s+")
_HELD = re.compile(r"\([^()]*\)")
_LEGAL = re.compile(rf"\b{LEGAL}\s*$")
_OWNER = r"[A-ZÅÄÖ][\w-]*(?:n|s|-)"
#: `Majavan, Saukon` before, and `Ketun yliopistot` behind: owners that share one head.
_OWNERS = re.compile(rf"{_OWNER}(?:,\s+{_OWNER})*")
_SHARED = re.compile(
    rf"(?:{_OWNER},\s+)*(?:{_OWNER}\s+(?:ja|sekä|och|samt)\s+)?{_OWNER}\s+[\w-]*"
    rf"(?:{'|'.join(PLURALS)})\b",
    re.IGNORECASE,
)
#: Words that a name in a row is followed by, as its town.
_ROW = re.compile(r"^[^,;]+(?:,[^,;]+){1,2}$")
#: Names whose own comma or `and` is no border between bodies.
_WHOLE = re.compile(
    r"[\w-]+-, [\w-]+- (?:ja|och) \w+"
    r"|Centre for Economic Development, Transport and the Environment"
    r"|Ministry of [\w ]+ and [\w ]+|, (?:Oy|Ab|Ltd|Inc)\b",
    re.IGNORECASE,
)


def split_parties(value: str, default_role: Role) -> list[OrganisationMention]:
    """Organisations of a labelled value, each with its role.

    Args:
        value: the value of a label such as `Toteuttajat`; rows by line end, parts by comma or
            `ja`. A role in parentheses overrides the default.
        default_role: role of a part that states none. Of several parts under `lead` without a
            stated lead the first one leads and the others are partners.
    """
    parties: list[Party] = []
    rows = [row for row in value.split("\n") if row.strip()]
    towns_in_rows = len(rows) > 1 and all(_ROW.match(_HELD.sub("", row)) for row in rows)
    for row in rows:
        for part in _parts(row, is_row=towns_in_rows):
            party = read_party(part)
            business_id = lone_business_id(part)
            if business_id is not None and parties:
                known = parties[-1].business_id or business_id or None
                parties[-1] = replace(parties[-1], business_id=known)
            elif party:
                parties.extend(Party(n, party.role, party.business_id) for n in expand(party.name))
    return list(_with_roles(parties, default_role))


def _with_roles(parties: list[Party], default_role: Role) -> Iterator[OrganisationMention]:
    has_lead = any(party.role == "lead" for party in parties)
    seen: set[tuple[str, Role]] = set()
    for party in parties:
        role = party.role or default_role
        if party.role is None and role == "lead":
            role = "partner" if has_lead else "lead"
            has_lead = True
        key = (party.name.casefold(), role)
        if key not in seen:
            seen.add(key)
            yield OrganisationMention(role=role, name=party.name, business_id=party.business_id)


def _parts(row: str, *, is_row: bool) -> Iterator[str]:
    masked = row
    for pattern in (_HELD, _WHOLE):
        masked = pattern.sub(lambda m: "\x00" * len(m[0]), masked)
    pieces: list[str] = []
    start = 0
    for cut in _CUT.finditer(masked):
        if not _is_border(row, start, cut):
            continue
        pieces.append(row[start : cut.start()])
        start = cut.end()
    pieces.append(row[start:])
    if is_row:
        yield pieces[0] + "".join(_HELD.findall(" ".join(pieces[1:])))
        return
    towns = municipality_names()
    for index, piece in enumerate(pieces):
        bare = collapse(_HELD.sub("", piece))
        if index and bare in towns and " " in pieces[index - 1].strip():
            continue
        yield piece


def _is_border(row: str, start: int, cut: re.Match[str]) -> bool:
    before, after = row[start : cut.start()], row[cut.end() :]
    word = cut[0].strip().strip(",;")
    if not before.strip() or before.rstrip().endswith("-"):
        return False
    if _OWNERS.fullmatch(before.strip()) and _SHARED.match(after):
        return False
    if after.strip().casefold().rstrip(".") in PLACEHOLDERS:
        return True
    if word == "":
        return not re.match(rf"{LEGAL}\b", after)
    if word == "&" and not _LEGAL.search(before):
        return not _LEGAL.search(_CUT.split(after)[0])
    return bool(re.match(r"\s*[A-ZÅÄÖ0-9\"”(]", after))
