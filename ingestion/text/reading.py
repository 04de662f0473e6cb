"""Everything the readers find in one text, as the command `read` prints it.

What does not belong here: records; they are made by the parser of a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ingestion.records import Language, Role
from ingestion.text.dates import DateFound, PeriodFound, find_dates, find_periods
from ingestion.text.guidance import GuidanceFound, judge_guidance
from ingestion.text.identifiers import CodeFound, find_codes
from ingestion.text.instruments import read_instrument
from ingestion.text.language import detect_language
from ingestion.text.mentions import find_project_mentions
from ingestion.text.money import AmountFound, find_amounts
from ingestion.text.organisations import OrganisationFound, find_organisations, split_parties
from ingestion.text.regions import RegionFound, find_regions, tagged_regions
from ingestion.text.rules.party_labels import PARTY_LABELS, PARTY_LINE


@dataclass(frozen=True)
class Reading:
    """What a text states, before anything is decided about records."""

    language: Language | None
    amounts: tuple[AmountFound, ...]
    periods: tuple[PeriodFound, ...]
    dates: tuple[DateFound, ...]
    codes: tuple[CodeFound, ...]
    parties: tuple[tuple[str, Role], ...]
    organisations: tuple[OrganisationFound, ...]
    regions: tuple[RegionFound, ...]
    tagged: tuple[str, ...]
    guidance: GuidanceFound

    def as_json(self) -> dict[str, Any]:
        """The reading as the contract's JSON, without `records`."""
        return {
            "amounts": [
                {
                    "value": _whole(amount.value),
                    "currency": amount.currency,
                    "kind": amount.kind,
                    "qualifier": amount.qualifier,
                    "is_annual": amount.is_annual,
                    "quote": amount.quote,
                }
                for amount in self.amounts
            ],
            "periods": [
                {
                    "start": period.start.isoformat() if period.start else None,
                    "end": period.end.isoformat() if period.end else None,
                    "start_precision": period.start_precision,
                    "end_precision": period.end_precision,
                }
                for period in self.periods
            ],
            "dates": list(dict.fromkeys(found.day.isoformat() for found in self.dates)),
            "codes": [
                {"scheme": scheme, "value": value}
                for scheme, value in dict.fromkeys((code.scheme, code.value) for code in self.codes)
            ],
            "organisations": [
                {"name": name, "role": role}
                for name, role in dict.fromkeys(
                    [*self.parties, *((org.name, org.role) for org in self.organisations)]
                )
            ],
            "regions": list(
                dict.fromkeys([*self.tagged, *(region.maakunta_code for region in self.regions)])
            ),
            "is_guidance": self.guidance.is_guidance,
        }


def read_text(text: str, url: str | None = None) -> Reading:
    """Read one text.

    Args:
        text: plain text; a page's lines joined by line ends.
        url: where it was found; its codes count as well.
    """
    language = detect_language(text)
    codes = find_codes(text)
    if url:
        codes += [code for code in find_codes(url) if code.scheme != "eura_call"]
    tagged = [code for line in text.splitlines()[:40] for code in tagged_regions(line)]
    parties = tuple(_parties(text))
    named = tuple(org for org in _bodies(text, language) if org.name not in dict(parties))
    if not any(role == "lead" for _, role in [*parties, *((o.name, o.role) for o in named)]):
        # A coordinator exists only beside a lead; without one it is the lead.
        parties = tuple((n, "lead" if role == "coordinator" else role) for n, role in parties)
    return Reading(
        language,
        tuple(find_amounts(text, language)),
        tuple(find_periods(text, language)),
        tuple(find_dates(text)),
        tuple(codes),
        parties,
        named,
        tuple(find_regions(text)),
        tuple(tagged),
        judge_guidance(text),
    )


def _bodies(text: str, language: Language | None) -> Iterator[OrganisationFound]:
    """Bodies of the text; what a project that it names says of them gives the role left open."""
    roles = {
        party.name: party.role
        for mention in find_project_mentions(text, language)
        if mention.modality == "fact"
        for party in mention.organisations
    }
    for body in find_organisations(text):
        yield replace(body, role=body.role or roles.get(body.name))


def _parties(text: str) -> Iterator[tuple[str, Role]]:
    """Organisations of lines such as `Toteuttaja: …`; a named fund is no organisation."""
    for match in PARTY_LINE.finditer(text):
        value = match["value"].strip() or (match["next"] or "")
        role = next(role for role, _ in PARTY_LABELS if match[role])
        for mention in split_parties(value, role):
            if mention.name and (role != "funder" or read_instrument(mention.name) is None):
                yield mention.name, mention.role


def _whole(value: Decimal) -> str:
    """Decimal text without an exponent; cents only where there are any."""
    whole = value.to_integral_value()
    return f"{whole:f}" if value == whole else f"{value:f}"
