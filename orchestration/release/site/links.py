"""Addresses: which links of sources may be shown, and where each page of the site lies.

Every page lies in `<language>/` or in one folder below it, so that a relative path works from a
disk and from any server. What does not belong here: what a page shows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_SAFE_NAME = re.compile(r"[A-Za-z0-9_.+-]{1,80}")


@lru_cache(maxsize=65536)
def web_address(text: str | None) -> str | None:
    """The address if a browser may follow it: http and https with a host, nothing else."""
    if not text or any(ord(sign) <= 32 for sign in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def file_name(identifier: str) -> str | None:
    """A name for the page of a thing, or None where its identifier could leave the folder."""
    if _SAFE_NAME.fullmatch(identifier) and not identifier.startswith("."):
        return f"{identifier}.html"
    return None
