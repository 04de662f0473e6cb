"""`elo check`: every dbt test and every expectation suite on one release database.

What does not belong here: how dbt is started. The caller hands in who runs its tests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from expectations.outcome import Outcome
from expectations.runner import validate
from expectations.wording import say
from ingestion.settings import Settings
from orchestration.release.layout import DATABASE, NoReleaseError, resolve_release

#: Runs dbt's tests on a database and names those that fail, one line each.
RunDbtTests = Callable[[Path], Sequence[str]]


def check(
    database: Path | None,
    run_dbt_tests: RunDbtTests,
    *,
    console: Console | None = None,
    previous: Path | None = None,
) -> int:
    """Check a database, name what fails, and return the exit code: 0 or 1.

    Args:
        database: the file to check; None for that of the current release.
        run_dbt_tests: runs the dbt tests and returns a line for each that fails.
        console: where to write; None for the terminal.
        previous: an older release to compare with.
    """
    console = console or Console()
    try:
        database = database or resolve_release(Settings.from_env().releases) / DATABASE
    except NoReleaseError as error:
        console.print(Text(f"elo check: {error}"))
        return 1
    if not database.is_file():
        console.print(Text(f"elo check: there is no file {database}"))
        return 1
    console.print(Text(f"Checking {database}"))
    dbt_failures = list(run_dbt_tests(database))
    outcomes = validate(database, previous=previous)
    for line in dbt_failures:
        console.print(Text.assemble(("FAIL ", "bold red"), f"dbt: {line}"))
    _print_failed(console, outcomes)
    blocking = len(dbt_failures) + sum(outcome.blocks for outcome in outcomes)
    warned = sum(not o.passed for o in outcomes) - sum(o.blocks for o in outcomes)
    verdict = f"{blocking} failed" if blocking else "nothing fails"
    console.print(Text(f"{len(outcomes)} expectations and the dbt tests: {verdict}, {warned} warn"))
    return 1 if blocking else 0


def _print_failed(console: Console, outcomes: Sequence[Outcome]) -> None:
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in sorted(failed, key=lambda outcome: (not outcome.blocks, outcome.table)):
        mark = ("FAIL ", "bold red") if outcome.blocks else ("warn ", "yellow")
        console.print(
            Text.assemble(
                mark, f"{outcome.table} – {say(outcome)} (found: {outcome.observed};"
                f" demanded: {outcome.expected})",
            )
        )
        console.print(Text(f"     {outcome.why}"))
        for example in outcome.failing_examples:
            console.print(Text(f"     e.g. {example}"))
