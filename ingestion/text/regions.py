"""Places that a text states, as maakunta codes.

A region comes from a stated place only: the name of an authority or of an institution is no
place, and a municipality gives its region as something inferred. What does not belong here:
a region concluded from who grants the money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingestion.text.lookups import kunnat, maakunnat, region_forms
from ingestion.text.memory import remembered
from ingestion.text.place_forms import inflected
from ingestion.text.rules import place_words as words

Basis = Literal["name", "municipality", "national", "abroad"]
_WHOLE_COUNTRY = "00"
_ABROAD_CODE = "99"


@dataclass(frozen=True)
class RegionFound:
    """A place and the region it stands for; `form` is the text between `start` and `end`."""

    maakunta_code: str
    basis: Basis
    form: str
    start: int
    end: int


@dataclass(frozen=True)
class _Place:
    code: str
    basis: Basis
    case: str
    ambiguous: bool = False


_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?:[-:][A-ZÅÄÖ]?[a-zåäöé]+)*|S:t [A-ZÅÄÖ][a-zåäö]+")
_ELLIPSIS = re.compile(
    rf"\b(?P<first>(?:{'|'.join(words.HYPHEN_PARTS)})-"
    rf"(?:,\s*(?:{'|'.join(words.HYPHEN_PARTS)})-)*)\s+(?:ja|sekä|tai|och)\s+(?=[A-ZÅÄÖ])"
    rf"|\b(?P<words>(?:{'|'.join(words.WORD_PARTS)})(?:,\s*(?:{'|'.join(words.WORD_PARTS)}))*)"
    rf"\s+(?:och|samt|and|eller|or)\s+(?=[A-ZÅÄÖ])"
)
_ADJECTIVE = re.compile(
    rf"\b(?P<stem>{'|'.join(words.ADJECTIVES)})(?:nen|s\w{{1,8}}|st\w{{1,5}}|n)\b", re.IGNORECASE
)
_NATIONAL = re.compile(words.NATIONAL, re.IGNORECASE)
_ABROAD = re.compile(words.ABROAD)
#: A coordinated genitive may stand between a name and its institution.
_INSTITUTION = re.compile(
    rf"(?:(?:,\s+|\s+(?:ja|sekä)\s+)[A-ZÅÄÖ][\w-]+n(?=[\s,]))*\s+(?:\w+n\s+)?{words.INSTITUTION}"
)
_INSTITUTION_SV = re.compile(
    rf"(?:(?:,\s+|\s+(?:och|samt)\s+)[A-ZÅÄÖ][\w]+s(?=[\s,]))*\s+{words.INSTITUTION_SV}"
)
_INSTITUTION_EN = re.compile(rf"(?:['’]s)?\s+{words.INSTITUTION_EN}")
_AUTHORITY_BEFORE = re.compile(
    words.AUTHORITY_BEFORE.replace("$", r"(?:[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ]\w+)?(?:,| och| and)\s+)*$")
)
_PLACE_AFTER = re.compile(words.PLACE_AFTER)
#: Swedish says by a word before the name what Finnish says by its case.
_IN_SWEDISH = re.compile(r"(?<![\wåäö])(?:i|från|till)\s$")
_NOT_A_TOWN = re.compile(words.NOT_A_TOWN_BEFORE)
_TAG = re.compile(r"\(([^()]{3,200})\)\s*$")
_TAG_SPLIT = re.compile(r"\s*,\s*|\s+(?:ja|och|and|sekä|samt)\s+")


@remembered
def find_regions(text: str) -> list[RegionFound]:
    """Every place of a text, in text order; one place may be named more than once."""
    found = [*_named(text)]
    for match in _ADJECTIVE.finditer(text):
        code = words.ADJECTIVES[match["stem"].lower()]
        found.append(RegionFound(code, "name", match[0], *match.span()))
    for pattern, code, basis in (
        (_NATIONAL, _WHOLE_COUNTRY, "national"),
        (_ABROAD, _ABROAD_CODE, "abroad"),
    ):
        found.extend(
            RegionFound(code, basis, match[0], *match.span())  # type: ignore[arg-type]
            for match in pattern.finditer(text)
        )
    return sorted(found, key=lambda region: region.start)


@remembered
def tagged_regions(title: str) -> list[str]:
    """Maakunta codes of parentheses at the end of a title, empty where they hold anything else."""
    match = _TAG.search(title)
    if match is None:
        return []
    inside = match[1].strip()
    names = [_NATIONAL.sub("", inside)] if _NATIONAL.fullmatch(inside) else _TAG_SPLIT.split(inside)
    if names == [""]:
        return [_WHOLE_COUNTRY]
    found = find_regions(inside)
    covered = inside
    for region in reversed(found):
        covered = (
            covered[: region.start] + " " * (region.end - region.start) + covered[region.end :]
        )
    left = _TAG_SPLIT.sub(" ", re.sub(r"\b(?:ja|och|and|sekä|samt)\b|[-,]", " ", covered))
    if not found or left.strip():
        return _plain_names(names)
    return list(dict.fromkeys(region.maakunta_code for region in found))


def _plain_names(names: list[str]) -> list[str]:
    """Names in nominative, where even an ambiguous one is a place; all or nothing."""
    places = [_places().get(name.strip()) for name in names]
    if any(place is None for place in places):
        return []
    return list(dict.fromkeys(place.code for place in places if place))


def _named(text: str) -> Iterator[RegionFound]:
    table = _places()
    yielded_to = 0
    for match in _WORD.finditer(text):
        if match.start() < yielded_to:
            continue
        for start, end in _spans(text, match):
            place = table.get(text[start:end])
            if place is None:
                continue
            if _is_place(text, start, end, place):
                yield from _ellipsis(text, start, end, place)
                yield RegionFound(place.code, place.basis, text[start:end], start, end)
            yielded_to = end
            break


def _spans(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The word with the next one, then alone: the longest name wins."""
    following = _WORD.match(text, match.end() + 1)
    if following and text[match.end()] in " \u00a0":
        yield match.start(), following.end()
    yield match.span()


