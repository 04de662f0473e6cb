"""Replica of the classification API: two catalogues, lists in three languages, keys.

Never imports this source's parser. What does not belong here: the codes themselves
(`replica_lists.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import unquote

from ingestion.sandbox.ledger import Ledger, ShownRecord
from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked
from ingestion.sandbox.replica import Replica as Base
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World
from ingestion.sources.statfi.replica_lists import (
    DAMAGED,
    LANGUAGES,
    Entry,
    make_keys,
    make_lists,
    render_item,
    render_map,
)

_SOURCE = "statfi"


class Replica(Base):
    """Serves the real regions of the package's reference tables, and invented municipalities."""

    public_base = "https://data.stat.fi/api/classifications/v2"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._lists = make_lists()
        self._keys = make_keys(self._lists)

    def respond(self, asked: Asked) -> Answer:
        """A catalogue, a list or a key; anything else, also a key that is not there, is 404."""
        parts = asked.path.removeprefix(self.base_path).strip("/").split("/")
        if parts == ["classifications"]:
            return _json([f"{self.public_base}/classifications/{name}" for name in self._catalogue])
        if parts == ["correspondenceTables"]:
            return _json(
                [f"{self.public_base}/correspondenceTables/{a}%23{b}" for a, b in self._keys]
            )
        if len(parts) != 3:
            return NOT_FOUND
        if parts[2] == "classificationItems" and parts[1] in self._lists:
            return _json(self._items(parts[1], asked.query.get("lang", "fi")))
        source, _, target = unquote(parts[1]).partition("#")
        if parts[2] == "maps" and (source, target) in self._keys:
            return _json(self._maps(source, target))
        return NOT_FOUND

    def requests(self) -> Iterator[Asked]:
        """Both catalogues and everything they name."""
        yield Asked("GET", f"{self.base_path}/classifications")
        yield Asked("GET", f"{self.base_path}/correspondenceTables")
        for name in self._lists:
            for language in LANGUAGES:
                path = f"{self.base_path}/classifications/{name}/classificationItems"
                yield Asked("GET", path, {"lang": language})
        for source, target in self._keys:
            path = f"{self.base_path}/correspondenceTables/{source}%23{target}/maps"
            yield Asked("GET", path, {"lang": "fi"})

    def book(self, ledger: Ledger) -> None:
        """One line for each code and language, and one for each code of a key."""
        for name, entries in self._lists.items():
            for language in LANGUAGES:
                for entry in entries:
                    shown = {f"name_{language}": entry.name(language)}
                    self._enter(ledger, name, entry.code, language, shown)
        for (source, target), pairs in self._keys.items():
            for entry, parent in pairs:
                shown = {"parent_list": target, "parent_code": parent.code}
                self._enter(ledger, source, entry.code, target, shown)
        for name, step, item in DAMAGED:
            url = f"{self.public_base}/classifications/{name}/classificationItems?lang=fi"
            ledger.enter(
                ShownRecord(
                    _SOURCE, f"{name}:{item.get('code', '')}", "code", "fi", url, None,
                    makes_project=False, damaged=True, damage_step=step,
                )
            )  # fmt: skip

    @property
    def _catalogue(self) -> list[str]:
        # lists of other things stand beside those of regions
        return [*self._lists, "toimiala_1_20080101", "ammatti_1_20100101"]

    def _enter(
        self, ledger: Ledger, name: str, code: str, part: str, shown: dict[str, str]
    ) -> None:
        if part in LANGUAGES:
            path = f"classifications/{name}/classificationItems?lang={part}"
        else:
            path = f"correspondenceTables/{name}%23{part}/maps?lang=fi"
        ledger.enter(
            ShownRecord(
                _SOURCE, f"{name}:{code}", "code", part, f"{self.public_base}/{path}", None,
                makes_project=False, shown={"list_name": name, "code": code, **shown},
            )
        )  # fmt: skip

    def _items(self, name: str, language: str) -> list[object]:
        rng = stream(self.world.seed, "statfi", name, language)
        items: list[object] = [
            render_item(entry, entry.name(language), rng) for entry in self._lists[name]
        ]
        if language == "fi":
            items += [item for damaged, _, item in DAMAGED if damaged == name]
        return items

    def _maps(self, source: str, target: str) -> list[object]:
        rng = stream(self.world.seed, "statfi", source, target)
        rows: list[object] = []
        for entry, parent in self._keys[source, target]:
            rows += render_map(entry, _with_above(parent, self._lists[target]), rng)
        return rows


def _with_above(parent: Entry, entries: list[Entry]) -> list[Entry]:
    """The target and, where its list has levels, the areas that contain it."""
    if parent.level == 1:
        return [parent]
    return [entry for entry in entries if parent.code.startswith(entry.code)]


def _json(content: object) -> Answer:
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(body, "application/json;charset=UTF-8", cacheable=True)
