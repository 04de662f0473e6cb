"""What the description of an item says in words: sums of money, places and subprojects.

The register has no field for any of them. What stands in prose is kept as prose: it never
outweighs a register that states the same grant. What does not belong here: codes and guidance
(`hits.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ingestion.records import Amount, NamedProject, RegionMention
from ingestion.text.money import find_amounts
from ingestion.text.names import comparable
from ingestion.text.parts import find_parts, named_project
from ingestion.text.privacy import redact
from ingestion.text.regions import find_regions


def read_amounts(summaries: Mapping[str, str]) -> tuple[Amount, ...]:
    """Sums of all language versions; what two versions say alike is one sum.

    Args:
        summaries: language -> description.
    """
    found: dict[tuple[object, ...], Amount] = {}
    for amount in _amounts(summaries):
        key = (amount.kind, amount.amount, amount.currency, amount.qualifier, amount.is_annual)
        found.setdefault(key, amount)
    return tuple(found.values())


def read_places(
    names: Mapping[str, str], summaries: Mapping[str, str]
) -> tuple[RegionMention, ...]:
    """Maakunnat that the name or the description names, in order of their codes."""
    codes = {
        region.maakunta_code
        for text in (*names.values(), *summaries.values())
        for region in find_regions(text)
    }
    return tuple(RegionMention(maakunta_code=code, basis="text") for code in sorted(codes))


def read_subprojects(summaries: Mapping[str, str]) -> tuple[NamedProject, ...]:
    """Projects that a description says belong to the item, each once, in a fixed order.

    Args:
        summaries: language -> description.
    """
    found: dict[str, NamedProject] = {}
    for text in summaries.values():
        for name in find_parts(text):
            if project := named_project(name):
                found.setdefault(comparable(project.name or name), project)
    return tuple(project for _, project in sorted(found.items()))


def _amounts(summaries: Mapping[str, str]) -> Iterator[Amount]:
    for language, text in summaries.items():
        for found in find_amounts(text, language):
            yield Amount(
                kind=found.kind,
                amount=found.value,
                currency=found.currency,
                qualifier=found.qualifier,
                is_annual=found.is_annual,
                from_prose=True,
                quote=redact(found.quote),
            )
