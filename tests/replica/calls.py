"""Calls: EURA 2021 notices and state grant calls. Their money is never a grant.

What does not belong here: decisions.
"""

from __future__ import annotations

import json
import uuid
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from tests.replica.forms import NBSP, day, group
from tests.replica.source import NOT_FOUND, Answer, Asked, Source
from tests.replica.truth import code

_HELSINKI, _UTC = ZoneInfo("Europe/Helsinki"), ZoneInfo("UTC")


class Eura2021Calls(Source):
    """The list page with its embedded JSON, and a page a notice."""

    source_id = "eura2021_calls"

    def build(self) -> None:
        """One notice for every twelve projects."""
        self._notices: list[dict[str, Any]] = []
        self._budgets: dict[str, int] = {}
        for number in range(max(4, len(self.world.projects) // 12)):
            self._notice(number)

    def _notice(self, number: int) -> None:
        rng = self.rng
        native = str(uuid.uuid5(uuid.NAMESPACE_URL, f"replica-call:{self.world.seed}:{number}"))
        opens = date(2025, 1, 10) + timedelta(days=rng.randint(0, 700))
        closes = opens + timedelta(days=rng.randint(30, 90))
        state = (
            "paattynyt"
            if closes < self.world.as_of
            else "avoin"
            if opens <= self.world.as_of
            else "tulossa"
        )
        fund = rng.choice(("ESR+", "EAKR"))
        region = rng.choice(self.world.regions)
        title = f"{rng.choice(('Osaaminen ja ohjaus', 'Työllisyyden tuki', 'Yritysten uudistuminen'))} {number} ({fund})"
        call = f"{rng.choice(('ISUEVK', 'KSUEVK'))}-{200 + number}"
        self._notices.append({
            "id": native, "tila": state, "hakuaika": {"alku": opens.isoformat(), "loppu": closes.isoformat()},
            "otsikko": f"{title} ", "rahasto": fund, "viranomainen": "6413", "alue": "ITA_SUOMI",
            "hakutunnus": call, "maakunnat": [region.code],
        })  # fmt: skip
        budget = rng.randint(5, 60) * 100_000
        self._budgets[native] = budget
        url = f"https://eura2021.fi/hakuilmoitukset/hakuilmoitus/{native}/"
        self.book.record(self.source_id, native, None, {
            "title": title, "funder": "Pohjois-Suomen elinvoimakeskus", "instrument": fund,
            "opens_on": opens, "closes_on": closes, "codes": [code("eura_call", call)],
        }, kind="call", url=url, makes=False)  # fmt: skip
        self.book.trap(self.source_id, native, "", budget, "budget of a call")

    def respond(self, asked: Asked) -> Answer:
        """List and details."""
        path = asked.path.rstrip("/")
        if path == "/hakuilmoitukset":
            lists = {
                "rahasto": {"ESR+": {"fi": "Euroopan sosiaalirahasto plus"}, "EAKR": {"fi": "Euroopan aluekehitysrahasto"}},
                "alue": {"ITA_SUOMI": {"fi": "Itä-Suomi"}},
                "viranomainen": {"6413": {"fi": "Pohjois-Suomen elinvoimakeskus"}},
                "maakunta": {r.code: {"fi": r.fi} for r in self.world.regions},
            }  # fmt: skip
            data = {
                "preRenderData": {
                    "url": "/hakuilmoitukset/",
                    "koodisto": lists,
                    "hankehaku": self._notices,
                }
            }
            packed = quote(json.dumps(data, ensure_ascii=False))
            return Answer(
                f'<!doctype html><html><body><div id="app"></div><script type="__PREACT_CLI_DATA__">{packed}</script></body></html>'.encode()
            )
        notice = next((n for n in self._notices if path.endswith(n["id"])), None)
        return NOT_FOUND if notice is None else Answer(self._detail(notice).encode())

    def _detail(self, notice: dict[str, Any]) -> str:
        opens, closes = (date.fromisoformat(notice["hakuaika"][k]) for k in ("alku", "loppu"))
        names = {r.code: r.fi for r in self.world.regions}
        places = "".join(f"<dd>{names[c]}</dd>" for c in notice["maakunnat"])
        budget = group(self._budgets[notice["id"]], NBSP)
        return (
            f'<!doctype html><html lang="fi"><body><main><h1>{notice["otsikko"].strip()}</h1>'
            f"<dl><dt>Alkaa:</dt><dd>{day(opens)}</dd><dt>Päättyy:</dt><dd>{day(closes)} klo 16.15</dd>"
            f"<dt>Haun kohdealue</dt><dd>Itä-Suomi</dd><dt>Maakunnat</dt>{places}</dl>"
            f"<h2>Hankehaun kuvaus</h2><p>Haetaan hankkeita.</p><h2>Käytettävissä oleva myöntövaltuus</h2>"
            f"<p>{budget},00 €</p><h2>Valintaperusteet</h2><p>Ks. ohje.</p><h2>Hakeminen</h2><p>Sähköisesti.</p>"
            "<h2>Lisätiedot</h2><p>Esimerkki Henkilö, p. 0295 020 501</p></main></body></html>"
        )


class Haeavustuksia(Source):
    """The paged list of calls."""

    source_id = "haeavustuksia"

    def build(self) -> None:
        """One call for every ten projects."""
        self._items: list[dict[str, Any]] = []
        for number in range(max(4, len(self.world.projects) // 10)):
            self._item(number)
        for short, name in (("OPH", "Opetushallitus"), ("OKM", "Opetus- ja kulttuuriministeriö")):
            self.book.record(
                self.source_id, short, None, {"name": name}, kind="organisation", makes=False
            )

    def _item(self, number: int) -> None:
        rng = self.rng
        native = f"va-{rng.choice(('oph', 'okm', 'tem'))}-{rng.randint(2023, 2026)}-{500 + number}"
        opens = date(2024, 2, 1) + timedelta(days=rng.randint(0, 900))
        closes = opens + timedelta(days=40)
        title = f"Valtionavustus {rng.choice(('opinto-ohjaukseen', 'kirjastoille', 'taitojen tunnistamiseen'))} {number}"
        budget = rng.randint(3, 80) * 100_000
        rolling = number % 9 == 8
        item: dict[str, Any] = {
            "hakuasianAsianumero": native, "nimi": title if number % 5 == 4 else {"fi": title, "sv": None, "en": None},
            "kuvaus": {"fi": f"<p>Avustusta on käytettävissä {group(budget, NBSP)} euroa.</p>"},
            "hakuTyyppi": "Jatkuva" if rolling else "Määräaikainen", "julkaisuTyyppi": "Hakuilmoitus",
            "hakuAlkaaDateTimeUtc": self._instant(opens),
            "vastuullinenJarjestajaOrganisaatio": {"nimi": {"fi": "Opetushallitus", "sv": "Utbildningsstyrelsen"}},
        }  # fmt: skip
        if not rolling:
            item["hakuPaattyyDateTimeUtc"] = self._instant(closes)
        self._items.append(item)
        self.book.record(self.source_id, native, None, {
            "title": title, "opens_on": opens, "closes_on": None if rolling else closes,
            "codes": [code("grant_call", native)],
        }, kind="call", makes=False)  # fmt: skip
        self.book.trap(self.source_id, native, "", budget, "budget of a call")

    def _instant(self, on: date) -> str:
        local = datetime(on.year, on.month, on.day, tzinfo=_HELSINKI)
        return local.astimezone(_UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def respond(self, asked: Asked) -> Answer:
        """A page of the list, or the authorities."""
        if asked.path == "/api/haku/valtionapuviranomaiset":
            body: Any = [{"lyhenne": "OPH", "nimi": {"fi": "Opetushallitus"}},
                         {"lyhenne": "OKM", "nimi": {"fi": "Opetus- ja kulttuuriministeriö"}}]  # fmt: skip
        elif asked.path == "/api/haku/list-items":
            size = int(asked.query.get("Pagination.PageSize", 20))
            first = (int(asked.query.get("Pagination.Page", 1)) - 1) * size
            body = {
                "totalCount": len(self._items), "pageCount": -(-len(self._items) // size),
                "hakuilmoitukset": self._items[first : first + size],
            }  # fmt: skip
        else:
            return NOT_FOUND
        return Answer(json.dumps(body, ensure_ascii=False).encode(), "application/json")
