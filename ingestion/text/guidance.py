"""Whether a stated aim or activity is lifelong guidance, with the words that say so.

Guidance helps people to recognise competences or interests, to plan education, career or life,
or to set learning goals, or develops such services, their staff, quality or coordination. A
bare word such as `polku` or the steering group of a project is no evidence. What does not
belong here: themes and target groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingestion.text.names import collapse
from ingestion.text.rules.base import NOTHING, Masks, Table
from ingestion.text.rules.guidance_context import (
    ACTION,
    BACKGROUND,
    CAREER_WORDS,
    DENIED,
    PEOPLE,
    RESEARCH,
    RESTS_ON_RESEARCH,
    TURN,
)
from ingestion.text.rules.guidance_en import GUIDANCE_EN
from ingestion.text.rules.guidance_fi import GUIDANCE_FI
from ingestion.text.rules.guidance_levels import CAREER, PERSON
from ingestion.text.rules.guidance_sv import GUIDANCE_SV
from ingestion.text.sentences import sentence_spans

_QUOTE = 200
#: One table: a Swedish or English word in a Finnish text says what it says at home.
_CUES: Final = Table(*GUIDANCE_FI, *GUIDANCE_SV, *GUIDANCE_EN)


@dataclass(frozen=True)
class GuidanceFound:
    """The judgement, and the sentence (or its part) that it stands on."""

    is_guidance: bool
    evidence: str | None


def judge_guidance(*texts: str | None) -> GuidanceFound:
    """Judge texts that state what a project is for: its name, aim, summary."""
    for text in texts:
        if not text:
            continue
        evidence = _evidence(text)
        if evidence:
            return GuidanceFound(True, evidence)
    return GuidanceFound(False, None)


def _evidence(text: str) -> str | None:
    cues = _CUES.likely(text.lower())
    masks = Masks(cues, text)
    spans: list[tuple[int, int]] | None = None
    for cue in cues:
        if cue.means == NOTHING:
            continue
        for match in cue.regex.finditer(text):
            if masks.cover(match):
                continue
            start, end = match.span()
            spans = sentence_spans(text) if spans is None else spans
            first, last = next((s for s in spans if s[0] <= start < s[1]), (0, len(text)))
            if _counts(text[first:last], start - first, cue.means):
                return _quoted(text[first:last], start - first, end - first)
    return None


def _counts(sentence: str, at: int, means: str) -> bool:
    """Whether a wording that stands at a place of its sentence is evidence there."""
    if not _has_context(sentence, means):
        return False
    if BACKGROUND.search(sentence) or DENIED.search(_clause(sentence, at)):
        return False
    is_research = RESEARCH.search(RESTS_ON_RESEARCH.sub("", sentence))
    return not is_research or bool(ACTION.search(sentence))


def _has_context(sentence: str, means: str) -> bool:
    """Whether a sentence speaks of what its bare word of guidance needs."""
    if means not in (PERSON, CAREER) or CAREER_WORDS.search(sentence):
        return True
    return means == PERSON and PEOPLE.search(sentence) is not None


def _clause(sentence: str, at: int) -> str:
    """The part of a sentence around a place, cut where it turns: `ei …, vaan …`."""
    cuts = [0, *(match.start() for match in TURN.finditer(sentence)), len(sentence)]
    return next((sentence[a:b] for a, b in pairwise(cuts) if a <= at < b), sentence)


def _quoted(sentence: str, start: int, end: int) -> str:
    """The sentence, or the part of a long one around the evidence."""
    if len(sentence) > _QUOTE:
        room = max(0, _QUOTE - (end - start)) // 2
        sentence = sentence[max(0, start - room) : end + room]
    return collapse(sentence)
