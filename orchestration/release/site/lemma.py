"""Words of a text and the dictionary forms they are found by, in Finnish, Swedish and English.

The surface form always stays beside the lemma, because the dictionary errs. A compound is also
found by what it ends with: `uraohjaus` by `ohjaus`. What does not belong here: the files of the
index (`search.py`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import simplemma

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_HEAD, _SHORTEST_FIRST = 5, 3
_FOLDED = str.maketrans("åäöéüõšž", "aaoeuosz")


def words(text: str) -> list[str]:
    """Words and numbers of a text in lower case, in order."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def fold(word: str) -> str:
    """The word without the dots that a foreign keyboard lacks."""
    return word.translate(_FOLDED)


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """The dictionary form; the word itself where there is none, or it is a number."""
    if not word.isalpha() or len(word) < 3:
        return word
    return str(simplemma.lemmatize(word, lang=language)).lower()


@lru_cache(maxsize=200_000)
def heads(word: str) -> tuple[str, ...]:
    """What a Finnish compound ends with, longest first; empty for a plain word."""
    cuts = range(_SHORTEST_FIRST, len(word) - _SHORTEST_HEAD + 1)
    return tuple(word[cut:] for cut in cuts if _is_word(word[cut:]) and _is_word(word[:cut]))


@lru_cache(maxsize=200_000)
def bases(word: str, language: str) -> frozenset[str]:
    """Dictionary forms of a word; of a compound also that of its last part put back.

    The dictionary knows fewer compounds than plain words, and errs on those that it guesses.
    """
    found = {lemma(word, language)}
    if language == "fi" and (ends := heads(word)):
        found.add(word.removesuffix(ends[0]) + lemma(ends[0], language))
    return frozenset(found)


@lru_cache(maxsize=200_000)
def terms(word: str, language: str) -> frozenset[str]:
    """Everything that a word of a text is found by."""
    found = {word} | bases(word, language)
    if language == "fi":
        found.update(lemma(head, language) for head in heads(word))
        found.update(head for base in bases(word, language) for head in heads(base))
    return frozenset(found)


@lru_cache(maxsize=200_000)
def _is_word(part: str) -> bool:
    return bool(simplemma.is_known(part, lang="fi"))
