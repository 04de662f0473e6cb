"""Landings that no source would write: every optional value absent, repeated or out of place.

A parser may say whatever the record types allow, so the warehouse must build from it and every
gate must let it through: gates are for faults of the pipeline, not for odd rows. What does not
belong here: what comes of them.
"""

from __future__ import annotations

import random
import types
import typing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from ingestion.records import RECORD_KINDS, Coded, Record
from tests.dbt.fixture import FETCHED, NIGHT, Landing

#: Values by field name; few of each, so that records share them.
_POOLS: dict[str, tuple[Any, ...]] = {
    "maakunta_code": ("01", "02", "19", "00", "99"),  # parsers know the regions by name
    "currency": ("EUR", "SEK", "USD"),
    "amount": tuple(
        map(Decimal, ("0", "0.01", "-5", "99999999999.99", *map(str, range(100, 99999, 2500))))
    ),
    "budget_eur": tuple(map(Decimal, ("0", "-1", "5000000"))),
    "business_id": ("0112038-9", "2296962-1", "0000000-0", "1234567"),
    "recipient_business_id": ("0112038-9", "2296962-1", "7"),
    "municipality_code": ("091", "999"),
    "published_at": (datetime(2024, 1, 1, tzinfo=UTC), datetime(1999, 12, 31, 23, tzinfo=UTC)),
    "tagged_regions": (("Uusimaa",), (), ("01", "01")),
    "organisation_type": ("ministry", "company", "klubi"),
    "legal_form": ("Osakeyhtiö", "?"),
    "value": ("S20001", "A70001", "OKM001:00/2020", "VN/1/2024", "X", "10024/1"),
    "files": ((), ("a.pdf", "b.pdf")),
}
_LISTS = {
    "themes": ("career_guidance", "study_guidance", "business", "other"),
    "target_groups": ("pupils", "youth_under_30", "employed"),
}
_NAMES = (
    "Suunta", "Suunta 2", "SUUNTA", "Hanke Suunta", "Suunta – yhdessä", "Riktning", "ESR", "–",
    "Saukon kunta", "Hämeen ELY-keskus", "Opetus- ja kulttuuriministeriö", "Majavan opisto",
    "a", "1", "'", "x" * 300, "Ohjausta\u00a0nuorille", "{{ jinja }}",
)  # fmt: skip
_DAYS = tuple(
    NIGHT + timedelta(days=days)
    for days in (-20000, *range(-4000, 1000, 60), 30000)  # a slip of a century is rare
)
SOURCES: dict[str, dict[str, int]] = {
    "odd_register": {"default": 90},
    "odd_page": {"default": 50, "name": 60},
    "odd_release": {"default": 10},
}


def odd_landing(seed: int, records: int = 60) -> Landing:
    """`records` records of every kind and source, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    landing = Landing()
    for source_id, trust in SOURCES.items():
        landing.source(source_id, **trust)
        for kind in RECORD_KINDS.values():
            for number in range(records):
                landing.add(source_id, odd_record(kind, chance, number), FETCHED)
    return landing


def odd_record(kind: type[Record], chance: random.Random, number: int) -> Record:
    """One record; a tenth of them are further parts of the record before."""
    part = "main" if number % 10 else "detail"
    key = f"k{number - (part == 'detail')}"
    values = {name: _value(name, field.annotation, chance) for name, field in _fields(kind)}
    values |= {"native_id": key, "part": part, "source_url": f"https://odd.example/{key}"}
    values |= {"locator": None}
    for side in ("start", "end", "published"):  # a date has its precision, or neither is known
        day = "published_on" if side == "published" else f"{side}_date"
        if f"{side}_precision" in values and day in values:
            values[f"{side}_precision"] = values[day] and chance.choice(("day", "month", "year"))
    mentions = values.get("mentions") or ()
    if mentions:
        values["mentions"] = tuple(
            mention.model_copy(update={"native_id": f"{key}#{place}"})
            for place, mention in enumerate(mentions, start=1)
        )
    if kind.kind == "milestone":
        values["project_native_id"] = f"k{chance.randrange(40)}"
    return kind(**values)


def _fields(model: type[BaseModel]) -> list[tuple[str, Any]]:
    return list(model.model_fields.items())


def _coded(name: str, chance: random.Random) -> tuple[Coded, ...]:
    """Codes of the closed list of this field: no source states them, our own rules find them."""
    return tuple(
        Coded(code=code, evidence=chance.choice(_NAMES))
        for code in chance.sample(_LISTS[name], chance.randrange(3))
    )


def _value(name: str, annotation: Any, chance: random.Random) -> Any:
    """A value that the type allows; None and the empty tuple are never rare."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        if chance.random() < 0.35:
            return None
        return _value(name, next(a for a in arguments if a is not type(None)), chance)
    if name in _LISTS:
        return _coded(name, chance)
    if name in _POOLS:
        return chance.choice(_POOLS[name])
    if origin is typing.Literal:
        return chance.choice(arguments)
    if origin is tuple:
        return tuple(_value(name, arguments[0], chance) for _ in range(chance.randrange(4)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _shape(annotation, chance)
    plain: dict[Any, Any] = {
        bool: chance.random() < 0.5,
        str: chance.choice(_NAMES),
        date: chance.choice(_DAYS),
        Decimal: Decimal(chance.randrange(1000)),
    }
    return plain[annotation]


def _shape(model: type[BaseModel], chance: random.Random) -> BaseModel:
    values = {name: _value(name, field.annotation, chance) for name, field in _fields(model)}
    for side in ("start", "end"):
        if f"{side}_precision" in values:
            values[f"{side}_precision"] = values[f"{side}_date"] and "month"
    return model(**values)
