"""Projects that a release names, as records.

Releases are evidence, rarely a grant record: a call, a sum over many projects, a refusal or a
plan never becomes a project or money. What does not belong here: finding the mentions in the
text (`ingestion.text.mentions`, `decisions.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingestion.records import (
    Amount,
    Code,
    CodeScheme,
    Instrument,
    Language,
    OrganisationMention,
    ProjectMention,
    RegionMention,
)
from ingestion.sources.ely_releases.completion import read_rest
from ingestion.sources.ely_releases.decisions import Decision, find_decisions, once
from ingestion.sources.ely_releases.naming import is_project_name
from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance
from ingestion.text.identifiers import CodeFound, find_codes
from ingestion.text.instruments import read_instrument, sole_instrument
from ingestion.text.mentions import MentionFound, find_project_mentions
from ingestion.text.money import AmountFound, find_amounts, labelled_amounts
from ingestion.text.names import comparable
from ingestion.text.organisations import find_organisations
from ingestion.text.periods import PeriodFound
from ingestion.text.privacy import redact
from ingestion.text.regions import find_regions
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import MODALITIES
from ingestion.text.shares import share_holder

_SHARED: frozenset[CodeScheme] = frozenset({"eura_call", "grant_call", "rrf_measure"})
_IDENTITY: tuple[CodeScheme, ...] = ("eura", "hanke_tunnus", "vn_case")
_IGNORED: frozenset[CodeScheme] = frozenset({"y_tunnus"})
#: Sums that are never one project's; they stay in the release's own text.
_NOT_OF_ONE = frozenset({"aggregate", "call_budget", "appropriation", "unknown"})
#: A call is tagged with the area it is open in, which is no project's area.
_CALL = re.compile(
    r"\bhaku|haettav|hakuaika|haetaan|\bhaun\b|ansök|utlys|sökbar|\bcall\b|apply|applications",
    re.IGNORECASE,
)
_GRANTS = re.compile(
    r"\b(?:myöntää|rahoittaa|tukee|saa|beviljar|finansierar|får|grants|funds|receives)\b",
    re.IGNORECASE,
)
_FUND_SHARE = re.compile(
    r"\s+(?:on\s+)?(?:ES[RF]|EAKR|JTF)\+?-(?:tukea|rahoitusta)\b"
    r"|\s+(?:är\s+)?(?:ES[RF]|ERUF|JTF)\+?-(?:stöd|finansiering)\b"
)
_TAGS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Story:
    """One project of a release before it is a record; places are positions in the text.

    `own` spans the words that name it and whose facts are read already.
    """

    name: str
    start: int
    end: int
    own: tuple[int, int]
    codes: tuple[CodeFound, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    amounts: tuple[AmountFound, ...] = ()
    period: PeriodFound | None = None
    regions: tuple[str, ...] = ()

    @property
    def has_lead(self) -> bool:
        """Whether somebody is named who runs it."""
        return any(party.role == "lead" for party in self.organisations)

    @property
    def is_sure(self) -> bool:
        """Whether the words that name it tell more than that it exists."""
        return self.has_lead or bool(self.codes or self.amounts)


def read_mentions(
    release_id: str,
    title: str,
    paragraphs: Sequence[str],
    language: Language | None,
    tagged: Sequence[str],
) -> tuple[ProjectMention, ...]:
    """Projects of one release, numbered in text order.

    Args:
        release_id: natural key of the release.
        title: title with its region tags.
        paragraphs: the release's own text.
        language: language by content.
        tagged: maakunta codes of the title's tags.
    """
    headline = _TAGS.sub("", title)
    text = "\n".join([headline, *paragraphs])
    stories = _stories(text, len(headline), language)
    if len({comparable(s.name) for s in stories if s.is_sure}) == 1:
        others = [s.name for s in stories if not s.is_sure]
        stories = [s for s in stories if s.is_sure]
    else:
        others = []
    if len(stories) == 1:
        own_area = () if _CALL.search(title) else tuple(tagged)
        whole = (0, len(text))
        stories = [_completed(stories[0], text, whole, others, own_area, language)]
    else:
        stories = [
            _completed(story, text, _segment(text, story, following), (), (), language)
            for story, following in pairwise([*stories, None])
            if story is not None
        ]
    general = _general(text, stories)
    stories = _with_sole_funder(stories, general)
    stories = [story for story in stories if story.has_lead or _own_code(story.codes)]
    numbered = len(stories) > 1
    return tuple(
        _mention(
            text,
            general,
            story,
            f"{release_id}#{number}" if numbered else release_id,
            language,
            _about(text, story, only=not numbered and not _CALL.search(title)),
        )
        for number, story in enumerate(stories, 1)
    )


def _stories(text: str, headline: int, language: Language | None) -> list[Story]:
    """Projects told as a fact; a decision's full name wins over a short one in the headline."""
    found = [
        mention for mention in find_project_mentions(text, language) if mention.modality == "fact"
    ]
    read = find_decisions(text, headline)
    codes = [_own_code(find_codes(text[d.first : d.last])) for d in read]
    decisions = once(text, read, codes)
    amounts = find_amounts(text, language) if decisions else []
    told = [_from_decision(d, found, amounts, text) for d in decisions]
    rest = [
        _from_mention(m)
        for m in found
        if is_project_name(m.name) and not _is_told(m, read, headline)
    ]
    return sorted([*told, *rest], key=lambda story: story.start)


