"""One publication as the archive describes it, whichever door it came through.

What does not belong here: what becomes of the fields (`publications.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from lxml import etree

from ingestion.platforms.json_pages import LEAF, json_type, key_drift
from ingestion.platforms.oai import OaiRecord
from ingestion.platforms.xml_text import local_name
from ingestion.scraper import Drift, Rejected

#: Both prefixes are valid: a number without its prefix identifies nothing.
HANDLE = re.compile(r"(?:10024|11111)/\d+")
_NAMESPACE = "http://kk/1.0"
_FIELD_ATTRIBUTES = {"schema", "element", "qualifier", "language", "value"}
_FILE_ATTRIBUTES = {"bundle", "href", "name", "type"}
_ORIGINAL = "ORIGINAL"
#: Bundles of DSpace that hold no publication: extracted text, pictures, licences.
_OTHER_BUNDLES = {
    "TEXT", "THUMBNAIL", "LICENSE", "CC-LICENSE", "SWORD", "METADATA", "BRANDED_PREVIEW",
}  # fmt: skip
#: Read above where they say something; the handle says where a publication is.
_SILENT = {"identifier", "type", "link"}

_VALUE: Mapping[str, Any] = dict.fromkeys(
    ("value", "language", "authority", "confidence", "place"), LEAF
)
#: The search's answer as far as it is looked into; `metadata` has its paths as keys.
SEARCH: Mapping[str, Any] = {
    "_links": LEAF, "type": LEAF, "id": LEAF, "uuid": LEAF, "query": LEAF, "scope": LEAF,
    "sort": LEAF, "appliedFilters": LEAF, "configuration": LEAF, "facets": LEAF, "page": LEAF,
    "_embedded": {
        "facets": LEAF,
        "searchResult": {
            "_links": LEAF,
            "page": dict.fromkeys(("number", "size", "totalPages", "totalElements"), LEAF),
            "_embedded": {
                "objects": {
                    "_links": LEAF, "hitHighlights": LEAF, "type": LEAF,
                    "_embedded": {
                        "indexableObject": dict.fromkeys(
                            ("id", "uuid", "name", "handle", "type", "uniqueType", "entityType",
                             "metadata", "inArchive", "discoverable", "withdrawn",
                             "lastModified", "archivedItemsCount", "_links", "_embedded"),
                            LEAF,
                        )
                    },
                }
            },
        },
    },
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One value with its path `schema.element[.qualifier]`."""

    path: str
    value: str


@dataclass(frozen=True)
class Item:
    """A publication.

    Attributes:
        handle: `prefix/number`.
        place: where it stands in its page.
        files: addresses of its own files.
        uuid: the REST door's id, empty through the other one.
    """

    handle: str
    place: str
    fields: tuple[Field, ...]
    files: tuple[str, ...] = ()
    uuid: str = ""

    def values(self, *paths: str) -> list[str]:
        """Values of some paths that are not blank, in the order of the archive."""
        return [f.value for f in self.fields if f.path in paths and f.value.strip()]


def handle_of(identifier: str) -> str | None:
    """The handle in `oai:<host>:<handle>`, or None."""
    last = identifier.strip().rpartition(":")[2]
    return last if HANDLE.fullmatch(last) else None


def read_kk(record: OaiRecord) -> Iterator[Item | Drift | Rejected]:
    """The publication of a `kk` record, and everything in it that the format does not have."""
    handle, metadata = handle_of(record.identifier), record.metadata
    if handle is None:
        yield Rejected("handle", "no handle in the identifier", record.place, "identifier")
        return
    if metadata is None:
        yield Rejected("metadata", "a record without metadata", record.place, None, handle)
        return
    if etree.QName(metadata).namespace != _NAMESPACE:
        yield Drift("namespace", "metadata", str(etree.QName(metadata).namespace)[:80])
    described = _Described([], [], [])
    for child in metadata.iterchildren(etree.Element):
        yield from described.take(child)
    if any(other != handle for other in described.handles):
        reason = "kk:identifier names another handle than the header"
        yield Rejected("handle", reason, record.place, "kk:identifier", handle)
        return
    files = tuple(dict.fromkeys(described.files))
    yield Item(handle, record.place, tuple(described.fields), files)


