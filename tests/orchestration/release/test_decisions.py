"""What people wrote is read to the letter: a damaged or lost line stops the night by name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration.release.decisions import (
    DECISION_SCHEMA,
    DECISIONS,
    HEADERS,
    PIN_SCHEMA,
    PINS,
    DecisionFileError,
    decision_id,
    prepare_decisions,
    read_decisions,
)
from orchestration.release.state import STATE_TABLES, ensure_state

GOOD = "r2,r1,same_as,yes,invented reviewer,2026-11-24T09:30:00+02:00,same code,"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    ensure_state(tmp_path / "state", tmp_path / "releases")
    return tmp_path / "state"


def write(state: Path, *lines: str, name: str = DECISIONS) -> Path:
    path = state / name
    path.write_text("\n".join([HEADERS[name], *lines]) + "\n", encoding="utf-8")
    return path


def register(state: Path, *entities: tuple[str, str, str | None]) -> None:
    rows = [
        {
            "project_id": project_id,
            "created_on": date(2026, 1, 1),
            "status": status,
            "redirect_to": redirect,
            "is_pinned": False,
        }
        for project_id, status, redirect in entities
    ]
    schema = STATE_TABLES["registry/entity.parquet"][1]
    pq.write_table(pa.Table.from_pylist(rows, schema), state / "registry/entity.parquet")


def prepared(state: Path, name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pq.read_table(state / "people" / name).to_pylist()
    return rows


def test_a_new_home_has_empty_tables_of_the_right_types(state: Path) -> None:
    for name, schema in (("match_decisions", DECISION_SCHEMA), ("registry_pins", PIN_SCHEMA)):
        assert pq.read_schema(state / "people" / f"{name}.parquet").equals(schema)
        assert prepared(state, f"{name}.parquet") == []


def test_lines_are_read_with_their_place_and_without_the_person(state: Path) -> None:
    first = decision_id("r2", "r1", "same_as", "yes", "2026-11-24T09:30:00+02:00", "")
    write(
        state,
        GOOD,
        "",
        f'r1,r2,same_as,no,invented reviewer,2026-11-25,"two codes,\nsee both pages",{first}',
        "r3,r4,follows,unsure,,2026-11-25T10:00:00,,",
    )
    prepare_decisions(state)
    rows = prepared(state, "match_decisions.parquet")
    assert [(row["line"], row["verdict"], row["supersedes"]) for row in rows] == [
        (2, "yes", None),
        (4, "no", first),
        (6, "unsure", None),
    ]
    assert [row["decided_at"] for row in rows] == [
        datetime(2026, 11, 24, 7, 30, tzinfo=UTC),
        datetime(2026, 11, 24, 22, 0, tzinfo=UTC),
        datetime(2026, 11, 25, 8, 0, tzinfo=UTC),
    ]
    assert (rows[0]["left_record_id"], rows[0]["right_record_id"]) == ("r2", "r1")
    everything = (state / "people" / "match_decisions.parquet").read_bytes()
    assert b"reviewer" not in everything
    assert "user" not in DECISION_SCHEMA.names


def test_a_line_that_is_there_twice_counts_once(state: Path) -> None:
    path = write(state, GOOD, GOOD.replace("same code", "other words"))
    assert [decision.line for decision in read_decisions(path)] == [2]


def test_a_file_saved_by_a_spreadsheet_is_read(state: Path) -> None:
    path = state / DECISIONS
    path.write_bytes(f"\ufeff{HEADERS[DECISIONS]}\r\n{GOOD}\r\n".encode())
    assert len(read_decisions(path)) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("r1,r2,same_as,yes,u,2026-11-24,why", "line 3: 7 fields where 8 belong"),
        ("r1,r2,same_as,yes,u,2026-11-24,why, or not,", "line 3: 9 fields where 8 belong"),
        (",r2,same_as,yes,u,2026-11-24,,", "line 3: left_record_id is ''"),
        ("r1,r 2,same_as,yes,u,2026-11-24,,", "line 3: right_record_id is 'r 2'"),
        ("r1,r1,same_as,yes,u,2026-11-24,,", "line 3: both sides are the same record"),
        ("r1,r2,same,yes,u,2026-11-24,,", "line 3: relation is 'same', not same_as"),
        ("r1,r2,same_as,Yes,u,2026-11-24,,", "line 3: verdict is 'Yes', not yes, no, unsure"),
        ("r1,r2,same_as,yes,u,24.11.2026,,", "line 3: at is '24.11.2026'"),
        ("r1,r2,same_as,yes,u,,,", "line 3: at is ''"),
        ("r1,r2,same_as,yes,u,2026-11-24,,d-0", "line 3: supersedes 'd-0'"),
        ('r1,r2,same_as,yes,u,2026-11-24,"open,', "line 3: "),
        ('r1,r2,same_as,yes,u,2026-11-24,"a"b,', "line 3: "),
        ("r1,r2,same_as,yes,u,2026-11-24,a\x00b,", "line 3: "),
    ],
)
def test_a_damaged_line_stops_with_its_number(state: Path, line: str, says: str) -> None:
    write(state, GOOD, line)
    with pytest.raises(DecisionFileError) as raised:
        ensure_state(state, state.parent / "releases")
    assert says in str(raised.value)
    assert DECISIONS in str(raised.value)
    assert "Nothing was built" in str(raised.value)


def test_bytes_that_are_no_utf8_are_named_by_line(state: Path) -> None:
    path = write(state, GOOD)
    path.write_bytes(path.read_bytes() + "r1,r2,same_as,yes,u,2026-11-24,ä,\n".encode("latin-1"))
    with pytest.raises(DecisionFileError, match="line 3"):
        read_decisions(path)


@pytest.mark.parametrize("header", ["", "left,right", GOOD, HEADERS[DECISIONS].replace(",", ";")])
def test_another_header_is_refused(state: Path, header: str) -> None:
    (state / DECISIONS).write_text(header, encoding="utf-8")
    with pytest.raises(DecisionFileError, match="line 1: the header must be left_record_id"):
        prepare_decisions(state)


def test_a_verdict_on_one_pair_supersedes_none_on_another(state: Path) -> None:
    first = decision_id("r2", "r1", "same_as", "yes", "2026-11-24T09:30:00+02:00", "")
    path = write(state, GOOD, f"r1,r3,same_as,no,u,2026-11-25,,{first}")
    with pytest.raises(DecisionFileError, match="line 3: supersedes the decision of line 2 on"):
        read_decisions(path)


@pytest.mark.parametrize("loss", ["removed", "changed", "file"])
def test_a_line_that_was_read_once_is_never_lost(state: Path, loss: str) -> None:
    path = write(state, GOOD)
    prepare_decisions(state)
    if loss == "removed":
        write(state)
    elif loss == "changed":
        write(state, GOOD.replace(",yes,", ",no,"))
    else:
        path.unlink()
    with pytest.raises(DecisionFileError, match="1 lines that an earlier night read are gone"):
        ensure_state(state, state.parent / "releases")


def test_who_decided_and_why_may_be_removed(state: Path) -> None:
    write(state, GOOD)
    prepare_decisions(state)
    write(state, GOOD.replace("invented reviewer", "").replace("same code", ""))
    prepare_decisions(state)
    assert len(prepared(state, "match_decisions.parquet")) == 1


def test_the_newest_line_about_an_id_holds(state: Path) -> None:
    register(state, ("p-a", "active", None), ("p-b", "retired", None))
    write(
        state,
        "p-b,,pin,u,2026-11-24,cited in a report",
        "p-a,r1,pin,u,2026-11-24,cited in a report",
        "p-a,r2,pin,u,2026-11-25,the other part",
        "p-c,,pin,u,2026-11-24,typing error",
        "p-c,,unpin,u,2026-11-24,typing error",
        name=PINS,
    )
    prepare_decisions(state)
    assert prepared(state, "registry_pins.parquet") == [
        {"project_id": "p-a", "record_id": "r2"},
        {"project_id": "p-b", "record_id": None},
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["p-x,r1,pin,u,2026-11-24,"], "line 2: 'p-x' is no id that the registry ever gave"),
        (["p-old,r1,pin,u,2026-11-24,"], "line 2: p-old was merged into p-a: pin that one"),
        (["p-a,r1,keep,u,2026-11-24,"], "line 2: verdict is 'keep', not pin, unpin"),
        (
            ["p-a,r1,pin,u,2026-11-24,", "p-b,r1,pin,u,2026-11-24,"],
            "line 3: record r1 is already pinned to p-a by line 2",
        ),
    ],
)
def test_a_pin_that_cannot_hold_stops(state: Path, lines: list[str], says: str) -> None:
    register(state, ("p-a", "active", None), ("p-b", "active", None), ("p-old", "merged", "p-a"))
    write(state, *lines, name=PINS)
    with pytest.raises(DecisionFileError) as raised:
        prepare_decisions(state)
    assert says in str(raised.value)


def test_a_lost_pin_stops(state: Path) -> None:
    register(state, ("p-a", "active", None))
    write(state, "p-a,,pin,u,2026-11-24,", name=PINS)
    prepare_decisions(state)
    write(state, name=PINS)
    with pytest.raises(DecisionFileError, match=r"registry_pins.csv: 1 lines"):
        prepare_decisions(state)