def _is_told(mention: MentionFound, decisions: Sequence[Decision], headline: int) -> bool:
    """Whether a mention is a decision's own name, a part of it, or its short name above."""
    if any(d.first <= mention.start < d.last for d in decisions):
        return True
    name = comparable(mention.name)
    if any(name in comparable(d.name) for d in decisions):
        return True
    return mention.start < headline and bool(decisions)


def _from_mention(mention: MentionFound) -> Story:
    return Story(
        mention.name,
        mention.start,
        mention.end,
        (mention.start, mention.end),
        mention.codes,
        mention.organisations,
        mention.amounts,
        mention.periods[0] if len(mention.periods) == 1 else None,
        tuple(region.maakunta_code for region in mention.regions),
    )


def _from_decision(
    decision: Decision, found: Sequence[MentionFound], amounts: Sequence[AmountFound], text: str
) -> Story:
    """The decision with what the same words, or the same mention, say beside the name."""
    same = [m for m in found if decision.first <= m.start < decision.last]
    words = text[decision.first : decision.last]
    inside = [
        a
        for a in amounts
        if decision.first <= a.start < decision.last
        and not (decision.start <= a.start < decision.end)
    ]
    if decision.row_sum is not None:
        inside = [replace(a, kind="granted") for a in inside[:1]] or labelled_amounts(
            "granted", decision.row_sum
        )
    elif decision.lead and len(inside) == 1 and inside[0].kind in ("unknown", "aggregate"):
        is_grant = inside[0].kind == "aggregate" or _is_grant(words)
        inside = [replace(inside[0], kind="granted")] if is_grant else []
    else:
        inside = [_as_share(amount, text) for amount in inside]
    return Story(
        decision.name,
        decision.start,
        decision.end,
        (decision.first, decision.last),
        tuple(find_codes(words)),
        decision.parties,
        tuple(inside),
        next((m.periods[0] for m in same if len(m.periods) == 1), None),
        tuple(region.maakunta_code for region in find_regions(decision.name)),
    )


def _as_share(amount: AmountFound, text: str) -> AmountFound:
    """`…, ja siitä 100 000 euroa on ESR+-tukea`: the part of the costs that was granted."""
    if amount.kind == "unknown" and _FUND_SHARE.match(text, amount.end):
        return replace(amount, kind="granted")
    return amount


def _is_grant(words: str) -> bool:
    told = {hit.means for hit in hits_of(MODALITIES, words)}
    return "granted" in told or _GRANTS.search(words) is not None


def _segment(text: str, story: Story, following: Story | None) -> tuple[int, int]:
    """From a project's name to the end of its row, or to the next project."""
    end = text.find("\n", story.end)
    end = len(text) if end < 0 else end
    return story.start, min(end, following.start) if following else end


def _general(text: str, stories: Sequence[Story]) -> str:
    """The rows of a release that name none of its projects: what they say holds for all."""
    names = [comparable(story.name) for story in stories]
    rows = text.split("\n")
    return "\n".join(row for row in rows if not any(name in comparable(row) for name in names))


def _with_sole_funder(stories: Sequence[Story], general: str) -> list[Story]:
    """Projects of a release that speaks of one granter in general have their money from it."""
    names = {body.name for body in find_organisations(general) if body.role == "funder"}
    if len(names) != 1:
        return list(stories)
    sole = OrganisationMention(role="funder", name=names.pop())
    return [
        story
        if any(party.role == "funder" for party in story.organisations)
        else replace(story, organisations=(*story.organisations, sole))
        for story in stories
    ]


