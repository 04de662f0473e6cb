"""Items of lists and rows of keys as code records.

What does not belong here: which of them are fetched, and comparisons between pages (`compare.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from ingestion.platforms.json_pages import LEAF, key_drift
from ingestion.platforms.letters import has_broken_letters
from ingestion.records import CodeRecord
from ingestion.scraper import Drift, PageError, Parsed, Rejected
from ingestion.sources.statfi.addresses import Key, ListId
from ingestion.text.names import collapse

_NAMES: Mapping[str, Any] = {"name": LEAF, "lang": LEAF}
_ITEM: Mapping[str, Any] = {"code": LEAF, "level": LEAF, "classificationItemNames": _NAMES}
_ROW: Mapping[str, Any] = {"sourceItem": _ITEM, "targetItem": _ITEM}


class ItemError(ValueError):
    """An item that must not become a record.

    Args:
        step: reading step that failed.
        reason: what was expected.
        field: key path.
    """

    def __init__(self, step: str, reason: str, field: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason
        self.field = field


@dataclass(frozen=True)
class Item:
    """One code with its level, None where none is given, and its name in the language asked for."""

    code: str
    level: int | None
    name: str | None


def rows_of(data: Any) -> list[Any]:
    """The rows of an answer.

    Raises:
        PageError: it is no list, or an empty one.
    """
    if not isinstance(data, list):
        raise PageError("list", "the answer is no list")
    if not data:
        raise PageError("empty", "the answer holds no row")
    return data


def read_items(
    rows: list[Any], list_id: ListId, language: str, url: str, options: Mapping[str, Any]
) -> Iterator[Parsed]:
    """The codes of a list with their names in one language; the language is the part."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        where = f"$[{place}]"
        try:
            item = read_item(row, options["families"][list_id.family], "item")
            if item.code in seen:
                raise ItemError("unique_code", "the code stands in the list before", "code")
        except ItemError as error:
            yield Rejected(error.step, error.reason, where, error.field)
            continue
        seen.add(item.code)
        if item.name is None:
            yield Drift("value", "classificationItemNames", "an item without a name")
        yield CodeRecord(
            native_id=f"{list_id}:{item.code}",
            part=language,
            source_url=url,
            locator=where,
            list_name=str(list_id),
            code=item.code,
            name_fi=item.name if language == "fi" else None,
            name_sv=item.name if language == "sv" else None,
            name_en=item.name if language == "en" else None,
        )
    yield from key_drift(rows, _ITEM, "items")


def read_maps(rows: list[Any], key: Key, url: str, options: Mapping[str, Any]) -> Iterator[Parsed]:
    """Where each code of the source list belongs; the target list is the part."""
    targets: dict[str, str] = {}
    for place, row in enumerate(rows):
        where = f"$[{place}]"
        try:
            source, target = read_row(row, key, options)
            drift = _level_drift(target, key, options)
            if drift is not None:
                yield drift
            if not counts(target, key, options):
                continue
            if source.code in targets:
                raise ItemError("unique_code", "the code has a target before", "sourceItem.code")
        except ItemError as error:
            yield Rejected(error.step, error.reason, where, error.field)
            continue
        targets[source.code] = target.code
        yield CodeRecord(
            native_id=f"{key.source}:{source.code}",
            part=str(key.target),
            source_url=url,
            locator=where,
            list_name=str(key.source),
            code=source.code,
            parent_list=str(key.target),
            parent_code=target.code,
        )
    yield from key_drift(rows, _ROW, "maps")


def read_row(row: Any, key: Key, options: Mapping[str, Any]) -> tuple[Item, Item]:
    """Both ends of a row of a key.

    Raises:
        ItemError: an end is missing or damaged.
    """
    if not isinstance(row, dict):
        raise ItemError("row", "expected an object", "maps[]")
    families = options["families"]
    return (
        read_item(row.get("sourceItem"), families[key.source.family], "sourceItem"),
        read_item(row.get("targetItem"), families[key.target.family], "targetItem"),
    )


def counts(target: Item, key: Key, options: Mapping[str, Any]) -> bool:
    """Whether a row says where a code belongs: of three levels of NUTS only one does."""
    if key.target.family != options["nuts_family"]:
        return True
    level: int = options["nuts_level"]
    # a code of NUTS has two letters and a sign a level
    return target.level == level or (target.level is None and len(target.code) == 2 + level)


def read_item(item: Any, form: str, where: str) -> Item:
    """One item.

    Raises:
        ItemError: it has no code of its list's form, or a level that is no number.
    """
    if not isinstance(item, dict):
        raise ItemError("item", "expected an object", where)
    code = item.get("code")
    if not isinstance(code, str) or not re.fullmatch(form, code.strip()):
        raise ItemError("code", f"expected a text of the form {form}", f"{where}.code")
    return Item(code.strip(), _level(item.get("level"), where), _name(item, where))


def _level(value: Any, where: str) -> int | None:
    """`3`, `3.00` and `"3"` are one level."""
    if value is None:
        return None
    try:
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise ValueError(type(value).__name__)
        level = Decimal(value)
        if level != int(level):
            raise ValueError("a part of a level")
    except (ValueError, ArithmeticError, InvalidOperation) as error:
        raise ItemError("level", "expected a whole number", f"{where}.level") from error
    return int(level)


def _name(item: Mapping[str, Any], where: str) -> str | None:
    names = item.get("classificationItemNames")
    if names is None:
        return None
    if not isinstance(names, list) or not all(isinstance(name, dict) for name in names):
        raise ItemError("names", "expected a list of objects", f"{where}.classificationItemNames")
    texts = [collapse(text) for name in names if isinstance(text := name.get("name"), str)]
    found = list(dict.fromkeys(filter(None, texts)))
    if any(map(has_broken_letters, found)):
        raise ItemError("charset", "letters are lost or encoded twice", f"{where}.name")
    if len(found) > 1:
        raise ItemError("names", "several names in one language", f"{where}.name")
    return found[0] if found else None


def _level_drift(target: Item, key: Key, options: Mapping[str, Any]) -> Drift | None:
    if key.target.family != options["nuts_family"] or target.level in options["nuts_known_levels"]:
        return None
    return Drift("enum", "targetItem.level", str(target.level))
