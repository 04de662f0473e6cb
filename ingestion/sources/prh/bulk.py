"""The daily file of all companies: a ZIP of JSON, read object by object.

Whole it would be 1.45 GB of text, so it is never in memory at once. What does not belong here:
what a company says (`companies.py`).
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any, TextIO

from ingestion.scraper import PageError

_MAX_BYTES = 4 * 10**9
_MAX_RATIO = 200
_CHUNK = 1 << 20
#: A single company is a few kB; what does not end within this is no company.
_MAX_OBJECT = 4 << 20
_BLANK = re.compile(r"[\s,]*")


def read_bulk(body: bytes) -> Iterator[Any]:
    """Every company of the file, in order.

    Raises:
        PageError: it is no ZIP of JSON, is cut, or unpacks to more than such a file can hold.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = [item for item in archive.infolist() if not item.is_dir()]
            size = sum(item.file_size for item in members)
            packed = sum(item.compress_size for item in members)
            if not members or size > _MAX_BYTES or size > _MAX_RATIO * max(packed, 1):
                raise PageError("zip", f"{len(members)} files of {size} bytes")
            for item in members:
                with archive.open(item) as raw:
                    yield from _objects(io.TextIOWrapper(raw, encoding="utf-8-sig"))
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise PageError("zip", "the file cannot be unpacked") from error
    except UnicodeDecodeError as error:
        raise PageError("charset", "the file is no UTF-8") from error


def _objects(text: TextIO) -> Iterator[Any]:
    """Objects of the first list of a JSON text, whether it is the whole or lies in an envelope."""
    decoder = json.JSONDecoder(parse_float=str)
    buffer = ""
    while "[" not in buffer:
        chunk = text.read(_CHUNK)
        if not chunk or len(buffer) > _MAX_OBJECT:
            raise PageError("json", "no list of companies")
        buffer += chunk
    buffer = buffer[buffer.index("[") + 1 :]
    while True:
        buffer = buffer[_end_of_blank(buffer) :]
        if buffer.startswith("]"):
            return
        try:
            value, end = decoder.raw_decode(buffer)
        except RecursionError as error:
            raise PageError("json", "nested too deeply") from error
        except ValueError as error:
            chunk = text.read(_CHUNK)
            if not chunk or len(buffer) > _MAX_OBJECT:
                raise PageError("json", "the list is cut or is no JSON") from error
            buffer += chunk
        else:
            yield value
            buffer = buffer[end:]


def _end_of_blank(buffer: str) -> int:
    match = _BLANK.match(buffer)
    return match.end() if match else 0
