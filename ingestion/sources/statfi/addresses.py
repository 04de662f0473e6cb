"""Addresses of the classification API: lists, keys between lists, and what they are called.

What does not belong here: the content of an answer (`items.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from ingestion.scraper import PageError

_LIST = re.compile(r"([a-z]+_\d+)_((\d{4})\d{4})")


@dataclass(frozen=True, order=True)
class ListId:
    """A list of one vintage, e.g. `kunta_1_20260101`."""

    family: str
    vintage: str

    @classmethod
    def read(cls, text: str) -> ListId | None:
        """The id in a text, or None where it has another form."""
        match = _LIST.fullmatch(text)
        return cls(match[1], match[2]) if match else None

    @property
    def year(self) -> int:
        """Year of the vintage."""
        return int(self.vintage[:4])

    def __str__(self) -> str:
        return f"{self.family}_{self.vintage}"


@dataclass(frozen=True, order=True)
class Key:
    """A table that leads from the codes of one list to those of another."""

    source: ListId
    target: ListId

    @classmethod
    def read(cls, text: str) -> Key | None:
        """The key in a text such as `kunta_1_20260101%23evk_1_20260101`, or None."""
        first, _, second = unquote(text).partition("#")
        source, target = ListId.read(first), ListId.read(second)
        return cls(source, target) if source and target else None

    def __str__(self) -> str:
        return f"{self.source}%23{self.target}"


def items_url(base: str, list_id: ListId, language: str) -> str:
    """Address of the items of a list in one language."""
    query = f"content=data&meta=min&format=json&lang={language}"
    return f"{base}/classifications/{list_id}/classificationItems?{query}"


def maps_url(base: str, key: Key) -> str:
    """Address of the rows of a key."""
    return f"{base}/correspondenceTables/{key}/maps?content=data&meta=min&lang=fi&format=json"


def asked_list(url: str) -> ListId:
    """The list whose items an address asks for.

    Raises:
        PageError: it is no such address.
    """
    found = ListId.read(_segment(url, "classificationItems"))
    if found is None:
        raise PageError("address", "no list of items was asked for")
    return found


def asked_key(url: str) -> Key:
    """The key whose rows an address asks for.

    Raises:
        PageError: it is no such address.
    """
    found = Key.read(_segment(url, "maps"))
    if found is None:
        raise PageError("address", "no key was asked for")
    return found


def wanted_lists(ids: Iterable[ListId], options: Mapping[str, Any]) -> list[ListId]:
    """The lists of a catalogue that are read, in order."""
    families, first = options["families"], options["first_year"]
    return sorted(i for i in set(ids) if i.family in families and i.year >= first)


def wanted_keys(keys: Iterable[Key], options: Mapping[str, Any]) -> list[Key]:
    """The keys of a catalogue that are read, in order."""
    pairs, first = options["keys"], options["first_year"]
    return sorted(
        key
        for key in set(keys)
        if key.target.family in pairs.get(key.source.family, ()) and key.source.year >= first
    )


def expected_keys(lists: Iterable[ListId], options: Mapping[str, Any]) -> list[Key]:
    """Keys that the newest municipalities must have to the lists of their own vintage."""
    lists = list(lists)
    family, abolished = options["municipality_family"], options["abolished_family"]
    vintages = [item.vintage for item in lists if item.family == family]
    if not vintages:
        return []
    newest = max(vintages)
    own = ListId(family, newest)
    targets = options["keys"][family]
    found = [Key(own, item) for item in lists if item.vintage == newest and item.family in targets]
    return sorted([*found, Key(ListId(abolished, newest), own)])


def _segment(url: str, last: str) -> str:
    parts = urlsplit(url).path.rstrip("/").split("/")
    return parts[-2] if len(parts) > 1 and parts[-1] == last else ""
