"""Modules and pages of the replica as HTML: articles, blocks, drafts, strange modules, links.

What does not belong here: which page shows which project (`replica_plan.py`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from ingestion.sandbox.ledger import Ledger, ShownOutput, ShownRecord, Trap
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.places import place_in_name
from ingestion.sandbox.streams import hex_id, stream
from ingestion.sandbox.world import Project, World
from ingestion.sources.elotori.replica_facts import Facts, write_facts
from ingestion.sources.elotori.replica_heading import write_heading
from ingestion.sources.elotori.replica_money import Line
from ingestion.sources.elotori.replica_parts import write_parts
from ingestion.sources.elotori.replica_plan import Page, slug_of
from ingestion.sources.elotori.replica_texts import Aside, write_aside, write_info

SOURCE = "elotori"
_HOST = "https://peda.net"
_TIME = ("start_date", "start_precision", "end_date", "end_precision")
_PLAIN = {
    "fi": ("Tavoitteet", "Toimenpiteet", "Lisätietoja"),
    "sv": ("Mål", "Åtgärder", "Mer information"),
    "en": ("Aims", "Activities", "More information"),
}


@dataclass(slots=True)
class Article:
    """One module: id, title, body HTML."""

    data_id: str
    title: str
    body: str
    kind: str = "document"
    draft_type: str = "published"

    def html(self) -> str:
        """The module as the platform renders it."""
        return (
            f'<article class="textmodule {self.kind}" data-draft-type="{self.draft_type}" '
            f'data-id="{self.data_id}">\n <h1>{escape(self.title, quote=False)}</h1>\n'
            f' <div class="main"><div class="content enclose">\n{self.body}\n </div></div>\n'
            "</article>"
        )


@dataclass(slots=True)
class Builder:
    """Writes the articles of one page and books what they show."""

    world: World
    page: Page
    ledger: Ledger
    articles: list[Article] = field(default_factory=list)

    def build(self) -> list[Article]:
        """All articles of the page."""
        maker = {
            "own": self._own, "short": self._own, "several": self._several,
            "modules": self._modules, "split": self._split, "output": self._output,
            "info": self._info,
        }.get(self.page.layout)  # fmt: skip
        if maker is None:
            self.articles.append(Article(self._id("list"), self.page.title, ""))
        else:
            maker()
        self._strange()
        return self.articles

    @property
    def url(self) -> str:
        """Public address of the page."""
        return _HOST + self.page.path

    def _id(self, *parts: str | int) -> str:
        return hex_id(self.world.seed, "module", self.page.path, *parts)

    def _pen(self, place: int) -> Pen:
        rng = stream(self.world.seed, "elotori-page", self.page.path, place)
        return Pen(rng, self.ledger, self.page.number + place)

    # ---- layouts -----------------------------------------------------------------------

    def _own(self) -> None:
        project = self.page.projects[0]
        pen = self._pen(0)
        data_id = self._id(0)
        short = self.page.layout == "short"
        if short:
            pen.use("identity.one_on_several_pages")
        title, facts, body = self._project(pen, project, short=short)
        if pen.ordinal % 6 == 0 and not short:
            body = self._with_plain_headings(body)
        self.articles.append(Article(data_id, title, body))
        self._enter(data_id, project, facts)

    def _several(self) -> None:
        data_id = self._id(0)
        self.ledger.use("date.update_stamp")
        parts = ["<p>Koontisivu.&nbsp;P&auml;ivitetty 3.2.2020.</p>"]
        seen: Counter[str] = Counter()
        for place, project in enumerate(self.page.projects):
            pen = self._pen(place)
            pen.use("identity.several_on_page")
            heading, facts, body = self._project(pen, project)
            parts += [_heading(self.page.number, heading), body]
            slug = slug_of(heading)
            seen[slug] += 1
            native = f"{data_id}#{slug}" + (f"-{seen[slug]}" if seen[slug] > 1 else "")
            self._enter(native, project, facts)
        self.articles.append(Article(data_id, "Hankkeita", "\n".join(parts)))

    def _modules(self) -> None:
        for place, project in enumerate(self.page.projects):
            pen = self._pen(place)
            pen.use("identity.several_on_page")
            title, facts, body = self._project(pen, project)
            data_id = self._id(place)
            self.articles.append(Article(data_id, title, body))
            self._enter(data_id, project, facts)

    def _split(self) -> None:
        """One project over two modules of a page: the second repeats its name and code."""
        self._own()
        project = self.page.projects[0]
        pen = self._pen(1)
        pen.use("identity.one_on_several_pages")
        facts = write_facts(pen, project, "fi", short=True)
        data_id = self._id(1)
        facts.shown["name"] = project.name
        body = "\n".join([_lines(pen, facts.lines, "fi"), *_paragraphs(facts.sentences)])
        self.articles.append(Article(data_id, project.name, body))
        self._enter(data_id, project, facts)

    def _output(self) -> None:
        pen = self._pen(0)
        data_id = self._id(0)
        lines = ["<p>Aineisto on vapaasti käytettävissä ohjaustyössä.</p>"]
        project = self.page.projects[0] if self.page.projects else None
        if project is not None:
            code = project.eura_code or project.tunnus
            named = project.name if code is None else f"{project.brand}, {code}"
            lines.append(f"<p>Kehitetty hankkeessa {escape(named, quote=False)}.</p>")
        lines.append(f"<p>{self._file_link(pen)}</p>")
        self.articles.append(Article(data_id, self.page.title, "\n".join(lines)))
        self.ledger.enter(
            ShownOutput(
                SOURCE, data_id, self.url, self.page.output_type, self.page.title,
                project.truth_id if project else None,
            )
        )  # fmt: skip

    def _info(self) -> None:
        pen = self._pen(0)
        data_id = self._id(0)
        asides = write_info(pen)
        body = "\n".join(f"<p>{escape(text, quote=False)}</p>" for text, _, _ in asides)
        self.articles.append(Article(data_id, self.page.title, body))
        for aside in asides:
            self._trap(data_id, aside)

    def _strange(self) -> None:
        """What a parser must leave alone: drafts, unknown modules, links to persons."""
        if self.page.number % 7 == 3:
            draft = "<p>Toteuttaja: Luonnoksen opisto<br>Rahoitus: 999 000 €</p>"
            self.articles.append(Article(self._id("draft"), "Luonnos", draft, draft_type="draft"))
        if self.page.number % 8 == 5:
            person = "keksitty.kayttaja%40example.org"
            links = (
                f'<ul><li><a href="{_HOST}/p/{person}">Henkilösivu</a></li>'
                f'<li><a href="{_HOST}{self.page.permalink}">Pysyvä linkki</a></li></ul>'
            )
            kind = "linkcollection" if self.page.number % 16 == 5 else "calendar"
            self.articles.append(Article(self._id("strange"), "Linkkejä", links, kind=kind))

    # ---- one project -------------------------------------------------------------------

    def _project(
        self, pen: Pen, project: Project, *, short: bool = False
    ) -> tuple[str, Facts, str]:
        language = self.page.language
        text_language = language
        if language == "en" and pen.ordinal % 4 == 1:
            # an English address with Finnish text below it
            pen.use("page.form_fi_content_sv")
            text_language = "fi"
        if project.language == "sv":
            text_language = "sv" if language == "fi" else language
        heading, said = write_heading(pen, project, text_language)
        facts = write_facts(pen, project, text_language, short=short)
        facts.shown["name"] = said
        parts = [_lines(pen, facts.lines, text_language), *_paragraphs(facts.sentences)]
        if text_language == "fi" and not short:
            aside = write_aside(pen, project)
            parts.append(f"<p>{escape(aside[0], quote=False)}</p>")
            self._trap(self._id(0), aside)
            parts += self._further(pen, project, facts)
        under = self._under(project)
        if under and not short:
            parts.append(write_parts(pen, under, text_language))
            facts.shown["subprojects"] = [part.truth_id for part in under]
        return heading, facts, "\n".join(parts)

    def _under(self, project: Project) -> list[Project]:
        """The projects of an umbrella."""
        if project.family != "umbrella" or project.relations:
            return []
        return [p for p in self.world.family(project) if p.relations and p is not project]

    def _further(self, pen: Pen, project: Project, facts: Facts) -> list[str]:
        parts = []
        if pen.ordinal % 5 == 4 and project.name_sv:
            pen.use("page.two_languages_glued")
            sv = write_facts(Pen(pen.rng, Ledger(), pen.ordinal), project, "sv", short=True)
            parts.append(f"<p>{escape(project.name_sv, quote=False)}</p>")
            parts.append(_lines(pen, sv.lines[:1], "sv"))
            if "start_date" not in facts.shown:
                # the Swedish half says when, where the Finnish one lost it
                facts.shown |= {key: sv.shown[key] for key in _TIME if key in sv.shown}
        items = self._links(pen, project, facts)
        if items:
            parts.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
        return parts

    def _links(self, pen: Pen, project: Project, facts: Facts) -> list[str]:
        items = []
        codes = facts.shown.setdefault("codes", [])
        if project.eura_code and project.register == "period2014" and pen.ordinal % 3 == 0:
            pen.use("page.url_variants")
            scheme = pen.turn(("http", "https"))
            href = f"{scheme}://www.eura2014.fi/rrtiepa/projekti.php"
            items.append(f'<a href="{href}?projektikoodi={project.eura_code}">Hankekuvaus</a>')
            own = {"scheme": "eura", "value": project.eura_code, "role": "own"}
            if own not in codes:
                codes.append(own)
        beside = (
            (project.tunnus, "own", "Hanke valtioneuvoston sivuilla"),
            (project.related_tunnus, "related", "Ministeriön hanke"),
        )
        for number, role, text in beside:
            if number:
                href = f"https://valtioneuvosto.fi/hanke?tunnus={quote(number, safe='')}"
                items.append(f'<a href="{href}">{text}</a>')
                code = {"scheme": "hanke_tunnus", "value": number, "role": role}
                if code not in codes:
                    codes.append(code)
        if pen.ordinal % 5 == 2:
            items.append(self._file_link(pen))
        return items

    def _file_link(self, pen: Pen) -> str:
        version = hex_id(self.world.seed, "file", self.page.path, length=40)
        colon = "%3A" if pen.ordinal % 4 == 2 else ":"
        name = quote("Esite järvi.pdf")
        return (
            f'<a href="{self.page.path}/esite-pdf{colon}file/download/{version}/{name}">Esite</a>'
        )

    def _with_plain_headings(self, body: str) -> str:
        """Headings inside a module that start no project."""
        first, _, rest = body.partition("\n")
        heading = _PLAIN[self.page.language][self.page.number % 3]
        return f"{first}\n<h2>{heading}</h2>\n{rest}\n<h2> </h2>"

    # ---- ledger ------------------------------------------------------------------------

    def _enter(self, native: str, project: Project, facts: Facts) -> None:
        shown = {"language": self.page.language, **facts.shown}
        placed = (*shown.get("maakunta", ()), *place_in_name(project, shown["name"]))
        if placed:
            shown["maakunta"] = list(dict.fromkeys(placed))
        named = bool(shown.get("lead")) or any(
            code["role"] == "own" for code in shown.get("codes", ())
        )
        self.ledger.enter(
            ShownRecord(
                SOURCE, native, "project", "main", self.url, project.truth_id,
                makes_project=named, shown=shown,
            )
        )  # fmt: skip

    def _trap(self, native: str, aside: Aside) -> None:
        text, written, why = aside
        if written is not None:
            self.ledger.enter(
                Trap(SOURCE, native, self.url, text, written.cents, written.currency, why)
            )


def _heading(number: int, text: str) -> str:
    safe = escape(text, quote=False)
    form = number % 3
    if form == 2:
        return f"<p><strong>{safe}</strong></p>"
    return f"<h{form + 2}>{safe}</h{form + 2}>"


def _paragraphs(sentences: Sequence[str]) -> list[str]:
    return [f"<p>{escape(sentence, quote=False)}</p>" for sentence in sentences]


def _lines(pen: Pen, lines: Sequence[Line], language: str) -> str:
    """Labelled lines in the markup whose turn it is."""
    form = pen.turn(("br", "p", "next", "table", "br", "ul", "bold", "run"), salt=1)
    if form == "run" and language != "fi":
        form = "br"
    safe = [(label, escape(value, quote=False)) for label, value in lines]
    if form == "run":
        pen.use("page.run_together")
        return "<p>" + " ".join(f"{label} {value}" for label, value in safe) + "</p>"
    if form == "next":
        pen.use("page.value_on_next_line")
        return "<p>" + "<br>".join(f"{label}:<br>{value}" for label, value in safe) + "</p>"
    if form == "table":
        pen.use("page.value_on_next_line")
        rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in safe)
        return f"<table>{rows}</table>"
    pen.use("page.label_per_line")
    if form == "p":
        return "".join(f"<p>{label}: {value}</p>" for label, value in safe)
    if form == "ul":
        return "<ul>" + "".join(f"<li>{label}: {value}</li>" for label, value in safe) + "</ul>"
    if form == "bold":
        return "<p>" + "<br/>".join(f"<b>{label}:</b> {value}" for label, value in safe) + "</p>"
    return "<p>" + "<br>".join(f"{label}: {value}" for label, value in safe) + "</p>"


def shuffled(links: Sequence[str], nonce: int) -> list[str]:
    """The links in another order at every request."""
    return random.Random(nonce).sample(list(links), len(links))  # noqa: S311
