"""Fixtures of all tests: a home of their own, a fixed day, no way out of this machine."""

from __future__ import annotations

import os
import socket
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from ingestion.settings import Settings
from tests.scheduling import FIRST, ByFixture

AS_OF = date(2026, 11, 24)
#: Reference data and published schemas, beside the checkout.
SHARED = Path(__file__).parents[2] / "shared"
REAL_LIST = SHARED / "data" / "eura2014" / "projektilista_raw.csv"
# these machines are noisy: how long an example takes says nothing about the code
hypothesis.settings.register_profile(
    "noisy", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("noisy")

_TESTS = Path(__file__).parent
_REQUIRE_ALL = os.environ.get("ELO_REQUIRE_ALL") == "1"


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting to anything but this machine is an error."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if not (host.startswith("127.") or host in ("::1", "localhost")):
                raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the developer's shell says must not decide a test."""
    for name in list(os.environ):
        if name.startswith("ELO_") and name != "ELO_REQUIRE_ALL":
            monkeypatch.delenv(name)
    monkeypatch.setenv("ELO_AS_OF", AS_OF.isoformat())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty ELO_HOME."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ELO_HOME", str(folder))
    return folder


@pytest.fixture
def settings(home: Path) -> Settings:
    """Settings of the empty home on the fixed day."""
    return Settings(home=home, as_of=AS_OF, crawl_delay_s=0.0)


@pytest.fixture(scope="session")
def real_list() -> Path:
    """The real EURA 2014 list, where the data folder lies beside the checkout."""
    if not REAL_LIST.exists():
        pytest.skip(f"the real register list is not there: {REAL_LIST}")
    return REAL_LIST


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    ranks = {name: rank for rank, name in enumerate(FIRST)}
    items.sort(key=lambda item: ranks.get(item.path.relative_to(_TESTS).parts[0], len(ranks)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFixture:
    """Tests side by side, those of one costly fixture on one worker."""
    return ByFixture(config, log)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything can be installed, a skipped test is a failed run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if _REQUIRE_ALL and skipped:
        reporter.ensure_newline()
        reporter.write_line(f"ELO_REQUIRE_ALL: {len(skipped)} tests were skipped", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
