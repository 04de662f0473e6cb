"""A world of a few projects is still one that a night can read: nothing in it is empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingestion.archive.snapshot import load_snapshot
from ingestion.collect import collect
from ingestion.parse import parse_snapshot
from ingestion.registry import find_sources
from ingestion.replay import read_findings
from ingestion.sandbox import Sandbox
from ingestion.settings import Settings

AS_OF = date(2026, 11, 24)
DROPPED = [source.id for source in find_sources().values() if source.spec.base_url is None]


@pytest.mark.parametrize(("projects", "seed"), [(1, 1), (10, 2), (60, 1)])
def test_what_a_small_world_drops_is_read(tmp_path: Path, projects: int, seed: int) -> None:
    sandbox = Sandbox.build(projects, seed, AS_OF, sources=tuple(DROPPED))
    sandbox.write(tmp_path / "sandbox", tmp_path / "drop")
    settings = Settings(home=tmp_path, as_of=AS_OF, crawl_delay_s=0.0)
    dropped = [name for name in DROPPED if (settings.drop / name).exists()]
    assert dropped
    for name in dropped:
        source = find_sources()[name]
        info = collect(source, settings)
        pages = load_snapshot(settings.raw / name, info.id).pages()
        parsed = parse_snapshot(source, pages, collected=read_findings(info))
        assert parsed.verdict == "good", (name, parsed.findings)
