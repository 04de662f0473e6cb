"""Who does what in a sentence about a project: verb, argument, role.

Finnish tells the role by the case of the argument: who is given something stands in the
allative, who gives is the subject of an active verb, who owns the project stands in the
genitive. Swedish and English tell it by the place beside the verb. What does not belong here:
finding the bodies, and which project the sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingestion.records import Role
from ingestion.text.rules import role_verbs as words
from ingestion.text.rules.base import Cue, Hit, hits_of
from ingestion.text.sentences import sentence_spans

Case = Literal["nominative", "genitive", "allative", "ablative", "other"]


@dataclass(frozen=True)
class Argument:
    """A body in its sentence: its name and the place and form it is written in."""

    name: str
    start: int
    end: int
    case: Case


_I = re.IGNORECASE
_AGENT = re.compile(words.AGENT_PARTICIPLE, _I)
_OWNED = re.compile(words.OWNED_PROJECT, _I)
_TOGETHER = re.compile(words.TOGETHER, _I)
_NOUN_BEFORE = re.compile(words.GRANT_NOUN_BEFORE, _I)
_BY, _TO = re.compile(words.BY, _I), re.compile(words.TO, _I)
_REFERS = re.compile(words.REFERS, _I)
_POSSESSIVE = re.compile(rf"(?:['’]s|s|:s)?\s+(?:[a-zåäö]+\s+){{0,2}}?{words.PROJECT_WORD}\b", _I)
_CLAUSE = re.compile(r"[,;]")
_AND = re.compile(r"\s*(?:,|\s+(?:ja|sekä|och|samt)|,?\s+and)\s+(?:the\s+)?")
#: A comma and `and` between two bodies, and between no more: a new clause.
NEW_CLAUSE = re.compile(r",\s+and\s")
_GAP = re.compile(r"\s+(?:the\s+)?")
_CROSSING = 80
#: `Digipolku has been granted … for the project`: a body known by its place alone.
_CAP = r"[A-ZÅÄÖ][\w&-]*"
_FRAMED = re.compile(
    rf"(?:The\s+)?(?P<name>{_CAP}(?:\s(?:{_CAP}|of|and|for|the|och|för|i)){{0,6}}?)\s+"
    r"(?=(?:har|has|have|was|were)\s+(?:been\s+)?(?:beviljats|tilldelats|granted|awarded)\b"
    r"|(?:beviljades|beviljas|tilldelas|fick|får|received|receives)\b)"
    rf"(?=[^\n]*?\s(?:för|till|for|to)\s[^\n]*?\b{words.PROJECT_WORD})"
)


def written_case(name: str, written: str) -> Case:
    """The case that a body's name is written in, by its ending."""
    bare = written.rstrip()
    if bare.casefold() == name.casefold():
        return "nominative"
    if bare.endswith("lle"):
        return "allative"
    if bare.endswith(("lta", "ltä", "sta", "stä")):
        return "ablative"
    return "genitive" if bare.endswith("n") else "other"


def framed_bodies(text: str) -> Iterator[tuple[str, int, int]]:
    """Bodies that only their place tells: the subject of a sentence about what it was granted."""
    for first, last in sentence_spans(text):
        match = _FRAMED.match(text, first, last)
        if match and match["name"].casefold() not in words.NO_BODY:
            yield match["name"], match.start("name"), match.end("name")


def read_roles(text: str, arguments: Sequence[Argument]) -> dict[int, Role]:
    """Roles of bodies by their index in `arguments`; those that no clause tells are left out."""
    roles: dict[int, Role] = {}
    for first, last in sentence_spans(text):
        inside = [i for i, one in enumerate(arguments) if first <= one.start < last]
        if inside:
            sentence = _Sentence(text, first, last, arguments)
            for index in inside:
                role = sentence.role(arguments[index])
                if role:
                    roles[index] = role
    return roles


