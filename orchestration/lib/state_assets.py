"""`state/<table>`: what survives every rebuild, as the graph shows it beside landing.

The release writes these tables and the next build reads them; as one graph that would be a
circle, so they stand for themselves and only tell what was written. Beside them stand the files
that people write. What does not belong here:
how state is written back (`orchestration/release/state.py`).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import dagster as dg

from orchestration.release.decisions import DECISIONS, PINS
from orchestration.release.state import STATE_TABLES

GROUP = "state"

_DESCRIPTIONS = {
    "entity": "Every project id ever given, and where a merged one leads.",
    "membership": "Which record belonged to which project, and when.",
    "event": "What happened to ids: created, merged, split.",
    "change_log": "How each release differs from the one before it.",
    "published": "Every value that was ever published, and the days between which it stood.",
    "facts": "When each version of a value was first and last seen, and which bytes showed it.",
}
#: Files of the state that people write and every build reads.
_OF_PEOPLE = {
    DECISIONS: "What people decided about pairs of records; appended by `elo review`.",
    PINS: "Ids that people pinned, so that they never move.",
}


def state_key(file: str) -> dg.AssetKey:
    """Asset key of a file of the state; the dbt source that reads it carries the same."""
    return dg.AssetKey([GROUP, Path(file).stem])


def build_state_specs() -> list[dg.AssetSpec]:
    """One asset a table of the state and a file of people, that no run of its own makes."""
    tables = {file: _DESCRIPTIONS.get(Path(file).stem) for file in STATE_TABLES}
    return [
        dg.AssetSpec(
            state_key(file),
            group_name=GROUP,
            kinds={Path(file).suffix.removeprefix(".")},
            description=description,
        )
        for file, description in {**tables, **_OF_PEOPLE}.items()
    ]


def describe_state(counts: Mapping[str, int], folder: Path) -> Iterator[dg.AssetMaterialization]:
    """What the write-back of a release left in the state.

    Args:
        counts: file -> rows, as `write_back` returns them.
        folder: `$ELO_HOME/state`.
    """
    for file, rows in counts.items():
        yield dg.AssetMaterialization(
            state_key(file),
            metadata={
                "dagster/row_count": rows,
                "file": dg.MetadataValue.path(str(folder / file)),
            },
        )
