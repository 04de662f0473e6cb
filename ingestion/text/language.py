"""The language of a text, told by its own words.

What does not belong here: what a URL or a label claims about the language.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingestion.records import Language
from ingestion.text.memory import LAST
from ingestion.text.rules.language_words import ENDINGS, WORDS

_WORD = re.compile(r"[a-zåäöé]+", re.IGNORECASE)
_ENDINGS = {language: re.compile(pattern) for language, pattern in ENDINGS.items()}
_FIRST_WORDS = 600
#: Distinct words of some hundred pages.
_KNOWN_WORDS = 8192
#: One clear word is enough for a heading, but it must not be outvoted.
_MIN_SCORE = 2
_ORDER: tuple[Language, ...] = ("fi", "sv", "en")


@lru_cache(LAST)
def detect_language(text: str) -> Language | None:
    """Language of most of a text, or None where it is too short or mixed to tell."""
    score = dict.fromkeys(_ORDER, 0)
    words = _WORD.findall(text)[:_FIRST_WORDS]
    for word in words:
        for language, points in _points(word.lower()):
            score[language] += points
    best, second = sorted(score.values(), reverse=True)[:2]
    if best < _MIN_SCORE or best == second:
        return None
    return next(language for language in _ORDER if score[language] == best)


@lru_cache(_KNOWN_WORDS)
def _points(word: str) -> tuple[tuple[Language, int], ...]:
    """What a word says for each language that it may be of."""
    return tuple(
        (language, 3 if word in WORDS[language] else 1)
        for language in _ORDER
        if word in WORDS[language] or (len(word) > 4 and _ENDINGS[language].search(word))
    )
