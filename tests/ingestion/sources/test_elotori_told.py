"""ELO-tori pages that say in sentences, not behind labels, who runs a project and with whom."""

from __future__ import annotations

import pytest

from ingestion.records import ProjectRecord
from tests.ingestion.sources.test_elotori_pages import SOURCE, a_page, the_project

LEAD = "Hankkeen toteuttaa Kaislan opisto. "
NAME = "Reilu tuuli – uraohjausta nuorten tarpeisiin"


def roles(project: ProjectRecord) -> list[tuple[str, str | None]]:
    return [(party.role, party.name) for party in project.organisations]


def projects(body: str, title: str) -> list[ProjectRecord]:
    said = SOURCE.scraper().parse(a_page(body, title))
    return [item for item in said if isinstance(item, ProjectRecord)]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Hankkeen toteuttaa Kaislan opisto.", "Kaislan opisto"),
        ("Päätoteuttajana toimii Kaislan hyvinvointialue.", "Kaislan hyvinvointialue"),
        ("Kaislan yliopisto vastaa hankkeen toteutuksesta.", "Kaislan yliopisto"),
        ("Hankkeen hallinnoinnista vastaa Kaislan opisto.", "Kaislan opisto"),
        ("Hanketta hallinnoi Kaislan opisto. Kohderyhmä: nuoret", "Kaislan opisto"),
        ("Hankkeen vastuullinen toteuttaja on Kaislan opisto.", "Kaislan opisto"),
        ("Kaislan opisto on hankkeen hallinnoija.", "Kaislan opisto"),
        ("Hankkeen koordinaattorina toimii Kaislan opisto.", "Kaislan opisto"),
        ("Reilu tuuli -hanketta johtaa Kaislan opisto.", "Kaislan opisto"),
        ("Hanke on Kaislan opiston hallinnoima.", "Kaislan opisto"),
        ("Hanke tukee nuoria. Sitä hallinnoi Kaislan opisto.", "Kaislan opisto"),
        ("Hanke jatkaa Valo-hanketta. Sen päätoteuttaja on Kaislan opisto.", "Kaislan opisto"),
        ("Reilu tuuli tukee nuoria. Hankkeen toteuttaa Kaislan opisto.", "Kaislan opisto"),
        ("Projektet genomförs av Vassby kommun.", "Vassby kommun"),
        ("Projektägare är Vassby kommun.", "Vassby kommun"),
        ("Huvudgenomförare är Vassby kommun.", "Vassby kommun"),
        ("Vassby kommun ansvarar för genomförandet av projektet.", "Vassby kommun"),
        ("The project is led by the City of Reedham.", "City of Reedham"),
        ("The lead partner is City of Reedham.", "City of Reedham"),
        ("The project helps people. It is run by the City of Reedham.", "City of Reedham"),
        ("The City of Reedham coordinates the project.", "City of Reedham"),
    ],
)
def test_a_lead_in_a_sentence_makes_a_project(sentence: str, lead: str) -> None:
    project = the_project(f"<p>{sentence}</p>", NAME)
    assert (project.makes_project, roles(project)) == (True, [("lead", lead)])


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Seminaari pidettiin", LEAD),
        ("Kevään ohjauspäivä 12.5.", LEAD),
        ("Valo-hankkeen kuulumiset", LEAD),
        ("Nyhetsbrev", "Projektet leds av Vassby kommun."),
        ("Valo sai rahoituksen", LEAD),
        ("Osaamiskortit", "Kortit on tehty Valo-hankkeessa. " + LEAD),
        ("Osaamisen kortit", "Kortit kehitettiin hankkeessa. " + LEAD),
        ("Osaamisen kortit", "Kortit on tehty Valo-hankkeessa.</p><p>" + LEAD),
        ("Skills cards", "The cards were made in the project. The project is led by Reed College."),
        ("ELO-ryhmä", "Koordinaattorina toimii Kaislan kaupunki."),
        ("ELO-ryhmä", "Ryhmä kokoontuu. Sitä hallinnoi Kaislan kaupunki."),
        (NAME, "Valo-hanketta toteuttaa Kaislan opisto."),
        (NAME, "Toista hanketta toteuttaa Kaislan opisto."),
        (NAME, "Sisarhanke on Valo. Sen päätoteuttaja on Kaislan opisto."),
        (NAME, "Hankkeen viestinnästä vastaa Kaislan opisto."),
        (NAME, "Kaislan opisto toteuttaa hankkeen viestinnän."),
        (NAME, "Verkostoa koordinoi Kaislan opisto."),
        (NAME, "The sister project is led by the City of Reedham."),
        (NAME, "Hankkeen toteuttaa Kaislan opisto. Hankkeen toteuttaa Saran lukio."),
        (NAME, "Osatoteuttajina ovat Kaislan opisto ja Saran lukio."),
    ],
)
def test_news_outputs_and_other_projects_make_none(title: str, body: str) -> None:
    assert projects(f"<p>{body}</p>", title) == []


def test_a_method_with_a_lead_beside_it_stays_an_output() -> None:
    assert projects(f"<p>{LEAD}</p>", "Ohjaajan työkalupakki") == []


