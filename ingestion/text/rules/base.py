"""The shape of a rule: a pattern, what it means, and examples that prove it.

A test runs every example of every table. What does not belong here: any word of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

#: Meaning of a row that only masks what it covers.
NOTHING: Final = "nothing"


_NOWHERE: Final[Iterator[re.Match[str]]] = iter(())


@dataclass(frozen=True)
class Cue:
    """A wording and its meaning.

    Attributes:
        means: value of the closed list that the wording stands for.
        pattern: regular expression, matched without regard to case unless it says otherwise.
        yes: texts in which it must be found.
        no: texts in which it must not be found.
        hints: lower-case fragments, one of which every match holds; text without any of them
            is not searched. Empty = always searched.
        exact_case: match upper and lower case as written.
    """

    means: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    exact_case: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, 0 if self.exact_case else re.IGNORECASE)

    def find(self, text: str, lowered: str | None = None) -> Iterator[re.Match[str]]:
        """All matches in a text; `lowered` is the text in lower case if the caller has it."""
        if self.hints:
            low = text.lower() if lowered is None else lowered
            for hint in self.hints:  # a loop: `any` makes a generator a cue
                if hint in low:
                    break
            else:
                return _NOWHERE
        return self.regex.finditer(text)


class Table:
    """Cues that are searched in one text, so that each hint is looked for once.

    Args:
        cues: in order of precedence.
    """

    def __init__(self, *cues: Cue) -> None:
        self.cues = cues
        self._always = {number for number, cue in enumerate(cues) if not cue.hints}
        self._hinted: dict[str, list[int]] = {}
        for number, cue in enumerate(cues):
            for hint in cue.hints:
                self._hinted.setdefault(hint, []).append(number)

    def likely(self, lowered: str) -> list[Cue]:
        """The cues that a text may hold, in order; all others are surely not in it."""
        found = {n for hint, cues in self._hinted.items() if hint in lowered for n in cues}
        return [self.cues[number] for number in sorted(found | self._always)]


class Masks:
    """What the cues of a text that mean nothing cover; searched only when somebody asks."""

    def __init__(self, cues: Iterable[Cue], text: str) -> None:
        self._cues, self._text = cues, text

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        masking = (cue for cue in self._cues if cue.means == NOTHING)
        return [match.span() for cue in masking for match in cue.regex.finditer(self._text)]

    def cover(self, match: re.Match[str]) -> bool:
        """Whether any of a match is covered."""
        start, end = match.span()
        return any(start < stop and begin < end for begin, stop in self._spans)


@dataclass(frozen=True)
class Hit:
    """Where a cue was found."""

    means: str
    start: int
    end: int


def hits_of(cues: Iterable[Cue], text: str) -> list[Hit]:
    """Cues found in a text, in text order.

    Earlier cues of the table mask what they cover: a negated verb is not also read as the verb.
    """
    low = text.lower()
    taken: list[Hit] = []
    for cue in cues:
        for match in cue.find(text, low):
            start, end = match.span()
            if start < end and not any(start < hit.end and hit.start < end for hit in taken):
                taken.append(Hit(cue.means, start, end))
    return sorted(taken, key=lambda hit: hit.start)
