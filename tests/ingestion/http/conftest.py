"""A server that misbehaves on purpose, and fetchers pointed at it.

Every answer is written byte by byte as the test says; the server's own log is the witness for
politeness.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from ingestion.http.address import SourceAddress
from ingestion.http.fetcher import Answer, Fetcher, Patience, Validators
from ingestion.http.pace import Gates
from ingestion.scraper import Request
from ingestion.spec import SourceSpec

PUBLIC = "https://hankkeet.example.fi/avoin/data"
HTML = b"<!doctype html><html><body><h1>Hanke</h1></body></html>\n"


@dataclass
class Say:
    """One answer: bytes to send and, as numbers, seconds to wait; then the end of the line."""

    parts: list[bytes | float]
    close: bool = False
    reset: bool = False


def answer(
    body: bytes = HTML, status: int = 200, headers: tuple[str, ...] = (), *, length: bool = True
) -> Say:
    """An ordinary answer with a right Content-Length, unless `length` is off."""
    lines = [f"HTTP/1.1 {status} X", *headers]
    if not any(line.lower().startswith("content-type") for line in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return Say(["\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body], close=not length)


@dataclass
class Hit:
    """One request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    started: float
    ended: float = 0.0


@dataclass
class FaultyServer:
    """Serves scripted answers; the last answer of a path repeats."""

    routes: dict[str, list[Say]] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.route("/robots.txt", answer(b"", 404))
        threading.Thread(target=self._accept, daemon=True).start()

    def route(self, path: str, *answers: Say) -> None:
        self.routes[path] = list(answers)

    def paths(self) -> list[str]:
        """Paths asked for, robots.txt left out."""
        return [hit.path for hit in self.hits if hit.path != "/robots.txt"]

    def stop(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        # a TLS greeting is no request line: the connection is closed
        with (
            contextlib.suppress(OSError, ValueError),
            connection,
            connection.makefile("rb") as stream,
        ):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if stream.peek(1)[:1] == b"\x16":  # type: ignore[attr-defined]
                connection.sendall(b"HTTP/1.1 400 plain HTTP only\r\n\r\n")
                return
            while line := stream.readline():
                hit = self._read(line, stream)
                say = self._next(hit.path)
                self._send(connection, say)
                hit.ended = time.monotonic()
                if say.reset:
                    reset = struct.pack("ii", 1, 0)
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
                if say.close or say.reset:
                    return

    def _read(self, line: bytes, stream: object) -> Hit:
        started = time.monotonic()
        method, path, _ = line.decode("latin-1").split(" ", 2)
        headers: dict[str, str] = {}
        while (header := stream.readline().strip()) != b"":  # type: ignore[attr-defined]
            name, _, value = header.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        body = stream.read(int(headers.get("content-length", 0)))  # type: ignore[attr-defined]
        hit = Hit(method, path, headers, body, started)
        self.hits.append(hit)
        return hit

    def _next(self, path: str) -> Say:
        known = self.routes.get(path)
        if known is None:
            return answer(b"<html>no such page</html>", 404)
        return known.pop(0) if len(known) > 1 else known[0]

    def _send(self, connection: socket.socket, say: Say) -> None:
        for part in say.parts:
            if isinstance(part, float):
                time.sleep(part)
            else:
                connection.sendall(part)


@dataclass
class Lab:
    """A server, and a fetcher of a source that the operator points at it."""

    server: FaultyServer
    fetcher: Fetcher
    address: SourceAddress

    def get(
        self,
        path: str,
        expect: str = "html",
        *,
        validators: Validators | None = None,
        deadline: float | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Fetch a path under the base URL."""
        request = Request(
            url=PUBLIC + path,
            expect=expect,  # type: ignore[arg-type]
            method="GET" if body is None else "POST",
            body=body,
        )
        return self.fetcher.fetch(request, validators, deadline)


def make_spec(**changes: object) -> SourceSpec:
    """A source of the public host that the tests invent."""
    declared: dict[str, object] = {
        "id": "koelahde",
        "title": {"fi": "Koelähde", "en": "Trial source"},
        "publisher": "Koejulkaisija",
        "licence": {"id": "CC-BY-4.0", "confidence": "assumed"},
        "verified_live": False,
        "platform": "trial",
        "base_url": PUBLIC,
        "hosts": ["tiedostot.example.fi"],
        "kinds": ["project"],
    }
    return SourceSpec.model_validate({**declared, **changes})


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    running = FaultyServer()
    yield running
    running.stop()


@pytest.fixture
def make_lab(server: FaultyServer) -> Iterator[Callable[..., Lab]]:
    """Labs with a patience of the test's own; closed at the end."""
    with contextlib.ExitStack() as stack:

        def make(delay_s: float | None = 0.0, **patience: float) -> Lab:
            spec = make_spec()
            address = SourceAddress(spec, f"{server.origin}/avoin/data")
            waits = Patience(**{"backoff_s": 0.01, "silence_s": 2.0, **patience})
            fetcher = Fetcher(spec, address, delay_s=delay_s, patience=waits, gates=Gates())
            return Lab(server, stack.enter_context(fetcher), address)

        yield make


@pytest.fixture
def lab(make_lab: Callable[..., Lab]) -> Lab:
    return make_lab()


@pytest.fixture
def say() -> Callable[..., Say]:
    return answer


@pytest.fixture
def raw() -> type[Say]:
    return Say


@pytest.fixture
def spec() -> Callable[..., SourceSpec]:
    return make_spec
