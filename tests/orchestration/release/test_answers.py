"""Answers become lines that are only ever added, and nothing unreadable is let in."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from orchestration.release.answers import (
    Answer,
    append_answers,
    decided_pairs,
    read_answers,
    undecided,
)
from orchestration.release.decisions import DECISIONS, HEADERS, DecisionFileError, read_decisions
from orchestration.release.pairs import Question

YES = Answer("r1", "r2", "same_as", "yes", "reviewer", "2026-11-24", "same code, same lead", "")
NO = Answer("r3", "r4", "same_as", "no", "reviewer", "2026-11-24", "", "")


def test_lines_are_added_once_and_the_old_ones_stay(tmp_path: Path) -> None:
    file = tmp_path / "state" / DECISIONS
    assert append_answers(file, [YES]) == 1
    first = file.read_bytes()
    assert append_answers(file, [YES, NO]) == 1
    assert file.read_bytes().startswith(first)
    assert [one.verdict for one in read_decisions(file)] == ["yes", "no"]
    assert '"same code, same lead"' in file.read_text("utf-8")


def test_a_line_without_its_end_is_not_glued_to_the_next(tmp_path: Path) -> None:
    file = tmp_path / DECISIONS
    file.write_text(f"{HEADERS[DECISIONS]}\nr1,r2,same_as,yes,x,2026-11-24,,", "utf-8")
    assert append_answers(file, [NO]) == 1
    assert len(read_decisions(file)) == 2


def test_an_answer_may_take_back_an_older_one(tmp_path: Path) -> None:
    file = tmp_path / DECISIONS
    append_answers(file, [YES])
    again = Answer("r1", "r2", "same_as", "no", "reviewer", "2026-11-25", "", YES.decision_id)
    assert append_answers(file, [again]) == 1
    assert read_decisions(file)[-1].supersedes == YES.decision_id


@pytest.mark.parametrize(
    "wrong",
    [
        Answer("r5", "r6", "same_as", "maybe", "x", "2026-11-24", "", ""),
        Answer("r5", "r5", "same_as", "yes", "x", "2026-11-24", "", ""),
        Answer("r5", "r6", "cousin_of", "yes", "x", "2026-11-24", "", ""),
        Answer("r5", "r6", "same_as", "yes", "x", "yesterday", "", ""),
        Answer("r5", "r6", "same_as", "yes", "x", "2026-11-24", "", "d-000000000000"),
    ],
)
def test_one_wrong_answer_lets_none_in(tmp_path: Path, wrong: Answer) -> None:
    file = tmp_path / DECISIONS
    append_answers(file, [YES])
    before = file.read_bytes()
    with pytest.raises(DecisionFileError):
        append_answers(file, [NO, wrong])
    assert file.read_bytes() == before


def test_an_answers_file_is_read_as_strictly(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    lines = [HEADERS[DECISIONS], "r1,r2,same_as,yes,reviewer,2026-11-24,why,", ""]
    path.write_text("\n".join(lines), "utf-8")
    assert [one.reason for one in read_answers(path)] == ["why"]
    path.write_text("\n".join([*lines[:2], "r1,r2,same_as,perhaps,x,2026-11-24,,"]), "utf-8")
    with pytest.raises(DecisionFileError, match="line 3"):
        read_answers(path)


def test_what_was_answered_is_asked_no_more(tmp_path: Path) -> None:
    file = tmp_path / DECISIONS
    append_answers(file, [YES])
    asked = [
        Question(a, b, relation, Decimal(6), "review", True, "", Decimal(0))
        for a, b, relation in (("r2", "r1", "same_as"), ("r1", "r2", "follows"))
    ]
    assert undecided(asked, decided_pairs(file)) == asked[1:]
