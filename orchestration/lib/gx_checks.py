"""Great Expectations as Dagster asset checks: one check an expectation, from one run of all suites.

`dagster-ge` needs Great Expectations below 1.0, hence this adapter. What does not belong here:
what is expected of a table (`expectations/suites`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import dagster as dg

from expectations.outcome import Outcome
from expectations.suite import Check, Suite

#: Trends against the release before: one check, because the tables compared are not known ahead.
TREND = "gx__trend_against_last_release"
_TREND_TABLE = "dim_project"
_WORD = re.compile(r"[A-Z][a-z]*")
#: Words that every expectation shares and that tell none from another.
_FILLERS = {"Expect", "Column", "Values", "To", "Be"}


def mart_key(table: str) -> dg.AssetKey:
    """Asset key of a published table."""
    return dg.AssetKey(["marts", table])


def check_name(expectation: str, column: str | None) -> str:
    """Name of the check of one expectation, unique within its table.

    The column comes first: lists in the UI cut the middle out of long names.
    """
    words = [word.lower() for word in _WORD.findall(expectation) if word not in _FILLERS]
    return "__".join(["gx", *([column] if column else []), "_".join(words)])


def build_specs(suites: dict[str, Suite]) -> list[dg.AssetCheckSpec]:
    """A spec for each expectation of each suite, and one for the trend."""
    specs = [
        dg.AssetCheckSpec(
            check_name(check.expectation, check.column),
            asset=mart_key(suite.table),
            blocking=_blocks(suite, check),
            description=check.why,
        )
        for suite in suites.values()
        for check in suite.checks
    ]
    unique = {(spec.asset_key, spec.name): spec for spec in specs}
    trend = dg.AssetCheckSpec(
        TREND,
        asset=mart_key(_TREND_TABLE),
        description="what shrank, and what changed its scale, since the release before",
    )
    return [*unique.values(), trend]


def _blocks(suite: Suite, check: Check) -> bool:
    name = check_name(check.expectation, check.column)
    return any(
        other.severity == "block" and check_name(other.expectation, other.column) == name
        for other in suite.checks
    )


def to_results(
    outcomes: Iterable[Outcome], suites: dict[str, Suite]
) -> Iterator[dg.AssetCheckResult]:
    """One result for each spec; expectations that share a name and column are taken together."""
    grouped: dict[tuple[dg.AssetKey, str], list[Outcome]] = {
        (spec.asset_key, spec.name): [] for spec in build_specs(suites)
    }
    for outcome in outcomes:
        key = (mart_key(outcome.table), check_name(outcome.expectation, outcome.column))
        grouped[key if key in grouped else (mart_key(_TREND_TABLE), TREND)].append(outcome)
    for (asset_key, name), group in grouped.items():
        yield _to_result(asset_key, name, group)


def _to_result(asset_key: dg.AssetKey, name: str, group: list[Outcome]) -> dg.AssetCheckResult:
    failed = [outcome for outcome in group if not outcome.passed]
    blocking = any(outcome.blocks for outcome in group)
    first = next(iter(failed or group), None)
    return dg.AssetCheckResult(
        asset_key=asset_key,
        check_name=name,
        passed=not failed,
        severity=dg.AssetCheckSeverity.ERROR if blocking else dg.AssetCheckSeverity.WARN,
        description=_describe(failed, group),
        metadata={
            "observed": first.observed if first else "",
            "expected": first.expected if first else "",
            "examples": dg.MetadataValue.json(
                [example for outcome in failed for example in outcome.failing_examples]
            ),
        },
    )


def _describe(failed: list[Outcome], group: list[Outcome]) -> str | None:
    """Why it matters, where it fails; the spec says it already where all is well."""
    if not group:
        return "nothing to compare with yet"
    return failed[0].why if failed else None


def write_outcomes(outcomes: Iterable[Outcome], path: Path) -> None:
    """Keep outcomes beside the build file, for the step that writes the quality page."""
    path.write_text(json.dumps([asdict(outcome) for outcome in outcomes], default=str))


def read_outcomes(path: Path) -> list[Outcome]:
    """Inverse of `write_outcomes`; an absent file means that no suite ran."""
    if not path.exists():
        return []
    return [
        Outcome(**{**row, "failing_examples": tuple(row["failing_examples"])})
        for row in json.loads(path.read_text())
    ]
