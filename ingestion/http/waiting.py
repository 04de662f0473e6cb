"""How long to wait before another try: what the site asks for, else a growing, jittered pause.

What does not belong here: the pace between ordinary requests (`pace`).
"""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_CAP_S = 30.0


def parse_retry_after(value: str | None, now: datetime) -> datetime | None:
    """When a site wants to be asked again.

    Args:
        value: the header: seconds or an HTTP date.
        now: aware time of the answer.

    Returns:
        None when there is no header, or one that says nothing (a word, a time gone by).
    """
    text = (value or "").strip()
    if _SECONDS.fullmatch(text):
        wait = timedelta(seconds=float(text))
        return now + wait if wait else None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:  # "-0000" or no zone: HTTP dates are GMT
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC) if moment > now else None


def backoff_s(attempt: int, base_s: float) -> float:
    """Pause after the n-th failed try (from 1): doubled each time, spread by half, capped."""
    spread = 0.75 + random.random() / 2  # noqa: S311 - spreads load, guards nothing
    return min(_CAP_S, base_s * 2.0 ** (attempt - 1)) * spread
