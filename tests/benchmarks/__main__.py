"""`make bench`: what a night costs, how that grows, and how much of it is orchestration.

For each size a world is served by a process of its own. The night is `elo refresh` in an empty
home; the plain side (`plain.py`) does the same work from there as plain calls in one process.
Each is a fresh process; what counts is CPU time, user and system, children included.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from ingestion.settings import Settings
from orchestration.lib.dbt_project import load_project
from orchestration.release.layout import read_manifest, resolve_release
from tests.benchmarks import figures
from tests.benchmarks.about import figures_folder, start_figures
from tests.benchmarks.measure import Cost, measure
from tests.benchmarks.sandbox import serve
from tests.benchmarks.warehouse import find_artefacts

ROOT = Path(__file__).parents[2]
PACKAGES = ("ingestion", "orchestration", "expectations", "tests/benchmarks")


def main() -> None:
    """Measure, print and write."""
    arguments = _parse_arguments()
    settings = Settings.from_env()
    folder = figures_folder()
    console = Console()
    bytecode = _compile(folder / "bytecode")
    load_project()  # a night finds the dbt project parsed
    path, about = start_figures(folder, arguments.seed)
    sizes: list[figures.Size] = []
    for projects in sorted(arguments.sizes):
        sizes.append(_measure_size(projects, arguments.seed, settings, bytecode, console))
        # the largest size takes longest: what was measured before it is kept whatever becomes of it
        path.write_text(json.dumps(figures.as_json(sizes, about), indent=1), encoding="utf-8")
    _tell(console, sizes, path)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _compile(folder: Path) -> dict[str, str]:
    """Compile all modules once: the first import after an installation is no cost of a night."""
    env = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    paths = sysconfig.get_paths()
    # the standard library's own tests hold code that Python warns of
    command = [sys.executable, "-W", "ignore", "-m", "compileall", "-q", "-j", "0"]
    command += [paths["stdlib"], paths["purelib"], *(str(ROOT / name) for name in PACKAGES)]
    # some packages ship files for other Pythons; what cannot be compiled is never imported
    subprocess.run(command, env={**os.environ, **env}, check=False, stdout=subprocess.DEVNULL)
    return env


def _measure_size(
    projects: int, seed: int, settings: Settings, bytecode: Mapping[str, str], console: Console
) -> figures.Size:
    """Both ways, each against a server of its own: stamps in its pages count requests."""
    given = {**bytecode, "ELO_CRAWL_DELAY_S": "0", "ELO_AS_OF": settings.as_of.isoformat()}
    runs: list[figures.Run] = []
    work = Path(tempfile.mkdtemp(prefix="work-", dir=settings.home / "bench"))
    for name, run in (("night", _run_night), ("plain calls", _run_plain)):
        console.print(f"{projects:,} projects: {name} …", highlight=False)
        with serve(projects, seed, settings.as_of) as served:
            runs.append(run(work, {**given, **served}))
    size = figures.Size(projects, *runs)
    # it stays for whoever looks into a run that failed, or into two that differ
    if size.is_same_work:
        shutil.rmtree(work)
    return size


def _run_night(work: Path, env: Mapping[str, str]) -> figures.Run:
    home = work / "night"
    # 3: released, but a source is not fresh; the work is done all the same
    cost, said = _measure("night", work, {**env, "ELO_HOME": str(home)}, accepted=(0, 3))
    release = read_manifest(resolve_release(home / "releases"))
    return figures.Run(cost, said["stages"], release["warehouse_hash"], release["counts"])


def _run_plain(work: Path, env: Mapping[str, str]) -> figures.Run:
    home = work / "plain"
    artefacts = find_artefacts(work / "night")
    cost, said = _measure("plain", work, {**env, "ELO_HOME": str(home)}, str(artefacts))
    release = read_manifest(resolve_release(home / "releases"))
    return figures.Run(cost, said["stages"], said["warehouse_hash"], release["counts"])


def _measure(
    name: str,
    work: Path,
    env: Mapping[str, str],
    *arguments: str,
    accepted: tuple[int, ...] = (0,),
) -> tuple[Cost, dict[str, Any]]:
    said = work / f"{name}.json"
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments, str(said)]
    cost = measure(command, env=env, log=work / f"{name}.log", accepted=accepted)
    return cost, json.loads(said.read_text(encoding="utf-8"))


def _tell(console: Console, sizes: list[figures.Size], path: Path) -> None:
    console.print(figures.totals(sizes))
    console.print(figures.stages(sizes))
    console.print(f"written to {path}", highlight=False, soft_wrap=True)
    if odd := [f"{size.projects:,}" for size in sizes if not size.is_same_work]:
        console.print(
            f"[red]Night and plain calls released different facts at {', '.join(odd)};"
            f" both stay in {path.parent}.[/]"
        )
        raise SystemExit(1)


if __name__ == "__main__":
    main()
