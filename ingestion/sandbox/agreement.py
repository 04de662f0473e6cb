"""How far a release agrees with the truth of the world it was read from, field by field.

On level `record` the release's statements about a record are compared with what its pages were
shown to say (`records.parquet`: what a correct reader states); on level `project` the published
row of a shown project with the project's own truth; on level `found` whether the record is there
at all (`found.py`). This is the one place that scores. What does not belong here: reading a
warehouse (the caller brings a `Stated`) and how much agreement is enough (the tests).
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from ingestion.sandbox.found import Key, Records, pair_found, read_shown
from ingestion.sandbox.truth import read_rows

#: Property or column -> its values as text: ISO dates, two decimals, ids of organisations.
Values = dict[str, list[str]]
#: What one page shows of a record, as the ledger holds it.
Shown = Mapping[str, Any]

#: Kinds of money that are read and never published as sums.
_NO_ROW = {"applied", "call_budget", "appropriation", "aggregate", "unknown"}
_ORGANISATIONS = ("lead", "partner", "funder")
_CLASSES = ("themes", "target_groups")
_NAME_COLUMNS = ("name_fi", "name_sv", "name_en", "brand", "short", "former_name")
_LEGAL_FORMS = {"ry", "rf", "oy", "ab", "ky", "sr"}
_EXAMPLES = 5


@dataclass
class Stated:
    """What a release says.

    Attributes:
        records: record -> `name`, `start_date`, `end_date`, `precision` (of either date),
            `codes`, `lead`, `region` and `amount` (kind, amount, currency, qualifier in one
            text); a record that the release does not know is absent.
        projects: project id -> `name`, `start_date`, `end_date`, `codes`, `status`, `lead`,
            `partner`, `funder`, `themes` and `target_groups` as published.
        project_of: record -> the project it belongs to.
        organisations: organisation id -> all its names.
        counted: project id -> euros of its grants that count in totals, where there are any.
        instruments: the same by project id and instrument; '' where none is known.
        found: the records that the landing and the release hold.
    """

    records: dict[Key, Values] = field(default_factory=dict)
    projects: dict[str, Values] = field(default_factory=dict)
    project_of: dict[Key, str] = field(default_factory=dict)
    organisations: dict[str, list[str]] = field(default_factory=dict)
    counted: dict[str, Decimal] = field(default_factory=dict)
    instruments: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    found: Records = field(default_factory=Records)


@dataclass
class Score:
    """Agreement on one column of the records or projects of one source.

    Attributes:
        right: values that both sides state.
        total: for each record the values of the side that states more, so that a wrong value, a
            missing one and one too many cost the same.
        shown: values that the truth states.
        said: values that the release states.
        misses: the first disagreements in words, for whoever has to find the fault.
    """

    level: str
    source_id: str
    column: str
    right: int = 0
    total: int = 0
    shown: int = 0
    said: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Agreement from 0 to 1; 1 where neither side states anything."""
        return self.right / self.total if self.total else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall from 0 to 1; 1 where neither states anything."""
        stated = self.shown + self.said
        return 2 * self.right / stated if stated else 1.0

    def __str__(self) -> str:
        """One line, below it examples of what disagrees."""
        line = (
            f"{self.level:<8} {self.source_id:<13} {self.column:<11}"
            f"{self.right:>6} of {self.total:>6} = {self.share:.4f}, F1 {self.f1:.4f}"
        )
        return "\n".join([line, *(f"    {miss}" for miss in self.misses)])

    def count(self, what: str, truth: Iterable[str], stated: Iterable[str]) -> None:
        """Count the values of one record or project."""
        shown, said = Counter(truth), Counter(stated)
        right, total = (shown & said).total(), max(shown.total(), said.total())
        self.right += right
        self.total += total
        self.shown += shown.total()
        self.said += said.total()
        if right < total and len(self.misses) < _EXAMPLES:
            missing, surplus = list((shown - said).elements()), list((said - shown).elements())
            self.misses.append(f"{what}: truth {missing}, stated {surplus}")


def score(truth: Path, stated: Stated) -> list[Score]:
    """Compare a release with a truth folder.

    Args:
        truth: the folder `truth/` that the sandbox wrote.
        stated: what the release says.

    Returns:
        One score a level, source and column, sorted by them.

    Raises:
        FileNotFoundError: the folder holds no truth.
    """
    judge = _Judge(stated, _read_names(truth))
    projects = {row["truth_id"]: row for row in read_rows(truth, "projects")}
    parts: defaultdict[Key, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(truth, "records"):
        parts[row["source_id"], row["native_id"]].append(row)
    # a published row says what the pages of all its sources say
    makers = {stated.project_of.get(key) for key, rows in parts.items() if rows[0]["makes_project"]}
    pages_of: defaultdict[str, list[Shown]] = defaultdict(list)
    published: dict[tuple[str, str, str], list[Shown]] = {}
    for key, rows in parts.items():
        shown = [json.loads(row["shown"]) for row in rows if not row["damaged"]]
        if not rows[0]["makes_project"]:
            judge.judge_no_project(key, makers)
            continue
        judge.judge_record(key, shown)
        project_id = stated.project_of.get(key)
        pages = pages_of[project_id or f"none of {key}"]
        pages += shown
        truth_id = rows[0]["truth_id"]
        if truth_id is not None:  # a thing that one source alone knows has no project of the world
            published[key[0], truth_id, project_id or ""] = pages
    for (source_id, truth_id, project_id), pages in published.items():
        judge.judge_project(source_id, projects[truth_id], pages, project_id)
    judge.judge_found(read_shown(truth))
    return sorted(judge.scores.values(), key=lambda one: (one.level, one.source_id, one.column))


class _Judge:
    """Compares record by record and project by project."""

    def __init__(self, stated: Stated, names: Mapping[str, set[str]]) -> None:
        self.scores: dict[tuple[str, str, str], Score] = {}
        self._stated = stated
        self._names = names

    def judge_found(self, shown: Records) -> None:
        """Compare which records are there, and how many rows could not be read."""
        for table, key, is_shown, is_held in pair_found(shown, self._stated.found):
            self._count("found", key, table, [key[1]] * is_shown, [key[1]] * is_held)
        held = self._stated.found.damaged
        for source_id in sorted(shown.damaged | held):
            counts = (["damaged"] * rows[source_id] for rows in (shown.damaged, held))
            self._count("found", (source_id, "rows"), "quarantine", *counts)

    def judge_no_project(self, key: Key, makers: Container[str | None]) -> None:
        """A record that makes no project: that none stands on it alone is all there is to agree on.

        Args:
            key: the record.
            makers: projects with a record that makes one.
        """
        project_id = self._stated.project_of.get(key)
        said = "none" if project_id is None or project_id in makers else "some"
        self._count("record", key, "no_project", ["none"], [said])

    def judge_record(self, key: Key, pages: Sequence[Shown]) -> None:
        """Compare what a record's readable pages show with what the release says of it."""
        said = self._stated.records.get(key, {})
        merged: dict[str, Counter[str]] = {}
        for page in pages:
            for column, values in _by_column(page).items():
                # two pages that say the same say it once
                merged[column] = merged.get(column, Counter()) | Counter(values)
        for column, counted in merged.items():
            self._compare("record", key, column, list(counted.elements()), said.get(column, []))

    def judge_project(
        self, source_id: str, truth: Mapping[str, Any], pages: Sequence[Shown], project_id: str
    ) -> None:
        """Compare a project's truth with the published row to which these pages belong."""
        self._judge_classes((source_id, truth["truth_id"]), pages, project_id)
        said = self._stated.projects.get(project_id, {})
        shown = {
            column for page in pages for column, on_page in _by_column(page).items() if on_page
        }
        if shown & {"start_date", "end_date"} or any(page.get("status") for page in pages):
            shown.add("status")  # the dates tell it as well
        expected = {
            "name": [truth["name"]],
            "start_date": _texts(truth["start_date"]),
            "end_date": _texts(truth["end_date"]),
            "codes": truth["codes"],
            "status": [truth["status"]],
            "lead": [truth["lead"]],
            "partner": sorted({key for page in pages for key in page.get("partners") or ()}),
            "funder": sorted({page["funder"] for page in pages if page.get("funder")}),
        }
        for column, values in expected.items():
            if column in shown or (values and column in ("partner", "funder")):
                key = (source_id, truth["truth_id"])
                self._compare("project", key, column, values, said.get(column, []))

    def _judge_classes(self, key: Key, pages: Sequence[Shown], project_id: str) -> None:
        """Compare themes and target groups where some page tells what the project is for."""
        said = self._stated.projects.get(project_id, {})
        for column in _CLASSES:
            told = {code for page in pages for code in page.get(column) or ()}
            if any(column in page for page in pages):
                # `other` is what is left where no page names a theme
                expected = sorted(told - {"other"} or told)
                self._compare("project", key, column, expected, said.get(column, []))

    def _compare(
        self, level: str, key: Key, column: str, truth: list[str], said: list[str]
    ) -> None:
        if column in _ORGANISATIONS:
            # two names that were not found to be one organisation still name the right one
            said = sorted({self._organisation(value, truth) for value in said})
        self._count(level, key, column, truth, said)

    def _count(self, level: str, key: Key, column: str, truth: list[str], said: list[str]) -> None:
        place = (level, key[0], column)
        one = self.scores.setdefault(place, Score(*place))
        one.count(key[1], map(_collapse, truth), map(_collapse, said))

    def _organisation(self, organisation_id: str, expected: list[str]) -> str:
        """The expected organisation where a published name is one of its names, else the name.

        A unit (`Name, unit`) counts as the organisation it belongs to.
        """
        names = self._stated.organisations.get(organisation_id, [organisation_id])
        forms = [*names, *(name.partition(",")[0] for name in names)]
        known = {key for name in forms for key in self._names.get(name_key(name), ())}
        return next((key for key in expected if key in known), names[0])


