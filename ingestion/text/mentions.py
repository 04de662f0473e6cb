"""Projects that running text names, with what it says about each.

One release may name several projects beside a call and a sum over all of them: every fact goes
to the project whose words stand nearest. What does not belong here: cutting a page down to its
own text, and whether a mention becomes a project.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from ingestion.records import Language, OrganisationMention
from ingestion.text.dates import PeriodFound, find_periods
from ingestion.text.identifiers import CodeFound, find_codes
from ingestion.text.mention_names import NameFound, find_names
from ingestion.text.money import AmountFound, find_amounts
from ingestion.text.names import comparable
from ingestion.text.organisations import OrganisationFound, find_organisations
from ingestion.text.regions import RegionFound, find_regions
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import ANAPHOR, BARE_PROJECT, MODALITIES
from ingestion.text.rules.window_words import WINDOW
from ingestion.text.sentences import sentence_of, sentence_spans

Modality = Literal["fact", "negated", "planned", "applied"]
#: Sums that belong to a call, a budget or many projects.
_NOT_OF_ONE = {"call_budget", "appropriation", "aggregate"}
#: Codes that many projects share are no code of the project.
_CROSSING = re.compile(r"[,;]|\b(?:ja|och|and|sekä|samt|joista|josta)\b")
_CROSSING_COST = 60
#: Swedish and English name the recipient right behind the verb.
_RECIPIENT = re.compile(
    r"\b(?:beviljat|beviljade|tilldelat|granted|awarded)\s+(?:the\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class MentionFound:
    """A project as a text names it.

    Attributes:
        modality: `fact`, or that its money was refused, is planned, or was only applied for.
        start: where the name stands first.
        end: end of the words that name it.
    """

    name: str
    codes: tuple[CodeFound, ...]
    organisations: tuple[OrganisationMention, ...]
    amounts: tuple[AmountFound, ...]
    periods: tuple[PeriodFound, ...]
    regions: tuple[RegionFound, ...]
    start: int
    end: int
    modality: Modality


@dataclass(frozen=True)
class _Facts:
    """Everything found in the text once, before it is shared out."""

    text: str
    spans: list[tuple[int, int]]
    names: list[NameFound]
    organisations: list[OrganisationFound]
    amounts: list[AmountFound]
    periods: list[PeriodFound]
    regions: list[RegionFound]
    codes: list[CodeFound]


def find_project_mentions(text: str, language: Language | None = None) -> list[MentionFound]:
    """Projects that a text names, in text order, each once.

    Args:
        text: a release's own text, or any prose.
        language: its language, where known; decides number marks only.
    """
    organisations = find_organisations(text)
    names = find_names(text, organisations)
    if not names:
        return []
    facts = _Facts(
        text,
        sentence_spans(text),
        names,
        organisations,
        find_amounts(text, language),
        find_periods(text, language),
        find_regions(text),
        find_codes(text),
    )
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        groups.setdefault(comparable(name.name), []).append(index)
    owners = _owners(facts)
    return [_mention(facts, indexes, owners) for indexes in groups.values()]


def _owners(facts: _Facts) -> list[int | None]:
    """Sentence -> index of the only or last name that it speaks of, or None."""
    owners: list[int | None] = []
    current: int | None = None
    for start, end in facts.spans:
        inside = [i for i, name in enumerate(facts.names) if start <= name.start < end]
        if inside:
            current = inside[-1]
            owners.append(current)
        elif current is not None and (
            ANAPHOR.search(facts.text[start:end]) or BARE_PROJECT.search(facts.text[start:end])
        ):
            owners.append(current)
        else:
            owners.append(None)
            current = None
    return owners


def _nearest(facts: _Facts, start: int, end: int, owners: list[int | None]) -> int | None:
    """Index of the name that a fact at a place belongs to."""
    place = sentence_of(facts.spans, start)
    if place >= len(facts.spans):
        return None
    first, last = facts.spans[place]
    inside = [i for i, name in enumerate(facts.names) if first <= name.start < last]
    if not inside:
        return owners[place]

    def cost(index: int) -> int:
        name = facts.names[index]
        between = (
            facts.text[name.end : start] if name.end <= start else facts.text[end : name.start]
        )
        return len(between) + _CROSSING_COST * len(_CROSSING.findall(between))

    return min(inside, key=cost)


def _mention(facts: _Facts, indexes: list[int], owners: list[int | None]) -> MentionFound:
    first = facts.names[indexes[0]]
    own = set(indexes)

    def mine(start: int, end: int) -> bool:
        return _nearest(facts, start, end, owners) in own

    amounts = tuple(
        amount
        for amount in facts.amounts
        if amount.kind not in _NOT_OF_ONE and mine(amount.start, amount.end)
    )
    periods = tuple(
        period
        for period in facts.periods
        if mine(period.start_pos, period.end_pos) and not _is_window(facts, period)
    )
    return MentionFound(
        first.name,
        tuple(code for code in facts.codes if mine(code.start, code.end)),
        tuple(_organisations(facts, indexes, mine)),
        amounts,
        periods,
        tuple(
            region
            for region in facts.regions
            if mine(region.start, region.end) and not _in_name(facts, region)
        ),
        first.start,
        first.end,
        _modality(facts, first),
    )


def _is_window(facts: _Facts, period: PeriodFound) -> bool:
    """An application window or event is not the time of a project."""
    start, end = facts.spans[sentence_of(facts.spans, period.start_pos)]
    return bool(WINDOW.search(facts.text[start:end]))


def _in_name(facts: _Facts, region: RegionFound) -> bool:
    """A place inside an organisation's name says where the body sits, not the project."""
    return any(
        org.start <= region.start < org.end and region.basis != "municipality"
        for org in facts.organisations
    )


