"""The projects that a page says belong to its own: an umbrella names its parts.

What does not belong here: which words announce them (`ingestion/text/parts.py`) and which
project a name is; that is decided where sources meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingestion.records import NamedProject
from ingestion.sources.elotori.blocks import Line, Link
from ingestion.sources.elotori.labels import find_label
from ingestion.sources.elotori.reading import Reading, Value
from ingestion.sources.elotori.urls import is_person, is_view, page_url, resolve
from ingestion.text.names import comparable
from ingestion.text.parts import find_parts, named_project, names_in_value


def announces_parts(heading: str) -> bool:
    """Whether what stands below a heading are parts of the page's project."""
    found = find_label(heading)
    return found is not None and found.label.field == "parts"


def read_subprojects(
    reading: Reading, source_url: str, headings: Sequence[str] = ()
) -> tuple[NamedProject, ...]:
    """Projects that a block names as its parts, each once, in a fixed order.

    Args:
        reading: the block.
        source_url: address of the page.
        headings: names of chapters that stand below an announcement of parts.
    """
    found = [*_labelled(reading, source_url), *_told(reading)]
    found += [project for heading in headings if (project := named_project(heading))]
    once: dict[tuple[str, str], NamedProject] = {}
    for project in found:
        key = comparable(project.name or ""), project.code.value if project.code else ""
        once.setdefault(key, project)
    return tuple(project for _, project in sorted(once.items()))


def _labelled(reading: Reading, source_url: str) -> Iterator[NamedProject]:
    for value in reading.values.get("parts", ()):
        for text, links in _items(value):
            # A link to a file or another site is no page of the project; its words name it.
            linked, url = _page_of(links, source_url)
            hrefs = tuple(link.href for link in links)
            if project := named_project(text, linked=linked, url=url, hrefs=hrefs):
                yield project


def _items(value: Value) -> Iterator[tuple[str, Sequence[Link]]]:
    """Each name with the links that are part of it."""
    if value.beside:
        own = [link for link in value.links if link.text]
        for name in names_in_value(value.beside):
            yield name, [link for link in own if comparable(link.text) in comparable(name)]
    for line in value.below:
        # A list of one item under an announcement of several holds them all.
        names = names_in_value(line.text) if len(value.below) == 1 and not line.is_link else []
        if len(names) > 1:
            yield from ((name, _inside(line, name)) for name in names)
        else:
            yield line.text, line.links


def _inside(line: Line, name: str) -> list[Link]:
    return [link for link in line.links if link.text and comparable(link.text) in comparable(name)]


def _page_of(links: Sequence[Link], source_url: str) -> tuple[str, str | None]:
    """Words and address of the first link to a page of the site."""
    for link in links:
        url = resolve(link.href, source_url)
        page = page_url(url) if url else None
        if page and not is_person(page) and not is_view(page):
            return link.text, page
    return "", None


def _told(reading: Reading) -> Iterator[NamedProject]:
    for row in reading.rows:
        for name in find_parts(row):
            if project := named_project(name):
                yield project
