"""The cases of the fixture warehouse: invented projects, each showing one rule.

`add_cases` fills a landing and gives the record ids by a short name. Expected results stand in
the tests.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from ingestion.records import (
    Amount,
    Code,
    OrganisationMention,
    OrganisationRecord,
    ProjectRecord,
    RegionMention,
)
from tests.dbt.fixture import FETCHED, Landing
from tests.dbt.released_cases import RELEASED
from tests.dbt.rows import (
    GOVERNMENT,
    GRANTS,
    NEWS,
    PAGES,
    REGISTER,
    eura,
    granted,
    lead,
    page,
    register_row,
)

HAME_LONG = "Hämeen elinkeino-,  liikenne- ja ympäristökeskus"


def new_landing(night: date) -> Landing:
    """A landing with the five kinds of sources that the rules tell apart."""
    landing = Landing(night=night)
    landing.source(REGISTER, default=90, **{"project.amounts": 95})
    landing.source(GOVERNMENT, default=70)
    landing.source(PAGES, default=40, **{"project.summary": 99})
    landing.source(NEWS, default=30)
    landing.source(GRANTS, default=85)
    return landing


def add_cases(landing: Landing) -> dict[str, str]:
    """Land all cases; gives record ids by case name."""
    ids: dict[str, str] = {}
    for add in (_register, _joint, _government, _pages, *RELEASED):
        ids |= add(landing)
    return ids


def _register(landing: Landing) -> dict[str, str]:
    period = {
        "start_date": date(2016, 1, 1),
        "end_date": date(2018, 12, 31),
        "start_precision": "day",
        "end_precision": "day",
    }
    body = (OrganisationMention(role="funder", name=HAME_LONG),)
    suunta = register_row(
        "S20001",
        name="Suunta selväksi",
        organisations=(lead("Majavan koulutuskuntayhtymä"), *body),
        amounts=(granted("1000.50"), Amount(kind="total_cost", amount=Decimal("2000"))),
        instrument="ESR",
        status="ongoing",
        **period,
    )
    detail = suunta.model_copy(
        update={
            "part": "detail",
            "name": "Suunta selväksi",
            "amounts": (granted("1000.50"),),
            "programme": "Kestävää kasvua ja työtä 2014–2020",
            "regions": (RegionMention(maakunta_code="05", basis="target_area"),),
        }
    )
    landing.add(REGISTER, suunta)
    return {
        "suunta": landing.add(REGISTER, detail, FETCHED + timedelta(minutes=1)),
        "twin_a": landing.add(
            REGISTER, register_row("S20011", name="Kaksoset", organisations=(lead("Saukon kunta"),))
        ),
        "twin_b": landing.add(
            REGISTER, register_row("S20012", name="Kaksoset", organisations=(lead("Saukon kunta"),))
        ),
        "open_end": landing.add(
            REGISTER,
            register_row(
                "S20013",
                name="Loppu puuttuu",
                organisations=(lead("KUVITTEELLINEN, HENKILÖ"),),
                status="ended",
                start_date=date(2015, 6, 1),
                start_precision="month",
                amounts=(
                    granted("100", qualifier="max"),
                    granted("200", is_annual=True),
                    granted("41000000", currency="SEK"),
                    Amount(kind="applied", amount=Decimal("999")),
                ),
            ),
        ),
    }


def _joint(landing: Landing) -> dict[str, str]:
    shared = {"name": "Yhteinen polku", "start_date": date(2019, 1, 1), "start_precision": "day"}
    both = (eura("S20002"), eura("S20003"))
    return {
        "part": landing.add(
            REGISTER, register_row("S20002", organisations=(lead("Ilveksen kunta"),), **shared)
        ),
        "lead_part": landing.add(
            REGISTER, register_row("S20003", organisations=(lead("Saukon opisto"),), **shared)
        ),
        "joint_page": landing.add(
            PAGES,
            page(
                "joint",
                name_fi="Yhteinen polku",
                codes=both,
                organisations=(lead("SAUKON OPISTO"),),
            ),
        ),
    }


def _government(landing: Landing) -> dict[str, str]:
    landing.add(
        GOVERNMENT,
        OrganisationRecord(
            native_id="org-1",
            source_url="https://gov.example/org-1",
            name_fi="Opetus- ja kulttuuriministeriö",
            name_sv="Undervisnings- och kulturministeriet",
        ),
    )
    number = Code(scheme="hanke_tunnus", value="OKM901:00/2099", role="own")

    def item(native_id: str, **values: object) -> ProjectRecord:
        return ProjectRecord.model_validate(
            {
                "native_id": native_id,
                "source_url": f"https://gov.example/{native_id}",
                "name_fi": f"Hanke {native_id}",
                "organisations": (OrganisationMention(role="lead", ref="org-1"),),
                **values,
            }
        )

    return {
        "gov": landing.add(
            GOVERNMENT,
            item(
                "g1",
                name_fi="Osaamisen tunnistamisen työryhmä",
                name_sv="Arbetsgruppen för identifiering av kunnande",
                codes=(number, Code(scheme="vn_case", value="VN/90001/2099", role="own")),
                start_date=date(2026, 1, 1),
                start_precision="day",
                status="ongoing",
            ),
        ),
        "gov_cancelled": landing.add(
            GOVERNMENT,
            item("g2", status="cancelled", end_date=date(2027, 1, 1), end_precision="day"),
        ),
        "gov_planned": landing.add(
            GOVERNMENT, item("g3", start_date=date(2027, 2, 1), start_precision="month")
        ),
        "law": landing.add(GOVERNMENT, item("g4", makes_project=False)),
        "gov_page": landing.add(
            PAGES,
            page(
                "both-codes",
                name_fi="Tunnistaen eteenpäin",
                codes=(eura("S20004"), number),
                organisations=(lead("Majavan opisto ry"),),
            ),
        ),
        "case_page": landing.add(
            PAGES,
            page(
                "case",
                name_sv="Arbetsgruppens sida",
                codes=(Code(scheme="vn_case", value="vn/90001/2099", role="own"),),
            ),
        ),
    }


def _pages(landing: Landing) -> dict[str, str]:
    return {
        "suunta_page": landing.add(
            PAGES,
            page(
                "suunta",
                name_fi="Suunta selväksi -hanke",
                summary="Ohjausta nuorille.",
                organisations=(
                    lead("Majavan Koulutuskuntayhtymä"),
                    OrganisationMention(role="funder", name="NTM-centralen i Tavastland"),
                ),
                start_date=date(2016, 2, 1),
                start_precision="month",
                is_guidance=True,
                guidance_evidence="ohjausta",
                amounts=(Amount(kind="total_cost", amount=Decimal("2500"), from_prose=True),),
                regions=(RegionMention(maakunta_code="05", basis="text"),),
            ),
        ),
        "twin_page": landing.add(
            PAGES, page("twin", name_fi="Kaksoset", organisations=(lead("Saukon kunta"),))
        ),
        "other_region": landing.add(
            PAGES,
            page(
                "other-region",
                name_fi="Suunta selväksi",
                organisations=(lead("Majavan koulutuskuntayhtymä"),),
                regions=(RegionMention(maakunta_code="19", basis="text"),),
            ),
        ),
        "successor": landing.add(
            PAGES,
            page(
                "successor",
                name_fi="Suunta selväksi",
                organisations=(lead("Majavan koulutuskuntayhtymä"),),
                start_date=date(2021, 1, 1),
                start_precision="year",
            ),
        ),
    }
