"""The government's project register (Hankeikkuna).

What does not belong here: its publications (`publications.py`).
"""

from __future__ import annotations

import json
import uuid
from datetime import datetime, timedelta
from typing import Any

from tests.replica.bodies import MINISTRIES
from tests.replica.source import NOT_FOUND, Answer, Asked, Source
from tests.replica.truth import code
from tests.replica.world import Project


class Hankeikkuna(Source):
    """A paged search and the list of ministries."""

    source_id = "hankeikkuna"
    base_path = "/api/v2"

    def build(self) -> None:
        """The ministries' projects, and laws and strategies that are none."""
        self._hits: list[dict[str, Any]] = []
        for one in self.world.projects:
            if one.register == "government":
                self._hits.append(self._hit(one))
        for number in range(max(3, len(self.world.projects) // 20)):
            self._hits.append(self._no_project(number))
        for place, hit in enumerate(self._hits):
            moment = datetime(2026, 1, 5, 9) + timedelta(hours=place)
            hit["kohde"]["muokattu"] = moment.isoformat()

    def _uuid(self, name: str) -> str:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"replica:{self.world.seed}:{name}"))

    def _hit(self, one: Project) -> dict[str, Any]:
        rng = self.rng
        native = self._uuid(one.truth_id)
        names = {"fi": one.title(), "sv": one.title(1) if one.names.has_sv else None,
                 "en": one.title(2) if one.names.has_en else None}  # fmt: skip
        self.book.record(self.source_id, native, one.truth_id, {
            **one.about(one.title(), aim=True), "name": one.title(), "name_fi": names["fi"], "name_sv": names["sv"],
            "name_en": names["en"], "start_date": one.start, "end_date": one.end,
            "codes": [code("hanke_tunnus", str(one.code)),
                      *(code("vn_case", case) for case in one.cases)],
            "maakunta": [one.regions[0].code] if one.title_region else [],
            "lead": one.lead.key, "status": one.status(self.world.as_of),
        })  # fmt: skip
        state = {"planned": "SUUNNITTEILLA", "ongoing": "KAYNNISSA", "ended": "PAATTYNYT",
                 "cancelled": "PAATTYNYT"}  # fmt: skip
        stage = "KESKEYTETTY" if one.cancelled else rng.choice((None, None, "PERUSVALMISTELU"))
        return self._shape(
            native, str(one.code), "HANKE" if rng.random() < 0.8 else "TOIMIELIN",
            state[one.status(self.world.as_of)], names, one, stage,
        )  # fmt: skip

    def _no_project(self, number: int) -> dict[str, Any]:
        kind = ("LAINSAADANTO", "STRATEGIA")[number % 2]
        title = ("Laki opintotuen muuttamisesta", "Kansallinen metsästrategia")[number % 2]
        native = self._uuid(f"none{number}")
        tunnus = f"{('OKM', 'MMM')[number % 2]}{700 + number}:00/2023"
        one = self.world.projects[number]
        self.book.record(self.source_id, native, None, {
            "name": f"{title} {number}", "codes": [code("hanke_tunnus", tunnus)],
            "start_date": one.start, "end_date": one.end, "status": None,
        }, makes=False)  # fmt: skip
        names = {"fi": f"{title} {number}"}
        return self._shape(native, tunnus, kind, "KAYNNISSA", names, one, None)

    def _shape(
        self, native: str, tunnus: str, kind: str, state: str, names: dict[str, str | None],
        one: Project, stage: str | None,
    ) -> dict[str, Any]:  # fmt: skip
        setter = next((m for m in MINISTRIES if tunnus.startswith(str(m.short))), MINISTRIES[0])
        return {
            "kohde": {
                "uuid": native, "tunnus": tunnus, "tyyppi": kind, "tila": state,
                "valmisteluvaihe": stage, "nimi": names, "alias": {"fi": None},
                "kuvaus": {"fi": one.aim[0] if kind in ("HANKE", "TOIMIELIN") else "Valmistelu."},
                "asettajaUuid": self._uuid(setter.key),
                "asianumerot": list(one.cases) if kind in ("HANKE", "TOIMIELIN") else [],
                "asettamisPaiva": None, "aloitusPaiva": one.start.isoformat(),
                "valmistumisPaiva": one.end.isoformat(),
                "julkaisuaika": f"{one.start.isoformat()}T08:00:00",
                "liittyyLainsaadantoon": kind == "LAINSAADANTO", "liittyyTalousarvioon": False,
            },
            "etapit": [], "asiakirjat": [], "linkit": [],
            "asiasanat": ["ohjaus"] if one.topic.guidance and self.rng.random() < 0.4 else [],
        }  # fmt: skip

    def respond(self, asked: Asked) -> Answer:
        """Search with a cursor; ministries as an envelope."""
        path = asked.path.removeprefix(self.base_path)
        if path == "/asettajat":
            rows = [
                {"uuid": self._uuid(m.key), "nimi": {"fi": m.name, "sv": m.sv, "en": m.en},
                 "lyhenne": {"fi": m.short}, "aktiivinen": True}
                for m in MINISTRIES
            ]  # fmt: skip
            return _json({"result": rows})
        if path != "/kohteet/haku" or asked.method != "POST":
            return NOT_FOUND
        body = json.loads(asked.body or b"{}")
        return self._search(body)

    def _search(self, body: dict[str, Any]) -> Answer:
        if isinstance(body.get("tunnus"), str):
            return _json({"message": "Invalid request parameters"}, 400)
        found = [hit for hit in self._hits if _matches(hit["kohde"], body)]
        after = body.get("searchAfter")
        first = int(after[0]) if after else 0
        page = found[first : first + int(body.get("size", 10))]
        answer: dict[str, Any] = {"result": page, "size": len(page), "totalHits": len(found)}
        if page:
            answer["nextSearchAfter"] = [first + len(page)]
        return _json(answer)


def _matches(kohde: dict[str, Any], body: dict[str, Any]) -> bool:
    if body.get("muokattuPaivaAlku") and kohde["muokattu"] < body["muokattuPaivaAlku"]:
        return False
    return all(not body.get(key) or kohde[key] in body[key] for key in ("tyyppi", "tila", "tunnus"))


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(
        json.dumps(value, ensure_ascii=False).encode(), "application/json;charset=UTF-8", status
    )
