"""Damages a page, repeatably: what comes out a parser reads or refuses, and never crashes on."""

from __future__ import annotations

import random

_SIGNS = '0123456789"",,,;|/:-.{}[]truefalsnÄÖäé \n<>&%QS\\'
#: Pieces that mean something to a format: cut, closed, quoted, escaped, not text at all.
_PIECES = (
    b"", b"<", b'"', b"&", b"%", b"%22", b"{", b"}", b"null", b"9", b"9.", b"kk:",
    b"\\ud800", b"\xff", b"\x00",
)  # fmt: skip


def mutate(chance: random.Random, body: bytes) -> bytes:
    """A damaged copy: in its bytes (mostly refused as a whole), its letters or its marks."""
    form = chance.random()
    if form < 0.25:
        return _mutate_bytes(chance, bytearray(body))
    if form < 0.5:
        return _mutate_marks(chance, bytearray(body))
    try:
        return _mutate_letters(chance, body.decode())
    except UnicodeDecodeError:
        return _mutate_bytes(chance, bytearray(body))


def _mutate_bytes(chance: random.Random, raw: bytearray) -> bytes:
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(raw) + 1)
        raw[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 6))
    return bytes(raw)


def _mutate_marks(chance: random.Random, raw: bytearray) -> bytes:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(raw) + 1)
        raw[at : at + chance.choice((0, 1, 1, 4, 30, 200))] = chance.choice(_PIECES)
    return bytes(raw)


def _mutate_letters(chance: random.Random, text: str) -> bytes:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        signs = "".join(chance.choices(_SIGNS, k=chance.randint(0, 4)))
        text = text[:at] + signs + text[at + chance.randint(0, 5) :]
    return text.encode()
