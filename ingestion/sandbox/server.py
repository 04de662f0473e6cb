"""Serves replicas on 127.0.0.1, one port each, under their public paths, with a request log.

Adds what any web server adds: robots.txt, ETag and 304, gzip, Date. A source can be taken
down, and `intercept` may answer in its place. What does not belong here: content.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ingestion.sandbox.replica import NOT_FOUND, Answer, Asked, Replica

Intercept = Callable[[str, Asked], Answer | None]
_DOWN = Answer(b"service unavailable\n", "text/plain; charset=utf-8", status=503)
_MAX_BODY = 1_000_000


@dataclass
class _Site:
    source_id: str
    replica: Replica
    server: ThreadingHTTPServer
    down: bool = False


class Served:
    """Running replicas; leave the context to stop them.

    Attributes:
        urls: source id -> base URL that overrides the public one.
        intercept: when set, may answer a request in the replica's place.
    """

    def __init__(
        self, replicas: Mapping[str, Replica], port: int = 0, log: Path | None = None
    ) -> None:
        self.intercept: Intercept | None = None
        self._lock = threading.Lock()
        self._numbers = count()
        self._log = None
        if log is not None:
            log.parent.mkdir(parents=True, exist_ok=True)
            self._log = log.open("a", encoding="utf-8")
        self._sites: dict[str, _Site] = {}
        for place, (source_id, replica) in enumerate(replicas.items()):
            server = _Server(("127.0.0.1", port + place if port else 0), _Handler)
            site = _Site(source_id, replica, server)
            server.attach(self, site)
            self._sites[source_id] = site
        self._threads = [
            threading.Thread(target=site.server.serve_forever, args=(0.05,), daemon=True)
            for site in self._sites.values()
        ]
        for thread in self._threads:
            thread.start()

    @property
    def urls(self) -> dict[str, str]:
        """Base URLs on loopback by source id."""
        return {
            source_id: f"http://127.0.0.1:{site.server.server_port}{site.replica.base_path}"
            for source_id, site in self._sites.items()
        }

    def env(self) -> dict[str, str]:
        """The environment variables that point the pipeline here."""
        return {f"ELO_URL_{source_id.upper()}": url for source_id, url in self.urls.items()}

    def set_down(self, source_id: str, down: bool) -> None:
        """Let a source answer 503 to everything, or let it recover."""
        self._sites[source_id].down = down

    def close(self) -> None:
        """Stop all servers and close the log."""
        for site in self._sites.values():
            site.server.shutdown()
            site.server.server_close()
        for thread in self._threads:
            thread.join(timeout=5)
        if self._log is not None:
            self._log.close()
            self._log = None

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def answer(self, site: _Site, asked: Asked) -> Answer:
        """Who answers: the fault, the hook, robots.txt or the replica."""
        if site.down:
            return _DOWN
        asked = replace(asked, nonce=next(self._numbers))
        if self.intercept is not None:
            answer = self.intercept(site.source_id, asked)
            if answer is not None:
                return answer
        if asked.path == "/robots.txt":
            body = site.replica.robots().encode()
            return Answer(body, "text/plain; charset=utf-8", cacheable=True)
        return site.replica.respond(asked)

    def write_log(self, line: Mapping[str, Any]) -> None:
        """Append one line of the request log."""
        with self._lock:
            if self._log is not None:
                self._log.write(json.dumps(line, ensure_ascii=False) + "\n")
                self._log.flush()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    served: Served
    site: _Site

    def attach(self, served: Served, site: _Site) -> None:
        self.served, self.site = served, site


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "replica"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_HEAD(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on the terminal: the request log has it."""

    def _serve(self) -> None:
        began = time.monotonic()
        at = datetime.now(tz=UTC)
        served, site = self.server.served, self.server.site
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(length, _MAX_BODY)) if length else b""
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(
            self.command, parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)),
            body, headers,
        )  # fmt: skip
        answer = served.answer(site, asked)
        status, sent = self._send(answer, headers)
        served.write_log(
            {
                "at": at.isoformat(),
                "monotonic": began,
                "duration": round(time.monotonic() - began, 6),
                "source": site.source_id,
                "method": self.command,
                "path": self.path,
                "status": status,
                "bytes": sent,
                "user_agent": headers.get("user-agent"),
                "if_none_match": headers.get("if-none-match"),
                "request_sha256": hashlib.sha256(body).hexdigest() if body else None,
            }
        )

    def _send(self, answer: Answer, headers: Mapping[str, str]) -> tuple[int, int]:
        body, status = answer.body, answer.status
        extra = list(answer.headers)
        if answer.cacheable and status == 200:
            etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            extra.append(("ETag", etag))
            if headers.get("if-none-match") == etag:
                status, body = 304, b""
        if len(body) > 600 and "gzip" in headers.get("accept-encoding", ""):
            body = gzip.compress(body, compresslevel=1, mtime=0)
            extra.append(("Content-Encoding", "gzip"))
            extra.append(("Vary", "Accept-Encoding"))
        self.send_response(status)
        for name, value in extra:
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return status, 0
        self.wfile.write(body)
        return status, len(body)


__all__ = ["NOT_FOUND", "Intercept", "Served"]
