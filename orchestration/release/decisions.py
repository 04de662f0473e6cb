"""What people wrote into the state: verdicts on pairs of records, and ids that must not move.

The files are append-only and are people's word, so nothing in them is guessed at or passed over:
a line that cannot be read, or a line that was there last night and is gone, stops the night and
is named with what to do. What was read is left as Parquet beside (`people/`), for the build, and
without the names of the people. What does not belong here: what a verdict does (SQL).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingestion.settings import HELSINKI
from orchestration.release import durable

DECISIONS = "match_decisions.csv"
PINS = "registry_pins.csv"
#: File in `state/` -> its first line.
HEADERS: dict[str, str] = {
    DECISIONS: "left_record_id,right_record_id,relation,verdict,user,at,reason,supersedes",
    PINS: "project_id,record_id,verdict,user,at,reason",
}
RELATIONS = ("same_as", "follows", "part_of", "overlaps")
VERDICTS = ("yes", "no", "unsure")
PIN_VERDICTS = ("pin", "unpin")

#: Columns of `people/match_decisions.parquet`.
DECISION_SCHEMA = pa.schema(
    [
        ("decision_id", pa.string()),
        ("line", pa.int64()),
        ("left_record_id", pa.string()),
        ("right_record_id", pa.string()),
        ("relation", pa.string()),
        ("verdict", pa.string()),
        ("decided_at", pa.timestamp("us", tz="UTC")),
        ("supersedes", pa.string()),
    ]
)
#: Columns of `people/registry_pins.parquet`: pins that hold.
PIN_SCHEMA = pa.schema([("project_id", pa.string()), ("record_id", pa.string())])

_FOLDER = "people"
_REGISTRY = "registry/entity.parquet"


class DecisionFileError(ValueError):
    """A file that people write cannot be taken at its word; the message says where and why."""

    def __init__(self, file: Path, line: int | None, problem: str) -> None:
        where = f"{file}, line {line}" if line else str(file)
        super().__init__(
            f"{where}: {problem}. Nothing was built; what people decided is never passed over"
        )


@dataclass(frozen=True)
class Decision:
    """One line of `match_decisions.csv`.

    Attributes:
        decision_id: hash of the line without user and reason; what `supersedes` names.
        line: where it begins in the file; the header is 1.
        left_record_id: for `follows` and `part_of` the later project, or the part.
        decided_at: aware; a day alone is its first moment in Finland.
        supersedes: the decision it replaces, or None.
    """

    decision_id: str
    line: int
    left_record_id: str
    right_record_id: str
    relation: str
    verdict: str
    decided_at: datetime
    supersedes: str | None


@dataclass(frozen=True)
class Pin:
    """The newest line about an id in `registry_pins.csv`."""

    line: int
    project_id: str
    record_id: str | None
    is_pinned: bool


def decision_id(
    left: str, right: str, relation: str, verdict: str, at: str, supersedes: str
) -> str:
    """Id of a decision: the same line has the same id wherever it stands, whoever wrote it."""
    fields = (left, right, relation, verdict, at, supersedes)
    return "d-" + hashlib.sha256("\x1f".join(fields).encode()).hexdigest()[:12]


def prepare_decisions(state_dir: Path) -> None:
    """Read what people wrote, strictly, and leave it for the build in `state/people/`.

    Call it before every build. A file that is not there yet counts as empty.

    Raises:
        DecisionFileError: a line cannot be read, contradicts itself, names an id that does not
            exist, or was there in an earlier night and is gone.
    """
    decisions = read_decisions(state_dir / DECISIONS)
    pins = read_pins(state_dir / PINS, state_dir / _REGISTRY)
    _refuse_loss(
        state_dir, DECISIONS, "decision_id", {decision.decision_id for decision in decisions}
    )
    _refuse_loss(state_dir, PINS, "project_id", {pin.project_id for pin in pins})
    _write(
        _prepared(state_dir, DECISIONS),
        [{name: getattr(each, name) for name in DECISION_SCHEMA.names} for each in decisions],
        DECISION_SCHEMA,
    )
    _write(
        _prepared(state_dir, PINS),
        [
            {name: getattr(pin, name) for name in PIN_SCHEMA.names}
            for pin in sorted(pins, key=lambda pin: pin.project_id)
            if pin.is_pinned
        ],
        PIN_SCHEMA,
    )


def read_decisions(path: Path, *, is_whole: bool = True) -> list[Decision]:
    """All decisions in the order of the file; a line that is there twice counts once.

    Args:
        path: the file, or one with the same columns.
        is_whole: every decision that a line supersedes must stand in it.

    Raises:
        DecisionFileError: see `prepare_decisions`.
    """
    found: dict[str, Decision] = {}
    for line, row in _rows(path, DECISIONS):
        decision = _read_decision(path, line, row)
        replaced = found.get(decision.supersedes) if decision.supersedes else None
        if decision.supersedes and replaced is None and is_whole:
            raise DecisionFileError(
                path, line, f"supersedes {decision.supersedes!r}, which no line before it is"
            )
        if replaced and _pair(replaced) != _pair(decision):
            raise DecisionFileError(
                path, line, f"supersedes the decision of line {replaced.line} on other records"
            )
        found.setdefault(decision.decision_id, decision)
    return list(found.values())


def read_pins(path: Path, registry: Path) -> list[Pin]:
    """The newest line about each id.

    Args:
        path: `registry_pins.csv`; it may be absent.
        registry: `registry/entity.parquet`; it may be absent.

    Raises:
        DecisionFileError: see `prepare_decisions`.
    """
    newest: dict[str, Pin] = {}
    for line, row in _rows(path, PINS):
        project_id = _required(path, line, row, "project_id")
        verdict = _one_of(path, line, row, "verdict", PIN_VERDICTS)
        _read_time(path, line, row)
        record = row["record_id"] or None
        newest[project_id] = Pin(line, project_id, record, is_pinned=verdict == "pin")
    pins = [pin for pin in newest.values() if pin.is_pinned]
    known = _read_registry(registry) if pins else {}
    taken: dict[str, Pin] = {}
    for pin in pins:
        if pin.project_id not in known:
            raise DecisionFileError(
                path, pin.line, f"{pin.project_id!r} is no id that the registry ever gave"
            )
        if (redirect := known[pin.project_id]) is not None:
            raise DecisionFileError(
                path, pin.line, f"{pin.project_id} was merged into {redirect}: pin that one"
            )
        if pin.record_id and (other := taken.setdefault(pin.record_id, pin)) is not pin:
            raise DecisionFileError(
                path,
                pin.line,
                f"record {pin.record_id} is already pinned to {other.project_id} by line"
                f" {other.line}: unpin one of the two",
            )
    return list(newest.values())


def _read_decision(path: Path, line: int, row: dict[str, str]) -> Decision:
    left = _required(path, line, row, "left_record_id")
    right = _required(path, line, row, "right_record_id")
    if left == right:
        raise DecisionFileError(path, line, "both sides are the same record")
    relation = _one_of(path, line, row, "relation", RELATIONS)
    verdict = _one_of(path, line, row, "verdict", VERDICTS)
    return Decision(
        decision_id=decision_id(left, right, relation, verdict, row["at"], row["supersedes"]),
        line=line,
        left_record_id=left,
        right_record_id=right,
        relation=relation,
        verdict=verdict,
        decided_at=_read_time(path, line, row),
        supersedes=row["supersedes"] or None,
    )


def _rows(path: Path, kind: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and trimmed fields of every line behind the header; empty lines are none."""
    if not path.exists():
        return
    names = HEADERS[kind].split(",")
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            line = 1
            for fields in reader:
                if line == 1 and fields != names:
                    raise DecisionFileError(path, 1, f"the header must be {','.join(names)}")
                if line > 1 and fields:
                    yield line, _fields(path, line, names, fields)
                line = reader.line_num + 1
            if line == 1:
                raise DecisionFileError(path, 1, f"the header must be {','.join(names)}")
    except (csv.Error, UnicodeDecodeError) as error:
        raise DecisionFileError(path, _broken_line(path, error), f"{error}") from error