@dataclass(frozen=True)
class _Described:
    """What the elements of one record say, so far."""

    fields: list[Field]
    files: list[str]
    handles: list[str]

    def take(self, child: etree._Element) -> Iterator[Drift]:
        """Add one element; yield what of it the format does not have."""
        name = local_name(child)
        if name == "field":
            yield from _unknown_attributes(child, _FIELD_ATTRIBUTES)
            self.fields.extend(_field(child))
        elif name == "file":
            yield from _unknown_attributes(child, _FILE_ATTRIBUTES)
            yield from _read_file(child, self.files)
        elif name == "identifier" and (child.get("type") or "handle") == "handle":
            self.handles.append((child.get("value") or "").strip())
        elif name == "type" and child.get("name") != "item":
            yield Drift("enum", "kk:type", str(child.get("name"))[:40])
        elif name not in _SILENT:
            yield Drift("element", "kk:metadata", name[:40])


def read_hit(found: Any, place: str) -> Iterator[Item | Drift | Rejected]:
    """The publication of one hit of the search; communities and collections are none."""
    item = inner(found, "_embedded", "indexableObject")
    if not isinstance(item, dict):
        yield Rejected("hit", "a hit without indexableObject", place)
        return
    if item.get("type", "item") != "item":
        return
    handle = item.get("handle")
    if not isinstance(handle, str) or not HANDLE.fullmatch(handle):
        yield Rejected("handle", "an item without a handle of the archive", place, "handle")
        return
    metadata = item.get("metadata")
    if not isinstance(metadata, dict):
        yield Rejected("metadata", "an item without metadata", place, "metadata", handle)
        return
    fields: list[Field] = []
    for path, values in metadata.items():
        yield from key_drift(values, _VALUE, "metadata")
        for value in values if isinstance(values, list) else [values]:
            text = value.get("value") if isinstance(value, dict) else value
            if isinstance(value, dict) and isinstance(text, str):
                fields.append(Field(path, text))
            elif text is not None:
                reason = f"expected a text in an object, found {json_type(text)}"
                yield Rejected("value", reason, place, path[:60], handle)
    yield Item(handle, place, tuple(fields), uuid=str(item.get("uuid") or ""))


def inner(value: Any, *keys: str) -> Any:
    """What stands under keys inside each other, or None."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def safe_url(url: str) -> str | None:
    """A web address with every letter of its path as UTF-8 percent-encoding, or None."""
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return None
    except ValueError:
        return None
    path = quote(parts.path, safe="/%:@!$&'()*+,;=-._~")
    return urlunsplit((parts.scheme, parts.netloc, path, quote(parts.query, safe="=&%+,:/"), ""))


def _field(element: etree._Element) -> Iterator[Field]:
    parts = [(element.get(name) or "").strip() for name in ("schema", "element", "qualifier")]
    value = element.get("value")
    if value is not None:
        yield Field(".".join(filter(None, parts)), value)


def _read_file(element: etree._Element, files: list[str]) -> Iterator[Drift]:
    bundle = (element.get("bundle") or _ORIGINAL).strip()
    url = safe_url(element.get("href") or "")
    if bundle == _ORIGINAL and url is not None:
        files.append(url)
    elif bundle == _ORIGINAL:
        yield Drift("form", "kk:file", "no web address")
    elif bundle not in _OTHER_BUNDLES:
        yield Drift("enum", "kk:file bundle", bundle[:40])


def _unknown_attributes(element: etree._Element, known: set[str]) -> Iterator[Drift]:
    for name in sorted({str(etree.QName(key).localname) for key in element.attrib} - known):
        yield Drift("attribute", f"kk:{local_name(element)}", name[:40])
