"""XML from outside: parsed strictly, and mended where a publisher forgot to escape.

No document type, no entity of its own, no network. What does not belong here: any vocabulary.
"""

from __future__ import annotations

import re

from lxml import etree

_BARE_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]{0,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)")
#: An attribute ends where another one or the end of its tag follows; quotes before are its text.
_ATTRIBUTE = re.compile(
    r'([\w:.-]+\s*=\s*")(.*?)"(?=\s+[\w:.-]+\s*=\s*"|\s*[/?]?>\s*(?:<|$))', re.S
)
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class XmlError(ValueError):
    """A text is no XML that may be read; the message says where."""


def parse_strictly(text: bytes | str) -> etree._Element:
    """The root of a well-formed document without a document type.

    Raises:
        XmlError: it is not well-formed, or it declares a document type.
    """
    if isinstance(text, str):
        text = _DECLARATION.sub("", text).encode("utf-8", "surrogatepass")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise XmlError("a document type is declared")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(f"not well-formed: {str(error)[:120]}") from error
    if root is None:
        raise XmlError("no root element")
    return root


def mend_text(text: str) -> str:
    """The text with bare ampersands escaped and signs that no XML may hold taken out."""
    return _BARE_AMPERSAND.sub("&amp;", _ILLEGAL.sub("", text))


def mend_attributes(text: str) -> str:
    """The text with bare quotes and angle brackets inside attributes escaped.

    Only for markup whose facts stand in attributes: between two tags it looks for no text.
    """
    return _ATTRIBUTE.sub(_escape_attribute, text)


def local_name(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    return str(etree.QName(element).localname)


def _escape_attribute(match: re.Match[str]) -> str:
    return f'{match[1]}{match[2].replace(chr(34), "&quot;").replace("<", "&lt;")}"'
