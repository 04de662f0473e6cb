"""Headings under which the replica shows a project: full name, acronym, brand, distortions.

What does not belong here: the facts below a heading.
"""

from __future__ import annotations

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world import Project
from ingestion.sources.elotori.replica_facts import write_fund

_FORMS = (
    "full", "full", "acronym", "full", "compound", "typographic", "full", "fund", "brand",
    "years", "full", "lost",
)  # fmt: skip
_FAMILIES = {
    "joint": "joint_parts", "near_miss": "near_miss_generic_word",
    "same_brand": "near_miss_same_brand", "campaign": "near_miss_campaign",
}  # fmt: skip


def write_heading(pen: Pen, project: Project, language: str) -> tuple[str, str]:
    """The heading of a project in the language of the text below it, and the name it gives."""
    pattern = _FAMILIES.get(project.family)
    if pattern is not None:
        pen.use(f"identity.{pattern}")
    if project.family == "successor" and project.relations:
        pen.use("identity.successor")
    if language != "fi":
        name = project.name_sv if language == "sv" else project.name_en
        if name:
            pen.use("identity.translation")
            return name, name
    return _finnish(pen, project)


def _finnish(pen: Pen, project: Project) -> tuple[str, str]:
    name = project.name
    form = pen.turn(_FORMS, salt=2)
    if form in ("acronym", "compound", "brand") and project.family == "single":
        pen.use("identity.compound_form" if form == "compound" else "identity.acronym")
        said = {
            "acronym": project.acronym, "compound": project.brand,
            "brand": f"{project.brand} ({project.acronym})",
        }[form]  # fmt: skip
        return said if form == "brand" else f"{said}-hanke", said
    if form == "typographic":
        return _typographic(pen, name)
    if form == "fund" and project.instrument != "STATE":
        return f"{name} ({write_fund(pen, project, 'fi')})", name
    if form == "years" and project.end is not None:
        pen.use("date.in_heading")
        name = f"{name} {project.start.year}–{project.end.year}"
    elif form == "lost" and " – " in name:
        pen.use("identity.lost_dash")
        name = name.replace(" – ", " ? ", 1)
    return name, name


def _typographic(pen: Pen, name: str) -> tuple[str, str]:
    pen.use("identity.typographic")
    if pen.chance(0.5):
        said = name.replace(" – ", " - ")
        return f"”{said}”", said
    return name.upper(), name.upper()
