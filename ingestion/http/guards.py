"""Is this answer whole, and is it the kind of thing that was asked for?

`requests` accepts bodies that were cut, too long, or announced with a nonsensical length.
What does not belong here: what a page says. A login wall or a soft 404 is a whole answer and
the scraper's to recognise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from email.message import Message

from ingestion.http.fault import FaultError
from ingestion.scraper import Expect

MIB = 1 << 20
#: Most decoded bytes a body may have. Registers are lists of tens of thousands of rows.
SIZE_LIMITS: dict[Expect, int] = {
    "html": 10 * MIB,
    "xml": 10 * MIB,
    "json": 50 * MIB,
    "csv": 100 * MIB,
    "any": 100 * MIB,
}
_BOM = b"\xef\xbb\xbf"
_TAIL = 1 << 16
_HTML_START = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_HTML_END = re.compile(rb"</html\s*>(?:\s|\0|<!--(?:(?!-->).)*-->)*\Z", re.I | re.S)
_XML_PROLOG = re.compile(
    rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*", re.S
)
_XML_ROOT = re.compile(rb"<([^\s<>/!?]+)[^<>]*?(/?)>", re.S)
_XML_TRAIL = rb"\s*>(?:\s|\0|<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)*\Z"


def check_headers(lengths: Sequence[str], encoding: str, limit: int) -> int | None:
    """The announced length of the body on the wire, None when there is none.

    Args:
        lengths: all Content-Length headers.
        encoding: value of Content-Encoding.
        limit: most bytes that are taken.

    Raises:
        FaultError: two lengths, one that is no number, or one that is too big.
    """
    if len(lengths) > 1 or any("," in length for length in lengths):
        raise FaultError("length", "two Content-Length headers")
    if not lengths:
        return None
    if not re.fullmatch(r"\s*[0-9]{1,18}\s*", lengths[0]):
        raise FaultError("length", "Content-Length is no length")
    length = int(lengths[0])
    if length > limit:
        raise FaultError("size", f"{length} {encoding or 'plain'} bytes announced", retry=False)
    return length


def parse_content_type(value: str) -> tuple[str, str | None]:
    """Media type (lower case, may be empty) and charset of a Content-Type header."""
    message = Message()
    message["content-type"] = value.replace("\n", " ").replace("\r", " ")
    media_type = value.partition(";")[0].strip().lower()
    charset = message.get_param("charset")
    return media_type, charset.strip().lower() or None if isinstance(charset, str) else None


def check_whole(body: bytes, expect: Expect, content_type: str = "") -> None:
    """Demand that a body is of the expected form and was not cut.

    Raises:
        FaultError: it is empty, cut, or something else, e.g. an error page instead of data.
    """
    if not body:
        raise FaultError("truncated", "the body is empty")
    _CHECKS[expect](body, content_type)


def is_html(body: bytes) -> bool:
    """Whether bytes begin like an HTML page, whatever their header says."""
    return bool(_HTML_START.match(body.removeprefix(_BOM)[:4096]))


def _check_html(body: bytes, content_type: str) -> None:
    if not _HTML_END.search(body[-_TAIL:]):
        raise FaultError("truncated", f"no closing </html> ({content_type or 'no type'})")


def _check_xml(body: bytes, content_type: str) -> None:
    text = body.removeprefix(_BOM)
    if is_html(text):
        raise FaultError("content type", f"an HTML page where XML was asked for ({content_type})")
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = text.decode("utf-16", errors="replace").encode()
    prolog = _XML_PROLOG.match(text)
    root = _XML_ROOT.match(text, prolog.end() if prolog else 0)
    if root is None:
        klass = "truncated" if text.lstrip()[:1] == b"<" else "content type"
        raise FaultError(klass, f"no XML root element ({content_type})")
    if not root[2] and not re.search(rb"</" + re.escape(root[1]) + _XML_TRAIL, text[-_TAIL:], re.S):
        raise FaultError("truncated", "the closing tag of the XML root is missing")


def _check_json(body: bytes, content_type: str) -> None:
    text = body.removeprefix(_BOM).strip(b" \t\r\n")
    if text[:1] == b"<":
        raise FaultError("content type", f"markup where JSON was asked for ({content_type})")
    if text[:1] not in (b"{", b"["):
        raise FaultError("malformed", "neither a JSON object nor an array")
    try:
        _parse_json(text)
    except RecursionError:
        raise FaultError("malformed", "JSON nested too deeply", retry=False) from None
    except json.JSONDecodeError as error:
        was_cut = error.pos >= len(error.doc) or error.msg.startswith("Unterminated")
        raise FaultError(
            "truncated" if was_cut else "malformed", "the JSON does not parse"
        ) from None


def _parse_json(text: bytes) -> None:
    try:
        json.loads(text)
    except UnicodeDecodeError:
        # a wrong charset is the parser's to judge; here only the end matters
        json.loads(text.decode("latin-1"))


def _check_csv(body: bytes, content_type: str) -> None:
    # A register may answer with its HTML form instead of the list: the scraper decides.
    if is_html(body):
        _check_html(body, content_type)
    elif not body.strip():
        raise FaultError("truncated", "nothing but blanks")


def _check_any(body: bytes, content_type: str) -> None:  # noqa: ARG001
    return


_CHECKS: dict[Expect, Callable[[bytes, str], None]] = {
    "html": _check_html,
    "xml": _check_xml,
    "json": _check_json,
    "csv": _check_csv,
    "any": _check_any,
}
