"""Finds the suites: every module of `expectations/suites` has one `SUITE`.

There is no list to edit. What does not belong here: anything that knows a table by name.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from expectations.suite import Suite

_FOLDER = Path(__file__).parent / "suites"


class SuiteError(ValueError):
    """A suite module does not say what it must; the message names it."""


def find_suites() -> dict[str, Suite]:
    """All suites by table, in order of name.

    Raises:
        SuiteError: a module has no `SUITE`, or its table differs from its file name.
    """
    found: dict[str, Suite] = {}
    for path in sorted(_FOLDER.glob("*.py")):
        if path.stem == "__init__":
            continue
        suite = getattr(importlib.import_module(f"expectations.suites.{path.stem}"), "SUITE", None)
        if not isinstance(suite, Suite) or suite.table != path.stem:
            raise SuiteError(f"{path.name}: SUITE must be a Suite of table {path.stem!r}")
        found[suite.table] = suite
    return found
