"""Who runs a project by the running text of its page, where no label says it.

A sentence counts where it speaks of the page's own project. What does not belong here: labelled
values (`facts.py`), and the wordings themselves (`ingestion/text/rules`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingestion.records import OrganisationMention, Role
from ingestion.sources.elotori.codes import OTHER_PROJECT
from ingestion.sources.elotori.names import is_generic, is_section, read_heading
from ingestion.sources.elotori.reading import Reading
from ingestion.text.names import comparable
from ingestion.text.organisations import OrganisationFound, find_organisations
from ingestion.text.party_roles import Argument, written_case
from ingestion.text.role_frames import framed_roles
from ingestion.text.rules.headline_words import HEADLINES
from ingestion.text.sentences import sentence_spans

#: Another country's money or bodies, told for comparison.
FOREIGN: Final = re.compile(
    r"ESF-rådet|\bRuotsi|\bViro(?:n|ssa|on)\b|\bNorja|\bSverige|\bsvenska ESF|\bEstland|\bNorge"
    r"|\bSwed(?:en|ish)|\bEstonia|\bNorw"
)
_QUOTES = "\"'”“„»«‘’"
_PROJECT = r"(?:[Hh]ank(?:e|k)|[Pp]roje[kc]t)"
#: A project by its name or by its place beside this one.
_ANOTHER = re.compile(
    rf"[A-ZÅÄÖ][\w{_QUOTES}]*\s?-\s?{_PROJECT}|{_PROJECT}\w*\s+[”“\"«»][A-ZÅÄÖ]"
    r"|(?i:sisarhan|rinnakkaishan|jatkohan|ministeriön hank|systerprojekt|ministeriets projekt)"
    r"|(?i:(?:edelt|aiem|edellis|toinen|toise|toista|muu|muid|mui)\w*\s+hank)"
    r"|(?i:(?:tidigare|föregående|annat|andra)\s+projekt)"
    r"|(?i:(?:earlier|previous|sister|another|other)\s+project)"
)
#: The subject is this page's project again.
_OWN_SUBJECT = re.compile(r"\W*(?:tämä\s+)?(?:hanke|projekti|projektet|the project)\b", re.I)
#: `Alueen kehittämishankkeita`, `Projekt i Österbotten`, `Projects of the region`.
_SEVERAL = re.compile(
    r"(?:hankk(?:eet|eita|eiden|eista)|projekt(?:it|eja|ien|er|en))\b|\bprojects\b|^projekt\b", re.I
)
_COOPERATES = re.compile(r"yhteistyökumppan|samarbetspart|cooperation partner", re.I)


@dataclass(frozen=True)
class Told:
    """Bodies that running text gives a role; `is_outright` where a sentence only says who leads."""

    parties: tuple[OrganisationMention, ...] = ()
    is_outright: bool = False

    def having(self, role: Role) -> list[OrganisationMention]:
        """The bodies of one role."""
        return [party for party in self.parties if party.role == role]


@dataclass(frozen=True)
class _Said:
    """One sentence: what it says by its frame, and what by any verb in it."""

    framed: tuple[OrganisationMention, ...]
    loose: tuple[OrganisationMention, ...]


def read_told(reading: Reading, heading: str) -> Told:
    """Who runs the project by its running text; two leads told there are of two projects."""
    said = list(_said(reading, heading))
    outright = _with_lead([party for one in said for party in one.framed])
    leads = {comparable(party.name or "") for party in outright if party.role == "lead"}
    if len(leads) > 1:
        return Told()
    if leads:
        beside = [
            party
            for one in said
            if any(party.role in ("lead", "coordinator") for party in one.framed)
            for party in one.loose
            if party.role == "partner"
        ]
        return Told(_distinct([*outright, *beside]), is_outright=True)
    return _told_loosely(said, outright)


def is_headline(heading: str) -> bool:
    """Whether a heading is that of news, an event or a paper and names no project."""
    return any(cue.regex.search(heading) for cue in HEADLINES)


def is_list_of_projects(title: str) -> bool:
    """Whether a title says that projects stand below; news and chapters of a text are none."""
    names_several = is_generic(title) or _SEVERAL.search(title) is not None
    return names_several and not is_section(title) and not is_headline(title)


def _with_lead(parties: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """A coordinator exists only beside a lead; without one it is the lead."""
    if any(party.role == "lead" for party in parties):
        return list(parties)
    return [
        party.model_copy(update={"role": "lead"}) if party.role == "coordinator" else party
        for party in parties
    ]


def _told_loosely(said: Sequence[_Said], outright: Sequence[OrganisationMention]) -> Told:
    """The lead by any verb; then partners by a frame, or in the sentence of the lead."""
    with_lead = [one for one in said if any(party.role == "lead" for party in one.loose)]
    loose = [party for one in with_lead for party in one.loose]
    leads = {comparable(party.name or "") for party in loose if party.role == "lead"}
    parties = [*loose, *outright] if len(leads) == 1 else list(outright)
    return Told(_distinct(parties))


def _said(reading: Reading, heading: str) -> Iterator[_Said]:
    for row in _without_own_name(reading.free_text, heading).split("\n"):
        is_about_another = False
        for first, last in sentence_spans(row):
            sentence = row[first:last]
            is_own = _OWN_SUBJECT.match(sentence) is not None
            names_another = _ANOTHER.search(sentence) is not None
            is_about_another = not is_own and (is_about_another or names_another)
            if not is_about_another and not FOREIGN.search(sentence):
                yield _read_sentence(sentence, is_framed=not names_another)


def _read_sentence(sentence: str, *, is_framed: bool) -> _Said:
    found = find_organisations(sentence)
    loose = () if OTHER_PROJECT.search(sentence) else tuple(_mentioned(found))
    return _Said(tuple(_framed(sentence, found)) if is_framed else (), loose)


def _mentioned(found: Sequence[OrganisationFound]) -> Iterator[OrganisationMention]:
    for body in found:
        if body.role in ("lead", "partner"):
            yield OrganisationMention(role=body.role, name=body.name)


def _framed(sentence: str, found: Sequence[OrganisationFound]) -> Iterator[OrganisationMention]:
    bodies = [
        Argument(
            one.name, one.start, one.end, written_case(one.name, sentence[one.start : one.end])
        )
        for one in found
    ]
    has_lead = False
    for index, role in sorted(framed_roles(sentence, bodies).items()):
        if role == "partner" and _COOPERATES.search(sentence):
            continue
        # Of several that run a project the first one leads.
        shown: Role = "partner" if role == "lead" and has_lead else role
        has_lead = has_lead or role == "lead"
        yield OrganisationMention(role=shown, name=found[index].name)


def _distinct(parties: Sequence[OrganisationMention]) -> tuple[OrganisationMention, ...]:
    """Each body once, in the first of its roles; the lead is nothing beside it."""
    leads = {comparable(party.name or "") for party in parties if party.role == "lead"}
    seen: dict[str, OrganisationMention] = {}
    for party in parties:
        name = comparable(party.name or "")
        if party.role == "lead" or name not in leads:
            seen.setdefault(name, party)
    return tuple(seen.values())


def _without_own_name(text: str, heading: str) -> str:
    """The text with `the project` where it calls the page's project by its name."""
    return _own_name(heading).sub("", text)


@lru_cache(256)
def _own_name(heading: str) -> re.Pattern[str]:
    name = read_heading(heading, None).name
    brand = re.split(r"\s[–—-]\s|:\s|,\s", name)[0]
    names = "|".join(re.escape(one) for one in sorted({name, brand}, key=len, reverse=True) if one)
    own = rf"[{_QUOTES}]?(?:{names})[{_QUOTES}]?"
    return re.compile(
        rf"(?<![\w-]){own}\s?-?\s?(?={_PROJECT})|(?<=[Pp]rojektet)\s{own}(?![\w-])", re.IGNORECASE
    )
