"""When a night has nothing to publish."""

from __future__ import annotations

import dagster as dg
import pytest

from ingestion.landing.status import SourceStatus
from orchestration.lib.landing_assets import refuse_empty_night


def make(source_id: str, *, records: int, down: bool, silent: bool = False) -> SourceStatus:
    return SourceStatus(
        source_id=source_id,
        status="stale" if down else "fresh",
        reason="connection refused" if down else "complete",
        last_success_at=None,
        last_attempt_at=None,
        records=records,
        quarantined=0,
        drift_count=0,
        silent=down or silent,
        down=down,
    )


def test_nothing_landed_stops_the_night() -> None:
    with pytest.raises(dg.Failure, match=r"no source holds a good snapshot.*connection refused"):
        refuse_empty_night([make("a", records=0, down=True)], rebuild=False)


def test_every_source_down_stops_the_night_although_old_rows_are_held() -> None:
    statuses = [make("a", records=5, down=True), make("b", records=0, down=True)]
    with pytest.raises(
        dg.Failure, match=r"every source that was asked is down.*last release stands"
    ):
        refuse_empty_night(statuses, rebuild=False)


@pytest.mark.parametrize("other_down", [True, False])
def test_one_source_that_answered_is_enough(other_down: bool) -> None:
    statuses = [make("a", records=5, down=False), make("b", records=5, down=other_down)]
    refuse_empty_night(statuses, rebuild=False)


def test_a_rebuild_asks_nobody_and_is_not_stopped() -> None:
    refuse_empty_night([make("a", records=5, down=True)], rebuild=True)


def test_files_of_yesterday_do_not_make_a_release_when_every_site_is_down() -> None:
    dropped = make("dropped", records=5, down=False, silent=True)
    with pytest.raises(dg.Failure, match="is down"):
        refuse_empty_night([make("site", records=5, down=True), dropped], rebuild=False)


def test_a_home_of_dropped_files_alone_is_never_stopped() -> None:
    refuse_empty_night([make("dropped", records=5, down=False, silent=True)], rebuild=False)
