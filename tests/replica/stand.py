"""The stand-in for the sandbox: builds the world, writes truth and drops, serves over loopback.

`Stand` has the face that the nights of `tests/e2e` use. What does not belong here: content.
"""

from __future__ import annotations

import contextlib
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.replica.archives import Eura2014, Kohesio
from tests.replica.calls import Eura2021Calls, Haeavustuksia
from tests.replica.drops import Eura2021Register, Rrf, Tutkiavustuksia
from tests.replica.government import Hankeikkuna
from tests.replica.pages import Elotori
from tests.replica.publications import Valto
from tests.replica.releases import ElyReleases
from tests.replica.source import Answer, Asked, Source
from tests.replica.truth import Book, write_truth
from tests.replica.world import World

FETCHED = (
    Elotori,
    Hankeikkuna,
    ElyReleases,
    Kohesio,
    Eura2014,
    Eura2021Calls,
    Haeavustuksia,
    Valto,
)
DROPPED = (Eura2021Register, Tutkiavustuksia, Rrf)
#: Reference sources that this replica does not have: the build uses its own tables.
OFF = ("statfi", "prh")
#: What the truth of this world does not hold, so that nothing passes in silence.
LEFT_OUT = (
    "left out: statfi and prh (off: no such site here)",
    "left out: overlaps (this world does not say which projects do the same work)",
    "left out: pilots, former names, currencies other than the euro, realised money of pages",
)


class Stand:
    """A built world with its sources."""

    def __init__(self, world: World) -> None:
        self.world, self.book = world, Book()
        self.sources: list[Source] = [kind(world, self.book) for kind in (*FETCHED, *DROPPED)]

    @classmethod
    def build(cls, projects: int = 400, seed: int = 1, as_of: date = date(2026, 11, 24)) -> Stand:
        """Build world and sources; the same arguments give the same bytes."""
        return cls(World.build(projects, seed, as_of))

    def write(self, out: Path, drop: Path | None = None) -> None:
        """Write `truth/` under `out`, and the files to drop."""
        write_truth(self.world, self.book, out / "truth")
        for source in self.sources:
            for name, body in source.files():
                for folder in filter(None, (out / "drop", drop)):
                    (folder / source.source_id).mkdir(parents=True, exist_ok=True)
                    (folder / source.source_id / name).write_bytes(body)

    def serve(self, port: int = 0, log: Path | None = None) -> Served:
        """Serve what is fetched."""
        return Served([one for one in self.sources if isinstance(one, FETCHED)], port)


class Served:
    """Running servers, one a source; leave the context to stop them."""

    def __init__(self, sources: list[Source], port: int = 0) -> None:
        self._down: set[str] = set()
        self._servers: dict[str, tuple[Source, ThreadingHTTPServer]] = {}
        for place, source in enumerate(sources):
            handler = _handler(source, self._down)
            server = ThreadingHTTPServer(("127.0.0.1", port + place if port else 0), handler)
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
            self._servers[source.source_id] = (source, server)

    @property
    def urls(self) -> dict[str, str]:
        """Base URLs by source."""
        return {
            name: f"http://127.0.0.1:{server.server_port}{source.base_path}"
            for name, (source, server) in self._servers.items()
        }

    def env(self) -> dict[str, str]:
        """Variables that point a night here and switch off what this replica does not have."""
        env = {f"ELO_URL_{name.upper()}": url for name, url in self.urls.items()}
        return env | {f"ELO_URL_{name.upper()}": "" for name in OFF}

    def set_down(self, source_id: str, down: bool) -> None:
        """Let a source answer 503, or recover."""
        (self._down.add if down else self._down.discard)(source_id)

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for _, server in self._servers.values():
            server.shutdown()
            server.server_close()


def _handler(source: Source, down: set[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length) if length else b""
            query = dict(parse_qsl(parts.query, keep_blank_values=True))
            asked = Asked(self.command, parts.path, query, body)
            answer = _answer(source, down, asked)
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)

        do_GET = do_POST = do_HEAD = _serve  # noqa: N815  (names of the base class)

        def handle(self) -> None:
            """As the base class; a client that went away is no error of the test."""
            with contextlib.suppress(ConnectionError):
                super().handle()

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the terminal."""

    return Handler


def _answer(source: Source, down: set[str], asked: Asked) -> Answer:
    if source.source_id in down:
        return Answer(b"service unavailable", "text/plain", 503)
    if asked.path == "/robots.txt":
        return Answer(b"User-agent: *\nAllow: /\n", "text/plain")
    return source.respond(asked)
