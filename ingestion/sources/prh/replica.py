"""Replica of the company register: search by parameters, the daily file, its list of codes.

Holds the bodies that are in such a register and lead a structural-fund project, so that each of
them is named somewhere with its Y-tunnus. Never imports this source's parser. What does not belong
here: the JSON of a company (`replica_company.py`).
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from ingestion.sandbox.ledger import Ledger, ShownRecord
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.world import World
from ingestion.sandbox.world.model import Organisation
from ingestion.sources.prh.replica_company import FORMS, render_company

_SOURCE = "prh"
_JSON = "application/json"
_PAGE = 100
#: Kinds of bodies that the Trade Register knows; municipalities and most associations it does not.
_KINDS = frozenset({"company", "uas", "foundation"})
_PARAMETERS = frozenset(
    {"businessId", "name", "location", "companyForm", "mainBusinessLine", "postCode", "page"}
)


class Replica(Base):
    """Answers by parameters, a hundred companies a page."""

    public_base = "https://avoindata.prh.fi/opendata-ytj-api/v3"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        found: dict[str, Organisation] = {}
        for project in world.projects:
            lead = project.lead
            if project.register == "period2014" and lead.kind in _KINDS and lead.business_id:
                found.setdefault(lead.business_id, lead)
        self._listed = sorted(found.items())
        self._places = {number: place for place, (number, _) in enumerate(self._listed)}

    def respond(self, asked: Asked) -> Answer:
        """One of the routes."""
        path = asked.path.removeprefix(self.base_path)
        routes: dict[str, Callable[[Asked], Answer]] = {
            "/companies": self._companies,
            "/all_companies": lambda _: Answer(self._bulk(), "application/zip", cacheable=True),
            "/description": _description,
        }
        route = routes.get(path)
        return NOT_FOUND if route is None else route(asked)

    def requests(self) -> Iterator[Asked]:
        """A question for each company, and the daily file."""
        for number, _ in self._listed:
            yield Asked("GET", f"{self.base_path}/companies", {"businessId": number})
        yield Asked("GET", f"{self.base_path}/all_companies")

    def book(self, ledger: Ledger) -> None:
        """One line for each company."""
        for place, (number, org) in enumerate(self._listed):
            _, shown, step = render_company(self.world, org, place, ledger)
            ledger.enter(
                ShownRecord(
                    _SOURCE, number, "organisation", "main",
                    f"{self.public_base}/companies?businessId={number}", None,
                    makes_project=False, damaged=step is not None, damage_step=step, shown=shown,
                )
            )  # fmt: skip

    def _companies(self, asked: Asked) -> Answer:
        query = {key: value for key, value in asked.query.items() if value}
        unknown = sorted(set(query) - _PARAMETERS)
        if unknown or not set(query) - {"page"} or not query.get("page", "1").isdigit():
            return _error(400, f"unknown or missing parameter {','.join(unknown)}")
        if set(query) <= {"businessId", "page"}:
            place = self._places.get(query["businessId"])
            found = [] if place is None else [self._company(place)]
        else:
            every = (self._company(place) for place in range(len(self._listed)))
            found = [company for company in every if _matches(company, query)]
        first = (int(query.get("page", "1")) - 1) * _PAGE
        return _json({"totalResults": len(found), "companies": found[first : first + _PAGE]})

    def _company(self, place: int) -> dict[str, Any]:
        return render_company(self.world, self._listed[place][1], place, Ledger())[0]

    def _bulk(self) -> bytes:
        companies = [self._company(place) for place in range(len(self._listed))]
        body = json.dumps(companies, ensure_ascii=False).encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            # a fixed date: the same seed gives the same bytes
            archive.writestr(zipfile.ZipInfo("companies.json", (2026, 1, 1, 0, 0, 0)), body,
                             zipfile.ZIP_DEFLATED)  # fmt: skip
        return out.getvalue()


def _matches(company: dict[str, Any], query: dict[str, str]) -> bool:
    text = json.dumps(company, ensure_ascii=False).casefold()
    names = " ".join(name["name"] for name in company.get("names", ())).casefold()
    checks: dict[str, Callable[[str], bool]] = {
        "businessId": lambda wanted: company["businessId"]["value"] == wanted,
        "name": lambda wanted: wanted.casefold() in names,
        "location": lambda wanted: f'"city": "{wanted.casefold()}"' in text,
        "postCode": lambda wanted: f'"postcode": "{wanted}"' in text,
        "companyForm": lambda wanted: any(
            wanted == form["type"] for form in company.get("companyForms", ())
        ),
        "mainBusinessLine": lambda wanted: (
            company.get("mainBusinessLine", {}).get("type") == wanted
        ),
    }
    return all(check(query[key]) for key, check in checks.items() if key in query)


def _description(asked: Asked) -> Answer:
    """A list of codes, tab separated."""
    language = {"fi": 0, "sv": 1, "en": 2}.get(asked.query.get("lang", ""))
    if asked.query.get("code") != "YRMU" or language is None:
        return _error(400, "unknown code or lang")
    lines = [f"{code}\t{words[language]}" for code, words in sorted(FORMS.values())]
    return Answer("\n".join(lines).encode(), "text/plain; charset=utf-8")


def _json(content: object, status: int = 200) -> Answer:
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(body, _JSON, status=status, cacheable=status == 200)


def _error(status: int, message: str) -> Answer:
    return _json(
        {"timestamp": "2026-11-24T06:00:00", "message": message, "errorcode": status}, status
    )
