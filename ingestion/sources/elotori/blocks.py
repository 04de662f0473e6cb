"""Splits the hand-written body of a module into blocks of lines.

A block starts at a heading (`h2`, `h3`, `h4`), at a paragraph that is only bold, or at a row of
a table of projects. What does not belong here: what a line means (`labels.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bs4 import NavigableString, Tag

from ingestion.sources.elotori.labels import find_label, is_bare_label
from ingestion.text.names import collapse

_SKIPPED = frozenset({"script", "style", "noscript", "template", "form", "nav", "iframe"})
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_BOLD = frozenset({"strong", "b"})
_LISTS = frozenset({"ul", "ol", "dl"})
_ITEMS = frozenset({"li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption"})
_PARAGRAPHS = frozenset(
    {"p", "div", "section", "blockquote", "pre", "h5", "h6", "figure", "figcaption", "header",
     "footer", "main", "aside", "article", "details", "summary", "address", "hr"}
)  # fmt: skip
_BOLD_LEVEL = 5
#: Deeper markup than any author writes; below it only the text is read.
_MAX_NESTING = 80
_BLANKS = re.compile(r"\s+")
#: The author's own stamp changes without any fact changing.
_STAMP = re.compile(
    r"(?:sivua? )?(?:viimeksi )?(?:päivitetty|muokattu|uppdaterad|updated)\s*:?\s*[\d.:\s]*"
    r"(?:klo\s*[\d.:\s]*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Link:
    """A link as written, with its visible text."""

    href: str
    text: str


@dataclass(frozen=True)
class Line:
    """One fact-sized piece of text. Lines of one paragraph, list or table row share `group`."""

    text: str
    group: int
    links: tuple[Link, ...] = ()
    is_bold: bool = False
    is_link: bool = False
    is_item: bool = False


@dataclass
class Block:
    """Lines below one heading; `heading` is None before the first one."""

    heading: str | None
    level: int
    lines: list[Line] = field(default_factory=list)
    loose_links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class _Piece:
    text: str
    is_bold: bool
    is_link: bool
    link: Link | None = None


def split_blocks(body: Tag) -> list[Block]:
    """Blocks of a module body in order, the first one without heading."""
    walker = _Walker()
    walker.walk(body, bold=False, linked=False, depth=0)
    walker.end_paragraph()
    return [_settled(block) for block in _split_at_bold_lines(walker.blocks)]


class _Walker:
    """Walks the tree once and collects pieces of text until a line or paragraph ends."""

    def __init__(self) -> None:
        self.blocks = [Block(None, 0)]
        self._pieces: list[_Piece] = []
        self._group = 0
        self._last_group = 0
        self._is_item = False

    def walk(self, node: Tag, *, bold: bool, linked: bool, depth: int) -> None:
        """Read the children of a node in document order."""
        if depth > _MAX_NESTING:
            self._pieces.append(_Piece(_BLANKS.sub(" ", node.get_text(" ")), bold, linked))
            return
        for child in node.children:
            if isinstance(child, Tag):
                self._tag(child, bold, linked, depth + 1)
            elif type(child) is NavigableString:
                self._pieces.append(_Piece(_BLANKS.sub(" ", child), bold, linked))

    def end_paragraph(self, *, may_head: bool = True) -> None:
        """Turn the collected pieces into lines, or into a heading where all of it is bold."""
        lines, loose = self._take_lines()
        text = " ".join(line.text for line in lines)
        is_bold = bool(lines) and all(line.is_bold for line in lines)
        if may_head and is_bold and find_label(text) is None:
            self._open(text, _BOLD_LEVEL, [link for line in lines for link in line.links])
        else:
            self.blocks[-1].lines.extend(lines)
        self.blocks[-1].loose_links.extend(loose)

    def _tag(self, tag: Tag, bold: bool, linked: bool, depth: int) -> None:
        name = tag.name
        if name in _SKIPPED:
            return
        if name == "br":
            self._pieces.append(_Piece("\n", bold, linked))
        elif name in _HEADINGS:
            self._heading(tag, depth)
        elif name == "table":
            self._table(tag, depth)
        elif name in _ITEMS:
            self.end_paragraph(may_head=False)
            self.walk(tag, bold=bold, linked=linked, depth=depth)
            self.end_paragraph(may_head=False)
        elif name in _LISTS or name in _PARAGRAPHS:
            self._container(tag, depth, is_item=self._is_item or name in _LISTS)
        else:
            self._inline(tag, bold, linked, depth)

    def _inline(self, tag: Tag, bold: bool, linked: bool, depth: int) -> None:
        href = tag.get("href") if tag.name == "a" else None
        bold = bold or tag.name in _BOLD
        if isinstance(href, str):
            linked = True
            self._pieces.append(_Piece("", bold, True, Link(href, collapse(tag.get_text(" ")))))
        self.walk(tag, bold=bold, linked=linked, depth=depth)

    def _container(self, tag: Tag, depth: int, *, is_item: bool) -> None:
        outer_group, outer_item = self._group, self._is_item
        self.end_paragraph(may_head=not outer_item)
        if not outer_item:
            self._group = self._next_group()
        self._is_item = is_item
        self.walk(tag, bold=False, linked=False, depth=depth)
        self.end_paragraph(may_head=not is_item)
        self._group, self._is_item = outer_group, outer_item

    def _heading(self, tag: Tag, depth: int) -> None:
        self.end_paragraph(may_head=not self._is_item)
        self._group = self._next_group()
        self.walk(tag, bold=False, linked=False, depth=depth)
        lines, loose = self._take_lines()
        if lines:
            links = [link for line in lines for link in line.links]
            self._open(" ".join(line.text for line in lines), _HEADINGS[tag.name], links)
        self.blocks[-1].loose_links.extend(loose)

    def _table(self, table: Tag, depth: int) -> None:
        self.end_paragraph(may_head=not self._is_item)
        outer_group, outer_item = self._group, self._is_item
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        cells = [list(row.find_all(["td", "th"], recursive=False)) for row in rows]
        header = [collapse(cell.get_text(" ")) for cell in cells[0]] if cells else []
        if len(rows) > 1 and _is_project_header(header):
            self._project_rows(header, cells[1:], depth)
        else:
            for row in cells:
                self._group = self._next_group()
                for cell in row:
                    self._cell(cell, depth)
        self._group, self._is_item = outer_group, outer_item

    def _cell(self, cell: Tag, depth: int) -> None:
        self._is_item = True
        self.walk(cell, bold=False, linked=False, depth=depth)
        self.end_paragraph(may_head=False)

    def _project_rows(
        self, header: Sequence[str], rows: Sequence[Sequence[Tag]], depth: int
    ) -> None:
        name_at = next(i for i, label in enumerate(header) if _field(label) == "name")
        before = self.blocks[-1]
        for row in rows:
            if len(row) != len(header) or not (name := collapse(row[name_at].get_text(" "))):
                continue
            self._open(name, _BOLD_LEVEL, [])
            for label, cell in zip(header, row, strict=True):
                self._group = self._next_group()
                if label != header[name_at]:
                    self.blocks[-1].lines.append(Line(f"{label.rstrip(':')}:", self._group))
                    self._cell(cell, depth)
                else:
                    self.blocks[-1].loose_links.extend(_links_of(cell))
        self.blocks.append(Block(None, before.level))

    def _take_lines(self) -> tuple[list[Line], list[Link]]:
        lines: list[Line] = []
        loose: list[Link] = []
        row: list[_Piece] = []
        for piece in [*self._pieces, _Piece("\n", False, False)]:
            if piece.text != "\n":
                row.append(piece)
                continue
            links = tuple(p.link for p in row if p.link is not None)
            line = self._line(row, links)
            if line is None:
                loose.extend(links)
            else:
                lines.append(line)
            row = []
        self._pieces = []
        return lines, loose

    def _line(self, row: Sequence[_Piece], links: tuple[Link, ...]) -> Line | None:
        text = collapse("".join(piece.text for piece in row))
        said = [piece for piece in row if piece.text.strip()]
        if not text or _STAMP.fullmatch(text.rstrip(".")):
            return None
        return Line(
            text,
            self._group,
            links=links,
            is_bold=all(piece.is_bold for piece in said),
            is_link=all(piece.is_link for piece in said),
            is_item=self._is_item,
        )

    def _open(self, heading: str, level: int, links: Sequence[Link]) -> None:
        self.blocks.append(Block(heading, level, loose_links=list(links)))

    def _next_group(self) -> int:
        self._last_group += 1
        return self._last_group


def _links_of(cell: Tag) -> Iterator[Link]:
    for anchor in cell.find_all("a"):
        href = anchor.get("href")
        if isinstance(href, str):
            yield Link(href, collapse(anchor.get_text(" ")))


def _field(label: str) -> str | None:
    found = find_label(label.rstrip(":") + ":")
    return found.label.field if found else None


def _is_project_header(header: Sequence[str]) -> bool:
    fields = [_field(label) for label in header]
    return fields.count("name") == 1 and sum(1 for known in fields if known) >= 2


def _split_at_bold_lines(blocks: Sequence[Block]) -> list[Block]:
    """A bold line that a labelled fact follows is a heading inside its paragraph."""
    result: list[Block] = []
    for block in blocks:
        current = Block(block.heading, block.level, loose_links=block.loose_links)
        result.append(current)
        for line, following in pairwise([*block.lines, None]):
            if line is None:
                continue
            if following is not None and _heads(line, following):
                current = Block(line.text, _BOLD_LEVEL, loose_links=list(line.links))
                result.append(current)
            else:
                current.lines.append(line)
    return result


def _heads(line: Line, following: Line) -> bool:
    if not line.is_bold or following.is_bold or line.is_item or line.group != following.group:
        return False
    label = find_label(following.text)
    return find_label(line.text) is None and label is not None and label.label.is_fact


def _settled(block: Block) -> Block:
    """The block with its link lists in an order that the server cannot change."""
    lines: list[Line] = []
    run: list[Line] = []
    for line in block.lines:
        if run and not (line.is_link and line.is_item and line.group == run[0].group):
            lines.extend(_sorted_run(run, lines))
            run = []
        if line.is_link and line.is_item:
            run.append(line)
        else:
            lines.append(line)
    lines.extend(_sorted_run(run, lines))
    loose = sorted(set(block.loose_links), key=lambda link: (link.href, link.text))
    return Block(block.heading, block.level, lines, loose)


def _sorted_run(run: Sequence[Line], before: Sequence[Line]) -> Sequence[Line]:
    # Below a label the order may say who leads, so it stays.
    if before and is_bare_label(before[-1].text):
        return run
    return sorted(run, key=lambda line: (line.text, line.links[0].href if line.links else ""))
