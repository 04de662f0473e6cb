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
#: The page is about a thing, and the project is where that was made.
_MADE = (
    r"(?:kehite(?:tty|ttiin)|synty(?:i|ivät|nyt|neet)|tuote(?:ttu|ttiin)|laadi(?:ttu|ttiin)"
    r"|luo(?:tu|tiin)|teh(?:ty|tiin)|utvecklats|utvecklades|tagits fram|togs fram|skapats"
    r"|developed|created|produced|made)"
)
_IN_PROJECT = r"(?:hankkee(?:ssa|n)|projekti(?:ssa|n)|projekt(?:et)?|project)"
_MADE_IN = re.compile(
    rf"^(?!\W*(?:(?:i|in)\s+)?(?:the\s+)?(?:hank|proje[kc]t))"
    rf".*(?:\b{_MADE}\b.*\b{_IN_PROJECT}\b|\b{_IN_PROJECT}\b.*\b{_MADE}\b)",
    re.IGNORECASE,
)
#: A pronoun for what the sentence before is about -> the project, where it was that.
_PRONOUNS = tuple(
    (re.compile(rf"^{pronoun}\b", re.IGNORECASE), noun)
    for pronoun, noun in (
        ("sitä", "Hanketta"),
        ("sen", "Hankkeen"),
        ("siitä", "Hankkeesta"),
        ("it", "The project"),
        ("its", "The project's"),
        ("d[ae]t", "Projektet"),
        ("den", "Projektet"),
        ("dess", "Projektets"),
    )
)
#: Some word for a project or for who runs one; a network and a group have coordinators too.
_OF_A_PROJECT = re.compile(
    rf"{_PROJECT}|toteuttaj|hallinnoij|genomförare|lead partner|implementer", re.IGNORECASE
)
#: The subject is this page's project again.
_OWN_SUBJECT = re.compile(r"\W*(?:tämä\s+)?(?:hanke|projekti|projektet|the project)\b", re.I)
#: `Alueen kehittämishankkeita`, `Projekt i Österbotten`, `Projects of the region`.
_SEVERAL = re.compile(
    r"(?:hankk(?:eet|eita|eiden|eista)|projekt(?:it|eja|ien|er|en))\b|\bprojects\b|^projekt\b", re.I
)
#: A verb that names have none of.
_VERB = re.compile(r"\b(?:on|ovat|toimii|toimivat|är|deltar|is|are|takes?)\b|\b\w+vat\b")
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
        is_outright = _is_about_a_project(reading, heading)
        return Told(_distinct([*outright, *beside]), is_outright)
    return _told_loosely(said, outright)


def _is_about_a_project(reading: Reading, heading: str) -> bool:
    """Whether the page's matter is a project: no group, and no thing that one has made."""
    if not _OF_A_PROJECT.search(f"{heading}\n{reading.free_text}"):
        return False
    for row in reading.free_text.split("\n"):
        for first, last in sentence_spans(row):
            if _is_own_subject(row[first:last], heading):
                return True
            if _MADE_IN.search(row[first:last]):
                return False
    return True


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
    """What the sentences about the page's own project say.

    Another project holds until its own one is the subject, or until the row ends on a page that
    had been about its own before.
    """
    own_name = _own_name(heading)
    is_about_another = has_own = False
    for row in own_name.sub("", _running_text(reading)).split("\n"):
        is_about_another = is_about_another and not has_own
        was_own = False
        for first, last in sentence_spans(row):
            sentence = row[first:last]
            named, is_pronoun = _named(sentence)
            is_own = _is_own_subject(sentence, heading) or (is_pronoun and was_own)
            names_another = _ANOTHER.search(sentence) is not None
            is_about_another = not is_own and (is_about_another or names_another)
            if not is_about_another and not FOREIGN.search(sentence):
                is_framed = not names_another and (was_own or not is_pronoun)
                yield _read_sentence(named if is_framed else sentence, is_framed=is_framed)
            was_own, has_own = is_own, has_own or is_own


def value_of(row: str) -> str:
    """The names in a labelled row: where a sentence goes on about roles, what stands before it."""
    tail = _tail_of(row)
    return row.removesuffix(tail).rstrip(" .") if tail else row


def _tail_of(row: str) -> str:
    spans = list(sentence_spans(row))
    if len(spans) < 2:
        return ""
    tail = row[spans[1][0] :]
    bodies = [body for body in find_organisations(tail) if body.role is not None]
    return tail if bodies and _VERB.search(tail) else ""


def _running_text(reading: Reading) -> str:
    """Free text, and the sentences that go on behind a labelled name."""
    labelled = reading.texts("lead", "implementer", "partner", "coordinator")
    rows = [row for text in labelled for row in text.split("\n")]
    return "\n".join([*filter(None, map(_tail_of, rows)), reading.free_text])


def _named(sentence: str) -> tuple[str, bool]:
    """The sentence with the project in place of a pronoun it begins with, and whether it does."""
    for pronoun, noun in _PRONOUNS:
        if pronoun.match(sentence):
            return pronoun.sub(noun, sentence), True
    return sentence, False


def _is_own_subject(sentence: str, heading: str) -> bool:
    return bool(_OWN_SUBJECT.match(sentence)) or sentence.startswith(_brand(heading) + " ")


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


def _brand(heading: str) -> str:
    return re.split(r"\s[–—-]\s|:\s|,\s", read_heading(heading, None).name)[0]


@lru_cache(256)
def _own_name(heading: str) -> re.Pattern[str]:
    """The project's name beside the word project: what is left is `the project`."""
    called = {read_heading(heading, None).name, _brand(heading)} - {""}
    names = "|".join(re.escape(one) for one in sorted(called, key=len, reverse=True)) or "(?!)"
    own = rf"[{_QUOTES}]?(?:{names})[{_QUOTES}]?"
    return re.compile(
        rf"(?<![\w-]){own}\s?-?\s?(?={_PROJECT})|(?<=[Pp]rojektet)\s{own}(?![\w-])", re.IGNORECASE
    )
