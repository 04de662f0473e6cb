"""The frame of a Peda.net page: its modules, its titles and the address it states.

What does not belong here: what a module's body says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from ingestion.platforms import html_crawl
from ingestion.scraper import Drift, Page, PageError, Rejected
from ingestion.sources.elotori.blocks import Block, split_blocks
from ingestion.sources.elotori.urls import is_permalink, is_view, is_within, page_url
from ingestion.text.names import collapse

_READ_KIND = "document"
#: States seen or guessed; any other is unpublished too, and reported.
_STATES = frozenset({"published", "draft"})


@dataclass(frozen=True)
class Module:
    """A published text module: its id, its title and the blocks of its body."""

    id: str
    title: str
    blocks: tuple[Block, ...]


def read_tree(page: Page) -> BeautifulSoup:
    """The tree of a page with its modules still in it.

    Raises:
        PageError: the text is broken, or there is no module at all.
    """
    tree = html_crawl.read_tree(page)
    if tree.find("article", attrs={"data-id": True}) is None:
        raise PageError("article[data-id]", "the page holds no module")
    return tree


def read_modules(tree: BeautifulSoup) -> Iterator[Module | Drift | Rejected]:
    """Published text modules, and what the spec of the source does not know about the others."""
    for article in tree.find_all("article", attrs={"data-id": True}):
        yield from _read_article(article)


def titles(tree: BeautifulSoup) -> list[str]:
    """Page name as the title element has it (without site and space name)."""
    title = tree.find("title")
    head = collapse(title.get_text(" ")) if title else ""
    return [head.split(" - ")[0]] if head else []


def stated_url(page: Page, tree: BeautifulSoup, base_url: str) -> str:
    """The public URL of a page: the path even where it was reached by its permalink."""
    own = page_url(page.url) or page.url
    if not is_permalink(own):
        return own
    stated = [url for url in _stated(tree) if not is_permalink(url)]
    inside = [url for url in stated if is_within(url, base_url)]
    return next(iter([*inside, *stated]), own)


def part_of(url: str) -> str:
    """Part of the records of a page: a permalink that states no path may repeat a page."""
    return "permalink" if is_permalink(url) else "main"


def _stated(tree: BeautifulSoup) -> Iterator[str]:
    for rel in ("canonical", "alternate"):
        for link in tree.find_all("link", rel=rel):
            href = str(link.get("href") or "")
            if rel == "alternate" and not href.endswith(":atom"):
                continue
            url = page_url(href.removesuffix(":atom"))
            if url and not is_view(url):
                yield url
    for meta in tree.find_all("meta", property="og:url"):
        url = page_url(str(meta.get("content") or ""))
        if url and not is_view(url):
            yield url


def _read_article(article: Tag) -> Iterator[Module | Drift | Rejected]:
    module_id = str(article["data-id"]).strip()
    state = article.get("data-draft-type")
    if state is None:
        yield Drift("attribute", "article", "data-draft-type is missing")
        return
    if state != "published":
        if state not in _STATES:
            yield Drift("enum", "data-draft-type", str(state)[:40])
        return
    classes = article.get("class")
    kinds = [name for name in (classes or []) if name != "textmodule"]
    if _READ_KIND not in kinds or "textmodule" not in (classes or []):
        yield Drift("module", "article class", " ".join(classes or [])[:60] or "(none)")
        return
    yield from _read_document(article, module_id)


def _read_document(article: Tag, module_id: str) -> Iterator[Module | Drift | Rejected]:
    heading = article.find("h1")
    title = collapse(heading.get_text(" ")) if heading else ""
    if heading is None:
        yield Drift("element", "article", "h1 is missing")
    body = article.select_one("div.main > div.content.enclose")
    if body is None:
        yield Rejected(
            step="div.main > div.content.enclose",
            reason="a published module without body",
            row=module_id,
            native_id=module_id,
        )
        return
    yield Module(module_id, title, tuple(split_blocks(body)))
