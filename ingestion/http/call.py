"""One call of the fetcher: what it asks with, and what a whole reply to it means.

What does not belong here: sockets, retries and waiting.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ingestion.http import guards
from ingestion.http.answers import Answer, Landed, Missing, NotModified, Validators
from ingestion.http.canonical import redact_url
from ingestion.http.fault import FaultError
from ingestion.http.hops import Reply
from ingestion.http.waiting import parse_retry_after
from ingestion.scraper import Request

#: Tries for one URL, the first one included.
MAX_TRIES = 4
#: Statuses that another try may cure.
TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
_ACCEPT = {
    "html": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    "json": "application/json,*/*;q=0.5",
    "xml": "application/xml,text/xml,*/*;q=0.5",
    "csv": "text/csv,*/*;q=0.5",
    "any": "*/*",
}


@dataclass(frozen=True)
class Patience:
    """How long the fetcher waits.

    Attributes:
        request_s: for one whole exchange, however slowly it drips.
        silence_s: for a connection, and between two bytes.
        wait_s: longest wait that a site may ask for; a longer one defers the page.
        backoff_s: first pause after a fault; None = one second, a tenth of it on loopback.
    """

    request_s: float = 60.0
    silence_s: float = 20.0
    wait_s: float = 120.0
    backoff_s: float | None = None


@dataclass
class Call:
    """One `fetch` in progress.

    Attributes:
        deadline: latest start of an exchange, on `time.monotonic()`.
        chain: public URLs of the hops of the newest try.
    """

    request: Request
    deadline: float
    validators: Validators = field(default_factory=Validators)
    started: float = field(default_factory=time.monotonic)
    attempts: int = 0
    chain: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """What every kind of answer tells."""
        return {
            "at": datetime.now(tz=UTC),
            "attempts": self.attempts,
            "elapsed_s": time.monotonic() - self.started,
            "chain": tuple(redact_url(url) for url in self.chain),
        }

    def headers(self) -> dict[str, str]:
        """Request headers beside those that never change."""
        headers = {"Accept": _ACCEPT[self.request.expect]}
        body = self.request.body
        if body is not None:
            is_json = body.lstrip()[:1] in (b"{", b"[")
            headers["Content-Type"] = (
                "application/json" if is_json else "application/x-www-form-urlencoded"
            )
        if self.request.method == "GET":
            headers |= _conditions(self.validators)
        return headers

    @property
    def is_conditional(self) -> bool:
        """Whether a 304 would be an answer to this call."""
        return self.request.method == "GET" and bool(_conditions(self.validators))

    def judge(self, reply: Reply) -> Answer:
        """What a reply that is no redirect means.

        Raises:
            FaultError: it is not the answer to this request, or not a whole one.
        """
        if reply.status == 200:
            return self._landed(reply)
        if reply.status == 304 and self.is_conditional:
            return NotModified(headers=reply.kept_headers, **self.told())
        if reply.status in (404, 410):
            return Missing(status=reply.status, **self.told())
        raise status_fault(reply)

    def _landed(self, reply: Reply) -> Landed:
        media_type, charset = guards.parse_content_type(reply.headers.get("content-type", ""))
        guards.check_whole(reply.body, self.request.expect, media_type)
        return Landed(
            body=reply.body,
            status=reply.status,
            headers=reply.kept_headers,
            content_type=media_type,
            charset=charset,
            **self.told(),
        )


def status_fault(reply: Reply) -> FaultError:
    """The fault of a reply whose status is no answer."""
    return FaultError(
        "status",
        f"status {reply.status}",
        # a 304 that nobody asked for: the site took us for somebody with a stored body
        retry=reply.status in TRANSIENT or reply.status == 304,
        host=reply.status >= 500 or reply.status == 429,
        retry_at=parse_retry_after(reply.headers.get("retry-after"), datetime.now(tz=UTC)),
        status=reply.status,
    )


def _conditions(validators: Validators) -> dict[str, str]:
    """Conditional headers; a validator that is no plain header value is not sent back."""
    wanted = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {
        name: value
        for name, value in wanted.items()
        if value and value.isascii() and value.isprintable()
    }
