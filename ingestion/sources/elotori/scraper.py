"""ELO-tori: crawl of hand-written Peda.net pages, and what they say about projects.

The site has no register and no API for its pages, so the crawl starts at the start page and
follows links inside the space. The module structure is known from other pages of the same
platform only (reported, never verified live), so everything unknown is reported as drift.
What does not belong here: the reading of a module (`modules.py`, `blocks.py`, `projects.py`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Finding,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.elotori.modules import (
    Module,
    part_of,
    read_modules,
    read_tree,
    stated_url,
    titles,
)
from ingestion.sources.elotori.outputs import page_category, stated_licence
from ingestion.sources.elotori.projects import ModuleContext, own_text, read_module
from ingestion.sources.elotori.urls import (
    is_followed,
    is_person,
    is_within,
    page_url,
    path_words,
    resolve,
)
from ingestion.text.language import detect_language
from ingestion.text.names import collapse

_ARTICLE = re.compile(rb"<article\b[^>]*>", re.IGNORECASE)
_IS_DOCUMENT = re.compile(rb"class\s*=\s*[\"'][^\"']*\btextmodule\b[^\"']*\bdocument\b")
_IS_PUBLISHED = re.compile(rb"data-draft-type\s*=\s*[\"']published[\"']")
_FEED = re.compile(rb"^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?<feed\b")


class Scraper(BaseScraper):
    """Reads ELO-tori.

    The pages are free HTML of many authors: facts stand behind labels, one per line, and one
    page may hold several projects or only links. The Atom feeds of the platform are limited to
    an unknown number of entries and carry authors, so they are not fetched.
    """

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """The start page; everything else is found by links."""
        return (Request(self._base_url, role="page"),)

    def follow(self, page: Page) -> Iterable[Request]:
        """Pages of the same space that this page links, and permalinks found in the space.

        Raises:
            PageError: the page holds no module.
        """
        if _is_feed(page):
            return
        tree = read_tree(page)
        inside = is_within(stated_url(page, tree, self._base_url), self._base_url)
        for url in sorted(_linked_pages(page, tree)):
            if url != page.url and is_followed(url, self._base_url, from_frontier=inside):
                # A dead link is an author's slip, not an outage of the site.
                yield Request(url, role="page", optional=True, depth=page.request.depth + 1)

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Projects and outputs of the published modules.

        Raises:
            PageError: the text is broken, or there is no module at all.
        """
        if _is_feed(page):
            return
        tree = read_tree(page)
        source_url = stated_url(page, tree, self._base_url)
        parts = list(read_modules(tree))
        modules = [part for part in parts if isinstance(part, Module)]
        text = "\n".join(_text_of(module) for module in modules)
        language, licence = detect_language(text), stated_licence(text)
        category = page_category([*titles(tree), *path_words(source_url, self._base_url)])
        seen: Counter[str] = Counter(module.id for module in modules)
        for part in parts:
            if not isinstance(part, Module):
                yield part
            elif seen[part.id] > 1:
                yield Rejected(
                    step="natural key",
                    reason="two modules of one page have the same data-id",
                    row=part.id,
                    field="data-id",
                    native_id=part.id,
                )
            else:
                context = ModuleContext(
                    module_id=part.id,
                    title=part.title,
                    source_url=source_url,
                    part=part_of(source_url),
                    category=page_category([part.title]) or category,
                    language=language,
                    licence=licence,
                    statuses=self.spec.lookups.get("project.status", {}),
                )
                yield from read_module(part.blocks, context)

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """A crawl without any text module has lost the site; mostly other ones are suspicious."""
        published = documents = 0
        for page in pages:
            for match in _ARTICLE.finditer(page.body):
                if _IS_PUBLISHED.search(match[0]):
                    published += 1
                    documents += _IS_DOCUMENT.search(match[0]) is not None
        if documents == 0:
            yield Finding("block", "no_modules", f"{len(pages)} pages hold no text module")
        elif documents * 2 < published:
            detail = f"{published - documents} of {published} modules are of unknown classes"
            yield Finding("warn", "unknown_modules", detail)

    def stable_bytes(self, page: Page) -> bytes:
        """What the parser reads of a page, without stamps, tokens and the order of link lists."""
        if _is_feed(page):
            return page.body
        try:
            tree = read_tree(page)
        except PageError:
            return page.body
        content = {
            "url": stated_url(page, tree, self._base_url),
            "titles": titles(tree),
            "links": sorted(_linked_pages(page, tree)),
            "modules": sorted(
                (_stable(part, page.url) for part in read_modules(tree)), key=json.dumps
            ),
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()

    def main_text(self, page: Page) -> str | None:
        """Text of the published modules, without navigation, contacts and lists of links.

        Raises:
            PageError: the page holds no module.
        """
        if _is_feed(page):
            return None
        modules = [m for m in read_modules(read_tree(page)) if isinstance(m, Module)]
        return "\n".join(own_text(module.title, module.blocks) for module in modules)

    @property
    def _base_url(self) -> str:
        if self.spec.base_url is None:
            raise PageError("base_url", "the spec of the source states no base URL")
        return self.spec.base_url


def _is_feed(page: Page) -> bool:
    return _FEED.match(page.body[:400]) is not None


def _linked_pages(page: Page, tree: BeautifulSoup) -> set[str]:
    """Canonical Peda.net URLs that a page links, people's spaces left out."""
    found: set[str] = set()
    for anchor in tree.find_all("a", href=True):
        if not isinstance(anchor, Tag):
            continue
        url = resolve(str(anchor["href"]), page.url)
        if url and not is_person(url) and (canonical := page_url(url)):
            found.add(canonical)
    return found


def _text_of(module: Module) -> str:
    lines = [line.text for block in module.blocks for line in block.lines]
    return "\n".join([module.title, *(b.heading for b in module.blocks if b.heading), *lines])


def _stable(part: Module | Drift | Rejected, base: str) -> list[object]:
    if not isinstance(part, Module):
        return [type(part).__name__, collapse(repr(part))]
    return ["Module", part.id, part.title, list(_stable_blocks(part, base))]


def _stable_blocks(module: Module, base: str) -> Iterator[list[object]]:
    for block in module.blocks:
        lines = [
            [line.text, [_target(link.href, base) for link in line.links]] for line in block.lines
        ]
        loose = sorted(_target(link.href, base) for link in block.loose_links)
        yield [block.heading, block.level, lines, loose]


def _target(href: str, base: str) -> str:
    url = resolve(href, base)
    if url is None:
        return ""
    return "" if is_person(url) else page_url(url) or url
