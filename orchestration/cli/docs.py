"""`elo docs`: rebuilds the generated pages of `docs/`.

What does not belong here: what stands on them (`orchestration/docs`).
"""

from __future__ import annotations

from orchestration.cli.console import fail, out
from orchestration.docs.marts import DocsError
from orchestration.docs.pages import write_pages
from orchestration.lib.dbt_project import DbtParseError


def docs() -> None:
    """Rebuild docs/sources.md and docs/data-dictionary.md from what the code declares."""
    try:
        written = write_pages()
    except (DocsError, DbtParseError) as error:
        fail(str(error), code=1)
    for path in written:
        out.print(f"wrote {path}", highlight=False, soft_wrap=True)
    if not written:
        out.print("the pages are up to date")
