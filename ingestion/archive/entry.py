"""One line of the fetch log: what was asked, how it ended, which bytes stand for it.

What does not belong here: files. Everything that leaves this module for the disk has its URLs
redacted.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, get_args

from ingestion.http.answers import (
    Answer,
    Blocked,
    Deferred,
    Failed,
    Landed,
    NotModified,
    Outcome,
)
from ingestion.http.call import TRANSIENT
from ingestion.http.canonical import redact_url
from ingestion.scraper import Request

OUTCOMES: frozenset[str] = frozenset(get_args(Outcome))
#: Outcomes that give the snapshot a page.
PAGE_OUTCOMES = frozenset({"landed", "unchanged", "equal", "carried"})
#: Classes of faults that say something of a host rather than of a question to it.
_SITE_FAULTS = frozenset({"network", "tls", "timeout", "host"})
_TIMES = ("at", "retrieved_at", "confirmed_at", "retry_at")


@dataclass(frozen=True, kw_only=True)
class LogEntry:
    """One ended request, carried page or dropped file.

    Attributes:
        at: when it ended, UTC.
        sha256: blob that stands for the page. After `equal` the stored older one.
        received_sha256: hash of the bytes that came, where they differ from `sha256`.
        stable_sha256: hash of the page without its volatile parts.
        retrieved_at: when the bytes of `sha256` were fetched.
        confirmed_at: when the site last showed this version; older than `at` only if carried.
        filename: name of a dropped file.
    """

    at: datetime
    request: Request
    outcome: Outcome
    sha256: str | None = None
    received_sha256: str | None = None
    stable_sha256: str | None = None
    retrieved_at: datetime | None = None
    confirmed_at: datetime | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    attempts: int = 0
    elapsed_s: float = 0.0
    chain: tuple[str, ...] = ()
    reason: str | None = None
    klass: str | None = None
    retry_at: datetime | None = None
    filename: str | None = None

    @property
    def has_page(self) -> bool:
        """Whether the entry gives the snapshot a page."""
        return self.outcome in PAGE_OUTCOMES and self.sha256 is not None

    @property
    def is_of_site(self) -> bool:
        """Whether a page was not had for a reason that any other page would have met too."""
        if self.outcome == "failed":
            return self.klass in _SITE_FAULTS or self.status in TRANSIENT
        return self.outcome == "deferred"

    @classmethod
    def of(cls, request: Request, answer: Answer, **known: Any) -> LogEntry:
        """The entry of an answer.

        Args:
            request: what was asked.
            answer: how it ended.
            known: fields that only the archive knows, e.g. `sha256` and `stable_sha256`; they
                overrule what the answer says.
        """
        said: dict[str, Any] = {
            "at": answer.at,
            "request": request,
            "outcome": answer.outcome,
            "attempts": answer.attempts,
            "elapsed_s": round(answer.elapsed_s, 4),
            "chain": answer.chain,
            **_details(answer),
        }
        return cls(**{**said, **known})

    def to_json(self) -> dict[str, Any]:
        """As a line of the log; empty fields are left out."""
        line: dict[str, Any] = {"event": "fetch", **_request_to_json(self.request)}
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name == "request" or value in (None, "", (), {}):
                continue
            line[item.name] = value.isoformat() if isinstance(value, datetime) else value
        if self.chain:
            line["chain"] = [redact_url(url) for url in self.chain]
        return line

    @classmethod
    def from_json(cls, line: Mapping[str, Any]) -> LogEntry:
        """Read a line of the log.

        Raises:
            ValueError: the line is no entry; also KeyError and TypeError for broken ones.
        """
        if line["outcome"] not in OUTCOMES:
            raise ValueError("unknown outcome")
        names = {item.name for item in fields(cls)} - {"request"}
        values = {name: line[name] for name in names & line.keys()}
        for name in _TIMES:
            if values.get(name):
                values[name] = datetime.fromisoformat(values[name])
        values["chain"] = tuple(values.get("chain", ()))
        return cls(request=_request_from_json(line), **values)


def _details(answer: Answer) -> dict[str, Any]:
    if isinstance(answer, Landed):
        return {
            "sha256": hashlib.sha256(answer.body).hexdigest(),
            "retrieved_at": answer.at,
            "confirmed_at": answer.at,
            "status": answer.status,
            "headers": dict(answer.headers),
            "content_type": answer.content_type,
            "charset": answer.charset,
            "etag": answer.validators.etag,
            "last_modified": answer.validators.last_modified,
        }
    if isinstance(answer, NotModified):
        return {
            "status": answer.status, "headers": dict(answer.headers), "confirmed_at": answer.at,
        }  # fmt: skip
    if isinstance(answer, Failed):
        return {"reason": answer.reason, "klass": answer.klass, "status": answer.status}
    if isinstance(answer, Deferred):
        return {"reason": answer.reason, "retry_at": answer.retry_at, "status": answer.status}
    if isinstance(answer, Blocked):
        return {"reason": answer.reason}
    return {"status": answer.status}


def _request_to_json(request: Request) -> dict[str, Any]:
    url = redact_url(request.url)
    line: dict[str, Any] = {
        "url": url,
        "method": request.method,
        "role": request.role,
        "expect": request.expect,
        "depth": request.depth,
    }
    if request.optional:
        line["optional"] = True
    if request.max_age_days is not None:
        line["max_age_days"] = request.max_age_days
    if request.context:
        line["context"] = dict(request.context)
    if request.body is not None:
        line["body_base64"] = base64.b64encode(request.body).decode("ascii")
        line["body_sha256"] = hashlib.sha256(request.body).hexdigest()
    line["key"] = request.key.replace(request.url, url)
    return line


def _request_from_json(line: Mapping[str, Any]) -> Request:
    body = line.get("body_base64")
    return Request(
        url=line["url"],
        method=line["method"],
        body=None if body is None else base64.b64decode(body),
        role=line["role"],
        expect=line["expect"],
        optional=line.get("optional", False),
        max_age_days=line.get("max_age_days"),
        depth=line["depth"],
        context=line.get("context", {}),
    )
