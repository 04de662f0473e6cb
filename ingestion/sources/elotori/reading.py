"""Reads the lines of one block against the labels: values by field, and the free text left.

A value stands behind its label, or on the next line, or is missing. Contacts are dropped here,
before anything else sees them. What does not belong here: what a value means (`facts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingestion.sources.elotori.blocks import Line, Link
from ingestion.sources.elotori.labels import (
    Field,
    Label,
    LabelledText,
    find_label,
    split_labels,
    unknown_label,
)
from ingestion.text.identifiers import find_codes
from ingestion.text.privacy import has_personal_data

_PARTY_FIELDS = frozenset({"lead", "implementer", "partner", "coordinator", "funder"})
#: Fields whose value may run over the items of a list.
_LIST_FIELDS = _PARTY_FIELDS | {
    "aim", "target", "about", "family", "parts", "region", "site", "amount", "code", "url",
}  # fmt: skip
#: Fields whose value may be whole paragraphs about the project.
_TOLD_FIELDS = frozenset({"aim", "target", "about", "other"})
_LONGEST_NAME = 9
_PARTS = re.compile(r"[,;()–]|\b(?:ja|sekä|och|samt|and)\b")
_BULLET = re.compile(r"[•*·▪–—-]\s")
_OPEN_END = re.compile(r"(?:,|;|\bja|\bsekä|\boch|\bsamt|\band|&)$")


@dataclass(frozen=True)
class Value:
    """What stands behind the `words` of one label; `text` is empty where it has no value.

    `beside` is what of it stands in the label's own line, `below` are the lines that follow.
    """

    label: Label
    words: str
    text: str
    links: tuple[Link, ...] = ()
    beside: str = ""
    below: tuple[Line, ...] = ()


@dataclass
class Reading:
    """Everything one block says, by field; `told` is its running text in order."""

    values: dict[Field, list[Value]] = field(default_factory=dict)
    prose: list[Line] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def texts(self, *fields: Field) -> list[str]:
        """Values of the fields that are not empty, in order."""
        return [value.text for name in fields for value in self.values.get(name, ()) if value.text]

    def first(self, name: Field) -> str | None:
        """The first value of a field that is not empty."""
        return next(iter(self.texts(name)), None)

    @property
    def free_text(self) -> str:
        """Unlabelled lines, one per row; a line that is only a link is another page's title."""
        return "\n".join(line.text for line in self.prose if not line.is_link)

    @property
    def rows(self) -> list[str]:
        """Free text and the values that may be whole paragraphs, row by row, in their order."""
        return [row for text in self.told for row in text.split("\n")]

    @property
    def has_sentence(self) -> bool:
        """Whether the block tells anything in running text."""
        return any(_is_sentence(line.text) for line in self.prose if not line.is_link)

    @property
    def all_texts(self) -> list[str]:
        """Every value and every free line."""
        values = [value.text for found in self.values.values() for value in found]
        return [*values, *(line.text for line in self.prose)]

    @property
    def links(self) -> list[Link]:
        """Links of values and free lines."""
        links = [link for found in self.values.values() for v in found for link in v.links]
        return links + [link for line in self.prose for link in line.links]

    @property
    def has_fact(self) -> bool:
        """Whether a label with a value marks this block as one about a project."""
        return any(
            value.label.is_fact and value.text for found in self.values.values() for value in found
        )


@dataclass(frozen=True)
class _Piece:
    """A line with the label it was read by, and the lines that go on with its value."""

    line: Line
    found: LabelledText | None = None
    taken: tuple[Line, ...] = ()


def read_lines(lines: Sequence[Line]) -> Reading:
    """Read the lines of a block."""
    reading = Reading()
    for piece in _pieces(lines):
        if piece.found is None:
            _keep_prose(reading, piece.line)
        elif piece.found.label.field != "person":
            _keep_value(reading, piece.found, piece)
    return reading


