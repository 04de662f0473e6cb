"""A sequence of nights of one home against one world; tests read what each of them released.

What does not belong here: assertions.
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingestion.sandbox import Sandbox
from ingestion.settings import Settings
from orchestration.lib.instance import prepare_home
from orchestration.lib.night import NightResult, run_night
from orchestration.release.layout import read_manifest
from tests.conftest import AS_OF
from tests.replica import Stand

#: Read here: in a test no variable of the developer's shell is left. `make truth` sets them.
PROJECTS = int(os.environ.get("ELO_TRUTH_PROJECTS", "400"))
SEED = int(os.environ.get("ELO_TRUTH_SEED", "7"))
#: Whether only the first night is wanted: the truth is compared with that one.
ONE_NIGHT = "ELO_TRUTH_PROJECTS" in os.environ
#: Whose world is read: the project's own sandbox, or the replica of `tests/replica`.
REPLICA = os.environ.get("ELO_TRUTH_WORLD") == "replica"


@dataclass
class Nights:
    """The nights of one home, in order, and what each released."""

    home: Path
    truth: Path
    results: dict[str, NightResult] = field(default_factory=dict)
    manifests: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    facts: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)

    def query(self, sql: str, night: str = "first") -> list[tuple[Any, ...]]:
        """Rows of a night's release."""
        released = self.results[night].released
        assert released is not None
        with duckdb.connect(str(released / "elo.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def run(self, name: str, settings: Settings, **arguments: Any) -> None:
        """Run one night and note what it released."""
        result = run_night(settings, **arguments)
        self.results[name] = result
        if result.released is None:
            return
        self.manifests[name] = read_manifest(result.released)
        self.ids[name] = {
            row[0] for row in self.query("select project_id from marts.dim_project", name)
        }
        sql = "select fact_id, content_sha256 from marts.fct_fact"
        self.facts[name] = {(row[0], row[1]) for row in self.query(sql, name)}


def build_world(replica: bool, projects: int, seed: int) -> Stand | Sandbox:
    """The sandbox's world, or that of the second replica."""
    build = Stand.build if replica else Sandbox.build
    return build(projects=projects, seed=seed, as_of=AS_OF)


def point_at(patch: pytest.MonkeyPatch, home: Path, env: dict[str, str]) -> Settings:
    """Point the pipeline at a home and at running sites, without a pause between requests."""
    patch.setenv("ELO_HOME", str(home))
    patch.setenv("ELO_AS_OF", AS_OF.isoformat())
    patch.setenv("ELO_CRAWL_DELAY_S", "0")
    for name, value in env.items():
        patch.setenv(name, value)
    settings = Settings.from_env()
    prepare_home(settings)
    return settings


def run_one_night(home: Path, projects: int, seed: int) -> Nights:
    """One night against a small world of the second replica."""
    world = build_world(True, projects, seed)
    world.write(home / "sandbox", home / "drop")
    done = Nights(home, home / "sandbox" / "truth")
    with pytest.MonkeyPatch.context() as patch, world.serve() as served:
        done.run("first", point_at(patch, home, served.env()))
    return done


def run_nights(home: Path) -> Nights:
    """Six nights: two alike, one offline, one source down, all down, all down on an empty home.

    Only the first of them where `make truth` names the size of the world.
    """
    world = build_world(REPLICA, PROJECTS, SEED)
    world.write(home / "sandbox", home / "drop")
    done = Nights(home, home / "sandbox" / "truth")
    with (
        pytest.MonkeyPatch.context() as patch,
        world.serve(port=0, log=home / "requests.jsonl") as served,
    ):
        settings = point_at(patch, home, served.env())
        done.run("first", settings)
        if ONE_NIGHT:
            return done
        done.run("second", settings)
        with pytest.MonkeyPatch.context() as guard:
            guard.setattr(socket.socket, "connect", _note_outside(done.outside))
            done.run("offline", settings, offline=True)
        victim = next(iter(served.urls))
        served.set_down(victim, True)
        done.run("one_down", settings)
        for source_id in served.urls:
            served.set_down(source_id, True)
        done.run("all_down_again", settings)
        patch.setenv("ELO_HOME", str(home / "empty"))
        done.run("all_down", Settings.from_env())
    return done


def _note_outside(seen: list[str]) -> Any:
    connect = socket.socket.connect

    def noted(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            seen.append(str(address))
        connect(self, address)

    return noted
