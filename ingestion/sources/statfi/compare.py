"""What lists and keys say when they are laid side by side, and beside the package's own tables.

Municipalities are abolished on the first of January of the vintage that no longer has them. The
key from abolished to present ones lags behind: an abolition that it does not know is shown and
never guessed. What does not belong here: reading a single answer (`items.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ingestion.scraper import Finding
from ingestion.sources.statfi.addresses import Key, ListId, expected_keys
from ingestion.text.lookups import kunnat

_NAMED = 8


@dataclass
class Snapshot:
    """All that the pages of one snapshot say.

    Attributes:
        names: list and language -> code -> name.
        refused: list and language -> items in quarantine.
        targets: key -> source code -> target code.
    """

    lists: set[ListId] = field(default_factory=set)
    names: dict[tuple[ListId, str], dict[str, str | None]] = field(default_factory=dict)
    refused: dict[tuple[ListId, str], int] = field(default_factory=dict)
    targets: dict[Key, dict[str, str]] = field(default_factory=dict)


def compare(snapshot: Snapshot, options: Mapping[str, Any]) -> Iterator[Finding]:
    """All findings."""
    yield from _languages(snapshot, options)
    family = options["municipality_family"]
    read = {list_id for list_id, _ in snapshot.names}
    vintages = sorted(item for item in read if item.family == family)
    if not vintages:
        yield Finding("block", "no_municipalities", "no list of municipalities could be read")
        return
    missing = [key for key in expected_keys(read, options) if key not in snapshot.targets]
    if missing:
        detail = f"keys that are not there: {_named(map(str, missing))}"
        yield Finding("warn", "missing_key", detail)
    yield from _uncovered(snapshot, vintages[-1])
    yield from _abolished(snapshot, vintages, options)
    yield from _reference(snapshot, vintages[-1])


def follow_successor(
    code: str, successors: Mapping[str, str], current: Iterable[str]
) -> str | None:
    """The present code at the end of a chain of mergers, None where it leads nowhere or round."""
    known, seen = set(current), set()
    while code not in known:
        if code in seen or code not in successors:
            return None
        seen.add(code)
        code = successors[code]
    return code


def _languages(snapshot: Snapshot, options: Mapping[str, Any]) -> Iterator[Finding]:
    for list_id in sorted(snapshot.lists):
        codes = {
            language: set(snapshot.names.get((list_id, language), ()))
            for language in options["languages"]
        }
        absent = [language for language, found in codes.items() if not found]
        if absent:
            detail = f"{list_id} could not be read in {', '.join(absent)}"
            yield Finding("incomplete", "missing_language", detail)
            continue
        every = set().union(*codes.values())
        lacking = sum(len(every - found) for found in codes.values())
        refused = sum(snapshot.refused.get((list_id, language), 0) for language in codes)
        if lacking > refused:
            detail = f"{list_id} holds other codes in another language"
            yield Finding("incomplete", "languages_differ", detail)


def _uncovered(snapshot: Snapshot, newest: ListId) -> Iterator[Finding]:
    codes = _codes(snapshot, newest)
    for key, targets in sorted(snapshot.targets.items()):
        if key.source == newest and (missing := codes - set(targets)):
            detail = f"{key} has no row for {_named(sorted(missing))}"
            yield Finding("warn", "code_without_target", detail)


def _abolished(
    snapshot: Snapshot, vintages: list[ListId], options: Mapping[str, Any]
) -> Iterator[Finding]:
    successors: dict[str, str] = {}
    for key, targets in sorted(snapshot.targets.items()):
        if key.source.family == options["abolished_family"]:
            successors.update(targets)
    current = _codes(snapshot, vintages[-1])
    for before, after in pairwise(vintages):
        gone = sorted(_codes(snapshot, before) - _codes(snapshot, after))
        unknown = [code for code in gone if follow_successor(code, successors, current) is None]
        if unknown:
            detail = f"abolished on 1.1.{after.year}, successor not known: {_named(unknown)}"
            yield Finding("warn", "unknown_successor", detail)


def _reference(snapshot: Snapshot, newest: ListId) -> Iterator[Finding]:
    """The package ships the same tables; where they differ somebody has to look."""
    own = {kunta.code: kunta for kunta in kunnat()}
    names = snapshot.names.get((newest, "fi"), {})
    differing = {code for code, name in names.items() if code in own and own[code].name_fi != name}
    differing |= set(names) ^ set(own)
    for key, targets in snapshot.targets.items():
        if key.source == newest and key.target.family.startswith("maakunta_"):
            differing |= {
                code for code, maakunta in targets.items()
                if code in own and own[code].maakunta_code != maakunta
            }  # fmt: skip
    if differing:
        detail = f"{len(differing)} codes of {newest}: {_named(sorted(differing))}"
        yield Finding("warn", "differs_from_reference", detail)


def _codes(snapshot: Snapshot, list_id: ListId) -> set[str]:
    found: set[str] = set()
    for (item, _), names in snapshot.names.items():
        if item == list_id:
            found |= set(names)
    return found


def _named(words: Iterable[str]) -> str:
    listed = list(words)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return ", ".join(listed[:_NAMED]) + more
