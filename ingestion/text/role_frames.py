"""Roles of bodies by the frame of their sentence, such as `Hankkeen toteuttaa X`.

What does not belong here: the frames (`rules/role_frames.py`), and finding the bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingestion.records import Role
from ingestion.text.party_roles import Argument
from ingestion.text.rules.role_frames import FRAMES, GIVES, IN_ONE_BREATH
from ingestion.text.sentences import sentence_spans

_BODY: Final = "@"
_IN_ONE_BREATH = re.compile(IN_ONE_BREATH)
_GIVES = re.compile(GIVES, re.IGNORECASE)
_ROLES: Final[dict[str, Role]] = {
    "lead": "lead",
    "coordinator": "coordinator",
    "partner": "partner",
}


def framed_roles(text: str, bodies: Sequence[Argument]) -> dict[int, Role]:
    """Roles by the index of a body; whom no frame holds is left out."""
    roles: dict[int, Role] = {}
    for first, last in sentence_spans(text):
        groups = list(_groups(text, first, last, bodies))
        if groups:
            roles.update(_roles_in(_masked(text, first, last, bodies, groups), groups))
    return roles


def _groups(text: str, first: int, last: int, bodies: Sequence[Argument]) -> Iterator[list[int]]:
    """Bodies of one sentence, those of one enumeration together."""
    group: list[int] = []
    inside = [i for i, body in enumerate(bodies) if first <= body.start < last]
    for index in inside:
        if group and not _goes_on(text, bodies[group[-1]], bodies[index]):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _goes_on(text: str, before: Argument, one: Argument) -> bool:
    if before.start == one.start:
        return True  # two bodies written with one head
    is_next = _IN_ONE_BREATH.fullmatch(text, before.end, one.start) is not None
    return is_next and _GIVES.match(text, one.end) is None


def _masked(
    text: str, first: int, last: int, bodies: Sequence[Argument], groups: Sequence[list[int]]
) -> str:
    """The sentence with one sign for each group, and the case of its last body."""
    parts: list[str] = []
    at = first
    for group in groups:
        start, end = bodies[group[0]].start, bodies[group[-1]].end
        parts += [text[at:start].replace(_BODY, " "), _BODY, _case(bodies[group[-1]], text)]
        at = end
    return "".join([*parts, text[at:last].replace(_BODY, " ")])


def _case(body: Argument, text: str) -> str:
    written = text[body.start : body.end].rstrip().casefold()
    if body.case == "nominative":
        return ""
    if body.case == "genitive":
        return ":n"
    bent = written.endswith(("lle", "lta", "ltä", "sta", "stä", "ssa", "ssä", "lla", "llä", "s"))
    return ":" if bent else ""


def _roles_in(masked: str, groups: Sequence[list[int]]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for cue in FRAMES:
        for match in cue.regex.finditer(masked):
            place = match.start() + match[0].index(_BODY)
            for index in groups[masked.count(_BODY, 0, place)]:
                roles.setdefault(index, _ROLES[cue.means])
    return roles
