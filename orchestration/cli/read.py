"""`elo read`: what the text understanding makes of one page, feed or plain text."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from ingestion.reader import read_page
from ingestion.registry import get_source
from ingestion.scraper import Page, Request
from orchestration.cli.console import fail


def read(
    file: Annotated[Path, typer.Argument(help="A saved page, feed or plain text.")],
    source: Annotated[str, typer.Option(help="Source id whose parser reads it.")],
    url: Annotated[
        str | None,
        typer.Option(help="Public URL it was saved from; tells what kind of page it is."),
    ] = None,
) -> None:
    """Read one file and print what it states as JSON."""
    if not file.is_file():
        fail(f"{file} is no file", code=2)
    try:
        found = get_source(source)
    except KeyError as error:
        fail(str(error.args[0]), code=2)
    body = file.read_bytes()
    page = Page(
        request=Request(url=url or found.spec.base_url or f"drop:{source}/file"),
        sha256=hashlib.sha256(body).hexdigest(),
        content_type="",
        charset=None,
        retrieved_at=datetime.now(tz=UTC),
        load=lambda: body,
        filename=file.name,
    )
    reading: dict[str, Any] = read_page(found, page)
    sys.stdout.write(json.dumps(reading, ensure_ascii=False, indent=2, default=str) + "\n")
