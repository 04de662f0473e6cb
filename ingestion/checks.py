"""Judges one parsed snapshot against what its source promises: typed outcomes, no side effect.

What does not belong here: reading pages (scrapers) and acting on the verdict (promotion).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ingestion.scraper import Finding
from ingestion.spec import SourceSpec

Verdict = Literal["good", "incomplete", "blocked"]

#: Records that may vanish from any source, however small, before a share means anything.
_SMALL_DROP = 3


@dataclass(frozen=True)
class Tally:
    """What a parse counted.

    Attributes:
        records: record kind -> distinct records (by native id).
        filled: `kind.field` -> records with a value there, for the fields the spec asserts.
        previous: record kind -> distinct records of the last good snapshot.
        rejected: rows or pages in quarantine.
        pages: pages read.
    """

    records: Mapping[str, int]
    filled: Mapping[str, int]
    previous: Mapping[str, int]
    rejected: int
    pages: int


def check_snapshot(spec: SourceSpec, tally: Tally) -> list[Finding]:
    """All findings of the declared assertions; an empty list is a good snapshot."""
    return [
        *_check_bounds(spec, tally),
        *_check_fill(spec, tally),
        *_check_drop(spec, tally),
        *_check_quarantine(spec, tally),
    ]


def choose_verdict(findings: Sequence[Finding]) -> Verdict:
    """The worst level decides: `block` > `incomplete` > nothing."""
    levels = {finding.level for finding in findings}
    if "block" in levels:
        return "blocked"
    return "incomplete" if "incomplete" in levels else "good"


def _check_bounds(spec: SourceSpec, tally: Tally) -> Iterable[Finding]:
    if tally.pages and not sum(tally.records.values()):
        yield Finding("block", "no_records", f"{tally.pages} pages were read, none gave a record")
    for kind, least in spec.assertions.min.items():
        found = tally.records.get(kind, 0)
        if found < least:
            yield Finding(
                "block", f"min_{kind}", f"{found} {kind} records, at least {least} are due"
            )
    for kind, most in spec.assertions.max.items():
        found = tally.records.get(kind, 0)
        if found > most:
            yield Finding("warn", f"max_{kind}", f"{found} {kind} records, more than {most}")


def _check_fill(spec: SourceSpec, tally: Tally) -> Iterable[Finding]:
    for field, share in spec.assertions.fill.items():
        kind = field.partition(".")[0]
        total = tally.records.get(kind, 0)
        filled = tally.filled.get(field, 0)
        if total and filled / total < share:
            yield Finding(
                "block",
                f"fill_{field}",
                f"{field} is filled in {filled} of {total} records, the share must be {share:.0%}",
            )


def _check_drop(spec: SourceSpec, tally: Tally) -> Iterable[Finding]:
    for kind, before in tally.previous.items():
        now = tally.records.get(kind, 0)
        if before - now > max(_SMALL_DROP, before * spec.assertions.max_drop):
            yield Finding(
                "block",
                f"drop_{kind}",
                f"{now} {kind} records where the last good snapshot had {before}; "
                f"a drop of more than {spec.assertions.max_drop:.0%} needs a person",
            )


def _check_quarantine(spec: SourceSpec, tally: Tally) -> Iterable[Finding]:
    total = tally.rejected + sum(tally.records.values())
    share = tally.rejected / total if total else 0
    if share > spec.assertions.max_quarantine:
        yield Finding(
            "block",
            "quarantine_share",
            f"{tally.rejected} of {total} rows are quarantined ({share:.1%}), "
            f"more than {spec.assertions.max_quarantine:.1%}",
        )
