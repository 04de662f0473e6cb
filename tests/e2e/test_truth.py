"""What the first night released, against the truth of the world that the sites showed.

With the other tests the world has 400 projects; `make truth PROJECTS=1000 SEED=1` runs these
alone on any world and prints every figure.
"""

# ruff: noqa: S608  (the paths are pytest's)
from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest

from ingestion.registry import find_sources
from ingestion.sandbox.agreement import Score, Stated, score
from ingestion.sandbox.grants import REASONS, Trace, balance_instruments, trace_grants
from matching.quality import harmonic, rate_groups, rate_pairs
from tests.e2e.nights import PROJECTS, REPLICA, Nights
from tests.e2e.real import real_projects
from tests.replica.stand import LEFT_OUT, OFF

pytestmark = pytest.mark.e2e

REGISTERS = ("hankeikkuna", "eura2014", "eura2021_register", "kohesio", "tutkiavustuksia", "rrf")
PROSE = ("elotori", "ely_releases")
#: Of the records shown, those that must be there; none may be there that nobody shows.
FOUND_FLOOR = 0.995
#: What a record says: registers, and pages written by hand.
REGISTER_FLOOR, PROSE_FLOOR = 0.99, 0.95
#: F1 of links from tools and publications to projects.
OUTPUT_FLOOR = 0.9
#: Sums with their kind, as read from prose.
MONEY_PRECISION, MONEY_RECALL = 0.98, 0.9
#: Records that are one project: F1 over pairs, B-cubed, records of the largest wrong group.
PAIRS_FLOOR, B_CUBED_FLOOR, LARGEST_FALSE = 0.94, 0.97, 4
#: At most one project of so many holds records of another.
MERGED_OF = 500
#: F1 of phases (`follows`) and parts (`part_of`).
RELATION_FLOOR = 0.9
#: Of an instrument's euros, what may be amiss; of the projects, whose grant is right to the cent.
INSTRUMENT_GAP, EXACT_FLOOR = Decimal("0.005"), 0.97
IDENTITY = ("name", "start_date", "end_date", "precision", "codes")


@pytest.fixture(scope="module")
def scores(nights: Nights, stated: Stated) -> dict[tuple[str, str, str], Score]:
    """Every measured agreement; `pytest -s` shows them all."""
    found = score(nights.truth, stated)
    print(*found, *(LEFT_OUT if REPLICA else ()), sep="\n")  # noqa: T201
    return {(one.level, one.source_id, one.column): one for one in found}


@pytest.fixture(scope="module")
def trace(nights: Nights, stated: Stated) -> Trace:
    """From the grants of the world to those that are counted."""
    return trace_grants(nights.truth, stated)


def test_every_record_shown_is_there_and_no_other(
    scores: dict[tuple[str, str, str], Score],
) -> None:
    found = [one for place, one in scores.items() if place[0] == "found"]
    landed = {one.source_id for one in found if one.column == "landed"}
    assert landed == set(find_sources()) - set(OFF if REPLICA else ())
    assert {one.column for one in found} == {
        "landed", "project", "call", "output", "release", "quarantine",
    }  # fmt: skip
    for one in found:
        assert one.said == one.right, one
        assert one.right >= one.shown * FOUND_FLOOR, one


def test_damaged_rows_are_all_in_quarantine(scores: dict[tuple[str, str, str], Score]) -> None:
    damaged = [one for one in scores.values() if one.column == "quarantine"]
    assert sum(one.shown for one in damaged) >= PROJECTS / (100 if REPLICA else 50)
    assert [str(one) for one in damaged if one.right < one.total] == []


@pytest.mark.parametrize("source_id", REGISTERS)
@pytest.mark.parametrize("column", [*IDENTITY, "lead", "region", "amount"])
def test_registers_are_read_as_they_are_written(
    scores: dict[tuple[str, str, str], Score], source_id: str, column: str
) -> None:
    one = scores["record", source_id, column]
    assert one.share >= REGISTER_FLOOR, one


