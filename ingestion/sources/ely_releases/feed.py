"""RSS feeds of the publishers: strict XML to items.

What does not belong here: what the page behind an item says (`article.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from ingestion.scraper import PageError, Rejected
from ingestion.sources.ely_releases.urls import ReleaseUrl, read_newsroom_url, read_release_url
from ingestion.text.names import collapse


@dataclass(frozen=True)
class Item:
    """One release as a feed lists it; `published_at` is None where the date is unreadable."""

    url: ReleaseUrl
    title: str
    published_at: datetime | None


@dataclass(frozen=True)
class Feed:
    """A whole feed; `newsroom` is the address of the publisher's full list."""

    title: str
    items: tuple[Item, ...]
    rejected: tuple[Rejected, ...]
    newsroom: str | None = None


def read_feed(body: bytes) -> Feed:
    """Read an RSS 2.0 feed.

    Raises:
        PageError: it is broken XML, no RSS, or has no channel title.
    """
    try:
        root = etree.fromstring(body, _strict_parser())
    except etree.XMLSyntaxError as error:
        raise PageError("xml", f"broken at line {error.lineno}") from error
    channel = root.find("channel") if root is not None and root.tag == "rss" else None
    title = collapse(_text(channel, "title")) if channel is not None else ""
    if channel is None or not title:
        raise PageError("rss/channel/title", f"root element is {_name(root)}")
    read = [_item(item, number) for number, item in enumerate(channel.iterfind("item"), 1)]
    return Feed(
        title=title,
        items=tuple(part for part in read if isinstance(part, Item)),
        rejected=tuple(_rejections(read)),
        newsroom=read_newsroom_url(_text(channel, "link")),
    )


def read_pub_date(text: str) -> datetime | None:
    """An RFC 822 date with its stated offset, in UTC; without a zone it is not believed."""
    try:
        stamp = parsedate_to_datetime(text.strip())
    except ValueError:
        return None
    return stamp.astimezone(UTC) if stamp.tzinfo is not None else None


def _strict_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _item(node: etree._Element, number: int) -> Item | Rejected:
    title, link = collapse(_text(node, "title")), _text(node, "link")
    url = read_release_url(link) if link.strip() else None
    if url is None:
        return Rejected("link", "no release id in the link", row=f"item {number}", field="link")
    if not title:
        return Rejected(
            "title", "an item without title", row=f"item {number}", native_id=url.release_id
        )
    return Item(url, title, read_pub_date(_text(node, "pubDate")))


def _rejections(read: list[Item | Rejected]) -> Iterator[Rejected]:
    for number, part in enumerate(read, 1):
        if isinstance(part, Rejected):
            yield part
        elif part.published_at is None:
            # The release lands all the same; only its time is missing from the feed.
            yield Rejected(
                "pubDate",
                "no RFC 822 date with an offset",
                row=f"item {number}",
                field="pubDate",
                native_id=part.url.release_id,
            )


def _text(node: etree._Element, name: str) -> str:
    return node.findtext(name) or ""


def _name(root: etree._Element | None) -> str:
    return "missing" if root is None else str(etree.QName(root).localname)[:30]
