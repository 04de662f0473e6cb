"""What a fetch can end as. Plain data: the archive and the pipeline read it, nobody raises it.

Every answer has an `outcome`, the word of the fetch log, so that nothing can end uncounted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal

Outcome = Literal[
    "landed", "unchanged", "equal", "carried", "missing", "deferred", "failed", "blocked"
]


@dataclass(frozen=True)
class Validators:
    """What makes a request conditional. Pass them only while the stored body is at hand."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What all answers tell.

    Attributes:
        at: when the answer was complete, UTC.
        attempts: requests sent for it, redirects not counted.
        elapsed_s: seconds from the first try to the end, waits included.
        chain: public URLs of all hops, the asked one first, safe to log.
    """

    at: datetime
    attempts: int = 0
    elapsed_s: float = 0.0
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Landed(_Answer):
    """A whole answer with status 200.

    Attributes:
        body: the exact entity bytes, transfer compression removed.
        headers: the few headers worth keeping, names in lower case; never cookies.
        content_type: media type without parameters, lower case, or empty.
        charset: charset of the header, lower case, or None.
    """

    outcome: ClassVar[Outcome] = "landed"
    body: bytes
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = ""
    charset: str | None = None

    @property
    def validators(self) -> Validators:
        """What makes the next request of this page conditional."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


@dataclass(frozen=True, kw_only=True)
class NotModified(_Answer):
    """304: the stored body is still the page."""

    outcome: ClassVar[Outcome] = "unchanged"
    status: int = 304
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Missing(_Answer):
    """404 or 410: the site says that there is no such page."""

    outcome: ClassVar[Outcome] = "missing"
    status: int


@dataclass(frozen=True, kw_only=True)
class Deferred(_Answer):
    """Not fetched now: the site asked for a longer wait, or the run's time is over.

    Attributes:
        retry_at: earliest time for the next try as the site said it, UTC, or None.
    """

    outcome: ClassVar[Outcome] = "deferred"
    reason: str
    retry_at: datetime | None = None
    status: int | None = None


@dataclass(frozen=True, kw_only=True)
class Failed(_Answer):
    """No whole answer after all tries.

    Attributes:
        klass: class of the fault: `network`, `tls`, `timeout`, `status`, `truncated`,
            `length`, `encoding`, `size`, `content type`, `malformed`, `redirect`, `host`.
    """

    outcome: ClassVar[Outcome] = "failed"
    reason: str
    klass: str
    status: int | None = None


@dataclass(frozen=True, kw_only=True)
class Blocked(_Answer):
    """Not asked for, on principle: robots.txt, a host or an address that is not ours to ask."""

    outcome: ClassVar[Outcome] = "blocked"
    reason: str


Answer = Landed | NotModified | Missing | Deferred | Failed | Blocked
