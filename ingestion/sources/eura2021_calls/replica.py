"""Replica of the call notices of EURA 2021: the list page and a page for each notice.

Never imports this source's parser. What does not belong here: what stands on the pages
(`replica_page.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ingestion.sandbox.ledger import Ledger, ShownRecord, Trap
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World
from ingestion.sources.eura2021_calls.replica_items import Call, make_calls
from ingestion.sources.eura2021_calls.replica_page import detail_page, list_page, notice

_SOURCE = "eura2021_calls"
_LIST, _DETAIL = "/hakuilmoitukset", "/hakuilmoitukset/hakuilmoitus/"


class Replica(Base):
    """Shows every call of the world."""

    public_base = "https://eura2021.fi"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._calls = make_calls(world)
        self._by_id = {call.uuid: call for call in self._calls}
        # both vocabularies of the state are attested; which one depends on the seed
        self._vocabulary = world.seed % 2

    def respond(self, asked: Asked) -> Answer:
        """The list with or without its slash, or the page of a notice."""
        path = asked.path.rstrip("/")
        if path == _LIST:
            entries = [notice(self._pen(c, Ledger()), c, self._vocabulary)[0] for c in self._calls]
            return Answer(list_page(entries), cacheable=True)
        if asked.path.startswith(_DETAIL):
            call = self._by_id.get(path.removeprefix(_DETAIL))
            if call is not None:
                return Answer(detail_page(self._pen(call, Ledger()), call)[0], cacheable=True)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """The list, then every notice."""
        yield Asked("GET", f"{_LIST}/")
        for call in self._calls:
            yield Asked("GET", f"{_DETAIL}{call.uuid}/")

    def book(self, ledger: Ledger) -> None:
        """Two records for each call, as list and page show it; its money is a trap."""
        for call in self._calls:
            url = f"{self.public_base}{_DETAIL}{call.uuid}/"
            pen = self._pen(call, ledger)
            _, listed = notice(pen, call, self._vocabulary)
            _, own, said = detail_page(self._pen(call, ledger), call)
            for part, shown in (("main", listed), ("detail", own)):
                damage = call.damage if part == "main" else None
                ledger.enter(
                    ShownRecord(
                        _SOURCE, call.uuid, "call", part, url, None, makes_project=False,
                        damaged=damage is not None, damage_step=damage, shown=shown,
                    )
                )  # fmt: skip
            if said is not None:
                ledger.enter(
                    Trap(_SOURCE, call.uuid, url, said, call.budget, "EUR", "budget of a call")
                )

    def _pen(self, call: Call, ledger: Ledger) -> Pen:
        return Pen(stream(self.world.seed, _SOURCE, call.ordinal), ledger, call.ordinal)