def _fields(path: Path, line: int, names: Sequence[str], fields: Sequence[str]) -> dict[str, str]:
    if len(fields) != len(names):
        raise DecisionFileError(
            path,
            line,
            f"{len(fields)} fields where {len(names)} belong ({','.join(names)}); a text with a"
            " comma stands in double quotes. Mend the line",
        )
    if any("\x00" in field for field in fields):
        raise DecisionFileError(path, line, "it holds a NUL: the file is damaged, take the backup")
    return {name: field.strip() for name, field in zip(names, fields, strict=True)}


def _broken_line(path: Path, error: csv.Error | UnicodeDecodeError) -> int | None:
    if isinstance(error, UnicodeDecodeError):
        for number, raw in enumerate(path.read_bytes().split(b"\n"), start=1):
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                return number
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        begins = 1
        try:
            for _ in reader:
                begins = reader.line_num + 1
        except csv.Error:
            return begins
    return None


def _required(path: Path, line: int, row: dict[str, str], name: str) -> str:
    value = row[name]
    if not value or any(char.isspace() for char in value):
        raise DecisionFileError(path, line, f"{name} is {value!r}; an id is one word")
    return value


def _one_of(path: Path, line: int, row: dict[str, str], name: str, allowed: Sequence[str]) -> str:
    if row[name] not in allowed:
        raise DecisionFileError(path, line, f"{name} is {row[name]!r}, not {', '.join(allowed)}")
    return row[name]


def _read_time(path: Path, line: int, row: dict[str, str]) -> datetime:
    try:
        moment = datetime.fromisoformat(row["at"])
    except ValueError as error:
        raise DecisionFileError(
            path, line, f"at is {row['at']!r}, no ISO day or time such as 2026-11-24T09:30:00+02:00"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=HELSINKI)


def _pair(decision: Decision) -> frozenset[str]:
    return frozenset((decision.left_record_id, decision.right_record_id))


def _read_registry(registry: Path) -> dict[str, str | None]:
    if not registry.exists():
        return {}
    table = pq.read_table(registry, columns=["project_id", "redirect_to"])
    return dict(zip(table["project_id"].to_pylist(), table["redirect_to"].to_pylist(), strict=True))


def _prepared(state_dir: Path, name: str) -> Path:
    return state_dir / _FOLDER / Path(name).with_suffix(".parquet")


def _refuse_loss(state_dir: Path, name: str, key: str, present: set[str]) -> None:
    before = _prepared(state_dir, name)
    if not before.exists():
        return
    lost = sorted(set(pq.read_table(before, columns=[key])[key].to_pylist()) - present)
    if lost:
        raise DecisionFileError(
            state_dir / name,
            None,
            f"{len(lost)} lines that an earlier night read are gone or were changed"
            f" ({', '.join(lost[:3])}). Put them back from the backup; a verdict is withdrawn by"
            " another line, never by removing its own",
        )


def _write(path: Path, rows: list[dict[str, object]], schema: pa.Schema) -> None:
    table = pa.Table.from_pylist(rows, schema=schema)
    durable.replace_file(path, lambda beside: pq.write_table(table, beside))
