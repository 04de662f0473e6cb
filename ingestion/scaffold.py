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
        ScaffoldError: the id has another form than an id has, or is taken here or by a source
            of the project.
    """
    if not _SOURCE_ID.fullmatch(source_id):
        raise ScaffoldError(f"{source_id!r} is no source id: small letters, digits and _")
    folder = root / source_id
    for taken in (folder, SOURCES / source_id):
        if taken.exists():
            raise ScaffoldError(f"{taken} exists already")
    shutil.copytree(TEMPLATE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _TEXT:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(PLACEHOLDER, source_id), encoding="utf-8")
    return folder


def list_next_steps(folder: Path) -> list[str]:
    """What to do with a new source folder, in order; one line a step."""
    source_id = folder.name
    variable = f"ELO_URL_{source_id.upper()}"
    return [
        "source.yml: publisher, licence, address, pace, record kinds, bounds of a good snapshot",
        "scraper.py: which pages to fetch, and what one page says",
        "replica.py: how the site would show the sandbox's world; never from scraper.py",
        "examples/: at least five pages without persons, in place of the invented ones",
        f"elo source accept {source_id}: writes what the pages are read as; read it",
        "README.md: how the site works, why it is read this way, what is left out",
        f"elo source collect {source_id}, then elo source parse {source_id}: one snapshot by hand",
        f"elo demo: the sandbox serves the replica, or set {variable} to another address",
        "make docs test: the catalogue of sources, and every test that finds the folder by itself",
    ]
