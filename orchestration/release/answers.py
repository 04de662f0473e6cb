"""Appends what people answered to `state/match_decisions.csv`.

Lines are only ever added: a new verdict on an old question names the decision it replaces. What
does not belong here: the strict reading of the file (`decisions.py`) and the terminal.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from orchestration.release import durable
from orchestration.release.decisions import DECISIONS, HEADERS, decision_id, read_decisions
from orchestration.release.pairs import Question

Asked = tuple[frozenset[str], str]


@dataclass(frozen=True)
class Answer:
    """One line of the file, in the order of its columns; `at` is an ISO time."""

    left_record_id: str
    right_record_id: str
    relation: str
    verdict: str
    user: str
    at: str
    reason: str
    supersedes: str

    @property
    def decision_id(self) -> str:
        """Id of the decision that the line is."""
        return decision_id(
            self.left_record_id, self.right_record_id, self.relation, self.verdict, self.at,
            self.supersedes,
        )  # fmt: skip


def read_answers(path: Path) -> list[Answer]:
    """The lines of an answers file, checked as strictly as the decisions themselves.

    A line may supersede a decision of the state, which this file then does not hold; that is
    checked when it is appended.

    Raises:
        DecisionFileError: a line cannot be read; nothing of the file is taken.
    """
    read_decisions(path, is_whole=False)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [Answer(**{k: v.strip() for k, v in row.items()}) for row in csv.DictReader(stream)]


def append_answers(file: Path, answers: Sequence[Answer]) -> int:
    """Append the answers that are not there yet, all or none, and return how many they were.

    Args:
        file: `state/match_decisions.csv`; it is made where it is missing.
        answers: in the order in which they were given.

    Raises:
        DecisionFileError: the file with the answers would not be readable; it stays as it was.
    """
    known = {decision.decision_id for decision in read_decisions(file)}
    new = [answer for answer in answers if answer.decision_id not in known]
    if not new:
        return 0
    before = file.read_text(encoding="utf-8-sig") if file.exists() else f"{HEADERS[DECISIONS]}\n"
    if not before.endswith("\n"):
        before += "\n"
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(astuple(answer) for answer in new)

    def write(beside: Path) -> None:
        beside.write_text(before + lines.getvalue(), encoding="utf-8")
        read_decisions(beside)

    file.parent.mkdir(parents=True, exist_ok=True)
    durable.replace_file(file, write)
    return len(new)


def decided_pairs(file: Path) -> set[Asked]:
    """Questions that have an answer, also an unsure one."""
    return {
        (frozenset((one.left_record_id, one.right_record_id)), one.relation)
        for one in read_decisions(file)
    }


def undecided(questions: Sequence[Question], decided: set[Asked]) -> list[Question]:
    """Questions that nobody answered yet, in their order."""
    return [
        one
        for one in questions
        if (frozenset((one.left_record_id, one.right_record_id)), one.relation) not in decided
    ]
