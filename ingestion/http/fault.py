"""The one exception of the network code; it never leaves the fetcher."""

from __future__ import annotations

from datetime import datetime


class FaultError(Exception):
    """An answer that cannot be taken, or no answer.

    Args:
        klass: class of the fault, see `answers.Failed`.
        reason: what was found, free of personal data.
        retry: whether another try may help.
        host: whether it says something about the host rather than about the page: five of
            these in a row and the host is left for the night.
        retry_at: earliest time for another try as the site said it, UTC.
        status: status of the answer, if there was one.
    """

    def __init__(
        self,
        klass: str,
        reason: str,
        *,
        retry: bool = True,
        host: bool = False,
        retry_at: datetime | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(f"{klass}: {reason}")
        self.klass = klass
        self.reason = reason
        self.retry = retry
        self.host = host
        self.retry_at = retry_at
        self.status = status


class RefusalError(Exception):
    """We do not ask: robots.txt, host list or address forbid it."""
