"""Which pages are generated, and whether the committed ones are up to date."""

from __future__ import annotations

import json
from pathlib import Path

from expectations.registry import find_suites
from ingestion.registry import SOURCES, find_sources
from orchestration.docs.dictionary import write_dictionary
from orchestration.docs.sources import write_sources
from orchestration.lib.dbt_project import load_project

DOCS = Path(__file__).parents[2] / "docs"


def build_pages() -> dict[str, str]:
    """File name under `docs/` -> its text, from the project as it is now.

    Sources in other folders than the project's own (trials) are left out.

    Raises:
        DocsError: something that a page must tell is not declared.
    """
    manifest = json.loads(load_project().manifest_path.read_text(encoding="utf-8"))
    own = [source for source in find_sources().values() if source.folder.parent == SOURCES]
    return {
        "sources.md": write_sources(own),
        "data-dictionary.md": write_dictionary(manifest, find_suites()),
    }


def write_pages(folder: Path = DOCS) -> list[Path]:
    """Write the pages that are missing or differ; returns the files written."""
    written = []
    for name, text in build_pages().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written
