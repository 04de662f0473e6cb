"""How far long work is, told to whoever watches: the terminal, or nobody at night.

What does not belong here: what the work is. Steps report; the `elo` command sets the sink.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Called with (task, done, total); total 0 means unknown.
Sink = Callable[[str, int, int], None]

_sinks: list[Sink] = []


def report(task: str, done: int, total: int) -> None:
    """Tell how far a task is."""
    for sink in _sinks:
        sink(task, done, total)


def reporter(task: str) -> Callable[[int, int], None]:
    """A progress callback for one task."""
    return lambda done, total: report(task, done, total)


@contextmanager
def watch(sink: Sink) -> Iterator[None]:
    """Send progress to a sink while the context lasts."""
    _sinks.append(sink)
    try:
        yield
    finally:
        _sinks.remove(sink)
