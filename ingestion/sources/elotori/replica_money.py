"""Money on the replica's project pages: which sums a page tells, and in which words.

What does not belong here: the form of a number (`phenomena/money.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ingestion.sandbox.phenomena.money import (
    Written,
    grouped,
    write_amount,
    write_inflected,
)
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world import Project
from ingestion.sandbox.world.model import euros

Line = tuple[str, str]


@dataclass(slots=True)
class Told:
    """What a page tells about money: labelled lines, sentences, and the truth of both.

    `funder` is the key of the authority that a sentence names.
    """

    lines: list[Line] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    amounts: list[dict[str, Any]] = field(default_factory=list)
    funder: str | None = None


def _stated(kind: str, written: Written, **more: object) -> dict[str, Any]:
    return {
        "kind": kind, "amount": euros(written.cents), "currency": written.currency,
        "qualifier": written.qualifier, **more,
    }  # fmt: skip


def _total(pen: Pen, project: Project) -> int:
    """The total as the page has it: now and then an older budget than the register's."""
    total = project.money.total_cost or 0
    if pen.ordinal % 3 == 1:
        pen.use("identity.true_conflict")
        total += total // 10
    return total


def _labelled(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.total_cost")
    written = write_amount(pen, _total(pen, project))
    told.lines.append((pen.turn(("Rahoitus", "Budjetti", "Rahoitus"), salt=1), written.text))
    told.amounts.append(_stated("total_cost", written))


def _hedged(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.total_cost")
    written = write_amount(pen, _total(pen, project), hedge=True)
    told.lines.append(("Budjetti", written.text))
    told.amounts.append(_stated("total_cost", written))


def _granted(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.granted")
    written = write_amount(pen, project.money.granted or 0)
    told.sentences.append(f"Hankkeelle on myönnetty {written.text}.")
    told.amounts.append(_stated("granted", written))


def _inflected(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.granted")
    written = write_inflected(pen, project.money.granted or 0)
    told.sentences.append(f"{project.funder.name_fi} myönsi hankkeelle {written.text} rahoituksen.")
    told.funder = project.funder.key
    told.amounts.append(_stated("granted", written))


def _three_kinds(pen: Pen, project: Project, told: Told) -> None:
    for pattern in ("three_kinds", "total_cost", "granted", "own_funding"):
        pen.use(f"amount.{pattern}")
    money = project.money
    total = write_amount(pen, money.total_cost or 0)
    granted = write_amount(pen, money.granted or 0)
    own = write_amount(pen, money.own_funding or 0)
    told.sentences.append(
        f"Kokonaisbudjetti on {total.text}, josta myönnetty EU- ja valtion rahoitus on "
        f"{granted.text} ja omarahoitus {own.text}."
    )
    told.amounts += [
        _stated("total_cost", total), _stated("granted", granted), _stated("own_funding", own),
    ]  # fmt: skip


def _empty(pen: Pen, _project: Project, told: Told) -> None:
    pen.use("date.label_value_lost")
    told.lines.append(("Rahoitus", ""))


def _shares(pen: Pen, project: Project, told: Told) -> None:
    """Each actor's part, the unit only on the last row."""
    parts = _named_parts(project)
    if not parts:
        _partner_free(pen, project, told)
        return
    for pattern in ("list_inherited_unit", "partner_share", "parts_equal_total"):
        pen.use(f"amount.{pattern}")
    rows = [f"{name} {grouped(cents)}" for name, cents in parts]
    rows[-1] += " euroa"
    total = sum(cents // 100 * 100 for _, cents in parts)
    text = grouped(total)
    told.sentences.append(f"Hankkeelle on myönnetty yhteensä {text} euroa. Toteuttajien osuudet:")
    told.sentences += rows
    told.amounts.append(_stated("granted", Written(text, total)))
    told.amounts += [
        _stated("partner_share", Written("", cents // 100 * 100), recipient=name)
        for name, cents in parts
    ]


def _partner_free(pen: Pen, project: Project, told: Told) -> None:
    """Work packages instead of partners."""
    pen.use("amount.list_inherited_unit")
    total = project.money.total_cost or 0
    first = total * 2 // 5 // 100 * 100
    told.sentences += [
        "Kustannusarvio työpaketeittain:",
        f"Suunnittelu {grouped(first)}",
        f"Toteutus {grouped(total - first)} euroa",
    ]


def _part(pen: Pen, project: Project, told: Told) -> None:
    parts = _named_parts(project)
    if len(parts) < 2:
        _granted(pen, project, told)
        return
    pen.use("amount.partner_share")
    pen.use("identity.total_and_part")
    name, cents = parts[1]
    written = write_amount(pen, cents)
    told.sentences.append(f"Osatoteuttajan osuus ({name}) on {written.text}.")
    told.amounts.append(_stated("partner_share", written, recipient=name))


def _annual(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.annual")
    written = write_amount(pen, (project.money.own_funding or 0) // 3)
    told.sentences.append(f"Kunnan omarahoitus on {written.text} vuosittain.")
    told.amounts.append(_stated("own_funding", written, is_annual=True))


def _own(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.own_funding")
    written = write_amount(pen, project.money.own_funding or 0, hedge=True)
    told.sentences.append(f"Omarahoitus on {written.text}.")
    told.amounts.append(_stated("own_funding", written))


def _applied(pen: Pen, project: Project, told: Told) -> None:
    pen.use("amount.applied")
    written = write_amount(pen, project.money.applied or 0)
    told.sentences.append(f"Haettu tuki oli {written.text}.")
    told.amounts.append(_stated("applied", written))


def _nothing(_pen: Pen, _project: Project, _told: Told) -> None:
    return


_WAYS: tuple[Callable[[Pen, Project, Told], None], ...] = (
    _labelled, _granted, _three_kinds, _hedged, _shares, _nothing, _inflected, _part, _annual,
    _labelled, _own, _applied, _empty, _part,
)  # fmt: skip


def _named_parts(project: Project) -> list[tuple[str, int]]:
    names = {org.key: org.name_fi for org in (project.lead, *project.partners)}
    return [(names[key], cents) for key, cents in project.money.shares]


def tell_money(pen: Pen, project: Project, language: str) -> Told:
    """The money part of a page; Swedish and English pages tell the total only."""
    told = Told()
    if project.register == "government" or not project.money.granted:
        return told
    if language == "fi":
        pen.turn(_WAYS, salt=5)(pen, project, told)
        return told
    written = write_amount(pen, project.money.total_cost or 0, language, hedge=pen.chance(0.3))
    told.lines.append(({"sv": "Finansiering", "en": "Funding"}[language], written.text))
    told.amounts.append(_stated("total_cost", written))
    if pen.ordinal % 2:
        pen.use("amount.granted")
        granted = write_amount(pen, project.money.granted or 0, language)
        text = {"sv": "Projektet har beviljats {}.", "en": "The project was granted {}."}[language]
        told.sentences.append(text.format(granted.text))
        told.amounts.append(_stated("granted", granted))
    return told
