"""What templates call: charts with their words, reasons in the reader's language, small readings.

What does not belong here: which figures a page shows (`pages/`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from markupsafe import Markup

from orchestration.release.site import charts, tilemap, wording
from orchestration.release.site.money import Money, as_number
from orchestration.release.site.read import Row
from orchestration.release.site.tally import Tally
from orchestration.release.site.voice import Voice, in_language
from orchestration.release.site.world import STATUSES, WHOLE_COUNTRY, World

_TRUST = re.compile(r"source is trusted less for this field \((\d+) against (\d+)\)")
_DATES = re.compile(r"dates, or the age of the statement, say (\w+)")
_WHY = {
    "older than the preferred statement": "older",
    "equal trust and time: the smaller record id is preferred": "equal",
}
_SAYS_LESS = "says less than the preferred statement"
_AIM = "similar aim"
_LIST_TEXTS = (
    "name", "lead", "period", "status", "granted", "without", "count", "none", "unknown", "where",
    "searching", "failed",
)  # fmt: skip
_PARAGRAPH = re.compile(r"\n\s*\n")


def year_chart(voice: Voice, title: str, years: Sequence[tuple[int, Money]]) -> Markup:
    """Granted money by year."""
    return charts.columns(
        title,
        [(str(year), as_number(money.eur), voice.millions(money.eur)) for year, money in years],
    )


def money_chart(voice: Voice, title: str, rows: Sequence[Mapping[str, Any]]) -> Markup:
    """Granted money by instrument, as a table lists it."""
    shown = [row for row in rows if row["granted"].eur is not None]
    return charts.bars(
        title,
        [
            (
                voice.label("instrument", row["code"]) or voice.t("common.not_stated"),
                as_number(row["granted"].eur),
                voice.millions(row["granted"].eur),
            )
            for row in shown
        ],
    )


def draw_map(
    world: World, voice: Voice, home: str, figures: Mapping[str, Tally], title: str
) -> Markup:
    """The map of running projects."""
    largest = max((it.ongoing for it in figures.values()), default=0)
    tiles = {}
    for code, it in figures.items():
        name = voice.plain(world.regions[code])
        figure = wording.number(it.ongoing, voice.language)
        tiles[code] = tilemap.Tile(
            name,
            figure,
            f"{home}region/mk-{code}.html",
            tilemap.shade_of(it.ongoing, largest),
            f"{name}: {voice.t('region.tile', n=figure)}",
        )
    return tilemap.draw(title, tiles)


def reasons_of(voice: Voice, world: World, row: Row) -> list[Markup | str]:
    """Why two projects may overlap, from the columns of the pair; words of the mart as they are."""
    texts = list(row["reasons"] or ())
    reasons: list[Markup | str] = []
    if row["shared_themes"]:
        inferred = any("by the words of both" in text for text in texts)
        names = _names(voice, world.themes, row["shared_themes"])
        reasons.append(voice.t("reason.theme_words" if inferred else "reason.theme", names=names))
    aims = [text.partition(": ")[2] for text in texts if text.startswith(_AIM)]
    if aims:
        reasons.append(_aim(voice, aims[0]))
    elif "similar words" in texts:
        reasons.append(voice.t("reason.words"))
    reasons.append(_place(voice, world, row["shared_maakunta_codes"] or ()))
    reasons.append(voice.t("reason.months", n=row["months_overlap"]))
    if row["shared_target_groups"]:
        names = _names(voice, world.groups, row["shared_target_groups"])
        reasons.append(voice.t("reason.group", names=names))
    elif "one of them is for everyone" in texts:
        reasons.append(voice.t("reason.everyone"))
    else:
        reasons.append(voice.t("reason.no_group"))
    if row["is_time_inferred"]:
        reasons.append(voice.t("reason.time_inferred"))
    return reasons


def _aim(voice: Voice, concepts: str) -> Markup:
    """The concepts are named in English only."""
    other = None if voice.language == "en" else "en"
    return Markup("{}: {}").format(voice.t("reason.aim"), in_language(concepts, other))


def _place(voice: Voice, world: World, codes: Sequence[str]) -> str:
    inside = [code for code in codes if code != WHOLE_COUNTRY]
    if inside:
        return voice.t("reason.region", names=_names(voice, world.regions, inside))
    return voice.t("reason.national_both" if codes else "reason.national")


def _names(voice: Voice, table: Mapping[str, Row], codes: Sequence[str]) -> str:
    return ", ".join(voice.plain(table[code]) if code in table else code for code in codes)


def why(voice: Voice, reason: str | None) -> Markup | str:
    """Why a value lost; what is no known reason stays English and says so."""
    reason = reason or ""
    if found := _TRUST.fullmatch(reason):
        return voice.t("why.trust", low=found[1], high=found[2])
    if found := _DATES.fullmatch(reason):
        return voice.t("why.dates", status=voice.label("status", found[1]))
    if reason.startswith(_SAYS_LESS):
        return voice.t("why.less")
    if reason in _WHY:
        return voice.t(f"why.{_WHY[reason]}")
    return in_language(reason, None if voice.language == "en" else "en")


def date_of(text: str) -> date | None:
    """The date in a fact, which is text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def decimal_of(text: str) -> Decimal | None:
    """The sum in a fact, which is text."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def prose(text: str) -> Markup:
    """Paragraphs; `# ` begins a heading, `- ` an entry of a list, `[label](page)` a link."""
    return Markup("\n").join(_block(block) for block in _PARAGRAPH.split(text.strip()))


def _block(block: str) -> Markup:
    if block.startswith("# "):
        return Markup("<h2>{}</h2>").format(block[2:])
    if block.startswith("- "):
        entries = [line.removeprefix("- ") for line in block.splitlines()]
        return Markup("<ul>{}</ul>").format(
            Markup("").join(Markup("<li>{}</li>").format(_linked(entry)) for entry in entries)
        )
    return Markup("<p>{}</p>").format(_linked(block))


def _linked(text: str) -> Markup:
    parts = re.split(r"\[([^\]]+)\]\(([a-z./]+)\)", text)
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(parts[at + 1], parts[at]) if at % 3 == 1
        else Markup("{}").format(parts[at])
        for at in range(len(parts)) if at % 3 != 2
    )  # fmt: skip


def list_texts(voice: Voice) -> str:
    """The words that the script of the list needs."""
    texts = {key: voice.t(f"script.{key}") for key in _LIST_TEXTS}
    texts["language"] = voice.language
    texts.update({f"status.{code}": voice.label("status", code) for code in STATUSES})
    return json.dumps(texts, ensure_ascii=False)


def gap_shade(count: int, most: int) -> int:
    """The shade of a number of gaps: 0 none, 3 all."""
    return 0 if not count else 3 if count == most else 1 + (2 * count > most)
