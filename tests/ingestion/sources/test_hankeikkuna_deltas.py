"""Nights that ask the register for changes land what a whole night would have landed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ingestion.delta_nights import RECHECK_DAYS, Home, serve, tuned
from tests.ingestion.sources.delta_checks import check_same_as_whole, check_unchanged_nights
from tests.ingestion.sources.hankeikkuna_register import Register

PAGE = 4


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def url(register: Register) -> Iterator[str]:
    with serve("hankeikkuna", register) as served:
        yield served


@pytest.fixture
def home(tmp_path: Path, url: str) -> Home:
    """Asks for changes; the first night is done."""
    made = Home(tmp_path / "delta", tuned("hankeikkuna", page_size=PAGE), url)
    assert made.night().base is None
    return made


@pytest.fixture
def whole(tmp_path: Path, url: str) -> Home:
    """Its twin that reads everything every night."""
    source = tuned("hankeikkuna", page_size=PAGE, whole_only=True)
    made = Home(tmp_path / "whole", source, url)
    made.night()
    return made


def _change_world(register: Register) -> None:
    """New, renamed and moved items; a milestone that goes and one that was damaged."""
    register.put(31, "2026-11-03T10:00:00")
    register.put(32, "2026-11-03T10:00:00", tyyppi="TOIMIELIN")
    register.put(5, "2026-11-03T11:00:00.250", nimi={"fi": "Uusi nimi"}, etapit=[])
    register.put(6, "2026-11-02T23:59:59", tila="PAATTYNYT", valmistumisPaiva="2026-11-01")
    register.put(7, "2026-11-03T12:00:00", aloitusPaiva="2026-02-30")


def _asked_since(register: Register) -> list[str]:
    return [body["muokattuPaivaAlku"] for body in register.asked if "muokattuPaivaAlku" in body]


def test_a_delta_lands_what_a_whole_night_lands(
    home: Home, whole: Home, register: Register
) -> None:
    _change_world(register)
    before = len(register.asked)
    info = home.night()
    whole_pages = -(-len(register.items) // PAGE)
    assert info.base == home.snapshots()[0].id
    assert info.since == "2026-10-27T00:00:00"
    assert len(register.asked) - before < whole_pages
    whole.night()
    check_same_as_whole(home, whole)


def test_an_unchanged_delta_night_changes_nothing(home: Home) -> None:
    check_unchanged_nights(home)


def test_a_recheck_of_what_did_not_change_stores_nothing(home: Home) -> None:
    *_, last = [home.night() for _ in range(RECHECK_DAYS)]
    assert (last.base, last.counts.landed) == (None, 0)


def test_what_the_whole_load_reported_as_unknown_is_not_counted_twice(
    tmp_path: Path, url: str, register: Register
) -> None:
    register.put(27, "2026-10-28T09:00:00", uusiAvain="x")
    made = Home(tmp_path / "odd", tuned("hankeikkuna", page_size=PAGE), url)
    made.night()
    first = made.side("drift")
    assert made.night().base is not None
    assert made.side("drift") == first > 0


def test_what_is_read_twice_in_the_overlap_is_no_new_version(
    home: Home, register: Register
) -> None:
    _change_world(register)
    home.night()
    first = home.rows(evidence=True)
    home.night()
    for key, row in home.rows(evidence=True).items():
        assert {**row, "last_seen_at": None} == {**first[key], "last_seen_at": None}


def test_a_changed_item_keeps_its_first_day_and_gets_new_evidence(
    home: Home, register: Register
) -> None:
    key = next(
        k for k, row in home.rows().items() if k[0] == "project" and row["name"] == "Hanke 5"
    )
    before = home.rows(evidence=True)[key]
    register.put(5, "2026-11-03T11:00:00", nimi={"fi": "Uusi nimi"})
    home.night()
    after = home.rows(evidence=True)[key]
    assert after["name"] == "Uusi nimi"
    assert after["first_seen_at"] == before["first_seen_at"]
    assert after["content_sha256"] != before["content_sha256"]


def test_a_deleted_item_is_noticed_the_same_night(home: Home, register: Register) -> None:
    """The total of everything differs, so the night loads whole."""
    assert home.night().base is not None
    seen = home.day
    del register.items[9]
    info = home.night()
    assert info.base is None
    assert "29 things in all, 30 with these changes" in str(home.snapshots()[-2].summary)
    gone = {key[1] for key, row in home.rows().items() if row["last_seen_at"] == seen}
    assert {uuid.partition("#")[0][-2:] for uuid in gone} == {"09"}


def test_the_recheck_finds_what_was_changed_without_a_new_time(
    home: Home, register: Register
) -> None:
    register.put(5, register.items[5]["kohde"]["muokattu"], nimi={"fi": "Hiljaa muutettu"})
    nights = [home.night() for _ in range(RECHECK_DAYS)]
    assert [info.base is None for info in nights] == [False] * (RECHECK_DAYS - 1) + [True]
    names = {row["name"] for key, row in home.rows().items() if key[0] == "project"}
    assert "Hiljaa muutettu" in names


def test_the_rhythm_follows_the_given_day_and_not_the_clock(home: Home) -> None:
    assert home.night(after_days=RECHECK_DAYS).base is None
    assert home.night(after_days=0).base is not None
    assert home.night(after_days=-1).base is None  # the day was set back


def _ignore(register: Register) -> None:
    register.ignores = True


def _refuse(register: Register) -> None:
    register.refuses = True


def _deafen(register: Register) -> None:
    register.is_deaf = True


@pytest.mark.parametrize("misbehave", [_ignore, _refuse, _deafen])
def test_a_filter_that_does_not_work_costs_requests_and_no_rows(
    misbehave: Callable[[Register], None], home: Home, whole: Home, register: Register
) -> None:
    _change_world(register)
    misbehave(register)
    info = home.night()
    assert (info.base, info.outcome) == (None, "complete")
    assert home.snapshots()[-2].outcome == "failed"
    assert "not believed" in str(info.why)
    whole.night()
    assert home.rows() == whole.rows()


@pytest.mark.parametrize("changed", [None, "eilen", "2026-11-01T10:00:00Z", "2026-13-01T10:00:00"])
def test_without_a_sound_time_of_change_everything_is_asked_for(
    changed: str | None, tmp_path: Path, url: str, register: Register
) -> None:
    register.put(3, changed)
    made = Home(tmp_path / "odd", tuned("hankeikkuna", page_size=PAGE), url)
    made.night()
    assert made.night().base is None
    assert _asked_since(register) == []


def test_a_time_of_change_in_the_future_does_not_hide_what_comes(
    tmp_path: Path, url: str, register: Register
) -> None:
    register.put(3, "2099-01-01T00:00:00")
    made = Home(tmp_path / "odd", tuned("hankeikkuna", page_size=PAGE), url)
    made.night()
    made.night()
    assert all(since < "2099" for since in _asked_since(register))


def test_a_broken_delta_changes_nothing_and_is_made_up_for(
    home: Home, whole: Home, register: Register
) -> None:
    _change_world(register)
    before = home.rows()
    register.down = len(register.asked) + 1
    info = home.night()
    assert (info.outcome, info.summary.get("unproven")) == ("failed", None)
    assert home.rows() == before
    register.down = None
    home.night()
    whole.night(after_days=2)
    assert home.rows() == whole.rows()
    assert home.night().base is not None


def test_another_address_is_loaded_whole(home: Home) -> None:
    with serve("hankeikkuna", Register()) as elsewhere:
        home.url = elsewhere
        assert home.night().base is None


def test_lost_bytes_of_the_whole_load_are_loaded_again(home: Home) -> None:
    blobs = home.settings.raw / home.source.id / "blobs"
    max(blobs.glob("*/*"), key=lambda path: path.stat().st_size).unlink()
    assert home.night().base is None


def test_a_small_source_is_read_whole(tmp_path: Path, url: str) -> None:
    made = Home(tmp_path / "small", tuned("hankeikkuna", from_pages=50, page_size=PAGE), url)
    made.night()
    assert "pages only" in str(made.night().why)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_rows_and_any_night_gives_the_same(
    seed: int, home: Home, whole: Home, register: Register
) -> None:
    rng = random.Random(seed)  # noqa: S311  repeatable on purpose
    register.rng = rng
    for night in range(3, 11):
        for _ in range(rng.randrange(3)):
            number = rng.randrange(1, 40)
            stamp = f"2026-11-{night:02d}T{rng.randrange(8, 16):02d}:00:00"
            register.put(number, stamp, nimi={"fi": f"Hanke {number} / {night}"})
        if rng.random() < 0.2:
            register.items.pop(rng.choice(sorted(register.items)))
        register.down = len(register.asked) + 1 if rng.random() < 0.2 else None
        for made in (home, whole):
            if made is whole:
                register.down = None
            made.night()
    register.down = None
    home.night()
    whole.night()
    hidden = ("first_seen_at", "last_seen_at")  # a night that failed saw nothing
    facts = [
        {key: {n: v for n, v in row.items() if n not in hidden} for key, row in made.rows().items()}
        for made in (home, whole)
    ]
    assert facts[0] == facts[1]
    assert any(info.base for info in home.snapshots())


def test_the_archive_gives_the_same_rows_again(home: Home, register: Register) -> None:
    _change_world(register)
    home.night()
    register.put(8, "2026-11-04T10:00:00", nimi={"fi": "Myöhemmin"})
    del register.items[20]
    home.night()
    register.put(33, "2026-11-05T10:00:00")
    home.night()
    nightly = home.rows(evidence=True)
    home.rebuild()
    assert home.rows(evidence=True) == nightly
