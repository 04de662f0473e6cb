"""Where the figures of a run are written, and what is to be known of the run beside them."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from ingestion.settings import Settings


def figures_folder() -> Path:
    """Where figures and what they are measured on lie, in the home."""
    folder = Settings.from_env().home / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def start_figures(folder: Path, seed: int, prefix: str = "") -> tuple[Path, dict[str, Any]]:
    """The file for the figures, and what is to be known of the run beside them."""
    stamp = datetime.now(tz=UTC)
    about = {
        "at": stamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "seed": seed,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {psutil.cpu_count()} cores",
    }
    return folder / f"{prefix}{stamp:%Y%m%dT%H%M%SZ}.json", about
