"""One spelling for every public URL, and URLs that are safe to log.

Two links to one page must give one request key, or ids and archive flap. `w3lib` does the
encoding; the rules on top are those that the sources were seen to need. What does not belong
here: a second URL normaliser (they disagree on decoding), and natural keys of records.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

#: Query parameters that say how a visitor came or which session they are in, never what is shown.
_VISITOR_PARAMETERS = re.compile(
    r"phpsessid|jsessionid|redirect|.+_redirect|p_p_.*|utm_.*|fbclid|gclid", re.IGNORECASE
)
_SESSION_IN_PATH = re.compile(r";jsess[^/;]*", re.IGNORECASE)
_MAIL = re.compile(r"[^/?&=;#]+(?:@|%40)[^/?&=;#]+", re.IGNORECASE)
_PERSON_SPACE = re.compile(r"(?<=^/p/).*", re.IGNORECASE | re.DOTALL)
REDACTED = "redacted"
_DEFAULT_PORTS = {"http": 80, "https": 443}


class UrlError(ValueError):
    """Something is no absolute http(s) URL."""


def canonical_url(url: str) -> str:
    """The one spelling of a public URL; applying it twice changes nothing.

    https where the port is the default one, lower-case host without default port, sorted query
    without session, tracking and portal state parameters, no fragment. A trailing slash stays:
    some servers know only one of the two forms.

    Raises:
        UrlError: it is no absolute http(s) URL, or it carries a user name.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UrlError("unreadable URL") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host or "@" in parts.netloc:
        raise UrlError("no absolute http(s) URL without a user")
    if port in (None, *_DEFAULT_PORTS.values()):
        scheme, port = "https", None
    name = f"[{host}]" if ":" in host else host.rstrip(".")
    netloc = name if port is None else f"{name}:{port}"
    path, query = _SESSION_IN_PATH.sub("", parts.path), _kept_query(parts.query)
    return _settle(urlunsplit((scheme, netloc, path, query, "")))


def redact_url(url: str) -> str:
    """A URL as it may appear in a log: no person space, no mail address, no user name."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return REDACTED
    path = _PERSON_SPACE.sub(REDACTED, parts.path)
    netloc = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        (
            parts.scheme,
            netloc,
            _MAIL.sub(REDACTED, path),
            _MAIL.sub(REDACTED, parts.query),
            _MAIL.sub(REDACTED, parts.fragment),
        )
    )


def is_person_space(url: str) -> bool:
    """Whether a URL leads into a person's own space, which is never fetched."""
    return redact_url(url) != url


def _kept_query(query: str) -> str:
    """The query without visitor parameters; values stay undecoded, they may be Latin-1."""
    kept = []
    for pair in query.split("&"):
        name = unquote_plus(pair.partition("=")[0])
        if pair and not _VISITOR_PARAMETERS.fullmatch(name):
            kept.append(pair)
    return "&".join(kept)


def _settle(url: str) -> str:
    """Canonicalise until nothing changes: an odd escape may need a second round."""
    for _ in range(4):
        try:
            settled: str = canonicalize_url(url)
        except ValueError as error:  # a host that is no IDN, a broken escape
            raise UrlError("unreadable URL") from error
        if settled == url:
            break
        url = settled
    return url
