"""Press releases of the regional authorities: RSS feeds and pages.

What does not belong here: how sums and days are written (`forms.py`).
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from tests.replica.forms import NBSP, and_list, day, group, write_money
from tests.replica.source import NOT_FOUND, Answer, Asked, Source
from tests.replica.truth import amount, code
from tests.replica.world import Project

_HELSINKI, _UTC = ZoneInfo("Europe/Helsinki"), ZoneInfo("UTC")
GROUP = ("69817869", "ELY-keskukset")
PUBLISHERS = {
    "Etelä-Savon": ("69817875", "Etelä-Savon ELY-keskus"),
    "Hämeen": ("69817876", "Hämeen ELY-keskus"),
    "Keski-Suomen": ("69817879", "Keski-Suomen ELY-keskus"),
    "Pohjois-Pohjanmaan": ("69817884", "Pohjois-Pohjanmaan ELY-keskus"),
    "Uudenmaan": ("69817887", "Uudenmaan ELY-keskus"),
}
_DECISION = (
    "{funder} on myöntänyt {amt} {lead_to} hankkeeseen {title}.",
    "{title} -hanke saa {fund}-tukea {amt}. Hankkeen toteuttaa {lead}.",
    "{lead_to_cap} myönnettiin {amt} {fund}-rahoitusta hankkeelle {title}.",
    "{funder} myönsi hankkeelle {title} tukea {amt}. Hanketta hallinnoi {lead}.",
    "Hankkeelle {title} on myönnetty {amt}. Päätoteuttajana toimii {lead}.",
    "Hanke {title} käynnistyy. Sen päätoteuttaja on {lead}, ja {funder} on myöntänyt sille {amt}.",
    "{funder} rahoittaa hanketta {title}. Avustusta myönnettiin {amt}, ja hankkeesta vastaa {lead}.",
)
_DECISION_SV = (
    "{funder} har beviljat projektet {title} {amt}. Projektägare är {lead}.",
    "Projektet {title} har beviljats {amt}. Projektet genomförs av {lead}.",
)
_HEADLINES = (
    "Rahoitusta hankkeelle {title}", "{title} käynnistyy", "Rahoituspäätös: {title}",
    "Uusi hanke: {title}", "{title} sai rahoituksen",
)  # fmt: skip
_OFF = (
    ("Tietyö hidastaa liikennettä valtatiellä 4", "Työmaan kustannukset ovat {x}. Työ kestää 12.4.–28.10. ja nopeusrajoitus on 50 km/h."),
    ("Vesistöjen tulvariski kasvaa", "Pato korjataan ja siihen käytetään {x}. Vesi nousee 2,5 m."),
    ("Maantien silta uusitaan", "Siltaurakan arvo on {x}. Kelirikko rajoittaa raskaita ajoneuvoja."),
    ("Ympäristölupa myönnetty kaivokselle", "Vakuuden määrä on {x}. Päätös on nähtävillä, laki 527/2014."),
)  # fmt: skip


@dataclass
class Page:
    """One release."""

    native_id: str
    title: str
    at: datetime
    publisher: tuple[str, str]
    language: str = "fi"
    lines: list[str] = field(default_factory=list)


class ElyReleases(Source):
    """Feeds a publisher, a page a release."""

    source_id = "ely_releases"

    def build(self) -> None:
        """Decisions of structural-fund projects, and everything else that is published."""
        self._pages: dict[str, Page] = {}
        self._next = 71_500_000 + self.world.seed % 97
        chosen = [
            one for one in self.world.projects
            if one.register in ("eura2014", "eura2021") and self.chance(one, 0.45)
        ]  # fmt: skip
        while chosen:
            size = 1 if self.rng.random() < 0.85 else min(len(chosen), self.rng.randint(2, 4))
            group_, chosen = chosen[:size], chosen[size:]
            if size == 1:
                self._decision(group_[0])
            else:
                self._several(group_)
        for number in range(len(self.world.projects) // 10):
            self._beside(number)

    # ---- what is published -------------------------------------------------------------------

    def _open(self, title: str, at: datetime, publisher: tuple[str, str], category: str, *,
              truths: tuple[str, ...] = (), language: str = "fi", of: str | None = None) -> Page:  # fmt: skip
        self._next += self.rng.randint(3, 40)
        page = Page(str(self._next), title, at, publisher, language)
        self._pages[page.native_id] = page
        self.book.release(
            native_id=page.native_id, url=self._url(page), title=title,
            published_at=at.astimezone(_UTC).isoformat(), language=language,
            publisher_id=publisher[0], category=category, translation_of=of,
            truth_ids=list(truths),
        )  # fmt: skip
        return page

    def _moment(self, one: Project) -> datetime:
        on = one.decided_on + timedelta(days=self.rng.randint(1, 20))
        clock = timedelta(hours=self.rng.randint(8, 16), minutes=self.rng.randint(0, 59))
        return datetime(on.year, on.month, on.day, tzinfo=_HELSINKI) + clock

    def _publisher(self, one: Project) -> tuple[str, str]:
        return PUBLISHERS.get(one.funder.name.split(" ")[0], GROUP)

    def _decision(self, one: Project) -> None:
        rng = self.rng
        title = (
            one.names.brand[0] if one.names.style in (0, 1) and rng.random() < 0.15 else one.title()
        )
        title = (
            title
            if one.names.style in (0, 1) and title != one.title() and not one.names.phase
            else one.title()
        )
        places = and_list([r.fi for r in one.regions]) if one.regions else ""
        tagged = bool(places) and rng.random() < 0.7
        tag = f" ({places})" if tagged else ""
        headline = rng.choice(_HEADLINES).format(title=title) + tag
        at, publisher = self._moment(one), self._publisher(one)
        page = self._open(headline, at, publisher, "decision", truths=(one.truth_id,))
        money = write_money(rng, one.granted, hedge=0.08)
        shown: dict[str, Any] = {
            "name": title, "lead": one.lead.key, "codes": [],
            "amounts": [amount("granted", money.value, qualifier=money.qualifier)],
            "maakunta": one.regions_codes if tagged else [],
        }  # fmt: skip
        if not tagged and one.title_region and title == one.title():
            shown["maakunta"] = [one.regions[0].code]
        template = rng.choice(_DECISION)
        if "{funder}" in template:
            shown["funder"] = one.funder.key
        quoted = rng.choice((f"”{title}”", title, f'"{title}"'))
        lead_to = to_form(one.lead.name)
        page.lines.append(template.format(
            funder=short(one), amt=money.text, lead_to=lead_to, lead=one.lead.name, title=quoted,
            lead_to_cap=lead_to[0].upper() + lead_to[1:], fund=one.instrument,
        ))  # fmt: skip
        self._more(one, page, shown)
        self.book.record(
            self.source_id, page.native_id, one.truth_id, shown, kind="release", url=self._url(page)
        )
        if one.names.has_sv and one.regions and tagged and rng.random() < 0.5:
            self._swedish(one, page, at)

    def _more(self, one: Project, page: Page, shown: dict[str, Any]) -> None:
        """Period, code and aim, and a sum that is not the project's grant."""
        rng = self.rng
        if rng.random() < 0.4:
            page.lines.append(f"Hanke toteutetaan {day(one.start)}–{day(one.end)}.")
            shown |= {"start_date": one.start, "end_date": one.end, "start_precision": "day",
                      "end_precision": "day"}  # fmt: skip
        if rng.random() < 0.35:
            page.lines.append(f"Hankekoodi on {one.code}.")
            shown["codes"].append(code("eura", str(one.code)))
        if rng.random() < 0.5:
            page.lines.append(one.aim[0])
            shown |= one.about(shown["name"], aim=True)
        else:
            shown |= one.about(shown["name"])
        if rng.random() < 0.35:
            euros = rng.randint(30, 480) * 10_000
            sentence, why = rng.choice((
                ("Hankkeelle haettiin {x}.", "applied for"),
                ("Haussa on käytettävissä kaikkiaan {x}.", "budget of a call"),
                ("Samalla hakukierroksella myönnettiin yhteensä {x} kaikkiaan 9 hankkeelle.", "sum over projects"),
                ("Valtion talousarviossa ohjaukseen esitetään {x}.", "appropriation"),
            ))  # fmt: skip
            page.lines.append(sentence.format(x=f"{group(euros)} euroa"))
            self.book.trap(self.source_id, page.native_id, sentence, euros, why)

    def _swedish(self, one: Project, original: Page, at: datetime) -> None:
        title = one.title(1)
        places = and_list([r.sv for r in one.regions], "och")
        page = self._open(
            f"Finansiering för projektet {title} ({places})", at + timedelta(seconds=40),
            original.publisher, "decision", truths=(one.truth_id,), language="sv", of=original.native_id,
        )  # fmt: skip
        money = write_money(self.rng, one.granted, "sv", hedge=0)
        page.lines.append(self.rng.choice(_DECISION_SV).format(
            funder="Finansieringsmyndigheten", title=title, amt=money.text, lead=one.lead.spoken("sv"),
        ))  # fmt: skip
        self.book.record(self.source_id, page.native_id, one.truth_id, {
            **one.about(title), "name": title, "lead": one.lead.key, "codes": [],
            "maakunta": one.regions_codes,
            "amounts": [amount("granted", money.value)],
        }, kind="release", url=self._url(page))  # fmt: skip

    def _several(self, projects: list[Project]) -> None:
        rng = self.rng
        total = sum(one.granted for one in projects)
        page = self._open(
            rng.choice(("Uusia hankkeita rahoitettiin", "Rahoituspäätöksiä kehittämishankkeille")),
            self._moment(projects[0]), self._publisher(projects[0]), "several",
            truths=tuple(one.truth_id for one in projects),
        )  # fmt: skip
        page.lines.append(
            f"Tukea myönnettiin yhteensä {group(total)} euroa {len(projects)} hankkeelle."
        )
        self.book.trap(self.source_id, page.native_id, "", total, "sum over projects")
        shape = rng.choice((
            "{title}, toteuttaja {lead}, {amt}", "{title} ({lead}), {amt}", "{title}, {lead}: {amt}",
        ))  # fmt: skip
        items = []
        for number, one in enumerate(projects, start=1):
            items.append(
                shape.format(
                    title=one.title(), lead=one.lead.name, amt=f"{group(one.granted)} euroa"
                )
            )
            self.book.record(self.source_id, f"{page.native_id}#{number}", one.truth_id, {
                **one.about(one.title()), "name": one.title(), "lead": one.lead.key, "codes": [],
                "amounts": [amount("granted", one.granted)],
                "maakunta": [one.regions[0].code] if one.title_region and one.regions else [],
            }, kind="release", url=self._url(page))  # fmt: skip
        page.lines.append("Rahoitusta saivat seuraavat hankkeet:")
        page.lines.append("<ul>" + "".join(f"<li>{html.escape(i)}</li>" for i in items) + "</ul>")

    def _beside(self, number: int) -> None:
        """Roads and waters, calls, aggregates, refusals and plans: no project, no money."""
        rng = self.rng
        at = datetime(2026, 1 + number % 10, 1 + number % 27, 9, number % 60, tzinfo=_HELSINKI)
        publisher = rng.choice((*PUBLISHERS.values(), GROUP))
        euros = rng.randint(60, 900) * 10_000 + 5000
        text = f"{group(euros, NBSP)} euroa"
        title, line, category = rng.choice((
            *((*one, "off_topic") for one in _OFF),
            ("ESR+-haku ohjaukseen on avautunut", "Haussa jaetaan {x}. Haku päättyy 30.11.2026 klo 16.15.", "call"),
            ("Vuosi hanketyössä", "Viime vuonna myönnettiin {x} yhteensä 31 hankkeelle.", "aggregate"),
            ("Hakemus hylättiin", "Hankkeelle ”Kuutamo – nuorten tuki” haettiin {x}, mutta rahoitusta ei myönnetty.", "refused"),
            ("Uusi hanke suunnitteilla", "Hankkeelle ”Aamunkoi – urien alku” esitetään ensi vuodelle {x}.", "planned"),
        ))  # fmt: skip
        page = self._open(title, at, publisher, category)
        page.lines.append(line.format(x=text))
        self.book.trap(self.source_id, page.native_id, line, euros, category)

    # ---- how it is served --------------------------------------------------------------------

    def _url(self, page: Page) -> str:
        return (
            f"https://www.sttinfo.fi/tiedote/{page.native_id}/tiedote?lang={page.language}"
            f"&publisherId={page.publisher[0]}"
        )

    def respond(self, asked: Asked) -> Answer:
        """Feeds, and pages under both shapes of address."""
        if asked.path == "/rss/releases/latest":
            return Answer(
                self._feed(asked.query.get("publisherId", "")).encode(), "application/rss+xml"
            )
        parts = asked.path.strip("/").split("/")
        native = asked.query.get("releaseId") or (parts[1] if len(parts) > 1 else "")
        if parts[0] == "uutishuone":
            return Answer(self._newsroom(asked.query.get("publisherId") or parts[1]).encode())
        page = self._pages.get(native)
        return NOT_FOUND if page is None else Answer(self._html(page).encode())

    def _of(self, publisher_id: str) -> list[Page]:
        found = [
            one for one in self._pages.values()
            if publisher_id in (one.publisher[0], GROUP[0])
        ]  # fmt: skip
        return sorted(found, key=lambda one: one.at, reverse=True)

    def _newsroom(self, publisher_id: str) -> str:
        rows = "".join(
            f'<div><a href="/tiedote/{p.native_id}/tiedote?lang={p.language}">{html.escape(p.title)}'
            f"{_byline(p.at)} | Tiedote</a></div>"
            for p in self._of(publisher_id)
        )
        return f"<html><body><h1>Uutishuone</h1>{rows}</body></html>"

    def _feed(self, publisher_id: str) -> str:
        names = dict(PUBLISHERS.values()) | {GROUP[0]: GROUP[1]}
        items = []
        for place, page in enumerate(self._of(publisher_id)):
            link = html.escape(self._url(page))
            if place % 4 == 3:
                link = (
                    f"https://www.sttinfo.fi/tiedote/tiedote?publisherId={publisher_id}&amp;"
                    f"releaseId={page.native_id}&amp;lang={page.language}"
                )
            items.append(
                f"<item><title>{html.escape(page.title)}</title><link>{link}</link>"
                f"<pubDate>{format_datetime(page.at)}</pubDate></item>"
            )
        name = names.get(publisher_id) or _OTHERS.get(publisher_id, "ELY-keskus")
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
            f"<title>{name}</title><link>https://www.sttinfo.fi/</link>{''.join(items)}</channel></rss>"
        )

    def _html(self, page: Page) -> str:
        swedish = page.language == "sv"
        kind = "Pressmeddelande" if swedish else "Tiedote"
        lines = "".join(
            one if one.startswith("<") else f"<p>{html.escape(one)}</p>" for one in page.lines
        )
        words = ("Nyckelord", "Kontakter") if swedish else ("Avainsanat", "Yhteyshenkilöt")
        teaser = 10_000 * Random(page.native_id).randint(31, 98) + 7000
        return (
            f'<!doctype html><html lang="{page.language}"><head><meta charset="utf-8"><title>x</title></head><body>'
            f"<p>{page.publisher[1]}</p><h1>{html.escape(page.title)}</h1>"
            f"<p>{_byline(page.at)} | {page.publisher[1]} | {kind}</p><p>Jaa</p>{lines}"
            f"<h2>{words[0]}</h2><p>rahoitus</p><h2>{words[1]}</h2>"
            "<p>Esimerkki Henkilö, p. 0295 020 500, esimerkki@example.org</p>"
            f"<h2>Lue lisää julkaisijalta {page.publisher[1]}</h2>"
            f"<p>Hankkeelle Iltarusko myönnettiin {group(teaser)} euroa{_byline(page.at)} | {kind}</p></body></html>"
        )


