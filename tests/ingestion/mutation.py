"""Damages a page, repeatably: what comes out a parser reads or refuses, and never crashes on."""

from __future__ import annotations

import random

_SIGNS = '0123456789"",,,|/:-.{}[]truefalsnÄÖäé \n<>QS\\'


def mutate(chance: random.Random, body: bytes) -> bytes:
    """A damaged copy: by turns in its bytes (mostly refused as a whole) and in its letters."""
    if chance.random() < 0.3:
        raw = bytearray(body)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(raw) + 1)
            raw[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 6))
        return bytes(raw)
    text = body.decode()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        signs = "".join(chance.choices(_SIGNS, k=chance.randint(0, 4)))
        text = text[:at] + signs + text[at + chance.randint(0, 5) :]
    return text.encode()
