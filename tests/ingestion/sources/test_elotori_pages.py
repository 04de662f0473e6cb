"""ELO-tori pages as other authors lay them out: what is told of a project and what is not."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from ingestion.records import ProjectRecord
from ingestion.registry import get_source
from ingestion.scraper import Page, Request

URL = "https://peda.net/hankkeet/elotori/sivu"
SOURCE = get_source("elotori")


def a_page(body: str, title: str = "Suunta", around: str = "") -> Page:
    html = (
        "<html><head><title>Sivu - ELO-tori - Peda.net</title></head><body>"
        "<nav><a href='/hankkeet/elotori'>Etusivu 999 000 euroa</a></nav>"
        '<article class="textmodule document" data-draft-type="published" data-id="aabbccdd001">'
        f'<h1>{title}</h1><div class="main"><div class="content enclose">{body}</div></div>'
        f"</article>{around}</body></html>"
    ).encode()
    return Page(
        request=Request(URL),
        sha256=hashlib.sha256(html).hexdigest(),
        content_type="text/html",
        charset=None,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: html,
    )


def the_project(body: str, title: str = "Suunta") -> ProjectRecord:
    said = SOURCE.scraper().parse(a_page(body, title))
    (project,) = [item for item in said if isinstance(item, ProjectRecord)]
    return project


def told(project: ProjectRecord) -> list[tuple[str, Decimal | None, str | None]]:
    return [(one.kind, one.amount, one.recipient) for one in project.amounts]


def test_rows_of_partners_are_their_parts_also_where_two_are_equal() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto</p>"
        "<p>Hankkeelle on myönnetty yhteensä 150 000 euroa. Toteuttajien osuudet:<br>"
        "Kaislan opisto 50 000<br>Ruovikon kaupunki 50 000<br>Saran lukio 50 000 euroa</p>"
    )
    assert told(project) == [
        ("granted", Decimal("150000.00"), "Kaislan opisto"),
        ("partner_share", Decimal("50000.00"), "Kaislan opisto"),
        ("partner_share", Decimal("50000.00"), "Ruovikon kaupunki"),
        ("partner_share", Decimal("50000.00"), "Saran lukio"),
    ]


def test_a_list_keeps_its_heading_when_a_chapter_begins_above_it() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto<br>Kohderyhmä: nuoria</p><h2>Tavoitteet</h2>"
        "<p>Toteuttajien osuudet:</p><p>Kaislan opisto 60 000</p><p>Saran lukio 40 000 euroa</p>"
    )
    assert [(kind, holder) for kind, _, holder in told(project)] == [
        ("partner_share", "Kaislan opisto"),
        ("partner_share", "Saran lukio"),
    ]


def test_pieces_of_a_budget_are_no_totals() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto</p>"
        "<p>Kustannusarvio työpaketeittain:<br>Suunnittelu 40 000<br>Toteutus 60 000 euroa</p>"
    )
    assert [kind for kind, _, _ in told(project)] == ["unknown", "unknown"]


def test_projects_of_the_family_lend_neither_places_nor_codes() -> None:
    for heading in (
        "Kokonaisuuteen kuuluvat hankkeet:",
        "Hankekokonaisuuteen kuuluvia osahankkeita:",
        "Projekt som ingår i helheten:",
    ):
        project = the_project(
            "<p>Toteuttaja: Kaislan opisto<br>Hankekoodi: S39901</p><p>Hanke toimii Kainuussa.</p>"
            f"<p>{heading}</p><ul><li>Valo Lapissa (S39902)</li><li>Tähti Satakunnassa</li></ul>"
        )
        assert [region.maakunta_code for region in project.regions] == ["18"]
        assert [code.value for code in project.codes if code.role == "own"] == ["S39901"]


def test_a_granter_in_prose_counts_beside_a_labelled_fund() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto<br>Rahoittaja: ESR+</p>"
        "<p>Keski-Suomen elinvoimakeskus myönsi hankkeelle 50 000 euron rahoituksen.</p>"
    )
    funders = [party.name for party in project.organisations if party.role == "funder"]
    assert funders == ["Keski-Suomen elinvoimakeskus"]
    assert project.instrument == "ESR+"


def test_what_a_description_says_is_judged() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto<br>Kuvaus: Hanke kehittää nuorten uraohjausta.</p>", "Valo"
    )
    assert (project.is_guidance, project.guidance_evidence) == (
        True,
        "Hanke kehittää nuorten uraohjausta.",
    )
    taught = the_project(
        "<p>Toteuttaja: Kaislan opisto<br>Kuvaus: Hanke opettaa hitsausta.</p>", "Valo"
    )
    assert taught.is_guidance is False
    assert the_project("<p>Toteuttaja: Kaislan opisto</p>", "Valo").is_guidance is None


def test_strategy_behind_a_project_is_no_aim_of_it() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto</p><p>Hanke rakentaa sillan kuntien välille joelle.</p>"
        "<p>Taustalla on elinikäisen ohjauksen strategia 2020–2023.</p>",
        "Valo",
    )
    assert project.is_guidance is False


def test_total_with_its_parts_in_one_value() -> None:
    project = the_project(
        "<p>Hallinnoija: Kaislan opisto<br>Kokonaisbudjetti: 515 375 € (ESR+ ja valtio 412 300 €, "
        "omarahoitus 103 075 €)</p>"
    )
    assert [kind for kind, _, _ in told(project)] == ["total_cost", "granted", "own_funding"]


def test_main_text_is_the_modules_own() -> None:
    around = (
        '<article class="textmodule document" data-draft-type="draft" data-id="b"><h1>Luonnos</h1>'
        '<div class="main"><div class="content enclose">Rahoitus: 888 000 €</div></div></article>'
        "<footer>Sivu maksoi 777 000 euroa</footer>"
    )
    page = a_page(
        "<table><tr><td>Rahoitus</td><td>412 300 €</td></tr></table>"
        "<ul><li><a href='/hankkeet/elotori/b'>Valo sai 666 000 euroa</a></li>"
        "<li><a href='https://valtioneuvosto.fi/hanke?tunnus=OKM901%3A00%2F2099'>Hanke</a></li></ul>"
        "<p>Yhteystiedot: Testi Henkilö</p><p>testi.henkilo@example.org</p>",
        around=around,
    )
    text = SOURCE.scraper().main_text(page)
    assert text is not None
    assert text.split("\n") == [
        "Suunta",
        "Rahoitus: 412 300 €",
        "https://valtioneuvosto.fi/hanke?tunnus=OKM901%3A00%2F2099",
    ]


@pytest.mark.parametrize(
    ("codes", "makes_project"),
    [
        ("Osahankkeiden koodit ovat S21522 ja S21881.", True),
        ("Hanke jatkaa hanketta S21522.", False),
    ],
)
def test_codes_of_its_parts_name_a_project_that_of_another_does_not(
    codes: str, makes_project: bool
) -> None:
    body = f"<p>Kesto: 2.5.2016 – 30.6.2018</p><p>{codes}</p>"
    assert the_project(body).makes_project is makes_project