def test_a_list_of_projects_tells_their_leads_and_a_chapter_of_a_text_does_not() -> None:
    body = f"<h3>Valo</h3><p>{LEAD}</p><h3>Tähti</h3><p>Hanketta hallinnoi Saran lukio.</p>"
    for title in ("Hankkeet", "Alueen kehittämishankkeita", "Projekt i Österbotten"):
        assert [one.name for one in projects(body, title)] == ["Valo", "Tähti"]
    for title in ("Uutiset", "Uutisia hankkeista", "Tulokset"):
        assert projects(f"<h3>Kuulumisia syksyltä</h3><p>{LEAD}</p>", title) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Osatoteuttajina ovat Saran lukio ja Ruovikon kaupunki.",
        "Osatoteuttajina toimivat Saran lukio sekä Ruovikon kaupunki.",
        "Hankkeen osatoteuttajat ovat Saran lukio ja Ruovikon kaupunki.",
        "Mukana osatoteuttajina ovat Saran lukio ja Ruovikon kaupunki.",
        "Kumppaneina hankkeessa ovat Saran lukio ja Ruovikon kaupunki.",
        "Muut toteuttajat ovat Saran lukio ja Ruovikon kaupunki.",
        "Saran lukio ja Ruovikon kaupunki ovat hankkeen osatoteuttajia.",
        "Lisäksi hanketta toteuttavat Saran lukio ja Ruovikon kaupunki.",
        "Med som delgenomförare är Saran lukio och Ruovikon kaupunki.",
        "Delgenomförare är Saran lukio och Ruovikon kaupunki.",
        "De övriga genomförarna är Saran lukio och Ruovikon kaupunki.",
        "The partners are Saran lukio and Ruovikon kaupunki.",
    ],
)
@pytest.mark.parametrize("lead", [LEAD, "Toteuttaja: Kaislan opisto<br>"])
def test_partners_in_a_sentence(lead: str, sentence: str) -> None:
    assert roles(the_project(f"<p>{lead}{sentence}</p>", NAME)) == [
        ("lead", "Kaislan opisto"),
        ("partner", "Saran lukio"),
        ("partner", "Ruovikon kaupunki"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Yhteistyössä Saran lukion kanssa kehitetään palveluja.",
        "Yhteistyökumppaneina ovat Saran lukio ja Ruovikon kaupunki.",
        "Mukana ovat Saran lukio ja Ruovikon kaupunki.",
        "Samarbetspartner är Vassby kommun.",
        "Valo-hankkeen osatoteuttajana on Saran lukio.",
    ],
)
def test_cooperation_is_no_role(sentence: str) -> None:
    assert roles(the_project(f"<p>{LEAD}{sentence}</p>", NAME)) == [("lead", "Kaislan opisto")]


def test_a_sentence_behind_a_labelled_name_is_no_part_of_it() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto. Osatoteuttajina ovat Saran lukio ja Vihvilän kunta.</p>"
    )
    assert roles(project) == [
        ("lead", "Kaislan opisto"), ("partner", "Saran lukio"), ("partner", "Vihvilän kunta"),
    ]  # fmt: skip
    kept = the_project("<p>Toteuttajat: Kaislan Nuoret r.y. Saran osasto, Saran lukio.</p>")
    assert roles(kept)[-1] == ("partner", "Saran lukio")


def test_labels_win_over_sentences() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto<br>Osatoteuttaja: Saran lukio</p>"
        "<p>Hanketta hallinnoi Ruovikon kaupunki. Osatoteuttajana on Vihvilän kunta.</p>"
    )
    assert roles(project) == [("lead", "Kaislan opisto"), ("partner", "Saran lukio")]


def test_a_coordinator_in_a_sentence_stands_beside_the_lead() -> None:
    project = the_project(f"<p>{LEAD}Hanketta koordinoi Saran lukio.</p>", NAME)
    assert roles(project) == [("lead", "Kaislan opisto"), ("coordinator", "Saran lukio")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The project belongs to the ministry's project STM901:00/2099.",
        "The project falls under the project STM901:00/2099.",
        "Hanke kuuluu hankkeeseen STM901:00/2099.",
        "Hanke kuuluu sosiaali- ja terveysministeriön hankekokonaisuuteen STM901:00/2099.",
        "Hanke on osa hanketta STM901:00/2099.",
        "Projektet hör till projektet STM901:00/2099.",
        "Projektet tillhör helheten STM901:00/2099.",
        "Projektet ingår i STM901:00/2099.",
    ],
)
def test_the_number_of_what_it_belongs_to_is_not_its_own(sentence: str) -> None:
    project = the_project(f"<p>Toteuttaja: Kaislan opisto</p><p>{sentence}</p>")
    assert [(code.role, code.value) for code in project.codes] == [("related", "STM901:00/2099")]


def test_who_belongs_to_the_target_group_takes_no_code_away() -> None:
    project = the_project(
        "<p>Toteuttaja: Kaislan opisto</p>"
        "<p>Kohderyhmään kuuluvat nuoret, ja hankkeen tunnus on STM901:00/2099.</p>"
    )
    assert [(code.role, code.value) for code in project.codes] == [("own", "STM901:00/2099")]
