"""HTML of the replica: the list page with its encoded data, and the page of one notice.

What does not belong here: which calls there are (`replica_items.py`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.people import invent_contact
from ingestion.sandbox.world.places import regions
from ingestion.sources.eura2021_calls.replica_items import AUTHORITY_CODES, Call

_WORDS = (
    {"upcoming": "julkaistu", "open": "haettavissa", "closed": "paattynyt"},
    {"upcoming": "tulossa", "open": "avoin", "closed": "paattynyt"},
)
_AREAS = {
    "VALTAKUNNALLINEN": "Valtakunnallinen", "ETELA_SUOMI": "Etelä-Suomi",
    "LANSI_SUOMI": "Länsi-Suomi", "ITA_SUOMI": "Itä-Suomi", "POHJOIS_SUOMI": "Pohjois-Suomi",
}  # fmt: skip
_FUNDS = {
    "ESR+": ("Euroopan sosiaalirahasto plus (ESR+)", "Europeiska socialfonden plus (ESF+)"),
    "EAKR": ("Euroopan aluekehitysrahasto (EAKR)", None),
    "JTF": ("Oikeudenmukaisen siirtymän rahasto (JTF)", "Fonden för en rättvis omställning (FRO)"),
}


def notice(pen: Pen, call: Call, vocabulary: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """One entry of the list, and what it says."""
    word = _WORDS[vocabulary][call.state]
    if call.is_stale:
        pen.use("page.stale_status")
    window = {"alku": call.opens.isoformat()}
    if call.damage == "date":
        window["alku"] = f"{call.opens.year}-02-30"
    if call.closes is not None:
        pen.use("date.application_window")
        window["loppu"] = call.closes.isoformat()
    entry: dict[str, Any] = {
        "id": call.uuid, "tila": word, "hakuaika": window,
        "otsikko": "" if call.damage == "title" else f"{call.title} ",
        "rahasto": call.fund, "viranomainen": AUTHORITY_CODES[call.authority],
        "alue": call.area, "hakutunnus": call.code,
    }  # fmt: skip
    if call.regions or pen.chance(0.5):
        entry["maakunnat"] = list(call.regions)
    if call.fund == "EAKR" and call.ordinal % 2:
        entry["eakrTyyppi"] = "YRTU"
    if call.is_rolling or pen.chance(0.5):
        entry["jatkuvaHaku"] = call.is_rolling
    shown = {
        "title": call.title, "funder": call.authority, "instrument": call.fund,
        "opens_on": call.opens, "closes_on": call.closes, "is_continuous": call.is_rolling,
        "stated_status": call.state, "status_raw": word, "regions": _regions(call),
        "codes": [{"scheme": "eura_call", "value": call.code, "role": "own"}] if call.code else [],
        "truth_ids": list(call.truth_ids),
    }  # fmt: skip
    return entry, shown


def list_page(entries: Sequence[dict[str, Any]]) -> bytes:
    """The page whose script finds its data percent-encoded in one element."""
    areas = {code: {"fi": name} for code, name in _AREAS.items()}
    funds = {code: {"fi": fi, "sv": sv} if sv else {"fi": fi} for code, (fi, sv) in _FUNDS.items()}
    data = {
        "preRenderData": {
            "url": "/hakuilmoitukset/",
            "koodisto": {
                "rahasto": funds, "alue": areas,
                "viranomainen": {code: {"fi": name} for name, code in AUTHORITY_CODES.items()},
                "maakunta": {c: {"fi": r.fi, "sv": r.sv} for c, r in regions().items()},
            },
            "hankehaku": list(entries),
        }
    }  # fmt: skip
    encoded = quote(json.dumps(data, ensure_ascii=False), safe="/*()'!~-._")
    return (
        '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Hakuilmoitukset</title>'
        f'</head><body><div id="app"></div><script type="__PREACT_CLI_DATA__">{encoded}</script>'
        "</body></html>"
    ).encode()


def detail_page(pen: Pen, call: Call) -> tuple[bytes, dict[str, Any], str | None]:
    """The page of a notice, what it says, and its words about money."""
    budget = said = None
    if call.budget is not None:
        pen.use("amount.call_budget")
        pen.use("amount.nbsp")
        blank = pen.turn(("&nbsp;", " ", "\u202f"))
        cents = pen.turn((",00 €", " €", " euroa"), salt=1)
        said = f"{call.budget // 100:,}".replace(",", blank) + cents
        budget = f"{call.budget // 100}.00"
    facts = [("Alkaa", [_day(call.opens)])]
    if call.closes is not None:
        pen.use("date.clock")
        facts.append(("Päättyy", [f"{_day(call.closes)} klo 16.15"]))
    facts.append(("Haun kohdealue", [_AREAS[call.area]]))
    if call.regions:
        facts.append(("Maakunnat", [regions()[code].fi for code in call.regions]))
    contact = invent_contact(pen)
    texts = [("Hankehaun kuvaus", f"Haussa kehitetään teemaa: {call.title.lower()}.")]
    if said is not None:
        texts.append(("Käytettävissä oleva myöntövaltuus", said))
    criteria = pen.turn(("Valintaperusteet", "Valintaperusteet ja pisteytysmalli"), salt=2)
    pen.use("amount.percent")
    texts += [
        (criteria, "Yleiset valintaperusteet. Tukiprosentti on enintään 80 %."),
        ("Hakeminen", "Hakemukset toimitetaan EURA 2021 -järjestelmässä."),
        ("Lisätiedot", f"{contact.name}, p. {contact.phone}, {contact.mail}"),
    ]
    if pen.chance(0.4):
        pen.use("page.two_languages_glued")
        texts.append(("Mer information", f"{contact.name}, {contact.mail}"))
    pen.use("amount.law_number")
    texts.append(("Lainsäädäntö", "Laki 757/2021."))
    body = _layout(pen, facts, texts)
    html = (
        '<!doctype html><html lang="fi"><head><meta charset="utf-8"></head><body><main>\n'
        f"<h1>{escape(call.title)}</h1>\n{body}\n</main></body></html>"
    )
    shown = {
        "title": call.title, "opens_on": call.opens, "closes_on": call.closes,
        "budget_eur": budget,
        "regions": [{"maakunta_code": c, "basis": "target_area"} for c in call.regions],
    }  # fmt: skip
    return html.encode(), shown, said


def _layout(pen: Pen, facts: list[tuple[str, list[str]]], texts: list[tuple[str, str]]) -> str:
    """Lists and headings, or plain paragraphs with labels that end with a colon."""
    form = pen.turn(("list", "lines", "next"), salt=3)
    if form == "list":
        pen.use("page.value_on_next_line")
        rows = "".join(
            f"<dt>{label}</dt>" + "".join(f"<dd>{escape(value)}</dd>" for value in values)
            for label, values in facts
        )
        return f"<dl>{rows}</dl>\n" + "\n".join(f"<h2>{a}</h2><p>{b}</p>" for a, b in texts)
    if form == "lines":
        pen.use("page.label_per_line")
        rows = "\n".join(f"<p>{label}: {escape(', '.join(values))}</p>" for label, values in facts)
    else:
        pen.use("page.value_on_next_line")
        rows = "\n".join(
            f"<p>{label}:<br>{'<br>'.join(map(escape, values))}</p>" for label, values in facts
        )
    return rows + "\n" + "\n".join(f"<h3>{a}:</h3><div>{b}</div>" for a, b in texts)


def _regions(call: Call) -> list[dict[str, str]]:
    codes = call.regions or (("00",) if call.area == "VALTAKUNNALLINEN" else ())
    return [{"maakunta_code": code, "basis": "target_area"} for code in codes]


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
