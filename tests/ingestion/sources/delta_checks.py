"""What holds of a delta night of any source.

What does not belong here: the nights (`tests/ingestion/delta_nights.py`) and the sites.
"""

from __future__ import annotations

from tests.ingestion.delta_nights import Home


def check_same_as_whole(home: Home, whole: Home) -> None:
    """A home of changes and one of whole loads landed the same, refused and reported the same."""
    assert home.rows() == whole.rows()
    assert home.side("quarantine") == whole.side("quarantine") == 1
    assert home.side("drift") == whole.side("drift")
    assert home.last is not None and whole.last is not None
    assert (home.last.verdict, home.last.counts) == ("good", whole.last.counts)


def check_unchanged_nights(home: Home) -> None:
    """Two more nights of an unchanged site move nothing but the day of the last sight."""
    before = home.rows(evidence=True)
    for _ in range(2):
        assert home.night().base is not None
    after = home.rows(evidence=True)
    assert {row["last_seen_at"] for row in after.values()} == {home.day}
    for row in (*before.values(), *after.values()):
        row.pop("last_seen_at")
    assert after == before
    assert home.snapshots()[-1].counts.landed == 0
