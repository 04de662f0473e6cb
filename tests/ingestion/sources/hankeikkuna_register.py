"""A register for the tests of delta loads: it changes between nights and can misbehave."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, Replica

_SETTER = {
    "uuid": "00000000-0000-4000-9000-000000000001",
    "nimi": {"fi": "Opetus- ja kulttuuriministeriö"},
    "lyhenne": {"fi": "OKM"},
    "aktiivinen": True,
}


class Register(Replica):
    """Items by number, each with the time of its last change.

    Attributes:
        items: number -> `kohde` and `etapit`.
        asked: bodies of the searches of all nights.
        ignores: does not look at `muokattuPaivaAlku`.
        refuses: answers 400 to it.
        is_deaf: shows nothing as changed.
        down: answers 503 from this search of a night on.
        rng: shuffles rows of equal time, or nothing.
    """

    public_base = "https://api.hankeikkuna.fi/api/v2"

    def __init__(self, count: int = 30) -> None:
        self.items: dict[int, dict[str, Any]] = {}
        self.asked: list[dict[str, Any]] = []
        self.ignores = self.refuses = self.is_deaf = False
        self.down: int | None = None
        self.rng: random.Random | None = None
        for number in range(1, count + 1):
            self.put(number, f"2026-10-{number % 28 + 1:02d}T09:00:00")

    def put(self, number: int, changed: str | None, **changes: Any) -> None:
        """Add or change an item; `changed` None leaves the time out."""
        item = {
            "uuid": f"00000000-0000-4000-8000-{number:012d}",
            "tunnus": f"OKM{number:03d}:00/2026",
            "tyyppi": "HANKE",
            "tila": "KAYNNISSA",
            "nimi": {"fi": f"Hanke {number}"},
            "asettajaUuid": _SETTER["uuid"],
            "aloitusPaiva": "2026-01-01",
            **({"muokattu": changed} if changed else {}),
        }
        steps = changes.pop("etapit", [{"valmisteluvaihe": "LAUSUNTOMENETTELY"}])
        self.items[number] = {"kohde": {**item, **changes}, "etapit": steps}

    def respond(self, asked: Asked) -> Answer:
        """The ministries and the search."""
        path = asked.path.removeprefix(self.base_path)
        if path == "/asettajat":
            return _json([_SETTER])
        return self._search(json.loads(asked.body)) if path == "/kohteet/haku" else NOT_FOUND

    def _search(self, body: dict[str, Any]) -> Answer:
        self.asked.append(body)
        if self.down is not None and len(self.asked) > self.down:
            return Answer(b"busy", status=503)
        since = body.get("muokattuPaivaAlku")
        if since and self.refuses:
            return _json({"message": "Invalid request parameters"}, status=400)
        rows = list(self.items.values())
        if since and self.is_deaf:
            rows = []
        elif since and not self.ignores:
            rows = [row for row in rows if row["kohde"].get("muokattu", "") >= since]
        if self.rng:
            self.rng.shuffle(rows)
        rows.sort(key=lambda row: str(row["kohde"].get("muokattu", "")))
        first = int(body.get("searchAfter", 0))
        last = first + int(body["size"])
        answer = {"result": rows[first:last], "totalHits": len(rows)}
        if last < len(rows):
            answer["nextSearchAfter"] = last
        return _json(answer)

    def book(self, ledger: Ledger) -> None:
        """Nothing: no truth is needed."""

    def requests(self) -> Iterator[Asked]:
        """None: tests ask by themselves."""
        yield from ()


def _json(content: object, status: int = 200) -> Answer:
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(body, "application/json;charset=UTF-8", status=status)
