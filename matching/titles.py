"""A title taken apart: what names the project, and what only tells its phase, year or place.

Names of sibling and successor projects differ in nothing else, so these parts are compared as
fields of their own and only the rest as text. What does not belong here: what a record says
about its places elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ingestion.text.lookups import kunnat, maakunnat, region_forms

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_NUMERAL = r"(?P<numeral>IX|IV|V?I{1,3}|V|[1-9])"
_PHASE_WORD = r"(?:vaihe(?:en)?|osa|fas(?:en)?|etapp(?:en)?|del|phase|stage|part)"
#: Ways to number a phase, each with an example it must read.
_PHASES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[\s,–-]+{_NUMERAL}\.?\s*{_PHASE_WORD}(?=$|[\s,:)(–-])",  # Silta II vaihe
        rf"[\s,–-]+\(?{_PHASE_WORD}\s+{_NUMERAL}\)?(?=$|[\s,:)(–-])",  # Silta, vaihe 2
        r"\s+(?P<numeral>[1-9])\.0(?=$|[\s,:)(–-])",  # Silta 2.0
        r"\s+(?P<numeral>IX|IV|V?I{1,3}|V)(?:[\s-]*(?:hanke|projekti|projektet|project))?(?=$|\s*[,:)(–|-])",  # Silta II  # noqa: E501
        r"(?<=[^\W\d]|\))\s+(?P<numeral>[2-9])(?:-hanke)?(?=$|\s*[,:)(–|]|\s+-\s)",  # Silta 2
    )
)
#: Silta – jatkohanke; Silta jatko – ohjausta kaikille; the second with a numeral is a third.
_CONTINUED = re.compile(
    r"[\s,–-]+\(?jatko(?:hanke|projekti|vaihe)?\)?(?:\s+(?P<numeral>[2-9]))?(?=$|\s*[,:)(–|?-])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[\s,(–-]*\b((?:19|20)\d\d)(?:\s*[–/-]\s*((?:19|20)\d\d))?\b\)?")
_ACRONYM_FIRST = re.compile(r"^(?P<acronym>[A-ZÅÄÖ][A-ZÅÄÖ0-9]{1,11})\s*(?:[:–-]\s+|\s[:–-]\s*)")
_ACRONYM_LAST = re.compile(r"\s*[(,–-]\s*(?P<acronym>[A-ZÅÄÖ][A-ZÅÄÖ0-9]{2,11})\s*\)?$")
_ACRONYM_ALONE = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9]{2,11}")
_HEAD = re.compile(r"\s+[–—-]\s+|\s*:\s+|\s+\?\s+")
_LONGEST_HEAD, _LONGEST_SHORT = 3, 2
#: What releases and pages wrap around a name.
_NEWS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:uusi|new|nytt?)\s+(?:hanke|projekti|project|projekt)\s*:\s*",
        r"^(?:rahoitus(?:ta)?|tukea)\s+(?:hankkeelle|projektille)\s+",
        r"^(?:finansiering|funding)\s+(?:till|för|for|to)\s+(?:projektet|the project|project)?\s*",
        r"\s*[:–-]\s*(?:uusi\s+)?(?:hanke|projekti)\s+(?:käynnistyi|käynnistyy|alkoi|alkaa|etenee|päättyi|sai rahoituksen)$",  # noqa: E501
        r"\s+(?:etenee|käynnistyi|käynnistyy|päättyi|sai rahoituksen|sai rahoitusta)$",
        r"\s+(?:får|fick|beviljades)\s+(?:finansiering|stöd|bidrag)$",
        r"\s+(?:receives|received|gets)\s+(?:funding|support)$",
        r"\s*[-–]?\s*\b(?:hanke|hankkeen|projekti|projektin|projektet|projekt|project)$",
        r"^(?:hanke|projekti|projektet|projekt|project)\b\s*[:–-]?\s*",
    )
)
_PARTED = re.compile(r"\s*\|\s*|\s+[–-]\s+|\s*[–,;]\s*(?=\S)|\s*\(\s*|\s*\)\s*")
_SYMBOLS = re.compile(r"[^\w+&]+")
_SHORTEST_BASE = 3


@dataclass(frozen=True)
class Title:
    """The parts of one title.

    Attributes:
        base: what names the project, case-folded, single blanks; empty where the title is nothing
            but an acronym.
        head: the short name of a project: what stands before a dash or colon where a title goes on
            with what it is about, or a whole title of one word or two. Up to three words.
        acronym: in capitals, at its beginning or end.
        phases: numerals of a phase, from 1.
        places: maakunta codes of place names that stand apart.
    """

    base: str
    head: str = ""
    acronym: str | None = None
    phases: frozenset[int] = field(default_factory=frozenset)
    years: frozenset[int] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)

    @property
    def body(self) -> str:
        """`base`, unless the title is a short name alone: that is compared as head."""
        return "" if self.base == self.head else self.base


def read_title(title: str) -> Title:
    """Take a title apart; what cannot be told apart stays in `base`."""
    text = " ".join(unicodedata.normalize("NFKC", title).split())
    whole = text
    acronym = None
    if first := _ACRONYM_FIRST.match(text):
        acronym, text = first["acronym"], text[first.end() :]
    for pattern in _NEWS:
        text = pattern.sub("", text)
    phases: set[int] = set()
    if again := _CONTINUED.search(text):
        text = text[: again.start()] + " " + text[again.end() :]
        phases.add(int(again["numeral"] or 1) + 1)
    for pattern in _PHASES:
        text = pattern.sub(lambda match: _note(match["numeral"], phases), text)
    years = {int(year) for match in _YEARS.finditer(text) for year in match.groups() if year}
    text = _YEARS.sub(" ", text).strip()
    acronym, text = _acronym_behind(acronym, text)
    head = _head(text)
    text, places = _without_places(text)
    acronym, text = _acronym_behind(acronym, text.strip())
    for pattern in _NEWS:
        text = pattern.sub("", text)
    base = _fold(text) if text or acronym else _fold(whole)
    if not base or (head == base and len(base.split()) > _LONGEST_SHORT):
        head = ""  # nothing but letters, or what stood behind it was no part of the name
    return Title(
        base=base,
        head=head,
        acronym=acronym,
        phases=frozenset(phases),
        years=frozenset(years),
        places=frozenset(places),
    )


def _acronym_behind(acronym: str | None, text: str) -> tuple[str | None, str]:
    """An acronym at the end, or that is all there is, where none stood at the beginning."""
    if acronym is None and (last := _ACRONYM_LAST.search(text)) and last.start():
        return last["acronym"], text[: last.start()].strip()
    if acronym is None and _ACRONYM_ALONE.fullmatch(text):
        return text, ""
    return acronym, text


def _head(text: str) -> str:
    head, *rest = _HEAD.split(text.strip(), maxsplit=1)
    words = _fold(head).split()
    most = _LONGEST_HEAD if rest else _LONGEST_SHORT
    return " ".join(words) if 0 < len(words) <= most else ""


def _note(numeral: str, phases: set[int]) -> str:
    phases.add(int(numeral) if numeral.isdigit() else _ROMAN[numeral.lower()])
    return " "


def _without_places(text: str) -> tuple[str, set[str]]:
    """Parts of a title that are nothing but places; a name of places alone stays whole."""
    places: set[str] = set()
    parts = _PARTED.split(text)
    kept = []
    for part in parts:
        codes = _codes_of(part)
        if codes is None:
            kept.append(part)
        else:
            places |= codes
    if not places or not any(len(_fold(part)) >= _SHORTEST_BASE for part in kept):
        return text, set()
    return " ".join(part for part in kept if part), places


def _codes_of(part: str) -> set[str] | None:
    """Maakunta codes, where every word of a part is a place or joins two of them."""
    table = place_names()
    text = part.strip().casefold()
    if not text:
        return None
    if text in table:
        return set(table[text])
    names = re.split(r"\s*,\s*|\s+(?:ja|och|and|sekä|samt|&)\s+", text)
    if len(names) > 1 and all(name in table for name in names):
        return {code for name in names for code in table[name]}
    return None


@cache
def place_names() -> dict[str, tuple[str, ...]]:
    """Case-folded place -> maakunta codes, all forms of regions and names of municipalities."""
    table: dict[str, tuple[str, ...]] = {}
    for kunta in kunnat():
        for name in (kunta.name_fi, kunta.name_sv):
            table.setdefault(name.casefold(), (kunta.maakunta_code,))
    for form in region_forms():
        table[form.form.casefold()] = (form.maakunta_code,)
    for maakunta in maakunnat():
        for name in (maakunta.name_fi, maakunta.name_sv, maakunta.name_en):
            table[name.casefold()] = (maakunta.code,)
    return table


def _fold(text: str) -> str:
    return " ".join(_SYMBOLS.sub(" ", text.casefold()).split())


def read_titles(titles: Iterable[str]) -> list[Title]:
    """`read_title` of each, equal titles once."""
    known: dict[str, Title] = {}
    found = []
    for title in titles:
        if title not in known:
            known[title] = read_title(title)
        found.append(known[title])
    return found
