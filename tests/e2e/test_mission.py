"""Measures, planned money and environments of projects, against what the world says of them.

Precision is held against everything that is true; recall against what some place shows: the
statement where it is printed, the work where the aim stands.
"""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from ingestion.sandbox.truth import read_rows
from matching.quality import rate_pairs
from tests.e2e.nights import Nights
from tests.e2e.real import real_projects

pytestmark = pytest.mark.e2e

PRECISION_FLOOR = 0.9
#: Least recall of what is shown, by kind and by whether the project tells it or does the work.
RECALL_FLOORS = {
    ("measure", "told"): 0.8,
    ("envelope", "told"): 0.8,
    ("environment", "told"): 0.8,
    ("measure", "work"): 0.6,
    ("environment", "work"): 0.6,
}
_BRIDGES = {
    "measure": "select project_id, measure_id, basis from marts.bridge_project_measure",
    "envelope": "select project_id, envelope_id, basis from marts.bridge_project_envelope",
    "environment": "select project_id, environment_code, 'stated' "
    "from marts.bridge_project_environment",
}
Link = tuple[str, str]


@pytest.fixture(scope="module")
def truth_of(nights: Nights) -> dict[str, str]:
    """Published project -> the real one that most of its records show."""
    owner = {
        (source_id, native_id): project_id
        for source_id, native_id, project_id in nights.query(
            "select source_id, native_id, project_id from marts.bridge_project_source"
        )
    }
    shown = ((row["source_id"], row["native_id"], row["truth_id"]) for row in
             read_rows(nights.truth, "records") if row["truth_id"] is not None)  # fmt: skip
    return real_projects(
        (str(owner[source_id, native_id]), truth_id)
        for source_id, native_id, truth_id in shown
        if (source_id, native_id) in owner
    )


@pytest.fixture(scope="module")
def true_links(nights: Nights) -> dict[tuple[str, str], set[Link]]:
    """(kind, basis) -> project and subject."""
    found: defaultdict[tuple[str, str], set[Link]] = defaultdict(set)
    for row in read_rows(nights.truth, "mission_links"):
        found[row["subject_kind"], row["basis"]].add((row["truth_id"], row["subject_id"]))
    return dict(found)


@pytest.fixture(scope="module")
def shown(nights: Nights) -> dict[str, set[tuple[str, str]]]:
    """Real project -> what some readable place tells, and (`aim`, ``) where its aim stands."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in read_rows(nights.truth, "records"):
        if row["damaged"] or row["truth_id"] is None or not row["makes_project"]:
            continue
        says = json.loads(row["shown"])
        for link in says.get("mission", ()):
            kind, _, subject = link.partition(":")
            found[row["truth_id"]].add((kind, subject))
        if "themes" in says:
            found[row["truth_id"]].add(("aim", ""))
    return dict(found)


@pytest.mark.parametrize("kind", sorted(_BRIDGES))
def test_what_is_linked_is_true(
    nights: Nights,
    truth_of: dict[str, str],
    true_links: dict[tuple[str, str], set[Link]],
    kind: str,
) -> None:
    true = {link for (of, _), links in true_links.items() if of == kind for link in links}
    told = true_links[kind, "told"] | true_links.get((kind, "numbered"), set())
    found: dict[str, set[Link]] = {"stated": set(), "inferred": set()}
    for project_id, subject, basis in nights.query(_BRIDGES[kind]):
        truth_id = truth_of.get(str(project_id), str(project_id))
        found[str(basis)].add((truth_id, str(subject)))
    linked = found["stated"] | found["inferred"]
    assert len(linked) >= 5
    precision, recall = rate_pairs(linked, true)
    print(f"{kind}: precision {precision:.3f} of {len(linked)}, recall {recall:.3f} of {len(true)}")  # noqa: T201
    assert precision >= PRECISION_FLOOR, sorted(linked - true)
    if kind != "environment":
        stated, _ = rate_pairs(found["stated"], told)
        assert stated >= PRECISION_FLOOR, sorted(found["stated"] - told)


@pytest.mark.parametrize(("kind", "basis"), sorted(RECALL_FLOORS))
def test_what_is_shown_is_linked(
    nights: Nights,
    truth_of: dict[str, str],
    true_links: dict[tuple[str, str], set[Link]],
    shown: dict[str, set[tuple[str, str]]],
    kind: str,
    basis: str,
) -> None:
    visible = {
        (truth_id, subject)
        for truth_id, subject in true_links[kind, basis]
        if ((kind, subject) if basis == "told" else ("aim", "")) in shown.get(truth_id, ())
    }
    linked = {
        (truth_of.get(str(project_id), ""), str(subject))
        for project_id, subject, _ in nights.query(_BRIDGES[kind])
    }
    recall = len(visible & linked) / len(visible)
    print(f"{kind} {basis}: recall {recall:.3f} of {len(visible)}")  # noqa: T201
    assert len(visible) >= 5
    assert recall >= RECALL_FLOORS[kind, basis], sorted(visible - linked)


def test_money_of_the_plan_is_counted_once(nights: Nights) -> None:
    """The tops hold no more than all grants of the linked projects, and something is found."""
    ((tops, granted, unpublished),) = nights.query(
        """
        select
            (select sum(granted_stated_eur + granted_inferred_eur)
             from marts.mart_envelope_coverage
             inner join marts.fct_envelope using (envelope_id)
             where parent_envelope_id is null),
            (select sum(amount_eur) from marts.fct_funding
             where counts_in_total and project_id in (
                 select project_id from marts.bridge_project_envelope)),
            (select sum(decisions_without_amount) from marts.mart_envelope_coverage)
        """
    )
    print(f"{tops} of {granted} euros placed, {unpublished} decisions without a sum")  # noqa: T201
    assert 0 < tops <= granted
