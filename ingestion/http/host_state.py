"""What a run has learnt about a host: errors in a row, and how long it wants to be left alone.

What does not belong here: waiting itself, and anything that outlives the run.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from ingestion.http.fault import FaultError

#: Error answers in a row, or pages in a row given up, after which a host is left for the night.
ERRORS_IN_A_ROW = 5


@dataclass
class HostState:
    """One host and port.

    Attributes:
        errors: error answers in a row that speak of the host (5xx, 429, no answer).
        failed_pages: pages in a row that were given up, whatever the reason.
        not_before: the site asked not to be asked earlier, UTC.
    """

    errors: int = 0
    failed_pages: int = 0
    not_before: datetime | None = None

    @property
    def is_left(self) -> bool:
        """Whether the host is left for the night."""
        return max(self.errors, self.failed_pages) >= ERRORS_IN_A_ROW

    @property
    def wait_s(self) -> float:
        """Seconds until the site wants to be asked again, 0 when it said nothing."""
        if self.not_before is None:
            return 0.0
        return max(0.0, (self.not_before - datetime.now(tz=UTC)).total_seconds())

    def note_answer(self) -> None:
        """A usable answer came: the host is well."""
        self.errors = self.failed_pages = 0

    def note_fault(self, fault: FaultError) -> None:
        """An answer could not be taken."""
        self.errors = self.errors + 1 if fault.host else self.errors
        if fault.retry_at is not None:
            self.not_before = max(fault.retry_at, self.not_before or fault.retry_at)

    def note_given_up(self) -> None:
        """A page was given up."""
        self.failed_pages += 1


class HostStates:
    """All hosts of a run."""

    def __init__(self) -> None:
        self._states: defaultdict[str, HostState] = defaultdict(HostState)
        self._lock = threading.Lock()

    def of(self, key: str) -> HostState:
        """The state of one `host:port`."""
        with self._lock:
            return self._states[key]
