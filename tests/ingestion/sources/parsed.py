"""What the tests of sources share: files and answers as pages, and what was read, by its kind."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from ingestion.scraper import Drift, Page, Parsed, Rejected, Request

T = TypeVar("T")

#: Invented samples of the specifications, beside the checkout.
SAMPLES = Path(__file__).parents[4] / "shared" / "sources" / "samples"
needs_samples = pytest.mark.skipif(
    not SAMPLES.exists(), reason="no samples of the specifications in ../shared/sources/samples"
)


def drop_page(source_id: str, body: bytes, name: str) -> Page:
    """A file as it lies in the drop folder of a source."""
    digest = hashlib.sha256(body).hexdigest()
    return Page(
        request=Request(f"drop:{source_id}/{digest}", role="drop"),
        sha256=digest,
        content_type="",
        charset=None,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
        filename=name,
    )


def api_page(data: Any, request: Request) -> Page:
    """An answer of an API: bytes as they are, anything else as JSON."""
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return Page(
        request=request,
        sha256=hashlib.sha256(body).hexdigest(),
        content_type="application/json",
        charset="utf-8",
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def of_type(parsed: Iterable[Parsed], kind: type[T]) -> list[T]:
    """The records of one type, in order."""
    return [item for item in parsed if isinstance(item, kind)]


def list_rejected(parsed: Iterable[Parsed]) -> list[Rejected]:
    """What was refused, in order."""
    return of_type(parsed, Rejected)


def list_drift(parsed: Iterable[Parsed]) -> list[tuple[str, str]]:
    """What the spec does not know: what it is, and how it is written."""
    return [(item.what, item.value) for item in of_type(parsed, Drift)]
