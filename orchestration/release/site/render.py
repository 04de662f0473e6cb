"""Pages from templates: each page once in every language.

Texts without values are put into the templates before these are compiled, and the frame of a page
is made once for its section, because a release has tens of thousands of pages. What does not
belong here: what a page holds (`pages/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from orchestration.release.site import helpers, rows, wording
from orchestration.release.site.cells import Cells
from orchestration.release.site.voice import Voice
from orchestration.release.site.wording import LANGUAGES
from orchestration.release.site.world import World

_TEMPLATES = Path(__file__).parent / "templates"
_PLAIN_TEXT = re.compile(r'\{\{ t\("([\w.+-]+)"\) \}\}')
_LABEL = re.compile(r'v\.label\("(\w+)", ([\w.\[\]]+)\)')
#: Stands for the path of a page while its frame is kept for others.
_PATH = "~path~"
_HELPERS = (
    helpers.year_chart, helpers.money_chart,
    helpers.prose, helpers.list_texts, helpers.gap_shade, wording.share,
    rows.funding_rows, rows.record_rows,
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """One page in all languages.

    Attributes:
        path: where it lies below the folder of its language, such as `project/p-1.html`.
        template: the template's name without endings.
        section: the entry of the navigation that it belongs to.
        values: what the template gets, the same in every language.
    """

    path: str
    template: str
    section: str
    values: Mapping[str, Any] = field(default_factory=dict)


class _Texts(Extension):
    """Puts texts into a template's source; `environment.voice` says which.

    A label becomes a look-up, which costs a template a fraction of a call.
    """

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
    ) -> str:
        voice: Voice = self.environment.voice  # type: ignore[attr-defined]
        source = _PLAIN_TEXT.sub(lambda found: str(escape(voice.t(found[1]))), source)
        return _LABEL.sub(r'labels["\1"][\2]', source)


class _Edition:
    """One language of the site: its compiled templates and what its pages have in common."""

    def __init__(self, world: World, language: str) -> None:
        self.voice = Voice(language)
        self._world = world
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.voice = self.voice  # type: ignore[attr-defined]
        self._environment.add_extension(_Texts)
        self._environment.globals.update(
            world=world,
            v=self.voice,
            t=self.voice.t,
            labels=self.voice.labels,
            lang=language,
            languages=LANGUAGES,
            draw_map=partial(helpers.draw_map, world),
            **{function.__name__: function for function in _HELPERS},
        )
        self._cells: dict[str, Cells] = {}
        self._frames: dict[tuple[str, str, str], tuple[str, str]] = {}

    def page(self, page: Page) -> str:
        """The text of a page."""
        up = "../" * (page.path.count("/") + 1)
        home = f"{up}{self.voice.language}/"
        if home not in self._cells:
            self._cells[home] = Cells(self._world, self.voice, home)
        top, bottom = self._frame(page, up, home)
        return self._environment.get_template(f"{page.template}.html.j2").render(
            page.values,
            c=self._cells[home],
            path=page.path,
            up=up,
            home=home,
            top=Markup(top.replace(_PATH, page.path)),
            bottom=Markup(bottom.replace(_PATH, page.path)),
        )

    def entrance(self, voices: list[Voice]) -> str:
        """The page above all languages."""
        return self._environment.get_template("entrance.html.j2").render(voices=voices)

    def _frame(self, page: Page, up: str, home: str) -> tuple[str, str]:
        own = page.path if "/" not in page.path else ""
        key = (up, page.section, own)
        if key not in self._frames:
            values = {
                "up": up, "home": home, "section": page.section, "own": own, "path": _PATH,
            }  # fmt: skip
            self._frames[key] = (
                self._environment.get_template("top.html.j2").render(values),
                self._environment.get_template("bottom.html.j2").render(values),
            )
        return self._frames[key]


class Renderer:
    """Writes pages into the folder of a site and counts them."""

    def __init__(self, world: World, folder: Path) -> None:
        self._folder = folder
        self._made: set[Path] = set()
        self._editions = [_Edition(world, language) for language in LANGUAGES]
        self.written = 0

    def write(self, pages: Iterable[Page]) -> None:
        """Write every page in every language."""
        for page in pages:
            for edition in self._editions:
                self._put(f"{edition.voice.language}/{page.path}", edition.page(page))

    def write_entrance(self) -> None:
        """Write the page that leads to the three languages."""
        voices = [edition.voice for edition in self._editions]
        self._put("index.html", self._editions[0].entrance(voices))

    def _put(self, path: str, text: str) -> None:
        target = self._folder / path
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        target.write_bytes(text.encode())
        self.written += 1
