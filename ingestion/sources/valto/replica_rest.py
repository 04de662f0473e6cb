"""The REST door of the replica: search, bundles, bitstreams, as DSpace 7 shapes them.

What does not belong here: what a publication says (`replica_fields.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ingestion.sandbox.replica import NOT_FOUND, Answer
from ingestion.sandbox.streams import uuid_of
from ingestion.sources.valto.replica_fields import HOST, Written
from ingestion.sources.valto.replica_items import Publication

BASE = "/server/api"
_JSON = "application/hal+json;charset=UTF-8"


class Rest:
    """Answers requests below `/server/api`."""

    def __init__(
        self, items: Sequence[Publication], write: Callable[[Publication], Written], seed: int
    ) -> None:
        self._items = sorted(
            (item for item in items if not item.is_deleted),
            key=lambda item: (item.issued, item.handle),
            reverse=True,
        )
        self._write = write
        self._seed = seed
        self._by_uuid = {uuid_of(seed, "item", item.handle): item for item in self._items}

    def respond(self, path: str, query: Mapping[str, str]) -> Answer:
        """The search, or the walk to the files of one item."""
        path = path.removeprefix(BASE)
        if path == "/discover/search/objects":
            return self._search(query)
        parts = path.strip("/").split("/")
        if len(parts) == 4 and parts[:2] == ["core", "items"] and parts[3] == "bundles":
            return self._bundles(parts[2])
        if len(parts) == 4 and parts[:2] == ["core", "bundles"] and parts[3] == "bitstreams":
            return self._bitstreams(parts[2])
        return NOT_FOUND

    def _search(self, query: Mapping[str, str]) -> Answer:
        size = min(int(query.get("size", "20")), 100)
        number = int(query.get("page", "0"))
        page: list[dict[str, Any]] = [
            self._item(item) for item in self._items[number * size : (number + 1) * size]
        ]
        if query.get("dsoType") != "item" and number == 0:
            page.append({"uuid": uuid_of(self._seed, "community"), "name": "Yhteisö",
                         "handle": "10024/59357", "type": "community", "metadata": {}})  # fmt: skip
        total = len(self._items)
        info = {"number": number, "size": size, "totalPages": -(-total // size),
                "totalElements": total}  # fmt: skip
        result: dict[str, Any] = {"page": info}
        if page:
            objects = [{"_embedded": {"indexableObject": entry}} for entry in page]
            result["_embedded"] = {"objects": objects}
        return _json({"_embedded": {"searchResult": result}})

    def _item(self, item: Publication) -> dict[str, Any]:
        metadata: dict[str, list[dict[str, Any]]] = {}
        for place, (path, language, value) in enumerate(self._write(item).fields):
            entry = {"value": value, "language": language, "authority": None, "confidence": -1}
            metadata.setdefault(path, []).append({**entry, "place": place})
        return {
            "uuid": uuid_of(self._seed, "item", item.handle), "name": item.title,
            "handle": item.handle, "type": "item", "metadata": metadata,
        }  # fmt: skip

    def _bundles(self, uuid: str) -> Answer:
        if uuid not in self._by_uuid:
            return NOT_FOUND
        bundles = [
            {
                "name": name,
                "_links": {"bitstreams": {"href": f"{HOST}{BASE}/core/bundles/{key}/bitstreams"}},
            }
            for name, key in (("THUMBNAIL", f"t-{uuid}"), ("ORIGINAL", f"o-{uuid}"))
        ]
        return _json({"_embedded": {"bundles": bundles}})

    def _bitstreams(self, key: str) -> Answer:
        item = self._by_uuid.get(key[2:])
        if item is None:
            return NOT_FOUND
        name = self._write(item).file_name if key.startswith("o-") else "kansi.jpg"
        uuid = uuid_of(self._seed, "file", key)
        kind = "application/pdf" if name.endswith(".pdf") else "image/jpeg"
        file = {
            "uuid": uuid, "name": name, "sizeBytes": 1000 + len(quote(name)),
            "metadata": {"dc.format.mimetype": [{"value": kind}]},
            "_links": {"content": {"href": f"{HOST}{BASE}/core/bitstreams/{uuid}/content"}},
        }  # fmt: skip
        return _json({"_embedded": {"bitstreams": [file]}})


def _json(content: object) -> Answer:
    return Answer(json.dumps(content, ensure_ascii=False).encode(), _JSON, cacheable=True)
