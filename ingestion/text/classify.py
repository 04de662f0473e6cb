"""Which themes and target groups of the closed lists a text states, each with its words.

A theme is what a project does, a target group whom it is for. `other` is said of a text that
tells something and names no theme of the list; a bare name that names none says nothing. What
does not belong here: the words of a language (`rules/`), and whether it is guidance
(`guidance.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingestion.records import Coded
from ingestion.text.names import collapse
from ingestion.text.privacy import redact
from ingestion.text.rules.base import NOTHING, Masks, Table, hits_of
from ingestion.text.rules.business_words import BUSINESS
from ingestion.text.rules.choice_words import CHOICES
from ingestion.text.rules.classified_words import AFTER, BEFORE, DENIED, MONEY_ONLY, PARTNERS
from ingestion.text.rules.field_words_fi import FIELDS_FI
from ingestion.text.rules.group_words_en import GROUPS_EN
from ingestion.text.rules.group_words_fi import GROUPS_FI
from ingestion.text.rules.group_words_sv import GROUPS_SV
from ingestion.text.rules.proper_names import PROPER_NAMES
from ingestion.text.rules.theme_words_by_group import BY_GROUP
from ingestion.text.rules.theme_words_en import THEMES_EN
from ingestion.text.rules.theme_words_fi import THEMES_FI
from ingestion.text.rules.theme_words_sv import THEMES_SV
from ingestion.text.sentences import sentence_spans

OTHER: Final = "other"
#: Guidance of no special kind, so whom it is for still tells another theme.
_ANY_CAREER: Final = {"career_guidance", "career_skills"}
#: Themes that are no guidance. A guidance project speaks of schools, jobs and firms all the time:
#: beside guidance they count where the name says so.
_NO_GUIDANCE: Final = {"skills_anticipation", "training", "employment", "business"}
_THEMES: Final = Table(*PROPER_NAMES, *THEMES_FI, *FIELDS_FI, *THEMES_SV, *THEMES_EN, *CHOICES)
_GROUPS: Final = Table(*PROPER_NAMES, *GROUPS_FI, *GROUPS_SV, *GROUPS_EN)
_BY_GROUP: Final = Table(*BY_GROUP)
_BUSINESS: Final = Table(*BUSINESS)
_BEFORE: Final = Table(*BEFORE)
_AFTER: Final = Table(*AFTER)
#: Characters of the words that are kept.
_QUOTE = 120
#: Words from which on a sentence tells something.
_TELLS_WORDS = 4
_BEFORE_CHARS = 90
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_themes(name: str | None, *texts: str | None) -> tuple[Coded, ...]:
    """Themes that the name and the other texts about one project state: its aim, its summary.

    Returns:
        One entry a code, in the order of the code; empty when nothing is told. A name alone can
        show a theme, never that there is none.
    """
    told = [text for text in texts if text]
    given = [name, *told] if name else told
    named = _found(_THEMES, [name] if name else [])
    found = _found(_THEMES, told) | named
    if not found.keys() - _NO_GUIDANCE - _ANY_CAREER:
        found = _found(_BY_GROUP, given) | found
    if found.keys() - _NO_GUIDANCE:
        found = {c: words for c, words in found.items() if c not in _NO_GUIDANCE or c in named}
    found = found or _found(_BUSINESS, given)
    if not found:
        telling = next((s for text in told for s in _telling(text)), None)
        if telling is not None:
            found = {OTHER: _quoted(telling, 0, 0)}
    return _ordered(found)


def find_target_groups(*texts: str | None) -> tuple[Coded, ...]:
    """Target groups that texts about one project state; nobody is meant unless named.

    Returns:
        One entry a code, in the order of the code.
    """
    return _ordered(_found(_GROUPS, [text for text in texts if text]))


def _telling(text: str) -> Iterator[str]:
    """Sentences that say what is done."""
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if len(_WORD.findall(sentence)) >= _TELLS_WORDS and not hits_of(MONEY_ONLY, sentence):
            yield sentence


def _ordered(found: dict[str, str]) -> tuple[Coded, ...]:
    return tuple(Coded(code=code, evidence=redact(quote)) for code, quote in sorted(found.items()))


def _found(table: Table, texts: Sequence[str]) -> dict[str, str]:
    """Code -> the first words that state it."""
    found: dict[str, str] = {}
    for text in texts:
        for code, quote in _stated(table, text):
            found.setdefault(code, quote)
    return found


def _stated(table: Table, text: str) -> Iterator[tuple[str, str]]:
    cues = table.likely(text.lower())
    masks = Masks(cues, text)
    spans: list[tuple[int, int]] | None = None
    seen: set[str] = set()
    for cue in cues:
        if cue.means == NOTHING or cue.means in seen:
            continue
        for match in cue.regex.finditer(text):
            if masks.cover(match):
                continue
            start, end = match.span()
            spans = sentence_spans(text) if spans is None else spans
            first, last = next((s for s in spans if s[0] <= start < s[1]), (0, len(text)))
            if _counts(cue.means, text[first:start], text[end:last]):
                seen.add(cue.means)
                yield cue.means, _quoted(text[first:last], start - first, end - first)
                break


def _counts(code: str, before: str, after: str) -> bool:
    """Whether a wording states its code between the words of its sentence."""
    sides = ((_BEFORE, before[-_BEFORE_CHARS:]), (_AFTER, after[:_BEFORE_CHARS]))
    return not any(
        (cue.means == DENIED or code in PARTNERS) and cue.regex.search(words)
        for table, words in sides
        for cue in table.likely(words.lower())
    )


def _quoted(sentence: str, start: int, end: int) -> str:
    """The sentence, or whole words of a long one around the evidence."""
    if len(sentence) <= _QUOTE:
        return collapse(sentence)
    room = max(0, _QUOTE - (end - start)) // 2
    left, right = max(0, start - room), min(len(sentence), end + room)
    if left and (blank := sentence.find(" ", left, start + 1)) >= 0:
        left = blank
    if right < len(sentence) and (blank := sentence.rfind(" ", end, right)) >= 0:
        right = blank
    return collapse(sentence[left : min(right, left + _QUOTE)])
