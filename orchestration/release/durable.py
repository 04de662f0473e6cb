"""Writes that survive a power cut: fsync of files and folders, and replacing a file whole.

What does not belong here: what is written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

_BLOCK = 1 << 20


def sync_file(path: Path) -> None:
    """Force one file's bytes to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


#: Folders are synced the same way: the names in them are their bytes.
sync_folder = sync_file


def sync_tree(root: Path) -> None:
    """Force all files and folders under `root`, and `root` itself, to the disk."""
    for path in walk_files(root):
        sync_file(path)
    for folder in sorted((p for p in root.rglob("*") if p.is_dir()), reverse=True):
        sync_folder(folder)
    sync_folder(root)


def replace_file(target: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file beside `target`, then put it in its place in one step.

    A crash leaves the old file, and at most one `.<name>.tmp` that the next call overwrites.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.parent / f".{target.name}.tmp"
    beside.unlink(missing_ok=True)
    write(beside)
    sync_file(beside)
    beside.replace(target)
    sync_folder(target.parent)


def walk_files(root: Path) -> Iterator[Path]:
    """All files under `root`, in order of their path."""
    yield from sorted(path for path in root.rglob("*") if path.is_file())


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes as hex."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
