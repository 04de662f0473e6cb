"""`elo check`: every dbt test and every expectation suite on one release database.

What does not belong here: how the tests are run (`orchestration/lib/dbt_tests.py`,
`expectations/runner.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
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
    database: Annotated[
        Path | None,
        typer.Option("--database", help="The file to check; without it the current release."),
    ] = None,
) -> None:
    """Run all dbt tests and expectation suites on a release database and name what fails."""
    try:
        chosen = database or resolve_release(Settings.from_env().releases) / DATABASE
    except NoReleaseError as error:
        typer.echo(f"elo check: {error}", err=True)
        raise typer.Exit(1) from error
    if not chosen.is_file():
        typer.echo(f"elo check: there is no file {chosen}", err=True)
        raise typer.Exit(2)
    from orchestration.lib.dbt_tests import DbtTestsError, run_dbt_tests

    try:
        code = check_database(chosen, run_dbt_tests, Console(soft_wrap=True))
    except DbtTestsError as error:
        typer.echo(f"elo check: {error}", err=True)
        raise typer.Exit(1) from error
    raise typer.Exit(code)


def check_database(
    database: Path, run_dbt_tests: RunDbtTests, console: Console, previous: Path | None = None
) -> int:
    """Check a database, name what fails, and return the exit code: 0 or 1.

    Args:
        database: the file to check; it is only read.
        run_dbt_tests: runs the dbt tests and returns a line for each that fails.
        console: where to write.
        previous: an older release to compare with.
    """
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
        found = f"(found: {outcome.observed}; demanded: {outcome.expected})"
        console.print(Text.assemble(mark, f"{outcome.table} – {say(outcome)} {found}"))
        console.print(Text(f"     {outcome.why}"))
        for example in outcome.failing_examples:
            console.print(Text(f"     e.g. {example}"))
