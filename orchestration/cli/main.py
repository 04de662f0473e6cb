"""The `elo` command: assembles the verbs, nothing else."""

from __future__ import annotations

import typer

from ingestion.settings import SettingsError
from orchestration.cli import sandbox, source
from orchestration.cli.ask import ask
from orchestration.cli.check import check
from orchestration.cli.console import err
from orchestration.cli.demo import demo
from orchestration.cli.dev import dev
from orchestration.cli.docs import docs
from orchestration.cli.explain import explain
from orchestration.cli.read import read
from orchestration.cli.refit import refit_weights
from orchestration.cli.refresh import refresh
from orchestration.cli.review import review
from orchestration.cli.sql import sql

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    help="The ELO fact base: which guidance projects exist, with what money, and what came of it.",
)
app.command()(demo)
app.command()(refresh)
app.command()(sql)
app.command()(ask)
app.command()(explain)
app.command()(review)
app.command("refit")(refit_weights)
app.command()(check)
app.command()(read)
app.command()(dev)
app.command()(docs)
app.add_typer(sandbox.app, name="sandbox")
app.add_typer(source.app, name="source")


def main() -> None:
    """Entry point of the script `elo`."""
    try:
        app()
    except SettingsError as error:
        err.print(f"[bold red]elo:[/] {error}", highlight=False)
        raise SystemExit(2) from error