def own_lines(lines: Sequence[Line]) -> Iterator[str]:
    """What lines say of the page's own matter: no contacts, no titles of other pages."""
    for piece in _pieces(lines):
        if piece.found and piece.found.label.field in ("person", "family", "parts"):
            continue
        lines_of = (piece.line, *piece.taken)
        told = [one.text for one in lines_of if not one.is_link and not has_personal_data(one.text)]
        if piece.found and len(told) == 2 and not piece.found.value:
            # A label and its value stand apart in a table.
            told = [f"{told[0].rstrip(': ')}: {told[1]}"]
        yield from told
        # An identifier may stand in an address only.
        yield from (link.href for one in lines_of for link in one.links if find_codes(link.href))


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    parts = list(_parts(lines))
    at = 0
    while at < len(parts):
        line = parts[at]
        found = find_label(line.text)
        at += 1
        taken = _continuation(found, line, parts[at:]) if found else []
        at += len(taken)
        yield _Piece(line, found, tuple(taken))


def _keep_value(reading: Reading, found: LabelledText, piece: _Piece) -> None:
    text = _joined(found, piece.taken)
    links = tuple(link for part in (piece.line, *piece.taken) for link in part.links)
    reading.values.setdefault(found.label.field, []).append(
        Value(found.label, found.words, text, links, found.value, piece.taken)
    )
    if found.label.field in _TOLD_FIELDS and text:
        reading.told.append(text)


def _parts(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        texts = split_labels(line.text)
        if len(texts) < 2:
            yield line
            continue
        for index, text in enumerate(texts):
            yield Line(text, line.group, links=line.links if index == 0 else ())


def _keep_prose(reading: Reading, line: Line) -> None:
    if has_personal_data(line.text):
        return
    if label := unknown_label(line.text):
        reading.unknown.append(label)
    reading.prose.append(line)
    if not line.is_link:
        reading.told.append(line.text)


def _joined(found: LabelledText, taken: Sequence[Line]) -> str:
    texts = [found.value, *(line.text for line in taken)]
    return "\n".join(text for text in texts if text)


def _continuation(found: LabelledText, line: Line, rest: Sequence[Line]) -> list[Line]:
    """Lines that go on with the value of a label."""
    name = found.label.field
    if found.value:
        if name == "person":
            return _contact_lines(line, rest)
        open_end = name in _LIST_FIELDS and _OPEN_END.search(found.value)
        return list(_rows(name, rest[:1])) if open_end else []
    if not rest or find_label(rest[0].text) is not None:
        return []
    if name == "person":
        return _contact_lines(line, rest)
    if name == "parts":
        return list(_named_lines(rest))
    if name not in _LIST_FIELDS:
        return list(_rows(name, rest[:1]))
    group = rest[0].group
    same = list(_while_group(rest, group))
    if rest[0].is_item or (name in _PARTY_FIELDS and line.group == group):
        return list(_rows(name, same))
    return list(_rows(name, rest[:1]))


def _named_lines(rest: Sequence[Line]) -> Iterator[Line]:
    """Names of other projects: a list, the lines of a paragraph, or a run of links and bullets."""
    for line in rest:
        is_listed = line.is_item or line.is_link or _BULLET.match(line.text) is not None
        if line.group != rest[0].group and not (is_listed and not line.is_item):
            return
        if find_label(line.text) is not None or (not is_listed and is_prose(line.text)):
            return
        yield line


def _while_group(rest: Sequence[Line], group: int) -> Iterator[Line]:
    for line in rest:
        if line.group != group or find_label(line.text) is not None:
            return
        yield line


def _rows(name: Field, lines: Sequence[Line]) -> Iterator[Line]:
    # A lost value must not swallow the paragraph that happens to follow.
    for line in lines:
        if name not in (*_TOLD_FIELDS, "family") and is_prose(line.text):
            return
        if unknown_label(line.text):
            return
        yield line


def _contact_lines(line: Line, rest: Sequence[Line]) -> list[Line]:
    group = rest[0].group if rest else line.group
    return list(_while_group(rest, line.group if group == line.group else group))


def _is_sentence(text: str) -> bool:
    words = len(text.split())
    return words > 5 or (words > 2 and text.endswith(".") and not re.search(r"\d", text))


def is_prose(text: str) -> bool:
    """Whether a text is running prose, not a value or a row of names."""
    longest = max(len(part.split()) for part in _PARTS.split(text))
    return longest > _LONGEST_NAME or (longest > 4 and text.endswith((".", "!", "?")))
