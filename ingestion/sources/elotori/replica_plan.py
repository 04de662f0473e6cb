"""Which pages the replica's ELO-tori has: who shares a page, languages, outputs, lists.

Planned block by block, so that a page is the same in a small and a large world. What does
not belong here: what stands on a page (`replica_module.py`, `replica_texts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from ingestion.sandbox.streams import hex_id, stream
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.words import HEADS, MODIFIERS

Layout = Literal["own", "several", "modules", "split", "short", "list", "info", "output", "start"]
Language = Literal["fi", "sv", "en"]

BASE = "/hankkeet/elotori"
_CUT = 60
#: How the projects of a block are laid out on pages, in turn, and how many share a page.
_LAYOUTS: tuple[tuple[Layout, int], ...] = (
    ("own", 1), ("several", 3), ("own", 1), ("modules", 2), ("own", 1), ("several", 2),
    ("split", 1), ("own", 1),
)  # fmt: skip
_SECTIONS: dict[str, str] = {
    "kehittamishankkeet": "Kehittämishankkeet",
    "pa-svenska": "Utvecklingsprojekt",
    "in-english": "Projects in English",
    "tyokalut": "Työkalut",
    "menetelmat": "Menetelmät",
    "kaytannot": "Hyvät käytännöt",
    "tietoa": "Tietoa ohjauksesta",
}
_OUTPUTS = (
    ("tyokalut", "tool", "Työkalu"),
    ("menetelmat", "method", "Menetelmä"),
    ("kaytannot", "practice", "Hyvä käytäntö"),
)
_PER_LIST = 40


@dataclass(slots=True)
class Page:
    """One page of the site.

    Attributes:
        number: running number over all pages of content.
        links: paths of the pages it links to.
        output_type: what a page of outputs shows.
    """

    path: str
    title: str
    layout: Layout
    language: Language
    number: int
    block: int
    projects: tuple[Project, ...] = ()
    links: tuple[str, ...] = ()
    output_type: str = ""
    permalink: str = ""


def slug_of(text: str) -> str:
    """Lower case, å ä ö without dots, other runs as a hyphen."""
    plain = text.lower().translate(str.maketrans("åäö", "aao"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _path_slug(text: str, number: int) -> str:
    """At most sixty characters; older pages keep their dots, percent-encoded."""
    if number % 6 == 5:
        kept = re.sub(r"[^a-z0-9åäö]+", "-", text.lower()).strip("-")
        return quote(kept[:_CUT].strip("-"))
    return slug_of(text)[:_CUT].strip("-")


class Plan:
    """All pages by path and by permalink."""

    def __init__(self, world: World) -> None:
        self.pages: dict[str, Page] = {}
        self.permalinks: dict[str, str] = {}
        self._world = world
        self._members: dict[str, list[str]] = {section: [] for section in _SECTIONS}
        self._number = 0
        for block in range(world.blocks):
            self._plan_block(block)
        self._plan_lists()

    def content(self) -> Iterator[Page]:
        """Pages in planned order."""
        yield from self.pages.values()

    def _add(self, section: str, title: str, layout: Layout, language: Language, block: int,
             projects: tuple[Project, ...] = (), output_type: str = "",
             links: tuple[str, ...] = ()) -> Page:  # fmt: skip
        number = self._number
        self._number += 1
        stem = f"{BASE}/{section}/{_path_slug(title, number)}"
        path, again = stem, 2
        while path in self.pages:
            path, again = f"{stem[: len(BASE) + len(section) + 2 + _CUT - 3]}-{again}", again + 1
        page = Page(path, title, layout, language, number, block, projects, links, output_type)
        page.permalink = f"/id/{hex_id(self._world.seed, 'page', path)}"
        self.pages[path] = page
        self.permalinks[page.permalink] = path
        self._members[section].append(path)
        return page

    # ---- one block ---------------------------------------------------------------------

    def _plan_block(self, block: int) -> None:
        shown = [p for p in self._world.block(block) if _is_shown(self._world, p)]
        queue = list(shown)
        while queue:
            layout, size = _LAYOUTS[self._number % len(_LAYOUTS)]
            taken, queue = queue[:size], queue[size:]
            self._plan_projects(layout if len(taken) == size else "own", taken, block)
        self._plan_output(block, shown)
        if block % 2 == 0:
            self._add("tietoa", _INFO_TITLES[block // 2 % len(_INFO_TITLES)], "info", "fi", block)

    def _plan_projects(self, layout: Layout, taken: list[Project], block: int) -> None:
        if layout == "own" and len(taken) > 1:
            layout = "several"
        title = taken[0].name
        if layout in ("several", "modules"):
            title = f"Hankkeita: {taken[0].brand} ja muita"
        translations = tuple(
            page.path for project in taken for page in self._plan_translations(project, block)
        )
        page = self._add(
            "kehittamishankkeet", title, layout, "fi", block, tuple(taken), links=translations
        )
        if page.number % 5 == 2 and layout == "own":
            # the same project once more, in short, on a page of its own
            self._add(
                "kehittamishankkeet", f"{taken[0].brand} lyhyesti", "short", "fi", block,
                tuple(taken), links=(page.path,),
            )  # fmt: skip

    def _plan_translations(self, project: Project, block: int) -> Iterator[Page]:
        rng = stream(self._world.seed, "elotori-languages", project.index)
        draws = rng.random(), rng.random()
        if project.name_sv and project.language == "fi" and draws[0] < 0.65:
            yield self._add("pa-svenska", project.name_sv, "own", "sv", block, (project,))
        if project.name_en and draws[1] < 0.9:
            yield self._add("in-english", project.name_en, "own", "en", block, (project,))

    def _plan_output(self, block: int, shown: list[Project]) -> None:
        section, kind, word = _OUTPUTS[block % len(_OUTPUTS)]
        rng = stream(self._world.seed, "output", block)
        brand = rng.choice(MODIFIERS).fi + rng.choice(HEADS).fi
        origin = (rng.choice(shown),) if shown and rng.random() < 0.8 else ()
        self._add(section, f"{word}: {brand}", "output", "fi", block, origin, kind)

    # ---- lists -------------------------------------------------------------------------

    def _plan_lists(self) -> None:
        heads = []
        for section, title in _SECTIONS.items():
            members = self._members[section]
            language: Language = {"pa-svenska": "sv", "in-english": "en"}.get(section, "fi")  # type: ignore[assignment]
            chunks = [members[i : i + _PER_LIST] for i in range(0, len(members), _PER_LIST)]
            below = []
            for place, chunk in enumerate(chunks, start=1):
                path = f"{BASE}/{section}/koonti-{place}"
                self._list(path, f"{title} {place}", language, chunk)
                below.append(path)
            head = f"{BASE}/{section}"
            self._list(head, title, language, below)
            heads.append(head)
        self._list(BASE, "ELO-tori", "fi", heads, "start")

    def _list(
        self, path: str, title: str, language: Language, links: list[str], layout: Layout = "list"
    ) -> None:
        page = Page(path, title, layout, language, len(self.pages), -1, links=tuple(links))
        page.permalink = f"/id/{hex_id(self._world.seed, 'page', path)}"
        self.pages[path] = page
        self.permalinks[page.permalink] = path


_INFO_TITLES = (
    "Ohjelmakausi ja rahoitus", "Ohjausverkosto kokoontuu", "Hakuilmoituksia", "Muualta poimittua",
    "Strategia ja tavoitteet", "Palvelut ja hinnat", "Hankehakemusten tilanne",
)  # fmt: skip


def _is_shown(world: World, project: Project) -> bool:
    share = 0.85 if project.is_guidance else 0.12
    if project.family == "umbrella" and not project.relations:
        return True
    if project.family == "joint" and project.relations:
        share = 0.3
    return stream(world.seed, "elotori", project.index).random() < share
