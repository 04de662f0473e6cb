"""Cases of releases, grants and what stands beside projects.

`RELEASED` fills a landing and gives the record ids by a short name, as `cases.py` does.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from ingestion.records import (
    FundingRecord,
    MilestoneRecord,
    OutputRecord,
    ProjectMention,
)
from tests.dbt.fixture import FETCHED, Landing
from tests.dbt.rows import (
    GOVERNMENT,
    GRANTS,
    NEWS,
    PAGES,
    REGISTER,
    eura,
    granted,
    lead,
    release,
)


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


RELEASED = (_releases, _grants, _others)
