"""How regions are written in running text: case forms, ellipsis, towns, the whole country.

What does not belong here: where a project works (`world/`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world.model import Project
from ingestion.sandbox.world.naming import place_words
from ingestion.sandbox.world.places import NATIONAL, regions

_HOMONYMS = {"13", "15"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence about a place and the maakunta codes it states; a town states its own."""

    text: str
    codes: tuple[str, ...]


def place_in_name(project: Project, name: str) -> tuple[str, ...]:
    """The maakunta or whole country that a name of the project itself states, if it does."""
    region = project.regions[0]
    words = place_words(region)
    stated = any(form.casefold() in name.casefold() for form in (words.fi, words.sv, words.en))
    return (region,) if stated else ()


def _ellipsis(codes: tuple[str, ...]) -> str | None:
    """`Etelä- ja Pohjois-Savossa` where two maakunnat end alike."""
    if len(codes) != 2:
        return None
    first, second = (regions()[code] for code in codes)
    if "-" not in first.fi or first.fi.split("-")[1] != second.fi.split("-")[-1]:
        return None
    return f"{first.fi.split('-')[0]}- ja {second.local_in}"


def write_place(pen: Pen, project: Project, language: str = "fi") -> Placed:
    """A sentence that says where a project works."""
    if project.regions == (NATIONAL,):
        return _national(pen, project, language)
    for code in project.regions:
        if code in _HOMONYMS:
            pen.use("place.homonym")
    if language == "sv":
        names = " och ".join(regions()[code].in_sv for code in project.regions)
        return Placed(f"Projektet verkar {names}.", project.regions)
    if language == "en":
        names = " and ".join(regions()[code].en for code in project.regions)
        return Placed(f"The project works in {names}.", project.regions)
    return _regional_fi(pen, project)


def _national(pen: Pen, project: Project, language: str) -> Placed:
    pen.use("place.national")
    text = {
        "fi": pen.turn(("Hanke on valtakunnallinen.", "Hanke toimii koko maassa."), salt=1),
        "sv": "Projektet är riksomfattande.",
        "en": "The project is nationwide.",
    }[language]
    if project.pilots and language == "fi":
        pen.use("place.national_with_pilots")
        names = " ja ".join(regions()[code].local_in for code in project.pilots)
        return Placed(f"{text} Pilotit järjestetään {names}.", (NATIONAL, *project.pilots))
    return Placed(text, (NATIONAL,))


def _regional_fi(pen: Pen, project: Project) -> Placed:
    short = _ellipsis(project.regions)
    if short is not None:
        pen.use("place.ellipsis")
        return Placed(f"Hanke toimii {short}.", project.regions)
    form = pen.turn(("in", "genitive", "to", "town"), salt=2)
    found = [regions()[code] for code in project.regions]
    if form == "town" and project.towns and len(found) == 1:
        pen.use("place.town_only")
        towns = " ja ".join(project.towns)
        return Placed(f"Toimintapaikat: {towns}.", project.regions)
    if form == "genitive":
        pen.use("place.genitive")
        names = " ja ".join(region.genitive for region in found)
        return Placed(f"Hanke palvelee {names} asukkaita.", project.regions)
    if form == "to":
        pen.use("place.illative")
        names = " ja ".join(region.local_to for region in found)
        return Placed(f"Uusi toimintamalli tuodaan {names}.", project.regions)
    names = " ja ".join(region.local_in for region in found)
    return Placed(f"Hanke toimii {names}.", project.regions)
