"""When the register's items were changed, and since when changes have to be asked for.

`muokattu` states no zone and is never compared with our clock alone: it goes back to the
register in the form in which it came. What does not belong here: requests and pages
(`scraper.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from ingestion.settings import HELSINKI

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?")


def changed_at(item: Mapping[str, Any]) -> str:
    """`kohde.muokattu` in the one form whose order as text is that of the times, else empty."""
    stamp = item.get("muokattu")
    return stamp if isinstance(stamp, str) and _STAMP.fullmatch(stamp) else ""


def choose_since(stamps: Iterable[str], began_at: datetime, overlap_days: int) -> str | None:
    """From when on changes are asked for.

    From the midnight before the newest change, less the overlap: a filter that looks at days and
    one that looks at seconds then mean the same. A stamp of the future, which would hide all
    changes until then, counts as made when the whole load began.

    Args:
        stamps: when each item of the whole load was changed; an empty one is not known.
        began_at: when that load began, aware.
        overlap_days: how far before the newest change to begin.

    Returns:
        `YYYY-MM-DDTHH:MM:SS`, or None where an item does not say when it was changed: no
        search by change would ever show it.
    """
    known = sorted(stamps)
    if not known or not known[0]:
        return None
    try:
        newest = datetime.fromisoformat(known[-1])
    except ValueError:
        return None
    began = began_at.astimezone(HELSINKI).replace(tzinfo=None)
    day = min(newest, began).replace(hour=0, minute=0, second=0, microsecond=0)
    return (day - timedelta(days=overlap_days)).isoformat(timespec="seconds")
