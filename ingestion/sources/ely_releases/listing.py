"""Newsroom pages: lists where title and date run together without a blank.

They hold releases that have left the feeds.
What does not belong here: release pages (`article.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bs4 import BeautifulSoup, Tag

from ingestion.sources.ely_releases.article import read_stamp, split_glued
from ingestion.sources.ely_releases.urls import ReleaseUrl, read_release_url
from ingestion.text.names import collapse


@dataclass(frozen=True)
class Row:
    """One row of a list."""

    url: ReleaseUrl
    title: str
    published_at: datetime | None


def read_rows(tree: BeautifulSoup, page_url: str) -> Iterator[Row]:
    """Rows with a release link and a stamp, each release once."""
    seen: set[str] = set()
    for anchor in tree.find_all("a", href=True):
        if not isinstance(anchor, Tag):
            continue
        url = read_release_url(str(anchor["href"]), page_url)
        glued = split_glued(collapse(anchor.get_text(" ")))
        if url is None or glued is None or not glued[0] or url.release_id in seen:
            continue
        seen.add(url.release_id)
        yield Row(url, glued[0], read_stamp(glued[1]))
