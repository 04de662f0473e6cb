"""Whether an XLSX file may be opened: its unpacked size and the area its cells span.

A reader lays a sheet out as a full rectangle, so two cells far apart can ask for more memory
than there is. What does not belong here: what the cells say (`tables.py`).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from ingestion.scraper import PageError

_MIB = 1024 * 1024
#: A whole export of 150,000 rows unpacks to about 150 MiB.
_MAX_UNPACKED = 600 * _MIB
#: Sheets of equal rows pack well; below this size no ratio means anything.
_MAX_RATIO, _RATIO_FROM = 400, 20 * _MIB
_MAX_PARTS = 2_000
_MAX_CELLS = 30_000_000
_CHUNK = 4 * _MIB
#: Bytes kept between chunks, longer than any cell reference with its attribute.
_OVERLAP = 64
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_FORMULA_ERROR = re.compile(rb"""\st=["']e["']""")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def check_workbook(body: bytes) -> bool:
    """Look through the parts of a workbook without keeping them.

    Returns:
        Whether a sheet holds cells with a formula error; readers show those as empty.

    Raises:
        PageError: the archive is damaged, or too large once unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
            _check_sizes(parts)
            with_errors = [part.filename for part in parts if _check_part(archive, part)]
            return bool(with_errors)
    except PageError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise PageError("xlsx", f"the archive is damaged ({type(error).__name__})") from error
    except (RuntimeError, ValueError) as error:
        raise PageError("xlsx", "the archive is encrypted or has broken names") from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if len(parts) > _MAX_PARTS:
        raise PageError("xlsx", f"{len(parts)} parts, more than {_MAX_PARTS}")
    if unpacked > _MAX_UNPACKED:
        raise PageError("xlsx", f"unpacks to {unpacked // _MIB} MiB")
    if unpacked > _RATIO_FROM and unpacked // packed > _MAX_RATIO:
        raise PageError("xlsx", f"unpacks to {unpacked // packed} times its size")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Read one part through, so that a wrong stated size or checksum shows."""
    is_sheet = _SHEET.fullmatch(part.filename) is not None
    columns: set[bytes] = set()
    rows, has_errors = 0, False
    for chunk in _chunks(archive, part):
        if not is_sheet:
            continue
        has_errors = has_errors or _FORMULA_ERROR.search(chunk) is not None
        for letters, digits in _REFERENCE.findall(chunk):
            columns.add(letters)
            rows = max(rows, int(digits))
    area = rows * max(map(_column, columns), default=0)
    if area > _MAX_CELLS:
        raise PageError("xlsx", f"a sheet spans {area} cells")
    return has_errors


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
