"""Statements of sources about a project: what is published, what lost and why, who agrees.

What does not belong here: choosing between statements; the warehouse has done that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

#: In the order in which they are shown; the precision of a date goes with the date.
PROPERTIES = (
    "name", "name_fi", "name_sv", "name_en", "summary", "status", "start_date", "end_date",
    "lead_organisation_id", "programme_id", "project_codes", "shared_codes", "is_guidance",
    "guidance_evidence",
)  # fmt: skip
_LISTS = ("project_codes", "shared_codes")
_NAMES = ("name_fi", "name_sv", "name_en")


@dataclass
class Statement:
    """What one source says of one property."""

    value: str
    source_id: str
    url: str | None
    retrieved_at: Any
    reason: str
    precision: str | None = None


@dataclass
class Fact:
    """A property of a project: the published statements, those that lost, and those that agree."""

    name: str
    published: list[Statement] = field(default_factory=list)
    lost: list[Statement] = field(default_factory=list)
    agree: list[str] = field(default_factory=list)


def facts_of(rows: Sequence[tuple[Any, ...]]) -> list[Fact]:
    """Statements of one project by property, in the order of the page."""
    precision: dict[tuple[str, str], str] = {
        (row[1].removesuffix("_precision"), row[3]): row[2]
        for row in rows
        if row[1].endswith("_precision")
    }
    facts: dict[str, Fact] = {}
    for _, name, value, record, source, url, retrieved, preferred, reason in rows:
        if name not in PROPERTIES:
            continue
        fact = facts.setdefault(name, Fact(name))
        said = Statement(
            value, source, url, retrieved, reason,
            precision.get((name.removesuffix("_date"), record)),
        )  # fmt: skip
        (fact.published if preferred else fact.lost).append(said)
    for fact in facts.values():
        _part(fact)
    if _is_told_by_language(facts):
        del facts["name"]
    return [facts[name] for name in PROPERTIES if name in facts]


def _is_silence(fact: Fact, said: Statement) -> bool:
    """Whether a source that does not speak of guidance is read as denying it: no conflict."""
    return fact.name == "is_guidance" and said.reason.startswith("says less")


def _is_told_by_language(facts: dict[str, Fact]) -> bool:
    """Whether the published name is one of those that a language is known of."""
    named = {said.value for name in _NAMES if name in facts for said in facts[name].published}
    return "name" in facts and {said.value for said in facts["name"].published} <= named


def _part(fact: Fact) -> None:
    """Tell statements that say the same from those that say something else."""
    values = {said.value for said in fact.published}
    agree = {said.source_id for said in fact.lost if said.value in values}
    fact.agree = sorted(agree - {said.source_id for said in fact.published})
    other: dict[tuple[str, str], Statement] = {}
    for said in fact.lost:
        if said.value not in values and not _is_silence(fact, said):
            other.setdefault((said.value, said.source_id), said)
    # nothing loses in a list: what another source adds stands beside what the first says
    fact.lost = [] if fact.name in _LISTS else list(other.values())
