"""What a source implements: which requests to send, and what a page says.

`start` and `follow` say what to fetch, `parse` turns one archived page into records. All are
pure functions of their arguments: no socket, no clock, no file. URLs are always the public
ones; the fetcher alone knows where they are really fetched from.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from ingestion.records import Record
from ingestion.spec import SourceSpec

Expect = Literal["html", "json", "xml", "csv", "any"]


class PageError(ValueError):
    """A page is not what this parser reads; the pipeline quarantines the whole page.

    Args:
        step: the reading step that failed, e.g. `header` or `exactly one h1`.
        reason: what was found instead, free of personal data.
    """

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason


@dataclass(frozen=True)
class Request:
    """One thing to fetch.

    Attributes:
        url: public canonical URL.
        body: bytes of a POST; safe searches only, they are repeated on faults.
        role: what the page is to its parser, e.g. `list`, `detail`, `feed`.
        expect: the form a whole answer must have; a cut one is a failed fetch.
        optional: a 404 or 410 is an answer ("there is no such page"), not a failure.
        max_age_days: evidence younger than this is carried forward without a request.
        context: what the parser needs to know beside the page, e.g. a publisher id.
    """

    url: str
    method: Literal["GET", "POST"] = "GET"
    body: bytes | None = None
    role: str = "page"
    expect: Expect = "html"
    optional: bool = False
    max_age_days: int | None = None
    depth: int = 0
    context: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Identity of the request over all nights."""
        if self.body is None:
            return f"{self.method} {self.url}"
        return f"{self.method} {self.url} {hashlib.sha256(self.body).hexdigest()}"


@dataclass(frozen=True)
class Page:
    """One archived answer or dropped file.

    Attributes:
        request: what was asked; for a dropped file `role` is `drop` and `url` is
            `drop:<source>/<sha256>`.
        sha256: hash of the exact bytes, also their name in the archive.
        content_type: header value without parameters, lower case, or empty.
        charset: charset of the HTTP header, or None.
        retrieved_at: real clock, UTC.
        filename: name of a dropped file.
        is_base: it belongs to the whole load under a delta: what the delta shows anew is newer.
        load: reads the bytes from the archive.
    """

    request: Request
    sha256: str
    content_type: str
    charset: str | None
    retrieved_at: datetime
    load: Callable[[], bytes]
    filename: str | None = None
    is_base: bool = False

    @property
    def url(self) -> str:
        """Public URL of the page."""
        return self.request.url

    @property
    def role(self) -> str:
        """What the page is to its parser."""
        return self.request.role

    @cached_property
    def body(self) -> bytes:
        """The exact bytes."""
        return self.load()


@dataclass(frozen=True)
class Rejected:
    """Something a page shows that could not be read: goes to quarantine, never dropped.

    Attributes:
        row: place in the page: row number, module id, JSON path.
        field: field or column that failed, if it was one.
        step: reading step that failed.
        reason: what was expected and found; no personal data, at most a short excerpt.
        native_id: natural key where it was readable.
    """

    step: str
    reason: str
    row: str | None = None
    field: str | None = None
    native_id: str | None = None


@dataclass(frozen=True)
class Drift:
    """Something that the spec of the source does not know: kept, counted, reported.

    Attributes:
        what: `label`, `header`, `enum`, `key`, `module`, `charset` …
        where: field or place, without the value that varies by record.
        value: the unknown thing itself, short, free of personal data.
    """

    what: str
    where: str
    value: str


@dataclass(frozen=True)
class Finding:
    """A fact about a whole snapshot that decides its fate.

    `block` keeps it out of landing, `incomplete` lands what was read and makes the source
    stale, `warn` is shown.
    """

    level: Literal["block", "incomplete", "warn"]
    code: str
    detail: str


Parsed = Record | Rejected | Drift


@dataclass(frozen=True)
class DiscoverContext:
    """What `start` may know.

    Attributes:
        since: ask only for what changed since then, as `cursor` said; None = for everything.
        known: for each identifier that the source's declaration looks up, all valid values that
            the records of other sources hold, in order.
    """

    as_of: date
    since: str | None = None
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Scraper(ABC):
    """Base of every source's `Scraper` class in its `scraper.py`."""

    def __init__(self, spec: SourceSpec) -> None:
        self.spec = spec

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """First requests of a night; none for a pure drop folder."""
        return ()

    def follow(self, page: Page) -> Iterable[Request]:  # noqa: ARG002
        """Requests that a fetched page leads to.

        Raises:
            PageError: the page is no page of this source (an error page, a login wall).
        """
        return ()

    def cursor(self, pages: Sequence[Page], began_at: datetime) -> str | None:  # noqa: ARG002
        """Since when changes have to be asked for, told from the pages of a whole load.

        Args:
            pages: what the whole load fetched.
            began_at: when it began by our clock, UTC; no change that it may have missed is
                older than that.

        Returns:
            The time in the source's own form, the overlap taken off; None where the source
            cannot be asked so, or does not say of everything when it changed.
        """
        return None

    def instead(self, request: Request) -> Iterable[Request]:  # noqa: ARG002
        """Requests to try in place of an optional one that the site does not have."""
        return ()

    @abstractmethod
    def parse(self, page: Page) -> Iterable[Parsed]:
        """Everything the page states: records, rejected rows and drift.

        Raises:
            PageError: nothing of the page can be trusted.
        """

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:  # noqa: ARG002
        """Compare what a snapshot holds with what the site announces.

        The pages of a delta come with those of the whole load under it. Only a delta without
        any finding above `warn` is believed: it has to prove that it is whole.
        """
        return ()

    def stable_bytes(self, page: Page) -> bytes:
        """The page without its volatile parts (stamps, tokens, order of equals).

        Two answers with equal stable bytes are the same version of the page.
        """
        return page.body

    def main_text(self, page: Page) -> str | None:  # noqa: ARG002
        """The part of a page that speaks of itself, without teasers and contacts.

        None = all of its visible text does.
        """
        return None

    def drop_kind(self, page: Page) -> str | None:  # noqa: ARG002
        """What a dropped file is, told by its header; None = not a file of this source."""
        return None
