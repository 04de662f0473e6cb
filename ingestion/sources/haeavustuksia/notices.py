"""Turns one notice of the list into a call record.

Its state is computed where calls are published, from the dates and `is_continuous`. What does
not belong here: pages and totals (`scraper.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from ingestion.platforms.json_pages import LANGUAGE_KEYS, LEAF, json_type
from ingestion.platforms.letters import has_broken_letters
from ingestion.records import CallRecord, Code, Instrument
from ingestion.scraper import Drift, Parsed, Rejected
from ingestion.settings import HELSINKI
from ingestion.spec import SourceSpec
from ingestion.text.html import lines, soup
from ingestion.text.identifiers import find_codes
from ingestion.text.instruments import read_instrument
from ingestion.text.money import find_amounts
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

_LANGUAGES = ("fi", "sv", "en")
_NUMBER = re.compile(r"va-[a-z]{2,6}-\d{4}-\d+")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_SHARED = {"grant_call", "rrf_measure"}
_LEFT_OUT = {"y_tunnus", "handle", "urn"}

#: Keys of a notice; texts may be objects of languages or plain.
NOTICE: Mapping[str, Any] = {
    "hakuasianAsianumero": LEAF,
    "nimi": LANGUAGE_KEYS,
    "kuvaus": LANGUAGE_KEYS,
    "hakuAlkaaDateTimeUtc": LEAF,
    "hakuPaattyyDateTimeUtc": LEAF,
    "hakuTyyppi": LEAF,
    "julkaisuTyyppi": LEAF,
    "vastuullinenJarjestajaOrganisaatio": {"nimi": LANGUAGE_KEYS},
    # Whether standard terms apply.
    "hasVakioehdot": LEAF,
}


class NoticeReader:
    """Reads one notice; what cannot be read is collected instead of lost."""

    def __init__(self, notice: Mapping[str, Any], row: str, spec: SourceSpec) -> None:
        self._notice = notice
        self._row = row
        self._spec = spec
        self._number = str(notice["hakuasianAsianumero"]).strip()
        self._found: list[Parsed] = []

    def read(self) -> Iterator[Parsed]:
        """The call, then everything that was not as known."""
        names = self._texts("nimi")
        title = first_text(names)
        if title is not None and not has_broken_letters(title):
            yield self._call(title, names)
        elif title is not None:
            self._reject("charset", "nimi", "letters of the name are broken")
        elif not self._found:  # else its form is rejected already
            self._reject("name", "nimi", "a notice without a name")
        yield from self._found

    def _call(self, title: str, names: Mapping[str, str]) -> CallRecord:
        if not _NUMBER.fullmatch(self._number):
            self._found.append(Drift("form", "hakuasianAsianumero", redact(self._number)[:40]))
        texts = {language: _plain(text) for language, text in self._texts("kuvaus").items()}
        self._check_words()
        return CallRecord(
            native_id=self._number,
            source_url=(self._spec.public_url or "").format(number=quote(self._number, safe="")),
            locator=self._row,
            title=redact(title),
            funder=self._funder(),
            instrument=_instrument(names, texts),
            opens_on=self._day("hakuAlkaaDateTimeUtc"),
            closes_on=self._day("hakuPaattyyDateTimeUtc"),
            is_continuous=self._type() == "rolling",
            budget_eur=_budget(texts),
            codes=tuple(self._codes([*names.values(), *texts.values()])),
        )

    def _texts(self, field: str) -> dict[str, str]:
        value = self._notice.get(field)
        texts = localised(value)
        if texts is None:
            reason = f"expected a text or an object of languages, found {json_type(value)}"
            self._reject("field", field, reason)
        return texts or {}

    def _funder(self) -> str | None:
        reviewed: Mapping[str, str] = self._spec.options["reviewed_funders"]
        if self._number in reviewed:
            return reviewed[self._number]
        organiser = self._notice.get("vastuullinenJarjestajaOrganisaatio")
        if organiser is None:
            return None
        names = localised(organiser.get("nimi")) if isinstance(organiser, dict) else None
        if names is None:
            self._reject("field", "vastuullinenJarjestajaOrganisaatio", "an organiser without name")
            return None
        return first_text(names)

    def _type(self) -> str | None:
        kinds: Mapping[str, str] = self._spec.options["types"]
        return kinds.get(str(self._notice.get("hakuTyyppi")))

    def _check_words(self) -> None:
        closed = {"hakuTyyppi": self._spec.options["types"],
                  "julkaisuTyyppi": self._spec.options["publications"]}  # fmt: skip
        for field, known in closed.items():
            value = self._notice.get(field)
            word = value if isinstance(value, str) else json_type(value)
            if value is not None and word not in known:
                self._found.append(Drift("enum", field, redact(word)[:60]))

    def _day(self, field: str) -> date | None:
        """The Finnish day of an instant; midnight in Finland is the evening before in UTC."""
        value = self._notice.get(field)
        if value is None or value == "":
            return None
        match = _INSTANT.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None:
            self._reject("date", field, "expected an instant YYYY-MM-DDThh:mm:ssZ")
            return None
        if match["zone"] is None:
            self._found.append(Drift("form", field, "an instant without zone"))
            return None
        try:
            return datetime.fromisoformat(match[0]).astimezone(HELSINKI).date()
        except (ValueError, OverflowError):
            self._reject("date", field, "no calendar has this instant")
            return None

    def _codes(self, texts: list[str]) -> Iterator[Code]:
        own = Code(scheme="grant_call", value=self._number, role="own")
        yield own
        seen = {(own.scheme, own.value)}
        for found in (code for text in texts for code in find_codes(text)):
            if (found.scheme, found.value) in seen or found.scheme in _LEFT_OUT:
                continue
            seen.add((found.scheme, found.value))
            role = "shared" if found.scheme in _SHARED else "related"
            yield Code(scheme=found.scheme, value=found.value, role=role)

    def _reject(self, step: str, field: str, reason: str) -> None:
        self._found.append(Rejected(step, reason, self._row, field, self._number))


def localised(value: Any) -> dict[str, str] | None:
    """Texts by language; a plain text stands for all, as `fi`. None for another form."""
    if value is None:
        return {}
    if isinstance(value, str):
        value = {"fi": value}
    if not isinstance(value, dict):
        return None
    texts = {language: value.get(language) for language in _LANGUAGES}
    if any(text is not None and not isinstance(text, str) for text in texts.values()):
        return None
    return {language: plain for language, text in texts.items() if (plain := collapse(text or ""))}


def first_text(texts: Mapping[str, str]) -> str | None:
    """The Finnish text, else the Swedish, else the English one."""
    return next((texts[language] for language in _LANGUAGES if language in texts), None)


def _plain(text: str) -> str:
    """A text without markup, one line a block."""
    if "<" not in text and "&" not in text:
        return text
    return "\n".join(lines(soup(text.encode(), "utf-8")))


def _instrument(names: Mapping[str, str], texts: Mapping[str, str]) -> Instrument:
    """State money, unless the call is named after the recovery instrument or has its measure.

    A description also names instruments that exclude the grant, so it decides by codes only.
    """
    named = {read_instrument(name) for name in names.values()}
    codes = {code.scheme for text in texts.values() for code in find_codes(text)}
    return "RRF" if "RRF" in named or "rrf_measure" in codes else "STATE"


def _budget(texts: Mapping[str, str]) -> Decimal | None:
    """The one sum that a description gives as the call's money; two of them are none."""
    text = first_text(texts)
    if text is None:
        return None
    language = next(lang for lang in _LANGUAGES if lang in texts)
    amounts = [a for a in find_amounts(text, language) if a.currency == "EUR" and not a.is_annual]
    # "at most" is what one applicant may get, a sum without a wording could be anything
    stated = {a.value for a in amounts if a.kind == "call_budget" and a.qualifier != "max"}
    return stated.pop() if len(stated) == 1 else None
