"""`make bench-matching`: quality and cost of the matcher on labelled sets, splink beside it.

A set is a folder with `mapping.yml`, `left.csv`, `right.csv` and `truth.csv`; the README here says
what a mapping may hold. Each matcher runs in a fresh process; CPU seconds and memory are the
kernel's account of it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from ingestion.settings import Settings
from matching.meaning import is_installed
from tests.benchmarks.about import start_figures
from tests.benchmarks.matching.sets import HERE
from tests.benchmarks.measure import MeasuredRunError, measure

ROOT = Path(__file__).parents[3]
_SHARED = ROOT.parent / "shared" / "benchmarks"
_FIGURES = (
    "f1", "precision", "recall", "b_cubed", "largest_false", "candidate_recall",
    "pairs_a_record", "link_precision", "link_recall", "cpu_s", "peak_mb",
)  # fmt: skip


def main() -> None:
    """Run, print and write."""
    parser = argparse.ArgumentParser(prog="make bench-matching", description=__doc__)
    parser.add_argument("--sets", type=Path, default=HERE / "sets", help="folder of sets")
    parser.add_argument("--data", type=Path, default=_SHARED, help="where `folder:` begins")
    parser.add_argument(
        "--growth", type=int, nargs="*", default=[], help="records of invented sets"
    )
    parser.add_argument("--alone", action="store_true", help="without splink")
    arguments = parser.parse_args()
    console = Console()
    folders = sorted(path.parent for path in arguments.sets.glob("*/mapping.yml"))
    if not folders:
        console.print(f"no folder with a mapping.yml below {arguments.sets}")
        raise SystemExit(2)
    output = Settings.from_env().home / "bench"
    output.mkdir(parents=True, exist_ok=True)
    path, about = start_figures(output, 0)
    found: dict[str, dict[str, Any]] = {}
    for folder in folders:
        mapping = (folder / "mapping.yml").read_text(encoding="utf-8")
        matchers = ["ours"]
        if is_installed() and "kind: meaning" in mapping:
            matchers.append("semantic")
        for who in matchers if arguments.alone else [*matchers, "splink"]:
            found.setdefault(folder.name, {})[who] = _run(who, folder, arguments.data, console)
        path.write_text(json.dumps({**about, "matching": found}, indent=1), encoding="utf-8")
    _tell(console, found, path)
    if arguments.growth:
        sizes = [_grow(size, arguments.data, console) for size in sorted(arguments.growth)]
        about["growth"] = sizes
        path.write_text(json.dumps({**about, "matching": found}, indent=1), encoding="utf-8")
        _tell_growth(console, sizes)


def _grow(size: int, data: Path, console: Console) -> dict[str, Any]:
    """Cost of matching that many records; quality is not asked here."""
    console.print(f"{size:,} records …", highlight=False)
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "log"
        command = [sys.executable, "-m", "tests.benchmarks.matching.growth", str(size)]
        cost = measure([*command, str(data.resolve())], env={"PYTHONPATH": str(ROOT)}, log=log)
        figures: dict[str, Any] = json.loads(log.read_text().strip().splitlines()[-1])
        return {**figures, "cpu_s": round(cost.cpu_s, 2), "peak_mb": round(cost.peak_mb)}


def _tell_growth(console: Console, sizes: list[dict[str, Any]]) -> None:
    for one in sizes:
        console.print(
            f"{one['records']:>9,} records  {one['pairs']:>10,} pairs  {one['match_cpu_s']:>8}"
            f" CPU s of {one['cpu_s']} with start and reading  {one['peak_mb']:>6,} MB",
            highlight=False,
        )
    if len(sizes) > 1:
        first, last = sizes[0], sizes[-1]
        exponent = math.log(last["match_cpu_s"] / first["match_cpu_s"]) / math.log(
            last["records"] / first["records"]
        )
        console.print(f"CPU grows with records to the power of {exponent:.2f}", highlight=False)


def _run(who: str, folder: Path, data: Path, console: Console) -> dict[str, Any]:
    console.print(f"{folder.name}: {who} …", highlight=False)
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "log"
        command = [sys.executable, "-m", "tests.benchmarks.matching.run", who]
        try:
            cost = measure(
                [*command, str(folder.resolve()), str(data.resolve())],
                env={"PYTHONPATH": str(ROOT)},
                log=log,
            )
        except MeasuredRunError as error:
            console.print(f"  failed: {error}\n{log.read_text(errors='replace')[-800:]}")
            return {"failed": str(error)}
        figures: dict[str, Any] = json.loads(log.read_text().strip().splitlines()[-1])
        return {**figures, "cpu_s": round(cost.cpu_s, 2), "peak_mb": round(cost.peak_mb)}


def _tell(console: Console, found: dict[str, dict[str, Any]], path: Path) -> None:
    table = Table(title="matching", box=None)
    for name in ("set", "matcher", *_FIGURES):
        table.add_column(name.replace("_", " "), justify="left" if name == "set" else "right")
    for name, by_matcher in found.items():
        for who, figures in by_matcher.items():
            cells = [_cell(figures.get(figure)) for figure in _FIGURES]
            table.add_row(name, who, *(["failed"] if "failed" in figures else cells))
    Console(width=200).print(table)
    console.print(f"written to {path}")


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) and value <= 1 else f"{value:g}"


if __name__ == "__main__":
    main()
