"""What counts as lifelong guidance, and what only sounds like it."""

import pytest

from ingestion.text.guidance import judge_guidance

GUIDANCE = [
    "Uraohjauksen kehittäminen",
    "Hankkeessa kehitetään nuorten ohjausta ja neuvontaa nivelvaiheessa.",
    "Ohjaamopalvelujen vahvistaminen maakunnassa",
    "Osaamisen tunnistamisen malli työikäisille",
    "Opinto-ohjaajien täydennyskoulutus",
    "Elinikäisen ohjauksen koordinaatio",
    "Ohjauksen laadun arviointi",
    "Uravalmennusta työttömille",
    "Vahvistetaan urasuunnittelutaitoja.",
    "Hanke tukee nuoria löytämään oman alansa ja tekemään jatkosuunnitelmia.",
    "Autetaan aikuisia suunnittelemaan uraansa.",
    "Kartoitetaan osaaminen ja laaditaan suunnitelma.",
    "Utveckling av vägledning för unga",
    "Livslång vägledning i Österbotten",
    "Projektet hjälper unga att planera sina studier och sitt yrkesliv.",
    "Building career guidance services for adults",
    "We help adults to plan their careers and recognise their skills.",
]
NOT_GUIDANCE = [
    "Nuorten polku, silta ja kompassi",
    "Tietopolku ja digisilta kuntiin",
    "Hankkeen ohjausryhmä kokoontui nuorten kanssa.",
    "Ohjausjärjestelmien energiatehokkuus teollisuudessa",
    "Vesistöjen tulvaohjaus ja säännöstely",
    "Liikenteen ohjausta uudistetaan.",
    "Asiakasohjauksen uudistaminen sote-palveluissa",
    "Työnohjausta hoitajille",
    "Traktorin ohjaamo",
    "Koulutetaan lähihoitajia maahanmuuttajille.",
    "Rekrytointi ja työllistäminen yrityksiin",
    "Työnvälitystä työttömille",
    "Laadukasta opetusta ja pedagogiikkaa",
    "Hankkeessa ei anneta uraohjausta.",
    "Tutkimus uraohjauksesta",
    "Research on the history of career guidance",
    "Handledning för vårdpersonal",
    "Vägledande beslut om bidrag",
    "The project provides application guidance.",
    "Steering and control systems",
    "Urapolkuja metsäalalle",
    "Ohjaus",
    "",
]


@pytest.mark.parametrize("text", GUIDANCE)
def test_guidance(text: str) -> None:
    found = judge_guidance(text)
    assert found.is_guidance
    assert found.evidence == text


@pytest.mark.parametrize("text", NOT_GUIDANCE)
def test_no_guidance(text: str) -> None:
    found = judge_guidance(text)
    assert (found.is_guidance, found.evidence) == (False, None)


def test_the_first_text_that_states_it_is_the_evidence() -> None:
    found = judge_guidance("Kirkas polku", None, "Tietoa. Uraohjausta kehitetään. Muuta.")
    assert found.evidence == "Uraohjausta kehitetään."


def test_long_evidence_is_cut_around_the_words() -> None:
    found = judge_guidance("sana " * 200 + "uraohjausta " + "sana " * 200)
    assert found.evidence is not None
    assert "uraohjausta" in found.evidence
    assert len(found.evidence) < 260
