"""`make mutations`: spoils copies of a release and shows what `elo check` stops, and by what.

What does not belong here: the ways to spoil it (`corruptions.yml`).
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import duckdb
import yaml
from rich.console import Console

from orchestration.cli.check import check_database
from orchestration.lib.dbt_tests import run_dbt_tests

_LIST = Path(__file__).with_name("corruptions.yml")


@dataclass(frozen=True)
class Corruption:
    """One way to spoil a release, and the check that is meant to stop it."""

    name: str
    sql: str
    stopped_by: str


def read_corruptions() -> list[Corruption]:
    """The list, with the choice of rows written out for its seed."""
    body = yaml.safe_load(_LIST.read_text(encoding="utf-8"))
    chosen = rf"(hash(\1 || '{body['seed']}') % 10 = 0)"
    return [
        Corruption(row["name"], re.sub(r"SOME\((\w+)\)", chosen, row["sql"]), row["stopped_by"])
        for row in body["corruptions"]
    ]


def failures(database: Path) -> list[str]:
    """What `elo check` prints after FAIL; empty exactly when it would exit with 0."""
    out = StringIO()
    code = check_database(database, run_dbt_tests, Console(file=out, width=400, soft_wrap=True))
    lines = [line[5:] for line in out.getvalue().splitlines() if line.startswith("FAIL ")]
    if (code == 0) != (not lines):
        raise AssertionError(f"exit code {code} beside {len(lines)} failures")
    return lines


def spoil(release: Path, corruption: Corruption, folder: Path) -> Path:
    """A spoilt copy of a release file.

    Raises:
        AssertionError: the corruption changed no row, so nobody can notice it.
    """
    copy = folder / "elo.duckdb"
    shutil.copyfile(release, copy)
    changed = 0
    connection = duckdb.connect(str(copy))
    try:
        for statement in corruption.sql.split(";"):
            # the indexes of primary keys would refuse what a published file can hold all the same
            row = connection.execute(statement).fetchone()
            changed += int(row[0]) if row else 0
    finally:
        connection.close()
    if not changed:
        raise AssertionError(f"{corruption.name}: no row was changed")
    return copy


def try_one(release: Path, corruption: Corruption) -> tuple[bool, bool, list[str]]:
    """Whether a corruption is stopped, whether by the check meant for it, and all that fails."""
    with tempfile.TemporaryDirectory(prefix="elo-mutation-") as folder:
        found = failures(spoil(release, corruption, Path(folder)))
    as_meant = any(line.startswith(corruption.stopped_by) for line in found)
    return bool(found), as_meant, found


def main() -> int:
    """Try all of the list, print a table, and fail when more than one gets through."""
    parser = argparse.ArgumentParser(prog="make mutations")
    parser.add_argument("database", type=Path)
    parser.add_argument("--only", type=int, help="this many, evenly spread")
    options = parser.parse_args()
    corruptions = read_corruptions()
    step = max(1, len(corruptions) // options.only) if options.only else 1
    good = failures(options.database)
    if good:
        sys.stdout.write("\n  ".join(["the release itself fails:", *good]) + "\n")
        return 1
    tried = meant = 0
    for corruption in corruptions[::step]:
        stopped, as_meant, found = try_one(options.database, corruption)
        tried, meant = tried + 1, meant + as_meant
        word = "as meant" if as_meant else "by another check" if stopped else "NOT STOPPED"
        sys.stdout.write(f"{corruption.name:50} {word:18} {len(found):3} fail: {found[:1]}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{meant} of {tried} stopped by the check meant for it\n")
    return 0 if meant >= tried - 1 else 1


if __name__ == "__main__":
    sys.exit(main())
