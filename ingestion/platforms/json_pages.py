"""Sources that publish JSON: from the bytes of an answer to its value, and an audit of its keys.

An unknown key is drift: its path and type are reported, never its value, which could name a
person. What does not belong here: envelopes and fields of one source.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ingestion.scraper import Drift, Finding, Page, PageError

#: A leaf, or a part that is not looked into.
LEAF: Mapping[str, Any] | None = None
LANGUAGE_KEYS: Mapping[str, Any] = dict.fromkeys(("fi", "sv", "en"), LEAF)
#: Half of a letter beyond the basic plane; alone it cannot be written to any file.
_HALF_LETTER = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(page: Page) -> Any:
    """The JSON value of an answer, UTF-8 with or without a byte order mark.

    Numbers with a fraction stay text: money must not pass through binary floats.

    Raises:
        PageError: it is no JSON.
    """
    return parse_json(page.body)


def parse_json(body: bytes | str) -> Any:
    """The value of a JSON text; numbers with a fraction stay text.

    Raises:
        PageError: it is no JSON.
    """
    try:
        text = body.decode("utf-8-sig") if isinstance(body, bytes) else body
        value = json.loads(text, parse_float=str, parse_constant=_refuse)
        refuse_half_letters(text, value)
    except (ValueError, RecursionError) as error:
        raise PageError("json", "the answer is no JSON") from error
    return value


def refuse_half_letters(text: str, value: Any) -> None:
    """Refuse a JSON text whose value holds half a letter: no file could take it.

    Raises:
        ValueError: it does.
    """
    if _HALF_LETTER.search(text):
        json.dumps(value, ensure_ascii=False).encode()


def key_drift(value: Any, known: Mapping[str, Any] | None, path: str) -> Iterator[Drift]:
    """One drift for each key path beyond the known ones, with the JSON type of what it holds."""
    for where, kind in sorted(set(_unknown_keys(value, known, path))):
        yield Drift("key", where, kind)


def count_findings(rows: int, totals: Iterable[int | None]) -> Iterator[Finding]:
    """Rows seen over all pages against the totals that the pages announce.

    A total that changes on the way means that rows moved between pages: the run has to be
    repeated, what was read is kept.
    """
    announced = {total for total in totals if total is not None}
    if not announced:
        yield Finding("warn", "no_total", "no total is announced: completeness cannot be shown")
    elif len(announced) > 1:
        detail = f"announced totals {sorted(announced)}, {rows} rows: to be repeated"
        yield Finding("incomplete", "total_changed", detail)
    elif announced != {rows}:
        yield Finding("block", "rows_differ", f"{rows} rows, {announced.pop()} announced")


def repeated_findings(keys: Iterable[str]) -> Iterator[Finding]:
    """Keys that stand more than once in the pages of one snapshot."""
    repeated = [key for key, count in Counter(keys).items() if count > 1]
    if repeated:
        yield Finding("block", "repeated_key", f"{len(repeated)} keys stand more than once")


def json_type(value: Any) -> str:
    """What JSON calls the type of a value."""
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "list"
    return {str: "string", bool: "boolean", type(None): "null"}.get(type(value), "number")


def _unknown_keys(
    value: Any, known: Mapping[str, Any] | None, path: str
) -> Iterator[tuple[str, str]]:
    """Lists are looked through: their items share one path."""
    if known is None:
        return
    if isinstance(value, list):
        for item in value:
            yield from _unknown_keys(item, known, f"{path}[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in known:
                yield from _unknown_keys(inner, known[key], f"{path}.{key}")
            else:
                yield f"{path}.{key[:60]}", json_type(inner)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
