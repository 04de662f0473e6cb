"""Pages from templates: each page once in every language.

What does not belong here: what a page holds (`pages/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from orchestration.release.site import helpers, wording
from orchestration.release.site.voice import Voice
from orchestration.release.site.wording import LANGUAGES
from orchestration.release.site.world import World

_TEMPLATES = Path(__file__).parent / "templates"


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


class Renderer:
    """Writes pages into the folder of a site and counts them."""

    def __init__(self, world: World, folder: Path) -> None:
        self._folder = folder
        self._made: set[Path] = set()
        self._voices = [Voice(language) for language in LANGUAGES]
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            world=world,
            draw_map=partial(helpers.draw_map, world),
            **{
                function.__name__: function
                for function in (
                    helpers.year_chart, helpers.money_chart, helpers.reasons_of, helpers.why,
                    helpers.date_of, helpers.decimal_of, helpers.prose, helpers.list_texts,
                    helpers.gap_shade, wording.share,
                )
            },
        )  # fmt: skip
        self.written = 0

    def write(self, pages: Iterable[Page]) -> None:
        """Write every page in every language."""
        for page in pages:
            template = self._environment.get_template(f"{page.template}.html.j2")
            up = "../" * (page.path.count("/") + 1)
            for voice in self._voices:
                text = template.render(
                    page.values,
                    v=voice,
                    t=voice.t,
                    lang=voice.language,
                    languages=LANGUAGES,
                    path=page.path,
                    section=page.section,
                    up=up,
                    home=f"{up}{voice.language}/",
                )
                self._put(f"{voice.language}/{page.path}", text)

    def _put(self, path: str, text: str) -> None:
        target = self._folder / path
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        target.write_text(text, encoding="utf-8")
        self.written += 1

    def write_entrance(self) -> None:
        """The page that leads to the three languages."""
        template = self._environment.get_template("entrance.html.j2")
        self._put("index.html", template.render(voices=self._voices))