class _Sentence:
    """The verbs of one sentence and the bodies around them."""

    def __init__(self, text: str, first: int, last: int, arguments: Sequence[Argument]) -> None:
        self._text, self._first, self._last = text, first, last
        self._bodies = [one for one in arguments if first <= one.start < last]
        self._finnish = self._verbs(words.FINNISH_VERBS)
        self._germanic = self._verbs(words.GERMANIC_VERBS)

    def role(self, one: Argument) -> Role | None:
        """The role of one body, or None where no verb tells it."""
        return self._finnish_role(one) or self._germanic_role(one)

    def _verbs(self, cues: Sequence[Cue]) -> list[Hit]:
        found = hits_of(cues, self._text[self._first : self._last])
        return [Hit(v.means, v.start + self._first, v.end + self._first) for v in found]

    def _finnish_role(self, one: Argument) -> Role | None:
        told = {verb.means for verb in self._finnish}
        if one.case == "allative":
            noun = _NOUN_BEFORE.search(self._text[self._first : one.start])
            is_receiver = noun or told & {"give", "given"}
            return "lead" if is_receiver and self._refers() else None
        if one.case == "ablative":
            return "funder" if told & {"given", "receive"} else None
        if one.case == "genitive":
            return self._genitive_role(one)
        return self._subject_role(one) if one.case == "nominative" else None

    def _genitive_role(self, one: Argument) -> Role | None:
        if agent := _AGENT.match(self._text, one.end, self._last):
            return "lead" if agent["lead"] else "funder"
        if _TOGETHER.match(self._text, one.end, self._last):
            return "partner" if any(verb.means == "run" for verb in self._finnish) else None
        return "lead" if _OWNED.match(self._text, one.end, self._last) else None

    def _subject_role(self, one: Argument) -> Role | None:
        verb = self._nearest(one, self._finnish)
        if verb is None or self._is_taken(one, verb):
            return None
        if verb.means == "give":
            return "funder"
        return "lead" if verb.means in ("receive", "run") and self._refers() else None

    def _refers(self) -> bool:
        """Whether the sentence speaks of a project."""
        return _REFERS.search(self._text, self._first, self._last) is not None

    def _nearest(self, one: Argument, verbs: Sequence[Hit]) -> Hit | None:
        fitting = [verb for verb in verbs if verb.means != "given"]
        return min(fitting, key=lambda verb: self._distance(one, verb), default=None)

    def _distance(self, one: Argument, verb: Hit) -> int:
        between = self._between(one, verb)
        return len(between) + _CROSSING * len(_CLAUSE.findall(between))

    def _between(self, one: Argument, verb: Hit) -> str:
        if one.end <= verb.start:
            return self._text[one.end : verb.start]
        return self._text[verb.end : one.start]

    def _is_taken(self, one: Argument, verb: Hit) -> bool:
        """Whether another subject stands nearer to the verb, and not in one breath with it."""
        mine = self._distance(one, verb)
        return any(
            other.case == one.case
            and other.start != one.start
            and self._distance(other, verb) < mine
            and not self._in_one_breath(other, one)
            for other in self._bodies
        )

    def _in_one_breath(self, one: Argument, other: Argument) -> bool:
        left, right = sorted((one, other), key=lambda body: body.start)
        between = [b for b in self._bodies if left.start < b.start < right.start]
        steps = [left, *between, right]
        if len(steps) == 2 and NEW_CLAUSE.match(self._text, left.end):
            return False
        return all(
            _AND.fullmatch(self._text, a.end, b.start) is not None or a.start == b.start
            for a, b in pairwise(steps)
        )

    def _germanic_role(self, one: Argument) -> Role | None:
        before = self._text[self._first : one.start]
        verb = self._nearest_germanic(one)
        if verb is None:
            owned = _POSSESSIVE.match(self._text, one.end, self._last)
            return "lead" if owned and not owned[0].startswith(" ") else None
        if verb.start >= one.end:
            return self._subject_of(verb) if not self._is_taken(one, verb) else None
        if verb.means == "run_by":
            return "lead" if _GAP.fullmatch(self._text, verb.end, one.start) else None
        if _BY.search(before):
            return "funder" if verb.means in ("given", "receive") else None
        is_object = _GAP.fullmatch(self._text, verb.end, one.start) or _TO.search(before)
        return "lead" if is_object and verb.means in ("give", "given") else None

    def _nearest_germanic(self, one: Argument) -> Hit | None:
        """The verb behind a subject, else the last one before the body."""
        behind = [verb for verb in self._germanic if verb.start >= one.end]
        before = [verb for verb in self._germanic if verb.end <= one.start]
        if behind and _CLAUSE.search(self._text, one.end, behind[0].start) is None and not before:
            return behind[0]
        return before[-1] if before else None

    def _subject_of(self, verb: Hit) -> Role | None:
        if verb.means == "give":
            return "funder"
        return "lead" if verb.means in ("given", "receive", "run") else None
