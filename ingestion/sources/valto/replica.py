"""Replica of the government publication archive: two OAI-PMH addresses, REST, handle pages.

Never imports this source's parser. What does not belong here: which publications there are
(`replica_items.py`) and how the doors write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ingestion.sandbox.ledger import Ledger, ShownOutput, ShownRecord
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World
from ingestion.sources.valto.replica_fields import HOST, Written
from ingestion.sources.valto.replica_items import Publication, make_publications
from ingestion.sources.valto.replica_kk import Oai
from ingestion.sources.valto.replica_rest import BASE, Rest

_SOURCE = "valto"
OLD_DOOR, NEW_DOOR = "/oai/request", "/server/oai/request"
_HUMAN = "/handle/"


class Replica(Base):
    """Holds the reports on the world's projects, and others.

    Attributes:
        doors: paths that speak OAI-PMH; the older one is shut in some worlds.
    """

    public_base = "https://julkaisut.valtioneuvosto.fi"
    disallow = ("/discover",)

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._items = make_publications(world)
        self._handles = {item.handle: item for item in self._items}
        self.doors: tuple[str, ...] = (NEW_DOOR,) if world.seed % 4 == 3 else (OLD_DOOR, NEW_DOOR)
        write = self._writer(Ledger())
        now = f"{world.as_of}T03:00:"
        self._oai = Oai(self._items, write, now, announces=world.seed % 3 != 0)
        self._rest = Rest(self._items, write, world.seed)

    def respond(self, asked: Asked) -> Answer:
        """OAI-PMH, REST, or the page of a handle."""
        if asked.method != "GET":
            return NOT_FOUND
        if asked.path in self.doors:
            return self._oai.respond(asked.query, asked.path, asked.nonce)
        if asked.path.startswith(f"{BASE}/"):
            return self._rest.respond(asked.path, asked.query)
        if asked.path.startswith(_HUMAN):
            item = self._handles.get(asked.path.removeprefix(_HUMAN))
            if item is not None:
                return _human(item)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """The probe, the sets, every page of the whole list."""
        door = self.doors[0]
        yield Asked("GET", door, {"verb": "Identify"})
        yield Asked("GET", door, {"verb": "ListSets"})
        yield Asked("GET", door, {"verb": "ListRecords", "metadataPrefix": "kk"})
        for token in self._oai.tokens():
            yield Asked("GET", door, {"verb": "ListRecords", "resumptionToken": token})

    def book(self, ledger: Ledger) -> None:
        """One record and one output for each publication; a withdrawn one is a record alone."""
        write = self._writer(ledger)
        for item in self._items:
            url = f"{HOST}{_HUMAN}{item.handle}"
            if item.is_deleted:
                ledger.enter(
                    ShownRecord(
                        _SOURCE, item.handle, "output", "withdrawn", url, None,
                        makes_project=False, shown={"withdrawn": True},
                    )
                )  # fmt: skip
                continue
            shown = write(item).shown
            ledger.enter(
                ShownRecord(
                    _SOURCE, item.handle, "output", "main", url, item.truth_id,
                    makes_project=False, damaged=item.damage is not None,
                    damage_step=item.damage, shown=shown,
                )
            )  # fmt: skip
            if item.damage in (None, "date"):
                ledger.enter(
                    ShownOutput(
                        _SOURCE, item.handle, url, str(shown["output_type"]), item.title,
                        item.truth_id,
                    )
                )  # fmt: skip

    def _writer(self, ledger: Ledger) -> _Writer:
        return _Writer(self.world.seed, ledger)


class _Writer:
    """Writes publications down, each from its own stream."""

    def __init__(self, seed: int, ledger: Ledger) -> None:
        self._seed = seed
        self._ledger = ledger

    def __call__(self, item: Publication) -> Written:
        rng = stream(self._seed, "valto", item.handle)
        return Written(Pen(rng, self._ledger, item.ordinal), item)


def _human(item: Publication) -> Answer:
    title = escape(item.title)
    body = f'<!doctype html><html lang="fi"><body><h1>{title}</h1></body></html>'
    return Answer(body.encode(), cacheable=True)
