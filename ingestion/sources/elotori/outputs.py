"""Tools, methods and practices: pages that collect them, and one entry of such a page.

They are outputs of projects, never projects. What does not belong here: publications; the
source of those is their own repository.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from ingestion.records import OutputRecord
from ingestion.sources.elotori.blocks import Link
from ingestion.sources.elotori.codes import all_codes
from ingestion.sources.elotori.reading import Reading
from ingestion.sources.elotori.urls import is_person, outside_url, page_url, resolve
from ingestion.text.names import collapse, slug
from ingestion.text.privacy import redact

OutputType = Literal["tool", "method", "practice"]

#: All words as slugs: titles and path segments are compared in one spelling.
_WORDS: Mapping[OutputType, re.Pattern[str]] = {
    "tool": re.compile(r"\w*(?:tyokalu|verktyg|tool)\w*"),
    "method": re.compile(r"\w*(?:menetelm|metod|method)\w*"),
    "practice": re.compile(r"\w*(?:kaytan|praxis|practice|praktik)\w*"),
}
#: Such words as the name of a whole collection: plural, or one form for both numbers.
_COLLECTION = re.compile(
    r"\w*(?:tyokalut|tyokaluja|tyokalupakki|menetelmat|menetelmia|metoder|methods|tools|toolbox"
    r"|kaytannot|kaytantoja|kaytanteet|kaytanteita|practices)|verktyg|praxis"
)
#: Words that may stand beside them in the heading of a collection.
_BESIDE = re.compile(
    r"ohjauksen|ohjaukseen|ohjaus|uraohjauksen|elo|tori|elinikaisen|hyvat|hyvia|parhaat|uudet"
    r"|uusia|kootut|kokoelma|koonti|tietoa|hankkeissa|hankkeiden|hankkeista|kehitetyt"
    r"|kehitettyja|syntyneet|syntyneita|tuotetut|ja|seka|goda|god|bra|basta|for|i|inom"
    r"|vagledning|vagledningens|och|samt|good|best|of|in|the|guidance|counselling|and"
    r"|lifelong|esimerkkeja|esimerkit|examples|exempel|\d+"
)
_LICENCE = re.compile(r"\bCC(?:0|[ -]BY(?:[ -](?:NC|SA|ND))*)(?:[ -]\d\.\d)?\b", re.IGNORECASE)
_NO_TARGET = re.compile(r"valtioneuvosto\.fi/hanke|eura20\d\d\.fi", re.IGNORECASE)


def output_type_of(heading: str, *, strict: bool) -> OutputType | None:
    """Kind of output a heading announces.

    Args:
        heading: title, heading or path segment.
        strict: only a heading that is nothing but such words, as that of a collection.
    """
    words = slug(heading).split("-")
    kinds = [kind for word in words for kind, form in _WORDS.items() if form.fullmatch(word)]
    if not kinds:
        return None
    is_collection = all(_BESIDE.fullmatch(w) or _COLLECTION.fullmatch(w) for w in words)
    return kinds[0] if is_collection or not strict else None


def page_category(titles: Sequence[str]) -> OutputType | None:
    """Kind of output a page collects, by any of its titles."""
    return next((kind for title in titles if (kind := output_type_of(title, strict=True))), None)


def stated_licence(text: str) -> str | None:
    """The Creative Commons licence a page names, in its short form."""
    match = _LICENCE.search(text)
    return collapse(match[0].upper().replace("CC-", "CC ")) if match else None


def read_output(
    *,
    heading: str,
    native_id: str,
    category: OutputType | None,
    reading: Reading,
    loose_links: Sequence[Link],
    source_url: str,
    part: str,
    module_id: str,
    licence: str | None,
) -> OutputRecord:
    """One entry of a collection."""
    links = [*reading.links, *loose_links]
    codes = all_codes([*reading.all_texts, *(link.href for link in links)])
    handle = next((code.value for code in codes if code.scheme == "handle"), None)
    return OutputRecord(
        native_id=native_id,
        part=part,
        source_url=source_url,
        locator=f"article[data-id={module_id}]",
        output_type=_entry_type(heading, reading) or category or "tool",
        title=redact(collapse(heading)),
        url=_target(reading, links, source_url),
        handle=handle,
        licence=stated_licence(" ".join(reading.texts("licence"))) or licence,
        codes=codes,
    )


def _entry_type(heading: str, reading: Reading) -> OutputType | None:
    for text in [*reading.texts("output_type"), heading]:
        if kind := output_type_of(text, strict=False):
            return kind
    return None


def _target(reading: Reading, links: Sequence[Link], source_url: str) -> str:
    """Where the thing itself is: another site, else a file, else the page that tells of it."""
    urls = {url for link in links if (url := resolve(link.href, source_url))}
    for text in reading.texts("url"):
        urls |= set(re.findall(r"https?://[^\s<>\"]+", text))
    urls = {url for url in urls if not is_person(url) and not _NO_TARGET.search(url)}
    outside = sorted(outside_url(url) for url in urls if page_url(url) is None)
    files = sorted(page_url(url) or url for url in urls if "/download/" in url)
    return next(iter([*outside, *files]), source_url)
