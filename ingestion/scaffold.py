"""Makes the folder of a new source from the template that stands beside the sources.

What does not belong here: registering the source anywhere; a folder is all there is to it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from ingestion.registry import SOURCES

TEMPLATE = SOURCES / "_template"
#: Stands in the template's files where the new source's id belongs.
PLACEHOLDER = "SOURCE_ID"
_SOURCE_ID = re.compile(r"[a-z][a-z0-9_]*")
_TEXT = {".py", ".yml", ".md", ".html", ".json", ".csv", ".xml"}


class ScaffoldError(ValueError):
    """A source folder cannot be made; the message says why."""


def new_source(source_id: str, root: Path = SOURCES) -> Path:
    """Copy the template into a folder of its own.

    Args:
        source_id: id, folder name and suffix of the source's variables.
        root: folder of source folders.

    Returns:
        The new folder.

    Raises:
        ScaffoldError: the id has another form than an id has, or is taken.
    """
    if not _SOURCE_ID.fullmatch(source_id):
        raise ScaffoldError(f"{source_id!r} is no source id: small letters, digits and _")
    folder = root / source_id
    if folder.exists():
        raise ScaffoldError(f"{folder} exists already")
    shutil.copytree(TEMPLATE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _TEXT:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(PLACEHOLDER, source_id), encoding="utf-8")
    return folder
