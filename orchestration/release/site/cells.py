"""Links and small values that most rows hold, each made once for a language and a depth of folder.

A release shows the same organisation, project or source hundreds of times; making it anew would
cost more than everything else on the pages. What does not belong here: tables (`templates/`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape

from orchestration.release.site.facts import Fact, Statement
from orchestration.release.site.helpers import date_of, reasons_of, why
from orchestration.release.site.read import Row
from orchestration.release.site.voice import Voice
from orchestration.release.site.world import World

_DATES = ("start_date", "end_date")
_CODES = ("project_codes", "shared_codes")
#: Links to sources kept at a time: a page repeats its own, other pages have others.
_KEPT = 5000


class Cells:
    """Ready pieces of HTML for one language, seen from one depth.

    Attributes:
        home: the way from a page to the folder of its language.
    """

    def __init__(self, world: World, voice: Voice, home: str) -> None:
        self._world, self._voice, self.home = world, voice, home
        self._made: dict[tuple[Any, ...], Markup] = {}
        self._said: dict[tuple[Any, ...], Markup] = {}

    def project(self, row: Row) -> Markup:
        """A link to a project's page."""
        key = ("project", row["project_id"])
        if (made := self._made.get(key)) is None:
            name = self._voice.name(row)
            made = Markup(f'<a href="{self.home}project/{row["project_id"]}.html">{name}</a>')
            self._made[key] = made
        return made

    def organisation(self, organisation_id: str | None) -> Markup:
        """An organisation, with a link where it has a page; a person never has a name."""
        key = ("organisation", organisation_id)
        if (made := self._made.get(key)) is None:
            made = self._made[key] = self._organisation(organisation_id)
        return made

    def _organisation(self, organisation_id: str | None) -> Markup:
        row = self._world.organisations.get(organisation_id or "")
        if row is None:
            return Markup(f'<span class="none">{escape(self._voice.t("common.not_stated"))}</span>')
        if row["organisation_type"] == "natural_person":
            return Markup(escape(self._voice.t("common.natural_person")))
        name = self._voice.name(row)
        if organisation_id not in self._world.organisation_pages:
            return name
        return Markup(f'<a href="{self.home}organisation/{organisation_id}.html">{name}</a>')

    def source(self, source_id: str, url: str | None, time: datetime | None) -> Markup:
        """A link to what a source says, with the day on which it was fetched."""
        key = (source_id, url, time)
        if (made := self._said.get(key)) is None:
            if len(self._said) > _KEPT:
                self._said.clear()
            name = self._source_name(source_id)
            when = f' <span class="when">{self._voice.seen(time)}</span>' if time else ""
            made = self._said[key] = Markup(f"{self._voice.out(url, name)}{when}")
        return made

    def value(self, name: str, said: Statement) -> Markup:
        """What a source says of a property, as the reader's language writes it."""
        voice = self._voice
        if name in _DATES:
            return voice.day(date_of(said.value), said.precision)
        if name == "lead_organisation_id":
            return self.organisation(said.value)
        if name in _CODES:
            return Markup(f"<code>{escape(said.value)}</code>")
        if name == "status":
            return escape(voice.label("status", said.value))
        if name == "is_guidance":
            return escape(voice.t("common.yes" if said.value == "true" else "common.no"))
        if name == "programme_id":
            row = self._world.programmes.get(said.value)
            return voice.name(row) if row else escape(said.value)
        return voice.source_text(said.value, {"name_sv": "sv", "name_en": "en"}.get(name, "fi"))

    def fact_rows(self, facts: Iterable[Fact]) -> Markup:
        """Rows of what is known of a project: the published values, then those that lost."""
        voice = self._voice
        rows: list[str] = []
        for fact in facts:
            label = escape(voice.labels["property"][fact.name])
            agree = self._agree(fact.agree)
            for said in fact.published:
                rows.append(self._fact_row("", label, self.value(fact.name, said), said, agree))
                agree = ""
            for said in fact.lost:
                told = f'{label} <span class="tag">{escape(voice.t("project.differs"))}</span>'
                reason = escape(why(voice, said.reason))
                value = f'{self.value(fact.name, said)} <span class="why">{reason}</span>'
                rows.append(self._fact_row(' class="lost"', told, value, said, ""))
        return Markup("\n".join(rows))

    def _fact_row(self, mark: str, label: str, value: str, said: Statement, more: str) -> str:
        source = self.source(said.source_id, said.url, said.retrieved_at)
        return f'<tr{mark}><th scope="row">{label}</th><td>{value}</td><td>{source}{more}</td></tr>'

    def _agree(self, source_ids: Iterable[str]) -> str:
        names = ", ".join(map(self._source_name, source_ids))
        if not names:
            return ""
        return f' <span class="agree">{escape(self._voice.t("project.agree"))} {names}</span>'

    def _source_name(self, source_id: str) -> Markup:
        key = ("source", source_id)
        if (made := self._made.get(key)) is None:
            row = self._world.sources.get(source_id)
            made = self._made[key] = self._voice.name(row) if row else escape(source_id)
        return made

    def reasons(self, row: Row) -> Markup:
        """Why two projects may overlap, as a list."""
        key = ("reasons", row["project_id_a"], row["project_id_b"])
        if (made := self._made.get(key)) is None:
            entries = "".join(
                f"<li>{escape(reason)}</li>" for reason in reasons_of(self._voice, self._world, row)
            )
            made = self._made[key] = Markup(f'<ul class="reasons">{entries}</ul>')
        return made

    def record(self, record_id: str | None) -> Markup:
        """The source of a row, by the record that states it."""
        row = self._world.records.get(record_id or "")
        if row is None:
            return self._voice.day(None)
        key = ("record", record_id)
        if (made := self._made.get(key)) is None:
            made = self.source(row["source_id"], row["source_url"], row["retrieved_at"])
            self._made[key] = made
        return made

    def period(self, row: Row) -> Markup:
        """Start and end as exactly as they are known."""
        start, end = row["start_date"], row["end_date"]
        if not start and not end:
            return self._voice.day(None)
        first = self._voice.day(start, row["start_precision"]) if start else ""
        last = self._voice.day(end, row["end_precision"]) if end else ""
        return Markup(f"{first}–{last}")

    def status(self, row: Row) -> Markup:
        """The status as a word on a ground of its own."""
        code = row["status"]
        word = escape(self._voice.label("status", code))
        return Markup(f'<span class="status {escape(code)}">{word}</span>')

    def areas(self, codes: Iterable[str]) -> Markup:
        """Links to maakunnat."""
        return Markup(", ").join(map(self._area, codes))

    def _area(self, code: str) -> Markup:
        key = ("area", code)
        if (made := self._made.get(key)) is None:
            row = self._world.regions.get(code)
            made = Markup(escape(code))
            if row is not None:
                name = self._voice.name(row)
                made = Markup(f'<a href="{self.home}region/mk-{code}.html">{name}</a>')
            self._made[key] = made
        return made
