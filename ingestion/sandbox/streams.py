"""Seeded random streams, one an entity, so that one draw more here moves nothing there.

What does not belong here: anything that knows what is drawn.
"""

from __future__ import annotations

import hashlib
import random


def stream(seed: int, *parts: str | int) -> random.Random:
    """A stream that depends on the seed and the entity alone, the same on every machine."""
    name = "/".join(str(part) for part in (seed, *parts))
    return random.Random(name)  # noqa: S311  (an invented world, not a secret)


def hex_id(seed: int, *parts: str | int, length: int = 11) -> str:
    """An opaque stable id in lower-case hex."""
    name = "/".join(str(part) for part in ("id", seed, *parts))
    return hashlib.sha256(name.encode()).hexdigest()[:length]


def uuid_of(seed: int, *parts: str | int) -> str:
    """A stable UUID (version 4 by its shape)."""
    raw = hex_id(seed, "uuid", *parts, length=32)
    return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-8{raw[17:20]}-{raw[20:32]}"
