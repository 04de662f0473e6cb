"""The summary of `elo demo` shows every count and every measured agreement."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingestion.sandbox.agreement import Score
from ingestion.sandbox.grants import Line, Trace
from ingestion.sandbox.phenomena.catalogue import PATTERNS
from orchestration.cli.truth import show_agreement, show_grants, show_phenomena


def test_every_pattern_is_shown_with_its_count(capsys: pytest.CaptureFixture[str]) -> None:
    show_phenomena({pattern: 20 + place for place, pattern in enumerate(PATTERNS)})
    text = " ".join(capsys.readouterr().out.split())
    for place, pattern in enumerate(PATTERNS):
        section, _, name = pattern.partition(".")
        assert f"{name} {20 + place}" in text
        assert f"{section}: " in text
    assert f"{len(PATTERNS)} patterns" in text


def test_the_rarest_way_of_writing_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    show_phenomena({"amount.nbsp": 1_250, "amount.sek": 3, "date.glued": 7})
    shown = capsys.readouterr().out
    assert "amount: sek 3 · nbsp 1,250" in shown
    assert "date: glued 7" in shown


def test_agreement_is_shown_by_field_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    show_agreement(
        [
            Score("project", "register", "status", 9, 10),
            Score("record", "register", "name", 98, 99),
            Score("record", "web", "name", 7, 7),
            Score("record", "web", "amount", 0, 0),
        ]
    )
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    record, project = (
        lines.index("what a record says"),
        lines.index("what is published of its project"),
    )
    assert lines[record + 1 : project] == ["register: name 98/99", "web: name 7/7"]
    assert lines[project + 1 :] == ["register: status 9/10"]


def test_agreement_of_many_fields_fits_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    columns = [f"column_{number}" for number in range(12)]
    show_agreement([Score("record", "register", column, 100, 100) for column in columns])
    shown = capsys.readouterr().out
    assert all(f"{column}\u00a0100/100" in shown for column in columns)


def test_a_trace_of_grants_is_shown_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        Line("not_shown", ["T1", "T2"], Decimal("-1250000.00")),
        Line("counted_again", ["T3"], Decimal("500000.00")),
        Line("wrong"),
    ]
    show_grants(Trace(Decimal("3000000.00"), Decimal("2250000.00"), lines))
    shown = capsys.readouterr().out
    assert "3.00 M€ in the world, 2.25 M€ counted" in shown
    assert "-1.25 M€  2 projects: no source shows the project" in shown
    assert "+0.50 M€  1 project: counted once more" in shown
    assert "another sum" not in shown
