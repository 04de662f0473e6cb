"""What dbt's manifest declares about the published tables, as plain data.

What does not belong here: how it is shown (`dictionary.py`, `diagrams.py`), and what a released
database really holds (`orchestration/release/tables.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from orchestration.release.tables import MARTS

Node = Mapping[str, Any]

_REF = re.compile(r"ref\('(\w+)'\)")
_COMMENT = re.compile(r"\{#-?(.*?)-?#\}", re.DOTALL)


class DocsError(ValueError):
    """The project does not say what a generated page must tell; the message names the place."""


@dataclass(frozen=True)
class Reference:
    """Columns whose values exist in a column of another table or reviewed list."""

    columns: tuple[str, ...]
    table: str
    field: str


@dataclass(frozen=True)
class ColumnDoc:
    """A published column.

    Attributes:
        allowed: the closed list of its values; empty where there is none.
        is_required: whether a test refuses an empty cell.
    """

    name: str
    type: str
    description: str
    is_key: bool
    is_required: bool
    allowed: tuple[str, ...]


@dataclass(frozen=True)
class TableDoc:
    """A published table.

    Attributes:
        folder: the storey it stands in, such as `core`.
        grain: what one row is.
        references: foreign keys.
        rules: the dbt tests beside keys, lists and references: name -> what must hold.
        inputs: models it is built from.
        path: its SQL, from the root of the dbt project.
    """

    name: str
    folder: str
    description: str
    grain: str
    columns: tuple[ColumnDoc, ...]
    references: tuple[Reference, ...]
    rules: Mapping[str, str]
    inputs: tuple[str, ...]
    path: str

    @property
    def key(self) -> tuple[str, ...]:
        """Columns of the primary key."""
        return tuple(column.name for column in self.columns if column.is_key)


def read_tables(manifest: Node) -> list[TableDoc]:
    """All published tables, in the order in which the exposures list them.

    Args:
        manifest: dbt's parsed `manifest.json`.

    Raises:
        DocsError: a table has no description, grain or key, or a column no type or description.
    """
    nodes = manifest["nodes"].values()
    models = [n for n in nodes if n["resource_type"] == "model" and n["schema"] == MARTS]
    # dbt's own order depends on what it parsed anew: nothing may rest on it
    tests = sorted((n for n in nodes if n["resource_type"] == "test"), key=lambda n: n["name"])
    exposures = sorted(manifest["exposures"].values(), key=_size, reverse=True)
    listed = [key for exposure in exposures for key in exposure["depends_on"]["nodes"]]
    place = {key: number for number, key in reversed(list(enumerate(listed)))}
    models.sort(key=lambda model: (place.get(model["unique_id"], len(listed)), model["name"]))
    return [_read_table(model, _tests_of(model, tests), manifest) for model in models]


def _size(exposure: Node) -> tuple[int, str]:
    return len(exposure["depends_on"]["nodes"]), exposure["name"]


def _tests_of(model: Node, tests: list[Node]) -> list[Node]:
    """Tests that are declared on a model, or that name it as the table they judge."""
    return [
        test
        for test in tests
        if test.get("attached_node") == model["unique_id"]
        or test["config"]["meta"].get("dagster", {}).get("ref", {}).get("name") == model["name"]
    ]


def _read_table(model: Node, tests: list[Node], manifest: Node) -> TableDoc:
    name = model["name"]
    key = tuple(column for kwargs in _of_kind(tests, "primary_key") for column in kwargs["columns"])
    table = TableDoc(
        name=name,
        folder=model["fqn"][2],
        description=model["description"].strip(),
        grain=str(model["config"]["meta"].get("grain", "")).strip(),
        columns=tuple(_read_columns(model, tests, key)),
        references=tuple(_read_references(tests)),
        rules=dict(_read_rules(tests)),
        inputs=tuple(sorted(_name_of(parent, manifest) for parent in model["depends_on"]["nodes"])),
        path=model["original_file_path"],
    )
    missing = [what for what in ("description", "grain", "key") if not getattr(table, what)]
    missing += [
        f"{what} of {column.name}"
        for column in table.columns
        for what in ("type", "description")
        if not getattr(column, what)
    ]
    if missing:
        raise DocsError(f"{model['patch_path'] or model['path']}: {name} has no {missing[0]}")
    return table


def _read_columns(model: Node, tests: list[Node], key: tuple[str, ...]) -> Iterator[ColumnDoc]:
    lists: dict[str, list[str]] = {}
    required = set(key)
    for kwargs in _of_kind(tests, "closed_lists"):
        lists |= kwargs["lists"]
        required |= set(kwargs.get("required", ()))
    for name, column in model["columns"].items():
        yield ColumnDoc(
            name=name,
            type=column["data_type"] or "",
            description=column["description"].strip(),
            is_key=name in key,
            is_required=name in required,
            allowed=tuple(lists.get(name, ())),
        )


def _read_references(tests: list[Node]) -> Iterator[Reference]:
    for kwargs in _of_kind(tests, "resolves"):
        to = _REF.search(kwargs["to"])
        if to is None:
            raise DocsError(f"a test `resolves` points at {kwargs['to']!r}, which is no ref(…)")
        yield Reference(tuple(kwargs["columns"]), to[1], kwargs["field"])


def _read_rules(tests: list[Node]) -> Iterator[tuple[str, str]]:
    for test in tests:
        kind = (test.get("test_metadata") or {}).get("name")
        if kind == "always":
            yield from test["test_metadata"]["kwargs"]["expressions"].items()
        elif kind is None:
            comment = _COMMENT.search(test["raw_code"])
            if comment is None:
                raise DocsError(f"{test['original_file_path']} does not say what it looks for")
            yield test["name"], " ".join(comment[1].split())
        elif kind not in ("primary_key", "closed_lists", "resolves"):
            yield test["name"], f"the test `{kind}` finds nothing"


def _of_kind(tests: list[Node], kind: str) -> Iterator[dict[str, Any]]:
    for test in tests:
        if (test.get("test_metadata") or {}).get("name") == kind:
            yield test["test_metadata"]["kwargs"]


def _name_of(unique_id: str, manifest: Node) -> str:
    node = manifest["nodes"].get(unique_id) or manifest["sources"][unique_id]
    return str(node["name"])
