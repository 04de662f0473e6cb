"""The cases of the fixture warehouse: invented projects, each showing one rule.

`add_cases` fills a landing and gives the record ids by a short name. Expected results stand in
the tests.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from ingestion.records import (
    Amount,
    Code,
    FundingRecord,
    MilestoneRecord,
    OrganisationMention,
    OrganisationRecord,
    OutputRecord,
    ProjectMention,
    ProjectRecord,
    RegionMention,
    ReleaseRecord,
)
from tests.dbt.fixture import FETCHED, Landing

REGISTER, GOVERNMENT, PAGES, NEWS, GRANTS = "aa_reg", "bb_gov", "cc_page", "dd_news", "ee_grant"
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
    for add in (_register, _joint, _government, _pages, _releases, _grants, _others):
        ids |= add(landing)
    return ids


def eura(code: str, role: str = "own") -> Code:
    """A EURA project code."""
    return Code(scheme="eura", value=code, role=role)


def lead(name: str) -> OrganisationMention:
    """An organisation as lead."""
    return OrganisationMention(role="lead", name=name)


def granted(amount: str, **more: object) -> Amount:
    """A granted sum."""
    return Amount.model_validate({"kind": "granted", "amount": Decimal(amount), **more})


def register_row(code: str, **values: object) -> ProjectRecord:
    """A row of the register."""
    return ProjectRecord.model_validate(
        {
            "native_id": code,
            "source_url": f"https://reg.example/{code}",
            "codes": (eura(code),),
            **values,
        }
    )


def page(native_id: str, **values: object) -> ProjectRecord:
    """A project page."""
    return ProjectRecord.model_validate(
        {"native_id": native_id, "source_url": f"https://page.example/{native_id}", **values}
    )


def release(native_id: str, **values: object) -> ReleaseRecord:
    """A press release of the Häme centre."""
    return ReleaseRecord.model_validate(
        {
            "native_id": native_id,
            "source_url": f"https://news.example/{native_id}",
            "title": f"Tiedote {native_id}",
            "publisher_id": "7",
            "publisher": "Hämeen ELY-keskus",
            "published_at": datetime(2024, 5, 6, 7, 0, tzinfo=UTC),
            "language": "fi",
            **values,
        }
    )


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


def _releases(landing: Landing) -> dict[str, str]:
    later = datetime(2024, 5, 6, 7, 1, 30, tzinfo=UTC)
    fi = ProjectMention(
        native_id="80000001",
        name_fi="Kompassi käteen",
        organisations=(lead("Ahman opisto"),),
        amounts=(granted("300000", from_prose=True),),
    )
    sv = ProjectMention(
        native_id="80000002",
        name_sv="Kompass i handen",
        organisations=(lead("Ahman opisto"),),
        amounts=(granted("310000", from_prose=True, qualifier="approx"),),
    )
    known = ProjectMention(
        native_id="80000003",
        name_fi="Suunta selväksi",
        codes=(eura("S20001"),),
        amounts=(granted("1000", from_prose=True, qualifier="approx"),),
    )
    nameless = ProjectMention(
        native_id="80000004", name_fi="Hämärä hanke", amounts=(granted("7", from_prose=True),)
    )
    pair = tuple(
        ProjectMention(
            native_id=f"80000005#{n}",
            name_fi=f"Monen hanke {n}",
            organisations=(lead("Karpin kunta"),),
        )
        for n in (1, 2)
    )
    tags = {"tagged_regions": ("05", "07")}
    ids = {
        "release_fi": landing.add(NEWS, release("80000001", mentions=(fi,), **tags)),
        "release_sv": landing.add(
            NEWS,
            release(
                "80000002",
                mentions=(sv,),
                language="sv",
                published_at=later,
                tagged_regions=("07", "05"),
            ),
        ),
    }
    landing.add(NEWS, release("80000003", mentions=(known,)))
    landing.add(NEWS, release("80000004", mentions=(nameless,)))
    landing.add(NEWS, release("80000005", mentions=pair))
    landing.add(NEWS, release("80000006"))
    return ids


def _grants(landing: Landing) -> dict[str, str]:
    def decision(native_id: str, amount: str | None, on: date, **values: object) -> FundingRecord:
        money = {"kind": "granted", "amount": amount, "decision_date": on}
        return FundingRecord.model_validate(
            {
                "native_id": native_id,
                "source_url": "https://grant.example/",
                "purpose": "Ohjaajien täydennyskoulutus",
                "recipient": "Näädän kansanopisto",
                "funder": "Opetushallitus",
                "instrument": "STATE",
                "amounts": (money,),
                **values,
            }
        )

    first, second = date(2022, 3, 1), date(2022, 9, 1)
    own = {"codes": (eura("S20050"),)}
    return {
        "decision": landing.add(GRANTS, decision("c1|1", "5000", first, **own)),
        "amended": landing.add(GRANTS, decision("c1|1#2", "6000", second, **own)),
        "uncoded": landing.add(GRANTS, decision("c5|1", "700", first, purpose="Salainen alku")),
        "uncoded_amended": landing.add(
            GRANTS,
            decision("c5|1#2", "900", second, purpose="Salainen", project_native_id="c5|1"),
        ),
        "person": landing.add(
            GRANTS,
            decision("c2|natural person", "800", first, recipient=None, recipient_is_person=True),
        ),
        "refused": landing.add(GRANTS, decision("c3|1", "0", first, recipient="Tyhjä ry")),
        "not_published": landing.add(
            GRANTS, decision("c4|1", None, first, recipient="Hiljainen r.y.", purpose="Salainen")
        ),
    }


def _others(landing: Landing) -> dict[str, str]:
    landing.quarantine.append(
        {
            "source_id": REGISTER,
            "source_url": "https://reg.example/list",
            "native_id": None,
            "row": "S29999,rikki",
            "field": None,
            "step": "status_dates",
            "reason": "no status",
            "content_sha256": "0" * 64,
            "quarantined_at": FETCHED,
        }
    )
    landing.add(
        GOVERNMENT,
        MilestoneRecord(
            native_id="g1:1",
            source_url="https://gov.example/g1",
            project_native_id="g1",
            label="Väliraportti",
            due_on=date(2026, 12, 31),
            precision="month",
        ),
    )
    landing.add(
        GOVERNMENT,
        MilestoneRecord(
            native_id="g4:1",
            source_url="https://gov.example/g4",
            project_native_id="g4",
            label="HE",
        ),
    )
    return {
        "output": landing.add(
            PAGES,
            OutputRecord(
                native_id="tool",
                source_url="https://page.example/tool",
                output_type="tool",
                title="Suuntakortit",
                codes=(eura("S20001", "related"),),
            ),
        )
    }
