"""Supported objects: rows of payments gathered to one record an object.

Every row repeats its object; where rows of one object differ, the newest payment's row counts.
What does not belong here: finding the table (`scraper.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from ingestion.platforms.cells import read_date, read_money
from ingestion.platforms.table_rows import ColumnError, Row
from ingestion.records import Amount, Code, CodeRole, FundingRecord
from ingestion.scraper import Drift, Rejected
from ingestion.text.bodies import is_organisation_name
from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance
from ingestion.text.identifiers import business_id_valid, find_codes, normal_business_id
from ingestion.text.privacy import redact

_PERSON_TYPE = re.compile(r"henkil|toiminimi|elinkeinonharjoittaj|privatperson|individual", re.I)
_BODY_TYPE = re.compile(
    r"yrity|järjestäj|julki|kun[tn]a|kaupun|korkeakoul|yliopist|yhteisö|yhdisty|säätiö|viranom"
    r"|laito|oppilai|organisaatio|yhtiö|valtio|tutkimus",
    re.I,
)
#: Columns that say what an object is; they repeat on each of its rows.
_OF_OBJECT: Final = (
    "name", "description_fi", "description_en", "recipient_type", "recipient", "recipient_id",
    "other_eu", "other_national",
)  # fmt: skip
_OTHER_MONEY: Final = ("other_eu", "other_national")
_SHOWN = 60


@dataclass
class Payment:
    """A row: the object it is about, and the payment it states, if any.

    Attributes:
        texts: what the row says of its object.
        other: money from elsewhere by column, which is no money of the facility.
    """

    row: Row
    body: str
    object_id: str
    paid: Decimal | None
    paid_on: date | None
    other: dict[str, Decimal]
    texts: dict[str, str]

    @property
    def key(self) -> str:
        """Natural key of the object."""
        return f"{self.body}|{self.object_id}"

    @property
    def order(self) -> tuple[date, str]:
        """Place among rows of one object: by day, then by what it says, never by row."""
        said = (self.paid, self.row.text("payment_type"), sorted(self.texts.items()))
        return self.paid_on or date.min, repr(said)


@dataclass
class Reading:
    """An object, and what its rows say beside it."""

    record: FundingRecord
    remarks: list[Rejected | Drift] = field(default_factory=list)


def read_payment(row: Row) -> Payment:
    """The payment of a row.

    Raises:
        ColumnError: body, object, name, a day or a sum cannot be read.
    """
    body, object_id = row.required("body"), row.required("object_id")
    row.required("name")
    paid, paid_on = row.read("paid", read_money), row.read("paid_on", read_date)
    if paid is None and paid_on is not None:
        raise ColumnError("paid", "required", "a day of payment without a sum")
    other = {key: row.read(key, read_money) for key in _OTHER_MONEY}
    return Payment(
        row=row,
        body=body,
        object_id=object_id,
        paid=paid,
        paid_on=paid_on,
        other={key: value for key, value in other.items() if value is not None},
        texts={key: text for key in _OF_OBJECT if (text := row.text(key)) is not None},
    )


def gather(
    payments: Iterable[Payment], url_prefix: str, known_types: Iterable[str]
) -> Iterator[Reading]:
    """One record an object, in the order of their first rows."""
    by_object: defaultdict[str, list[Payment]] = defaultdict(list)
    for payment in payments:
        by_object[payment.key].append(payment)
    for key, rows in by_object.items():
        yield _object(key, rows, url_prefix, frozenset(known_types))


def _object(key: str, rows: list[Payment], url_prefix: str, types: frozenset[str]) -> Reading:
    remarks: list[Rejected | Drift] = []
    ordered = sorted(rows, key=lambda payment: payment.order)
    texts: dict[str, str] = {}
    for payment in ordered:
        texts.update(payment.texts)
    remarks += _differences(ordered, texts)
    first = min(payment.row.number for payment in rows)
    is_person = _is_person(texts)
    name = redact(texts["name"])
    description = " ".join(filter(None, (texts.get(k) for k in _OF_OBJECT[1:3])))
    told = name, texts.get("description_fi"), texts.get("description_en")
    judged = judge_guidance(*told)
    business_id = None if is_person else _business_id(ordered[-1].row, texts, remarks)
    record = FundingRecord(
        native_id=key,
        source_url=f"{url_prefix}#{first}",
        locator=f"row {first}",
        # what a person is supported for may name the person
        purpose=None if is_person else name,
        codes=tuple(_codes(f"{name} {description}")),
        recipient=None if is_person else texts.get("recipient"),
        recipient_business_id=business_id,
        recipient_is_person=is_person,
        funder=rows[0].body,
        instrument="RRF",
        is_eu_funded=True,
        amounts=tuple(_amounts(ordered, types, remarks)),
        is_guidance=None if is_person else judged.is_guidance or (False if description else None),
        guidance_evidence=None if is_person else judged.evidence,
        themes=() if is_person else find_themes(*told),
        target_groups=() if is_person else find_target_groups(*told),
    )
    return Reading(record, remarks)


def _differences(rows: list[Payment], kept: dict[str, str]) -> Iterator[Drift]:
    for key in _OF_OBJECT:
        if any(key in row.texts and row.texts[key] != kept[key] for row in rows):
            yield Drift("value", rows[0].row.labels[key], "differs between rows of one object")


def _is_person(texts: dict[str, str]) -> bool:
    """A stated type decides, then a Y-tunnus, then the name; in doubt it is a person."""
    kind = texts.get("recipient_type", "")
    if _PERSON_TYPE.search(kind):
        return True
    if normal_business_id(texts.get("recipient_id", "")):
        return False
    return not (_BODY_TYPE.search(kind) or is_organisation_name(texts.get("recipient", "")))


def _business_id(row: Row, texts: dict[str, str], remarks: list[Rejected | Drift]) -> str | None:
    text = texts.get("recipient_id")
    if text is None:
        return None
    normal = normal_business_id(text)
    if normal is None:
        remarks.append(Drift("value", row.labels["recipient_id"], "another kind of identifier"))
        return None
    if not business_id_valid(normal):
        reason = "a Y-tunnus whose check digit is wrong, left out"
        remarks.append(row.reject(ColumnError("recipient_id", "check digit", reason)))
        return None
    return normal


def _amounts(
    rows: list[Payment], types: frozenset[str], remarks: list[Rejected | Drift]
) -> Iterator[Amount]:
    """The grant, whose sum nobody publishes, each payment once, and money from elsewhere."""
    yield Amount(kind="granted", amount=None)
    seen: set[tuple[date | None, Decimal | None, str | None]] = set()
    for payment in rows:
        kind = payment.row.text("payment_type")
        if kind and kind not in types:
            label = payment.row.labels["payment_type"]
            remarks.append(Drift("enum", label, redact(kind)[:_SHOWN]))
        if payment.paid is None:
            continue
        same = (payment.paid_on, payment.paid, kind)
        if same in seen:
            reason = "the same payment stands in a row before"
            remarks.append(payment.row.reject(ColumnError("paid", "unique payment", reason)))
            continue
        seen.add(same)
        yield Amount(kind="paid", amount=payment.paid, paid_on=payment.paid_on)
    for key in _OTHER_MONEY:
        stated = [payment.other[key] for payment in rows if key in payment.other]
        if stated:
            label = rows[0].row.labels[key]
            yield Amount(kind="unknown", amount=stated[-1], instrument="OTHER", quote=label)


def _codes(text: str) -> Iterator[Code]:
    seen: set[str] = set()
    for found in find_codes(text):
        if found.scheme == "y_tunnus" or found.value in seen:
            continue
        seen.add(found.value)
        role: CodeRole = "shared" if found.scheme in ("rrf_measure", "grant_call") else "related"
        yield Code(scheme=found.scheme, value=found.value, role=role)
