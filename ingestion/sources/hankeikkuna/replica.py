"""Replica of the government project register: POST search with cursor, lists, documents.

Never imports this source's parser. What does not belong here: the JSON of a hit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from ingestion.sandbox.ledger import Ledger, ShownRecord
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.world import World
from ingestion.sources.hankeikkuna.replica_hit import (
    ministry_uuid,
    render_hit,
    render_ministries,
)
from ingestion.sources.hankeikkuna.replica_items import Item, make_items

_SOURCE = "hankeikkuna"
_JSON = "application/json;charset=UTF-8"
_ENUMS = {
    "tyyppi": {"HANKE", "LAINSAADANTO", "TOIMIELIN", "STRATEGIA"},
    "tila": {"SUUNNITTEILLA", "KAYNNISSA", "PAATTYNYT"},
    "valmisteluvaihe": {
        "ESIVALMISTELU", "PERUSVALMISTELU", "LAUSUNTOMENETTELY", "JATKOVALMISTELU",
        "VALTIONEUVOSTON_PAATOKSENTEKO", "EDUSKUNTAKASITTELY", "LAIN_VAHVISTAMINEN",
        "KESKEYTETTY", "VALMISTUNUT",
    },
}  # fmt: skip
_LISTS = ("tyyppi", "tila", "valmisteluvaihe", "tunnus", "uuid", "asettajaUuid")
_DEFAULT_SIZE, _MAX_SIZE = 10, 10_000
_SEARCH = {"tyyppi": ["HANKE", "TOIMIELIN", "LAINSAADANTO", "STRATEGIA"]}


class _BadRequestErrorError(ValueError):
    """The search body is not what the API takes."""


class Replica(Base):
    """Holds every government project of the world, and what is filed beside them."""

    public_base = "https://api.hankeikkuna.fi/api/v2"
    disallow = ("/api/v2/henkilot",)

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._items = make_items(world)
        self._by_uuid = {item.uuid: item for item in self._items}
        # both shapes of the ministries' list exist; which one depends on the seed
        self._bare_list = world.seed % 2 == 1

    def respond(self, asked: Asked) -> Answer:
        """Search, one item, the lists, documents."""
        path = asked.path.removeprefix(self.base_path)
        if path == "/kohteet/haku":
            return self._search(asked)
        if path.startswith("/kohteet/uuid/"):
            return self._one(path.rsplit("/", 1)[1])
        if path == "/asettajat" or path.startswith("/asettajat/uuid/"):
            return self._ministries(path)
        if path in ("/teemat", "/istuntokaudet"):
            return _json({"result": [], "size": 0})
        if asked.path.startswith("/asiakirjat/") and asked.path.lower().endswith(".pdf"):
            return Answer(b"%PDF-1.4\n%%EOF\n", "application/pdf", cacheable=True)
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """One search for all, the ministries, every single item."""
        body = json.dumps(
            {**_SEARCH, "size": _MAX_SIZE, "sort": [{"field": "kohde.muokattu", "order": "ASC"}]}
        )
        yield Asked("POST", f"{self.base_path}/kohteet/haku", body=body.encode())
        yield Asked("GET", f"{self.base_path}/asettajat")
        for item in self._items:
            yield Asked("GET", f"{self.base_path}/kohteet/uuid/{item.uuid}")

    def book(self, ledger: Ledger) -> None:
        """One line for each entry of the register."""
        for item in self._items:
            _, shown = render_hit(self.world, item, ledger, documents=True)
            project = item.project
            number = (item.tunnus or "").replace(":", "%3A").replace("/", "%2F")
            ledger.enter(
                ShownRecord(
                    _SOURCE, item.uuid, "project", "main",
                    f"https://valtioneuvosto.fi/hanke?tunnus={number}",
                    project.truth_id if project else None,
                    makes_project=project is not None, shown=shown,
                )
            )  # fmt: skip

    # ---- search ------------------------------------------------------------------------

    def _search(self, asked: Asked) -> Answer:
        if asked.method != "POST":
            return Answer(b'{"message":"Method Not Allowed"}', _JSON, status=405)
        try:
            search = _read_body(asked.body)
            found = [item for item in self._items if _matches(item, search, self.world)]
            size, page, cursor = _page(found, search)
        except _BadRequestErrorError as error:
            return _json({"message": f"Invalid request parameters: {error}"}, status=400)
        # documents come in full when one project is asked for; in lists it depends
        documents = "tunnus" in search or self.world.seed % 3 == 1
        silent = Ledger()
        answer: dict[str, Any] = {
            "result": [
                render_hit(self.world, item, silent, documents=documents)[0] for item in page
            ],
            "size": len(page),
            "totalHits": len(found),
        }
        if cursor is not None and size:
            answer["nextSearchAfter"] = cursor
        return _json(answer)

    def _one(self, uuid: str) -> Answer:
        item = self._by_uuid.get(uuid)
        if item is None:
            return _json({"message": "Not Found"}, status=404)
        return _json(render_hit(self.world, item, Ledger(), documents=True)[0], cacheable=True)

    def _ministries(self, path: str) -> Answer:
        found = render_ministries(self.world)
        if path != "/asettajat":
            one = [entry for entry in found if entry["uuid"] == path.rsplit("/", 1)[1]]
            return _json(one[0], cacheable=True) if one else _json({}, status=404)
        if self._bare_list:
            return _json(found, cacheable=True)
        return _json({"result": found, "size": len(found)}, cacheable=True)


def _json(content: object, *, status: int = 200, cacheable: bool = False) -> Answer:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(body, _JSON, status=status, cacheable=cacheable)


def _read_body(body: bytes) -> dict[str, Any]:
    try:
        search = json.loads(body or b"{}")
    except ValueError as error:
        raise _BadRequestErrorError("body is no JSON") from error
    if not isinstance(search, dict):
        raise _BadRequestErrorError("body is no object")
    for key in _LISTS:
        if key in search and not isinstance(search[key], list):
            raise _BadRequestErrorError(key)
    for key, allowed in _ENUMS.items():
        if not set(search.get(key, ())) <= allowed:
            raise _BadRequestErrorError(key)
    for key in ("muokattuPaivaAlku", "muokattuPaivaLoppu"):
        if key in search:
            search[key] = _read_time(key, search[key])
    return search


def _read_time(key: str, text: object) -> datetime:
    if not isinstance(text, str) or len(text) != len("2024-01-01T00:00:00"):
        raise _BadRequestErrorError(key)
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise _BadRequestErrorError(key) from error


def _matches(item: Item, search: dict[str, Any], world: World) -> bool:
    checks: dict[str, Callable[[Any], bool]] = {
        "tyyppi": lambda wanted: item.kind in wanted,
        "tila": lambda wanted: item.state in wanted,
        "valmisteluvaihe": lambda wanted: item.phase in wanted,
        "tunnus": lambda wanted: item.tunnus in wanted,
        "uuid": lambda wanted: item.uuid in wanted,
        "asettajaUuid": lambda wanted: ministry_uuid(world, item.ministry) in wanted,
        "teksti": lambda wanted: str(wanted).lower() in item.names[0].lower(),
        "muokattuPaivaAlku": lambda first: item.changed >= first,
        "muokattuPaivaLoppu": lambda last: item.changed <= last,
    }
    return all(check(search[key]) for key, check in checks.items() if search.get(key))


def _page(found: list[Item], search: dict[str, Any]) -> tuple[int, list[Item], list[Any] | None]:
    """Size, hits of this page, and the cursor of the next one."""
    size = search.get("size", _DEFAULT_SIZE)
    if not isinstance(size, int) or not 1 <= size <= _MAX_SIZE:
        raise _BadRequestErrorError("size")
    order = search.get("sort") or [{"field": "kohde.muokattu", "order": "ASC"}]
    try:
        field, direction = order[0]["field"], order[0]["order"]
    except (KeyError, IndexError, TypeError) as error:
        raise _BadRequestErrorError("sort") from error
    if field != "kohde.muokattu" or direction not in ("ASC", "DESC"):
        raise _BadRequestErrorError("sort")
    if direction == "DESC":
        found = found[::-1]
    first = 0
    after = search.get("searchAfter")
    if after is not None:
        keys = {tuple(_cursor(item)): place for place, item in enumerate(found)}
        if not isinstance(after, list) or tuple(after) not in keys:
            raise _BadRequestErrorError("searchAfter")
        first = keys[tuple(after)] + 1
    page = found[first : first + size]
    more = first + size < len(found)
    return size, page, _cursor(page[-1]) if page and more else None


def _cursor(item: Item) -> list[Any]:
    millis = int((item.changed - datetime(1970, 1, 1)).total_seconds() * 1000)  # noqa: DTZ001
    return [millis, item.uuid]
