"""Bytes of a page to characters, a tree and lines of text.

What does not belong here: what a page of one publishing system looks like.
"""

from __future__ import annotations

import codecs
import re

from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, Tag
from bs4.element import PageElement

from ingestion.text.names import collapse

_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
#: UTF-8 read as Latin-1: two-byte letters turn into these pairs.
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u0192\u201a-\u2026\u2030\u2039]|Â[\u00a0-\u00bf]|â‚¬|â€")
_C1 = re.compile("[\u0080-\u009f]")
_LATIN1 = {"iso8859-1", "ascii"}
_HEAD_BYTES = 4096
_SILENT = {"script", "style", "template", "noscript", "head"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip


def decode(body: bytes, header_charset: str | None) -> tuple[str, str]:
    """Characters of a body and the charset that was really used.

    Order: byte order mark, HTTP header, meta element or XML declaration, UTF-8, ISO-8859-1.
    A declared charset that does not decode, or one that turns UTF-8 into mojibake, is not
    believed.
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16")):
        if body.startswith(mark):
            return body.decode(name, errors="replace").lstrip("\ufeff"), name
    for declared in (header_charset, _declared(body), "utf-8"):
        text = _strict(body, declared)
        if text is not None and declared is not None:
            return _unless_mojibake(body, text, _normal(declared))
    return _latin1(body), "iso-8859-1"


def soup(page_bytes: bytes, header_charset: str | None) -> BeautifulSoup:
    """The tree of an HTML page."""
    return BeautifulSoup(decode(page_bytes, header_charset)[0], "lxml")


def lines(node: PageElement) -> list[str]:
    """Lines of text that a reader sees, blanks collapsed, empty ones dropped.

    `br` and the edges of block elements end a line; line ends of the markup do not.
    """
    parts: list[str] = []
    _walk(node, parts)
    return [line for line in map(collapse, "".join(parts).split("\n")) if line]


def _walk(node: PageElement, parts: list[str]) -> None:
    stack: list[PageElement | str] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, NavigableString):
            if not isinstance(item, Comment | Doctype):
                parts.append(item.replace("\n", " ").replace("\r", " "))
        elif isinstance(item, str):
            parts.append(item)
        elif isinstance(item, Tag) and item.name not in _SILENT:
            if item.name == "br":
                parts.append("\n")
                continue
            edge = item.name in _BLOCKS
            if edge:
                parts.append("\n")
                stack.append("\n")
            stack.extend(reversed(item.contents))


def _declared(body: bytes) -> str | None:
    head = body[:_HEAD_BYTES]
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii") if found else None


def _normal(charset: str) -> str:
    return codecs.lookup(charset).name


def _strict(body: bytes, charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        return _latin1(body) if _normal(charset) in _LATIN1 else body.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _latin1(body: bytes) -> str:
    """ISO-8859-1, or Windows-1252 where its printable signs stand in the control range."""
    text = body.decode("iso-8859-1")
    if _C1.search(text):
        try:
            return body.decode("cp1252")
        except UnicodeDecodeError:
            return text
    return text


def _unless_mojibake(body: bytes, text: str, charset: str) -> tuple[str, str]:
    if charset == "utf-8" or not _MOJIBAKE.search(text):
        return text, "iso-8859-1" if charset in _LATIN1 else charset
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return text, charset
