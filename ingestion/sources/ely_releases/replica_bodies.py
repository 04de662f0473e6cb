"""Bodies of releases that name no project: calls, sums, refusals, plans, roads and water.

Every sum in them is a trap. What does not belong here: decisions (`replica_decisions.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from ingestion.sandbox.phenomena.dates import fi_day
from ingestion.sandbox.phenomena.money import (
    Written,
    grouped,
    write_amount,
    write_bare_million,
    write_kronor,
    write_word,
)
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world.organisations import places
from ingestion.sandbox.world.places import regions
from ingestion.sandbox.world.words import MONTH_SV
from ingestion.sources.ely_releases.replica_decisions import Body, write_decision, write_several
from ingestion.sources.ely_releases.replica_plan import HELSINKI, Item, centre_name
from ingestion.sources.ely_releases.replica_titles import millions_of

_MILLION = 100_000_000


def _area(item: Item) -> str | None:
    return item.areas[0] if item.areas else None


def _call(pen: Pen, item: Item) -> Body:
    body = Body()
    for pattern in ("amount.call_budget", "date.application_window"):
        pen.use(pattern)
    first = item.published.astimezone(HELSINKI).date() + timedelta(days=3)
    last = first + timedelta(days=55)
    speaker = centre_name(_area(item), first, item.language)
    if item.language == "sv":
        pen.use("date.swedish")
        written = write_bare_million(pen, millions_of(item), "sv")
        if pen.ordinal % 2:
            written = write_amount(pen, millions_of(item) * _MILLION, "sv")
        body.paragraphs += [
            f"{speaker} öppnar en ansökan. Högst {written.text} kan beviljas.",
            f"Ansökningstiden är {first.day} {MONTH_SV[first.month - 1]} till "
            f"{last.day} {MONTH_SV[last.month - 1]} {last.year}.",
        ]
        pen.use("amount.max")
        body.traps.append((written.text, written, "budget of a call"))
        return body
    written = _call_budget(pen, item)
    body.paragraphs.append(f"{speaker} avaa ESR+-haun, jossa on käytettävissä {written.text}.")
    body.traps.append((written.text, written, "budget of a call"))
    window = f"{first.day}.{first.month}.–{fi_day(last)}"
    if first.year != last.year:
        window = f"{fi_day(first)}–{fi_day(last)}"
    else:
        pen.use("date.left_shortened")
    pen.use("date.clock")
    body.paragraphs.append(f"Haku on avoinna {window} klo 16.15.")
    if pen.ordinal % 2:
        pen.use("date.deadline")
        body.paragraphs.append(f"Kysymyksiä voi lähettää {fi_day(last)} saakka.")
    body.paragraphs.append(_where(pen, item))
    if pen.ordinal % 3 == 0:
        pen.use("place.foreign_lookalike")
        kronor = write_kronor(pen, pen.rng.randrange(10, 50) * 1_000_000, "fi")
        body.paragraphs.append(f"Ruotsissa ESF-rådet avaa rinnakkaisen haun, {kronor.text}.")
        body.traps.append((kronor.text, kronor, "foreign funder, foreign currency"))
    return body


def _call_budget(pen: Pen, item: Item) -> Written:
    form = pen.turn(("word", "amount", "hedged"))
    if form == "word":
        return write_word(pen, millions_of(item))
    cents = millions_of(item) * _MILLION + 30_000_000
    return write_amount(pen, cents, hedge=form == "hedged")


def _where(pen: Pen, item: Item) -> str:
    found = [regions()[code] for code in item.areas]
    if len(found) == 2 and all("-" in region.fi for region in found):
        first, second = found
        if first.fi.split("-")[1] == second.fi.split("-")[1]:
            pen.use("place.ellipsis")
            return f"Rahoitusta saavat hankkeet {first.fi.split('-')[0]}- ja {second.local_in}."
    pen.use("place.illative")
    return f"Rahoitusta ohjataan {' ja '.join(region.local_to for region in found)}."


def _other_call(pen: Pen, item: Item) -> Body:
    pen.use("identity.same_slug_other_language")
    return _call(pen, item)


def _aggregate(pen: Pen, item: Item) -> Body:
    body = Body()
    pen.use("amount.aggregate")
    day = item.published.astimezone(HELSINKI).date()
    speaker = centre_name(_area(item), day, item.language)
    count = pen.rng.randrange(5, 40)
    if item.language == "sv":
        written = write_bare_million(pen, millions_of(item), "sv")
        body.paragraphs.append(f"{speaker} beviljade totalt {written.text} till {count} projekt.")
    else:
        word = write_word(pen, millions_of(item), inflected=True)
        written = write_amount(pen, millions_of(item) * _MILLION)
        body.paragraphs += [
            f"{speaker} on myöntänyt yhteensä {written.text} {count} hankkeelle.",
            f"Ohjausta vahvistetaan {word.text} kahden vuoden aikana.",
            "Rahoitusta saivat muun muassa:",
        ]
        pen.use("page.recipients_list")
        pen.use("amount.list_inherited_unit")
        cents = pen.rng.randrange(10, 90) * 100_000
        chosen = pen.rng.sample(places(), 3)
        body.paragraphs += [
            f"{place.gen} kylätoimikunta {grouped(cents * (n + 1))}{' euroa' if n == 2 else ''}"
            for n, place in enumerate(chosen)
        ]
    body.traps.append((written.text, written, "sum over several projects"))
    return body


def _refused(pen: Pen, item: Item) -> Body:
    body = Body()
    place = pen.rng.choice(places())
    written = write_amount(pen, pen.rng.randrange(100, 700) * 100_000)
    pen.use("amount.applied")
    day = item.published.astimezone(HELSINKI).date()
    speaker = centre_name(_area(item), day, "fi")
    verb = pen.turn(("ei myönnetty rahoitusta", "tehtiin hylkäävä päätös"))
    body.paragraphs += [
        f"{speaker} on käsitellyt kevään hakemukset.",
        f"{place.gen} opiston hakemukselle Uusi suunta {verb}. Haettu tuki oli {written.text}.",
    ]
    body.traps.append((written.text, written, "applied for and refused"))
    return body


def _planned(pen: Pen, _item: Item) -> Body:
    body = Body()
    pen.use("amount.appropriation")
    pen.use("amount.momentti")
    written = write_amount(pen, pen.rng.randrange(2, 9) * _MILLION)
    body.paragraphs += [
        f"Talousarvioon esitetään momentille 32.30.51 määrärahaa {written.text}.",
        "Tavoitteena on, että kunnat saavat tukea ohjauksen järjestämiseen.",
    ]
    body.traps.append((written.text, written, "proposed appropriation"))
    return body


def _off_topic(pen: Pen, item: Item) -> Body:
    body = Body()
    pen.use("amount.measures")
    length = pen.rng.randrange(3, 90)
    cents = pen.rng.randrange(2, 90) * 10_000_000
    if item.language == "sv":
        body.paragraphs.append(f"Arbetet gäller {length} km väg och kostar {grouped(cents)} euro.")
    else:
        body.paragraphs += [
            f"Urakka koskee {length} km tieosuutta ja maksaa {grouped(cents)} euroa.",
            f"Nopeusrajoitus on {pen.rng.choice((50, 60, 80))} km/h ja melutaso 55 dB.",
        ]
    body.traps.append(("", Written("", cents), "road or water works"))
    return body


_WRITERS: dict[str, Callable[[Pen, Item], Body]] = {
    "decision": write_decision, "several": write_several, "call": _call,
    "other_call": _other_call, "aggregate": _aggregate, "refused": _refused,
    "planned": _planned, "off_topic": _off_topic,
}  # fmt: skip


def write_body(pen: Pen, item: Item) -> Body:
    """The body of a release of any category."""
    return _WRITERS[item.category](pen, item)
