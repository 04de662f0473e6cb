"""Keeps what a reader said of the last texts: the readers of a page ask for the same ones again.

A sentence is cut, searched for bodies and for places by the title, the summary and the mentions
of one page, each by itself. What does not belong here: anything that is no pure function of its
text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Final, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

#: Texts that are kept: those of a page or two, so a home of many pages needs no more memory.
LAST: Final = 512


def remembered(read: Callable[_P, Iterable[_T]]) -> Callable[_P, list[_T]]:
    """A reader that gives what it found as a list, and remembers its last texts.

    What it finds has to be immutable; the list is the caller's own.
    """

    @lru_cache(LAST)
    def found(*args: _P.args, **kwargs: _P.kwargs) -> tuple[_T, ...]:
        return tuple(read(*args, **kwargs))

    @wraps(read)
    def recall(*args: _P.args, **kwargs: _P.kwargs) -> list[_T]:
        return list(found(*args, **kwargs))  # type: ignore[arg-type]  # unhashable is refused

    return recall
