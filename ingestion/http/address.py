"""Public URLs and where they are really fetched from.

Scrapers, logs and the warehouse know public URLs only. An operator may replace the base URL of
a source; this module alone translates between the two. What does not belong here: whether an
IP address may be talked to (`netguard`), and robots rules.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit, urlunsplit

from ingestion.spec import SourceSpec

_DEFAULT_PORTS = {"http": 80, "https": 443}
#: What may follow the base prefix: Peda.net writes its feeds as `<page>:atom`.
_PREFIX_ENDS = ("", "/", ":")


class AddressError(ValueError):
    """The override of a source is no usable base URL; the message names the source."""


class SourceAddress:
    """Translates the URLs of one source.

    Args:
        spec: the source.
        override: base URL that replaces the public one, None for no override, and an empty
            string when nothing may be fetched.

    Raises:
        AddressError: the override is no http(s) URL, or holds a user, a query or a fragment.
    """

    def __init__(self, spec: SourceSpec, override: str | None) -> None:
        self._spec = spec
        self._base = urlsplit((spec.base_url or "").rstrip("/"))
        self._override = _read_override(spec.id, override) if override else None
        self.is_off = spec.base_url is None or override == ""

    @property
    def is_overridden(self) -> bool:
        """Whether an operator's base URL replaces the public one."""
        return self._override is not None

    @property
    def operator_host(self) -> str | None:
        """Host of the operator's base URL."""
        return self._override.hostname if self._override else None

    @property
    def is_loopback(self) -> bool:
        """Whether the operator's base URL is an address of this machine."""
        return is_loopback_host(self.operator_host or "")

    def allowed(self, public_url: str) -> bool:
        """Whether this source may be fetched from that public URL.

        Under an override only the replaced host counts: the operator points at a server that
        stands for it, and a further public host must not be contacted behind their back.
        """
        try:
            url = urlsplit(public_url)
            host, port = url.hostname, url.port
        except ValueError:
            return False
        if url.scheme not in _DEFAULT_PORTS or "@" in url.netloc or not host:
            return False
        if port not in (None, _DEFAULT_PORTS[url.scheme], self._base.port):
            return False
        if self._override is not None:
            return self._is_base_host(host)
        return host in self._spec.allowed_hosts

    def to_transport(self, public_url: str) -> str:
        """The URL to really fetch; percent-encoding and query stay as they are."""
        url = urlsplit(public_url)
        if self._override is None:
            # Plain http is upgraded: TLS is never given up, not even by a redirect.
            scheme = self._base.scheme if self._is_base_host(url.hostname or "") else "https"
            return urlunsplit((scheme or "https", url.netloc, url.path or "/", url.query, ""))
        if not self._is_base_host(url.hostname or ""):
            return public_url
        rest = _rest_after(self._base.path, url.path)
        path = url.path if rest is None else self._override.path + rest
        return urlunsplit(
            (self._override.scheme, self._override.netloc, path or "/", url.query, "")
        )

    def to_public(self, transport_url: str) -> str:
        """The public URL of something fetched; a foreign URL comes back unchanged."""
        url = urlsplit(transport_url)
        if self._override is None or _origin(url) != _origin(self._override):
            return transport_url
        rest = _rest_after(self._override.path, url.path)
        # An override without a path cannot tell `<base>/id/1` from `/id/1`: the base wins, and
        # both are fetched from the same place.
        path = url.path if rest is None else self._base.path + ("" if rest == "/" else rest)
        return urlunsplit((self._base.scheme, self._base.netloc, path or "/", url.query, ""))

    def pace_key(self, transport_url: str) -> str:
        """`host:port` that shares one pace."""
        url = urlsplit(transport_url)
        return f"{url.hostname}:{url.port or _DEFAULT_PORTS.get(url.scheme, 0)}"

    def _is_base_host(self, host: str) -> bool:
        return bool(host) and _bare(host) == _bare(self._base.hostname or "")


def is_loopback_host(host: str) -> bool:
    """Whether a host names this machine, without asking a resolver."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL, e.g. `http://127.0.0.1:8000`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _read_override(source_id: str, override: str) -> SplitResult:
    try:
        url = urlsplit(override.rstrip("/"))
        usable = url.scheme in _DEFAULT_PORTS and bool(url.hostname) and url.port != 0
    except ValueError:
        usable = False
    if not usable or "@" in url.netloc or url.query or url.fragment:
        raise AddressError(
            f"ELO_URL_{source_id.upper()}: {override!r} is no base URL such as "
            "http://127.0.0.1:8000/path"
        )
    return url


def _rest_after(prefix: str, path: str) -> str | None:
    """What follows a path prefix, or None when the path does not lie under it."""
    if not path.startswith(prefix):
        return None
    rest = path[len(prefix) :]
    return rest if rest[:1] in _PREFIX_ENDS else None


def _origin(url: SplitResult) -> tuple[str, str | None, int | None]:
    return url.scheme, url.hostname, url.port or _DEFAULT_PORTS.get(url.scheme)


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
