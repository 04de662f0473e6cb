"""The code location: loads as the server loads it, holds what was reviewed, blocks where it must.

What it holds stands in `definitions.txt`, for people to read in a diff. To accept a change, delete
that file and run this test: it writes the file anew and fails once, so that somebody reads it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import yaml

from expectations.registry import find_suites
from ingestion.registry import Source, find_sources
from ingestion.settings import Settings
from orchestration.definitions import defs
from orchestration.defs.schedules import nightly
from orchestration.lib.dbt_project import load_project
from orchestration.lib.gx_checks import TREND, check_name, mart_key
from orchestration.lib.instance import BATCH_TAG, prepare_home
from orchestration.lib.night import load_definitions
from orchestration.lib.source_assets import choose_pool, raw_key, records_key
from tests.conftest import AS_OF

pytestmark = pytest.mark.dbt

ROOT = Path(__file__).parents[2]
REVIEWED = Path(__file__).with_name("definitions.txt")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.Definitions]:
    """The definitions of an empty home, with the sources at their public addresses."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("ELO_")]:
            patch.delenv(name)
        patch.setenv("ELO_HOME", str(tmp_path_factory.mktemp("definitions")))
        patch.setenv("ELO_AS_OF", AS_OF.isoformat())
        yield load_definitions(defs)


@pytest.fixture(scope="module")
def graph(loaded: dg.Definitions) -> Any:
    """The asset graph."""
    return loaded.resolve_asset_graph()


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """dbt's manifest of the project as it is."""
    parsed: dict[str, Any] = json.loads(load_project().manifest_path.read_text("utf-8"))
    return parsed


def _nodes(graph: Any) -> list[Any]:
    """Assets that a run can make, in order of their keys."""
    nodes = (graph.get(key) for key in sorted(graph.get_all_asset_keys()))
    return [node for node in nodes if node.is_executable]


def _outside(graph: Any) -> set[dg.AssetKey]:
    """Assets that no run makes."""
    return {key for key in graph.get_all_asset_keys() if not graph.get(key).is_executable}


# ---- the reviewed snapshot -------------------------------------------------------------------


def test_the_code_location_holds_what_was_reviewed(loaded: dg.Definitions, graph: Any) -> None:
    now = "\n".join(_describe(loaded, graph)) + "\n"
    if not REVIEWED.exists():
        REVIEWED.write_text(now, encoding="utf-8")
        pytest.fail(f"{REVIEWED} was missing and has been written: review it, then run again")
    reviewed = REVIEWED.read_text(encoding="utf-8")
    added, gone = (
        [line for line, n in (Counter(a.splitlines()) - Counter(b.splitlines())).items() if n]
        for a, b in ((now, reviewed), (reviewed, now))
    )
    assert now == reviewed, (
        f"new: {added}; gone: {gone}. If that is meant, delete {REVIEWED} and run this test"
        " again; it writes the file, and you read the diff before you commit it"
    )


def _describe(loaded: dg.Definitions, graph: Any) -> Iterator[str]:
    """The whole code location in lines that a person can review.

    A source is `<source>`: all have the same assets and checks, and a new one changes no line.
    """
    yield "# What the code location holds. `!` marks a check that blocks, `-` one that warns."
    by_group: dict[str, list[str]] = {}
    for node in _nodes(graph):
        lines = by_group.setdefault(node.group_name, [])
        lines += [line for line in _describe_asset(node, graph) if line not in lines]
    for group in sorted(by_group):
        yield from ["", f"## assets of group {group}", *by_group[group]]
    outside = [
        key for key in sorted(graph.get_all_asset_keys()) if not graph.get(key).is_executable
    ]
    yield from ["", "## assets that come from outside", *(key.to_user_string() for key in outside)]
    repository = loaded.get_repository_def()
    yield from ["", "## jobs"]
    for job in sorted(repository.get_all_jobs(), key=lambda job: job.name):
        if not job.name.startswith("__"):
            steps = sorted({_plain(node.name) for node in job.graph.nodes})
            yield f"{job.name}: {', '.join(steps)} ({job.executor_def.name})"
    yield from ["", "## schedules and sensors"]
    for schedule in repository.schedule_defs:
        cron, zone = schedule.cron_schedule, schedule.execution_timezone
        state = schedule.default_status.value.lower()
        yield f"{schedule.name}: {cron} {zone}, starts {schedule.job_name}, at first {state}"
    for sensor in repository.sensor_defs:
        state = sensor.default_status.value.lower()
        yield f"{sensor.name}: starts {sensor.job_name}, at first {state}"


