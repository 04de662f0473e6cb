"""What robots.txt allows us, and how slowly.

RFC 9309 with the safe reading of its edges: no file (4xx) allows all; a server error, silence
or an HTML page in its place allows nothing. What does not belong here: fetching it, which is
the fetcher's, through the same guards as everything else.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from protego import Protego

from ingestion.http.guards import is_html

MAX_BYTES = 500 * 1024
_MAX_AGE_S = 24 * 3600.0
_EVERYBODY = "*"


@dataclass(frozen=True)
class RobotsAnswer:
    """What came back for robots.txt: a body, or the reason why there is none.

    Attributes:
        status: HTTP status, None when nothing usable came back.
        reason: why nothing usable came back.
    """

    status: int | None
    body: bytes = b""
    content_type: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Rules:
    """What one host allows one product token.

    Attributes:
        refusal: why nothing is allowed, None when the file was read.
        delay_s: the larger of our own group's and everybody's delay.
    """

    token: str
    refusal: str | None = None
    delay_s: float = 0.0
    _parsed: Any = field(default=None, repr=False)

    def why_not(self, url: str) -> str | None:
        """The reason why a URL must not be fetched, None if it may be."""
        if self.refusal is not None:
            return self.refusal
        if self._parsed is None or self._parsed.can_fetch(url, self.token):
            return None
        return "robots.txt disallows it"


class Robots:
    """Rules a host, each file read once a day.

    Args:
        fetch: fetches the robots.txt of an origin such as `https://peda.net` before a deadline.
        token: our product token.
    """

    def __init__(self, fetch: Callable[[str, float], RobotsAnswer], token: str) -> None:
        self._fetch = fetch
        self._token = token
        self._rules: dict[str, tuple[float, Rules]] = {}
        self._lock = threading.Lock()

    def rules(self, origin: str, deadline: float) -> Rules:
        """The rules of an origin; they do not change during a run.

        Args:
            origin: scheme, host and port.
            deadline: latest start of a request, on `time.monotonic()`.
        """
        with self._lock:
            known = self._rules.get(origin)
            if known is None or time.monotonic() - known[0] > _MAX_AGE_S:
                known = time.monotonic(), read_robots(self._fetch(origin, deadline), self._token)
                self._rules[origin] = known
            return known[1]


def read_robots(answer: RobotsAnswer, token: str) -> Rules:
    """Rules from an answer; see the module for its edges."""
    if answer.status is not None and 400 <= answer.status < 500 and answer.status != 429:
        return Rules(token)
    if answer.status != 200:
        return Rules(token, refusal=f"robots.txt is unreachable: {answer.reason}")
    if answer.content_type in ("text/html", "application/xhtml+xml") or is_html(answer.body):
        return Rules(token, refusal="robots.txt is unreachable: an HTML page in its place")
    parsed = Protego.parse(_whole_lines(answer.body))
    delays = [parsed.crawl_delay(name) for name in (token, _EVERYBODY)]
    rates = [parsed.request_rate(name) for name in (token, _EVERYBODY)]
    paces = [float(delay) for delay in delays if delay]
    paces += [rate.seconds / rate.requests for rate in rates if rate and rate.requests]
    sane = [min(pace, _MAX_AGE_S) for pace in paces if pace > 0]  # "nan" and negatives are none
    return Rules(token, delay_s=max(sane, default=0.0), _parsed=parsed)


def _whole_lines(body: bytes) -> str:
    text = body[:MAX_BYTES]
    if len(body) > MAX_BYTES:  # a rule cut in the middle would be another rule
        text = text[: text.rfind(b"\n") + 1]
    return re.sub(r"\r\n?", "\n", text.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