def _by_column(says: Shown) -> dict[str, list[str]]:
    """What a page shows, by the columns that are compared."""
    # a decision whose sum nobody publishes has no text to compare
    amounts = [one for one in says.get("amounts") or [] if one["amount"] is not None]
    is_person = says.get("recipient_is_person")
    return {
        "name": _texts(says.get("name")),
        "start_date": _texts(says.get("start_date")),
        "end_date": _texts(says.get("end_date")),
        "precision": [
            f"{side} {says.get(f'{side}_precision') or 'day'}"
            for side in ("start", "end")
            if says.get(f"{side}_date")
        ],
        "codes": [code["value"] for code in says.get("codes") or [] if code["role"] == "own"],
        # who is no organisation of the world is known by name; of a person none is published
        "lead": _texts(says.get("lead") or (None if is_person else says.get("lead_name"))),
        "region": list(says.get("maakunta") or []),
        "amount": [amount_text(one) for one in amounts if one["kind"] not in _NO_ROW],
    }


def amount_text(amount: Mapping[str, Any]) -> str:
    """One sum as text: kind, two decimals, currency, and what qualifies it."""
    more = [amount.get("qualifier") or "exact", "annual" if amount.get("is_annual") else ""]
    value = f"{Decimal(str(amount['amount'])):.2f}"
    return " ".join(filter(None, [amount["kind"], value, amount.get("currency") or "EUR", *more]))


def _read_names(truth: Path) -> dict[str, set[str]]:
    """Name key -> the organisations of the world that are called so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_rows(truth, "organisations"):
        names = [row[column] for column in _NAME_COLUMNS if row[column]]
        names += [f"{name} {row['short']}" for name in names if row["short"]]
        for name in names:
            found[name_key(name)].add(row["organisation"])
    return found


def name_key(name: str) -> str:
    """A name without case, punctuation and legal form."""
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\w)\.(?=\w)", "", name.casefold()))
    return " ".join(word for word in words if word not in _LEGAL_FORMS)


def _texts(value: object) -> list[str]:
    return [] if value is None else [str(value)]


def _collapse(text: str) -> str:
    return " ".join(text.split())