def _ellipsis(text: str, start: int, end: int, place: _Place) -> Iterator[RegionFound]:
    """Names that share the second part of this one: `Etelä- ja` before `Pohjois-Savo`."""
    window = max(0, start - 60)
    match = next((m for m in _ELLIPSIS.finditer(text, window, start + 1) if m.end() == start), None)
    if match is None or place.basis != "name":
        return
    name = text[start:end]
    joint, group = ("-", "first") if match["first"] else (" ", "words")
    _, _, rest = name.partition(joint)
    rest = rest or name
    for part in re.finditer(r"[A-ZÅÄÖ]\w+", match[group]):
        other = _places().get(f"{part[0]}{joint}{rest}")
        if other:
            begin = match.start(group) + part.start()
            yield RegionFound(other.code, "name", part[0], begin, begin + len(part[0]))


def _is_place(text: str, start: int, end: int, place: _Place) -> bool:
    if text[end : end + 1] in ("-", "–") and text[end + 1 : end + 2].isalpha():
        return False
    if text[max(0, start - 1) : start] == "-":
        return False
    if _INSTITUTION.match(text, end) or _INSTITUTION_SV.match(text, end):
        return False
    if _INSTITUTION_EN.match(text, end):
        return False
    if _AUTHORITY_BEFORE.search(text, max(0, start - 120), start):
        return False
    if not place.ambiguous:
        return True
    if _NOT_A_TOWN.match(text, end):
        return False
    if place.case == "local" or _PLACE_AFTER.match(text, end):
        return True
    return bool(_IN_SWEDISH.search(text, max(0, start - 6), start))


@cache
def _places() -> dict[str, _Place]:
    """Every form of every place; regions win over municipalities."""
    table: dict[str, _Place] = {}
    for form in region_forms():
        case = "local" if form.case.startswith("local") else form.case
        table.setdefault(form.form, _Place(form.maakunta_code, "name", case))
    for region in maakunnat():
        for name, last in ((region.name_fi, "a"), (region.name_fi, "ta")):
            ending = last if not name.endswith(("aa", "uu")) else "ta"
            harmony = (
                ending.replace("a", "ä") if name.endswith(("ä", "i")) and "ä" in name else ending
            )
            table.setdefault(name + harmony, _Place(region.code, "name", "partitive"))
    for kunta in kunnat():
        names = inflected(kunta.name_fi)
        names.setdefault(kunta.name_sv, "nominative")
        if kunta.name_sv[-1:] not in "sx":
            names.setdefault(kunta.name_sv + "s", "genitive")
        for form_text, case in names.items():
            is_swedish = form_text in (kunta.name_sv, kunta.name_sv + "s")
            own = kunta.name_sv if is_swedish else kunta.name_fi
            ambiguous = own in words.AMBIGUOUS
            place = _Place(kunta.maakunta_code, "municipality", case, ambiguous)
            table.setdefault(form_text, place)
    return table
