"""Press releases of the ELY centres (2010-2025) and the elinvoimakeskukset (2026-).

Their news comes through one press service: an RSS feed a publisher, and a page a release. Every
release is landed, also the many about roads and water; few name a project. What does not belong
here: reading the text of a release (`article.py`, `stories.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag

from ingestion.platforms.html_crawl import read_tree
from ingestion.records import Language, ReleaseRecord
from ingestion.scraper import DiscoverContext, Drift, Finding, Page, PageError, Parsed, Request
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.ely_releases.article import Article, read_article
from ingestion.sources.ely_releases.feed import Feed, Item, read_feed
from ingestion.sources.ely_releases.listing import Row, read_rows
from ingestion.sources.ely_releases.publishers import Options, publisher_named, read_options
from ingestion.sources.ely_releases.stories import read_mentions
from ingestion.sources.ely_releases.urls import ReleaseUrl, read_release_url
from ingestion.spec import SourceSpec
from ingestion.text.language import detect_language
from ingestion.text.privacy import redact
from ingestion.text.regions import tagged_regions

_XML = re.compile(rb"^\s*(?:\xef\xbb\xbf)?(?:<\?xml|<rss)\b")

_PUBLISHER = re.compile(r"(?:/uutishuone/|publisherId=)(\d{6,10})")


class Scraper(BaseScraper):
    """Reads the press service.

    The feeds show the latest items only, the same release stands in the feed of the group and of
    the region, and under two shapes of URL; its numeric id is all that identifies it.
    """

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__(spec)
        self._requests: dict[str, Request] = {}

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """One feed a publisher with a known id.

        Ten of the sixteen ids are assumed, so a publisher that does not exist is an answer;
        `reconcile` names those that are missing.
        """
        for publisher in self._options.active:
            yield Request(publisher.feed_url, role="feed", expect="xml", optional=True)

    def follow(self, page: Page) -> Iterable[Request]:
        """The page of each listed release, once however often and however it is listed.

        Raises:
            PageError: the feed cannot be read.
        """
        if page.role == "newsroom":
            listed: Iterable[Item | Row] = read_rows(read_tree(page), page.url)
        elif _is_feed(page):
            feed = read_feed(page.body)
            listed = feed.items
            if feed.newsroom:
                # A feed is a window on the latest items; the newsroom lists those before it too.
                yield Request(
                    feed.newsroom, role="newsroom", optional=True, depth=page.request.depth + 1
                )
        else:
            return
        for item in listed:
            # The first address seen for an id stands for it during the whole run; asked again,
            # the answer is the same.
            yield self._requests.setdefault(item.url.release_id, self._request(item, page))

    def parse(self, page: Page) -> Iterable[Parsed]:
        """The releases of a feed or list, or the one release of a page.

        Raises:
            PageError: the feed is broken, or the page is no release.
        """
        if _is_feed(page):
            return self._parse_feed(page)
        tree = read_tree(page)
        url = read_release_url(page.url) or _stated_url(tree)
        if url is None:
            return self._parse_list(page, tree)
        return self._parse_release(tree, url)

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Every listed release must have its page, and the known feeds must be there."""
        feeds = {page.url: _read_or_none(page) for page in pages if _is_feed(page)}
        listed = {
            item.url.release_id
            for feed in feeds.values()
            if feed is not None
            for item in feed.items
        }
        if not listed:
            yield Finding("block", "no_items", f"{len(feeds)} feeds list no release")
            return
        urls = (read_release_url(page.url) for page in pages)
        missing = sorted(listed - {url.release_id for url in urls if url is not None})
        if missing:
            detail = f"{len(missing)} listed releases have no page: {', '.join(missing[:5])}"
            yield Finding("incomplete", "release_without_page", detail)
        absent = [p for p in self._options.active if p.feed_url not in feeds]
        if absent:
            names = ", ".join(f"{p.name} ({p.id}, {p.confidence})" for p in absent)
            yield Finding("warn", "feed_missing", f"no feed of {names}")

    def stable_bytes(self, page: Page) -> bytes:
        """What the parser reads of a page, without build dates, tokens and order of items."""
        try:
            content = self._content(page)
        except PageError:
            return page.body
        return json.dumps(content, ensure_ascii=False, sort_keys=True, default=str).encode()

    def main_text(self, page: Page) -> str | None:
        """Title and own text of a release, without byline, contacts and teasers.

        The byline is left out because the publisher's name holds a region that the release may
        not speak of. Feeds and lists are read whole.

        Raises:
            PageError: the page is no release.
        """
        if _is_feed(page):
            return None
        article = read_article(read_tree(page))
        return "\n".join([article.title, *article.paragraphs])

    @cached_property
    def _options(self) -> Options:
        return read_options(self.spec)

    def _request(self, item: Item | Row, page: Page) -> Request:
        age = page.retrieved_at - item.published_at if item.published_at else None
        is_fresh = age is None or age.days < self._options.fresh_days
        return Request(
            item.url.canonical,
            role="release",
            optional=True,
            max_age_days=None if is_fresh else self._options.max_age_days,
            depth=page.request.depth + 1,
        )

    def _parse_feed(self, page: Page) -> Iterator[Parsed]:
        feed = read_feed(page.body)
        publisher_id = next(iter(parse_qs(urlsplit(page.url).query).get("publisherId", ())), None)
        publisher = self._options.by_id(publisher_id)
        if publisher is not None and not publisher.is_named_in(feed.title):
            yield Drift("title", f"channel of publisher {publisher_id}", feed.title[:60])
        yield from feed.rejected
        part = f"feed-{publisher_id}" if publisher_id else "feed"
        for item in _once(feed.items):
            yield ReleaseRecord(
                native_id=item.url.release_id,
                part=part,
                source_url=item.url.canonical,
                title=redact(item.title),
                publisher_id=publisher_id,
                publisher=feed.title,
                published_at=item.published_at,
                language=detect_language(item.title) or _language(item.url),
                tagged_regions=tuple(tagged_regions(item.title)),
            )

    def _parse_list(self, page: Page, tree: BeautifulSoup) -> Iterator[Parsed]:
        rows = list(read_rows(tree, page.url))
        if not rows:
            raise PageError("release id", "neither a release page nor a list of releases")
        publisher = _PUBLISHER.search(page.url)
        for row in rows:
            yield ReleaseRecord(
                native_id=row.url.release_id,
                part=f"list-{publisher[1]}" if publisher else "list",
                source_url=row.url.canonical,
                title=redact(row.title),
                published_at=row.published_at,
                language=detect_language(row.title) or _language(row.url),
                tagged_regions=tuple(tagged_regions(row.title)),
            )

    def _parse_release(self, tree: BeautifulSoup, url: ReleaseUrl) -> Iterator[Parsed]:
        article = read_article(tree)
        yield from article.byline.drifts
        language = detect_language(f"{article.title}\n{article.text}") or _language(url)
        tagged = tuple(tagged_regions(article.title))
        publisher = publisher_named(article.byline.publisher or "", self._options.active)
        yield ReleaseRecord(
            native_id=url.release_id,
            source_url=url.canonical,
            title=redact(article.title),
            lead=redact(article.lead) if article.lead else None,
            publisher_id=publisher.id if publisher else None,
            publisher=article.byline.publisher,
            published_at=article.byline.published_at,
            language=language,
            tagged_regions=tagged,
            mentions=read_mentions(
                url.release_id, article.title, article.paragraphs, language, tagged
            ),
        )

    def _content(self, page: Page) -> object:
        if _is_feed(page):
            feed = read_feed(page.body)
            items = sorted(
                (item.url.release_id, item.url.canonical, item.title, str(item.published_at))
                for item in feed.items
            )
            return [feed.title, items, sorted(str(rejected) for rejected in feed.rejected)]
        article: Article = read_article(read_tree(page))
        return [article.title, article.paragraphs, vars(article.byline)]


def _is_feed(page: Page) -> bool:
    return page.role == "feed" or _XML.match(page.body[:400]) is not None


def _read_or_none(page: Page) -> Feed | None:
    try:
        return read_feed(page.body)
    except PageError:
        return None


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """Items of a feed, each release once; of several addresses the first in order stays."""
    chosen: dict[str, Item] = {}
    for item in items:
        known = chosen.get(item.url.release_id)
        if known is None or item.url.canonical < known.url.canonical:
            chosen[item.url.release_id] = item
    yield from chosen.values()


def _stated_url(tree: BeautifulSoup) -> ReleaseUrl | None:
    link = tree.find("link", rel="canonical")
    href = link.get("href") if isinstance(link, Tag) else None
    return read_release_url(href) if isinstance(href, str) else None


def _language(url: ReleaseUrl) -> Language | None:
    if url.language == "fi":
        return "fi"
    if url.language == "sv":
        return "sv"
    return "en" if url.language == "en" else None
