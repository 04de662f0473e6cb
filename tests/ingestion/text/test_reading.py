"""The whole reading of one text as the command prints it, and its cost."""

import json
import time

import pytest

from ingestion.text.reading import read_text

TEXT = """Ohjauspalvelujen kehittämiseen haettavissa ESR+-rahoitusta (Kymenlaakso, Päijät-Häme)
Haussa on käytettävissä enintään 2,3 miljoonaa euroa.
Haku on avoinna 12.10.–11.12.2099 klo 16.15. Järvikunnan opiston Valo-hankkeelle (S39901)
myönnettiin 412 300,50 euroa. Hanke kehittää nuorten uraohjausta."""


def test_json() -> None:
    told = read_text(TEXT, "https://valtioneuvosto.fi/hanke?tunnus=OKM901%3A00%2F2099").as_json()
    assert json.loads(json.dumps(told)) == told
    assert told == {
        "amounts": [
            {
                "value": "2300000", "currency": "EUR", "kind": "call_budget", "qualifier": "max",
                "is_annual": False, "quote": "enintään 2,3 miljoonaa euroa",
            },
            {
                "value": "412300.50", "currency": "EUR", "kind": "granted", "qualifier": "exact",
                "is_annual": False, "quote": "412 300,50 euroa",
            },
        ],
        "periods": [
            {
                "start": "2099-10-12", "end": "2099-12-11", "start_precision": "day",
                "end_precision": "day",
            }
        ],
        "dates": ["2099-12-11"],
        "codes": [
            {"scheme": "eura", "value": "S39901"},
            {"scheme": "hanke_tunnus", "value": "OKM901:00/2099"},
        ],
        "organisations": [{"name": "Järvikunnan opisto", "role": "lead"}],
        "regions": ["08", "07"],
        "is_guidance": True,
    }  # fmt: skip


def test_labelled_organisations_have_their_roles() -> None:
    text = (
        "Rahoittaja:\nSuomen kestävän kasvun ohjelma (RRF)\nToteuttajat:\nTestiministeriö, "
        "Järvikunnan opisto (osatoteuttaja) ja Satamakaupunki\nVastuuviranomainen: Opetushallitus\n"
        "Organisaatiotyyppi: Ammatillinen oppilaitos"
    )
    told = read_text(text).as_json()["organisations"]
    assert [(organisation["role"], organisation["name"]) for organisation in told] == [
        ("lead", "Testiministeriö"),
        ("partner", "Järvikunnan opisto"),
        ("partner", "Satamakaupunki"),
        ("funder", "Opetushallitus"),
    ]


def test_empty_text() -> None:
    told = read_text("").as_json()
    assert [key for key, value in told.items() if value] == []


@pytest.mark.parametrize(
    "hostile",
    ["1 " * 20_000, "1.1." * 10_000, "Aa-" * 10_000, "ei " * 10_000, "a" * 50_000, "(" * 20_000,
     "ja " * 10_000, "\n" * 20_000, "Aan " * 8_000, "1 000 " * 8_000, "hanke " * 6_000],
)  # fmt: skip
def test_hostile_text_costs_little(hostile: str) -> None:
    """No pattern backtracks without bound; the limit is wide because cores are shared."""
    started = time.process_time()
    read_text(hostile)
    assert time.process_time() - started < 5
