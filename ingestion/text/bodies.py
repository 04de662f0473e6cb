"""Whether a recipient's name is that of an organisation or of a person.

Names of persons are never stored, so whatever is not clearly an organisation is a person. What
does not belong here: organisations in running text (`organisations.py`).
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.text.names import collapse
from ingestion.text.rules.body_words import ENDINGS, OF_PERSONS, SOLE_TRADER, WORDS

#: Stands for the name of a person.
NATURAL_PERSON: Final = "natural person"
_WORD = re.compile(r"[^\W\d_]+(?:[:'’][^\W\d_]+)*")
_DOTTED = re.compile(r"\b([^\W\d_])\.\s?([^\W\d_])\.?(?!\w)")
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9-]{2,}")
_PERSON = re.compile(r"(?:[^\W\d_]{2,}(?:-[^\W\d_]{2,})?|[^\W\d_]\.)")


def is_organisation_name(name: str) -> bool:
    """Whether a name is certainly that of an organisation.

    A legal form, a word such as `ryhmä` or `University`, a number or a lone abbreviation tells;
    anything else may be a person, and the business of a sole trader is one.
    """
    text = collapse(name)
    words = [word.casefold() for word in _WORD.findall(_DOTTED.sub(r"\1\2", text))]
    if not words or SOLE_TRADER & set(words):
        return False
    if len(words) > 2:
        words = [word for word in words if word not in OF_PERSONS]
    if any(word in WORDS or word.endswith(ENDINGS) for word in words):
        return True
    return bool(re.search(r"\d", text)) or _ABBREVIATION.fullmatch(text) is not None


def looks_like_person(name: str) -> bool:
    """Whether a name has the form of a person's: two to four plain words, none of a body.

    For lists of organisations, where a person is the exception: an odd name of a body stays.
    """
    parts = collapse(name).replace(",", " ").split()
    if not 2 <= len(parts) <= 4 or is_organisation_name(name):
        return bool(SOLE_TRADER & {part.casefold() for part in parts})
    return all(_PERSON.fullmatch(part) and part[0].isupper() for part in parts)
