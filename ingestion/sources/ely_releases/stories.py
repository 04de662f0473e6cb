"""Projects that a release names, as records.

Releases are evidence, rarely a grant record: a call, a sum over many projects, a refusal or a
plan never becomes a project or money. What does not belong here: finding the mentions in the
text (`ingestion.text.mentions`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
from ingestion.text.guidance import judge_guidance
from ingestion.text.identifiers import CodeFound
from ingestion.text.instruments import read_instrument
from ingestion.text.mentions import MentionFound, find_project_mentions
from ingestion.text.names import comparable
from ingestion.text.privacy import redact

_SHARED: frozenset[CodeScheme] = frozenset({"eura_call", "grant_call", "rrf_measure"})
_IDENTITY: tuple[CodeScheme, ...] = ("eura", "hanke_tunnus", "vn_case")
_IGNORED: frozenset[CodeScheme] = frozenset({"y_tunnus"})
#: Sums that are never one project's; they stay in the release's own text.
_NOT_OF_ONE = frozenset({"aggregate", "call_budget", "appropriation"})
#: A call is tagged with the area it is open in, which is no project's area.
_CALL = re.compile(
    r"\bhaku|haettav|hakuaika|haetaan|\bhaun\b|ansök|utlys|sökbar|\bcall\b|apply|applications",
    re.IGNORECASE,
)
_TAGS = re.compile(r"\s*\([^()]*\)\s*$")


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
    rows = [_TAGS.sub("", title), *paragraphs]
    text = "\n".join(rows)
    found = [m for m in find_project_mentions(text, language) if _makes_project(m)]
    numbered = len(found) > 1
    return tuple(
        _mention(
            mention,
            f"{release_id}#{number}" if numbered else release_id,
            language,
            _about(rows, mention, only=not numbered),
            () if numbered or _CALL.search(title) else tagged,
        )
        for number, mention in enumerate(found, 1)
    )


def _makes_project(mention: MentionFound) -> bool:
    """A project is named with a lead or a code of its own, and as a fact."""
    has_lead = any(party.role == "lead" for party in mention.organisations)
    return mention.modality == "fact" and (
        has_lead or any(code.role == "own" for code in _codes(mention.codes))
    )


def _mention(
    mention: MentionFound,
    native_id: str,
    language: Language | None,
    about: str,
    tagged: Sequence[str],
) -> ProjectMention:
    period = mention.periods[0] if len(mention.periods) == 1 else None
    instrument = read_instrument(about)
    guidance = judge_guidance(mention.name, about)
    return ProjectMention(
        native_id=native_id,
        name=mention.name,
        name_fi=mention.name if language == "fi" else None,
        name_sv=mention.name if language == "sv" else None,
        name_en=mention.name if language == "en" else None,
        start_date=period.start if period else None,
        start_precision=period.start_precision if period else None,
        end_date=period.end if period else None,
        end_precision=period.end_precision if period else None,
        codes=_codes(mention.codes),
        organisations=_organisations(mention.organisations),
        regions=_regions(mention, tagged),
        amounts=_amounts(mention, instrument),
        is_guidance=guidance.is_guidance,
        guidance_evidence=redact(guidance.evidence) if guidance.evidence else None,
    )


def _codes(found: Sequence[CodeFound]) -> tuple[Code, ...]:
    """The first EURA code, or else the government number, is the project's own."""
    pairs = dict.fromkeys((c.scheme, c.value) for c in found if c.scheme not in _IGNORED)
    own = next(
        (pair for scheme in _IDENTITY for pair in pairs if pair[0] == scheme),
        None,
    )
    return tuple(
        Code(
            scheme=scheme,
            value=value,
            role="shared"
            if scheme in _SHARED
            else ("own" if (scheme, value) == own else "related"),
        )
        for scheme, value in pairs
    )


def _organisations(found: Sequence[OrganisationMention]) -> tuple[OrganisationMention, ...]:
    seen: dict[tuple[str, str], OrganisationMention] = {}
    for party in found:
        seen.setdefault((party.role, comparable(party.name or "")), party)
    return tuple(seen.values())


def _regions(mention: MentionFound, tagged: Sequence[str]) -> tuple[RegionMention, ...]:
    stated = [region.maakunta_code for region in mention.regions] or list(tagged)
    return tuple(
        RegionMention(maakunta_code=code, basis="text") for code in sorted(dict.fromkeys(stated))
    )


def _amounts(mention: MentionFound, instrument: Instrument | None) -> tuple[Amount, ...]:
    lead = next((p.name for p in mention.organisations if p.role == "lead"), None)
    funders = [p.name for p in mention.organisations if p.role == "funder"]
    amounts = []
    for found in mention.amounts:
        if found.kind in _NOT_OF_ONE:
            continue
        granted = found.kind == "granted"
        amount = Amount(
            kind=found.kind,
            amount=found.value,
            currency=found.currency,
            qualifier=found.qualifier,
            is_annual=found.is_annual,
            instrument=instrument,
            funder=funders[0] if granted and len(funders) == 1 else None,
            recipient=lead if granted else None,
            from_prose=True,
            quote=found.quote,
        )
        if amount not in amounts:
            amounts.append(amount)
    return tuple(amounts)


def _about(rows: Sequence[str], mention: MentionFound, *, only: bool) -> str:
    """The paragraphs that speak of a project: those that name it, and what follows them.

    A release that names one project and opens no call is about that project as a whole.
    """
    name = comparable(mention.name)
    naming = [i for i, row in enumerate(rows) if name in comparable(row)]
    if only and 0 in naming:
        return "\n".join(rows)
    return "\n".join(rows[i] for i in naming if i > 0) or mention.name
