"""EURA 2014: the real list to the cent, both forms of the list, description pages, findings."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ingestion.records import ProjectRecord
from ingestion.registry import SOURCES, get_source
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Parsed, Rejected, Request
from ingestion.sources.eura2014.described import partner_name
from tests.ingestion.sources.parsed import SAMPLES, needs_samples

EXAMPLES = SOURCES / "eura2014" / "examples"
BASE = "https://www.eura2014.fi/rrtiepa"
LIST = f"{BASE}/projektilista.php?rahasto=ALL"

scraper = get_source("eura2014").scraper()


def _page(body: bytes, url: str = LIST, role: str = "list", charset: str | None = None) -> Page:
    return Page(
        request=Request(url, role=role),
        sha256=hashlib.sha256(body).hexdigest(),
        content_type="",
        charset=charset,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _detail(body: bytes, code: str = "S29911") -> Page:
    return _page(body, f"{BASE}/projekti.php?projektikoodi={code}", "detail")


def _example(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()


def _projects(parsed: Sequence[Parsed]) -> list[ProjectRecord]:
    return [item for item in parsed if isinstance(item, ProjectRecord)]


def _rejected(parsed: Sequence[Parsed]) -> list[Rejected]:
    return [item for item in parsed if isinstance(item, Rejected)]


def _drift(parsed: Sequence[Parsed]) -> set[tuple[str, str]]:
    return {(item.what, item.value) for item in parsed if isinstance(item, Drift)}


def _total(projects: Sequence[ProjectRecord], kind: str) -> Decimal:
    sums = [a.amount for p in projects for a in p.amounts if a.kind == kind and a.amount]
    return sum(sums, Decimal(0))


def test_the_real_list_is_read_to_the_cent(real_list: Path) -> None:
    page = _page(real_list.read_bytes(), "drop:eura2014/real", "drop")
    parsed = list(scraper.parse(page))
    projects, rejected = _projects(parsed), _rejected(parsed)
    assert scraper.drop_kind(page) == "list_2014"
    assert len(projects) == 2865
    assert Counter(item.step for item in rejected) == {
        "status_dates": 10,
        "amounts": 3,
        "authority": 3,
    }
    assert all(item.row and item.row.isdigit() and item.native_id for item in rejected)
    assert _total(projects, "granted") == Decimal(505_490_864)
    assert len({project.native_id for project in projects}) == 2865
    without_lead = [p for p in projects if not any(o.role == "lead" for o in p.organisations)]
    assert [project.locator for project in without_lead] == ["row 6"]
    codes = {finding.code: finding.level for finding in scraper.reconcile([page])}
    assert "block" not in codes.values()
    assert codes["numeric_beneficiary"] == "warn"


def test_order_and_stamp_of_the_real_list_do_not_count(real_list: Path) -> None:
    body = real_list.read_bytes()
    header, *lines = body.rstrip(b"\n").split(b"\n")
    shuffled = _page(b"\n".join([header, *reversed(lines)]) + b"\n")
    assert scraper.stable_bytes(shuffled) == scraper.stable_bytes(_page(body))


@pytest.mark.parametrize(
    ("name", "kind", "read", "damaged"),
    [
        ("eura2014_projektilista_raw.csv", "list_2014", 6, 1),
        ("eura2007_projektilista_raw.latin1.csv", "list_2007", 4, 0),
    ],
)
@needs_samples
def test_samples_of_both_vintages(name: str, kind: str, read: int, damaged: int) -> None:
    page = _page((SAMPLES / name).read_bytes(), "drop:eura2014/sample", "drop")
    parsed = list(scraper.parse(page))
    assert scraper.drop_kind(page) == kind
    assert (len(_projects(parsed)), len(_rejected(parsed))) == (read, damaged)


@needs_samples
def test_sample_of_a_description_page() -> None:
    body = (SAMPLES / "eura2014_projekti.latin1.html").read_bytes()
    (project,) = list(scraper.parse(_detail(body, "S29901")))
    assert isinstance(project, ProjectRecord)
    assert project.name == "Majakkapolku - yhteinen tie: osa A"
    assert project.organisations[0].business_id == "7100001-6"
    assert (project.start_date, project.end_date) == (date(2015, 6, 1), date(2017, 5, 31))


def test_start_asks_for_csv_and_falls_back() -> None:
    (request,) = scraper.start(DiscoverContext(as_of=date(2026, 11, 24)))
    assert request.url == f"{LIST}&type=csv"
    assert request.role == "list"
    refused = _page(_example("refused_csv.html"), request.url)
    assert [found.url for found in scraper.follow(refused)] == [LIST]
    assert list(scraper.parse(refused)) == []


def test_details_are_asked_once_a_code_and_may_be_missing() -> None:
    requests = list(scraper.follow(_page(_example("list_2014.csv"))))
    codes = [request.url.rpartition("=")[2] for request in requests]
    assert len(codes) == len(set(codes)) == 10
    assert "A79912" in codes  # its row is damaged, its page need not be
    assert all(request.optional and request.max_age_days == 366 for request in requests)
    assert list(scraper.follow(_page(_example("list_2014.csv"), "drop:x", "drop"))) == []


def test_damage_goes_to_quarantine_with_row_and_step() -> None:
    rejected = _rejected(list(scraper.parse(_page(_example("list_2014.csv")))))
    assert [(item.row, item.step, item.native_id) for item in rejected] == [
        ("7", "status_dates", "A79912"),
        ("8", "amounts", "A79913"),
        ("9", "authority", "A79914"),
        ("11", "unique_code", "S29911"),
        ("12", "status_dates", "S29915"),
        ("13", "code_fund", None),
    ]


def test_four_kinds_of_money_stay_apart() -> None:
    projects = _projects(list(scraper.parse(_page(_example("list_2014.csv")))))
    first, second = projects[0], projects[1]
    assert [(amount.kind, amount.amount) for amount in first.amounts] == [
        ("granted", Decimal("310000.00")),
        ("realised", Decimal("298114.27")),
        ("planned_public", Decimal("387500.00")),
        ("realised_public", Decimal("372642.84")),
    ]
    assert second.amounts[1].amount == Decimal("-312.50")
    assert {amount.instrument for amount in first.amounts} == {"ESR"}
    assert first.amounts[0].funder == "Hämeen elinkeino-, liikenne- ja ympäristökeskus"
    assert first.amounts[0].recipient == "Koivulahden koulutuskuntayhtymä"
    assert (second.status, second.end_date, second.end_precision) == ("cancelled", None, None)
    assert first.regions == ()


def test_table_and_csv_say_the_same() -> None:
    table = _page(_example("list_table.html"))
    (project, sparse) = _projects(list(scraper.parse(table)))
    assert project.amounts[1].amount == Decimal("20000.50")
    assert [amount.kind for amount in sparse.amounts] == [
        "granted",
        "planned_public",
        "realised_public",
    ]
    stamped = _example("list_table.html").replace(b"24.11.2026 03:00", b"25.11.2026 03:01")
    assert scraper.stable_bytes(_page(stamped)) == scraper.stable_bytes(table)
    changed = _example("list_table.html").replace(b"31.3.2020", b"30.3.2020")
    assert scraper.stable_bytes(_page(changed)) != scraper.stable_bytes(table)


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("Tila,", "Tilanne,", "header"),
        ("Koodi,Rahasto", "Rahasto,Koodi", "list form"),
        ("Viranomainen,Tila", "Tila,Viranomainen", "header"),
        ("Päättymispvm", "PÃ¤Ã¤ttymispvm", "charset"),
    ],
)
def test_another_header_is_no_list(old: str, new: str, step: str) -> None:
    body = _example("list_2014.csv").decode().replace(old, new, 1).encode()
    with pytest.raises(PageError) as caught:
        list(scraper.parse(_page(body)))
    assert caught.value.step == step
    assert scraper.drop_kind(_page(body)) is None
    assert [finding.level for finding in scraper.reconcile([_page(body)])] == ["block"]


def test_a_table_column_more_is_drift_and_one_less_is_fatal() -> None:
    body = _example("list_table.html").decode()
    more = body.replace("<th>Tila</th>", "<th>Tila</th><th>Maakunta</th>")
    more = more.replace("<td>Toimin", "<td>Toiminnassa</td><td>Toimin")
    parsed = list(scraper.parse(_page(more.encode())))
    assert ("header", "Maakunta") in _drift(parsed)
    with pytest.raises(PageError, match="header"):
        list(scraper.parse(_page(body.replace("<th>Tila</th>", "").encode())))


def test_damaged_rows_above_the_measured_share_are_told() -> None:
    header, good, *_ = _example("list_2014.csv").split(b"\n")
    rows = [good.replace(b"S29911", f"S{20000 + n}".encode()) for n in range(195)]
    bad = [row.replace(b"Toiminta", b"Toimi", 1) for row in rows[:5]]

    def levels(lines: list[bytes]) -> dict[str, str]:
        page = _page(b"\n".join([header, *lines]))
        return {finding.code: finding.level for finding in scraper.reconcile([page])}

    assert levels(rows) == {}
    assert levels(rows + bad[:3]) == {}
    assert levels(rows + bad) == {"quarantine_share": "warn"}
    assert levels(rows[:20] + bad[:1]) == {"quarantine_share": "warn"}
    assert levels([]) == {"empty_list": "block"}


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        (",1.3.2016,", ",,", "start"),
        (",31.8.2018,", ",,", "end"),
        (",Koivulahden koulutuskuntayhtymä,", ", ,", "beneficiary"),
        (",310000,", ",0,", "granted"),
        ("Luotsi - opinto-ohjaus nivelvaiheessa,", " ,", "title"),
    ],
)
def test_a_column_that_goes_empty_everywhere_blocks(old: str, new: str, column: str) -> None:
    header, good, *_ = _example("list_2014.csv").decode().split("\n")
    rows = [good.replace("S29911", f"S{20000 + n}").replace(old, new) for n in range(20)]

    def blocks(count: int) -> list[str]:
        page = _page("\n".join([header, *rows[:count]]).encode())
        return [found.detail for found in scraper.reconcile([page]) if found.level == "block"]

    assert blocks(20) == [f"{column} is empty in all 20 rows"]
    assert blocks(19) == []


def test_no_list_blocks() -> None:
    (finding,) = scraper.reconcile([_detail(_example("detail_full.html"))])
    assert (finding.level, finding.code) == ("block", "no_list")


def test_description_adds_what_the_list_has_not() -> None:
    (project,) = _projects(list(scraper.parse(_detail(_example("detail_full.html")))))
    assert (project.native_id, project.part) == ("S29911", "detail")
    assert project.name == "Luotsi - opinto-ohjaus nivelvaiheessa: osa A"
    roles = [(o.role, o.name, o.business_id) for o in project.organisations]
    assert roles == [
        ("lead", "Koivulahden koulutuskuntayhtymä", "7100011-2"),
        ("partner", "Haapasaaren ammattiopisto", None),
        ("partner", "Koivulahden opisto, aikuispuoli", None),
        ("funder", "Hämeen elinkeino-, liikenne- ja ympäristökeskus", None),
    ]
    assert {(r.maakunta_code, r.basis) for r in project.regions} == {
        ("05", "target_area"),
        ("07", "target_area"),
    }
    assert project.priority is not None
    assert project.priority.startswith("4. Koulutus") and "| 9.1." in project.priority
    assert (project.summary, project.amounts) == (None, ())
    assert project.is_guidance is True


@pytest.mark.parametrize(
    "private", ["Esimerkki Henkilö", "Suunnittelija", "example.org", "0295", "Esimerkkikatu"]
)
def test_persons_and_addresses_are_nowhere(private: str) -> None:
    for name in ("detail_full.html", "detail_older_layout.html"):
        code = "S29911" if name == "detail_full.html" else "S29912"
        assert private not in repr(list(scraper.parse(_detail(_example(name), code))))


def test_nested_blocks_count_once_and_unknown_labels_are_drift() -> None:
    parsed = list(scraper.parse(_detail(_example("detail_older_layout.html"), "S29912")))
    (project,) = _projects(parsed)
    assert project.name == "Rohkeus, taito ja oma suunta, osa 2"
    assert [o.role for o in project.organisations] == ["lead", "funder"]
    assert project.organisations[0].business_id is None
    assert {r.maakunta_code for r in project.regions} == {"10", "11"}
    assert (project.start_date, project.end_date) == (date(2016, 9, 1), None)
    assert (project.status, project.status_raw) == ("unknown", "Tauolla")
    assert _drift(parsed) >= {
        ("label", "Valtiontukiluokka"),
        ("label", "Toisen yhteyshenkilön nimi"),
        ("enum", "Tauolla"),
        ("enum", "Saariston neuvosto"),
        ("value", "Saaristo"),
    }
    assert [item.step for item in _rejected(parsed)] == ["period"]


@pytest.mark.parametrize("heading", ["5 Kustannukset", "6 Rahoitussuunnitelma"])
def test_plans_of_costs_and_funding_are_known_and_not_read(heading: str) -> None:
    plan = f"<div><h2>{heading}</h2><p>Myönnetty rahoitus: 1 000</p><p>Palkat: 600</p></div>"
    body = _example("detail_full.html").decode("latin1").replace("</body>", f"{plan}</body>")
    parsed = list(scraper.parse(_detail(body.encode("latin1"))))
    (project,) = _projects(parsed)
    assert (project.amounts, _drift(parsed)) == ((), set())


def test_an_unknown_block_is_drift() -> None:
    block = "<div><h2>8 Tulokset</h2><p>Tulos: 12</p></div>"
    body = _example("detail_full.html").replace(b"</body>", block.encode() + b"</body>")
    assert _drift(scraper.parse(_detail(body))) == {("heading", "8 Tulokset"), ("label", "Tulos")}


@pytest.mark.parametrize(
    ("lines", "drift"),
    [
        (("Maakunnat: Keski-Suomi", "Seutukunnat:", "Kunnat:"), set()),
        (("Maakunnat: Keski-Suomi", "Seutukunnat: Rannikon seutu"), set()),
        (("Maakunnat: Keski-Suomi", "Muu alue: Rannikko"), {("value", "Muu alue: Rannikko")}),
        (("Seutukunnat: Rannikon seutu",), {("value", "Seutukunnat: Rannikon seutu")}),
    ],
)
def test_only_a_place_that_is_missed_is_drift(
    lines: tuple[str, ...], drift: set[tuple[str, str]]
) -> None:
    area = "".join(f"<p>{line}</p>" for line in lines)
    body = _example("detail_swedish.html").decode()
    body = body.replace("<p>Valtakunnallinen projekti</p>", area)
    assert _drift(scraper.parse(_detail(body.encode(), "S29914"))) == drift


def test_swedish_content_in_the_finnish_form() -> None:
    (project,) = _projects(list(scraper.parse(_detail(_example("detail_swedish.html"), "S29914"))))
    assert (project.language, project.name_sv) == ("sv", "Vägledning för vuxna i skärgården")
    assert project.name_fi is None
    assert [r.maakunta_code for r in project.regions] == ["00"]
    assert project.is_guidance is True


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("Hankekoodi: S29911", "Hankekoodi: S29999", "code"),
        ("Hankekoodi", "Koodi", "code"),
        ("<h1>", "<h1>Toinen</h1><h1>", "exactly one h1"),
        ("h2>", "h4>", "blocks"),
        ("Hankekoodi: S29911", "Hankekoodi: S29911</p><p>Hankekoodi: S29912", "one value a label"),
    ],
)
def test_another_page_is_refused(old: str, new: str, step: str) -> None:
    body = _example("detail_full.html").replace(old.encode(), new.encode())
    with pytest.raises(PageError) as caught:
        list(scraper.parse(_detail(body)))
    assert caught.value.step == step


def test_surroundings_of_a_description_do_not_count() -> None:
    body = _example("detail_full.html")
    stamped = body.replace(b"</body>", b"<p>Tulostettu 24.11.2026</p><!-- s=1 --></body>")
    assert scraper.stable_bytes(_detail(stamped)) == scraper.stable_bytes(_detail(body))
    changed = body.replace(b"640 nuorta", b"650 nuorta")
    assert scraper.stable_bytes(_detail(changed)) != scraper.stable_bytes(_detail(body))


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Maakunnat: Pohjanmaa, Satakunta", {"15", "04"}),
        ("Kunnat: Eura, Kemi, Salo", {"04", "19", "02"}),
        ("Länsi-Suomi: Keski-Suomi/Jyväskylä", {"13"}),
        ("Valtakunnallinen projekti", {"00"}),
        ("Itä-Suomi", set()),
        ("-", set()),
    ],
)
def test_target_areas(line: str, codes: set[str]) -> None:
    body = _example("detail_swedish.html").decode().replace("Valtakunnallinen projekti", line)
    (project,) = _projects(list(scraper.parse(_detail(body.encode(), "S29914"))))
    assert {region.maakunta_code for region in project.regions} == codes
    assert {region.basis for region in project.regions} <= {"target_area"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Saukon opisto, Saukko", "Saukon opisto"),
        ("Saukon opisto, aikuispuoli, Saukko", "Saukon opisto, aikuispuoli"),
        ("Saukon opisto, Kajaani, Suomi", "Saukon opisto"),
        ("Saukon opisto", "Saukon opisto"),
        ("Muu organisaatio, Saukko", None),
        ("-", None),
        ("ei tiedossa", None),
    ],
)
def test_partner_lines(line: str, name: str | None) -> None:
    assert partner_name(line) == name


def test_real_file_is_not_in_the_checkout() -> None:
    assert not list(Path(SOURCES).rglob("projektilista_raw*"))
