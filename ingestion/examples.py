"""Golden examples: saved pages of a source beside what its parser reads from them.

In a source's `examples/` folder every file is a page, except `<name>.request.yml`, which says
how the page was asked for, and `<name>.expected.json`, what it must be read as:

    page.html    page.request.yml    page.expected.json

`request.yml` may hold `url`, `method`, `body`, `role`, `charset`, `content_type`, `context` and
`filename`; what is missing is a GET of the source's base URL with the role `page`. An expected
file is written by `accept` and reviewed by a person before it is committed.

What does not belong here: what makes a good example (CONTRIBUTING) and any knowledge of a source.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingestion.records import Record
from ingestion.registry import Source
from ingestion.scraper import Drift, Page, PageError, Rejected, Request

EXAMPLES = "examples"
_EXPECTED = ".expected.json"
_REQUEST = ".request.yml"
#: Nothing an example says may depend on the clock.
_RETRIEVED_AT = datetime(2026, 1, 1, tzinfo=UTC)


class ExampleError(ValueError):
    """An examples folder is not what this module reads; the message names the file."""


class _RequestFile(BaseModel):
    """How the page of an example was asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str | None = None
    method: Literal["GET", "POST"] = "GET"
    body: str | None = None
    role: str = "page"
    charset: str | None = None
    content_type: str = ""
    context: Mapping[str, str] = Field(default_factory=dict)
    filename: str | None = None


@dataclass(frozen=True)
class Example:
    """A saved page and the place of its expected reading."""

    name: str
    path: Path
    page: Page

    @property
    def expected_path(self) -> Path:
        """File that holds the accepted reading."""
        return self.path.with_name(f"{self.name}{_EXPECTED}")


@dataclass(frozen=True)
class Difference:
    """An example whose reading is not the accepted one.

    Attributes:
        missing: there was no accepted reading; it has been written and waits for a review.
    """

    example: Example
    missing: bool
    detail: str


def find_examples(source: Source) -> list[Example]:
    """All examples of a source, by name.

    Raises:
        ExampleError: two pages share a name, a request file is broken or has no page.
    """
    folder = source.folder / EXAMPLES
    files = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    pages = [path for path in files if _is_page(path)]
    names = [_name(path) for path in pages]
    for path in files:
        if not _is_page(path) and _side_name(path) not in names:
            raise ExampleError(f"{path} belongs to no page")
    for name in names:
        if names.count(name) > 1:
            raise ExampleError(f"{folder}: two pages are called {name!r}")
    return [Example(_name(path), path, _read_page(source, path)) for path in pages]


def read_example(source: Source, example: Example) -> dict[str, Any]:
    """What the source's parser says about an example now, as plain JSON.

    Fields with their default value are left out, so that a reviewer sees only what was read.
    """
    scraper = source.scraper()
    said: dict[str, Any] = {}
    try:
        for item in scraper.parse(example.page):
            said.setdefault(_group(item), []).append(_plain(item))
    except PageError as error:
        said = {"page_error": {"step": error.step, "reason": error.reason}}
    try:
        follow = [_plain_request(request) for request in scraper.follow(example.page)]
    except PageError as error:
        said["follow_error"] = {"step": error.step, "reason": error.reason}
    else:
        if follow:
            said["follow"] = follow
    return said


def check_examples(source: Source) -> list[Difference]:
    """Compare every example with its accepted reading.

    A missing reading is written, and is a difference all the same: somebody has to read it.
    """
    differences = []
    for example in find_examples(source):
        now = _as_json(read_example(source, example))
        path = example.expected_path
        if not path.exists():
            path.write_text(now, encoding="utf-8")
            detail = f"{path} was missing and has been written: review it, then run again"
            differences.append(Difference(example, missing=True, detail=detail))
        elif json.loads(path.read_text(encoding="utf-8")) != json.loads(now):
            differences.append(Difference(example, missing=False, detail=_first_change(path, now)))
    return differences


def accept(source: Source) -> list[Path]:
    """Write the readings that are missing or differ; returns the files written."""
    written = []
    for example in find_examples(source):
        now = _as_json(read_example(source, example))
        path = example.expected_path
        if not path.exists() or path.read_text(encoding="utf-8") != now:
            path.write_text(now, encoding="utf-8")
            written.append(path)
    return written


def _is_page(path: Path) -> bool:
    return not path.name.endswith((_EXPECTED, _REQUEST)) and path.name[0] != "."


def _name(path: Path) -> str:
    return path.name.partition(".")[0]


def _side_name(path: Path) -> str:
    return path.name.removesuffix(_EXPECTED).removesuffix(_REQUEST)


def _read_page(source: Source, path: Path) -> Page:
    asked = _read_request(path.with_name(f"{_name(path)}{_REQUEST}"))
    body = path.read_bytes()
    sha256 = hashlib.sha256(body).hexdigest()
    default_url = source.spec.base_url or f"drop:{source.id}/{sha256}"
    request = Request(
        url=asked.url or default_url,
        method=asked.method,
        body=asked.body.encode() if asked.body is not None else None,
        role=asked.role,
        expect="any",
        context=asked.context,
    )
    return Page(
        request=request,
        sha256=sha256,
        content_type=asked.content_type,
        charset=asked.charset,
        retrieved_at=_RETRIEVED_AT,
        load=lambda: body,
        filename=asked.filename,
    )


def _read_request(path: Path) -> _RequestFile:
    if not path.exists():
        return _RequestFile()
    try:
        return _RequestFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    except (yaml.YAMLError, ValidationError) as error:
        raise ExampleError(f"{path}: {error}") from error


def _group(item: Record | Rejected | Drift) -> str:
    if isinstance(item, Record):
        return "records"
    return "rejected" if isinstance(item, Rejected) else "drift"


def _plain(item: Record | Rejected | Drift) -> dict[str, Any]:
    if isinstance(item, Record):
        return {"kind": item.kind, **item.model_dump(mode="json", exclude_defaults=True)}
    return {key: value for key, value in vars(item).items() if value is not None}


def _plain_request(request: Request) -> dict[str, Any]:
    plain: dict[str, Any] = {"url": request.url, "role": request.role}
    if request.method != "GET":
        plain["method"] = request.method
    if request.body is not None:
        plain["body"] = request.body.decode()
    if request.context:
        plain["context"] = dict(request.context)
    return plain


def _as_json(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _first_change(path: Path, now: str) -> str:
    before = path.read_text(encoding="utf-8").splitlines()
    for number, (old, new) in enumerate(zip(before, now.splitlines(), strict=False), start=1):
        if old != new:
            return f"{path}:{number}: accepted {old.strip()!r}, now {new.strip()!r}"
    return f"{path}: accepted {len(before)} lines, now {len(now.splitlines())}"