def _describe_asset(node: Any, graph: Any) -> Iterator[str]:
    kinds = sorted(_plain_kind(kind) for kind in node.kinds)
    pools = sorted(_plain(pool) for pool in node.pools)
    parts = [_plain(node.key.to_user_string()), ", ".join(kinds), f"pool {', '.join(pools)}"]
    yield " · ".join(parts)
    for check in sorted(node.check_keys):
        yield f"    {'!' if graph.get(check).blocking else '-'} {check.name}"


def _plain(text: str) -> str:
    """A key, step or pool without the source that it belongs to."""
    for source in find_sources().values():
        host = _raw_pool(source)
        for own, general in ((host, "http_<host>"), (source.id, "<source>")):
            if text == own or text.endswith(("/" + own, "_" + own)):
                return text.removesuffix(own) + general
    return text


def _plain_kind(kind: str) -> str:
    return "<platform>" if kind in {s.spec.platform for s in find_sources().values()} else kind


def _raw_pool(source: Source) -> str:
    """Pool of a source's raw asset at its public address."""
    return choose_pool(source, Settings(home=Path(), as_of=AS_OF))


# ---- what every asset and check is held to ------------------------------------------------------


def test_every_source_has_its_two_assets(graph: Any) -> None:
    sources = find_sources()
    assert len(sources) >= 4
    for key, group in ((raw_key, "raw"), (records_key, "records")):
        found = {node.key for node in _nodes(graph) if node.group_name == group}
        assert found == {key(source_id) for source_id in sources}
    assert all(graph.get(records_key(s)).parent_keys == {raw_key(s)} for s in sources)


def test_every_asset_says_what_it_is(graph: Any) -> None:
    nodes = _nodes(graph)
    assert len(nodes) > 80
    assert [n.key for n in nodes if n.group_name == "default"] == []
    assert [n.key for n in nodes if len(n.description or "") < 10] == []
    assert [n.key for n in nodes if not n.kinds] == []


def test_only_kept_state_comes_from_outside(graph: Any, manifest: dict[str, Any]) -> None:
    sources = [s for s in manifest["sources"].values() if s["source_name"] == "state"]
    assert _outside(graph) == {dg.AssetKey([s["source_name"], s["name"]]) for s in sources}


def test_every_check_names_an_asset_that_a_run_makes(graph: Any) -> None:
    checks = list(graph.asset_check_keys)
    assert len(checks) > 200
    made = {node.key for node in _nodes(graph)}
    assert [check for check in checks if check.asset_key not in made] == []


def test_every_dbt_test_is_a_check_that_blocks(graph: Any, manifest: dict[str, Any]) -> None:
    tests = [node for node in manifest["nodes"].values() if node["resource_type"] == "test"]
    assert len(tests) > 80
    checks = {check: graph.get(check).blocking for check in graph.asset_check_keys}
    lost, loose = [], []
    for test in tests:
        check = dg.AssetCheckKey(_judged_asset(test, manifest), test["name"])
        if check not in checks:
            lost.append(test["name"])
        elif test["config"]["severity"].lower() == "error" and not checks[check]:
            loose.append(test["name"])
    assert (lost, loose) == ([], [])


def _judged_asset(test: dict[str, Any], manifest: dict[str, Any]) -> dg.AssetKey:
    """The asset that a dbt test judges: what it is attached to, or what it names."""
    attached = test.get("attached_node")
    if attached in manifest["sources"]:
        asset_key = manifest["sources"][attached]["config"]["meta"]["dagster"]["asset_key"]
        return dg.AssetKey(asset_key)
    if attached is None:
        name = test["config"]["meta"]["dagster"]["ref"]["name"]
        nodes = manifest["nodes"].items()
        (attached,) = [
            key for key, n in nodes if n["name"] == name and n["resource_type"] != "test"
        ]
    node = manifest["nodes"][attached]
    return dg.AssetKey([node["schema"], node["name"]])


def test_every_published_table_has_its_key_as_a_check(graph: Any) -> None:
    marts = [node for node in _nodes(graph) if node.group_name == "marts"]
    assert len(marts) >= 18
    bare = [
        node.key
        for node in marts
        if f"{node.key.path[-1]}_primary_key" not in {check.name for check in node.check_keys}
    ]
    assert bare == []


