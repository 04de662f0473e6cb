"""Whether a stated aim or activity is lifelong guidance, with the words that say so.

Guidance helps people to recognise competences or interests, to plan education, career or life,
or to set learning goals, or develops such services, their staff, quality or coordination. A
bare word such as `polku` or the steering group of a project is no evidence. What does not
belong here: themes and target groups.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingestion.text.names import collapse
from ingestion.text.rules.guidance_words import (
    ACTION,
    DENIED,
    GUIDANCE,
    NOTHING,
    PEOPLE,
    PERSON,
    RESEARCH,
)
from ingestion.text.sentences import sentence_spans

_QUOTE = 200


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
    low = text.lower()
    masked = [
        match.span() for cue in GUIDANCE if cue.means == NOTHING for match in cue.find(text, low)
    ]
    spans: list[tuple[int, int]] | None = None
    for cue in GUIDANCE:
        if cue.means == NOTHING:
            continue
        for match in cue.find(text, low):
            start, end = match.span()
            if any(start < stop and begin < end for begin, stop in masked):
                continue
            spans = sentence_spans(text) if spans is None else spans
            first, last = next((s for s in spans if s[0] <= start < s[1]), (0, len(text)))
            if _counts(text[first:last], cue.means):
                return _quoted(text[first:last], start - first, end - first)
    return None


def _counts(sentence: str, means: str) -> bool:
    """Whether a wording is evidence in its sentence."""
    if means == PERSON and not PEOPLE.search(sentence):
        return False
    if DENIED.search(sentence):
        return False
    return not RESEARCH.search(sentence) or bool(ACTION.search(sentence))


def _quoted(sentence: str, start: int, end: int) -> str:
    """The sentence, or the part of a long one around the evidence."""
    if len(sentence) > _QUOTE:
        room = max(0, _QUOTE - (end - start)) // 2
        sentence = sentence[max(0, start - room) : end + room]
    return collapse(sentence)
