"""Dropped files are collected when they arrive, and not only at night.

What does not belong here: which file of a folder stands for its kind (`ingestion/drops.py`).
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import dagster as dg

from ingestion.drops import find_drops
from ingestion.registry import find_sources
from ingestion.settings import HELSINKI, Settings
from ingestion.spec import SourceSpec
from orchestration.defs.jobs import collect
from orchestration.lib.instance import BATCH_TAG, SOURCE_TAG
from orchestration.lib.source_assets import raw_key, records_key

#: A file that changed within this many seconds may still be being copied.
_SETTLED_S = 20


@dg.sensor(
    job=collect,
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Collects a source when a file was dropped for it; a build follows.",
)
def collect_dropped(context: dg.SensorEvaluationContext) -> Iterator[dg.RunRequest | dg.SkipReason]:
    """One collect run for each source whose drop folder holds something new."""
    settings = Settings.from_env()
    seen: dict[str, str] = json.loads(context.cursor) if context.cursor else {}
    batch = f"{datetime.now(tz=HELSINKI):%Y-%m-%d %H:%M:%S}"
    arrived = []
    for source in find_sources().values():
        state = _describe(settings.drop / source.id, source.spec)
        if state is None or state == seen.get(source.id):
            continue
        seen[source.id] = state
        arrived.append(source.id)
        yield dg.RunRequest(
            run_key=f"drop:{source.id}:{state}",
            asset_selection=[raw_key(source.id), records_key(source.id)],
            tags={BATCH_TAG: batch, SOURCE_TAG: source.id},
        )
    context.update_cursor(json.dumps(seen))
    if not arrived:
        yield dg.SkipReason(f"no new file below {settings.drop}")


def _describe(folder: Path, spec: SourceSpec) -> str | None:
    """Names, sizes and times of what lies in a drop folder; None while it is empty or at work."""
    stats = [(file.path.name, file.path.stat()) for file in find_drops(folder, spec.drop)]
    now = datetime.now(tz=HELSINKI).timestamp()
    if not stats or any(0 <= now - stat.st_mtime < _SETTLED_S for _, stat in stats):
        return None
    told = "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in sorted(stats))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
