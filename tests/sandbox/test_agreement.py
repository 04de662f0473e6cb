"""The scoring finds what it must: wrong, missing and surplus values, and nothing else."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingestion.sandbox.agreement import Score, Stated, score
from ingestion.sandbox.found import Records
from ingestion.sandbox.grants import Balance, Trace, balance_instruments, trace_grants
from ingestion.sandbox.truth import SCHEMAS

ROW, PAGE = ("reg", "A1"), ("web", "m1")


def _record(key: tuple[str, str], part: str = "main", **more: Any) -> dict[str, Any]:
    shown = more.pop("shown", {})
    row = {
        "source_id": key[0], "native_id": key[1], "kind": "project", "part": part,
        "url": "https://site.example", "truth_id": "T1", "makes_project": True,
        "damaged": False, "damage_step": None, "shown": json.dumps(shown),
    }  # fmt: skip
    return row | more


def _write(folder: Path, table: str, *rows: dict[str, Any]) -> None:
    filled = [dict.fromkeys(SCHEMAS[table].names) | row for row in rows]
    pq.write_table(pa.Table.from_pylist(filled, SCHEMAS[table]), folder / f"{table}.parquet")


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    """One project in a register (list and detail page) and on a web page, and one unseen."""
    amounts = [{"kind": "granted", "amount": "100.5", "currency": "EUR"},
               {"kind": "applied", "amount": "120", "currency": "EUR"}]  # fmt: skip
    seen = {"name": "Suunta – yhdessä", "start_date": "2016-01-01", "lead": "org:1",
            "codes": [{"scheme": "eura", "value": "A1", "role": "own"},
                      {"scheme": "hanke_tunnus", "value": "OKM1", "role": "related"}]}  # fmt: skip
    _write(
        tmp_path, "records",
        _record(ROW, "list", shown={**seen, "name": "Suunta ? yhdessä", "amounts": amounts}),
        _record(
            ROW, "detail",
            shown=seen
            | {"maakunta": ["01", "02"], "partners": ["org:2"], "themes": ["other"]}
            | {"target_groups": []},
        ),
        _record(
            PAGE,
            shown={"name": "Suunta", "end_date": "2017-12-31", "themes": ["outreach"]}
            | {"target_groups": ["pupils"]},
        ),
        _record(("web", "law"), makes_project=False, truth_id=None),
    )  # fmt: skip
    _write(
        tmp_path, "projects",
        {"truth_id": "T1", "name": "Suunta – yhdessä", "codes": ["A1"], "lead": "org:1",
         "status": "ended"},
        {"truth_id": "T2", "name": "Muu", "codes": [], "lead": "org:1", "status": "ended"},
    )  # fmt: skip
    _write(
        tmp_path, "organisations",
        {"organisation": "org:1", "name_fi": "Saukon Nuoret ry", "name_sv": "Utterns Unga rf"},
        {"organisation": "org:2", "name_fi": "Majavan opisto", "short": "MO"},
    )  # fmt: skip
    _write(
        tmp_path, "funding",
        {"truth_id": "T1", "kind": "granted", "amount": Decimal("100.50"), "instrument": "ESR"},
        {"truth_id": "T1", "kind": "total_cost", "amount": Decimal("300.00")},
        {"truth_id": "T2", "kind": "granted", "amount": Decimal("50.00")},
    )  # fmt: skip
    _write(tmp_path, "outputs", {"source_id": "web", "native_id": "tool"})
    _write(tmp_path, "releases")
    return tmp_path


@pytest.fixture
def stated() -> Stated:
    """A release that says all of it right."""
    return Stated(
        records={
            ROW: {
                "name": ["Suunta ?  yhdessä", "Suunta – yhdessä"],
                "start_date": ["2016-01-01"],
                "precision": ["start day"],
                "codes": ["A1"],
                "lead": ["o-1"],
                "region": ["02", "01"],
                "amount": ["granted 100.50 EUR exact"],
            },
            PAGE: {"name": ["Suunta"], "end_date": ["2017-12-31"], "precision": ["end day"]},
        },
        projects={
            "p": {
                "name": ["Suunta – yhdessä"],
                "codes": ["A1"],
                "lead": ["o-2"],
                "status": ["ended"],
                "partner": ["o-3"],
                "themes": ["outreach"],
                "target_groups": ["pupils"],
            }
        },
        project_of={ROW: "p", PAGE: "p"},
        organisations={
            "o-1": ["SAUKON NUORET r.y."],
            "o-2": ["Utterns Unga rf"],
            "o-3": ["Majavan opisto, aikuispuoli"],
        },
        counted={"p": Decimal("100.50")},
        instruments={("p", "ESR"): Decimal("100.50")},
        found=Records(
            landed={
                ("project", "reg"): {"A1"},
                ("project", "web"): {"m1", "law"},
                ("output", "web"): {"tool"},
                ("milestone", "reg"): {"A1#part"},
            },
            published={"project": {ROW, PAGE}, "output": {("web", "tool")}},
        ),
    )


def _scores(truth: Path, stated: Stated) -> dict[tuple[str, str, str], Score]:
    return {(one.level, one.source_id, one.column): one for one in score(truth, stated)}


def test_a_right_release_agrees_in_everything(truth: Path, stated: Stated) -> None:
    scores = _scores(truth, stated)
    assert [str(one) for one in scores.values() if one.right < one.total] == []
    counted = {place: one.total for place, one in scores.items() if one.total}
    assert counted[("record", "reg", "name")] == 2
    assert counted[("record", "reg", "region")] == 2
    assert counted[("record", "reg", "amount")] == 1
    assert counted[("record", "web", "no_project")] == 1
    assert counted[("project", "reg", "partner")] == 1
    # the page names no partner, the row that both make does
    assert counted[("project", "web", "partner")] == 1


@pytest.mark.parametrize(
    ("column", "values", "right", "total"),
    [
        ("start_date", ["2016-02-01"], 0, 1),
        ("start_date", [], 0, 1),
        ("end_date", ["2017-12-31"], 0, 1),
        ("codes", ["A1", "OKM1"], 1, 2),
        ("name", ["Suunta – yhdessä"], 1, 2),
        ("lead", ["o-3"], 0, 1),
        ("region", ["01", "03"], 1, 2),
        ("amount", ["granted 100.50 EUR approx"], 0, 1),
        ("amount", ["total_cost 100.50 EUR exact"], 0, 1),
        ("amount", ["granted 100.50 EUR exact", "granted 100.50 EUR exact"], 1, 2),
    ],
)
def test_a_wrong_missing_or_surplus_value_costs_one(
    truth: Path, stated: Stated, column: str, values: list[str], right: int, total: int
) -> None:
    stated.records[ROW][column] = values
    one = _scores(truth, stated)["record", "reg", column]
    assert (one.right, one.total) == (right, total)
    assert one.misses and "A1" in str(one)


def test_a_record_that_is_not_there_costs_all_its_values(truth: Path, stated: Stated) -> None:
    del stated.records[ROW], stated.project_of[ROW]
    scores = _scores(truth, stated)
    found = {place[2]: one.share for place, one in scores.items() if place[:2] == ("record", "reg")}
    assert set(found.values()) == {0.0, 1.0}
    assert found["name"] == found["codes"] == found["amount"] == 0.0
    assert scores["project", "reg", "status"].right == 0


def test_what_a_damaged_row_says_is_not_asked_for(truth: Path, stated: Stated) -> None:
    rows = pq.read_table(truth / "records.parquet").to_pylist()
    _write(truth, "records", *[row | {"damaged": row["part"] == "list"} for row in rows])
    stated.records[ROW]["name"] = ["Suunta – yhdessä"]
    stated.records[ROW]["amount"] = []
    scores = _scores(truth, stated)
    assert scores["record", "reg", "name"].share == 1
    assert scores["record", "reg", "amount"].total == 0


def test_a_law_that_became_a_project_is_found(truth: Path, stated: Stated) -> None:
    stated.project_of["web", "law"] = "q"
    assert _scores(truth, stated)["record", "web", "no_project"].right == 0


@pytest.mark.parametrize(("column", "value"), [("status", "ongoing"), ("name", "Suunta"),
                                               ("partner", "o-1"), ("codes", "A2")])  # fmt: skip
def test_what_is_published_wrongly_is_found(
    truth: Path, stated: Stated, column: str, value: str
) -> None:
    stated.projects["p"][column] = [value]
    assert _scores(truth, stated)["project", "reg", column].right == 0


def _found(truth: Path, stated: Stated, column: str) -> dict[str, tuple[int, int, int]]:
    scores = _scores(truth, stated).items()
    return {
        place[1]: (one.right, one.shown, one.said)
        for place, one in scores
        if (place[0], place[2]) == ("found", column)
    }


def test_records_that_are_lost_or_invented_are_counted(truth: Path, stated: Stated) -> None:
    assert _found(truth, stated, "landed") == {"reg": (1, 1, 1), "web": (3, 3, 3)}
    stated.found.landed["project", "web"] = {"m1", "m2"}
    assert _found(truth, stated, "landed")["web"] == (2, 3, 3)
    stated.found.published["project"] = {PAGE, ("web", "m2")}
    assert _found(truth, stated, "project") == {"reg": (0, 1, 0), "web": (1, 1, 2)}
    stated.found.published["call"] = {("reg", "C1")}
    assert _found(truth, stated, "call") == {"reg": (0, 0, 1)}


def test_a_page_may_stand_beside_those_that_make_its_project(truth: Path, stated: Stated) -> None:
    rows = pq.read_table(truth / "records.parquet").to_pylist()
    beside = _record(("web", "short"), makes_project=False)
    _write(truth, "records", *rows, beside)
    for held in ({ROW, PAGE}, {ROW, PAGE, ("web", "short")}):
        stated.found.published["project"] = held
        assert _found(truth, stated, "project")["web"] == (1, 1, 1)


def test_rows_in_quarantine_are_those_that_are_damaged(truth: Path, stated: Stated) -> None:
    rows = pq.read_table(truth / "records.parquet").to_pylist()
    _write(truth, "records", *[row | {"damaged": row["part"] == "list"} for row in rows])
    assert _found(truth, stated, "quarantine") == {"reg": (0, 1, 0)}
    stated.found.damaged.update(reg=1, web=2)
    assert _found(truth, stated, "quarantine") == {"reg": (1, 1, 1), "web": (0, 0, 2)}


def _lines(trace: Trace) -> dict[str, tuple[Decimal, list[str]]]:
    assert trace.truth + sum(line.euros for line in trace.lines) == trace.counted
    return {line.reason: (line.euros, line.projects) for line in trace.lines if line.projects}


def test_a_trace_of_grants_names_what_no_source_shows(truth: Path, stated: Stated) -> None:
    trace = trace_grants(truth, stated)
    assert (trace.truth, trace.counted) == (Decimal("150.50"), Decimal("100.50"))
    assert _lines(trace) == {"not_shown": (Decimal(-50), ["T2"])}


def test_instruments_balance_over_what_is_shown(truth: Path, stated: Stated) -> None:
    right = Balance(truth=Decimal("100.50"), counted=Decimal("100.50"))
    assert balance_instruments(truth, stated) == ({"ESR": right}, 1.0)
    stated.instruments = {("p", ""): Decimal("100.50")}
    balances, exact = balance_instruments(truth, stated)
    assert (balances["ESR"].gap, balances[""].gap, exact) == (-1, 1, 0.0)


@pytest.mark.parametrize(
    ("counted", "reason", "euros"),
    [
        ({}, "shown_not_counted", "-100.50"),
        ({"p": "100.00"}, "told_roundly", "-0.50"),
        ({"p": "90.00"}, "wrong", "-10.50"),
        ({"p": "100.50", "q": "99.00"}, "counted_again", "99.00"),
    ],
)
def test_a_trace_of_grants_names_every_other_difference(
    truth: Path, stated: Stated, counted: dict[str, str], reason: str, euros: str
) -> None:
    stated.counted = {project: Decimal(sum_) for project, sum_ in counted.items()}
    stated.project_of[PAGE] = "q"
    lines = _lines(trace_grants(truth, stated))
    assert lines.pop("not_shown") == (Decimal(-50), ["T2"])
    assert lines == {reason: (Decimal(euros), ["T1"])}


def test_a_grant_that_only_a_damaged_row_shows_is_named(truth: Path, stated: Stated) -> None:
    rows = pq.read_table(truth / "records.parquet").to_pylist()
    _write(truth, "records", *[row | {"damaged": row["part"] == "list"} for row in rows])
    stated.counted = {}
    assert _lines(trace_grants(truth, stated))["no_grant_shown"] == (Decimal("-100.50"), ["T1"])
