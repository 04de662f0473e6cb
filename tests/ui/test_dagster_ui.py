"""The Dagster UI as a person meets it: the graph, a source, a run started there, its release."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import dagster as dg
import pytest

from ingestion.landing.history import list_outcomes
from ingestion.registry import Source, find_sources
from orchestration.definitions import defs
from orchestration.lib.night import load_definitions
from orchestration.lib.source_assets import RECORD_CHECKS
from orchestration.lib.source_metadata import RELEASE, choose_page
from orchestration.release.generation import verify_checksums
from orchestration.release.layout import current_name, read_manifest
from tests.conftest import AS_OF
from tests.ui.conftest import Dagster
from tests.ui.pages import Ui

pytestmark = pytest.mark.ui

GROUPS = ["raw", "records", "landing", "staging", "intermediate", "marts", "release"]


@dataclass(frozen=True)
class Runs:
    """Runs that were started in the browser, by id."""

    collect: str
    build: str


@pytest.fixture(scope="module")
def source(dagster_ui: Dagster) -> Source:
    """One of the sources that the sandbox serves."""
    return find_sources()[min(dagster_ui.served)]


@pytest.fixture(scope="module")
def collected(ui: Ui, dagster_ui: Dagster) -> str:
    """Every source collected by one run of `collect`, started by a click."""
    run_id = ui.launch("collect")
    assert ui.wait_for_run() == "Success", dagster_ui.server.log.read_text()[-2000:]
    return run_id


@pytest.fixture(scope="module")
def runs(ui: Ui, dagster_ui: Dagster, collected: str) -> Runs:
    """After that a release, built by one run of `build`, started by a click."""
    assert current_name(dagster_ui.home / "releases") is None
    run_id = ui.launch("build")
    status = ui.wait_for_run()
    ui.shoot("5_run")
    assert status == "Success", dagster_ui.server.log.read_text()[-2000:]
    return Runs(collected, run_id)


def _names_by_group() -> dict[str, set[str]]:
    """Last parts of all asset keys, by group, as the code location defines them."""
    graph = load_definitions(defs).resolve_asset_graph()
    names: dict[str, set[str]] = defaultdict(set)
    for key in graph.get_all_asset_keys():
        names[graph.get(key).group_name].add(key.path[-1])
    return names


def test_graph_leads_from_raw_to_release(ui: Ui) -> None:
    ui.open("/asset-groups")
    shown = ui.wait(ui.groups, "the groups of the graph")
    ui.shoot("1_groups")
    assert [group for group in shown if group in GROUPS] == GROUPS
    assert set(shown) == set(_names_by_group())


def test_every_group_lists_its_assets(ui: Ui) -> None:
    ui.resize(2400)
    ui.open("/asset-groups")
    groups = set(ui.wait(ui.groups, "the groups of the graph"))
    for group, names in _names_by_group().items():
        ui.unfold(group)
        ui.wait(
            lambda: set(ui.titles()) - groups == names - groups,  # noqa: B023 looked at here
            f"the assets of {group} in the tree: {sorted(names)}",
        )
        ui.unfold(group)


def test_asset_chosen_in_the_graph_tells_what_it_holds(
    ui: Ui, collected: str, source: Source
) -> None:
    ui.resize(1200)
    ui.open("/asset-groups")
    ui.wait(ui.groups, "the groups of the graph")
    ui.unfold("records")
    ui.click(f"//div[@title='{source.id}']")
    told = {f"records / {source.id}", "dagster/row_count", "quarantined", "drift", "fresh_until"}
    ui.wait(lambda: told <= set(ui.texts()), f"beside the graph: {sorted(told)}")
    ui.shoot("2_chosen_in_graph")


def test_neighbours_of_a_source_show_their_checks(ui: Ui, collected: str, source: Source) -> None:
    ui.resize(2400)  # else the graph is drawn too small for more than names
    ui.open_asset("records", source.id, view="lineage")
    expected = {source.id, *source.spec.kinds}
    ui.wait(lambda: expected <= {n[0] for n in ui.nodes()}, f"the nodes {sorted(expected)}")
    passed = f"/ {len(RECORD_CHECKS) + 1} Passed"  # drift is the one more
    ui.wait(
        lambda: any(passed in line for n in ui.nodes() if n[0] == source.id for line in n),
        f"a node with so many checks: {passed}",
    )
    ui.shoot("2_neighbours")


def test_raw_page_shows_requests_origin_and_freshness(
    ui: Ui, collected: str, dagster_ui: Dagster, source: Source
) -> None:
    ui.open_asset("raw", source.id)
    told = ui.metadata("requests", "source", "release")
    assert told["outcome"]["text"] == "complete"
    assert int(told["requests"]["text"]) > 0
    assert told["fetched_from"]["links"][0].rstrip("/") == dagster_ui.served[source.id].rstrip("/")
    assert choose_page(source.spec) in [link.rstrip("/") for link in told["source"]["links"]]
    assert told["release"]["links"][0].endswith("/assets/release/current")
    ui.wait_until_fresh()
    ui.resize(1500)
    ui.shoot("3_raw")


def test_records_page_shows_rows_quarantine_and_drift(
    ui: Ui, collected: str, dagster_ui: Dagster, source: Source
) -> None:
    ui.open_asset("records", source.id)
    told = ui.metadata("drift", "publisher")
    outcome = list_outcomes(dagster_ui.home / "landing", source.id)[-1]
    assert ui.status("Row count") == f"{sum(outcome.counts.values()):,}"
    assert told["verdict"]["text"] == "good"
    assert told["quarantined"]["text"] == str(outcome.quarantined)
    assert told["drift"]["text"] == str(outcome.drift_count)
    assert told["fresh_until"]["text"]
    assert told["publisher"]["text"] == source.spec.publisher
    ui.resize(1500)
    ui.shoot("4_records")


def test_every_check_of_a_source_has_a_result(ui: Ui, collected: str, source: Source) -> None:
    ui.open_asset("records", source.id, view="checks")
    names = {*RECORD_CHECKS, "drift"}
    shown = ui.wait(lambda: names <= set(m := ui.checks()) and m, f"the checks {sorted(names)}")
    assert {shown[name] for name in names} <= {"Succeeded", "Failed"}
    assert {shown[name] for name in RECORD_CHECKS} == {"Succeeded"}
    ui.shoot("4_checks")


def test_run_started_in_the_browser_alone_publishes_a_release(
    runs: Runs, dagster_ui: Dagster, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = current_name(dagster_ui.home / "releases")
    assert name is not None
    released = dagster_ui.home / "releases" / name
    manifest = read_manifest(released)
    assert verify_checksums(released) == []
    assert manifest["run"]["run_id"] == runs.build
    assert manifest["run"]["as_of"] == AS_OF.isoformat()
    assert manifest["counts"]["dim_project"] > 0
    assert {row["status"] for row in manifest["sources"].values()} == {"fresh"}
    monkeypatch.setenv("DAGSTER_HOME", str(dagster_ui.home / "dagster"))
    with dg.DagsterInstance.get() as instance:
        seen = {run.run_id: run.tags.get("dagster/from_ui") for run in instance.get_runs()}
    assert seen == {runs.collect: "true", runs.build: "true"}


def test_release_page_leads_to_the_release_and_its_sources(
    ui: Ui, runs: Runs, dagster_ui: Dagster
) -> None:
    current = dagster_ui.home / "releases" / "current"
    manifest = read_manifest(current)
    ui.open_asset("release", "current")
    told = ui.metadata("pages")
    assert told["release"]["text"] == str(current)
    assert told["generation"]["text"] == manifest["generation"]
    assert told["quality"]["text"] == str(current / "quality" / "index.html")
    assert told["warehouse_hash"]["text"] == manifest["warehouse_hash"]
    pages = {page.rstrip("/") for s in find_sources().values() if (page := choose_page(s.spec))}
    ui.wait(  # Markdown is drawn after the table around it
        lambda: pages == {link.rstrip("/") for link in ui.metadata("pages")["pages"]["links"]},
        f"links to {sorted(pages)}",
    )
    assert ui.status("Row count").replace(",", "") == str(manifest["counts"]["dim_project"])
    ui.wait_until_fresh()
    ui.resize(2200)
    ui.shoot("6_release")


def test_table_page_shows_rows_columns_and_checks(ui: Ui, runs: Runs, dagster_ui: Dagster) -> None:
    counts = read_manifest(dagster_ui.home / "releases" / "current")["counts"]
    ui.open_asset("marts", "dim_project")
    rows = ui.wait(lambda: ui.status("Row count"), "the row count")
    assert rows.replace(",", "") == str(counts["dim_project"])
    assert "project_id" in ui.texts()
    assert not [text for text in ui.texts() if "Raw SQL" in text]
    ui.shoot("7_table")
    ui.open_asset("marts", "dim_project", view="checks")
    shown = ui.wait(lambda: "gx__project_id__unique" in (m := ui.checks()) and m, "a suite's check")
    assert shown["gx__project_id__unique"] == "Succeeded"
    assert shown["dim_project_primary_key"] == "Succeeded"
    ui.shoot("7_table_checks")


def test_state_tells_what_the_release_left_behind(ui: Ui, runs: Runs) -> None:
    ui.open_asset("state", "entity")
    rows = ui.wait(lambda: ui.status("Row count"), "the row count of the registry")
    assert int(rows.replace(",", "")) > 0


def test_landing_page_shows_how_every_source_stands(ui: Ui, runs: Runs) -> None:
    ui.open_asset("landing", "source")
    ids = set(find_sources())
    table = ui.wait(
        lambda: ids <= set((text := ui.metadata("sources")["sources"]["text"]).split()) and text,
        f"a table of {sorted(ids)}",
    )
    assert table.split().count("fresh") == len(ids)
    ui.shoot("8_landing")


def test_whole_lineage_of_the_release_is_materialised(ui: Ui, runs: Runs) -> None:
    graph = load_definitions(defs).resolve_asset_graph()
    upstream = dg.AssetSelection.assets(RELEASE).upstream().resolve(graph)
    made = len(upstream & graph.materializable_asset_keys)
    ui.resize(3000)
    ui.open("/assets/release/current?view=lineage&lineageScope=upstream&lineageDepth=20")
    ui.wait(lambda: ui.count_materialised() >= made, f"all of {made} assets in green")
    ui.shoot("9_lineage")


def test_no_page_reported_an_error(ui: Ui, runs: Runs) -> None:
    assert ui.console_errors() == []
