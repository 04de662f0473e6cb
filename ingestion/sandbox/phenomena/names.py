"""How organisations are written: case, blanks, suffixes, brands, renames, translations.

What does not belong here: who they are (`world/organisations.py`).
"""

from __future__ import annotations

from datetime import date

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world.model import Organisation

ROLE_WORDS = {
    "fi": {"lead": "päätoteuttaja", "partner": "osatoteuttaja"},
    "sv": {"lead": "projektägare", "partner": "delgenomförare"},
    "en": {"lead": "coordinator", "partner": "partner"},
}
PLACEHOLDERS = ("-", "Muu organisaatio", "ei tiedossa")


def _suffix(name: str) -> str | None:
    """Another spelling of the legal suffix, or None where there is none to vary."""
    for ending, other in ((" ry", " r.y."), (" sr", ""), (" Oy", " OY"), (" Oy Ab", " Oy/Ab")):
        if name.endswith(ending):
            return name[: -len(ending)] + other
    return None


def write_organisation(pen: Pen, org: Organisation, day: date, language: str = "fi") -> str:
    """A recipient's name as somebody types it."""
    if language != "fi":
        foreign = org.name_sv if language == "sv" else org.name_en
        if foreign:
            pen.use("name.translation")
            return foreign
    name = org.name_on(day)
    if org.former and pen.chance(0.7):
        pen.use("name.rename_on_page")
        return f"{org.former} (nyk. {org.name_fi})"
    return _noisy(pen, org, name)


def _noisy(pen: Pen, org: Organisation, name: str) -> str:
    form = pen.turn(("plain", "upper", "plain", "double", "short", "suffix", "plain"), salt=4)
    if form == "upper":
        pen.use("name.case_noise")
        return name.upper()
    if form == "double":
        pen.use("name.double_blank")
        return name.replace(" ", "  ", 1)
    if form == "short" and org.short:
        pen.use("name.brand_official_short")
        return f"{name} ({org.short})"
    varied = _suffix(name)
    if form in ("suffix", "short") and varied:
        pen.use("name.legal_suffix")
        return varied
    return name


def with_role(pen: Pen, name: str, role: str, language: str) -> str:
    """`Name (osatoteuttaja)`."""
    pen.use("name.role_in_parentheses")
    return f"{name} ({ROLE_WORDS[language][role]})"
