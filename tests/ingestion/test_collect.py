"""The verb `collect`: a frozen archive is loaded once, a damaged one heals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingestion.archive.blobs import BlobStore
from ingestion.archive.snapshot import load_snapshot
from ingestion.collect import collect
from ingestion.registry import Source, find_sources
from ingestion.sandbox import Sandbox
from ingestion.settings import Settings
from tests.conftest import AS_OF

SOURCE = "eura2014"


@pytest.fixture
def site(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """One served source and settings that point at it."""
    sandbox = Sandbox.build(40, 3, AS_OF, sources=(SOURCE,))
    with sandbox.serve() as served:
        for name, value in served.env().items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("ELO_CRAWL_DELAY_S", "0")
        yield Settings.from_env()


@pytest.fixture
def source() -> Source:
    return find_sources()[SOURCE]


def damage_one_unchanged(settings: Settings, source: Source) -> tuple[str, Path]:
    """Overwrite the bytes of a page that the site answers with 304; its hash and its file."""
    collect(source, settings)
    again = collect(source, settings)
    entries = load_snapshot(settings.raw / SOURCE, again.id).entries
    sha256 = next(e.sha256 for e in entries if e.outcome == "unchanged" and e.sha256)
    path = settings.raw / SOURCE / "blobs" / sha256[:2] / sha256
    size = path.stat().st_size
    path.chmod(0o600)
    path.write_bytes(b"x" * size)
    return sha256, path


def test_damaged_bytes_are_fetched_anew_instead_of_confirmed(
    site: Settings, source: Source
) -> None:
    sha256, path = damage_one_unchanged(site, source)
    healed = collect(source, site)
    assert healed.outcome == "complete"
    assert [f["code"] for f in healed.summary["findings"]] == ["damaged_blob"]
    assert BlobStore(site.raw / SOURCE).is_sound(sha256)
    assert path.with_suffix(".damaged").read_bytes().startswith(b"xxx")
    assert load_snapshot(site.raw / SOURCE, healed.id).counts.landed >= 1


def test_a_healed_archive_is_quiet_the_next_night(site: Settings, source: Source) -> None:
    damage_one_unchanged(site, source)
    collect(source, site)
    quiet = collect(source, site)
    assert quiet.outcome == "complete"
    assert list(quiet.summary["findings"]) == []


def test_a_frozen_archive_is_loaded_once(site: Settings, source: Source) -> None:
    """Later nights ask for the list alone, which shows that it still is what it was."""
    first, second = collect(source, site), collect(source, site)
    entries = load_snapshot(site.raw / SOURCE, second.id).entries
    asked = {entry.request.role for entry in entries if entry.outcome != "carried"}
    assert asked == {"list"}
    carried = [entry for entry in entries if entry.outcome == "carried"]
    assert len(carried) == second.counts.carried >= 20
    assert first.counts.carried == 0
    assert second.counts.requested <= 2
    lifetimes = {entry.request.max_age_days for entry in carried}
    assert lifetimes == {source.spec.access.max_age_days} == {366}
