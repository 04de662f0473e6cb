"""Tests that share the nights run on one worker: elsewhere the nights would run once more."""

from pathlib import Path

from tests.scheduling import choose_group

ROOT = Path(__file__).parents[1]


def test_every_file_that_asks_for_the_nights_is_in_their_group() -> None:
    asking = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "tests" / "e2e").glob("test_*.py"))
        if "nights: Nights" in path.read_text(encoding="utf-8")
    ]
    assert len(asking) > 5
    assert [path for path in asking if choose_group(f"{path}::test") != "nights"] == []
