"""Nights of one source against a site that changes between them; tests read what landed.

What does not belong here: assertions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ingestion.archive.snapshot import SnapshotInfo, list_snapshots
from ingestion.collect import collect
from ingestion.landing.current import part_path, promote
from ingestion.landing.history import Outcome, read_side
from ingestion.landing.tables import QUARANTINE, read_table
from ingestion.records import landing_schema
from ingestion.registry import Source, get_source
from ingestion.replay import parse_and_land, usable_snapshots
from ingestion.sandbox.replica import Replica
from ingestion.sandbox.server import Served
from ingestion.settings import Settings
from ingestion.spec import Delta

FIRST_DAY = date(2026, 11, 2)
RECHECK_DAYS = 7
#: Which answer stands for a value, and where in it: a delta and a whole load differ in that.
_EVIDENCE = ("content_sha256", "retrieved_at", "locator")

Rows = dict[tuple[str, str, str], dict[str, Any]]


@dataclass
class Home:
    """One home in which nights of one source are run.

    Attributes:
        last: outcome of the newest night that could be parsed.
    """

    path: Path
    source: Source
    url: str
    day: date = FIRST_DAY
    last: Outcome | None = None

    @property
    def settings(self) -> Settings:
        """Of the night to come."""
        return Settings(
            home=self.path,
            as_of=self.day,
            crawl_delay_s=0.0,
            url_overrides={self.source.id: self.url},
        )

    def night(self, after_days: int = 1) -> SnapshotInfo:
        """Collect, parse and promote; returns the snapshot that came of it."""
        self.day += timedelta(days=after_days)
        info = collect(self.source, self.settings)
        if info.outcome != "failed":
            newest = usable_snapshots(self.settings, self.source.id)[-1:]
            self.last = parse_and_land(self.source, self.settings, newest)
        promote(self.settings.landing, self.source.id)
        return info

    def snapshots(self) -> list[SnapshotInfo]:
        """All there are, those that failed too."""
        return list_snapshots(self.settings.raw / self.source.id)

    def rebuild(self) -> None:
        """Read the whole archive again and fold it from nothing."""
        parse_and_land(self.source, self.settings, usable_snapshots(self.settings, self.source.id))
        promote(self.settings.landing, self.source.id, rebuild=True)

    def rows(self, *, evidence: bool = False) -> Rows:
        """What landed, by kind, record and part."""
        found: Rows = {}
        for kind in self.source.spec.kinds:
            path = part_path(self.settings.landing, kind, self.source.id)
            for row in read_table(path, landing_schema(kind)).to_pylist():
                key = (kind, str(row["native_id"]), str(row["part"]))
                left_out = () if evidence else _EVIDENCE
                found[key] = {name: row[name] for name in row if name not in left_out}
        return found

    def refused(self) -> list[dict[str, Any]]:
        """What the newest night has in quarantine, with its evidence."""
        assert self.last is not None
        return read_side(self.settings.landing, self.last, "quarantine", QUARANTINE).to_pylist()

    def side(self, name: str) -> int:
        """Rows that the newest night has in quarantine, or its count of drift."""
        assert self.last is not None
        return self.last.quarantined if name == "quarantine" else self.last.drift_count


def tuned(
    source_id: str, *, whole_only: bool = False, from_pages: int = 1, **options: Any
) -> Source:
    """A source that asks for changes after a whole load of so many pages, or never."""
    source = get_source(source_id)
    delta = None if whole_only else Delta(recheck_days=RECHECK_DAYS, from_pages=from_pages)
    merged = {**source.spec.options, **options}
    spec = source.spec.model_copy(update={"delta": delta, "options": merged})
    return replace(source, spec=spec)


@contextmanager
def serve(source_id: str, site: Replica) -> Iterator[str]:
    """The site on loopback; gives its base URL."""
    with Served({source_id: site}) as served:
        yield served.urls[source_id]
