"""Text whose letters were lost on the way: a value made of it would be wrong for ever.

What does not belong here: choosing a charset (`text/html.py`).
"""

from __future__ import annotations

#: What lost or doubly encoded letters look like.
_BROKEN = ("\ufffd", "Ã¤", "Ã¶", "Ã¥", "Ã„", "Ã–")


def has_broken_letters(text: str) -> bool:
    """Whether a text holds marks of letters lost or encoded twice."""
    return any(mark in text for mark in _BROKEN)
