"""Single projects as releases word them: in a sentence, in a row of a list, or in the title.

What was refused, asked for or planned is no decision. What does not belong here: where a name
begins and ends (`naming.py`), rows of lists (`rows.py`), facts of other sentences
(`described.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingestion.records import OrganisationMention
from ingestion.sources.ely_releases.naming import (
    Naming,
    clean_name,
    find_namings,
    is_project_name,
)
from ingestion.sources.ely_releases.rows import Row, find_rows
from ingestion.text.names import comparable
from ingestion.text.organisations import OrganisationFound, find_organisations
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import MODALITIES
from ingestion.text.sentences import sentence_spans

_SUM = re.compile(r"\d[\d\s.,]*(?:€|EUR\b|euro|milj)|(?:€|EUR)\s?\d", re.IGNORECASE)
#: A title whose last words are the name of the project that the release is about.
_TITLES = (
    re.compile(
        r"^(?:[\w+-]*(?:rahoitu|avustu)\w*|tukea|tuki|understöd|stöd|bidrag|finansiering"
        r"|funding|grant)\s+(?P<to>[^:]{3,100}):\s+(?P<name>[^\n]+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:uusi\s+(?:[\w-]+\s+)?(?:[\w-]*hanke|projekti)(?:\s+\w+)?|nytt\s+projekt(?:\s+\w+)?"
        r"|new\s+project(?:\s+\w+)?):\s+(?P<name>[^\n]+)$",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True)
class Decision:
    """A project that a release is about, or one of several.

    Attributes:
        start: where the name stands, to `end`.
        first: where the words begin that speak of this project alone, to `last`.
        parties: bodies that those words give a role.
        row_sum: the sum of a row of a list as written, maybe without its unit; a grant.
    """

    name: str
    start: int
    end: int
    first: int
    last: int
    parties: tuple[OrganisationMention, ...] = ()
    row_sum: str | None = None

    @property
    def lead(self) -> str | None:
        """Who runs the project, where the words beside its name tell it."""
        return next((party.name for party in self.parties if party.role == "lead"), None)


def find_decisions(text: str, headline: int = 0) -> list[Decision]:
    """Projects of a text in order.

    Args:
        text: title, then the rows of the release.
        headline: length of the title.
    """
    rows = [_from_row(row) for row in find_rows(text)]
    told = [
        one
        for one in _told(text)
        if not any(row.first < one.end and one.start < row.last for row in rows)
    ]
    body = [*rows, *(one for one in told if one.start >= headline)]
    above = [one for one in told if one.start < headline]
    if not body:
        body = _of_title(text[:headline]) or above
    return sorted(body, key=lambda one: one.start)


def _from_row(row: Row) -> Decision:
    parties = (
        *((OrganisationMention(role="lead", name=row.lead),) if row.lead else ()),
        *(OrganisationMention(role="partner", name=name) for name in row.partners),
    )
    end = row.start + len(row.name)
    return Decision(row.name, row.start, end, row.first, row.last, parties, row.sum)


def _told(text: str) -> Iterator[Decision]:
    for first, last in sentence_spans(text):
        sentence = text[first:last]
        if not is_fact(sentence):
            continue
        bodies = find_organisations(sentence)
        namings = find_namings(sentence, bodies)
        for naming, (begin, end) in zip(namings, _parts(sentence, namings), strict=True):
            parties = tuple(_parties(sentence, bodies, naming, begin, end))
            yield Decision(
                naming.name,
                first + naming.start,
                first + naming.end,
                first + begin,
                first + end,
                parties,
            )


def is_fact(sentence: str) -> bool:
    """Whether nothing in it is refused, planned or only asked for."""
    told = {hit.means for hit in hits_of(MODALITIES, sentence)}
    return not told & {"negated", "planned", "applied"}


def _parts(sentence: str, namings: Sequence[Naming]) -> list[tuple[int, int]]:
    """The words of each name: up to it where a sum stands before the first one, else from it."""
    if len(namings) < 2:
        return [(0, len(sentence))] * len(namings)
    if _SUM.search(sentence, 0, namings[0].start):
        ends = [0, *(one.end for one in namings[:-1]), len(sentence)]
    else:
        ends = [0, *(one.opens for one in namings[1:]), len(sentence)]
    return list(pairwise(ends))


def _parties(
    sentence: str, bodies: Sequence[OrganisationFound], naming: Naming, begin: int, end: int
) -> Iterator[OrganisationMention]:
    beside = [b for b in bodies if not (b.start < naming.end and naming.start < b.end)]
    inside = [b for b in beside if begin <= b.start < end]
    has_lead = False
    for body in inside:
        role = body.role
        if role is None and _owns(sentence, body, naming):
            role = "lead"
        if role == "lead" and has_lead:
            role = "partner"
        has_lead = has_lead or role == "lead"
        if role:
            yield OrganisationMention(role=role, name=body.name)
    for body in beside:
        if body.role == "funder" and body not in inside:
            yield OrganisationMention(role="funder", name=body.name)


def _owns(sentence: str, body: OrganisationFound, naming: Naming) -> bool:
    """The body in the genitive directly before the name or the word for the project."""
    said = sentence[body.start : body.end]
    between = sentence[body.end : min(naming.start, naming.opens)]
    return body.end <= naming.start and not between.strip() and said.endswith(("n", "s"))


def _of_title(title: str) -> list[Decision]:
    """The project that a title names behind a colon, with who is given the money."""
    for pattern in _TITLES:
        match = pattern.match(title)
        if match is None or not is_fact(title):
            continue
        name = clean_name(match["name"])
        receiver = match.groupdict().get("to")
        bodies = find_organisations(receiver) if receiver else []
        if not is_project_name(name) or (receiver and not bodies):
            continue
        parties = tuple(OrganisationMention(role="lead", name=b.name) for b in bodies[:1])
        start = match.start("name")
        return [Decision(name, start, start + len(name), 0, len(title), parties)]
    return []


def once(text: str, decisions: Sequence[Decision], codes: Sequence[object]) -> list[Decision]:
    """Each project once; one name with other recipients or codes are parts of a joint one.

    A later sentence that names it again adds its parties.
    """
    seen: dict[str, list[tuple[Decision, str | None, object]]] = {}
    for decision, code in zip(decisions, codes, strict=True):
        same = seen.setdefault(comparable(decision.name), [])
        lead = decision.lead or _lead_of_row(text, decision)
        for at, (other, its_lead, its_code) in enumerate(same):
            is_other = its_lead and lead and its_lead != lead
            if not is_other and (code is None or its_code is None or code == its_code):
                parties = (*other.parties, *(p for p in decision.parties if p not in other.parties))
                same[at] = (replace(other, parties=parties), its_lead or lead, its_code or code)
                break
        else:
            same.append((decision, lead, code))
    return sorted((d for same in seen.values() for d, _, _ in same), key=lambda d: d.start)


def _lead_of_row(text: str, decision: Decision) -> str | None:
    """Who runs it by the sentences that follow in the same paragraph."""
    end = text.find("\n", decision.last)
    rest = text[decision.last : end if end >= 0 else len(text)]
    return next((body.name for body in find_organisations(rest) if body.role == "lead"), None)
