"""`make bench-replay`: archived pages from raw to records, twice, without a socket.

Worlds are collected until their archives hold enough pages. Two processes, each unable to open a
socket, then read all of it; what they land has to be equal to the byte. Every source's rate stands
beside what bare trees of the same pages cost in the same process: figures of a noisy machine say
something as ratios only.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console

from ingestion.settings import Settings
from tests.benchmarks import rates
from tests.benchmarks.about import figures_folder, start_figures
from tests.benchmarks.archive import archive_worlds
from tests.benchmarks.reading import Reading

_PROJECTS = 1_000  # of each world, as in the bars that the parsers are held to


class UnequalReadingsError(RuntimeError):
    """Two readings of one archive landed different bytes; the message names the first files."""


def main() -> None:
    """Collect, read twice, compare, print and write."""
    arguments = _parse_arguments()
    settings = Settings.from_env()
    folder = figures_folder()
    console = Console()
    work = Path(tempfile.mkdtemp(prefix="replay-", dir=folder))
    homes: list[Path] = []
    for home, pages in archive_worlds(
        work,
        pages=arguments.pages,
        projects=arguments.projects,
        seed=arguments.seed,
        as_of=settings.as_of,
    ):
        homes.append(home)
        console.print(f"{home.name}: {pages:,} pages archived", highlight=False)
    readings = read_twice(homes, work)
    path, about = start_figures(folder, arguments.seed, "replay-")
    path.write_text(json.dumps(rates.as_json(readings, about), indent=1), encoding="utf-8")
    console.print(rates.rates(readings))
    console.print(f"Measured once {rates.MEASURED_LIMITS}.", highlight=False)
    console.print(rates.summary(readings))
    console.print(f"written to {path}", highlight=False, soft_wrap=True)
    shutil.rmtree(work)  # it stays for whoever looks into readings that differ


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-replay", description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--projects", type=int, default=_PROJECTS)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def read_twice(homes: Sequence[Path], work: Path) -> dict[str, Reading]:
    """Read archives in two processes and compare what they land.

    Args:
        homes: homes with archives; nothing is written to them.
        work: folder for what is landed; `first` and `second` stay in it.

    Returns:
        By source the reading that took less.

    Raises:
        UnequalReadingsError: a file differs, or is there once only.
        subprocess.CalledProcessError: a reading failed, by a socket too.
    """
    first, second = (_read(name, homes, work) for name in ("first", "second"))
    if unlike := list(find_unlike(work / "first", work / "second")):
        raise UnequalReadingsError(f"{len(unlike)} files differ: {', '.join(unlike[:5])}")
    return rates.better(first, second)


def _read(name: str, homes: Sequence[Path], work: Path) -> dict[str, Reading]:
    figures = work / f"{name}.json"
    command = [sys.executable, "-m", Reading.__module__]
    command += [str(path) for path in (work / name, figures, *homes)]
    # hashes of text differ by process, so an order that hangs on them shows
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "random"}, check=True)
    found = json.loads(figures.read_text(encoding="utf-8"))
    return {source: Reading(**reading) for source, reading in found.items()}


def find_unlike(first: Path, second: Path) -> Iterator[str]:
    """Landed files that two readings do not share byte by byte."""
    ours, theirs = _landed(first), _landed(second)
    for name in sorted(ours.keys() | theirs.keys()):
        both = name in ours and name in theirs
        if not both or ours[name].read_bytes() != theirs[name].read_bytes():
            yield name


def _landed(folder: Path) -> dict[str, Path]:
    """Landed files by their path below a folder."""
    return {
        str(path.relative_to(folder)): path
        for path in folder.glob("*/landing/**/*")
        if path.is_file()
    }


if __name__ == "__main__":
    main()
