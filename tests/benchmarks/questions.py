"""`make bench-questions`: how long each named question of analysts takes on a large release.

The release is that of a home (`HOME=…`), else one invented night of so many projects. Each question
is asked several times with its own parameters; what counts is the median until the whole answer is
there as Arrow, as pandas, polars or R read it: Python objects of 20,000 rows are not the database's
time. What does not belong here: whether an answer is right (`tests/e2e/test_questions.py`).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection
from rich.console import Console
from rich.table import Table

from orchestration.release.layout import DATABASE, resolve_release
from orchestration.release.query import open_locked
from orchestration.release.questions import Question, read_questions
from tests.benchmarks.about import figures_folder, start_figures

LIMIT_MS = 100.0


@dataclass(frozen=True)
class Pace:
    """How long one question took, in milliseconds, and how many rows it gave.

    `cpu_ms` is that of all its threads: beside other work it says more than the clock.
    """

    number: int
    name: str
    rows: int
    median_ms: float
    slowest_ms: float
    cpu_ms: float

    @property
    def is_slow(self) -> bool:
        """Whether it took longer than is allowed."""
        return self.median_ms > LIMIT_MS


def main() -> None:
    """Measure, print and write; exit 1 where a question is too slow or cannot be asked."""
    arguments = _parse_arguments()
    folder = figures_folder()
    console = Console()
    home = arguments.home or _make_release(folder, arguments.projects, arguments.seed, console)
    connection = open_locked(resolve_release(home / "releases") / DATABASE)
    row = connection.execute("select count(*) from dim_project").fetchone()
    projects = row[0] if row else 0
    tables = connection.execute("select table_name from duckdb_tables()").fetchall()
    held = {name for (name,) in tables}
    questions = read_questions()
    paces = [
        time_question(connection, one, arguments.times)
        for one in questions.values()
        if one.tables <= held
    ]
    path, about = start_figures(folder, arguments.seed, "questions-")
    figures = {**about, "projects": projects, "questions": [vars(pace) for pace in paces]}
    path.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    console.print(_show(paces, projects, arguments.times))
    console.print(f"written to {path}", highlight=False, soft_wrap=True)
    missing = {one.number: sorted(one.tables - held) for one in questions.values()}
    _judge(paces, {number: tables for number, tables in missing.items() if tables}, console)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-questions", description=__doc__)
    parser.add_argument("--home", type=Path, help="a home with a release")
    parser.add_argument("--projects", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=9)
    return parser.parse_args()


def _make_release(folder: Path, projects: int, seed: int, console: Console) -> Path:
    """One invented night; it stays, so that the next run finds it."""
    home = folder / f"questions-{projects}-{seed}"
    if not (home / "releases" / "current").exists():
        console.print(f"an invented night of {projects:,} projects …", highlight=False)
        elo = str(Path(sys.executable).with_name("elo"))
        command = [elo, "demo", "--projects", str(projects), "--seed", str(seed)]
        # 3: released, but a source is not fresh
        code = subprocess.run(command, env={**os.environ, "ELO_HOME": str(home)}, check=False)
        if code.returncode not in (0, 3):
            raise SystemExit(code.returncode)
    return home


def time_question(connection: DuckDBPyConnection, question: Question, times: int) -> Pace:
    """Ask one question so many times, after one that does not count."""
    sql = question.with_values({}, {})
    spent: list[float] = []
    worked: list[float] = []
    rows = 0
    for _ in range(times + 1):
        began, cpu = time.perf_counter(), time.process_time()
        rows = connection.sql(sql).to_arrow_table().num_rows
        spent.append((time.perf_counter() - began) * 1_000)
        worked.append((time.process_time() - cpu) * 1_000)
    clock, cpu_ms = statistics.median(spent[1:]), statistics.median(worked[1:])
    slowest = max(spent[1:])
    return Pace(
        question.number, question.name, rows, round(clock, 1), round(slowest, 1), round(cpu_ms, 1)
    )


def _show(paces: list[Pace], projects: int, times: int) -> Table:
    table = Table(
        title=f"The named questions at {projects:,} projects, {times} times each",
        title_justify="left",
        header_style="bold",
    )
    table.add_column("question")
    for heading in ("rows", "median ms", "slowest ms", "CPU ms"):
        table.add_column(heading, justify="right")
    for pace in paces:
        median = f"{pace.median_ms:.1f}"
        table.add_row(
            pace.name,
            f"{pace.rows:,}",
            f"[red]{median}[/]" if pace.is_slow else median,
            f"{pace.slowest_ms:.1f}",
            f"{pace.cpu_ms:.1f}",
        )
    return table


def _judge(paces: list[Pace], missing: Mapping[int, list[str]], console: Console) -> None:
    for number, tables in missing.items():
        console.print(f"[red]question {number} cannot be asked: no {', '.join(tables)}[/]")
    if slow := [pace.name for pace in paces if pace.is_slow]:
        console.print(f"[red]above {LIMIT_MS:.0f} ms: {', '.join(slow)}[/]")
    if slow or missing:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
