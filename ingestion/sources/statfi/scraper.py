"""Statistics Finland: municipalities and regions of every vintage, and the keys between them.

The catalogues say which lists and keys there are; only those of regions are fetched. A list comes
once a language. A key that is not there (404) is shown and the others are read all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from ingestion.platforms.json_pages import read_json
from ingestion.records import CodeRecord
from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Finding,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.statfi.addresses import (
    Key,
    ListId,
    asked_key,
    asked_list,
    expected_keys,
    items_url,
    maps_url,
    wanted_keys,
    wanted_lists,
)
from ingestion.sources.statfi.compare import Snapshot, compare
from ingestion.sources.statfi.items import read_items, read_maps, rows_of

_LISTS, _KEYS, _ITEMS, _MAPS = "lists", "keys", "items", "maps"


class Scraper(BaseScraper):
    """Catalogues weekly; what a vintage says does not change, so it is asked for once a year."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """Both catalogues; that of the keys was seen once and may be missing."""
        days = self.spec.options["catalogue_days"]
        yield Request(
            f"{self.spec.base_url}/classifications?format=json",
            role=_LISTS, expect="json", max_age_days=days,
        )  # fmt: skip
        yield Request(
            f"{self.spec.base_url}/correspondenceTables?format=json",
            role=_KEYS, expect="json", max_age_days=days, optional=True,
        )  # fmt: skip

    def follow(self, page: Page) -> Iterable[Request]:
        """From a catalogue to its lists and keys."""
        if page.role == _KEYS:
            yield from map(self._maps, wanted_keys(_keys(page), self.spec.options))
        if page.role != _LISTS:
            return
        lists = wanted_lists(_lists(page), self.spec.options)
        for list_id in lists:
            for language in self.spec.options["languages"]:
                yield self._vintage(items_url(self.spec.base_url or "", list_id, language), _ITEMS)
        yield from map(self._maps, expected_keys(lists, self.spec.options))

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Codes of a list or of a key; a catalogue states none."""
        role = _role_of(page)
        options = self.spec.options
        if role == _ITEMS:
            rows = rows_of(read_json(page))
            yield from read_items(rows, self._list(page), _language(page), page.url, options)
        elif role == _MAPS:
            yield from read_maps(rows_of(read_json(page)), self._key(page), page.url, options)
        else:
            yield from self._strange(page, role)

    def stable_bytes(self, page: Page) -> bytes:
        """The rows without their order and the order of their keys."""
        data = read_json(page)
        rows = data if isinstance(data, list) else [data]
        return "\n".join(
            sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows)
        ).encode()

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Lists against their languages, vintages and keys against each other."""
        snapshot = Snapshot()
        for page in pages:
            try:
                self._add(page, snapshot)
            except PageError as error:
                yield Finding("incomplete", "unreadable_answer", f"{page.url}: {error}")
        yield from compare(snapshot, self.spec.options)

    def _add(self, page: Page, snapshot: Snapshot) -> None:
        role = _role_of(page)
        if role == _LISTS:
            snapshot.lists |= set(wanted_lists(_lists(page), self.spec.options))
        elif role == _KEYS:
            _keys(page)
        elif role == _ITEMS:
            place = self._list(page), _language(page)
            parsed = list(self.parse(page))
            snapshot.refused[place] = sum(isinstance(item, Rejected) for item in parsed)
            names = snapshot.names.setdefault(place, {})
            for record in _records(parsed):
                names[record.code] = record.name_fi or record.name_sv or record.name_en
        else:
            targets = snapshot.targets.setdefault(self._key(page), {})
            for record in _records(self.parse(page)):
                targets[record.code] = record.parent_code or ""

    def _strange(self, page: Page, role: str) -> Iterator[Drift]:
        """Addresses that speak of a region and have another form than all known ones."""
        stems = tuple(family.partition("_")[0] for family in self.spec.options["families"])
        read = Key.read if role == _KEYS else ListId.read
        for text in _addresses(page):
            if text.startswith(stems) and read(text) is None:
                yield Drift("value", f"catalogue of {role}", text[:60])

    def _list(self, page: Page) -> ListId:
        list_id = asked_list(page.url)
        if list_id.family not in self.spec.options["families"]:
            raise PageError("address", "no list of regions")
        return list_id

    def _key(self, page: Page) -> Key:
        key = asked_key(page.url)
        families = self.spec.options["families"]
        if key.source.family not in families or key.target.family not in families:
            raise PageError("address", "no key between regions")
        return key

    def _vintage(self, url: str, role: str, *, optional: bool = False) -> Request:
        return Request(
            url, role=role, expect="json", depth=1, optional=optional,
            max_age_days=self.spec.options["vintage_days"],
        )  # fmt: skip

    def _maps(self, key: Key) -> Request:
        return self._vintage(maps_url(self.spec.base_url or "", key), _MAPS, optional=True)


def _records(parsed: Iterable[Parsed]) -> Iterator[CodeRecord]:
    return (item for item in parsed if isinstance(item, CodeRecord))


def _role_of(page: Page) -> str:
    """By role; a page given without one by its address."""
    if page.role in (_LISTS, _KEYS, _ITEMS, _MAPS):
        return page.role
    endings = {"classificationItems": _ITEMS, "maps": _MAPS, "correspondenceTables": _KEYS}
    return endings.get(urlsplit(page.url).path.rpartition("/")[2], _LISTS)


def _language(page: Page) -> str:
    language = parse_qs(urlsplit(page.url).query).get("lang", [""])[0]
    if language not in ("fi", "sv", "en"):
        raise PageError("address", "no language was asked for")
    return language


def _addresses(page: Page) -> list[str]:
    """Last segments of the addresses of a catalogue."""
    rows = rows_of(read_json(page))
    if not all(isinstance(row, str) for row in rows):
        raise PageError("catalogue", "expected a list of addresses")
    return [row.rstrip("/").rpartition("/")[2] for row in rows]


def _lists(page: Page) -> list[ListId]:
    return [found for text in _addresses(page) if (found := ListId.read(text))]


def _keys(page: Page) -> list[Key]:
    return [found for text in _addresses(page) if (found := Key.read(text))]
