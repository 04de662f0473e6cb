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
from ingestion.text.privacy import has_personal_data

_PARTY_FIELDS = frozenset({"lead", "implementer", "partner", "coordinator", "funder"})
#: Fields whose value may run over the items of a list.
_LIST_FIELDS = _PARTY_FIELDS | {"aim", "target", "region", "site", "amount", "code", "url"}
_LONGEST_NAME = 9
_PARTS = re.compile(r"[,;()–]|\b(?:ja|sekä|och|samt|and)\b")
_OPEN_END = re.compile(r"(?:,|;|\bja|\bsekä|\boch|\bsamt|\band|&)$")


@dataclass(frozen=True)
class Value:
    """What stands behind the `words` of one label; `text` is empty where it has no value."""

    label: Label
    words: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass
class Reading:
    """Everything one block says, by field."""

    values: dict[Field, list[Value]] = field(default_factory=dict)
    prose: list[Line] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

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
    def running_text(self) -> str:
        """Free text and the values that may be whole paragraphs, one per row."""
        return "\n".join([*self.texts("aim", "target", "other"), self.free_text])

    @property
    def has_sentence(self) -> bool:
        """Whether the block tells anything in running text."""
        return any(len(line.text.split()) > 5 for line in self.prose if not line.is_link)

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


def read_lines(lines: Sequence[Line]) -> Reading:
    """Read the lines of a block."""
    reading = Reading()
    parts = list(_parts(lines))
    at = 0
    while at < len(parts):
        line = parts[at]
        found = find_label(line.text)
        at += 1
        if found is None:
            _keep_prose(reading, line)
            continue
        taken = _continuation(found, line, parts[at:])
        at += len(taken)
        if found.label.field == "person":
            continue
        text = _joined(found, taken)
        links = tuple(link for part in (line, *taken) for link in part.links)
        reading.values.setdefault(found.label.field, []).append(
            Value(found.label, found.words, text, links)
        )
    return reading


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
    if name not in _LIST_FIELDS:
        return list(_rows(name, rest[:1]))
    group = rest[0].group
    same = list(_while_group(rest, group))
    if rest[0].is_item or (name in _PARTY_FIELDS and line.group == group):
        return list(_rows(name, same))
    return list(_rows(name, rest[:1]))


def _while_group(rest: Sequence[Line], group: int) -> Iterator[Line]:
    for line in rest:
        if line.group != group or find_label(line.text) is not None:
            return
        yield line


def _rows(name: Field, lines: Sequence[Line]) -> Iterator[Line]:
    # A lost value must not swallow the paragraph that happens to follow.
    for line in lines:
        if name not in ("aim", "target", "other") and is_prose(line.text):
            return
        if unknown_label(line.text):
            return
        yield line


def _contact_lines(line: Line, rest: Sequence[Line]) -> list[Line]:
    group = rest[0].group if rest else line.group
    return list(_while_group(rest, line.group if group == line.group else group))


def is_prose(text: str) -> bool:
    """Whether a text is running prose, not a value or a row of names."""
    longest = max(len(part.split()) for part in _PARTS.split(text))
    return longest > _LONGEST_NAME or (longest > 4 and text.endswith((".", "!", "?")))
