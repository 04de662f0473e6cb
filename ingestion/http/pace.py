"""One gate for every host and port: never two requests in flight, and a pause between them.

The pause runs from the end of one answer to the start of the next request, on a clock that
nobody can set. One loopback address may stand for many sites, hence the port. What does not
belong here: how long the pause must be; the fetcher decides from source, settings and robots.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import defaultdict
from collections.abc import Iterator


class OutOfTimeError(Exception):
    """The turn would come after the deadline."""


class Gate:
    """The queue before one host and port."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ended_at = float("-inf")

    @contextlib.contextmanager
    def turn(self, delay_s: float, deadline: float) -> Iterator[None]:
        """Wait for the turn, and hold it until the answer is complete.

        Args:
            delay_s: pause since the previous answer ended.
            deadline: latest start, on `time.monotonic()`.

        Raises:
            OutOfTimeError: the turn would come later than that; nothing was waited for in vain.
        """
        if not self._lock.acquire(timeout=max(0.0, min(deadline - time.monotonic(), 1e6))):
            raise OutOfTimeError
        try:
            start = max(time.monotonic(), self._ended_at + delay_s)
            if start > deadline:
                raise OutOfTimeError
            _sleep_until(start)
            try:
                yield
            finally:
                self._ended_at = time.monotonic()
        finally:
            self._lock.release()


class Gates:
    """All gates of this process."""

    def __init__(self) -> None:
        self._gates: defaultdict[str, Gate] = defaultdict(Gate)
        self._lock = threading.Lock()

    def of(self, key: str) -> Gate:
        """The gate of one `host:port`."""
        with self._lock:
            return self._gates[key]


#: Shared by all fetchers: two sources on one host, or one loopback server, share its pace.
GATES = Gates()


def _sleep_until(moment: float) -> None:
    while (left := moment - time.monotonic()) > 0:
        time.sleep(left)
