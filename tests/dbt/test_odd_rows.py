"""Odd rows never stop a night: the warehouse builds from them and no gate blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.runner import validate
from tests.dbt.odd import SOURCES, odd_landing
from tests.dbt.warehouse import build

pytestmark = pytest.mark.dbt


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_a_parser_may_say_is_built_and_passes_the_gates(
    seed: int, tmp_path: Path, dbt_work: Path
) -> None:
    landing = odd_landing(seed)
    landing.write(tmp_path)
    built = build(tmp_path, "odd", dbt_work)
    assert "ERROR=0" in built.log
    makers = built.column("select count(distinct source_id) from marts.bridge_project_source")
    assert makers == [len(SOURCES)]
    blocked = [one for one in validate(built.path) if one.blocks]
    assert blocked == []
