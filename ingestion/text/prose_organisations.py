"""Organisations in running text, told by legal forms, institution words and known bodies.

What does not belong here: labelled values; see `organisations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingestion.records import Role
from ingestion.text.memory import remembered
from ingestion.text.party_names import expand
from ingestion.text.party_roles import (
    NEW_CLAUSE,
    Argument,
    framed_bodies,
    read_roles,
    written_case,
)
from ingestion.text.role_frames import framed_roles
from ingestion.text.rules.organisation_words import (
    BODIES,
    ENUMERATED,
    GENERIC,
    HEADS,
    LEGAL,
    LEGAL_CASE,
    PLURALS,
    ROLE_VERBS,
)


@dataclass(frozen=True)
class OrganisationFound:
    """A body named in a text; `role` None where the sentence does not tell it."""

    name: str
    role: Role | None
    start: int
    end: int


_CAP = r"[A-ZÅÄÖ][\w-]{0,60}"
_LOWER_HEADS = "|".join(sorted(HEADS, key=len, reverse=True))
_BENT = "|".join(HEADS[head] for head in sorted(HEADS, key=len, reverse=True))
_FI_PLURALS = "|".join(
    sorted((p for p in PLURALS if not p.endswith(("er", "na", "en", "or"))), key=len, reverse=True)
)
#: `Majavan koulutuskuntayhtymä`, `Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus`.
_OWNED = re.compile(
    rf"(?<![\w-])(?P<owner>(?:{_CAP}(?<!ine)n|{_CAP}(?<=-)(?:,\s{_CAP}(?<=-))*\s(?:ja|och)\s{_CAP}n)"
    rf"(?:(?:,\s{_CAP}n)*\s(?:ja|sekä)\s{_CAP}n)?)\s"
    rf"(?P<middle>(?:elinkeino-, liikenne- ja |koulutuksen |aluekehitys"
    rf"|(?:talous)?(?:seudun|alueen) |maakunnan |kaupungin |kunnan )?)"
    rf"(?P<prefix>[\w-]*?)(?:(?P<plural>{_FI_PLURALS})|(?P<bent>{_BENT})|(?P<head>{_LOWER_HEADS}))"
    rf"(?![\wåäö-])(?P<second>\s(?:opisto|ammattiopisto|{LEGAL})(?![\wåäö])(?:{LEGAL_CASE})?)?"
)
#: `Satamakaupunki`, `Testiministeriö`: the head inside one capitalised word.
_ONE_WORD = re.compile(
    rf"(?<![\w-])(?P<start>[A-ZÅÄÖ][\wåäö-]*?)(?:(?P<bent>{_BENT})"
    rf"|(?P<head>{_LOWER_HEADS}))(?![\wåäö-])"
)
#: Words of one name stand in one line.
_GAP = "[ \u00a0]"
_LEGAL_NAME = re.compile(
    rf"(?<![\w-])(?P<name>{_CAP}(?:{_GAP}(?:{_CAP}|ja|och|&|of|för"
    rf"|i)){{0,5}}?{_GAP}{LEGAL}){LEGAL_CASE}(?![\wåäö])"
    # `Rannikon kehittämisyhtiö Oy`: whose it is, and small words up to the form of law
    rf"|(?<![\w-])(?P<owned>(?!(?:Hankkeen|Projektin)\b)[A-ZÅÄÖ][\wåäö-]*n"
    rf"(?:{_GAP}[a-zåäö-]{{3,}}){{1,2}}{_GAP}(?:Oyj|Oy Ab|Oy|Ab)){LEGAL_CASE}(?![\wåäö])"
)
_SV = re.compile(
    rf"(?<![\w-])(?P<name>(?:NTM-centralen|Livskraftscentralen"
    rf"|Närings-, trafik- och miljöcentralen) i "
    rf"{_CAP}(?:{_GAP}(?:Österbotten|Karelen|Savolax|Finland|Tavastland))?)"
    rf"|(?<![\w-])(?!(?:En|Ett|Den|Det|Varje|Ingen|Vår|Alla|Samma|Hela|Projektets?|Stadens?)\b)"
    rf"(?P<owned>{_CAP}(?:{_GAP}{_CAP})?s?{_GAP}(?:[a-zåäö-]*(?:universitet|högskola|institut"
    rf"|samkommun|förbund|stiftelse|gymnasium)|stad|kommun|livskraftscentral|NTM-central"
    rf"|välfärdsområde|sysselsättningsområde))(?:ets?|ens?|en|n|s)?(?![\wåäö])"
)
_EN = re.compile(
    rf"(?<![\w-])(?P<name>Ministry of {_CAP}(?:{_GAP}{_CAP})?(?:{_GAP}and{_GAP}{_CAP})?"
    rf"|(?:University|City|Town|Municipality|Institute|College|Regional Council"
    rf"|Wellbeing Services County"
    rf"|Economic Development Centre|ELY Centre"
    rf"|Centre for Economic Development, Transport and the Environment)"
    rf" (?:of|for) (?:Applied Sciences(?: of)? )?{_CAP}(?:{_GAP}{_CAP})?"
    rf"|(?!The\b){_CAP}(?:{_GAP}{_CAP}){{0,2}}?{_GAP}"
    rf"(?:University(?: of Applied Sciences)?|ELY Centre"
    rf"|Joint (?:Municipal )?Authority(?: for [A-Z][a-z]+(?: and [A-Z][a-z]+)?)?"
    rf"|(?:Wellbeing Services|Folk High) (?:County|School)|Adult Education Centre"
    rf"|Economic Development Centre"
    rf"|College|Institute|Foundation|Association|Municipality))(?![\wåäö])"
)
_SV_ONE_WORD = re.compile(
    r"(?<![\w-])(?!Huvudstad|Bostad|Verkstad|Hemstad|Hemkommun|Grannkommun)"
    r"(?P<name>[A-ZÅÄÖ][a-zåäö-]+(?:stad|kommun|samkommun|stiftelse|folkhögskola))s?(?![\wåäö])"
)
_BODIES = re.compile(
    r"(?<![\w-])(?=[A-ZÅÄÖ]|[a-zåäö]+- ja )(?:"
    + "|".join(f"(?P<body{index}>{pattern})" for index, (pattern, _) in enumerate(BODIES))
    + ")"
)
_ROLE_VERBS = tuple(
    (role, re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE))
    for role, after, before in ROLE_VERBS
)
_ENUMERATED = re.compile(ENUMERATED)
_BENT_HEADS = tuple((head, re.compile(rf"(?:{pattern})$")) for head, pattern in HEADS.items())
_ABBREVIATED = {"ELY-keskus", "TE-toimisto"}


@remembered
def find_organisations(text: str) -> list[OrganisationFound]:
    """Bodies of a text in text order; the longest name at a place wins."""
    found: list[tuple[str, int, int]] = []
    for name, start, end in _candidates(text):
        if not any(start < other_end and other < end for _, other, other_end in found):
            found.append((name, start, end))
    bodies = [
        OrganisationFound(each, role, start, end)
        for (name, start, end), role in _with_roles(text, sorted(found, key=lambda one: one[1]))
        for each in expand(name)
    ]
    return list(_with_shared_roles(text, bodies))


def _with_roles(
    text: str, found: list[tuple[str, int, int]]
) -> Iterator[tuple[tuple[str, int, int], Role | None]]:
    """Each body with its role: by its clause, else by the words right beside it."""
    arguments = [
        Argument(name, start, end, written_case(name, text[start:end]))
        for name, start, end in found
    ]
    told = read_roles(text, arguments)
    # A coordinator in running text stays a lead here: the text may be about several projects.
    framed = framed_roles(text, arguments)
    told |= {index: role for index, role in framed.items() if role != "coordinator"}
    for index, (body, argument) in enumerate(zip(found, arguments, strict=True)):
        yield body, told.get(index) or _role(text, argument)


def _with_shared_roles(text: str, found: list[OrganisationFound]) -> Iterator[OrganisationFound]:
    """Bodies of one enumeration share its role; of several that run a project the first leads."""
    group: list[OrganisationFound] = []
    for one in found:
        if group and not _goes_on(text, group, one):
            yield from _one_role(group)
            group = []
        group.append(one)
    yield from _one_role(group)


def _goes_on(text: str, group: list[OrganisationFound], one: OrganisationFound) -> bool:
    before = group[-1]
    same = before.start == one.start
    if len(group) == 1 and NEW_CLAUSE.match(text, before.end):
        return same
    return same or _ENUMERATED.fullmatch(text, before.end, one.start) is not None


def _one_role(group: list[OrganisationFound]) -> Iterator[OrganisationFound]:
    told = {one.role for one in group if one.role}
    if len(told) != 1 or len(group) == 1:
        yield from group
        return
    (role,) = told
    for place, one in enumerate(group):
        yield replace(one, role="partner" if role == "lead" and place else role)


def _candidates(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _BODIES.finditer(text):
        yield BODIES[int((match.lastgroup or "body0")[4:])][1], *match.span()
    for match in _OWNED.finditer(text):
        yield _owned_name(match), *match.span()
    for match in _LEGAL_NAME.finditer(text):
        name = match["name"] or match["owned"]
        start = match.start() + _skip_opening(name)
        yield text[start : match.start() + len(name)], start, match.end()
    for pattern in (_SV, _EN):
        for match in pattern.finditer(text):
            group = "name" if match["name"] else "owned"
            yield match[group], match.start(group), match.end()
    for match in _SV_ONE_WORD.finditer(text):
        yield match["name"], *match.span()
    for match in _ONE_WORD.finditer(text):
        name = match["start"] + (match["head"] or _nominative(match["bent"]))
        if name not in GENERIC and len(match["start"]) > 1:
            yield name, *match.span()
    yield from framed_bodies(text)


def _owned_name(match: re.Match[str]) -> str:
    tail = match["plural"] or match["head"] or _nominative(match["bent"])
    second = (match["second"] or "").partition(":")[0]
    return f"{match['owner']} {match['middle']}{match['prefix']}{tail}{second}"


def _nominative(bent: str) -> str:
    """The head whose pattern covers the bent form whole; the longest head wins."""
    fitting = [head for head, pattern in _BENT_HEADS if pattern.fullmatch(bent)]
    return max(fitting, key=len)


def _skip_opening(name: str) -> int:
    """A sentence's first word is no part of a name when a longer name follows it."""
    first, _, rest = name.partition(" ")
    words = {
        "Hanketta",
        "Hankkeen",
        "Toteuttajana",
        "Rahoittajana",
        "Mukana",
        "Lisäksi",
        "The",
        "Projektet",
    }
    return len(first) + 1 if first in words and " " in rest else 0


def _role(text: str, body: Argument) -> Role | None:
    before, after = text[max(0, body.start - 60) : body.start], text[body.end : body.end + 60]
    # Who owns the project or is given something is not the giver, wherever the verb stands.
    is_giver = body.case not in ("genitive", "allative")
    for role, after_pattern, before_pattern in _ROLE_VERBS:
        if after_pattern.search(after):
            return role
        if before_pattern.search(before) and (role != "funder" or is_giver):
            return role
    return None