@pytest.mark.parametrize("column", [*IDENTITY, "lead", "region", "amount"])
def test_enough_of_a_register_is_compared(
    scores: dict[tuple[str, str, str], Score], column: str
) -> None:
    """A column that no register states would agree in nothing."""
    assert sum(scores["record", source_id, column].total for source_id in REGISTERS) >= PROJECTS
    for source_id in ("hankeikkuna", "eura2014"):
        one = scores["record", source_id, column]
        assert one.total >= PROJECTS / 10 or (source_id, column) == ("hankeikkuna", "amount"), one


@pytest.mark.parametrize(
    ("source_id", "column"),
    [
        *(("hankeikkuna", column) for column in ("start_date", "end_date", "codes")),
        *(("eura2014", column) for column in ("start_date", "end_date", "codes")),
        ("hankeikkuna", "name"),
        ("hankeikkuna", "status"),
        ("hankeikkuna", "lead"),
        ("eura2014", "name"),
        ("eura2014", "status"),
        ("eura2014", "lead"),
        ("eura2014", "partner"),
        ("eura2014", "funder"),
    ],
)
def test_what_registers_say_is_published(
    scores: dict[tuple[str, str, str], Score], source_id: str, column: str
) -> None:
    one = scores["project", source_id, column]
    assert one.total >= PROJECTS / 10, one
    assert one.share >= REGISTER_FLOOR, one


@pytest.mark.parametrize("source_id", PROSE)
@pytest.mark.parametrize("column", [*IDENTITY, "lead", "region", "amount"])
def test_prose_is_read_as_it_was_meant(
    scores: dict[tuple[str, str, str], Score], source_id: str, column: str
) -> None:
    one = scores["record", source_id, column]
    assert one.total >= 50, one
    assert one.share >= PROSE_FLOOR, one


def test_money_in_prose_is_read_with_its_kind(scores: dict[tuple[str, str, str], Score]) -> None:
    money = [scores["record", source_id, "amount"] for source_id in PROSE]
    right, shown, said = (sum(getattr(one, x) for one in money) for x in ("right", "shown", "said"))
    assert shown >= PROJECTS / 2
    assert right / said >= MONEY_PRECISION, money
    assert right / shown >= MONEY_RECALL, money


@pytest.mark.parametrize("source_id", PROSE)
@pytest.mark.parametrize(("column", "floor"), [("lead", 0.95), ("partner", 0.95), ("status", 0.8)])
def test_prose_is_published_with_its_bodies_and_status(
    scores: dict[tuple[str, str, str], Score], source_id: str, column: str, floor: float
) -> None:
    """A status is known only where some page states the dates, so its floor is lower."""
    one = scores["project", source_id, column]
    assert one.total >= 50, one
    assert one.share >= floor, one


@pytest.mark.parametrize(
    ("level", "column", "floor"),
    [
        ("project", "themes", 0.85),
        ("project", "target_groups", 0.85),
        ("record", "region", 0.98),
    ],
)
def test_what_a_project_is_about_and_where_is_found(
    scores: dict[tuple[str, str, str], Score], level: str, column: str, floor: float
) -> None:
    found = [one for one in scores.values() if (one.level, one.column) == (level, column)]
    whole = Score(
        level, "all", column,
        **{part: sum(getattr(one, part) for one in found) for part in ("right", "shown", "said")},
    )  # fmt: skip
    assert whole.shown >= PROJECTS / 4
    assert whole.f1 >= floor, [str(one) for one in found]


def test_what_makes_no_project_is_nobodys(scores: dict[tuple[str, str, str], Score]) -> None:
    found = [one for one in scores.values() if one.column == "no_project"]
    assert sum(one.total for one in found) >= 20
    assert [str(one) for one in found if one.right < one.total] == []


