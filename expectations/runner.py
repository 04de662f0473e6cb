"""Runs the suites with Great Expectations on frames of a database and says what came of it.

Great Expectations takes ten seconds to import, so it is imported inside the function, once for
all suites. What does not belong here: what is expected (`suites/`), and pages (`report.py`).
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.frames import fetch_frames
from expectations.outcome import Outcome
from expectations.registry import find_suites
from expectations.suite import Check, Suite
from expectations.trend import compare_with_previous

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Outcome", "validate"]

_EXAMPLES = 3
#: Expectations about one figure of a whole column.
_FIGURES = {
    "ExpectColumnMaxToBeBetween",
    "ExpectColumnMeanToBeBetween",
    "ExpectColumnSumToBeBetween",
    "ExpectColumnUniqueValueCountToBeBetween",
}


def validate(
    database: Path, tables: Collection[str] | None = None, previous: Path | None = None
) -> list[Outcome]:
    """Judge a build or release file.

    Args:
        database: a DuckDB file with schema `marts`; it is only read.
        tables: judge these only; None for all that have a suite.
        previous: the release before (its folder or its `elo.duckdb`), for trends; None where
            there is none.

    Raises:
        KeyError: a table is named that has no suite.
    """
    suites = find_suites()
    if unknown := set(tables or ()) - set(suites):
        raise KeyError(f"no suite for {', '.join(sorted(unknown))}; there are {', '.join(suites)}")
    chosen = {name: suite for name, suite in suites.items() if tables is None or name in tables}
    outcomes: list[Outcome] = []
    frames = fetch_frames(database, chosen)
    with _quiet_context() as context:
        source = context.data_sources.add_pandas("release")
        for table, suite in chosen.items():
            frame = frames[table]
            if isinstance(frame, str):
                outcomes.append(_unreadable(table, frame))
            else:
                outcomes.extend(_judge(source, suite, frame))
    if tables is None:
        outcomes.extend(compare_with_previous(database, previous))
    return outcomes


@contextmanager
def _quiet_context() -> Iterator[Any]:
    """An ephemeral context: no files, no telemetry, no progress bars, no chatter."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logger = logging.getLogger("great_expectations")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import great_expectations as gx
            from great_expectations.data_context.types.base import ProgressBarsConfig

            context = gx.get_context(mode="ephemeral")
            context.variables.progress_bars = ProgressBarsConfig(globally=False)
            yield context
    finally:
        logger.setLevel(level)


def _judge(source: Any, suite: Suite, frame: pd.DataFrame) -> list[Outcome]:
    judged = [check for check in suite.checks if _can_judge(check, frame)]
    outcomes = [
        _outcome(suite.table, check, passed=True, observed=_why_not(check, frame))
        for check in suite.checks
        if check not in judged
    ]
    if not judged:
        return outcomes
    batch = (
        source.add_dataframe_asset(suite.table)
        .add_batch_definition_whole_dataframe("all")
        .get_batch({"dataframe": frame})
    )
    results = batch.validate(
        _gx_suite(suite.table, judged),
        result_format={"result_format": "BASIC", "partial_unexpected_count": _EXAMPLES},
    ).results
    by_place = {int(result.expectation_config.meta["place"]): result for result in results}
    outcomes += [
        _read_result(suite, check, by_place[place].to_json_dict(), frame)
        for place, check in enumerate(judged)
    ]
    return outcomes


def _can_judge(check: Check, frame: pd.DataFrame) -> bool:
    """A share or a maximum of nothing is no figure; rows that are not there break no rule."""
    if len(frame) < check.min_rows:
        return False
    if check.expectation not in _FIGURES or check.column is None:
        return True
    return bool(frame[check.column].notna().any())


def _why_not(check: Check, frame: pd.DataFrame) -> str:
    if len(frame) < check.min_rows:
        return f"{len(frame)} rows: a distribution of fewer than {check.min_rows} is not judged"
    return "nothing to look at"


def _gx_suite(table: str, checks: Sequence[Check]) -> Any:
    import great_expectations as gx
    import great_expectations.expectations as gxe

    expectations = []
    for place, check in enumerate(checks):
        column = {} if check.column is None else {"column": check.column}
        make = getattr(gxe, check.expectation)
        expectations.append(make(**column, **check.arguments, meta={"place": place}))
    return gx.ExpectationSuite(name=table, expectations=expectations)


def _read_result(
    suite: Suite, check: Check, result: Mapping[str, Any], frame: pd.DataFrame
) -> Outcome:
    found = result.get("result") or {}
    if not result["success"] and not found:
        return _outcome(suite.table, check, passed=False, observed=_exception(result))
    return _outcome(
        suite.table,
        check,
        passed=bool(result["success"]),
        observed=_observed(found, len(frame)),
        examples=() if result["success"] else _examples(suite, check, found, frame),
    )


def _observed(found: Mapping[str, Any], rows: int) -> str:
    if "unexpected_count" in found:
        return f"{found['unexpected_count']} of {rows} rows break it"
    value = found.get("observed_value")
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1 else f"{value:,.2f}"
    return "nothing to look at" if value is None else str(value)


def _exception(result: Mapping[str, Any]) -> str:
    info = result.get("exception_info") or {}
    parts = [info] if "exception_message" in info else list(info.values())
    messages = [p["exception_message"] for p in parts if p.get("exception_message")]
    return f"could not be judged: {messages[0] if messages else 'no reason given'}"


def _examples(
    suite: Suite, check: Check, found: Mapping[str, Any], frame: pd.DataFrame
) -> tuple[str, ...]:
    if check.column is None or "unexpected_count" not in found:
        return ()
    values = found.get("partial_unexpected_list") or []
    column = frame[check.column]
    broken = column.isin([value for value in values if value is not None])
    if check.expectation == "ExpectColumnValuesToNotBeNull":
        broken = column.isna()
    rows = frame.loc[broken].head(_EXAMPLES)
    if suite.key is None or suite.key == check.column:
        return tuple(str(value) for value in rows[check.column])
    pairs = zip(rows[suite.key], rows[check.column], strict=True)
    return tuple(f"{key}: {value}" for key, value in pairs)


def _outcome(
    table: str,
    check: Check,
    *,
    passed: bool,
    observed: str,
    examples: tuple[str, ...] = (),
) -> Outcome:
    return Outcome(
        table=table,
        expectation=check.expectation,
        column=check.column,
        passed=passed,
        severity=check.severity,
        observed=observed,
        expected=_expected(check.arguments),
        why=check.why,
        failing_examples=examples,
    )


def _expected(arguments: Mapping[str, Any]) -> str:
    words = [f"{name.replace('_', ' ')} {value}" for name, value in arguments.items()]
    return "; ".join(words) or "holds for every row"


def _unreadable(table: str, message: str) -> Outcome:
    return Outcome(
        table=table,
        expectation="TableCanBeRead",
        column=None,
        passed=False,
        severity="block",
        observed=message,
        expected="the table and the columns of the contract",
        why="A published table or column is missing: everything that reads it would break.",
    )
