"""Nights that ask the archive for changes land what a whole night would have landed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingestion.platforms.oai import follow_list, read_answer, records_request
from ingestion.sandbox import Sandbox
from ingestion.sandbox.replica import Asked
from ingestion.scraper import Page
from tests.conftest import AS_OF
from tests.ingestion.delta_nights import RECHECK_DAYS, Home, serve, tuned
from tests.ingestion.sources.delta_checks import check_same_as_whole, check_unchanged_nights
from tests.ingestion.sources.valto_archive import PAGE, Archive


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def url(archive: Archive) -> Iterator[str]:
    with serve("valto", archive) as served:
        yield served


@pytest.fixture
def home(tmp_path: Path, url: str) -> Home:
    """Asks for changes; the first night is done."""
    made = Home(tmp_path / "delta", tuned("valto"), url)
    assert made.night().base is None
    return made


@pytest.fixture
def whole(tmp_path: Path, url: str) -> Home:
    """Its twin that reads everything every night."""
    made = Home(tmp_path / "whole", tuned("valto", whole_only=True), url)
    made.night()
    return made


def _change_world(archive: Archive) -> None:
    """New, renamed and withdrawn publications, and one that cannot be read any more."""
    archive.items[31] = ("2026-11-03T10:00:00Z", "Raportti 31")
    archive.items[32] = ("2026-11-03T10:00:00Z", "Raportti 32")
    archive.items[5] = ("2026-11-03T11:00:00Z", "Toinen nimi")
    archive.items[6] = ("2026-11-03T12:00:00Z", None)
    archive.items[7] = ("2026-11-03T13:00:00Z", "Raportti 7")
    archive.damaged.add(7)


def test_a_delta_lands_what_a_whole_night_lands(home: Home, whole: Home, archive: Archive) -> None:
    _change_world(archive)
    before = len(archive.asked)
    info = home.night()
    assert (info.base, info.since) == (home.snapshots()[0].id, "2026-10-27T09:00:00Z")
    assert len(archive.asked) - before < len(archive.items) / PAGE
    whole.night()
    check_same_as_whole(home, whole)
    assert {row["withdrawn_on"] is None for row in home.rows().values()} == {True, False}


def test_an_unchanged_delta_night_changes_nothing(home: Home) -> None:
    check_unchanged_nights(home)


def test_a_damaged_record_does_not_keep_the_archive_from_being_asked(
    tmp_path: Path, url: str, archive: Archive
) -> None:
    archive.damaged.add(27)  # changed on the last day: shown again with the changes
    made = Home(tmp_path / "odd", tuned("valto"), url)
    made.night()
    first = made.refused()
    assert made.night().base is not None
    assert made.refused() == first != []


def test_days_are_asked_for_where_the_archive_knows_only_days(tmp_path: Path) -> None:
    archive = Archive(stamp="2026-10-{:02d}")
    with serve("valto", archive) as url:
        made = Home(tmp_path / "days", tuned("valto"), url)
        made.night()
        archive.items[5] = ("2026-11-03", "Toinen nimi")
        assert made.night().since == "2026-10-27"
    assert "Toinen nimi" in {row["title"] for row in made.rows().values()}


def test_a_record_that_is_not_even_listed_as_deleted_is_noticed(
    home: Home, whole: Home, archive: Archive
) -> None:
    del archive.items[9]
    assert home.night().base is None
    whole.night()
    assert home.rows() == whole.rows()


def _ignore(archive: Archive) -> None:
    archive.ignores = True


def _refuse(archive: Archive) -> None:
    archive.refuses = True


def _say_no_total(archive: Archive) -> None:
    archive.counts = False


def _forget(archive: Archive) -> None:
    """Nothing is as new as what was known: `noRecordsMatch`."""
    archive.items = {n: ("2026-09-01T00:00:00Z", title) for n, (_, title) in archive.items.items()}


@pytest.mark.parametrize("misbehave", [_ignore, _refuse, _say_no_total, _forget])
def test_changes_that_prove_nothing_cost_requests_and_no_rows(
    misbehave: Callable[[Archive], None], home: Home, whole: Home, archive: Archive
) -> None:
    _change_world(archive)
    misbehave(archive)
    info = home.night()
    assert (info.base, info.outcome) == (None, "complete")
    assert "not believed" in str(info.why)
    whole.night()
    assert home.rows() == whole.rows()


def test_a_shut_door_is_no_empty_list_of_changes(home: Home, archive: Archive) -> None:
    before = home.rows()
    archive.is_shut = True
    info = home.night()
    assert (info.base, info.outcome) == (None, "incomplete")
    assert home.rows() == before
    assert home.last is not None and home.last.verdict == "blocked"


def test_a_broken_delta_changes_nothing_and_is_made_up_for(
    home: Home, whole: Home, archive: Archive
) -> None:
    _change_world(archive)
    before = home.rows()
    archive.down = len(archive.asked) + 1
    assert home.night().outcome == "failed"
    assert home.rows() == before
    archive.down = None
    home.night()
    whole.night(after_days=2)
    assert home.rows() == whole.rows()
    assert home.night().base is not None


def test_the_recheck_reads_everything(home: Home, archive: Archive) -> None:
    archive.items[5] = (archive.items[5][0], "Hiljaa muutettu")
    nights = [home.night() for _ in range(RECHECK_DAYS)]
    assert [info.base is None for info in nights] == [False] * (RECHECK_DAYS - 1) + [True]
    assert "Hiljaa muutettu" in {row["title"] for row in home.rows().values()}


def test_the_archive_of_bytes_gives_the_same_rows_again(home: Home, archive: Archive) -> None:
    _change_world(archive)
    home.night()
    archive.items[8] = ("2026-11-04T10:00:00Z", "Myöhemmin")
    del archive.items[20]
    home.night()
    archive.items[33] = ("2026-11-05T10:00:00Z", "Uusin")
    home.night()
    nightly = home.rows(evidence=True)
    home.rebuild()
    assert home.rows(evidence=True) == nightly


def test_a_token_of_changes_is_not_taken_for_one_of_the_whole_list(archive: Archive) -> None:
    """Some repositories number their tokens anew for each list."""
    body = archive.respond(
        Asked("GET", "/oai/request", {"verb": "ListRecords", "from": "2026-10-01"})
    ).body
    keys = set()
    for since in (None, "2026-10-01T00:00:00Z"):
        request = records_request("https://julkaisut.valtioneuvosto.fi/oai/request", "kk", since)
        now = datetime.now(tz=UTC)
        page = Page(request, "0" * 64, "text/xml", None, now, load=lambda: body)
        (following,) = follow_list(page, read_answer(page))
        keys.add(following.key)
    assert len(keys) == 2


def test_the_replica_honours_the_filter_literally() -> None:
    replica = Sandbox.build(200, 7, AS_OF, sources=("valto",)).replicas["valto"]
    door = replica.doors[0]  # type: ignore[attr-defined]
    query = {"verb": "ListRecords", "metadataPrefix": "kk", "from": "2025-01-01T00:00:00Z"}
    body = replica.respond(Asked("GET", door, query)).body.decode()
    stamps = [part.partition("<")[0] for part in body.split("<datestamp>")[1:]]
    assert stamps and min(stamps) >= query["from"]
