"""Finds the sources: every folder with a `source.yml` is one. There is no list to edit.

What does not belong here: anything that knows a source by name.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from ingestion.scraper import Scraper
from ingestion.settings import extra_source_folders
from ingestion.spec import SourceSpec, SpecError, load_spec

SOURCES = Path(__file__).parent / "sources"


@dataclass(frozen=True)
class Source:
    """A source folder: its declaration and its parser."""

    spec: SourceSpec
    folder: Path

    @property
    def id(self) -> str:
        """The source id of the contract."""
        return self.spec.id

    def scraper(self) -> Scraper:
        """A fresh scraper of this source."""
        scraper: Scraper = load_module(self.folder / "scraper.py").Scraper(self.spec)
        return scraper

    def parser_version(self) -> str:
        """Hash of all code and data that decide what a page is read as.

        It changes by itself, so a changed parser can never reuse what an older one read.
        """
        digest = hashlib.sha256(_shared_code_sha256().encode())
        code = (path for path in self.folder.glob("*.py") if not path.stem.startswith("replica"))
        for path in [self.folder / "source.yml", *sorted(code)]:
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]


def find_sources() -> dict[str, Source]:
    """All sources by id, in order of id.

    Raises:
        SpecError: a `source.yml` is broken or two folders claim one id.
    """
    found: dict[str, Source] = {}
    for folder in sorted(_folders()):
        spec = load_spec(folder / "source.yml")
        if spec.id in found:
            raise SpecError(f"{folder}: source id {spec.id!r} is taken by {found[spec.id].folder}")
        found[spec.id] = Source(spec, folder)
    return dict(sorted(found.items()))


def get_source(source_id: str) -> Source:
    """One source.

    Raises:
        KeyError: there is no such source; the message lists those there are.
    """
    sources = find_sources()
    if source_id not in sources:
        raise KeyError(f"no source {source_id!r}; there are: {', '.join(sources)}")
    return sources[source_id]


def load_module(path: Path) -> ModuleType:
    """Import a Python file of a source folder, wherever the folder lies."""
    if path.is_relative_to(SOURCES):
        return importlib.import_module(f"ingestion.sources.{path.parent.name}.{path.stem}")
    name = f"elo_extra_source_{path.parent.name}_{path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    module_spec = importlib.util.spec_from_file_location(name, path)
    if module_spec is None or module_spec.loader is None:
        raise SpecError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(module_spec)
    sys.modules[name] = module
    module_spec.loader.exec_module(module)
    return module


def _folders() -> Iterator[Path]:
    for root in (SOURCES, *extra_source_folders()):
        yield from (path.parent for path in root.glob("*/source.yml") if path.parent.name[0] != "_")


@cache
def _shared_code_sha256() -> str:
    package = Path(__file__).parent
    digest = hashlib.sha256()
    folders = (package / "text", package / "platforms")
    shared = (p for folder in folders for p in folder.rglob("*") if p.suffix in (".py", ".yml"))
    for path in [package / "records.py", *sorted(shared)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
