"""Redirects by hand: each hop is a URL of its own that must be allowed like the first one.

What does not belong here: sending. This only says where an answer points to and what is kept
of its headers.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from ingestion.http.address import SourceAddress
from ingestion.http.canonical import is_person_space
from ingestion.http.fault import FaultError, RefusalError

MAX_HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEPT_HEADERS = (
    "cache-control", "content-encoding", "content-language", "content-length", "content-type",
    "date", "etag", "expires", "last-modified", "retry-after",
)  # fmt: skip


@dataclass(frozen=True)
class Reply:
    """One exchange: status, all headers in lower case, and the body of a 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def kept_headers(self) -> dict[str, str]:
        """The headers worth keeping in the log."""
        return {name: self.headers[name] for name in _KEPT_HEADERS if name in self.headers}


def check_target(address: SourceAddress, public_url: str) -> None:
    """Demand that a public URL may be asked for at all.

    Raises:
        RefusalError: the source is off, the host is not on its list, or it is a person's own space.
    """
    if address.is_off:
        raise RefusalError("nothing is fetched from this source")
    if not address.allowed(public_url):
        raise RefusalError(f"host {_host(public_url)!r} is not on the list of this source")
    if is_person_space(public_url):
        raise RefusalError("the URL leads into a person's own space")


def redirect_target(address: SourceAddress, asked: str, reply: Reply, method: str) -> str:
    """The public URL that a redirect points to.

    Args:
        address: of the source.
        asked: transport URL of the request.
        reply: the redirect.
        method: of the request.

    Raises:
        FaultError: it points nowhere, or would turn a POST into something else.
        RefusalError: it points to where this source must not go.
    """
    location = reply.headers.get("location", "")
    if not location:
        raise FaultError("redirect", f"status {reply.status} without Location", retry=False)
    if method != "GET" and reply.status not in (307, 308):
        raise FaultError("redirect", f"a {method} answered with {reply.status}", retry=False)
    with contextlib.suppress(UnicodeError):
        # header bytes are UTF-8 in practice, while the library reads them as Latin-1
        location = location.encode("latin-1").decode("utf-8")
    try:
        target = address.to_public(urldefrag(urljoin(asked, location))[0])
        urlsplit(target).port  # noqa: B018 - raises for a broken one
    except ValueError:
        raise FaultError("redirect", "the Location is no URL", retry=False) from None
    check_target(address, target)
    return target


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or urlsplit(url).scheme)[:60]
    except ValueError:
        return "unreadable"
