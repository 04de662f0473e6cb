"""The `quality/` page of a release: what was checked, what failed, what is missing and why.

One HTML file with its style inside: it asks no other host for anything and reads well on paper.
`quality.json` holds the same for programs. What does not belong here: judging and counting.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from expectations.coverage import Coverage, measure_coverage
from expectations.outcome import Outcome
from expectations.wording import say

_TEMPLATES = Path(__file__).parent / "templates"


def render(outcomes: Sequence[Outcome], database: Path, out_dir: Path) -> Path:
    """Write `index.html` and `quality.json` into `out_dir` and return the page.

    Args:
        outcomes: what the suites found; may be empty, and the page then says so.
        database: the release file, for the figures of coverage.
        out_dir: the folder `quality` of a generation; it is made if it is not there.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    coverage = measure_coverage(database)
    page = out_dir / "index.html"
    page.write_text(_page(outcomes, coverage), encoding="utf-8")
    body = {
        "outcomes": [asdict(outcome) for outcome in outcomes],
        "coverage": coverage.as_json(),
    }
    text = json.dumps(body, ensure_ascii=False, indent=1, default=str)
    (out_dir / "quality.json").write_text(text + "\n", encoding="utf-8")
    return page


def _page(outcomes: Sequence[Outcome], coverage: Coverage) -> str:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["say"] = say
    environment.filters["thousands"] = lambda number: f"{number:,}".replace(",", " ")
    failed = [outcome for outcome in outcomes if not outcome.passed]
    ordered = sorted(outcomes, key=lambda outcome: outcome.table)
    return environment.get_template("quality.html.j2").render(
        done=len(outcomes),
        blocking=[outcome for outcome in failed if outcome.severity == "block"],
        warned=[outcome for outcome in failed if outcome.severity == "warn"],
        tables=[(table, list(rows)) for table, rows in groupby(ordered, lambda o: o.table)],
        coverage=coverage,
    )
