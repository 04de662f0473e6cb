"""Releases as other authors write them: lists of grants, granters told once, whole pages."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from ingestion.reader import read_page
from ingestion.records import ProjectMention, ReleaseRecord
from ingestion.registry import get_source
from ingestion.scraper import Page, Request

SOURCE = get_source("ely_releases")


def a_page(rows: list[str], title: str, below: str = "", url: bool = True) -> Page:
    body = "".join(f"<p>{row}</p>" for row in rows)
    html = (
        f"<html><body><p>Elinvoimakeskukset – Pirkanmaa</p><h1>{title}</h1>"
        "<p>12.10.2026 09:30:12 EEST | Elinvoimakeskukset – Pirkanmaa | Tiedote</p><p>Jaa</p>"
        f"{body}<h2>Yhteyshenkilöt</h2><p>Testi Henkilö</p>{below}</body></html>"
    ).encode()
    return Page(
        request=Request(f"https://www.sttinfo.fi{'/tiedote/79900001/x' if url else ''}"),
        sha256=hashlib.sha256(html).hexdigest(),
        content_type="",
        charset=None,
        retrieved_at=datetime(2026, 10, 20, tzinfo=UTC),
        load=lambda: html,
    )


def mentions(*rows: str, title: str = "Rahoitusta ohjaukseen (Satakunta)") -> list[ProjectMention]:
    said = SOURCE.scraper().parse(a_page(list(rows), title))
    (release,) = [item for item in said if isinstance(item, ReleaseRecord)]
    return list(release.mentions)


def granted(mention: ProjectMention) -> tuple[str | None, str | None, int]:
    (lead,) = [party.name for party in mention.organisations if party.role == "lead"]
    (amount,) = [one.amount for one in mention.amounts if one.kind == "granted"]
    return mention.name, lead, int(amount or 0)


@pytest.mark.parametrize(
    "rows",
    [
        ("Ohjaus kaikille, Kaislan opisto: 51 000 euroa", "Taitopolku, Saran lukio: 42 000 euroa"),
        ("Ohjaus kaikille, Kaislan opisto, 51 000 €", "Taitopolku, Saran lukio, 42 000 €"),
        ("Kaislan opisto: Ohjaus kaikille, 51 000 euroa", "Saran lukio: Taitopolku, 42 000 euroa"),
        ("Kaislan opisto, Ohjaus kaikille: 51 000", "Saran lukio, Taitopolku: 42 000 euroa"),
        ("Ohjaus kaikille, Kaislan opisto (51 000 €)", "Taitopolku, Saran lukio (42 000 €)"),
    ],
)
def test_rows_of_a_list_in_any_order(rows: tuple[str, ...]) -> None:
    found = mentions(
        "Satakunnan elinvoimakeskus on myöntänyt rahoitusta seuraaville hankkeille:",
        *rows,
        "Yhteensä hankkeille myönnettiin 93 000 euroa.",
    )
    assert [granted(mention) for mention in found] == [
        ("Ohjaus kaikille", "Kaislan opisto", 51_000),
        ("Taitopolku", "Saran lukio", 42_000),
    ]
    assert [mention.native_id for mention in found] == ["79900001#1", "79900001#2"]


def test_the_only_granter_and_fund_of_a_release_are_those_of_all_its_projects() -> None:
    found = mentions(
        "Keski-Suomen elinvoimakeskus on myöntänyt ESR+-rahoitusta kahdelle hankkeelle.",
        "Kaislan opiston Suunta-hanke (S39901) sai 60 000 euroa.",
        "Saran lukion Taito-hankkeelle (S39902) myönnettiin 40 000 euroa.",
    )
    for mention in found:
        funders = [party.name for party in mention.organisations if party.role == "funder"]
        assert funders == ["Keski-Suomen elinvoimakeskus"]
        assert [(one.funder, one.instrument) for one in mention.amounts] == [
            ("Keski-Suomen elinvoimakeskus", "ESR+")
        ]


def test_a_name_in_another_language_does_not_cut_the_text() -> None:
    (found,) = mentions(
        "Keski-Suomen elinvoimakeskus on myöntänyt 50 000 euroa ESR+-rahoitusta hankkeelle Fyren – "
        "uppsökande verksamhet och vägledning för elever i grundläggande utbildning i Nyland.",
        "Hankkeen päätoteuttaja on Kaislan opisto.",
        "Hankkeen toteutusaika: 1.2.2027 – 31.1.2029.",
        title="Fyren-hanke käynnistyy (Satakunta)",
    )
    assert granted(found)[1:] == ("Kaislan opisto", 50_000)
    assert str(found.end_date) == "2029-01-31"


def test_parts_of_a_joint_project_share_a_name_and_not_a_lead() -> None:
    """A dash in the name makes no row of the sentence, whatever a list above announces."""
    found = mentions(
        "Etelä-Savon ELY-keskus on myöntänyt yhteensä 240 000 euroa 3 hankkeelle. "
        "Rahoitetut hankkeet:",
        "Hankkeelle SUOH – Ohjaus kaikille Satakunnassa myönnettiin 100 000 euroa. "
        "Hankkeen päätoteuttaja on Kaislan opisto.",
        "Hankkeelle SUOH – Ohjaus kaikille Satakunnassa myönnettiin 80 000 euroa. "
        "Hankkeen päätoteuttaja on Saran lukio.",
        "Hankkeelle Taitopolku myönnettiin 60 000 euroa. "
        "Hankkeen päätoteuttaja on Vihvilän opisto.",
        title="Uusia hankkeita rahoitettiin (Satakunta)",
    )
    assert [granted(one) for one in found] == [
        ("SUOH – Ohjaus kaikille Satakunnassa", "Kaislan opisto", 100_000),
        ("SUOH – Ohjaus kaikille Satakunnassa", "Saran lukio", 80_000),
        ("Taitopolku", "Vihvilän opisto", 60_000),
    ]
    assert [one.native_id.partition("#")[2] for one in found] == ["1", "2", "3"]


def test_a_row_with_a_swedish_name_stays_in_its_list() -> None:
    found = mentions(
        "Satakunnan elinvoimakeskus on myöntänyt rahoitusta seuraaville hankkeille:",
        "Ohjaus kaikille, Kaislan opisto: 51 000",
        "Testmiljö för cybersäkerhet och vägledning för unga, Saran lukio: 42 000 euroa",
    )
    assert [granted(mention)[1:] for mention in found] == [
        ("Kaislan opisto", 51_000),
        ("Saran lukio", 42_000),
    ]


def test_other_money_of_the_one_project_is_kept_with_its_kind() -> None:
    (found,) = mentions(
        "Kaislan opiston Suunta-hankkeelle (S39901) myönnettiin 60 000 euroa.",
        "Haettu tuki oli 80 000 euroa.",
        "Summasta osatoteuttajan (Saran lukio) osuus on 20 000 euroa.",
        "Hankkeen kokonaiskustannukset ovat 75 000 euroa, josta omarahoitusta on 15 000 euroa.",
    )
    assert [(one.kind, int(one.amount or 0), one.recipient) for one in found.amounts] == [
        ("granted", 60_000, "Kaislan opisto"),
        ("applied", 80_000, None),
        ("partner_share", 20_000, "Saran lukio"),
        ("total_cost", 75_000, None),
        ("own_funding", 15_000, None),
    ]


def test_refused_planned_and_applied_projects_are_none() -> None:
    assert mentions("Kaislan opiston Suunta-hankkeelle ei myönnetty haettua 60 000 euroa.") == []
    assert mentions("Kaislan kaupunki on hakenut Suunta-hankkeelle 60 000 euroa.") == []
    assert mentions("Kaislan opiston Suunta-hanketta suunnitellaan.") == []


TEASER = (
    '<h2>Lue lisää julkaisijalta Elinvoimakeskukset</h2><a href="/tiedote/79900009/vesi">'
    "Vesihuoltoon myönnettiin 999 000 euroa (Kainuu)9.10.2026 08:00:00 EEST | Tiedote</a>"
)


@pytest.mark.parametrize("url", [True, False])
def test_a_saved_page_is_read_without_teasers_and_byline(url: bool) -> None:
    rows = ["Kaislan opiston Suunta-hankkeelle myönnettiin 60 000 euroa."]
    told = read_page(SOURCE, a_page(rows, "Rahoitusta (Satakunta)", TEASER, url))
    assert [(one["value"], one["kind"]) for one in told["amounts"]] == [("60000", "granted")]
    # Neither the region in the publisher's name nor that of the other release.
    assert told["regions"] == ["04"]
    assert told["dates"] == []


def test_a_saved_list_is_no_release() -> None:
    html = (
        "<html><body><h1>Elinvoimakeskukset</h1>"
        "<a href='/tiedote/79900001/a'>Haku aukeaa (Lappi)12.10.2026 09:30:12 EEST | Tiedote</a>"
        "<a href='/tiedote/79900002/b'>Tietyö alkaa (Kainuu)9.10.2026 08:00:00 EEST | Tiedote</a>"
        "</body></html>"
    ).encode()
    page = Page(
        request=Request("https://www.sttinfo.fi"),
        sha256=hashlib.sha256(html).hexdigest(),
        content_type="",
        charset=None,
        retrieved_at=datetime(2026, 10, 20, tzinfo=UTC),
        load=lambda: html,
    )
    told = read_page(SOURCE, page)
    assert [record["native_id"] for record in told["records"]] == ["79900001", "79900002"]
    assert told["dates"] == ["2026-10-12", "2026-10-09"]


@pytest.mark.parametrize(
    "row",
    [
        "{name}, toteuttaja {lead}, {sum} euroa",
        "{name}, toteuttajana {lead}, {sum} euroa",
        "{name}, päätoteuttaja {lead}: {sum} euroa",
        "{name}: toteuttajana {lead}, {sum} €",
        "{name} – hallinnoijana {lead} – {sum} €",
        "{name}; toteuttaja: {lead}; {sum} euroa",
        "{name}, hanketta hallinnoi {lead}, {sum} euroa",
        "{name}, jonka toteuttaa {lead}, {sum} euroa",
        "{name}, hakija {lead} ({sum} euroa)",
        "{name} ({lead}, {sum} euroa)",
        "{name} (toteuttaja {lead}), {sum} euroa",
        "{name}, {sum} euroa (toteuttaja: {lead})",
        "{name}: {sum} euroa, toteuttajana {lead}",
        "{name}: {sum} euroa ({lead})",
        "{name}, {sum} euroa, {lead}",
        "{name} – {sum} euroa – {lead}",
        "{name} / {lead} / {sum} euroa",
        "{sum} euroa: {name}, toteuttajana {lead}",
        "Toteuttaja {lead}: {name}, {sum} euroa",
        "{name}, genomförare {lead}, {sum} euro",
        "{name}, projektägare: {lead}, {sum} euro",
        "{name}, led by {lead}, {sum} euros",
        "{name}, lead partner {lead}, EUR {sum}",
        "{name}: EUR {sum} ({lead})",
    ],
)
def test_a_row_that_says_who_runs_the_project(row: str) -> None:
    first = row.format(name="Reilu polku – nuorten ohjaus", lead="Kaislan opisto", sum="51 000")
    second = row.format(name="Taitopolku", lead="Suunta Oy", sum="142 000")
    is_english = "EUR" in row or "euros" in row
    found = mentions(
        "Funding was granted to the following projects:"
        if is_english
        else "Rahoitusta saivat seuraavat hankkeet:",
        first,
        second,
    )
    assert [granted(mention) for mention in found] == [
        ("Reilu polku – nuorten ohjaus", "Kaislan opisto", 51_000),
        ("Taitopolku", "Suunta Oy", 142_000),
    ]
    assert all(len(mention.organisations) == 1 for mention in found)


@pytest.mark.parametrize(
    "row",
    [
        "Taitopolku, toteuttajana Kaislan opisto, osatoteuttaja Aittolan Työpaja ry, 51 000 euroa",
        "Taitopolku, toteuttajina Kaislan opisto ja Aittolan Työpaja ry, 51 000 euroa",
    ],
)
def test_a_row_with_partners(row: str) -> None:
    (mention,) = mentions("Rahoitusta saivat seuraavat hankkeet:", row)
    assert granted(mention) == ("Taitopolku", "Kaislan opisto", 51_000)
    assert [p.name for p in mention.organisations if p.role == "partner"] == ["Aittolan Työpaja ry"]


@pytest.mark.parametrize(
    "row",
    [
        "Taitopolku, toteuttaja Kaislan opisto, kokonaiskustannukset 51 000 euroa",
        "Taitopolku (Kaislan opisto, omarahoitus 51 000 euroa)",
        "Taitopolku: 51 000 euroa (kokonaisbudjetti 70 000 euroa), toteuttaja Kaislan opisto",
        "Taitopolku, toteuttaja Kaislan opisto, hylättiin, 51 000 euroa",
        "Taitopolku, haki 51 000 euroa, Kaislan opisto",
        "Taitopolku, 51 000 euroa, Lappi",
        "Taitopolku: 51 000 euroa (ESR+)",
        "Taitopolku, 51 000 euroa, Hämeen ELY-keskus",
        "Yhteensä: 500 000 euroa (Kaislan opisto)",
        "Kokonaisbudjetti: 51 000 euroa (Kaislan opisto)",
        "Kaikki hankkeet, 500 000 euroa, Kaislan opisto",
        "Seuraava haku avautuu keväällä: 2 miljoonaa euroa, Kaislan opisto",
        "Hankkeissa toimii kolme ohjaajaa, 51 000 euroa, Kaislan opisto",
    ],
)
def test_a_row_that_is_no_grant_of_one_project(row: str) -> None:
    assert mentions("Rahoitusta saivat seuraavat hankkeet:", row) == []


def test_the_same_row_below_a_refusal_is_no_project() -> None:
    row = "Taitopolku, toteuttaja Kaislan opisto, 51 000 euroa"
    assert mentions("Rahoitusta eivät saaneet seuraavat hankkeet:", row) == []
    assert mentions("Haussa haettiin rahoitusta seuraaville hankkeille:", row) == []
