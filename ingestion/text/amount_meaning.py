"""What an amount is: granted, applied for, a call's budget, a sum over several projects.

The meaning is never in the number. It is read from the words nearest to it in its sentence or
label, then from the verb that the sentence began with, then from the line above a list. What
does not belong here: finding amounts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from ingestion.records import AmountKind
from ingestion.text.amount_forms import RawAmount
from ingestion.text.rules.base import Hit, hits_of
from ingestion.text.rules.money_labels import BARE_LABEL, FUND_SUPPORT, STATE_BUDGET
from ingestion.text.rules.money_meanings import MEANINGS, ONE, SEVERAL
from ingestion.text.rules.money_refusals import NEGATED, PLANNED
from ingestion.text.rules.money_units import ANNUAL
from ingestion.text.sentences import sentence_of, sentence_spans

_CLAUSE = re.compile(
    r"[,;](?=\s)|\s[–—]\s|\b(?:ja|sekä|josta|joista|jossa|jonka|mutta|och|samt|varav|men|and"
    r"|of which|but"
    r"|which)\b",
    re.IGNORECASE,
)
#: Verbs that reach over a whole sentence; nouns such as a total do not.
_REACHING = {"granted", "applied", "call_budget", "appropriation", "paid", NEGATED, PLANNED}
_NEAR = 25


@dataclass(frozen=True)
class Meaning:
    """Kind of one amount, and whether it is by the year."""

    kind: AmountKind
    is_annual: bool


@dataclass(frozen=True)
class _Sentence:
    start: int
    end: int
    hits: tuple[Hit, ...]


def judge_amounts(text: str, raws: list[RawAmount], default: AmountKind) -> list[Meaning]:
    """Meanings of all amounts of a text, in the order given (text order)."""
    spans = sentence_spans(text)
    sentences: dict[int, _Sentence] = {}

    def sentence(index: int) -> _Sentence:
        if index not in sentences:
            start, end = spans[index]
            hits = tuple(
                Hit(hit.means, hit.start + start, hit.end + start)
                for hit in hits_of(MEANINGS, text[start:end])
            )
            sentences[index] = _Sentence(start, end, hits)
        return sentences[index]

    places = [sentence_of(spans, raw.core) for raw in raws]
    meanings = []
    for number, raw in enumerate(raws):
        own = sentence(places[number])
        before = [
            r
            for r, p in zip(raws, places, strict=True)
            if p == places[number] and r.end <= raw.core
        ]
        after = [
            r
            for r, p in zip(raws, places, strict=True)
            if p == places[number] and r.core >= raw.end
        ]
        zone = _Zone(
            text,
            own,
            raw,
            max((r.end for r in before), default=own.start),
            min((r.start for r in after), default=own.end),
        )
        kind = zone.kind()
        if kind is None:
            kind = _from_above(text, spans, places[number], raws, sentence)
        if kind == "granted" and not zone.is_one:
            following = sentence(places[number] + 1) if places[number] + 1 < len(spans) else None
            if following and _is_told_as_several(following):
                kind = "aggregate"
        meanings.append(Meaning(kind or default, zone.is_annual()))
    return meanings


@dataclass(frozen=True)
class _Zone:
    """One amount in its sentence: what stands between its neighbours."""

    text: str
    sentence: _Sentence
    raw: RawAmount
    left: int
    right: int

    @property
    def _right_clause(self) -> int:
        """End of the clause behind the amount."""
        match = _CLAUSE.search(self.text, self.raw.end, self.right)
        return match.start() if match else self.right

    @property
    def is_one(self) -> bool:
        """A single project or several are named in the sentence."""
        return any(hit.means in (ONE, SEVERAL) for hit in self.sentence.hits)

    def kind(self) -> AmountKind | None:
        """Kind told by the sentence, or None."""
        best = self._nearest() or self._reaching()
        if best == NEGATED:
            told = {hit.means for hit in self.sentence.hits}
            return "applied" if "applied" in told else "unknown"
        if best == PLANNED:
            sentence = self.text[self.sentence.start : self.sentence.end]
            return "appropriation" if STATE_BUDGET.search(sentence) else "unknown"
        if best in (None, "granted") and self._is_several():
            return "aggregate"
        return cast("AmountKind | None", best)

    def is_annual(self) -> bool:
        """A wording such as `vuosittain` stands beside the amount."""
        left = self.text[max(self.left, self.raw.start - _NEAR) : self.raw.start]
        right = self.text[self.raw.end : min(self._right_clause, self.raw.end + _NEAR)]
        return bool(ANNUAL.search(left) or ANNUAL.search(right))

    def _nearest(self) -> str | None:
        ranked = []
        for hit in self.sentence.hits:
            if hit.means in (ONE, SEVERAL):
                continue
            if self.left <= hit.start and hit.end <= self.raw.start + 1:
                ranked.append((self.raw.start - hit.end, 0, hit.means))
            elif self.raw.end <= hit.start and hit.end <= self._right_clause:
                ranked.append((hit.start - self.raw.end, 1, hit.means))
        if not ranked:
            return None
        negated = [item for item in ranked if item[2] == NEGATED]
        nearest = min(ranked)
        # "412 300 euroa myönnettiin, …" against "… 412 300 euron hakemus hylättiin".
        return NEGATED if negated and nearest[2] == "granted" and nearest[1] == 1 else nearest[2]

    def _reaching(self) -> str | None:
        """The last verb before the amount, over its neighbours; else the bare label."""
        for hit in reversed(self.sentence.hits):
            if hit.means in _REACHING and hit.end <= self.raw.start + 1:
                return hit.means
        head = self.text[self.sentence.start : self.raw.start]
        if FUND_SUPPORT.search(head):
            return "granted"
        return "total_cost" if BARE_LABEL.search(head) else None

    def _is_several(self) -> bool:
        stop = self._right_clause
        inside = [
            hit
            for hit in self.sentence.hits
            if hit.means in (ONE, SEVERAL) and self.left <= hit.start and hit.end <= stop
        ]
        if not inside:
            return False
        nearest = min(
            inside,
            key=lambda hit: min(abs(self.raw.start - hit.end), abs(hit.start - self.raw.end)),
        )
        return nearest.means == SEVERAL


def _is_told_as_several(sentence: _Sentence) -> bool:
    told = [hit.means for hit in sentence.hits]
    return SEVERAL in told and "granted" in told and ONE not in told


def _from_above(
    text: str,
    spans: list[tuple[int, int]],
    place: int,
    raws: list[RawAmount],
    get: Callable[[int], _Sentence],
) -> AmountKind | None:
    """Kind stated by the line above a value or above the list that a row belongs to."""
    for index in range(place - 1, -1, -1):
        start, end = spans[index]
        if "\n" not in text[end : spans[index + 1][0]]:
            return None
        if any(start <= raw.core < end and not text[raw.end : end].strip(" .;") for raw in raws):
            continue
        line = text[start:end]
        if not line.endswith(":"):
            return None
        told = [hit.means for hit in get(index).hits if hit.means not in (ONE, SEVERAL)]
        if told:
            kind = told[-1]
            return "unknown" if kind in (NEGATED, PLANNED) else cast("AmountKind", kind)
        return "total_cost" if BARE_LABEL.search(line) else None
    return None
