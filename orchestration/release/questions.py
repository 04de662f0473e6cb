"""The named questions of `dbt_project/analyses/`: what they ask, and their SQL with other values.

A file runs as it is in any DuckDB. Its head says what is asked; its first common table expression,
`parameters`, holds one value a column, with a comment on each. Other values are put over that
table, so a file never differs from what is run. What does not belong here: running it (`query.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "dbt_project" / "analyses"

_FORM = re.compile(
    r"\A/\*\n(?P<head>.*?)\n\*/\nwith parameters as \(\n(?P<parameters>.*?)\n\)(?P<rest>.*)\Z", re.S
)
_FILE = re.compile(r"q(\d\d)_[a-z0-9_]+")
_PARAMETER = re.compile(r"\bas (\w+),?  -- (.+)$", re.M)
_TABLE = re.compile(r"\bmarts\.(\w+)")
_STATED = "stated_parameters"


class QuestionError(ValueError):
    """There is no such question or parameter; the message is for the person who asked."""


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        notes: heading (`Asked by`, `One row`, `Units`, `Caveats`) -> what stands under it.
        parameters: name -> what it is for.
        defaults: SQL of one row, a column a parameter.
        rest: the SQL behind the parameters.
    """

    number: int
    name: str
    title: str
    notes: Mapping[str, str]
    parameters: Mapping[str, str]
    defaults: str
    rest: str

    @property
    def tables(self) -> set[str]:
        """Published tables that it reads."""
        return set(_TABLE.findall(self.defaults + self.rest))

    def with_values(self, values: Mapping[str, str], types: Mapping[str, str]) -> str:
        """The SQL with a `?` for each of the given values, in their order.

        Args:
            values: parameter -> its value as text.
            types: parameter -> the type that the defaults have.

        Raises:
            QuestionError: the question has no such parameter.
        """
        for name in values:
            if name not in self.parameters:
                known = ", ".join(self.parameters)
                raise QuestionError(f"question {self.number} has no {name!r}; it has {known}")
        if not values:
            return f"with parameters as (\n{self.defaults}\n){self.rest}"
        replaced = ", ".join(f"cast(? as {types[name]}) as {name}" for name in values)
        return (
            f"with {_STATED} as (\n{self.defaults}\n),\n\nparameters as (\n"
            f"    select * replace ({replaced}) from {_STATED}\n){self.rest}"
        )


def read_questions(folder: Path = FOLDER) -> dict[int, Question]:
    """All questions by their number.

    Raises:
        QuestionError: a file has not the form that all have.
    """
    found = [read_question(path) for path in sorted(folder.glob("*.sql"))]
    return {question.number: question for question in found}


def read_question(path: Path) -> Question:
    """One question from its file.

    Raises:
        QuestionError: the file has not the form that all have.
    """
    file, form = _FILE.fullmatch(path.stem), _FORM.match(path.read_text(encoding="utf-8"))
    if file is None or form is None:
        raise QuestionError(f"{path} does not begin with a head and its parameters")
    title, _, notes = form["head"].partition("\n\n")
    return Question(
        number=int(file[1]),
        name=path.stem,
        title=" ".join(title.split()),
        notes=_read_notes(notes),
        parameters=dict(_PARAMETER.findall(form["parameters"])),
        defaults=form["parameters"],
        rest=form["rest"],
    )


def _read_notes(text: str) -> dict[str, str]:
    notes: dict[str, str] = {}
    heading = ""
    for line in text.splitlines():
        head = re.match(r"([A-Z][a-z ]+): ", line)
        if head:
            heading = head[1]
            line = line[head.end() :]
        notes[heading] = f"{notes.get(heading, '')} {line}".strip()
    return notes
