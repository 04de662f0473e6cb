"""Data for the pages' scripts, written as a call of a function that a page defines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write_call(path: Path, function: str, *values: Any) -> None:
    """Write `elo.<function>(values…);` as a script of plain data."""
    texts = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    # the separators U+2028 and U+2029 are line ends to old readers of scripts
    body = ", ".join(texts).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    path.write_text(f"elo.{function}({body});\n", encoding="utf-8")
