"""What a night pays for dbt beside its SQL: no second start, no second parse."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from dagster_dbt import DbtCliResource

from ingestion.settings import Settings
from orchestration.lib.dbt_project import DbtCommand, dbt_executable, load_project


def test_a_night_starts_dbt_once_and_finds_the_project_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(load_project().project_dir)
    started: list[list[str]] = []
    popen = subprocess.Popen

    class Watched(popen):  # type: ignore[misc,valid-type]
        def __init__(self, args: list[str], *rest: Any, **named: Any) -> None:
            started.append(args)
            super().__init__(args, *rest, **named)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    command = DbtCommand(project_dir=folder, profiles_dir=folder, dbt_executable=dbt_executable())
    listing = ["ls", "--quiet", "--target", Settings.from_env().target]
    assert command.cli(listing, target_path=tmp_path).wait().is_successful()
    assert [call[:2] for call in started] == [[dbt_executable(), "ls"]]
    said = (tmp_path / "dbt.log").read_text(encoding="utf-8")
    assert "Running with dbt" in said
    assert "UnableToPartialParse" not in said


@pytest.mark.parametrize("name", ["_cli_version", "_initialize_dbt_core_adapter"])
def test_what_is_replaced_is_there(name: str) -> None:
    assert name in vars(DbtCliResource)