def test_records_become_the_right_projects(nights: Nights, stated: Stated) -> None:
    true = {
        (source_id, native_id): truth_id
        for source_id, native_id, truth_id in _truth(
            nights, "select source_id, native_id, truth_id from records where truth_id is not null"
        )
    }
    found = {
        record: project_id
        for record, project_id in stated.project_of.items()
        if record in true and project_id is not None
    }
    quality = rate_groups(found, true)
    print(quality, f"pairs F1 {quality.f1:.4f}, B-cubed {quality.b3:.4f}")  # noqa: T201
    assert len(found) > PROJECTS
    assert quality.f1 >= PAIRS_FLOOR
    assert quality.b3 >= B_CUBED_FLOOR
    assert quality.largest_false <= LARGEST_FALSE


def test_different_projects_are_hardly_ever_one(nights: Nights, stated: Stated) -> None:
    true_of: dict[str, set[str]] = {}
    for source_id, native_id, truth_id in _truth(
        nights, "select source_id, native_id, truth_id from records where truth_id is not null"
    ):
        project_id = stated.project_of.get((source_id, native_id))
        if project_id is not None:
            true_of.setdefault(project_id, set()).add(truth_id)
    assert len(true_of) > PROJECTS / 3
    merged = {project: truths for project, truths in true_of.items() if len(truths) > 1}
    assert len(merged) <= -(-PROJECTS // MERGED_OF), merged


def test_phases_and_parts_are_found(nights: Nights, stated: Stated) -> None:
    truth_of = real_projects(
        (stated.project_of[source_id, native_id], truth_id)
        for source_id, native_id, truth_id in _truth(
            nights, "select source_id, native_id, truth_id from records where truth_id is not null"
        )
        if (source_id, native_id) in stated.project_of
    )
    shown = set(truth_of.values())
    relations = _truth(nights, "select truth_id, related_truth_id, relation from relations")
    for relation in ("follows", "part_of"):
        true = {
            (str(one), str(other))
            for one, other, kind in relations
            if kind == relation and one in shown and other in shown
        }
        rows = nights.query(
            "select project_id, related_project_id from marts.bridge_project_relation"
            f" where relation = '{relation}'"
        )
        found = {(truth_of.get(a, a), truth_of.get(b, b)) for a, b in rows}
        precision, recall = rate_pairs(found, true)
        print(f"{relation}: {precision:.3f} of {len(found)}, {recall:.3f} of {len(true)}")  # noqa: T201
        assert len(true) >= 10
        assert harmonic(precision, recall) >= RELATION_FLOOR, (relation, precision, recall)


def test_counted_grants_differ_from_true_ones_for_known_reasons_only(trace: Trace) -> None:
    report = "\n".join(f"{line.reason} {line.euros} {line.projects}" for line in trace.lines)
    lines = {line.reason: line for line in trace.lines}
    assert set(lines) == set(REASONS)
    assert trace.truth + sum(line.euros for line in trace.lines) == trace.counted, report
    assert lines["wrong"].projects == [], report
    assert len(lines["shown_not_counted"].projects) <= PROJECTS / 100, report
    assert abs(lines["told_roundly"].euros) <= trace.truth / 200, report
    assert lines["counted_again"].euros <= trace.truth / 50, report


def test_every_instrument_has_its_euros(nights: Nights, stated: Stated) -> None:
    balances, exact = balance_instruments(nights.truth, stated)
    for instrument, one in sorted(balances.items()):
        print(f"{instrument or 'no instrument'}: {one.counted} of {one.truth}, {one.gap:+.3%}")  # noqa: T201
    print(f"grants exact to the cent: {exact:.3f}")  # noqa: T201
    assert len(balances) >= 4
    whole = sum(one.truth for one in balances.values())
    unnamed = balances.pop("", None)
    assert unnamed is None or unnamed.counted <= whole * INSTRUMENT_GAP, unnamed
    assert {k: one for k, one in balances.items() if abs(one.gap) > INSTRUMENT_GAP} == {}
    assert exact >= EXACT_FLOOR


def test_no_look_alike_became_a_grant(nights: Nights) -> None:
    """Budgets, sums over projects, applied and planned money, teasers, other currencies."""
    granted = nights.query(
        "select distinct records.source_id, split_part(records.native_id, '#', 1), facts.value "
        "from marts.fct_fact as facts "
        "inner join marts.bridge_project_source as records using (record_id) "
        "inner join marts.fct_funding as funding on facts.subject_id = funding.funding_id "
        "where facts.property = 'amount' and funding.amount_kind = 'granted'"
    )
    shown = _truth(
        nights,
        """
        select source_id, split_part(native_id, '#', 1),
            cast(cast(amount ->> 'amount' as decimal(14, 2)) as varchar)
        from (
            select *, unnest(json_extract(shown, '$.amounts[*]')) as amount from records
        ) where amount ->> 'kind' = 'granted'
        """,
    )
    traps = _truth(
        nights,
        """
        select source_id, native_id, cast(cast(amount_cents / 100 as decimal(14, 2)) as varchar),
            why
        from traps where amount_cents is not null
        """,
    )
    assert len(traps) > PROJECTS
    real = set(shown)
    assert [one for one in traps if one[:3] in set(granted) and one[:3] not in real] == []


def test_drift_is_rare(nights: Nights) -> None:
    """Only what the specifications do not know: kinds of modules, keys of one type of item."""
    rows = nights.query("select source_id, drift_count, records from marts.dim_source")
    assert {row for row in rows if row[1] > row[2] / 3} == set()
    registers = {source_id: drift for source_id, drift, _ in rows if source_id in REGISTERS}
    assert all(drift <= max(10, PROJECTS / 40) for drift in registers.values()), registers


def test_releases_and_outputs_are_all_there(nights: Nights) -> None:
    shown = _truth(
        nights,
        "select native_id, title, language, epoch(cast(published_at as timestamptz)) "
        "from releases order by all",
    )
    published = nights.query(
        "select native_id, title, language, epoch(published_at) from marts.fct_release order by all"
    )
    assert published == shown
    translated = _truth(
        nights,
        "select native_id, translation_of from releases where translation_of is not null "
        "order by all",
    )
    assert translated == nights.query(
        "select translated.native_id, original.native_id from marts.fct_release as translated "
        "inner join marts.fct_release as original "
        "on translated.translation_of = original.release_id order by all"
    )
    columns = "source_id, native_id, output_type, title"
    assert nights.query(f"select {columns} from marts.fct_output order by all") == _truth(
        nights, f"select {columns} from outputs order by all"
    )


def test_outputs_belong_to_their_projects(nights: Nights, stated: Stated) -> None:
    records = _truth(nights, "select source_id, native_id, truth_id from records")
    truths: dict[str, set[object]] = {}
    for source_id, native_id, truth_id in records:
        project_id = stated.project_of.get((str(source_id), str(native_id)))
        if project_id is not None and truth_id is not None:
            truths.setdefault(project_id, set()).add(truth_id)
    shown = {
        (source_id, native_id): truth_id
        for source_id, native_id, truth_id in _truth(
            nights, "select source_id, native_id, truth_id from outputs"
        )
        if truth_id is not None
    }
    linked = nights.query(
        "select source_id, native_id, project_id from marts.fct_output where project_id is not null"
    )
    right = sum(
        shown.get((source_id, native_id)) in truths.get(project_id, set())
        for source_id, native_id, project_id in linked
    )
    links = Score("output", "all", "project", right, shown=len(shown), said=len(linked))
    print(f"links of outputs F1 {links.f1:.4f}")  # noqa: T201
    assert links.shown >= PROJECTS / 10
    assert links.f1 >= OUTPUT_FLOOR


def _truth(nights: Nights, sql: str) -> list[tuple[object, ...]]:
    """Rows of a query over the truth files, each a view by its name."""
    with duckdb.connect() as connection:
        for path in sorted(nights.truth.glob("*.parquet")):
            connection.execute(f"create view {path.stem} as select * from '{path}'")
        return connection.execute(sql).fetchall()
