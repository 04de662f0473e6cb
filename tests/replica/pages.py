"""ELO-tori: pages written by hand in many shapes, three languages, with noise and traps.

What does not belong here: sentences (`prose.py`) and forms of money and days (`forms.py`).
"""

from __future__ import annotations

import hashlib
import html
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.replica.forms import NBSP, and_list, write_money, write_period
from tests.replica.prose import AND, LABELS, NATIONAL, NATIONAL_LABEL, SENTENCES
from tests.replica.source import NOT_FOUND, Answer, Asked, Source
from tests.replica.truth import amount, code
from tests.replica.world import Project

_LANGUAGES = ("fi", "sv", "en")


@dataclass
class Block:
    """One project as a page shows it: heading, (fact, value) in order, what it says."""

    heading: str
    language: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    shown: dict[str, Any] = field(default_factory=dict)
    traps: list[tuple[str, int, str]] = field(default_factory=list)


class Writer:
    """Decides what a page says of a project."""

    def __init__(self, rng: Random, one: Project, titles: dict[str, str]) -> None:
        self.rng, self.one, self.titles = rng, one, titles
        draw = rng.random()
        self.language = "fi"
        if draw < 0.14 and one.names.has_sv:
            self.language = "sv"
        elif draw < 0.34 and one.names.has_en:
            self.language = "en"

    def write(self) -> Block:
        """A block with a random choice of facts; a lead or a code is always among them."""
        place = _LANGUAGES.index(self.language)
        block = Block(self._heading(place), self.language)
        block.shown = {
            "language": self.language,
            "name": block.heading,
            "codes": [],
            "maakunta": [],
        }
        has_code = bool(self.one.code) and self.rng.random() < 0.6
        if not has_code or self.rng.random() < 0.85:
            self._bodies(block)
        if self.rng.random() < 0.75:
            self._period(block)
        if self.rng.random() < 0.7 and self.one.granted:
            self._money(block)
        if has_code:
            self._code(block)
        self._region(block)
        self._aim(block, place)
        self._relations(block)
        return block

    def _heading(self, place: int) -> str:
        one, draw = self.one, self.rng.random()
        # a decision that names the use alone and a bare brand here would share no word
        alone = one.register == "state" and one.instrument == "STATE"
        if draw < 0.2 and one.names.style in (0, 1) and not alone:
            return f"{one.names.brand[place]} {one.names.phase}".strip()
        title = one.title(place)
        return title.upper() if draw > 0.97 else title

    def _say(self, block: Block, fact: str, text: str) -> None:
        block.facts.append((fact, text))

    def _bodies(self, block: Block) -> None:
        one = self.one
        self._say(block, "lead", one.lead.spoken(self.language))
        block.shown["lead"] = one.lead.key
        if one.partners and self.rng.random() < 0.6:
            names = [b.spoken(self.language) for b in one.partners]
            self._say(block, "partners", and_list(names, AND[self.language]))
            block.shown["partners"] = [b.key for b in one.partners]
        if self.rng.random() < 0.4 and one.register != "government":
            self._say(block, "funder", one.funder.spoken(self.language))
            block.shown["funder"] = one.funder.key

    def _period(self, block: Block) -> None:
        one = self.one
        period = write_period(self.rng, one.start, one.end, one.precision, self.language)
        self._say(block, "period", period.text)
        block.shown |= {
            "start_date": one.start, "end_date": one.end, "start_precision": period.precision,
            "end_precision": period.precision,
        }  # fmt: skip

    def _money(self, block: Block) -> None:
        one = self.one
        facts = self.rng.choice((("granted",), ("total",), ("granted", "total"),
                                 ("total", "granted", "own"), ("granted", "own")))  # fmt: skip
        values = {"granted": one.granted, "total": one.total, "own": one.own}
        kinds = {"granted": "granted", "total": "total_cost", "own": "own_funding"}
        block.shown["amounts"] = []
        for fact in facts:
            written = write_money(self.rng, values[fact], self.language)
            self._say(block, fact, written.text)
            block.shown["amounts"].append(
                amount(kinds[fact], written.value, qualifier=written.qualifier)
            )
        if self.rng.random() < 0.3:
            sentence, why = self.rng.choice(SENTENCES[self.language]["traps"])
            euros = 1000 * self.rng.randint(1100, 4800)
            text = f"{euros:,}".replace(",", NBSP) + (
                " euro" if self.language != "fi" else " euroa"
            )
            block.sentences.append(sentence.format(x=text))
            block.traps.append((text, euros, why))

    def _code(self, block: Block) -> None:
        one = self.one
        scheme = "hanke_tunnus" if one.register == "government" else "eura"
        block.shown["codes"].append(code(scheme, str(one.code)))
        if scheme == "hanke_tunnus" and self.rng.random() < 0.6:
            url = f"https://valtioneuvosto.fi/hanke?tunnus={str(one.code).replace(':', '%3A').replace('/', '%2F')}"
            block.links.append(f'<a href="{url}">valtioneuvosto.fi</a>')
        else:
            self._say(block, "code", str(one.code))

    def _region(self, block: Block) -> None:
        one, said = self.one, list(block.shown["maakunta"])
        if one.title_region and one.regions and block.heading.casefold() == one.title(
            _LANGUAGES.index(self.language)
        ).casefold():  # fmt: skip
            said.append(one.regions[0].code)
        if self.rng.random() < 0.6:
            said = one.regions_codes
            labelled = self.rng.random() < 0.5
            if not one.regions:
                text = (NATIONAL_LABEL if labelled else NATIONAL)[self.language]
            else:
                names = [self._region_name(r, labelled) for r in one.regions]
                text = and_list(names, AND[self.language])
            if labelled:
                self._say(block, "region", text)
            else:
                block.sentences.append(
                    self.rng.choice(SENTENCES[self.language]["region"]).format(x=text)
                )
        block.shown["maakunta"] = sorted(set(said))

    def _region_name(self, region: Any, labelled: bool) -> str:
        if self.language != "fi":
            return str(region.sv if self.language == "sv" else region.en)
        return str(region.fi if labelled else region.inside)

    def _aim(self, block: Block, place: int) -> None:
        one = self.one
        if self.rng.random() < 0.75:
            self._say(block, "aim", one.aim[place])
            block.shown |= one.about(block.heading, aim=True)
        else:
            block.shown |= one.about(block.heading)

    def _relations(self, block: Block) -> None:
        for other, kind in self.one.relations:
            if kind == "follows" and self.rng.random() < 0.6:
                sentence = self.rng.choice(SENTENCES[self.language]["follows"])
                block.sentences.append(sentence.format(x=self.titles[other]))
        if self.one.related_tunnus:
            sentence = SENTENCES[self.language]["related"][0]
            block.sentences.append(sentence.format(x=self.one.related_tunnus))
            block.shown["codes"].append(code("hanke_tunnus", self.one.related_tunnus, "related"))


