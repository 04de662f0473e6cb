"""Names as they are stored, compared and put into keys.

What does not belong here: matching of records; that is decided where sources meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_OTHER = re.compile(r"[^a-z0-9]+")
_NORDIC = str.maketrans({"å": "a", "ä": "a", "ö": "o"})
#: Labels and names that are compared again and again, page after page.
_NAMES = 4096
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u00b4\u0060\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    }
)


def collapse(text: str) -> str:
    """The text with every run of blanks (also no-break ones) as one blank, trimmed."""
    visible = text if text.isascii() else _INVISIBLE.sub("", text)
    return " ".join(visible.split())


def slug(text: str) -> str:
    """Key part of a heading: lower case, å ä -> a, ö -> o, every other run one hyphen."""
    lowered = unicodedata.normalize("NFC", collapse(text)).lower().translate(_NORDIC)
    return _OTHER.sub("-", lowered).strip("-")


@lru_cache(_NAMES)
def comparable(text: str) -> str:
    """The text for equality: one form of width, case, dashes, quotes and blanks."""
    signs = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return collapse(signs.casefold())
