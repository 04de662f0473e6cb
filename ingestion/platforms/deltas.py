"""Whether the changes that a site names are all of them.

A delta is believed only on evidence: the overlap with the whole load under it shows that the
filter works, the total of everything that nothing came or went unseen. What does not belong
here: how one site is asked, and what happens to a delta that is not believed (`collect.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ingestion.scraper import Finding

#: In the context of a request: it asks only for what changed since then.
SINCE = "since"


def delta_findings(
    known: Mapping[str, str], shown: Mapping[str, str], since: str, total: int | None
) -> Iterator[Finding]:
    """What speaks against a delta.

    Args:
        known: things of the whole load under it -> when they had been changed.
        shown: things of the delta -> when they were changed. Times are texts whose order is
            that of the times; an empty one is not known.
        since: what was asked for.
        total: things that the site holds tonight, deleted ones that it still lists among them.
    """
    unseen = [thing for thing, at in known.items() if at >= since and thing not in shown]
    if unseen:
        detail = f"{len(unseen)} of the things last changed since {since} are not shown again"
        yield Finding("incomplete", "overlap_missing", detail)
    older = sum(at < since for at in shown.values())
    if older:
        detail = f"{older} of {len(shown)} things were not changed since {since}"
        yield Finding("incomplete", "filter_ignored", detail)
    held = len(known.keys() | shown.keys())
    if total is None:
        yield Finding("incomplete", "no_whole_total", "it is not known how much there is in all")
    elif held != total:
        detail = f"{total} things in all, {held} with these changes"
        yield Finding("incomplete", "whole_total_differs", detail)