class Elotori(Source):
    """A start page, pages of one to three modules, an Atom feed a page."""

    source_id = "elotori"
    base_path = "/hankkeet/elotori"

    def build(self) -> None:
        """Group the shown projects on pages."""
        titles = {one.truth_id: one.title() for one in self.world.projects}
        self._pages: dict[str, str] = {}
        shown = [
            one for one in self.world.projects
            if self.chance(one, 0.75 if one.register in ("state", "government") else 0.5)
        ]  # fmt: skip
        place = 0
        while shown:
            size = self.rng.choice((1, 1, 1, 2, 3))
            group, shown = shown[:size], shown[size:]
            blocks = [(one, Writer(self.rng, one, titles).write()) for one in group]
            self._page(f"sivu-{place}-{_slug(blocks[0][1].heading)[:40]}", blocks)
            place += 1
        self._tools()

    def _page(self, name: str, blocks: list[tuple[Project, Block]]) -> None:
        rng = self.rng
        url = f"https://peda.net{self.base_path}/{name}"
        modules: list[str] = []
        if len(blocks) > 1 and rng.random() < 0.5:
            native = self._id(name)
            body, slugs = "<p>Koonti alueen hankkeista.</p>", {}
            for one, block in blocks:
                slug = _slug(block.heading)
                slugs[slug] = slugs.get(slug, 0) + 1
                tail = f"-{slugs[slug]}" if slugs[slug] > 1 else ""
                tag = "h2" if rng.random() < 0.7 else "h3"
                body += f"<{tag}>{html.escape(block.heading)}</{tag}>{self._body(block)}"
                self._book(f"{native}#{slug}{tail}", one, block, url)
            modules.append(_module(native, "Alueen kehittämishankkeita", body))
        else:
            for place, (one, block) in enumerate(blocks):
                native = self._id(f"{name}:{place}")
                modules.append(_module(native, block.heading, self._body(block)))
                self._book(native, one, block, url)
        if rng.random() < 0.1:
            draft = "<p>Toteuttaja: Kaskilammen kaupunki<br>Rahoitus: 999 000 €<br>Hankekoodi: S39999</p>"
            modules.append(_module(self._id(f"{name}:draft"), "Luonnos", draft, "draft"))
        self._pages[name] = _html("Hankkeet - ELO-tori", modules)

    def _id(self, text: str) -> str:
        return hashlib.sha256(f"{self.world.seed}:{text}".encode()).hexdigest()[:11]

    def _book(self, native: str, one: Project, block: Block, url: str) -> None:
        self.book.record(self.source_id, native, one.truth_id, block.shown, url=url)
        for text, euros, why in block.traps:
            self.book.trap(self.source_id, native, text, euros, why)

    def _body(self, block: Block) -> str:
        """Labels with `<br>`, labels in paragraphs, label and value apart, or running text."""
        rng, language = self.rng, block.language
        style = rng.choice(("br", "br", "p", "apart", "prose", "prose", "list"))
        lines: list[str] = []
        prose: list[str] = []
        for fact, value in block.facts:
            text = html.escape(value)
            if fact == "aim" and (style == "prose" or rng.random() < 0.6):
                prose.append(text)
            elif style == "prose" and fact != "region" and fact in SENTENCES[language]:
                prose.append(rng.choice(SENTENCES[language][fact]).format(x=text))
            else:
                label = rng.choice(LABELS[language][fact])
                blank = rng.choice((" ", " ", NBSP, "  "))
                lines.append(
                    f"{label}:<br>{text}" if style == "apart" else f"{label}:{blank}{text}"
                )
        prose += [html.escape(one) for one in block.sentences]
        if rng.random() < 0.08 and not any(fact == "period" for fact, _ in block.facts):
            lines.append({"fi": "Kesto:", "sv": "Projekttid:", "en": "Duration:"}[language])
        facts = "<br>".join(lines)
        if style == "p":
            facts = "</p><p>".join(lines)
        if style == "list":
            items = "".join(f"<li>{line}</li>" for line in lines)
            facts = f"</p><ul>{items}</ul><p>"
        links = " ".join(block.links)
        parts = [f"<p>{facts}</p>", f"<p>{' '.join(prose)}</p>"]
        if rng.random() < 0.3:
            parts.reverse()
        return "".join(parts).replace("<p></p>", "") + (f"<p>{links}</p>" if links else "")

    def _tools(self) -> None:
        kinds = (("Työkalu", "tool"), ("Menetelmä", "method"), ("Hyvä käytäntö", "practice"))
        modules: list[str] = []
        url = f"https://peda.net{self.base_path}/tyokalut"
        for number, one in enumerate(
            self.world.projects[:: max(1, len(self.world.projects) // 25)]
        ):
            word, kind = kinds[number % 3]
            native = self._id(f"tool{number}")
            title = f"{word}: {one.names.topic[0][0].upper()}{one.names.topic[0][1:]}"
            origin = (
                f"Hankekoodi: {one.code}" if one.code else f"Syntynyt hankkeessa {one.title()}."
            )
            modules.append(
                _module(
                    native,
                    title,
                    f"<p>Valmis käyttöön otettavaksi.</p><p>{html.escape(origin)}</p>",
                )
            )
            self.book.output(self.source_id, native, url, kind, title, one.truth_id)
        self._pages["tyokalut"] = _html("Työkalut - ELO-tori", modules)

    def respond(self, asked: Asked) -> Answer:
        """Start page, pages and feeds."""
        path = asked.path.rstrip("/")
        if path.endswith(":atom"):
            return Answer(self._feed(path), "application/atom+xml")
        if path == self.base_path:
            links = "".join(
                f'<li><a href="{self.base_path}/{name}">{name}</a></li>' for name in self._pages
            )
            links += '<li><a href="/p/esimerkki%40example.org">Henkilösivu</a></li>'
            start = _module(self._id("start"), "ELO-tori", f"<p>Tervetuloa.</p><ul>{links}</ul>")
            return Answer(_html("ELO-tori", [start]).encode())
        page = self._pages.get(path.removeprefix(f"{self.base_path}/"))
        return NOT_FOUND if page is None else Answer(page.encode())

    def _feed(self, path: str) -> bytes:
        address = f"https://peda.net{path.removesuffix(':atom')}"
        return (
            '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>Sivu</title><id>{address}</id><updated>2026-05-03T09:14:00+03:00</updated>"
            f"<entry><title>Sivu</title><id>{address}</id><author><name>Esimerkki Henkilö</name></author>"
            f'<link href="{address}"/><updated>2026-05-03T09:14:00+03:00</updated>'
            '<content type="html">&lt;p&gt;Muutos.&lt;/p&gt;</content></entry></feed>'
        ).encode()


def _slug(text: str) -> str:
    plain = text.lower().translate(str.maketrans("åäö", "aao"))
    out = "".join(c if c.isascii() and c.isalnum() else "-" for c in plain)
    return "-".join(part for part in out.split("-") if part)


def _module(native: str, title: str, body: str, state: str = "published") -> str:
    return (
        f'<article class="textmodule document" data-draft-type="{state}" data-id="{native}">'
        f'<h1>{html.escape(title)}</h1><div class="main"><div class="content enclose">{body}</div></div></article>'
    )


def _html(title: str, modules: list[str]) -> str:
    return (
        f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title} - Peda.net</title></head>'
        f"<body><header>ELO-tori</header>{''.join(modules)}</body></html>"
    )
