"""The dbt project as Dagster sees it: its folder, and a manifest that is never out of date.

The manifest is parsed once for each state of the project's files, under `dbt_project/target`;
outside `dagster dev` nothing else would prepare it. It is parsed for the target of the night by
name: dbt parses everything again when `--target` was given to one command and not to the other.
What does not belong here: SQL.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dagster_dbt import DbtCliResource, DbtProject
from packaging.version import Version

from ingestion.settings import Settings

PROJECT_DIR = Path(__file__).parents[2] / "dbt_project"
#: Code lists that dbt reads as seeds from outside its folder (`seed-paths`).
_REFERENCE = PROJECT_DIR.parent / "ingestion" / "reference"
_TARGET = PROJECT_DIR / "target"
_STAMP = _TARGET / "manifest.sources.sha256"
_READ = {".sql", ".yml", ".csv", ".md", ".py"}
_NOT_OURS = {"target", "logs", "dbt_packages"}


class DbtParseError(RuntimeError):
    """dbt cannot parse the project; the message is dbt's own."""


class DbtCommand(DbtCliResource):
    """The dbt command line, started once an invocation.

    The library starts dbt a second time to ask for its version and loads an adapter into this
    process, for metadata that a night fetches by itself (`row_counts.py`).
    Were the library to name the two otherwise, a night would only be that much slower.
    """

    @cached_property
    def _cli_version(self) -> Version:
        """Version of the package whose command is `dbt_executable()`."""
        return Version(version("dbt-core"))

    def _initialize_dbt_core_adapter(self, args: Sequence[str]) -> Any:
        """No adapter: nothing in this process asks the database through dbt."""


def dbt_executable() -> str:
    """The dbt command of this environment, whatever PATH says."""
    return str(Path(sys.executable).with_name("dbt"))


@cache
def load_project() -> DbtProject:
    """The project with a manifest of exactly the present files.

    Raises:
        DbtParseError: the project does not parse.
    """
    _TARGET.mkdir(exist_ok=True)
    with (_TARGET / ".parse.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        target = Settings.from_env().target
        wanted = f"{hash_sources()} {target}"
        manifest = _TARGET / "manifest.json"
        if not manifest.exists() or not _STAMP.exists() or _STAMP.read_text() != wanted:
            _parse(target)
            _STAMP.write_text(wanted)
    return DbtProject(project_dir=PROJECT_DIR, target_path=Path("target"))


def hash_sources() -> str:
    """Hash over names and content of every file that dbt reads."""
    digest = hashlib.sha256()
    for path in sorted([*_walk(PROJECT_DIR), *_walk(_REFERENCE)]):
        digest.update(str(path.relative_to(PROJECT_DIR.parent)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in _NOT_OURS and path.name[0] != ".":
                yield from _walk(path)
        elif path.suffix in _READ:
            yield path


def _parse(target: str) -> None:
    where = ["--project-dir", ".", "--profiles-dir", ".", "--target", target]
    done = subprocess.run(  # noqa: S603 our own arguments
        [dbt_executable(), "parse", "--quiet", *where],
        cwd=PROJECT_DIR,
        env={**os.environ, "DO_NOT_TRACK": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DbtParseError(f"dbt parse failed:\n{done.stdout}\n{done.stderr}")
