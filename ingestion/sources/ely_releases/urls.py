"""The two shapes of a release URL, and the one this project keeps.

A release is known by its numeric id alone; slug, language and publisher in the URL say nothing
about identity. What does not belong here: what a page says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

_HOSTS = frozenset({"www.sttinfo.fi", "sttinfo.fi"})
_NEW = re.compile(r"/tiedote/(?P<id>\d{5,12})(?:/(?P<slug>[^/]*))?/?")
_OLD = re.compile(r"/tiedote/(?P<slug>[^/]+)/?")
_NEWSROOM = re.compile(r"/uutishuone/(?:\d{6,10}/)?[^/]+/r")
_ID = re.compile(r"\d{5,12}")
_LANGUAGES = frozenset({"fi", "sv", "en"})


@dataclass(frozen=True)
class ReleaseUrl:
    """A release URL taken apart."""

    release_id: str
    slug: str
    language: str | None = None

    @property
    def canonical(self) -> str:
        """The form a person can open, equal for both shapes and all publishers."""
        tail = f"/{quote(self.slug, safe='-._~')}" if self.slug else ""
        return f"https://www.sttinfo.fi/tiedote/{self.release_id}{tail}"


def read_release_url(href: str, base: str = "https://www.sttinfo.fi/") -> ReleaseUrl | None:
    """Release id and slug of a link, or None where it leads to something else."""
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        host = parts.hostname
    except ValueError:
        return None
    if host not in _HOSTS:
        return None
    query = parse_qs(parts.query)
    language = next(iter(query.get("lang", ())), None)
    language = language if language in _LANGUAGES else None
    path = re.sub(r";[^/]*", "", parts.path)
    if new := _NEW.fullmatch(path):
        return ReleaseUrl(new["id"], _slug(new["slug"] or ""), language)
    release_id = next(iter(query.get("releaseId", ())), "")
    if (old := _OLD.fullmatch(path)) and _ID.fullmatch(release_id):
        return ReleaseUrl(release_id, _slug(old["slug"]), language)
    return None


def read_newsroom_url(href: str) -> str | None:
    """The address of a publisher's newsroom, or None where a link leads to something else."""
    try:
        parts = urlsplit(href.strip())
        host = parts.hostname
    except ValueError:
        return None
    if host not in _HOSTS or not _NEWSROOM.fullmatch(parts.path):
        return None
    publisher = next(iter(parse_qs(parts.query).get("publisherId", ())), "")
    query = f"?publisherId={publisher}" if publisher.isdigit() else ""
    return f"https://www.sttinfo.fi{parts.path}{query}"


def _slug(text: str) -> str:
    return unquote(text).strip().lower()
