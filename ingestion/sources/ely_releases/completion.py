"""What the other sentences of a release add to a project: money, parties, codes and time.

Each sentence belongs to the last project named before it, unless it names another one or speaks
of the call, of all projects together or of applications. What does not belong here: finding the
projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingestion.records import Language, OrganisationMention
from ingestion.sources.ely_releases.described import described_parties, described_period
from ingestion.text.identifiers import CodeFound, find_codes
from ingestion.text.money import AmountFound, find_amounts
from ingestion.text.names import comparable
from ingestion.text.organisations import find_organisations
from ingestion.text.periods import PeriodFound
from ingestion.text.regions import find_regions
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import MODALITIES
from ingestion.text.sentences import sentence_spans

#: Sums that belong to the project of a text without further words.
_OF_THE_PROJECT = frozenset(
    {"total_cost", "own_funding", "granted_eu_share", "national_share", "partner_share", "applied"}
)
#: One project that was named before, or the money it was given.
_REFERS = re.compile(
    r"\b(?:hank(?:e|keelle|keen|keeseen|etta|keessa|keesta|keella)|projekti(?:lle|n|a|in)?"
    r"|projektet|the project|sille|siihen|siitä|sitä|jolle|it|its)\b"
    r"|^\W*sen\s+(?:(?:pää)?toteutta|hallinnoi|koordinoi)|\bbevilja(?:t|de|r)\s+det\b"
    r"|^\W*(?:avustu|tuki\b|tue[nt]\b|tukea\b|rahoitu|[\w+]+-(?:tuki|tuke|rahoitu)|bidrag|stöd|"
    r"understöd|finansiering|the (?:grant|funding|support))",
    re.IGNORECASE,
)
#: The call, applications, or money of others beside the project's own.
_OF_OTHERS = re.compile(
    r"\b(?:haussa|haun|haku|hakuaika|hakukierro\w*|hakemu(?:s|k)\w*|hakija(?:t|a|n|lle)|haetaan|haettiin|utlysning\w*"
    r"|ansökning\w*|ansökan|ansökt\w*|applications?|call|calls"
    r"|muille|muut hankkeet|toise\w+ hank\w+|edeltä\w+|aiem\w+|kaikkiaan|tähän mennessä"
    r"|hankkeille|hankkeita|hanketta\s+yhteensä|projekten|projects|maakunnassa|alueella"
    r"|other projects|previous\w*|earlier|tidigare|föregående|vuosittain\s+jaetaan)\b",
    re.IGNORECASE,
)
#: A budget that is the call's, whatever it is called.
_OF_A_CALL = re.compile(
    r"\b(?:haussa|haun|hakukierro\w*|utlysning\w*|calls?|ohjelman|programmets)\b", re.IGNORECASE
)
#: `Avustuksen suuruus on …` behind the project's name is its grant, with `enintään` too.
_SIZE = re.compile(
    r"^\W*(?:avustuksen|tuen|rahoituksen)\s+(?:suuruus|määrä)\s+on\b"
    r"|^\W*(?:avustus|tuki|rahoitus)\s+on\s+(?:noin\s+|enintään\s+)?\d"
    r"|^\W*(?:bidraget|stödet|understödet|finansieringen)\s+(?:är|uppgår\s+till)\b"
    r"|^\W*the\s+(?:grant|funding)\s+(?:is|amounts\s+to)\b",
    re.IGNORECASE,
)
_GENERAL_KINDS = frozenset({"unknown", "call_budget", "granted"})


@dataclass(frozen=True)
class Told:
    """Facts of the sentences that follow a project's name; places are in the whole text."""

    organisations: tuple[OrganisationMention, ...]
    codes: tuple[CodeFound, ...]
    amounts: tuple[AmountFound, ...]
    period: PeriodFound | None
    regions: tuple[str, ...]


def read_rest(
    text: str,
    span: tuple[int, int],
    own: tuple[int, int],
    others: Sequence[str],
    language: Language | None,
) -> Told:
    """Facts about one project in a part of a text.

    Args:
        text: the whole release.
        span: the part that speaks of the project.
        own: the words that name it; their facts are not read again.
        others: names of other projects; sentences with them are passed over.
        language: language by content.
    """
    begin, end = span
    part = text[begin:end]
    shown = list(_own_sentences(part, others))
    sentences = [part[first:last] for first, last in shown]
    far = [(first, last) for first, last in shown if not own[0] <= begin + first < own[1]]
    amounts = [
        replace(amount, start=amount.start + begin, end=amount.end + begin)
        for amount in _amounts(part, shown, far, language)
    ]
    parties = [*described_parties(sentences), *_acting(part, far)]
    places = [(first, last) for first, last in shown if not _OF_OTHERS.search(part[first:last])]
    regions = [
        region.maakunta_code
        for region in find_regions(part)
        if region.basis in ("name", "national")
        and any(first <= region.start < last for first, last in places)
    ]
    codes = [
        code
        for code in find_codes(part)
        if any(first <= code.start < last for first, last in shown)
    ]
    return Told(
        tuple(parties),
        tuple(codes),
        tuple(amounts),
        described_period(sentences, language),
        tuple(regions),
    )


def _own_sentences(part: str, others: Sequence[str]) -> Iterator[tuple[int, int]]:
    names = [name for name in map(comparable, others) if name]
    for first, last in sentence_spans(part):
        said = comparable(part[first:last])
        if not any(name in said for name in names):
            yield first, last


def _amounts(
    part: str,
    shown: Sequence[tuple[int, int]],
    far: Sequence[tuple[int, int]],
    language: Language | None,
) -> Iterator[AmountFound]:
    for amount in find_amounts(part, language):
        span = next(((f, e) for f, e in shown if f <= amount.start < e), None)
        if span is None:
            continue
        sentence = part[span[0] : span[1]]
        if amount.kind in _OF_THE_PROJECT:
            is_call = _OF_A_CALL.search(sentence) is not None
            if not is_call and (amount.kind != "applied" or not _OF_OTHERS.search(sentence)):
                yield amount
        elif span in far and amount.kind in _GENERAL_KINDS and _is_own(sentence, amount):
            yield replace(amount, kind="granted")


def _is_own(sentence: str, amount: AmountFound) -> bool:
    """Whether a sentence without the project's name says what it was granted."""
    told = {hit.means for hit in hits_of(MODALITIES, sentence)}
    if told & {"negated", "planned", "applied"} or _OF_OTHERS.search(sentence):
        return False
    if _SIZE.search(sentence):
        return True
    return amount.kind == "granted" and _REFERS.search(sentence) is not None


def _acting(part: str, far: Sequence[tuple[int, int]]) -> Iterator[OrganisationMention]:
    """Bodies that a sentence about the project gives a role."""
    for first, last in far:
        sentence = part[first:last]
        if _OF_OTHERS.search(sentence) or not _REFERS.search(sentence):
            continue
        for body in find_organisations(sentence):
            if body.role in ("lead", "partner", "funder"):
                yield OrganisationMention(role=body.role, name=body.name)
