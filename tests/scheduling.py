"""Which tests `make test` runs on one worker, and with which it begins.

A plugin hook of pytest-xdist: its own marker for groups has no effect on this pytest.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

#: Beginning of a path -> what its tests share; the tests of other files share nothing costly.
_TOGETHER = {
    "tests/ui/": "browser",
    "tests/dbt/": "dbt",
    "tests/e2e/test_nights.py": "nights",
    "tests/e2e/test_truth.py": "nights",
    "tests/e2e/test_reconciled.py": "nights",
    "tests/e2e/test_bodies.py": "nights",
    "tests/e2e/test_overlaps.py": "nights",
    "tests/e2e/test_mission.py": "nights",
    "tests/e2e/test_packages.py": "nights",
    "tests/e2e/test_questions.py": "nights",
}
#: Files whose tests share nothing and take long each.
_SPREAD = ("tests/ingestion/test_mutated_pages.py",)
#: The folders that cost most: the workers begin with them.
FIRST = ("ui", "e2e", "dbt")


class ByFixture(LoadScopeScheduling):  # type: ignore[misc]
    """Gives a worker all tests that share a costly fixture, else a file at a time."""

    def _split_scope(self, nodeid: str) -> str:
        return choose_group(nodeid)


def choose_group(nodeid: str) -> str:
    """The group of a test: tests of one group run on one worker."""
    path = nodeid.partition("::")[0]
    if path in _SPREAD:
        return nodeid
    return next((group for start, group in _TOGETHER.items() if path.startswith(start)), path)
