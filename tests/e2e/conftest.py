"""The nights that the end-to-end tests share: they run once a session."""

from __future__ import annotations

import pytest

from ingestion.sandbox.agreement import Stated
from orchestration.cli.stated import read_stated
from tests.e2e.nights import Nights, run_nights


@pytest.fixture(scope="session")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    """The nights of one home, finished; no server runs any more."""
    return run_nights(tmp_path_factory.mktemp("nights"))


@pytest.fixture(scope="session")
def stated(nights: Nights) -> Stated:
    """What the first release says."""
    released = nights.results["first"].released
    assert released is not None
    return read_stated(released / "elo.duckdb", nights.home / "landing")
