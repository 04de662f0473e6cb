"""The REST door of DSpace 7: the search as a list, and the walk to the files of an item.

It is used where no OAI-PMH door is open. What does not belong here: the OAI door (`scraper.py`)
and what becomes of a publication (`publications.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from ingestion.platforms.json_pages import (
    count_findings,
    key_drift,
    read_json,
    repeated_findings,
)
from ingestion.records import OutputRecord
from ingestion.scraper import Drift, Finding, Page, PageError, Parsed, Rejected, Request
from ingestion.sources.valto.items import SEARCH as SEARCH_KEYS
from ingestion.sources.valto.items import Item, inner, read_hit, safe_url
from ingestion.sources.valto.publications import PublicationReader, page_url
from ingestion.spec import SourceSpec

SEARCH, BUNDLES, FILES = "search", "bundles", "files"
_HANDLE, _TYPE, _PAGE = "handle", "output_type", "page"
_ORIGINAL = "ORIGINAL"
#: Files of a publication change rarely; two more requests each are not spent every night.
_FILES_AGE_DAYS = 90
_OWN_SCHEMES = {"hanke_tunnus", "vn_case", "eura"}


def is_json(page: Page) -> bool:
    """Whether a page is an answer of this door, told by its first sign."""
    return page.body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def search_request(spec: SourceSpec, number: int) -> Request:
    """A page of the search for everything, newest first; pages count from 0."""
    url = (
        f"{spec.options['rest']}/discover/search/objects?query=*&dsoType=item&page={number}"
        f"&size={spec.options['rest_page_size']}&sort=dc.date.issued,DESC"
    )
    return Request(url, role=SEARCH, expect="json", context={_PAGE: str(number)})


def follow(page: Page, spec: SourceSpec) -> Iterator[Request]:
    """The next page of the search, the files of its project publications."""
    data = read_json(page)
    if inner(data, "_embedded", "searchResult") is not None:
        yield from _follow_search(page, data, spec)
    elif inner(data, "_embedded", "bundles") is not None:
        for href in _bundle_links(data):
            if (url := safe_url(href)) and urlsplit(url).hostname in spec.allowed_hosts:
                yield Request(
                    url, role=FILES, expect="json", max_age_days=_FILES_AGE_DAYS,
                    context=page.request.context,
                )  # fmt: skip


def parse(page: Page, spec: SourceSpec) -> Iterator[Parsed]:
    """Publications of a search, or the files of one.

    Raises:
        PageError: it is no answer of this door.
    """
    data = read_json(page)
    if inner(data, "_embedded", "searchResult") is not None:
        yield from key_drift(data, SEARCH_KEYS, "$")
        for number, hit in enumerate(_hits(data)):
            for found in read_hit(hit, f"objects[{number}]"):
                if isinstance(found, Item):
                    yield from PublicationReader(found, spec, found.place).read()
                else:
                    yield found
    elif inner(data, "_embedded", "bitstreams") is not None:
        yield from _parse_files(page, data, spec)
    elif inner(data, "_embedded", "bundles") is None:
        raise PageError("envelope", "neither a search nor bundles nor bitstreams")


def search_findings(pages: Sequence[Page]) -> Iterator[Finding]:
    """Rows of all pages against the total, the pages against their number, no id twice."""
    ordered = sorted(pages, key=lambda page: int(page.request.context.get(_PAGE, "0")))
    answers = [read_json(page) for page in ordered]
    hits = [hit for data in answers for hit in _hits(data)]
    if not hits:
        yield Finding("block", "empty", "the search answered without a single hit")
        return
    totals = [_number(data, "totalPages") for data in answers]
    if totals[-1] is None:
        yield Finding("warn", "no_page_info", "no page info: read until an empty page")
    elif len(answers) < totals[-1]:
        yield Finding("incomplete", "pages_missing", f"{len(answers)} of {totals[-1]} pages")
        return
    yield from count_findings(len(hits), [_number(data, "totalElements") for data in answers])
    items = [inner(hit, "_embedded", "indexableObject") for hit in hits]
    keys = [str(item.get("uuid") or item.get("handle")) for item in items if isinstance(item, dict)]
    yield from repeated_findings(keys)


def stable(page: Page) -> bytes:
    """The answer in one spelling, without links."""
    data = read_json(page)
    if inner(data, "_embedded", "searchResult") is None:
        return json.dumps(data, sort_keys=True).encode()
    info = [_number(data, name) for name in ("totalPages", "totalElements")]
    hits = sorted(json.dumps(inner(hit, "_embedded"), sort_keys=True) for hit in _hits(data))
    return "\n".join([str(info), *hits]).encode()


def _follow_search(page: Page, data: Any, spec: SourceSpec) -> Iterator[Request]:
    hits = _hits(data)
    number = int(page.request.context.get(_PAGE, "0"))
    pages = _number(data, "totalPages")
    if hits and (pages is None or number + 1 < pages):
        yield search_request(spec, number + 1)
    for hit in hits:
        for found in read_hit(hit, ""):
            if isinstance(found, Item) and found.uuid:
                yield from _files_of(found, spec)


def _files_of(item: Item, spec: SourceSpec) -> Iterator[Request]:
    """The bundles of a publication that names a project."""
    for record in PublicationReader(item, spec, item.place).read():
        if isinstance(record, OutputRecord) and any(c.scheme in _OWN_SCHEMES for c in record.codes):
            yield Request(
                f"{spec.options['rest']}/core/items/{item.uuid}/bundles", role=BUNDLES,
                expect="json", optional=True, max_age_days=_FILES_AGE_DAYS,
                context={_HANDLE: item.handle, _TYPE: record.output_type},
            )  # fmt: skip


def _parse_files(page: Page, data: Any, spec: SourceSpec) -> Iterator[Parsed]:
    context = page.request.context
    files = inner(data, "_embedded", "bitstreams")
    if not isinstance(files, list):
        raise PageError("envelope", "bitstreams is no list")
    links: list[str] = []
    for number, file in enumerate(files):
        href = inner(file, "_links", "content", "href")
        url = safe_url(href) if isinstance(href, str) else None
        if url is None:
            place = f"bitstreams[{number}]"
            yield Rejected("link", "a file without a content link", place, "_links.content.href")
        else:
            links.append(url)
    if _HANDLE not in context:
        yield Drift("context", "bitstreams", "files of an unnamed publication")
    elif links:
        yield OutputRecord(
            native_id=context[_HANDLE],
            part="files",
            source_url=page_url(spec, context[_HANDLE]),
            output_type="evaluation" if context[_TYPE] == "evaluation" else "publication",
            title=None,
            handle=context[_HANDLE],
            files=tuple(links),
        )


def _bundle_links(data: Any) -> Iterator[str]:
    bundles = inner(data, "_embedded", "bundles")
    for bundle in bundles if isinstance(bundles, list) else []:
        href = inner(bundle, "_links", "bitstreams", "href")
        if inner(bundle, "name") == _ORIGINAL and isinstance(href, str):
            yield href


def _hits(data: Any) -> list[Any]:
    result = inner(data, "_embedded", "searchResult")
    hits = inner(result, "_embedded", "objects")
    if hits is None and isinstance(result, dict):
        return []  # an empty page has no `_embedded`
    if not isinstance(hits, list):
        raise PageError("envelope", "the search holds no list of objects")
    return hits


def _number(data: Any, name: str) -> int | None:
    value = inner(data, "_embedded", "searchResult", "page", name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
