"""The page of one notice: text labels in a known order, in whatever markup.

Contact persons stand under `Lisätiedot` and `Mer information`; those are never read. What does
not belong here: the list (`notices.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from ingestion.platforms.letters import has_broken_letters
from ingestion.records import CallRecord, RegionMention
from ingestion.scraper import Drift, PageError, Parsed, Rejected
from ingestion.sources.eura2021_calls.notices import WHOLE_COUNTRY, call_url, read_budget
from ingestion.sources.eura2021_calls.payload import own_entry
from ingestion.spec import SourceSpec
from ingestion.text.dates import find_dates
from ingestion.text.html import lines
from ingestion.text.lookups import maakunnat
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

PART = "detail"
_OPENS, _CLOSES, _AREA, _REGIONS = "Alkaa", "Päättyy", "Haun kohdealue", "Maakunnat"
_BUDGET = "Käytettävissä oleva myöntövaltuus"
_CONTACTS = ("Lisätiedot", "Mer information")
#: Read, or running text that no record has a place for, or persons.
LABELS = (
    _OPENS, _CLOSES, _AREA, _REGIONS, "Hankehaun kuvaus", _BUDGET, "Valintaperusteet",
    "Valintaperusteet ja pisteytysmalli", "Hakeminen", *_CONTACTS, "Lainsäädäntö",
)  # fmt: skip
_HEADINGS = ("dt", "h2", "h3", "h4", "th")
#: Elements that set a label off from the value beside it.
_MARKS = ("b", "strong", "span", "label", "em")
_NAMES_SPLIT = re.compile(r"\s*[,;/]\s*|\s+ja\s+|\s+och\s+")
_NATIONAL = {"koko maa", "valtakunnallinen", "hela landet", "koko suomi"}


class DetailReader:
    """Reads the page of one notice."""

    def __init__(self, tree: BeautifulSoup, notice_id: str, spec: SourceSpec) -> None:
        self._tree = tree
        self._id = notice_id
        self._spec = spec
        self._found: list[Parsed] = []

    def read(self) -> Iterator[Parsed]:
        """The call as its page shows it, then everything that was not as known.

        Raises:
            PageError: the page has no title or no target area.
        """
        headings = self._tree.find_all("h1")
        title = collapse(headings[0].get_text(" ")) if headings else ""
        if not title:
            raise PageError("h1", "a notice without a title")
        if has_broken_letters(title):
            raise PageError("charset", "letters of the title are broken")
        sections = read_sections(self._tree)
        if _AREA not in sections:
            raise PageError("label", f"no {_AREA}")
        for label in sections:
            if label not in LABELS:
                self._found.append(Drift("label", PART, redact(label)[:80]))
        yield CallRecord(
            native_id=self._id,
            part=PART,
            source_url=call_url(self._spec, self._id),
            locator="main",
            title=redact(title),
            opens_on=self._day(sections, _OPENS),
            closes_on=self._day(sections, _CLOSES),
            regions=tuple(self._regions(sections.get(_REGIONS, []))),
            budget_eur=self._budget(sections.get(_BUDGET) or self._embedded_budget()),
        )
        yield from self._found

    def _day(self, sections: Mapping[str, list[str]], label: str) -> date | None:
        """The first day under a label; an hour or a text may follow it."""
        text = " ".join(sections.get(label, []))
        if not text:
            return None
        found = [item for item in find_dates(text) if item.precision == "day"]
        if found:
            return found[0].day
        if re.search(r"\d", text):
            self._reject("date", label, "no day d.m.yyyy under the label")
        else:
            self._found.append(Drift("value", label, redact(text)[:60]))
        return None

    def _regions(self, values: list[str]) -> Iterator[RegionMention]:
        table = {
            name.casefold(): region.code
            for region in maakunnat()
            for name in (region.name_fi, region.name_sv)
        }
        table |= dict.fromkeys(_NATIONAL, WHOLE_COUNTRY)
        names = [name for line in values for name in _NAMES_SPLIT.split(line) if name]
        codes: dict[str, None] = {}
        for name in names:
            code = table.get(name.strip(" .").casefold())
            if code is None:
                self._found.append(Drift("region", _REGIONS, redact(name)[:60]))
            else:
                codes[code] = None
        for code in codes:
            yield RegionMention(maakunta_code=code, basis="target_area")

    def _embedded_budget(self) -> list[str]:
        text = own_entry(self._tree, self._id).get("kokonaistuki")
        return [text] if isinstance(text, str) else []

    def _budget(self, values: list[str]) -> Decimal | None:
        """The sum on the first line; a text behind it may tell of its parts."""
        if not values:
            return None
        budget = read_budget(values[0])
        if budget is None and re.search(r"\d", values[0]):
            self._reject("amount", _BUDGET, "expected one sum in euros")
        return budget

    def _reject(self, step: str, field: str, reason: str) -> None:
        self._found.append(Rejected(step, reason, PART, field, self._id))


def read_sections(tree: BeautifulSoup) -> dict[str, list[str]]:
    """Lines under each label or heading; a label may end with a colon and share its line.

    Nothing that stands under the contacts is taken.
    """
    main = tree.find("main") or tree.find("body") or tree
    headings = _texts_of(main, _HEADINGS)
    marked = tuple(_texts_of(main, _MARKS).intersection(LABELS))
    sections: dict[str, list[str]] = {}
    current: list[str] | None = None
    in_contacts = False
    for line in lines(main):
        label, rest = _split_label(line, headings, marked)
        if in_contacts and label not in LABELS:
            continue  # a heading there may be a person
        in_contacts = label in _CONTACTS
        if label is None:
            if current is not None:
                current.append(line)
            continue
        current = sections.setdefault(label, [])
        if rest and not in_contacts:
            current.append(rest)
    return sections


def own_text(tree: BeautifulSoup) -> str:
    """What a notice says of itself, contacts left out."""
    title = tree.find("h1")
    parts = [collapse(title.get_text(" "))] if title else []
    for label, values in read_sections(tree).items():
        if label in LABELS and label not in _CONTACTS:
            parts += [label, *values]
    return "\n".join(parts)


def _texts_of(main: PageElement, names: tuple[str, ...]) -> set[str]:
    tags = main.find_all(names) if isinstance(main, Tag) else ()
    return {_bare(collapse(tag.get_text(" "))) for tag in tags}


def _split_label(line: str, headings: set[str], marked: tuple[str, ...]) -> tuple[str | None, str]:
    bare = _bare(line)
    if bare in LABELS or bare in headings:
        return bare, ""
    head, colon, rest = line.partition(":")
    if colon and head.strip() in LABELS:
        return head.strip(), rest.strip()
    # without a colon a label is one only where the markup sets it off
    label = max((one for one in marked if line.startswith(f"{one} ")), key=len, default=None)
    return label, line[len(label) :].strip() if label else ""


def _bare(text: str) -> str:
    return text.removesuffix(":").strip()