_OTHERS = {
    str(69817874 + place): f"{name} ELY-keskus"
    for place, name in enumerate((
        "Etelä-Pohjanmaan", "Etelä-Savon", "Hämeen", "Kaakkois-Suomen", "Kainuun", "Keski-Suomen",
        "Lapin", "Pirkanmaan", "Pohjanmaan", "Pohjois-Karjalan", "Pohjois-Pohjanmaan",
        "Pohjois-Savon", "Satakunnan", "Uudenmaan", "Varsinais-Suomen",
    ))
}  # fmt: skip


def _byline(at: datetime) -> str:
    local = at.astimezone(_HELSINKI)
    return f"{local.day}.{local.month}.{local.year} {local:%H:%M:%S} {local.tzname()}"


def short(one: Project) -> str:
    """The funder as releases call it."""
    return one.funder.name if "elinkeino-" not in one.funder.name else str(one.funder.brand)


def to_form(name: str) -> str:
    """The allative of a body's name."""
    endings = (
        ("kaupunki", "kaupungille"), ("kuntayhtymä", "kuntayhtymälle"), ("opisto", "opistolle"),
        ("hyvinvointialue", "hyvinvointialueelle"), ("ministeriö", "ministeriölle"),
    )  # fmt: skip
    for ending, form in endings:
        if name.endswith(ending):
            return name.removesuffix(ending) + form
    return f"{name}:lle"
