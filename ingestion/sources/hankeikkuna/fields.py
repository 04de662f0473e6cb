"""Forms of single values in the register's JSON, read strictly.

What does not belong here: which value becomes which field of a record (`hits.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote

from ingestion.settings import HELSINKI
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

LANGUAGES = ("fi", "sv", "en")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class FieldError(ValueError):
    """A value has another form than the register's.

    Args:
        field: key path of the value.
        reason: what was expected.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def tunnus_of(item: Mapping[str, Any]) -> str | None:
    """The item's tunnus with percent-encoded marks written out, or None."""
    tunnus = item.get("tunnus")
    return collapse(unquote(tunnus)) or None if isinstance(tunnus, str) else None


def numbers_of(item: Mapping[str, Any]) -> set[str]:
    """The tunnus and the case numbers that an item shows; what is no text is none."""
    raw = item.get("asianumerot")
    cases = raw if isinstance(raw, list) else []
    found = {collapse(number) for number in cases if isinstance(number, str)}
    return (found | {tunnus_of(item) or ""}) - {""}


def keywords_of(hit: Mapping[str, Any]) -> Iterator[str]:
    """The words of its keywords in all languages; a keyword may be a bare string."""
    listed = hit.get("asiasanat")
    for keyword in listed if isinstance(listed, list) else ():
        words = (
            [keyword.get(language) for language in LANGUAGES]
            if isinstance(keyword, Mapping)
            else [keyword]
        )
        yield from (word for word in words if isinstance(word, str))


def localised(value: Any, field: str) -> dict[str, str]:
    """Texts by language; a null, blank or missing language is not there.

    Raises:
        FieldError: the value is no object of texts.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise FieldError(field, "expected an object of languages")
    texts = {}
    for language in LANGUAGES:
        text = value.get(language)
        if text is not None and not isinstance(text, str):
            raise FieldError(f"{field}.{language}", "expected a text")
        if text and (plain := redact(collapse(_TAG.sub(" ", text)))):
            texts[language] = plain
    return texts


def read_iso_day(value: Any, field: str) -> date | None:
    """The Finnish day of a date or timestamp; one without zone is Finnish time already.

    Raises:
        FieldError: the value is neither, or no calendar has it.
    """
    if value is None or value == "":
        return None
    try:
        if not isinstance(value, str):
            raise ValueError(type(value).__name__)
        if _DAY.fullmatch(value):
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise FieldError(field, "expected a date YYYY-MM-DD") from error
    return moment.date() if moment.tzinfo is None else moment.astimezone(HELSINKI).date()