def test_every_expectation_is_a_check_that_blocks_if_it_says_so(graph: Any) -> None:
    suites = find_suites()
    wanted: dict[dg.AssetCheckKey, bool] = {}
    for suite in suites.values():
        for check in suite.checks:
            key = dg.AssetCheckKey(
                mart_key(suite.table), check_name(check.expectation, check.column)
            )
            wanted[key] = wanted.get(key, False) or check.severity == "block"
    assert len(wanted) > 80
    found = {check: graph.get(check).blocking for check in graph.asset_check_keys}
    assert {check: found.get(check) for check in wanted} == wanted
    extra = {check.name for check in found if check.name.startswith("gx_")} - {
        c.name for c in wanted
    }
    assert extra == {TREND}


# ---- order, pools, clock -------------------------------------------------------------------------


def test_the_jobs_share_out_every_asset(loaded: dg.Definitions, graph: Any) -> None:
    repository = loaded.get_repository_def()
    of_job = {
        name: set(repository.get_job(name).asset_layer.executable_asset_keys)
        for name in ("collect", "build")
    }
    assert of_job["collect"] == {n.key for n in _nodes(graph) if n.group_name in ("raw", "records")}
    assert of_job["collect"] & of_job["build"] == set()
    assert of_job["collect"] | of_job["build"] == {node.key for node in _nodes(graph)}


def test_the_release_waits_for_every_table_and_every_check(
    loaded: dg.Definitions, graph: Any
) -> None:
    marts = {node.key for node in _nodes(graph) if node.group_name == "marts"}
    assert graph.get(dg.AssetKey(["release", "generation"])).parent_keys == marts
    steps = loaded.get_repository_def().get_job("build").graph.dependency_structure
    outputs = steps.input_to_upstream_outputs_for_node("release").values()
    assert {out.node_name for group in outputs for out in group} == {"warehouse", "expectations"}


def test_pools_keep_hosts_and_the_database_to_one_at_a_time(graph: Any) -> None:
    sources = find_sources().values()
    for source in sources:
        assert graph.get(raw_key(source.id)).pools == {_raw_pool(source)}
        assert graph.get(records_key(source.id)).pools == {f"parse_{source.id}"}
    hosts = {source.spec.base_url.split("/")[2] for source in sources if source.spec.base_url}
    pools = {_raw_pool(source) for source in sources if source.spec.base_url}
    assert len(hosts) == len(pools)
    for node in _nodes(graph):
        if node.group_name == "landing":
            assert node.pools == {"landing_writer"}
        elif node.group_name not in ("raw", "records"):
            assert node.pools == {"warehouse_writer"}
    instance = yaml.safe_load((ROOT / "orchestration" / "dagster.yaml").read_text("utf-8"))
    assert instance["concurrency"]["pools"] == {"default_limit": 1, "granularity": "op"}


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        ("2026-11-24T02:15:00+02:00", "2026-11-24"),
        ("2026-11-23T22:30:00+00:00", "2026-11-24"),  # half past midnight in Finland
        ("2026-06-30T20:59:00+00:00", "2026-06-30"),  # one minute to midnight, summer time
    ],
)
def test_the_night_is_a_finnish_day_with_one_run_a_source(
    loaded: dg.Definitions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, moment: str, night: str
) -> None:
    # without a dropped file there is something to try only where there is a site
    off, *others = [name for name, one in find_sources().items() if one.spec.base_url]
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    monkeypatch.setenv(f"ELO_URL_{off.upper()}", "")
    assert nightly.execution_timezone == "Europe/Helsinki"
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_schedule_context(
            instance, scheduled_execution_time=datetime.fromisoformat(moment)
        )
        requests = nightly.evaluate_tick(context).run_requests or []
    assert [request.run_key for request in requests] == [f"{night}:{name}" for name in others]
    assert {request.tags[BATCH_TAG] for request in requests} == {night}
    assert [request.asset_selection for request in requests] == [
        [raw_key(name), records_key(name)] for name in others
    ]


# ---- as the server loads it ----------------------------------------------------------------------


def test_workspace_and_project_name_one_location() -> None:
    workspace = yaml.safe_load((ROOT / "workspace.yaml").read_text(encoding="utf-8"))
    (entry,) = workspace["load_from"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    name = project["tool"]["dg"]["project"]["code_location_name"]
    assert entry["python_module"]["location_name"] == name


def test_dg_finds_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home=tmp_path / "home", as_of=AS_OF)
    for name in ("DAGSTER_HOME", "ELO_HOME", "DO_NOT_TRACK"):  # set by prepare_home: undone after
        monkeypatch.setenv(name, "")
    prepare_home(settings)
    done = subprocess.run(
        [Path(sys.executable).with_name("dg"), "check", "defs"],
        cwd=ROOT,
        env={**os.environ, "VIRTUAL_ENV": sys.prefix},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All definitions loaded successfully" in done.stdout + done.stderr
