"""Replica of the grant calls' API: the paged list, the authorities, human pages.

Never imports this source's parser. What does not belong here: which calls there are
(`replica_items.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from ingestion.sandbox.ledger import Ledger, ShownRecord, Trap
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World
from ingestion.sources.haeavustuksia.replica_items import AUTHORITIES, Call, make_calls

_SOURCE = "haeavustuksia"
_JSON = "application/json; charset=utf-8"
_API, _HUMAN = "/api/haku", "/fi/haku/"
_HELSINKI = ZoneInfo("Europe/Helsinki")
_DEFAULT_SIZE, _MAX_SIZE = 20, 500


class Replica(Base):
    """Lists every call of the world."""

    public_base = "https://www.haeavustuksia.fi"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._calls = make_calls(world)
        self._numbers = {call.number: call for call in self._calls}

    def respond(self, asked: Asked) -> Answer:
        """A page of the list, the authorities, or the page of a call."""
        if asked.path == f"{_API}/list-items":
            return self._list(asked.query)
        if asked.path == f"{_API}/valtionapuviranomaiset":
            return _json(_authorities())
        if asked.path.startswith(_HUMAN):
            call = self._numbers.get(asked.path.removeprefix(_HUMAN))
            return NOT_FOUND if call is None else _human(call)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """Every page of a whole harvest, and the authorities."""
        yield Asked("GET", f"{_API}/valtionapuviranomaiset")
        for number in range(1, -(-len(self._calls) // 100) + 1):
            query = {
                "Pagination.Page": str(number), "Pagination.PageSize": "100", "Language": "fi",
                "ShowFuture": "true", "ShowOngoing": "true", "ShowEnded": "true",
                "HideExternal": "false",
            }  # fmt: skip
            yield Asked("GET", f"{_API}/list-items", query)

    def book(self, ledger: Ledger) -> None:
        """One record for each call and authority; the money of a call is a trap."""
        for call in self._calls:
            _, shown, said = self._render(call, ledger)
            url = f"{self.origin}{_HUMAN}{call.number}"
            ledger.enter(
                ShownRecord(
                    _SOURCE, call.number, "call", "main", url, None, makes_project=False,
                    damaged=call.is_damaged, damage_step="name" if call.is_damaged else None,
                    shown=shown,
                )
            )  # fmt: skip
            if said is not None:
                ledger.enter(
                    Trap(_SOURCE, call.number, url, said, call.budget, "EUR", "budget of a call")
                )
        for short, fi, sv, en in AUTHORITIES:
            names = {"name_fi": fi, "name_sv": sv, "name_en": en, "abbreviation": short}
            url = f"{self.origin}{_API}/valtionapuviranomaiset"
            ledger.enter(
                ShownRecord(
                    _SOURCE, short, "organisation", "main", url, None, makes_project=False,
                    shown=names,
                )
            )  # fmt: skip

    # ---- the list ----------------------------------------------------------------------

    def _list(self, query: Mapping[str, str]) -> Answer:
        try:
            number = int(query.get("Pagination.Page", "1"))
            size = int(query.get("Pagination.PageSize", str(_DEFAULT_SIZE)))
        except ValueError:
            return _json({"title": "One or more validation errors occurred."}, status=400)
        if number < 1 or not 1 <= size <= _MAX_SIZE:
            return _json({"title": "One or more validation errors occurred."}, status=400)
        found = [call for call in self._calls if self._is_asked_for(call, query)]
        page = found[(number - 1) * size : number * size]
        silent = Ledger()
        return _json(
            {
                "totalCount": len(found),
                "pageCount": -(-len(found) // size),
                "hakuilmoitukset": [self._render(call, silent)[0] for call in page],
            }
        )

    def _is_asked_for(self, call: Call, query: Mapping[str, str]) -> bool:
        today = self.world.as_of
        if call.opens > today:
            when = "ShowFuture"
        elif call.closes is None or call.closes >= today:
            when = "ShowOngoing"
        else:
            when = "ShowEnded"
        authority = query.get("VaOrgLyhenne", "")
        term = query.get("SearchTerm", "").casefold()
        return (
            query.get(when) == "true"
            and (not authority or AUTHORITIES[call.authority][0] == authority)
            and term in call.names[0].casefold()
        )

    def _render(
        self, call: Call, ledger: Ledger
    ) -> tuple[dict[str, Any], dict[str, Any], str | None]:
        """The notice, what it says, and the words about its money."""
        pen = Pen(stream(self.world.seed, "haeavustuksia", call.number), ledger, call.ordinal)
        pen.use("amount.case_number")
        fi, sv = call.names
        text, said = _description(pen, call)
        notice: dict[str, Any] = {
            "hakuasianAsianumero": call.number,
            "nimi": pen.turn(({"fi": fi, "sv": sv, "en": None}, {"fi": fi, "sv": sv}, fi)),
            "hakuTyyppi": "Jatkuva" if call.is_rolling else "Määräaikainen",
            "julkaisuTyyppi": "Hakuilmoitus",
            "hakuAlkaaDateTimeUtc": _instant(call.opens, time(0), zoned=not call.is_zoneless),
        }
        if call.is_damaged:
            notice["nimi"] = {"fi": None, "sv": None, "en": None}
        if text is not None:
            notice["kuvaus"] = {"fi": text}
        if call.closes is not None:
            pen.use("date.application_window")
            hour = pen.turn((time(16, 15), time(23, 59, 59), time(0)), salt=1)
            notice["hakuPaattyyDateTimeUtc"] = _instant(
                call.closes, hour, zoned=not call.is_zoneless
            )
        funder = None
        if call.ordinal % 8 != 5:
            _, funder, swedish, _ = AUTHORITIES[call.authority]
            notice["vastuullinenJarjestajaOrganisaatio"] = {"nimi": {"fi": funder, "sv": swedish}}
        hidden = call.is_zoneless
        shown = {
            "title": fi, "funder": funder,
            "opens_on": None if hidden else call.opens,
            "closes_on": None if hidden else call.closes,
            "is_continuous": call.is_rolling,
            "instrument": "RRF" if call.is_recovery else "STATE",
            "budget_eur": None if said is None else f"{(call.budget or 0) // 100}.00",
            "codes": [{"scheme": "grant_call", "value": call.number, "role": "own"}],
            "truth_ids": list(call.truth_ids),
        }  # fmt: skip
        return notice, shown, said


def _description(pen: Pen, call: Call) -> tuple[str | None, str | None]:
    if call.budget is None:
        return pen.turn(("<p>Avustuksella tuetaan kehittämistyötä.</p>", None, "Kuvaus.")), None
    pen.use("amount.call_budget")
    pen.use("amount.max")
    pen.use("amount.law_number")
    number = f"{call.budget // 100:,}".replace(",", "\u00a0")
    said = f"Avustusta on käytettävissä {number} euroa."
    text = (
        f"<p>{said}</p><p>Yhdelle hankkeelle voidaan myöntää enintään 50&nbsp;000 euroa "
        f"(laki {pen.rng.randrange(100, 1600)}/2019).</p>"
    )
    return text, said


def _instant(day: date, hour: time, *, zoned: bool) -> str:
    """Finnish local time as UTC, never by a fixed offset."""
    moment = datetime.combine(day, hour, tzinfo=_HELSINKI).astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + ("Z" if zoned else "")


def _authorities() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for short, fi, sv, en in AUTHORITIES:
        names: dict[str, str | None] = {"fi": fi}
        if sv is not None:
            names |= {"sv": sv, "en": en}
        found.append({"lyhenne": short, "nimi": names})
    return found


def _human(call: Call) -> Answer:
    body = f"<!doctype html><html><body><h1>{escape(call.names[0])}</h1></body></html>"
    return Answer(body.encode(), cacheable=True)


def _json(content: object, *, status: int = 200) -> Answer:
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(body, _JSON, status=status, cacheable=status == 200)
