"""What every source of this replica has: answers to requests, files to drop, a book to keep.

What does not belong here: sockets (`stand.py`) and content.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from tests.replica.truth import Book
from tests.replica.world import Project, World


@dataclass(frozen=True)
class Asked:
    """One request: path as it came, last value of each parameter."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """Body, type and status."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200


NOT_FOUND = Answer(b"<html><body><h1>Not found</h1></body></html>", status=404)


class Source(ABC):
    """Base of the sources. `build` decides once what is shown and books it."""

    source_id = ""
    base_path = ""

    def __init__(self, world: World, book: Book) -> None:
        self.world, self.book = world, book
        self.rng = Random(f"replica:{world.seed}:{self.source_id}")
        self.build()

    @abstractmethod
    def build(self) -> None:
        """Decide what is shown and enter it into the book."""

    def respond(self, asked: Asked) -> Answer:
        """Answer a request."""
        return NOT_FOUND

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Names and bytes of files to drop."""
        yield from ()

    def chance(self, project: Project, share: float, what: str = "shown") -> bool:
        """A choice that depends on the project alone, not on the order of the questions."""
        key = f"{self.world.seed}:{self.source_id}:{what}:{project.truth_id}"
        return Random(key).random() < share


def dirty_name(rng: Random, name: str) -> str:
    """A body's name as registers have it: upper case, trailing and double blanks."""
    draw = rng.random()
    if draw < 0.2:
        return name.upper()
    if draw < 0.3:
        return f"{name} "
    return name.replace(" ", "  ", 1) if draw < 0.36 else name


def in_register(world: World, project: Project) -> bool:
    """Whether the granting register shows a project of its period (else Kohesio alone does)."""
    return Random(f"{world.seed}:register:{project.truth_id}").random() < 0.93
