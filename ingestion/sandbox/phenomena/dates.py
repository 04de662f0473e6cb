"""How periods and days are written: dashes, padding, words, losses, three languages.

Each writer returns what a reader of the text must get, with its precision; a text that says
no date gives none. What does not belong here: when a project really runs (`world/`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world.model import Precision
from ingestion.sandbox.world.schedule import month_end
from ingestion.sandbox.world.words import MONTH_EN, MONTH_IN_FI, MONTH_SV

_DURATIONS_FI = {1: "yksivuotinen", 2: "kaksivuotinen", 3: "kolmivuotinen", 4: "nelivuotinen"}


@dataclass(frozen=True, slots=True)
class Period:
    """A written period and what it says."""

    text: str
    start: date | None = None
    end: date | None = None
    start_precision: Precision | None = None
    end_precision: Precision | None = None

    def as_shown(self) -> dict[str, date | Precision | None]:
        """What a ledger line says of it: the dates that are stated, each with its precision."""
        stated: dict[str, date | Precision | None] = {}
        if self.start is not None:
            stated |= {"start_date": self.start, "start_precision": self.start_precision}
        if self.end is not None:
            stated |= {"end_date": self.end, "end_precision": self.end_precision}
        return stated


def fi_day(day: date) -> str:
    """`1.3.2024`."""
    return f"{day.day}.{day.month}.{day.year}"


def padded(day: date) -> str:
    """`01.03.2024`."""
    return f"{day.day:02d}.{day.month:02d}.{day.year}"


def sv_day(day: date) -> str:
    """`den 1 mars 2024`."""
    return f"den {day.day} {MONTH_SV[day.month - 1]} {day.year}"


def en_day(day: date) -> str:
    """`1 March 2024`."""
    return f"{day.day} {MONTH_EN[day.month - 1]} {day.year}"


def _days(text: str, start: date, end: date) -> Period:
    return Period(text, start, end, "day", "day")


def _shortened(start: date, end: date) -> Period:
    if start.year != end.year:
        return _days(f"{fi_day(start)} – {fi_day(end)}", start, end)
    return _days(f"{start.day}.{start.month}.–{fi_day(end)}", start, end)


def _no_year(start: date, end: date) -> Period:
    return Period(f"{start.day}.{start.month}.–{end.day}.{end.month}.")


def _words_fi(start: date, end: date) -> Period:
    text = f"{MONTH_IN_FI[start.month - 1]} {start.year} – vuoden {end.year} loppuun"
    return Period(text, start.replace(day=1), date(end.year, 12, 31), "month", "year")


def _duration(start: date, end: date) -> Period:
    years = max(1, min(4, round((end - start).days / 365)))
    return Period(_DURATIONS_FI[years])


_DAY_FORMS: dict[str, Callable[[date, date], Period]] = {
    "range_en_dash": lambda s, e: _days(f"{fi_day(s)} – {fi_day(e)}", s, e),
    "range_hyphen": lambda s, e: _days(f"{fi_day(s)}-{fi_day(e)}", s, e),
    "zero_padded": lambda s, e: _days(f"{padded(s)}-{padded(e)}", s, e),
    "range_em_dash": lambda s, e: _days(f"{fi_day(s)} — {fi_day(e)}", s, e),
    "alkaa_paattyy": lambda s, e: _days(f"Alkaa {fi_day(s)} ja päättyy {fi_day(e)}", s, e),
    "glued": lambda s, e: _days(f"{padded(s)}{padded(e)}", s, e),
    "inner_blank": lambda s, e: _days(f"{s.day}.{s.month}. {s.year} – {fi_day(e)}", s, e),
    "left_shortened": _shortened,
    "no_year": _no_year,
    "finnish_words": _words_fi,
    "duration_only": _duration,
    "label_value_lost": lambda _s, _e: Period(""),
    "with_fund": lambda s, e: _days(f"({{fund}} {fi_day(s)} – {fi_day(e)})", s, e),
}
_SV_FORMS: tuple[Callable[[date, date], Period], ...] = (
    lambda s, e: _days(f"{sv_day(s)} – {sv_day(e)}", s, e),
    lambda s, e: _days(f"{fi_day(s)} – {fi_day(e)}", s, e),
    lambda s, e: _days(f"{sv_day(s)[4:]} till {sv_day(e)[4:]}", s, e),
)


def _month_en(start: date, end: date) -> Period:
    text = f"{MONTH_EN[start.month - 1]} {start.year} – {MONTH_EN[end.month - 1]} {end.year}"
    return Period(text, start.replace(day=1), month_end(end), "month", "month")


_EN_FORMS: tuple[Callable[[date, date], Period], ...] = (
    lambda s, e: _days(f"{en_day(s)} – {en_day(e)}", s, e),
    _month_en,
    lambda s, e: _days(f"{padded(s)} - {padded(e)}", s, e),
)


def write_period(
    pen: Pen, start: date, end: date | None, precision: Precision, language: str, fund: str
) -> Period:
    """Write a project's period in the form whose turn it is."""
    if end is None:
        return _open(pen, start, language)
    if precision != "day":
        return _coarse(pen, start, end, precision, language)
    if language == "sv":
        pen.use("date.swedish")
        return pen.turn(_SV_FORMS, salt=3)(start, end)
    if language == "en":
        pen.use("date.english")
        written = pen.turn(_EN_FORMS, salt=3)(start, end)
        if written.start_precision == "month":
            pen.use("date.precision_month")
        return written
    form = pen.turn(tuple(_DAY_FORMS), salt=3)
    if form == "finnish_words":
        pen.use("date.precision_month")
        pen.use("date.precision_year")
    written = _DAY_FORMS[form](start, end)
    if form == "left_shortened" and start.year != end.year:
        form = "range_en_dash"
    pen.use(f"date.{form}")
    return Period(
        written.text.replace("{fund}", fund), written.start, written.end,
        written.start_precision, written.end_precision,
    )  # fmt: skip


def _open(pen: Pen, start: date, language: str) -> Period:
    if language == "sv":
        pen.use("date.swedish")
        return Period(f"från {sv_day(start)}", start, None, "day", None)
    if language == "en":
        pen.use("date.english")
        return Period(f"from {en_day(start)}", start, None, "day", None)
    pen.use("date.finnish_words")
    return Period(f"{fi_day(start)} alkaen", start, None, "day", None)


def _coarse(pen: Pen, start: date, end: date, precision: Precision, language: str) -> Period:
    pen.use(f"date.precision_{precision}")
    if precision == "year":
        return Period(f"{start.year}–{end.year}", start, end, "year", "year")
    if language == "en":
        pen.use("date.english")
        return _month_en(start, end)
    if language == "sv":
        pen.use("date.swedish")
        text = f"{MONTH_SV[start.month - 1]} {start.year} – {MONTH_SV[end.month - 1]} {end.year}"
        return Period(text, start, end, "month", "month")
    text = f"{start.month}/{start.year}–{end.month}/{end.year}"
    return Period(text, start, end, "month", "month")
