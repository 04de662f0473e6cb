"""ELO-tori pages of umbrellas and programmes: which projects they name as their own parts."""

from __future__ import annotations

import pytest

from ingestion.records import NamedProject, ProjectRecord
from tests.ingestion.sources.test_elotori_pages import SOURCE, a_page, the_project

_OWN = "<p>Toteuttaja: Kaislan opisto<br>Hankekoodi: S39900</p>"


def parts_of(body: str) -> list[str | None]:
    return [part.name for part in the_project(_OWN + body).subprojects]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Kokonaisuuteen kuuluvat hankkeet:</p><ul><li>Tähti</li><li>Valo</li></ul>",
        "<h3>Osahankkeet</h3><ol><li>Valo</li><li>Tähti</li></ol>",
        "<p>Osahankkeet:<br>Valo<br>Tähti</p>",
        "<p>Delprojekt:</p><p>• Valo<br>• Tähti</p>",
        "<p>Delprojekt:</p><p>– Valo</p><p>– Tähti</p>",
        "<p>Ohjelman hankkeet: Valo ja Tähti.</p>",
        "<p>Sub-projects:</p><p>Valo; Tähti</p>",
        "<p>Hankkeen osahankkeet ovat ”Valo” ja ”Tähti”.</p>",
        "<table><tr><td>Osahankkeet</td><td>Valo, Tähti</td></tr></table>",
        "<p><strong>The programme consists of the following projects</strong></p>"
        "<ul><li>Valo</li><li>Tähti</li></ul>",
    ],
)
def test_forms_of_naming_parts(body: str) -> None:
    assert parts_of(body) == ["Tähti", "Valo"]


@pytest.mark.parametrize(
    "body",
    [
        "<h3>Osahankkeet</h3>",
        "<p>Osahankkeet:</p><p>Hanketta toteutetaan kuntien kanssa yhdessä kolmen vuoden ajan.</p>",
        "<p>Sisarhankkeet:</p><ul><li>Valo</li></ul>",
        "<p>Samaan kokonaisuuteen kuuluvat hankkeet:</p><ul><li>Valo</li></ul>",
        "<p>Muut hankkeet: Valo, Tähti</p>",
        "<p>Osatoteuttajat:</p><ul><li>Saran lukio</li></ul>",
    ],
)
def test_what_names_no_parts(body: str) -> None:
    assert parts_of(body) == []


def test_codes_and_links_of_parts_stay_with_their_names() -> None:
    project = the_project(
        f"{_OWN}<p>Osahankkeet:</p><ul>"
        "<li><a href='/hankkeet/elotori/valo?s=1'>Valo</a>, Saran lukio</li><li>Tähti (S39902)</li>"
        "<li>Silta "
        "<a href='https://valtioneuvosto.fi/hanke?tunnus=OKM901%3A00%2F2099'>hanke</a></li>"
        "<li><a href='/p/keksitty'>Lumi</a></li></ul>"
    )
    found = {part.name: part for part in project.subprojects}
    assert found["Valo"] == NamedProject(name="Valo", url="https://peda.net/hankkeet/elotori/valo")
    assert [found[name].code for name in ("Lumi", "Valo")] == [None, None]
    assert found["Tähti"].code is not None
    assert found["Tähti"].code.value == "S39902"
    assert found["Silta hanke"].code is not None
    assert found["Silta hanke"].code.value == "OKM901:00/2099"
    # Another project's number in `codes` would say that this one is part of that.
    assert [code.value for code in project.codes] == ["S39900"]


def test_chapters_below_an_announcement_are_parts() -> None:
    said = SOURCE.scraper().parse(
        a_page(
            f"{_OWN}<h2>Osahankkeet</h2><h3>Valo</h3><p>Toteuttaja: Saran lukio</p>"
            "<h3>Tähti</h3><p>Toteuttaja: Kaislan opisto</p>"
            "<h2>Majakka</h2><p>Toteuttaja: Saran lukio</p>"
        )
    )
    projects = {item.name: item for item in said if isinstance(item, ProjectRecord)}
    assert list(projects) == ["Suunta", "Majakka", "Valo", "Tähti"]
    assert [part.name for part in projects["Suunta"].subprojects] == ["Tähti", "Valo"]
    assert projects["Valo"].subprojects == ()


def test_a_page_of_nothing_but_parts_lands_without_making_a_project() -> None:
    project = the_project("<p>Osahankkeet:</p><ul><li>Valo</li><li>Tähti</li></ul>")
    assert not project.makes_project
    assert len(project.subprojects) == 2
