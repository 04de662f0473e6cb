"""`elo refit`: weights that fit what people answered, with figures from before and after.

Nothing is changed: the new weights are written where one asks for, and go the way of every change
of the project. What does not belong here: the fitting (`matching/refit.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from ingestion.settings import Settings
from matching.refit import PULL, before_and_after, refit
from matching.spec import Spec
from orchestration.lib.dbt_project import PROJECT_DIR
from orchestration.release.answered import read_answered, read_present_spec, write_weights
from orchestration.release.decisions import DECISIONS, DecisionFileError
from orchestration.release.layout import DATABASE, NoReleaseError, resolve_release
from orchestration.release.query import QueryError

_FEWEST = 30


def refit_weights(
    out: Annotated[
        Path | None, typer.Option(help="Write the new weights here, in the form of the seed.")
    ] = None,
    pull: Annotated[
        float, typer.Option(help="How strongly old weights hold against answers.", min=0.001)
    ] = PULL,
) -> None:
    """Fit the weights of the matcher to the answers of `elo review`; figures before and after."""
    settings = Settings.from_env()
    console = Console()
    try:
        database = resolve_release(settings.releases) / DATABASE
        spec = read_present_spec(PROJECT_DIR)
        answered = read_answered(spec, settings.state / DECISIONS, database)
    except (DecisionFileError, NoReleaseError, QueryError) as error:
        typer.echo(f"elo refit: {error}", err=True)
        raise typer.Exit(1) from error
    verdicts = answered.verdicts
    if len(verdicts) < _FEWEST or all(verdicts) or not any(verdicts):
        typer.echo(
            f"elo refit: {len(verdicts)} answered pairs with evidence, {sum(verdicts)} of them yes;"
            f" at least {_FEWEST} of both kinds are needed. `elo review` asks for them",
            err=True,
        )
        raise typer.Exit(1)
    before, after = before_and_after(spec, answered.evidence, verdicts, pull)
    fitted = refit(spec, answered.evidence, verdicts, pull)
    console.print(_changes(spec, fitted))
    console.print(
        f"{len(verdicts)} answers, {sum(verdicts)} yes; {answered.without_evidence} more without"
        " evidence",
        highlight=False,
    )
    for when, fit in (("before", before), ("after, on answers it did not see", after)):
        console.print(
            f"{when}: {fit.right:.3f} on the right side of the border, {fit.loss:.3f} bits of"
            " surprise",
            highlight=False,
        )
    if out is not None:
        write_weights(fitted.features, out)
        console.print(f"written to {out}")


def _changes(old: Spec, new: Spec) -> Table:
    """Weights that moved by a tenth of a bit or more."""
    table = Table("feature", "level", "before", "after", box=None)
    for one, other in zip(old.features, new.features, strict=True):
        moved = dict(other.knots)
        both = [(f"at {at:g}", bits, moved[at]) for at, bits in one.knots]
        both += [(level, bits, other.levels[level]) for level, bits in one.levels.items()]
        both += [("rarity", one.rarity, other.rarity)]
        for level, before, after in both:
            if abs(after - before) >= 0.1:
                table.add_row(one.name, level, f"{before:+.2f}", f"{after:+.2f}")
    return table
