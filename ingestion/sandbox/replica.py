"""What a source's `replica.py` implements: answers to requests, drop files, a ledger.

A replica renders the world in its source's own format and dirt. It never imports the parser
of the same source, nor anything that parsers share. What does not belong here: sockets
(`server.py`) and the world itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import urlsplit

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.world import World


@dataclass(frozen=True)
class Asked:
    """One request as a replica sees it.

    Attributes:
        path: decoded by nobody: exactly as it came, without the query.
        query: parameters, the last one of a repeated name.
        nonce: number of the request on this server; drives what is volatile.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    nonce: int = 0


@dataclass(frozen=True)
class Answer:
    """What goes back.

    Attributes:
        cacheable: the server adds an ETag and answers 304 to whoever knows it.
        headers: further headers.
    """

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    cacheable: bool = False
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class DropFile:
    """A file that a person would export and drop."""

    name: str
    body: bytes


NOT_FOUND = Answer(b"<!doctype html><html><body><h1>404</h1></body></html>", status=404)


class Replica(ABC):
    """Base of every source's `Replica` class.

    Attributes:
        public_base: the base URL that an override replaces; links in pages use its host.
        crawl_delay: seconds that robots.txt asks for, or None.
        disallow: path prefixes that robots.txt forbids.
    """

    public_base: ClassVar[str]
    crawl_delay: ClassVar[int | None] = None
    disallow: ClassVar[tuple[str, ...]] = ()

    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def base_path(self) -> str:
        """Path of the public base URL."""
        return urlsplit(self.public_base).path.rstrip("/")

    @property
    def origin(self) -> str:
        """Public origin, for absolute links."""
        parts = urlsplit(self.public_base)
        return f"{parts.scheme}://{parts.netloc}"

    def robots(self) -> str:
        """The host's robots.txt."""
        lines = ["User-agent: *", *(f"Disallow: {prefix}" for prefix in self.disallow), "Allow: /"]
        if self.crawl_delay is not None:
            lines.append(f"Crawl-delay: {self.crawl_delay}")
        return "\n".join(lines) + "\n"

    @abstractmethod
    def respond(self, asked: Asked) -> Answer:
        """Answer one request; `NOT_FOUND` where the source has no such page."""

    @abstractmethod
    def book(self, ledger: Ledger) -> None:
        """Enter every record this replica shows, and every phenomenon, into the ledger."""

    @abstractmethod
    def requests(self) -> Iterator[Asked]:
        """A request for every page that shows something of the ledger."""

    def files(self) -> Iterator[DropFile]:
        """Files for the drop folder; none for most sources."""
        yield from ()
