"""Overlaps among ideas whose words the concept table never saw, in three languages.

Of each idea two tellings share place and time; the other two, and all other ideas, are the near
misses. Themes and groups are what the parsers read from the same texts.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingestion.records import OrganisationMention, ProjectRecord, RegionMention
from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance
from tests.dbt.cases import new_landing
from tests.dbt.fixture import NIGHT
from tests.dbt.further_ideas import FURTHER_IDEAS
from tests.dbt.retold_ideas import IDEAS
from tests.dbt.rows import PAGES
from tests.dbt.warehouse import Warehouse, build

pytestmark = pytest.mark.dbt

LANGUAGES = ("fi", "fi", "sv", "en")
PLACES = (("06", 2019), ("06", 2022), ("13", 2022))
#: Ideas with the average precision that must be reached. A pair of two short texts of which the
#: parsers read neither theme nor people cannot be found, whatever the table holds.
SETS = {"retold": (IDEAS, 0.68), "further": (FURTHER_IDEAS, 0.93)}

Ideas = dict[str, tuple[tuple[str, str], ...]]


def _place_of(number: int, telling: int) -> tuple[str, int]:
    """Two tellings of an idea, other ones from idea to idea, meet in the first place and time."""
    if telling in (number % 4, (number + 1 + number // 4) % 4):
        return PLACES[0]
    return PLACES[1] if telling % 2 else PLACES[2]


def _true_pairs(ideas: Ideas) -> set[frozenset[str]]:
    found = set()
    for number, idea in enumerate(ideas):
        for place in PLACES:
            here = [f"{idea}-{t}" for t in range(4) if _place_of(number, t) == place]
            found |= {frozenset((a, b)) for a in here for b in here if a < b}
    return found


def _record(number: int, idea: str, telling: int, name: str, summary: str) -> ProjectRecord:
    maakunta, year = _place_of(number, telling)
    language = LANGUAGES[telling]
    guidance = judge_guidance(name, summary)
    names = {f"name_{language}": name}
    return ProjectRecord(
        native_id=f"{idea}-{telling}",
        source_url=f"https://page.example/{idea}-{telling}",
        language=language,
        summary=summary,
        start_date=date(year, 1 + number % 3, 1 + telling),
        start_precision="day",
        end_date=date(year + 1, 6 + number % 5, 20 + telling),
        end_precision="day",
        organisations=(OrganisationMention(role="lead", name=f"Opisto {number} {telling}"),),
        regions=(RegionMention(maakunta_code=maakunta, basis="target_area"),),
        is_guidance=guidance.is_guidance,
        guidance_evidence=guidance.evidence,
        themes=find_themes(name, summary),
        target_groups=find_target_groups(name, summary),
        **names,
    )


def _ranked(ideas: Ideas, home: Path, work: Path) -> Warehouse:
    """A warehouse that holds nothing but these ideas."""
    landing = new_landing(NIGHT)
    for number, (idea, tellings) in enumerate(ideas.items()):
        for telling, (name, summary) in enumerate(tellings):
            landing.add(PAGES, _record(number, idea, telling, name, summary))
    landing.write(home)
    return build(home, "holdout", work)


@pytest.mark.parametrize("name", sorted(SETS))
def test_retold_ideas_rank_before_all_others(name: str, tmp_path: Path, dbt_work: Path) -> None:
    ideas, floor = SETS[name]
    rows = _ranked(ideas, tmp_path, dbt_work).rows(
        """
        select a.native_id as a, b.native_id as b
        from marts.mart_project_overlap as overlap
        inner join marts.bridge_project_source as a on overlap.project_id_a = a.project_id
        inner join marts.bridge_project_source as b on overlap.project_id_b = b.project_id
        order by overlap.score desc, a.native_id, b.native_id
        """
    )
    pairs = [frozenset((row["a"], row["b"])) for row in rows]
    true = _true_pairs(ideas)
    hits, total = 0, 0.0
    for place, pair in enumerate(pairs, start=1):
        if pair in true:
            hits += 1
            total += hits / place
    average_precision = total / len(true)
    missed = sorted(map(sorted, true - set(pairs)))
    print(f"{name}: AP {average_precision:.3f}, {len(pairs)} listed, {len(true)} true", missed)  # noqa: T201
    assert len(true) >= len(ideas)
    assert average_precision >= floor
