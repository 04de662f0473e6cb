"""What an amount is: granted, applied for, a call's budget, a sum over several projects.

The meaning is never in the number. It is read from the words nearest to it in its sentence or
label, then from the verb that the sentence began with, then from the line above a list. What
does not belong here: finding amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from ingestion.records import AmountKind
from ingestion.text.amount_forms import RawAmount
from ingestion.text.rules.base import Cue, Hit, hits_of
from ingestion.text.rules.money_labels import (
    AS_APPLIED,
    BARE_LABEL,
    FUND_SUPPORT,
    GOES_ON,
    IN_BUDGET,
    IN_TOTAL,
    INCOME,
    OF_SORT,
    PART_OF_IT,
    SOURCES,
    STATE_BUDGET,
    SUM_OF_PARTS,
    SUPPORT_WORD,
    UPPER_LIMIT,
)
from ingestion.text.rules.money_meanings import GRANT_NOUN, MEANINGS
from ingestion.text.rules.money_others import DIFFERENCE, OF_ANOTHER, OTHER, PER_UNIT
from ingestion.text.rules.money_refusals import CONDITION, NEGATED, PLANNED
from ingestion.text.rules.money_several import GROUP, ONE, RECIPIENTS, SEVERAL
from ingestion.text.rules.money_shares import PIECES
from ingestion.text.rules.money_units import ANNUAL
from ingestion.text.sentences import sentence_of, sentence_spans

_CLAUSE = re.compile(
    r"\((?:[^()]*$|[^()]*\d\s?%[^()]*\))|[,;](?=\s)|\s[–—]\s|\b(?:ja|sekä|josta|joista|jossa|jonka|mutta|och|samt|varav|men|and"
    r"|of which|but"
    r"|which)\b",
    re.IGNORECASE,
)
#: Verbs that reach over a whole sentence; nouns such as a total do not.
_REACHING = {
    "granted", "aggregate", "applied", "call_budget", "appropriation", "paid", NEGATED, PLANNED,
}  # fmt: skip
#: Parts that add up to a total.
_PARTS = {"granted_eu_share", "national_share", "own_funding", "partner_share"}
#: Parts whose name behind `i` or `in` may be the sort of the whole.
_SORTS = {"granted_eu_share", "national_share"}
#: Kinds that one noun or verb may state of several sums.
_SHARED = _PARTS | {"granted", "aggregate", "applied", "paid"}
#: A comma and another word; a relative pronoun or an apposition goes on about the same noun.
_COMMA = re.compile(
    r"[,;]\s+(?!(?:joka|jotka|jonka|mikä|mitkä|som|which|that|eli|dvs|yhteensä|on|är|is)\b)\w",
    re.IGNORECASE,
)
#: `… on 210 000 euroa ja ammattikorkeakoulun 190 000 euroa`: said of both.
_AND_ALSO = re.compile(
    r"\s*(?:,|,?\s+(?:ja|sekä|och|samt|and))\s+(?:[\w’'-]+\s+){1,3}", re.IGNORECASE
)
#: What follows is about a part of the sum, not about who got it.
_PART_OF = re.compile(
    r";|\b(?:josta|joista|jossa|jonka|varav|of which|mutta|men|but)\b", re.IGNORECASE
)
#: A label on a line of its own: a few words without a number or a stop.
_LABEL = re.compile(r"\W{0,4}(?:[^\W\d]+[ -]?){1,6}:?\s*")
#: What may stand beside the sum on the line below its label.
_BESIDE = re.compile(r"\W*(?:\(\d{1,3}(?:[.,]\d+)?\s?%\))?\W*")
_NEAR = 25


@dataclass(frozen=True)
class Meaning:
    """Kind of one amount, and whether it is by the year."""

    kind: AmountKind
    is_annual: bool


@dataclass(frozen=True)
class _Sentence:
    text: str
    start: int
    end: int

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """What its words say of money."""
        return self._found(MEANINGS)

    @cached_property
    def takers(self) -> tuple[Hit, ...]:
        """Who got the money; searched only where somebody was granted something."""
        return self._found(RECIPIENTS)

    def _found(self, table: tuple[Cue, ...]) -> tuple[Hit, ...]:
        return tuple(
            Hit(hit.means, hit.start + self.start, hit.end + self.start)
            for hit in hits_of(table, self.text[self.start : self.end])
        )


def judge_amounts(text: str, raws: list[RawAmount], default: AmountKind) -> list[Meaning]:
    """Meanings of all amounts of a text, in the order given (text order)."""
    judge = _Judge(text, raws)
    meanings: list[Meaning] = []
    for number in range(len(raws)):
        meanings.append(judge.meaning(number, meanings, default))
    return meanings


class _Judge:
    """The sentences of one text and the amounts in them."""

    def __init__(self, text: str, raws: list[RawAmount]) -> None:
        self._text = text
        self._raws = raws
        self._spans = sentence_spans(text)
        self._places = [sentence_of(self._spans, raw.core) for raw in raws]
        self._sentences: dict[int, _Sentence] = {}

    def meaning(self, number: int, told: list[Meaning], default: AmountKind) -> Meaning:
        """Meaning of one amount; `told` are those of the amounts before it."""
        zone = self._zone(number)
        kind = zone.kind() or self._also(number, told)
        if kind == "granted":
            kind = self._of_several(number, zone, told)
        kind = kind or self._from_label(number) or self._from_above(self._places[number])
        return Meaning(kind or default, zone.is_annual())

    def _sentence(self, index: int) -> _Sentence:
        if index not in self._sentences:
            self._sentences[index] = _Sentence(self._text, *self._spans[index])
        return self._sentences[index]

    def _zone(self, number: int) -> _Zone:
        own, raw = self._sentence(self._places[number]), self._raws[number]
        others = [
            other
            for other, place in zip(self._raws, self._places, strict=True)
            if place == self._places[number]
        ]
        left = max((r.end for r in others if r.end <= raw.core), default=own.start)
        right = min((r.start for r in others if r.core >= raw.end), default=own.end)
        return _Zone(self._text, own, raw, left, right)

    def _also(self, number: int, told: list[Meaning]) -> AmountKind | None:
        """Kind of the amount before, where both are told of in one breath."""
        if number == 0 or self._places[number - 1] != self._places[number]:
            return None
        between = self._raws[number - 1].end, self._raws[number].start
        if not _AND_ALSO.fullmatch(self._text, *between):
            return None
        kind = told[number - 1].kind
        return kind if kind in _SHARED else None

    def _of_several(self, number: int, zone: _Zone, told: list[Meaning]) -> AmountKind:
        """A granted sum as the sums around it have it: `… 12 milj. … ja 4 milj. …`."""
        if not zone.is_one and self._goes_on_about_several(number):
            return "aggregate"
        if self._is_part_of_an_offer(number, told):
            return "unknown"
        is_next = number > 0 and self._places[number - 1] == self._places[number]
        if not is_next or told[number - 1].kind != "aggregate" or zone.has_own_words:
            return "granted"
        between = self._text[self._raws[number - 1].end : self._raws[number].start]
        if GOES_ON.search(between):
            return "aggregate"
        return "unknown" if PART_OF_IT.search(between) else "granted"

    def _is_part_of_an_offer(self, number: int, told: list[Meaning]) -> bool:
        """`Jaossa on 5 milj. …, josta keskuksen myöntämää tukea on 4 milj. …`."""
        place, start = self._places[number], self._raws[number].start
        offers = [
            raw.end
            for raw, where, meaning in zip(self._raws, self._places, told, strict=False)
            if where == place and meaning.kind == "call_budget"
        ]
        return bool(offers and PART_OF_IT.search(self._text, offers[0], start))

    def _goes_on_about_several(self, number: int) -> bool:
        """Whether the next sentence tells who got it: `Rahoitusta sai 12 hanketta.`."""
        place = self._places[number] + 1
        if place >= len(self._spans):
            return False
        following = self._sentence(place)
        if "granted" not in _kinds(following):
            return False
        takers = {hit.means for hit in following.takers}
        return SEVERAL in takers and ONE not in takers

    def _from_label(self, number: int) -> AmountKind | None:
        """Kind by the label on the line above a line that holds the sum and nothing else."""
        place, raw = self._places[number], self._raws[number]
        start, end = self._spans[place]
        beside = self._text[start : raw.start] + self._text[raw.end : end]
        if place == 0 or not _BESIDE.fullmatch(beside):
            return None
        first, last = self._spans[place - 1]
        line = self._text[first:last]
        if "\n" not in self._text[last:start] or not _LABEL.fullmatch(line):
            return None
        return self._heading_kind(place - 1, line)

    def _from_above(self, place: int) -> AmountKind | None:
        """Kind stated by the line above a value or above the list that a row belongs to."""
        for index in range(place - 1, -1, -1):
            start, end = self._spans[index]
            if "\n" not in self._text[end : self._spans[index + 1][0]]:
                return None
            if any(
                start <= raw.core < end and not self._text[raw.end : end].strip(" .;")
                for raw in self._raws
            ):
                continue
            line = self._text[start:end]
            return self._heading_kind(index, line) if line.endswith(":") else None
        return None

    def _heading_kind(self, index: int, line: str) -> AmountKind | None:
        told = ["granted" if k == GRANT_NOUN else k for k in _kinds(self._sentence(index))]
        kind = told[-1] if told else "total_cost" if BARE_LABEL.search(line) else None
        if kind in (NEGATED, PLANNED, PIECES, OTHER):
            return "unknown"
        # A total that is followed by several rows is cut into them: none of them is the total.
        if kind == "total_cost" and self._rows_below(index) > 1:
            return "unknown"
        return cast("AmountKind | None", kind)

    def _rows_below(self, index: int) -> int:
        """Rows with a sum and no meaning of their own, right below a heading."""
        rows = 0
        for place in range(index + 1, len(self._spans)):
            start, end = self._spans[place]
            between = self._text[self._spans[place - 1][1] : start]
            if between.count("\n") != 1 or not any(start <= r.core < end for r in self._raws):
                break
            rows += not _kinds(self._sentence(place))
        return rows


def _kinds(sentence: _Sentence) -> list[str]:
    return [hit.means for hit in sentence.hits]


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
        return bool(self.sentence.takers)

    @property
    def has_own_words(self) -> bool:
        """A verb or a single taker stands between the neighbours of the sum."""
        beside = self.sentence.hits + tuple(t for t in self.sentence.takers if t.means == ONE)
        return any(self.left <= hit.start and hit.end <= self.right for hit in beside)

    def kind(self) -> AmountKind | None:
        """Kind told by the sentence, or None."""
        if PER_UNIT.match(self.text, self.raw.end) or DIFFERENCE.match(self.text, self.raw.end):
            return "unknown"
        best = self._nearest() or self._reaching() or self._left_behind() or self._source()
        of_another = OF_ANOTHER.search(self.text, self.left, self._right_clause)
        if best and (of_another or (best == "granted" and self._is_income())):
            return "unknown"
        return self._settled(best)

    def _settled(self, best: str | None) -> AmountKind | None:
        """The kind behind what the words of the sentence say."""
        sentence = self.text[self.sentence.start : self.sentence.end]
        if best == "granted" and UPPER_LIMIT.search(self.text, self.left, self.raw.start):
            return "call_budget"
        if best == "granted" and CONDITION.match(sentence):
            best = PLANNED
        if best == NEGATED:
            told = {hit.means for hit in self.sentence.hits}
            return "applied" if "applied" in told else "unknown"
        if best == PLANNED:
            return "appropriation" if STATE_BUDGET.search(sentence) else "unknown"
        if best == GRANT_NOUN:
            best = "call_budget" if self.raw.qualifier in ("max", "min") else "granted"
        if best in ("call_budget", "granted") and IN_BUDGET.search(sentence):
            return "appropriation"
        if best in (PIECES, OTHER):
            return "unknown"
        if best in _SORTS and self._is_of_a_sort():
            return self._sorted(cast("AmountKind", best))
        if best in (None, "granted") and self._is_several(is_granted=best is not None):
            return "aggregate"
        return cast("AmountKind | None", best)

    def _is_income(self) -> bool:
        """Somebody got the sum, but not as support: `sai myynnistä`, `fick i hyra`."""
        start, end = self.sentence.start, self.sentence.end
        if not INCOME.search(self.text, start, end):
            return False
        return SUPPORT_WORD.search(self.text, start, end) is None

    def _sorted(self, sort: AmountKind) -> AmountKind:
        """Kind of a granted sum that is named by the sort of its money."""
        if self._is_several(is_granted=True):
            return "aggregate"
        return "granted" if sort == "national_share" else sort

    def _is_of_a_sort(self) -> bool:
        """`beviljade … miljoner i EU-stöd`: the sort of the money granted, no share of it."""
        return bool(OF_SORT.match(self.text, self.raw.end)) and any(
            hit.means == "granted" and hit.end <= self.raw.start + 1 for hit in self.sentence.hits
        )

    def is_annual(self) -> bool:
        """A wording such as `vuosittain` stands beside the amount."""
        left = self.text[max(self.left, self.raw.start - _NEAR) : self.raw.start]
        right = self.text[self.raw.end : min(self._right_clause, self.raw.end + _NEAR)]
        return bool(ANNUAL.search(left) or ANNUAL.search(right))

    def _nearest(self) -> str | None:
        ranked = []
        for hit in self.sentence.hits:
            if self.left <= hit.start and hit.end <= self.raw.start + 1:
                if hit.means in _REACHING or not self._is_cut_off(hit):
                    ranked.append((self.raw.start - hit.end, 0, hit.means))
            elif self.raw.end <= hit.start and hit.end <= self._right_clause:
                ranked.append((hit.start - self.raw.end, 1, hit.means))
        if not ranked:
            return None
        negated = [item for item in ranked if item[2] == NEGATED]
        nearest = min(ranked)
        if nearest[2] == "applied" and AS_APPLIED.search(self.text, self.left, self.raw.start):
            verbs = [means for _, side, means in sorted(ranked) if side == 0]
            return verbs[1] if verbs[1:2] == ["granted"] else nearest[2]
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

    def _is_cut_off(self, hit: Hit) -> bool:
        """A comma stands between a noun and the amount: it belongs to another clause."""
        return _COMMA.search(self.text, hit.end, self.raw.start) is not None

    def _left_behind(self) -> str | None:
        """The nearest noun before the amount, even where a comma stands between."""
        nouns = self.sentence.hits
        behind = [hit for hit in nouns if self.left <= hit.start and hit.end <= self.raw.start + 1]
        if behind:
            return behind[-1].means
        before = self.text[self.sentence.start : self.raw.start]
        told = {hit.means for hit in nouns if hit.end <= self.raw.start}
        return "total_cost" if told & _PARTS and SUM_OF_PARTS.search(before) else None

    def _source(self) -> str | None:
        """Whose money it is, by the words right behind it."""
        return next((kind for kind, words in SOURCES if words.match(self.text, self.raw.end)), None)

    def _is_several(self, *, is_granted: bool) -> bool:
        """Whether the words beside the sum tell that several got it."""
        match = _PART_OF.search(self.text, self.raw.end, self.right)
        stop = match.start() if match else self.right
        takers = [
            hit
            for hit in self.sentence.takers
            if self.left <= hit.start and hit.end <= stop and (is_granted or hit.means != GROUP)
        ]
        if takers:
            nearest = min(
                takers,
                key=lambda hit: min(abs(self.raw.start - hit.end), abs(hit.start - self.raw.end)),
            )
            return nearest.means != ONE
        whole = IN_TOTAL.search(self.text, self.left, self.raw.start)
        return bool(is_granted and whole and not self.is_one)
