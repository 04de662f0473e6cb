"""Landed rows of the fixture's invented sources, filled but for what a case is about.

What does not belong here: the cases.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from ingestion.records import Amount, Code, OrganisationMention, ProjectRecord, ReleaseRecord

REGISTER, GOVERNMENT, PAGES, NEWS, GRANTS = "aa_reg", "bb_gov", "cc_page", "dd_news", "ee_grant"


def eura(code: str, role: str = "own") -> Code:
    """A EURA project code."""
    return Code(scheme="eura", value=code, role=role)


def lead(name: str) -> OrganisationMention:
    """An organisation as lead."""
    return OrganisationMention(role="lead", name=name)


def granted(amount: str, **more: object) -> Amount:
    """A granted sum."""
    return Amount.model_validate({"kind": "granted", "amount": Decimal(amount), **more})


def register_row(code: str, **values: object) -> ProjectRecord:
    """A row of the register."""
    return ProjectRecord.model_validate(
        {
            "native_id": code,
            "source_url": f"https://reg.example/{code}",
            "codes": (eura(code),),
            **values,
        }
    )


def page(native_id: str, **values: object) -> ProjectRecord:
    """A project page."""
    return ProjectRecord.model_validate(
        {"native_id": native_id, "source_url": f"https://page.example/{native_id}", **values}
    )


def release(native_id: str, **values: object) -> ReleaseRecord:
    """A press release of the Häme centre."""
    return ReleaseRecord.model_validate(
        {
            "native_id": native_id,
            "source_url": f"https://news.example/{native_id}",
            "title": f"Tiedote {native_id}",
            "publisher_id": "7",
            "publisher": "Hämeen ELY-keskus",
            "published_at": datetime(2024, 5, 6, 7, 0, tzinfo=UTC),
            "language": "fi",
            **values,
        }
    )
