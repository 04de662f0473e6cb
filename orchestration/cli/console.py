"""What all verbs share in a terminal: consoles, progress and how an error is said.

What does not belong here: anything a verb does.
"""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from orchestration.lib.progress import watch

#: Results go to standard output, everything about the way there to standard error.
out = Console()
err = Console(stderr=True)


def how_to_call() -> str:
    """What to type for this command here: `elo` where the shell finds it, else its path."""
    called = Path(sys.argv[0])
    if shutil.which("elo") or called.name != "elo":
        return "elo"
    path = called.absolute()
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def fail(message: str, *, code: int, hint: str | None = None) -> NoReturn:
    """End the command with a message that says what to do."""
    err.print(f"[bold red]elo:[/] {message}", highlight=False)
    if hint:
        err.print(f"      {hint}", highlight=False)
    raise typer.Exit(code)


def say(note: str) -> None:
    """A remark about an answer, beside it and not in it."""
    err.print(note, style="yellow", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def show_progress() -> Iterator[None]:
    """One line a task while long work goes on; plain lines where no terminal watches."""
    with _quiet_libraries():
        if not err.is_terminal:
            with watch(_plain_sink()):
                yield
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description:<26}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=err, transient=True) as progress:
            tasks: dict[str, TaskID] = {}

            def sink(task: str, done: int, total: int) -> None:
                if task not in tasks:
                    tasks[task] = progress.add_task(task)
                progress.update(tasks[task], completed=done, total=total or None)

            with watch(sink):
                yield


def _plain_sink() -> PlainSink:
    return PlainSink()


class PlainSink:
    """Says when a task begins and when it is done, for logs of nights that nobody watches."""

    def __init__(self) -> None:
        self._open: set[str] = set()

    def __call__(self, task: str, done: int, total: int) -> None:
        """Report one step of a task."""
        if done and done == total:
            self._open.discard(task)
            err.print(f"{task}: {done} done", highlight=False)
        elif task not in self._open:
            self._open.add(task)
            err.print(f"{task} …", highlight=False)


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Keep Dagster's event stream out of the terminal; it is all in the event log."""
    loggers = [logging.getLogger(name) for name in ("dagster", "dbt", "alembic")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