def _organisations(
    facts: _Facts, indexes: list[int], is_mine: Callable[[int, int], bool]
) -> list[OrganisationMention]:
    found: list[OrganisationMention] = []
    for org in facts.organisations:
        shared = org.role == "funder" and any(
            _same_sentence(facts, org.start, facts.names[i].start) for i in indexes
        )
        if not shared and not is_mine(org.start, org.end):
            continue
        role = org.role
        if role is None and any(_owns(facts, org, facts.names[i]) for i in indexes):
            role = "lead"
        mention = OrganisationMention(role=role, name=org.name) if role else None
        if mention and mention not in found:
            found.append(mention)
    return found


def _owns(facts: _Facts, org: OrganisationFound, name: NameFound) -> bool:
    """`Järvikunnan opiston Majakkapolku-hanke`: a genitive directly before the name."""
    between = facts.text[org.end : name.start]
    before = facts.text[org.start : org.end]
    if name.end <= org.start and facts.text[name.end : org.start].strip() in ("(", "/"):
        return True
    if before.endswith("lle") or _RECIPIENT.search(facts.text[max(0, org.start - 24) : org.start]):
        return _same_sentence(facts, org.start, name.start)
    if between.strip() == "," and org.end <= name.start:
        return facts.text[: org.start].rstrip(" •*-–").endswith("\n") or org.start == 0
    if org.end <= name.start and between.strip(" \"“”»«'") in ("", "projekt", "project", "hanke"):
        return before.endswith(("n", "s", ":n")) or between.strip() in ("projekt", "project")
    return False


def _same_sentence(facts: _Facts, one: int, other: int) -> bool:
    return sentence_of(facts.spans, one) == sentence_of(facts.spans, other)


def _modality(facts: _Facts, name: NameFound) -> Modality:
    place = sentence_of(facts.spans, name.start)
    start, end = facts.spans[place]
    hits = hits_of(MODALITIES, facts.text[start:end])
    if not hits:
        return "fact"
    at = name.start - start
    nearest = min(hits, key=lambda hit: min(abs(hit.start - at), abs(at - hit.end)))
    told = {hit.means for hit in hits}
    if "negated" in told and (len(told - {"applied"}) == 1 or nearest.means == "negated"):
        return "negated"
    following = facts.spans[place + 1] if place + 1 < len(facts.spans) else None
    if nearest.means == "applied" and following:
        behind = hits_of(MODALITIES, facts.text[following[0] : following[1]])
        told_behind = {hit.means for hit in behind}
        if "negated" in told_behind:
            return "negated"
        if "granted" in told_behind:
            return "fact"
    return "fact" if nearest.means == "granted" else cast("Modality", nearest.means)