def _completed(
    story: Story,
    text: str,
    span: tuple[int, int],
    others: Sequence[str],
    tagged: Sequence[str],
    language: Language | None,
) -> Story:
    """A project with what the other sentences of its part of the text tell about it."""
    told = read_rest(text, span, story.own, others, language)
    parties, more = list(story.organisations), list(told.organisations)
    if story.has_lead:
        # The sentence that names the project tells best who runs it.
        more = [party for party in more if party.role != "lead"]
    codes = story.codes if _own_code(story.codes) else (*story.codes, *told.codes)
    return replace(
        story,
        organisations=(*parties, *more),
        codes=codes,
        amounts=(*story.amounts, *told.amounts),
        period=story.period or told.period,
        regions=tuple(tagged) or story.regions or told.regions,
    )


def _mention(
    text: str, general: str, story: Story, native_id: str, language: Language | None, about: str
) -> ProjectMention:
    guidance = judge_guidance(story.name, about)
    period = story.period
    organisations = _organisations(story.organisations)
    return ProjectMention(
        native_id=native_id,
        name=redact(story.name),
        name_fi=redact(story.name) if language == "fi" else None,
        name_sv=redact(story.name) if language == "sv" else None,
        name_en=redact(story.name) if language == "en" else None,
        start_date=period.start if period else None,
        start_precision=period.start_precision if period else None,
        end_date=period.end if period else None,
        end_precision=period.end_precision if period else None,
        codes=_codes(story.codes),
        organisations=organisations,
        regions=tuple(
            RegionMention(maakunta_code=code, basis="text") for code in sorted(set(story.regions))
        ),
        amounts=_amounts(
            text, story.amounts, organisations, read_instrument(about) or sole_instrument(general)
        ),
        is_guidance=guidance.is_guidance,
        guidance_evidence=redact(guidance.evidence) if guidance.evidence else None,
        themes=find_themes(story.name, about),
        target_groups=find_target_groups(story.name, about),
    )


def _own_code(found: Sequence[CodeFound]) -> tuple[CodeScheme, str] | None:
    """The first EURA code, or else the first government number."""
    pairs = [(code.scheme, code.value) for code in found]
    return next((pair for scheme in _IDENTITY for pair in pairs if pair[0] == scheme), None)


def _codes(found: Sequence[CodeFound]) -> tuple[Code, ...]:
    own = _own_code(found)
    pairs = dict.fromkeys((code.scheme, code.value) for code in found)
    return tuple(
        Code(
            scheme=scheme,
            value=value,
            role="shared"
            if scheme in _SHARED
            else ("own" if (scheme, value) == own else "related"),
        )
        for scheme, value in pairs
        if scheme not in _IGNORED
    )


def _organisations(found: Sequence[OrganisationMention]) -> tuple[OrganisationMention, ...]:
    seen: dict[tuple[str, str], OrganisationMention] = {}
    leads = {comparable(party.name or "") for party in found if party.role == "lead"}
    for party in found:
        name = comparable(party.name or "")
        if party.role != "partner" or name not in leads:
            seen.setdefault((party.role, name), party)
    return tuple(seen.values())


def _amounts(
    text: str,
    found: Sequence[AmountFound],
    parties: Sequence[OrganisationMention],
    instrument: Instrument | None,
) -> tuple[Amount, ...]:
    lead = next((party.name for party in parties if party.role == "lead"), None)
    funders = [party.name for party in parties if party.role == "funder"]
    amounts: dict[tuple[str, object, str, str | None], Amount] = {}
    for one in found:
        if one.kind in _NOT_OF_ONE:
            continue
        granted = one.kind == "granted"
        holder = share_holder(text, one) if one.kind == "partner_share" else None
        amount = Amount(
            kind=one.kind,
            amount=one.value,
            currency=one.currency,
            qualifier=one.qualifier,
            is_annual=one.is_annual,
            instrument=instrument,
            funder=funders[0] if granted and len(funders) == 1 else None,
            recipient=lead if granted else holder,
            from_prose=True,
            quote=one.quote,
        )
        amounts.setdefault((one.kind, one.value, one.currency, holder), amount)
    return tuple(amounts.values())


def _about(text: str, story: Story, *, only: bool) -> str:
    """The paragraphs that name a project; all of a release that is about nothing else."""
    if only:
        return text
    name = comparable(story.name)
    rows = text.split("\n")
    return "\n".join(row for row in rows if name in comparable(row)) or story.name
