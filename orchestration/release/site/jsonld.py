"""schema.org descriptions inside pages, for machines that read pages.

What does not belong here: files of the open-data package.
"""

from __future__ import annotations

import json
from typing import Any

from orchestration.release.site.read import Row
from orchestration.release.site.world import World

_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def grant_of(world: World, project: Row) -> str:
    """A `MonetaryGrant`; without an amount where no sum is published."""
    key = project["project_id"]
    decisions = world.decisions.get(key, ())
    funders = {row["funder_organisation_id"] for row in decisions}
    item: dict[str, Any] = {
        "@type": "Project",
        "name": project["name"],
        "identifier": [key, *(project["project_codes"] or ())],
    }
    body: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MonetaryGrant",
        "identifier": key,
        "name": project["name"],
        "fundedItem": item,
    }
    if project["summary"]:
        item["description"] = project["summary"]
    if named := _named(world, funders):
        body["funder"] = named
    if leads := _named(world, {project["lead_organisation_id"]}):
        item["member"] = leads
    money = world.granted(key)
    if money.eur is not None:
        amount = {"@type": "MonetaryAmount", "currency": "EUR", "value": f"{money.eur:.2f}"}
        body["amount"] = amount
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _named(world: World, keys: set[str | None]) -> list[dict[str, str]]:
    rows = [world.organisations.get(key) for key in sorted(key for key in keys if key)]
    return [
        {"@type": "Organization", "name": row["name"]}
        for row in rows
        if row and row["organisation_type"] != "natural_person"
    ]
