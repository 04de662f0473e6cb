"""Replica of ELO-tori on Peda.net: hand-written pages, permalinks, Atom feeds.

Pages carry a render stamp, links come in another order at every request and with session
parameters. Never imports this source's parser. What does not belong here: texts and facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from urllib.parse import quote, unquote

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.streams import hex_id, stream
from ingestion.sandbox.world import World
from ingestion.sources.elotori.replica_module import Builder, shuffled
from ingestion.sources.elotori.replica_plan import BASE, Page, Plan

_HOST = "https://peda.net"
_SESSION = ("PHPSESSID", "sid", "utm_source")


class Replica(Base):
    """The site under `/hankkeet/elotori`, with `/id/` beside it."""

    public_base = f"{_HOST}{BASE}"
    crawl_delay = 2
    disallow = ("/p/",)

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._plan = Plan(world)

    def respond(self, asked: Asked) -> Answer:
        """A page, its feed, or the redirect of a permalink."""
        path = quote(unquote(asked.path.rstrip("/")), safe="/:")
        stem, feed, _ = path.partition(":atom")
        if stem in self._plan.permalinks:
            target = self._plan.permalinks[stem]
            if not feed:
                return self._redirect(target, asked.nonce)
            stem = target
        page = self._plan.pages.get(stem)
        if page is None or asked.method not in ("GET", "HEAD"):
            return NOT_FOUND
        if feed:
            return Answer(self._feed(page).encode(), "application/atom+xml; charset=utf-8")
        return Answer(self._render(page, asked.nonce, Ledger()).encode())

    def requests(self) -> Iterator[Asked]:
        """Every page, then one permalink and the feed of the start page."""
        for path in self._plan.pages:
            yield Asked("GET", path)
        yield Asked("GET", f"{BASE}:atom")

    def book(self, ledger: Ledger) -> None:
        """Render every page once into the ledger."""
        for page in self._plan.content():
            self._render(page, 0, ledger)
            if page.links and page.layout in ("list", "start"):
                ledger.use("page.url_variants")

    @staticmethod
    def _redirect(target: str, nonce: int) -> Answer:
        # both a path and an absolute address occur as target
        where = target if nonce % 2 else _HOST + target
        return Answer(b"", status=302, headers=(("Location", where),))

    def _render(self, page: Page, nonce: int, ledger: Ledger) -> str:
        articles = Builder(self.world, page, ledger).build()
        links = self._links(page, nonce)
        if page.layout in ("list", "start"):
            articles[0].body = f"<p>Sivut:</p><ul>{''.join(links)}</ul>"
            links = []
        body = "\n".join(article.html() for article in articles)
        below = f'<nav class="subpages"><ul>{"".join(links)}</ul></nav>' if links else ""
        token = hex_id(nonce, "token", page.path, length=16)
        title = escape(f"{page.title} - ELO-tori - Peda.net", quote=False)
        return (
            f'<!doctype html>\n<html lang="{page.language}"><head><meta charset="utf-8">'
            f"<title>{title}</title>\n"
            f'<meta name="csrf-token" content="{token}">\n'
            f'<link rel="alternate" type="application/atom+xml" href="{_HOST}{page.path}:atom">'
            f"</head>\n<body><header>ELO-tori</header>\n"
            f'<nav class="top"><a href="{BASE}">Etusivu</a></nav>\n{body}\n{below}\n'
            f"<footer>Sivu koottu {3 + nonce % 90} millisekunnissa</footer>\n"
            f"<!-- rendered {nonce} {token} -->\n</body></html>\n"
        )

    def _links(self, page: Page, nonce: int) -> list[str]:
        items = []
        for path in shuffled(page.links, nonce):
            target = self._plan.pages[path]
            href = self._href(target, nonce)
            items.append(f'<li><a href="{href}">{escape(target.title, quote=False)}</a></li>\n')
        return items

    def _href(self, target: Page, nonce: int) -> str:
        """The same page is linked as path, address, permalink, with or without a session."""
        if target.number % 7 == 1:
            return _HOST + target.permalink
        href = target.path if target.number % 3 else _HOST + target.path
        if target.number % 5 == 0:
            name = _SESSION[target.number // 5 % len(_SESSION)]
            value = "elotori" if name == "utm_source" else hex_id(nonce, "session", length=8)
            return f"{href}?{name}={value}"
        return href

    def _feed(self, page: Page) -> str:
        targets = [self._plan.pages[path] for path in page.links[:20]] or [page]
        entries = "".join(self._entry(target) for target in targets)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>{escape(page.title)}</title><id>{_HOST}{page.permalink}</id>"
            f"<updated>{self._updated(page)}</updated>\n{entries}</feed>\n"
        )

    def _entry(self, page: Page) -> str:
        author = "<author><name>Mallikko Esimerkkilä</name></author>" if page.number % 2 else ""
        return (
            f"<entry><title>{escape(page.title)}</title><id>{_HOST}{page.permalink}</id>{author}"
            f'<link href="{_HOST}{page.path}"/><updated>{self._updated(page)}</updated>'
            '<content type="html">&lt;p&gt;Sivu on julkaistu.&lt;/p&gt;</content></entry>\n'
        )

    def _updated(self, page: Page) -> str:
        rng = stream(self.world.seed, "updated", page.path)
        day = self.world.as_of - timedelta(days=rng.randrange(10, 700))
        moment = datetime(day.year, day.month, day.day, rng.randrange(24), 14, tzinfo=UTC)
        return moment.isoformat()
