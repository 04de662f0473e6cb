"""Shows the answer to a query as a table for the eye, or as CSV or JSON for a program.

What does not belong here: where the answer comes from.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration.release.exports.cells import FORMULA_STARTS, LIST_SEPARATOR
from orchestration.release.query import Answer

_UNCUT = 4_000


class Format(StrEnum):
    """How an answer is shown."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def show(answer: Answer, form: Format, console: Console | None = None) -> str:
    """The answer as text that ends without a newline."""
    if form is Format.CSV:
        return _csv(answer)
    if form is Format.JSON:
        return _json(answer)
    return _table(answer, console or _console())


def _console() -> Console:
    """The terminal; into a file or a pipe as wide as the rows are, so that nothing is cut."""
    console = Console()
    return console if console.is_terminal else Console(width=_UNCUT)


def as_text(value: Any) -> str:
    """One value as a person reads it: ISO dates, times in UTC, lists joined, nothing for NULL."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, list):
        return LIST_SEPARATOR.join(as_text(item) for item in value)
    return str(value)


def _csv(answer: Answer) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_csv_cell(value) for value in row] for row in answer.rows)
    return stream.getvalue().rstrip("\n")


def _csv_cell(value: Any) -> str:
    text = as_text(value)
    if isinstance(value, str | list) and text.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


def _json(answer: Answer) -> str:
    records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return json.dumps(records, ensure_ascii=False, indent=2, default=_json_value)


def _json_value(value: Any) -> Any:
    if isinstance(value, date | datetime | Decimal):
        return as_text(value)
    return str(value)


def _table(answer: Answer, console: Console) -> str:
    table = Table()
    for name in answer.columns:
        table.add_column(Text(name), overflow="fold")
    for row in answer.rows:
        # Text, not str: square brackets of a name are no colour codes
        table.add_row(*(Text(as_text(value)) for value in row))
    with console.capture() as capture:
        console.print(table)
        console.print(Text(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}"))
    return capture.get().rstrip("\n")
