"""Why the counted grants of a release are not the sum of the grants of the world, in euros.

Every difference has exactly one reason, so that the lines of a trace add up. What does not belong
here: reading a warehouse and whether a difference is a fault.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from ingestion.sandbox.agreement import Stated
from ingestion.sandbox.found import Key
from ingestion.sandbox.truth import read_rows

Reason = Literal[
    "not_shown",
    "no_grant_shown",
    "shown_not_counted",
    "known_to_one_source",
    "counted_again",
    "told_roundly",
    "wrong",
]
#: What each reason means, in the order in which a trace lists them.
REASONS: dict[Reason, str] = {
    "not_shown": "no source shows the project",
    "no_grant_shown": "shown, but no readable page states a grant that counts",
    "shown_not_counted": "a grant is shown and none is counted",
    "known_to_one_source": "granted for what is no project of the world and one source alone shows",
    "counted_again": "counted once more: pages of one project were not found to be one",
    "told_roundly": "told in round figures only",
    "wrong": "another sum than any page shows",
}
#: Rows of `records.parquet`.
Rows = Sequence[Mapping[str, Any]]
#: Truth is kept in cents, pages tell whole euros.
_EURO = Decimal(1)


@dataclass
class Line:
    """One reason with the projects it concerns and what it adds (+) or takes away (-)."""

    reason: Reason
    projects: list[str] = field(default_factory=list)
    euros: Decimal = Decimal(0)


@dataclass
class Trace:
    """From the truth to the counted sum: `truth` + the lines = `counted`."""

    truth: Decimal
    counted: Decimal
    lines: list[Line]


def trace_grants(truth: Path, stated: Stated) -> Trace:
    """Explain the difference between true and counted grants.

    Args:
        truth: the folder `truth/` that the sandbox wrote.
        stated: what the release says.

    Returns:
        The trace; all of `REASONS` are there, in order.

    Raises:
        FileNotFoundError: the folder holds no truth.
    """
    lines = {reason: Line(reason) for reason in REASONS}
    records = read_rows(truth, "records")
    shown = _shown_by_project(records)
    owners = _owners(shown, stated)
    granted = {
        row["truth_id"]: row["amount"]
        for row in read_rows(truth, "funding")
        if row["kind"] == "granted"
    }
    for truth_id in sorted({*granted, *owners}):
        true = granted.get(truth_id, Decimal(0))
        sums = [stated.counted[project_id] for project_id in owners.get(truth_id, ())]
        for reason, euros in _differences(true, sums, shown.get(truth_id)):
            lines[reason].euros += euros
            lines[reason].projects.append(truth_id)
    owned = {project_id for found in owners.values() for project_id in found}
    alone = _shown_alone(records, stated)
    for project_id in sorted(stated.counted.keys() - owned):
        known = stated.counted[project_id] in alone.get(project_id, set())
        line = lines["known_to_one_source" if known else "wrong"]
        line.euros += stated.counted[project_id]
        line.projects.append(project_id)
    return Trace(
        truth=sum(granted.values(), Decimal(0)),
        counted=sum(stated.counted.values(), Decimal(0)),
        lines=list(lines.values()),
    )


@dataclass
class Balance:
    """True and counted euros of one instrument, over the projects whose grant a page shows."""

    truth: Decimal = Decimal(0)
    counted: Decimal = Decimal(0)

    @property
    def gap(self) -> Decimal:
        """What is counted too much (+) or too little (-), as a share of the truth."""
        return (self.counted - self.truth) / self.truth if self.truth else Decimal(self.counted > 0)


def balance_instruments(truth: Path, stated: Stated) -> tuple[dict[str, Balance], float]:
    """Compare grants by instrument.

    Left out are grants that no readable page states: nobody can count them.

    Args:
        truth: the folder `truth/` that the sandbox wrote.
        stated: what the release says.

    Returns:
        Instrument (`''`: none known) -> balance; and the share of the projects whose one grant
        is counted to the cent under its instrument and nowhere else.
    """
    shown = _shown_by_project(read_rows(truth, "records"))
    owners = _owners(shown, stated)
    found: defaultdict[str, Balance] = defaultdict(Balance)
    projects = exact = 0
    for row in read_rows(truth, "funding"):
        truth_id, instrument = row["truth_id"], row["instrument"]
        if row["kind"] != "granted" or truth_id not in shown or not shown[truth_id].grants:
            continue
        mine = set(owners.get(truth_id, ()))
        said = {key: euros for key, euros in stated.instruments.items() if key[0] in mine}
        found[instrument].truth += row["amount"]
        for (_, told), euros in said.items():
            found[told].counted += euros
        projects += 1
        exact += [(key[1], euros) for key, euros in said.items()] == [(instrument, row["amount"])]
    return dict(found), exact / max(projects, 1)


@dataclass
class _Shown:
    """The records of one true project and the grants that their readable pages state."""

    keys: set[Key] = field(default_factory=set)
    grants: set[Decimal] = field(default_factory=set)


def _shown_alone(records: Rows, stated: Stated) -> dict[str, set[Decimal]]:
    """Published project -> the grants of its records that belong to no project of the world."""
    found: defaultdict[str, set[Decimal]] = defaultdict(set)
    for row in records:
        project_id = stated.project_of.get((row["source_id"], row["native_id"]))
        if row["truth_id"] is None and project_id is not None:
            found[project_id].update(_grants_that_count(json.loads(row["shown"])))
    return found


def _shown_by_project(records: Rows) -> dict[str, _Shown]:
    found: defaultdict[str, _Shown] = defaultdict(_Shown)
    for row in records:
        if row["truth_id"] is not None:
            one = found[row["truth_id"]]
            one.keys.add((row["source_id"], row["native_id"]))
            if not row["damaged"]:
                one.grants.update(_grants_that_count(json.loads(row["shown"])))
    return dict(found)


def _grants_that_count(page: Mapping[str, Any]) -> Iterable[Decimal]:
    for amount in page.get("amounts") or ():
        if amount["amount"] is None:
            continue
        counts = amount["kind"] == "granted" and amount.get("currency", "EUR") == "EUR"
        exact = amount.get("qualifier", "exact") in ("exact", "approx")
        value = Decimal(amount["amount"])
        if counts and exact and not amount.get("is_annual") and value > 0:
            yield value


def _owners(shown: Mapping[str, _Shown], stated: Stated) -> dict[str, list[str]]:
    """True project -> the published projects with a counted sum that its records belong to.

    A published project that mixes records of several true ones is given to the first of them.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    given: set[str] = set()
    for truth_id in sorted(shown):
        keys = sorted(shown[truth_id].keys)
        for project_id in dict.fromkeys(stated.project_of.get(key, "") for key in keys):
            if project_id in stated.counted and project_id not in given:
                given.add(project_id)
                found[truth_id].append(project_id)
    return dict(found)


def _differences(
    true: Decimal, sums: Sequence[Decimal], shown: _Shown | None
) -> Iterable[tuple[Reason, Decimal]]:
    """What one true project adds to or takes from the total, by reason."""
    if not sums:
        if true:
            yield _why_nothing(shown), -true
        return
    nearest = min(sums, key=lambda counted: abs(counted - true))
    if len(sums) > 1:
        yield "counted_again", sum(sums, Decimal(0)) - nearest
    if nearest != true:
        grants = shown.grants if shown else set()
        told = any(abs(nearest - grant) < _EURO for grant in grants)
        yield "told_roundly" if told else "wrong", nearest - true


def _why_nothing(shown: _Shown | None) -> Reason:
    if shown is None:
        return "not_shown"
    return "shown_not_counted" if shown.grants else "no_grant_shown"
