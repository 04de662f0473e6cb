"""Fields that a list row and a description page fill by the same rule.

What does not belong here: anything that only one of the two knows (`listed.py`, `described.py`).
"""

from __future__ import annotations

from typing import Any

from ingestion.records import OrganisationMention
from ingestion.text.language import detect_language


def names_by_language(title: str | None) -> dict[str, Any]:
    """Language fields of a record: the form is Finnish, its content need not be."""
    language = detect_language(title) if title else None
    return {"language": language, f"name_{language}": title} if language else {}


def organisations(
    lead: str | None, business_id: str | None, partners: list[str], authority: str | None
) -> tuple[OrganisationMention, ...]:
    """Who stands behind a project: its implementer, partners and responsible authority."""
    mentions = []
    if lead:
        mentions.append(OrganisationMention(role="lead", name=lead, business_id=business_id))
    mentions += [OrganisationMention(role="partner", name=name) for name in partners]
    if authority:
        mentions.append(OrganisationMention(role="funder", name=authority))
    return tuple(mentions)
