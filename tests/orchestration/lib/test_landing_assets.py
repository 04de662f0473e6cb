"""When a night has nothing to publish."""

from __future__ import annotations

import dagster as dg
import pytest

from ingestion.landing.status import SourceStatus
from orchestration.lib.landing_assets import refuse_empty_night


def make(source_id: str, *, records: int, down: bool) -> SourceStatus:
    return SourceStatus(
        source_id=source_id,
        status="stale" if down else "fresh",
        reason="connection refused" if down else "complete",
        last_success_at=None,
        last_attempt_at=None,
        records=records,
        quarantined=0,
        drift_count=0,
        down=down,
    )


def test_nothing_landed_stops_the_night() -> None:
    with pytest.raises(dg.Failure, match=r"no source holds a good snapshot.*connection refused"):
        refuse_empty_night([make("a", records=0, down=True)], rebuild=False)


def test_every_source_down_stops_the_night_although_old_rows_are_held() -> None:
    statuses = [make("a", records=5, down=True), make("b", records=0, down=True)]
    with pytest.raises(dg.Failure, match=r"every source is down.*last release stands"):
        refuse_empty_night(statuses, rebuild=False)


@pytest.mark.parametrize("other_down", [True, False])
def test_one_source_that_answered_is_enough(other_down: bool) -> None:
    statuses = [make("a", records=5, down=False), make("b", records=5, down=other_down)]
    refuse_empty_night(statuses, rebuild=False)


def test_a_rebuild_asks_nobody_and_is_not_stopped() -> None:
    refuse_empty_night([make("a", records=5, down=True)], rebuild=True)
