"""Replica of STT Info as the regional authorities use it: feeds, newsrooms, release pages.

Never imports this source's parser. What does not belong here: which releases there are
(`replica_plan.py`) and what they say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ingestion.sandbox.ledger import Ledger, ShownRecord, ShownRelease, Trap
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.world import World
from ingestion.sources.ely_releases.replica_bodies import write_body
from ingestion.sources.ely_releases.replica_decisions import Body
from ingestion.sources.ely_releases.replica_page import (
    HOST,
    address,
    render_feed,
    render_newsroom,
    render_release,
    teaser_sum,
    teaser_text,
)
from ingestion.sources.ely_releases.replica_plan import (
    GROUP,
    Item,
    Plan,
    publisher_names,
)
from ingestion.sources.ely_releases.replica_titles import (
    pen_of,
    slug_release,
    title_release,
)

_SOURCE = "ely_releases"
_RSS = "application/rss+xml; charset=utf-8"
#: The group's feed shows the latest only; the regional feeds show everything.
_GROUP_FEED = 100


class Replica(Base):
    """One group and fifteen regional publishers."""

    public_base = HOST
    disallow = ("/haku",)

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._items = Plan(world).items
        self._names = dict(publisher_names())
        self._by_id = {item.release_id: item for item in self._items}
        self._by_publisher: defaultdict[str, list[Item]] = defaultdict(list)
        silent = Ledger()
        for item in self._items:
            item.title = title_release(world, item, silent)
            item.slug = slug_release(item)
            for publisher in item.publishers:
                self._by_publisher[publisher].append(item)
        for items in self._by_publisher.values():
            items.sort(key=lambda item: (item.published, item.release_id), reverse=True)

    def respond(self, asked: Asked) -> Answer:
        """A feed, a newsroom, or a release under either address."""
        if asked.path == "/rss/releases/latest":
            return self._feed(asked.query.get("publisherId", ""))
        newsroom = re.fullmatch(r"/uutishuone/(?:(\d+)/)?[^/]*/r", asked.path)
        if newsroom:
            return self._newsroom(newsroom[1] or asked.query.get("publisherId", ""))
        if asked.path.startswith("/tiedote/"):
            number = asked.query.get("releaseId") or asked.path.split("/")[2]
            item = self._by_id.get(number)
            if item is not None:
                return Answer(self._render(item, Ledger())[0].encode(), cacheable=True)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """All feeds and newsrooms, then every release in both shapes by turns."""
        for publisher in self._names:
            yield Asked("GET", "/rss/releases/latest", {"publisherId": publisher})
            yield Asked("GET", f"/uutishuone/{publisher}/elinvoimakeskukset/r")
        for item in self._items:
            if item.number % 2:
                yield Asked("GET", f"/tiedote/{item.release_id}/{item.slug}")
            else:
                yield Asked("GET", f"/tiedote/{item.slug}", {"releaseId": item.release_id})

    def book(self, ledger: Ledger) -> None:
        """One line for each release and one for each project it names."""
        for item in self._items:
            title_release(self.world, item, ledger)
            if len(item.publishers) > 1:
                ledger.use("identity.two_publishers")
            _, body = self._render(item, ledger)
            url = address(item, item.publishers[0], old=False)
            self._enter(ledger, item, body, url)

    def _enter(self, ledger: Ledger, item: Item, body: Body, url: str) -> None:
        ledger.enter(
            ShownRelease(
                _SOURCE, item.release_id, url, item.title, item.published.isoformat(),
                item.language, item.publishers[0], item.category, item.original,
                tuple(project.truth_id for project, _ in body.mentions),
            )
        )  # fmt: skip
        several = len(body.mentions) > 1
        for place, (project, shown) in enumerate(body.mentions, start=1):
            native = f"{item.release_id}#{place}" if several else item.release_id
            ledger.enter(
                ShownRecord(_SOURCE, native, "release", "main", url, project.truth_id, shown=shown)
            )
        for text, written, why in body.traps:
            ledger.enter(
                Trap(_SOURCE, item.release_id, url, text, written.cents, written.currency, why)
            )
        for other in self._others(item):
            ledger.enter(
                Trap(
                    _SOURCE, item.release_id, url, teaser_text(other), teaser_sum(other), "EUR",
                    "teaser of another release",
                )
            )  # fmt: skip

    def _render(self, item: Item, ledger: Ledger) -> tuple[str, Body]:
        pen = pen_of(self.world, item, ledger, "body")
        body = write_body(pen, item)
        name = self._names[item.publishers[-1]]
        return render_release(pen, item, body, name, self._others(item)), body

    def _others(self, item: Item) -> list[Item]:
        """Two neighbours in number: they never change, so neither does the page."""
        if item.number % 7 == 0:
            return []
        before = self._items[max(0, item.number - 5) : item.number]
        return [other for other in before if other.original != item.release_id][:2]

    def _feed(self, publisher: str) -> Answer:
        if publisher not in self._names:
            return NOT_FOUND
        items = self._by_publisher[publisher]
        if publisher == GROUP:
            items = items[:_GROUP_FEED]
        feed = render_feed(self._names[publisher], publisher, items)
        return Answer(feed.encode(), _RSS, cacheable=True)

    def _newsroom(self, publisher: str) -> Answer:
        if publisher not in self._names:
            return NOT_FOUND
        items = self._by_publisher[publisher][:_GROUP_FEED]
        page = render_newsroom(self._names[publisher], publisher, items)
        return Answer(page.encode(), cacheable=True)
