"""URLs of Peda.net: which form a page has, which links are followed, which are people's.

What does not belong here: what a page says, and how anything is fetched.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from ingestion.http.canonical import UrlError, canonical_url

_HOSTS = frozenset({"peda.net", "www.peda.net"})
_VIEW = re.compile(r":[a-z]+(?:/|$)", re.IGNORECASE)
_PERMALINK = re.compile(r"/id/[0-9a-f]{9,11}")
#: The only parameter that may name another page; every other one is a session or a stamp,
#: for Peda.net addresses pages by path.
_KEPT_PARAMETERS = frozenset({"lang"})
_SAFE = "/:@!$&'()*+,;=-._~"


def resolve(href: str, base: str) -> str | None:
    """Absolute web address of a link, or None for mail, script and broken ones."""
    try:
        url = urljoin(base, href.strip())
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return url


def page_url(url: str) -> str | None:
    """The one form of a Peda.net address, or None for another site or a broken address.

    Fragments, session parameters, trailing slashes and the two spellings of `ä` (composed or
    not, encoded or not) make no new page.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # `https://peda.ne[t`
        return None
    if host not in _HOSTS:
        return None
    path = unicodedata.normalize("NFC", unquote(parts.path))
    path = re.sub(r";[^/]*", "", path)
    path = re.sub(r"/{2,}", "/", path).rstrip("/") or "/"
    kept = [(key, value) for key, value in parse_qsl(parts.query) if key in _KEPT_PARAMETERS]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"https://peda.net{quote(path, safe=_SAFE)}{query}"


def outside_url(url: str) -> str:
    """A link to another site without session and tracking parameters."""
    try:
        return canonical_url(url)
    except UrlError:
        return url.partition("#")[0]


def is_outside(href: str) -> bool:
    """Whether a link as written leads to another site or to a file."""
    url = resolve(href, "https://peda.net/")
    return url is not None and (page_url(url) is None or "/download/" in url)


def is_within(url: str, base_url: str) -> bool:
    """Whether a canonical page URL lies in the space that starts at `base_url`."""
    path, base = urlsplit(url).path, urlsplit(base_url).path.rstrip("/")
    return path == base or path.startswith(base + "/")


def is_permalink(url: str) -> bool:
    """Whether a canonical page URL is a short permalink."""
    return _PERMALINK.fullmatch(urlsplit(url).path) is not None


def is_view(url: str) -> bool:
    """Whether the URL is a file, feed or other view of a page (`:file/…`, `:atom`).

    A colon alone makes none: the path of a page holds the one of its title (`kuikka:-ohjaus`).
    """
    return _VIEW.search(unquote(urlsplit(url).path)) is not None


def is_person(url: str) -> bool:
    """Whether the URL is somebody's own space; it names a person and is never kept."""
    parts = urlsplit(url)
    path = re.sub(r"/{2,}", "/", unquote(parts.path))
    return (parts.hostname or "") in _HOSTS and (path == "/p" or path.startswith("/p/"))


def is_followed(url: str, base_url: str, *, from_frontier: bool) -> bool:
    """Whether the crawl goes on to this canonical page URL.

    Args:
        url: canonical page URL.
        base_url: where the frontier starts.
        from_frontier: whether the page that shows the link lies in the frontier itself;
            permalinks are followed from there only.
    """
    if is_person(url) or is_view(url):
        return False
    return is_within(url, base_url) or (from_frontier and is_permalink(url))


def path_words(url: str, base_url: str) -> list[str]:
    """Last-but-none segments below the start page, as blank-separated words."""
    path = unquote(urlsplit(url).path)
    base = urlsplit(base_url).path.rstrip("/")
    if not path.startswith(base + "/"):
        return []
    return [segment.replace("-", " ") for segment in path[len(base) + 1 :].split("/") if segment]
