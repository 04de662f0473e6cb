"""One body of the world, one organisation: the ids of the mentions against the truth.

`make truth PROJECTS=1000 SEED=1` runs this on any world too; `pytest -s` shows every disagreement.
"""

from __future__ import annotations

import duckdb
import pytest

from ingestion.sandbox.bodies import Bodies, Mention, rate_bodies
from tests.e2e.nights import PROJECTS, Nights

pytestmark = pytest.mark.e2e

#: No two bodies share an id: a wrong join moves money and leads to somebody else.
PRECISION_FLOOR = 0.998
#: A name in another language that no register, number or shared project explains stays apart.
RECALL_FLOOR = 0.97

_MENTIONS = """
    select distinct records.source_id, records.native_id, named.role, named.name,
        named.organisation_id
    from intermediate.int_organisations__mentioned as named
    inner join intermediate.int_records__united as records using (record_id)
"""
_LEADS = """
    select distinct records.source_id, records.native_id, 'published_lead', leads.name,
        leads.organisation_id
    from marts.bridge_project_source as records
    inner join marts.dim_project as projects using (project_id)
    inner join marts.dim_organisation as leads
        on projects.lead_organisation_id = leads.organisation_id
"""


@pytest.fixture(scope="module")
def mentions(nights: Nights) -> list[Mention]:
    """Every organisation in a role of a record, and the leads of the published projects."""
    # all nights of this home read one world, and the newest files of the builds are kept
    runs = [manifest["run"]["run_id"] for manifest in nights.manifests.values()]
    builds = [path for run in runs if (path := nights.home / "build" / f"{run}.duckdb").exists()]
    with duckdb.connect(str(builds[-1]), read_only=True) as connection:
        rows = connection.execute(f"{_MENTIONS} union all {_LEADS}").fetchall()
    return [Mention(*row) for row in rows]


@pytest.fixture(scope="module")
def bodies(nights: Nights, mentions: list[Mention]) -> Bodies:
    """All of them against the truth."""
    rated = rate_bodies(nights.truth, mentions)
    print(rated)  # noqa: T201
    return rated


def test_enough_is_compared(bodies: Bodies, mentions: list[Mention]) -> None:
    assert bodies.mentions >= PROJECTS * 4
    assert len(bodies.groups) >= PROJECTS / 3
    assert bodies.unknown.total() <= bodies.mentions / 100
    assert {one.role for one in mentions} >= {"lead", "partner", "funder", "published_lead"}


def test_an_id_means_one_body(bodies: Bodies) -> None:
    for precision, _ in (bodies.pairs, bodies.b3):
        assert precision >= PRECISION_FLOOR, bodies.joined


def test_a_body_has_one_id(bodies: Bodies) -> None:
    for _, recall in (bodies.pairs, bodies.b3):
        assert recall >= RECALL_FLOOR, sorted(bodies.split)


def test_leads_of_published_projects_are_the_true_ones(
    nights: Nights, mentions: list[Mention]
) -> None:
    leads = rate_bodies(nights.truth, [one for one in mentions if one.role == "published_lead"])
    assert leads.mentions >= PROJECTS
    for precision, recall in (leads.pairs, leads.b3):
        assert precision >= PRECISION_FLOOR, leads.joined
        assert recall >= RECALL_FLOOR, sorted(leads.split)
