"""Which projects a text names as the parts of a whole: umbrellas, programmes, families.

A heading announces them and a list, a value or the rest of its sentence names them; without
names a heading says nothing. What does not belong here: which project a name is; that is decided
where sources meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingestion.records import Code, CodeScheme, NamedProject
from ingestion.text.identifiers import find_codes
from ingestion.text.names import collapse
from ingestion.text.privacy import has_personal_data
from ingestion.text.rules.part_words import LEAD_IN, PART_HEADINGS
from ingestion.text.sentences import sentence_spans

_MAX_HEADING = 140
_MAX_BARE_HEADING = 70
_MAX_NAME = 220
#: Lines of a page that are asked about again and again.
_LINES = 4096
#: What every announcement holds.
_STEMS = ("hank", "proje")
#: What may stand between the announcement and its colon.
_BESIDE = re.compile(r"(?:\(.*|(?:ja|sekä|och|samt|and|&)\s.{1,40})?$")
_IDENTITY: tuple[CodeScheme, ...] = ("eura", "hanke_tunnus", "vn_case")
_QUOTED = re.compile(r"[\"”“„»«]([^\"”“„»«]{3,200})[\"”“„»«]")
_QUOTES = "\"'”“„»«‘’"
_BULLET = re.compile(r"^\s*(?:[•*·▪–—-]|\(?\d{1,2}[.)])\s+")
_AND = re.compile(r"\s+(?:ja|sekä|och|samt|and|&)\s+")
_LEADING_AND = re.compile(r"^(?:ja|sekä|och|samt|and)\s+")
#: Where an explanation may begin behind a name.
_BEHIND = re.compile(r"\s*\(|\s+[–—-]\s+|[,;:]\s+")
_LOST_COMMA = re.compile(r"\(\s*[,;/]\s*")
_BARE_CODES = re.compile(r"\(\s*[,;/]?\s*\)|\[\s*\]")
_CODE_WORDS = re.compile(
    r"[\s,;(–—-]*\b(?:hanke|projekti|projekt|project)?\s?-?(?:koodi|tunnus|kod|code|number|nro)"
    r"\b\s*:?\s*\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PartsHeading:
    """Words that announce the parts of a whole, and what stands behind them in the same line."""

    words: str
    value: str


@lru_cache(_LINES)
def parts_heading(line: str) -> PartsHeading | None:
    """Read a line as the announcement of parts.

    A line without colon counts only where it is a heading and nothing else.
    """
    text = _BULLET.sub("", collapse(line))
    head, colon, value = text.partition(":")
    if len(head) > _MAX_HEADING or (not colon and len(head) > _MAX_BARE_HEADING):
        return None
    end = _announced(head)
    if end is None:
        return None
    lead_in = LEAD_IN.match(head, end)
    rest = head[lead_in.end() if lead_in else end :]
    if colon:
        return PartsHeading(head.strip(), value.strip()) if _BESIDE.match(rest) else None
    return PartsHeading(head.strip(), "") if not rest and not head.endswith(".") else None


def names_in_value(value: str) -> list[str]:
    """Names in one line, each as written: quoted ones, or parts between semicolons or commas."""
    quoted = _QUOTED.findall(value)
    if len(quoted) > 1:
        return [name.strip(" ,;") for name in quoted]
    lead_in = LEAD_IN.match(value)
    text = value[lead_in.end() if lead_in else 0 :].strip().rstrip(".")
    if ";" in text:
        pieces = [piece.strip() for piece in _split_outside_brackets(text, ";")]
        return [name for piece in pieces if (name := _LEADING_AND.sub("", piece))]
    names: list[str] = []
    for cut in _split_outside_brackets(text, ","):
        piece = _LEADING_AND.sub("", cut.strip())
        if _may_be_name(piece):
            names += _split_at_and(piece)
        elif names:
            # What cannot begin a name goes on with the one before.
            names[-1] = f"{names[-1]}, {cut.strip()}"
    return names


def find_parts(text: str) -> list[str]:
    """Names of parts in running text: rows below a heading, or the rest of its sentence."""
    found: list[str] = []
    rows = text.split("\n")
    for at, row in enumerate(rows):
        heading = parts_heading(row)
        if heading is not None and not heading.value:
            found += _listed(rows[at + 1 :])
            continue
        for first, last in sentence_spans(row):
            found += _told(row[first:last])
    return list(dict.fromkeys(found))


def named_project(text: str, *, linked: str = "", url: str | None = None,
                  hrefs: tuple[str, ...] = ()) -> NamedProject | None:  # fmt: skip
    """One name of a list with the code written or linked beside it; None where it names nothing.

    Args:
        text: the item as written.
        linked: words of it that are a link to a page about the project.
        url: address of that page.
        hrefs: links as written, which may state a code.
    """
    if has_personal_data(text):
        return None
    codes = [
        code for source in (text, *hrefs) for code in find_codes(source) if code.scheme in _IDENTITY
    ]
    values = {(code.scheme, code.value) for code in codes}
    code = (
        Code(scheme=codes[0].scheme, value=codes[0].value, role="related")
        if len(values) == 1
        else None
    )
    quoted = _QUOTED.search(text)
    name = _bare(linked) or _bare(quoted[1] if quoted else text)
    if not re.search(r"[^\W\d_]{2}", name) or len(name) > _MAX_NAME:
        return NamedProject(code=code, url=url) if code else None
    behind = _BEHIND.search(name, 3)
    short = name[: behind.start()].strip(_QUOTES + " ") if behind else None
    return NamedProject(name=name, short_name=short or None, code=code, url=url)


def _announced(head: str) -> int | None:
    """End of the words that announce parts, or None."""
    low = head.lower()
    if not any(stem in low for stem in _STEMS):
        return None
    told = {"parts": 0, "related": 0}
    for cue in PART_HEADINGS:
        for match in cue.find(head, low):
            told[cue.means] = max(told[cue.means], match.end())
    return told["parts"] if told["parts"] and not told["related"] else None


def _listed(rows: list[str]) -> Iterator[str]:
    """Rows with a bullet directly below a heading."""
    for row in rows:
        if not _BULLET.match(row):
            return
        yield _BULLET.sub("", row).strip()


def _told(sentence: str) -> list[str]:
    head, colon, value = sentence.partition(":")
    end = _announced(head if colon else sentence)
    if end is None:
        return []
    if colon and len(head) <= _MAX_HEADING:
        return names_in_value(value)
    lead_in = LEAD_IN.match(sentence, end)
    rest = sentence[lead_in.end() if lead_in else end :]
    names = names_in_value(rest) if rest and _begins_name(rest) else []
    return names if len(names) > 1 else []


def _split_outside_brackets(text: str, mark: str) -> Iterator[str]:
    depth, begin = 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth <= 0:
            yield text[begin:at]
            begin = at + 1
    yield text[begin:]


def _split_at_and(text: str) -> list[str]:
    """The last two names of a row stand at its "and"; inside a name a small letter follows it."""
    for joint in reversed(list(_AND.finditer(text))):
        if _may_be_name(text[joint.end() :]):
            return [text[: joint.start()], text[joint.end() :]]
    return [text]


def _begins_name(text: str) -> bool:
    first = text.lstrip(_QUOTES)[:1]
    return first.isupper() or (text[:1] in _QUOTES and bool(first))


def _may_be_name(text: str) -> bool:
    """A capital, a quote or an inner capital (`eSilta`) begins a name; a count is none."""
    word = text.split(" ")[0]
    return _begins_name(text) or any(letter.isupper() for letter in word[1:])


def _bare(text: str) -> str:
    """The name without bullet, quotes and codes."""
    name = _BULLET.sub("", collapse(text))
    for code in reversed(find_codes(name)):
        if code.scheme in _IDENTITY:
            name = name[: code.start] + name[code.end :]
    name = _LOST_COMMA.sub("(", name)
    name = _CODE_WORDS.sub("", _BARE_CODES.sub("", name).rstrip(" ,;:–—-"))
    return collapse(name).strip(_QUOTES + " ,;:–—-").rstrip(".").strip()
