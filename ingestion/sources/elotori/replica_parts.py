"""How a page of the replica names the projects of its umbrella: wordings, lists, sentences.

What does not belong here: which projects lie under an umbrella (`sandbox/world/projects.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world import Project

_ANNOUNCED = {
    "fi": (
        "Kokonaisuuteen kuuluvat hankkeet", "Hankkeen osahankkeet ovat",
        "Tämän kokonaisuuden muodostavat seuraavat hankkeet", "Osahankkeet",
        "Hankekokonaisuus koostuu näistä hankkeista", "Kehittämisohjelman hankkeet",
        "Hankkeen alla toimivat seuraavat kehittämishankkeet",
    ),
    "sv": (
        "Delprojekt", "Projekt inom helheten", "Till helheten hör följande projekt",
        "Programmet består av dessa projekt", "De projekt som ingår i helheten är",
    ),
    "en": (
        "Sub-projects", "The programme consists of these projects",
        "Projects belonging to this umbrella", "The following projects are part of the programme",
        "Projects in the programme",
    ),
}  # fmt: skip
_AND = {"fi": "ja", "sv": "och", "en": "and"}
_FORMS = ("list", "commas", "numbered", "lines", "list", "semicolons", "heading", "coded")


def write_parts(pen: Pen, under: Sequence[Project], language: str) -> str:
    """The announcement and the names, in the form whose turn it is.

    Args:
        pen: of the page.
        under: the projects of the umbrella, at least one.
        language: of the page; a project without a name in it keeps its own.
    """
    pen.use("identity.umbrella")
    words = pen.turn(_ANNOUNCED[language], salt=2)
    form = pen.turn(_FORMS, salt=3)
    names = [_name(project, language) for project in under]
    if form == "coded":
        names = [
            f"{name} ({project.eura_code})" if project.eura_code else name
            for name, project in zip(names, under, strict=True)
        ]
    safe = [escape(name, quote=False) for name in names]
    if form == "commas":
        quoted = [f"”{name}”" for name in safe]
        row = f" {_AND[language]} ".join(
            filter(None, (", ".join(quoted[:-1]), quoted[-1]))
        )  # fmt: skip
        return f"<p>{words}: {row}.</p>"
    if form == "semicolons":
        return f"<p>{words}: {'; '.join(safe)}</p>"
    if form == "lines":
        return f"<p>{words}:</p><p>{'<br>'.join(safe)}</p>"
    items = "".join(f"<li>{name}</li>" for name in safe)
    if form == "numbered":
        return f"<p>{words}:</p><ol>{items}</ol>"
    if form == "heading":
        return f"<h4>{words}</h4><ul>{items}</ul>"
    return f"<p>{words}:</p><ul>{items}</ul>"


def _name(project: Project, language: str) -> str:
    translated = {"sv": project.name_sv, "en": project.name_en}.get(language)
    return translated or project.name
