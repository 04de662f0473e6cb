"""Turns a publication of the archive into an output record.

A publication is evidence about a project, never a project. Persons and running text are not
stored; texts are read for the codes of projects only. What does not belong here: doors, pages
and lists (`scraper.py`), and the forms of single values (`values.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from ingestion.platforms.letters import has_broken_letters
from ingestion.records import Code, CodeRole, OutputRecord, Precision
from ingestion.scraper import Drift, Parsed, Rejected
from ingestion.sources.valto.items import Item
from ingestion.sources.valto.values import (
    clean_title,
    is_evaluation,
    one_text,
    read_issued,
    read_licence,
    split_series,
)
from ingestion.spec import SourceSpec
from ingestion.text.identifiers import CodeFound, find_codes
from ingestion.text.privacy import redact

_READ, _CODES = "read", "codes only"
_IDENTIFIERS = ("dc.identifier.uri", "dc.identifier.urn")
_ACCESS = ("dc.rights.accesslevel", "dc.rights.accessrights")
_SHARED = {"grant_call", "rrf_measure", "eura_call"}
#: Identifies an organisation, which an output has no place for.
_LEFT_OUT = {"y_tunnus"}
_LICENCE = 120
#: Every code has one: a quick look saves a long one.
_DIGIT = re.compile(r"[0-9]")
_PATH = re.compile(r"[\w.-]{1,80}")


class PublicationReader:
    """Reads one publication; what cannot be read is collected instead of lost."""

    def __init__(self, item: Item, spec: SourceSpec, locator: str) -> None:
        self._item = item
        self._spec = spec
        self._locator = locator
        self._found: list[Parsed] = []

    def read(self) -> Iterator[Parsed]:
        """The record, then everything that was not as known."""
        self._check_paths()
        self._check_access()
        title = self._title()
        if title is not None:
            yield self._record(title)
        yield from self._found

    def _record(self, title: str) -> OutputRecord:
        item = self._item
        url = page_url(self._spec, item.handle)
        published, precision = self._published()
        series, number = self._series()
        kinds = [one_text(v) for v in item.values("dc.type", "dc.type.ontasot")]
        return OutputRecord(
            native_id=item.handle,
            source_url=url,
            locator=self._locator,
            output_type="evaluation" if is_evaluation([title, *kinds]) else "publication",
            title=title,
            url=url,
            handle=item.handle,
            published_on=published,
            published_precision=precision,
            licence=self._licence(),
            publisher=next(filter(None, map(one_text, item.values("dc.publisher"))), None),
            series=series,
            series_number=number,
            files=item.files,
            codes=tuple(self.codes()),
        )

    def codes(self) -> Iterator[Code]:
        """Its own handle and URN, and every code that its description names."""
        item = self._item
        own = [Code(scheme="handle", value=item.handle, role="own")]
        for text in item.values(*_IDENTIFIERS):
            own += [
                Code(scheme="urn", value=code.value, role="own")
                for code in find_codes(text)
                if code.scheme == "urn"
            ]
        yield from dict.fromkeys(own)
        seen = {(code.scheme, code.value) for code in own}
        for field in item.fields:
            if not (_DIGIT.search(field.value) and self._is_searched(field.path)):
                continue
            for found in find_codes(_plain(field.value)):
                key = (found.scheme, found.value)
                if key not in seen and found.scheme not in _LEFT_OUT:
                    seen.add(key)
                    yield Code(scheme=found.scheme, value=found.value, role=_role(found))

    def _is_searched(self, path: str) -> bool:
        """Rights name laws and licences, and whole identifiers are read above."""
        use = str(self._spec.options["paths"].get(path, ""))
        return use.startswith(_CODES) or (use == _READ and not path.startswith("dc.rights"))

    def _title(self) -> str | None:
        titles = [clean_title(value) for value in self._item.values("dc.title")]
        titles = [redact(title) for title in titles if title]
        if not titles:
            self._reject("title", "dc.title", "a publication without a title")
            return None
        if has_broken_letters(titles[0]):
            self._reject("charset", "dc.title", "letters of the title are broken")
            return None
        return titles[0]

    def _published(self) -> tuple[date | None, Precision | None]:
        values = list(dict.fromkeys(self._item.values("dc.date.issued")))
        if len(values) > 1:
            self._reject("date", "dc.date.issued", f"{len(values)} different days of issue")
            return None, None
        if not values:
            return None, None
        read = read_issued(values[0])
        if read is None:
            self._reject("date", "dc.date.issued", "no date YYYY, YYYY-MM or YYYY-MM-DD")
            return None, None
        return read

    def _series(self) -> tuple[str | None, str | None]:
        """Name and number; a number in a field of its own is better than one inside the name."""
        names = [split_series(value) for value in self._item.values("dc.relation.ispartofseries")]
        numbers = self._item.values("dc.relation.numberinseries", "dc.relation.numberofseries")
        name, number = names[0] if names else (None, None)
        return name or None, (one_text(numbers[0]) or None) if numbers else number

    def _licence(self) -> str | None:
        """The licence in its short form, else the statement itself; access alone is none."""
        rights = self._item.values("dc.rights", "dc.rights.uri")
        short = read_licence(rights)
        if short is not None:
            return short
        others = [redact(text) for value in rights if (text := one_text(value))]
        known = self._spec.options["open_access"]
        return next((text[:_LICENCE] for text in others if text.casefold() not in known), None)

    def _check_paths(self) -> None:
        paths = self._spec.options["paths"]
        for path in sorted({field.path for field in self._item.fields} - set(paths)):
            shown = path if _PATH.fullmatch(path) else "unreadable"
            self._found.append(Drift("path", "metadata", shown))

    def _check_access(self) -> None:
        known = self._spec.options["open_access"]
        for value in self._item.values(*_ACCESS):
            word = one_text(value).casefold()
            if word not in known:
                self._found.append(Drift("enum", "dc.rights.accesslevel", word[:60]))

    def _reject(self, step: str, field: str, reason: str) -> None:
        item = self._item
        self._found.append(Rejected(step, reason, item.place, field, item.handle))


def page_url(spec: SourceSpec, handle: str) -> str:
    """The page of a publication that a person can open."""
    return (spec.public_url or "").format(handle=handle)


def _role(found: CodeFound) -> CodeRole:
    return "shared" if found.scheme in _SHARED else "related"


def _plain(text: str) -> str:
    """Entities written out; tags stay, for their links name projects as well."""
    return unescape(unescape(text)) if "&" in text else text
