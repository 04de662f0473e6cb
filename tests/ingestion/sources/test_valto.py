"""Valto: doors, tokens, totals, repaired records, withdrawn ones, and persons left out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.archive.snapshot import load_snapshot
from ingestion.collect import collect
from ingestion.parse import ParsedSnapshot, parse_snapshot
from ingestion.platforms.xml_text import mend_text, parse_strictly
from ingestion.records import OutputRecord
from ingestion.registry import SOURCES, get_source
from ingestion.replay import read_findings
from ingestion.sandbox import Sandbox
from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.settings import Settings
from ingestion.sources.valto.items import HANDLE
from tests.ingestion.sources.parsed import SAMPLES, needs_samples

EXAMPLES = SOURCES / "valto" / "examples"
AS_OF = date(2026, 11, 24)

source = get_source("valto")
scraper = source.scraper()
(PROBE,) = scraper.start(DiscoverContext(as_of=AS_OF))
DOORS: list[str] = source.spec.options["endpoints"]


def _page(body: bytes, request: Request) -> Page:
    return Page(
        request=request,
        sha256=hashlib.sha256(body).hexdigest(),
        content_type="text/xml",
        charset="utf-8",
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _example(name: str) -> bytes:
    (path,) = [p for p in EXAMPLES.glob(f"{name}.*") if p.suffix in (".xml", ".json", ".html")
               and "expected" not in p.name]  # fmt: skip
    return path.read_bytes()


_, LIST = scraper.follow(_page(_example("identify"), PROBE))


def _record(number: int, *fields: str, title: str = "Raportti", status: str = "") -> str:
    handle = f"10024/{990000 + number}"
    head = (
        f"<record><header{status}><identifier>oai:julkaisut.valtioneuvosto.fi:{handle}"
        "</identifier><datestamp>2099-05-02T08:00:00Z</datestamp></header>"
    )
    if status:
        return f"{head}</record>"
    body = "".join((f'<kk:field schema="dc" element="title" value="{title}"/>', *fields))
    return (
        f'{head}<metadata><kk:metadata xmlns:kk="http://kk/1.0">{body}</kk:metadata></metadata>'
        "</record>"
    )


def _field(path: str, value: str) -> str:
    schema, element, *qualifier = path.split(".", 2)
    more = f' qualifier="{qualifier[0]}"' if qualifier else ""
    return f'<kk:field schema="{schema}" element="{element}"{more} value="{value}"/>'


def _list(*records: str, token: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        "<responseDate>2099-05-04T00:00:00Z</responseDate>"
        f"<ListRecords>{''.join(records)}{token}</ListRecords></OAI-PMH>"
    ).encode()


def _parse(body: bytes, request: Request = LIST) -> list[Parsed]:
    return list(scraper.parse(_page(body, request)))


def _outputs(parsed: Sequence[Parsed]) -> list[OutputRecord]:
    return [item for item in parsed if isinstance(item, OutputRecord)]


def _one(*fields: str, title: str = "Raportti") -> OutputRecord:
    (output,) = _outputs(_parse(_list(_record(1, *fields, title=title))))
    return output


def _chain(*bodies: bytes) -> list[Page]:
    pages, request = [], LIST
    for body in bodies:
        pages.append(_page(body, request))
        request = next(iter(scraper.follow(pages[-1])), request)
    return pages


def _levels(pages: Sequence[Page]) -> dict[str, str]:
    return {finding.code: finding.level for finding in scraper.reconcile(pages)}


# ---- doors ------------------------------------------------------------------------------


def test_doors_are_probed_in_turn_and_rest_is_the_last() -> None:
    asked = [PROBE]
    while asked[-1].role == "identify":
        (following,) = scraper.instead(asked[-1])
        asked.append(following)
    assert [request.url.partition("?")[0] for request in asked] == [
        *DOORS,
        "https://julkaisut.valtioneuvosto.fi/server/api/discover/search/objects",
    ]


def test_a_page_instead_of_oai_leads_to_the_next_door() -> None:
    page = _page(_example("identify_shut"), PROBE)
    (following,) = scraper.follow(page)
    assert following.url == f"{DOORS[1]}?verb=Identify"
    assert _parse(page.body, PROBE) == [Drift("endpoint", "Identify", "no OAI-PMH")]


def test_without_any_list_the_snapshot_is_blocked() -> None:
    assert _levels([_page(_example("identify_shut"), PROBE)])["no_door"] == "block"


def test_an_error_of_identify_leads_to_the_next_door() -> None:
    body = _example("token_unknown").replace(b"badResumptionToken", b"badVerb")
    (following,) = scraper.follow(_page(body, PROBE))
    assert following.url == f"{DOORS[1]}?verb=Identify"


def test_a_repository_without_sets_is_read_all_the_same() -> None:
    body = _example("token_unknown").replace(b"badResumptionToken", b"noSetHierarchy")
    page = _page(body, Request(f"{DOORS[0]}?verb=ListSets", role="sets", optional=True))
    assert _parse(body, page.request) == [Drift("error", "ListSets", "noSetHierarchy")]
    assert _levels([_page(_list(_record(1)), LIST), page]) == {"sets_missing": "warn"}


# ---- tokens and totals ------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs")), min_size=1))
def test_any_token_goes_back_alone_and_encoded(token: str) -> None:
    escaped = token.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if parse_strictly(f"<a>{mend_text(escaped)}</a>").text != token or token != token.strip():
        return
    body = _list(_record(1), token=f"<resumptionToken>{escaped}</resumptionToken>")
    (following,) = scraper.follow(_page(body, LIST))
    query = following.url.partition("?")[2]
    assert query.startswith("verb=ListRecords&resumptionToken=")
    assert query.count("&") == 1 and "#" not in query
    assert following.context["seen"] == "1"


END = "<resumptionToken/>"


def _token(name: str, total: int | None = None) -> str:
    size = f' completeListSize="{total}"' if total is not None else ""
    return f"<resumptionToken{size}>{name}</resumptionToken>"


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([_list(_record(1))], {}),
        ([_list(_record(1), token=END)], {}),
        ([_list(_record(1), token=_token("a", 2)), _list(_record(2), token=END)], {}),
        ([_list(_record(1), token=_token("a")), _list(_record(2))], {}),
        ([_list(_record(1), token=_token("a", 3)), _list(_record(2))], {"rows_differ": "block"}),
        ([_list(_record(1), token=_token("a", 2))], {"chain_broken": "incomplete"}),
        (
            [_list(_record(1), token=_token("a", 2)), _list(_record(1))],
            {"repeated_key": "block"},
        ),
        (
            [
                _list(_record(1), token=_token("a", 3)),
                _list(_record(2), token=_token("b", 4)),
                _list(_record(3)),
            ],
            {"total_changed": "incomplete"},
        ),
        ([_example("token_unknown")], {"oai_error": "block"}),
        (
            [_example("token_unknown").replace(b"badResumptionToken", b"noRecordsMatch")],
            {"oai_error": "block"},
        ),
    ],
)
def test_lists_are_reconciled(bodies: list[bytes], expected: dict[str, str]) -> None:
    assert _levels(_chain(*bodies)) == expected


def test_a_forgotten_token_begins_the_list_anew() -> None:
    first, lost = _list(_record(1), token=_token("a", 2)), _example("token_unknown")
    last = _list(_record(2), token=END)
    pages = _chain(first, lost, first, last)
    assert [page.url.partition("#")[2] for page in pages] == ["", "", "attempt-1", "attempt-1"]
    assert _levels(pages) == {}
    assert len({page.request.key for page in pages}) == 4


def test_it_does_not_begin_anew_for_ever() -> None:
    lost, request = _example("token_unknown"), LIST
    for _ in range(2):
        (request,) = scraper.follow(_page(lost, request))
    assert list(scraper.follow(_page(lost, request))) == []


def test_another_error_refuses_the_page() -> None:
    body = _example("token_unknown").replace(b"badResumptionToken", b"cannotDisseminateFormat")
    with pytest.raises(PageError, match="cannotDisseminateFormat"):
        _parse(body)


def test_stamps_tokens_and_order_are_no_new_version() -> None:
    one, two = _record(1), _record(2)
    first = _page(_list(one, two, token=_token("a", 9)), LIST)
    other = _list(two, one, token=_token("b", 9)).replace(b"00:00:00Z</resp", b"00:00:07Z</resp")
    assert scraper.stable_bytes(first) == scraper.stable_bytes(_page(other, LIST))
    for changed in (
        _list(one, two, token=END),
        _list(one, two, token=_token("a", 8)),
        _list(one, _record(2, title="Muu"), token=_token("a", 9)),
        _list(one, _record(2, status=' status="deleted"'), token=_token("a", 9)),
    ):
        assert scraper.stable_bytes(first) != scraper.stable_bytes(_page(changed, LIST))


def test_sets_are_compared() -> None:
    request = Request(f"{DOORS[0]}?verb=ListSets", role="sets")
    pages = [_page(_list(_record(1)), LIST), _page(_example("sets"), request)]
    findings = {f.code: f for f in scraper.reconcile(pages)}
    assert set(findings) == {"sets_missing"}
    assert "com_10024_59363" in findings["sets_missing"].detail
    assert "com_10024_59357" not in findings["sets_missing"].detail


# ---- records ----------------------------------------------------------------------------


def test_a_deleted_record_says_so_and_nothing_else() -> None:
    (output,) = _outputs(_parse(_list(_record(1, status=' status="deleted"'))))
    assert (output.part, output.title, output.withdrawn_on) == (
        "withdrawn", None, date(2099, 5, 2),
    )  # fmt: skip
    assert output.codes == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hanke OKM901:00/2098.", "hanke_tunnus"),
        ("https://valtioneuvosto.fi/hanke?tunnus=OKM901%3A00%2F2098", "hanke_tunnus"),
        ("VN/90101/2098", "vn_case"),
        ("S29901", "eura"),
    ],
)
@pytest.mark.parametrize(
    "path", ["dc.description.abstract", "dc.relation.isversionof", "dc.description.notification"]
)
def test_codes_of_projects_are_related(path: str, text: str, role: str) -> None:
    codes = _one(_field(path, text)).codes
    assert [(c.scheme, c.role) for c in codes] == [("handle", "own"), (role, "related")]


def test_law_numbers_budget_items_and_phones_are_no_codes() -> None:
    text = "Laki 699/2099, 29.98.97, puh. 0295 000 000, 7100005-2"
    assert [c.scheme for c in _one(_field("dc.description.abstract", text)).codes] == ["handle"]


def test_persons_are_nowhere() -> None:
    for name in ("list_first", "search"):
        assert "Esimerkki, Henkilö" not in repr(_parse(_example(name)))


def test_a_title_with_lost_letters_is_quarantined() -> None:
    parsed = _parse(_list(_record(1, title="Ty\ufffd ja ohjaus")))
    assert [item.step for item in parsed if isinstance(item, Rejected)] == ["charset"]
    assert _outputs(parsed) == []


def test_two_days_of_issue_are_none() -> None:
    fields = [_field("dc.date.issued", value) for value in ("2099", "2098")]
    parsed = _parse(_list(_record(1, *fields)))
    (output,) = _outputs(parsed)
    assert output.published_on is None
    assert [i.field for i in parsed if isinstance(i, Rejected)] == ["dc.date.issued"]


# ---- the whole of it ----------------------------------------------------------------------


@needs_samples
def test_samples() -> None:
    first = _parse((SAMPLES / "valto_oai_listrecords.xml").read_bytes())
    assert [(o.native_id, o.part) for o in _outputs(first)] == [
        ("10024/999001", "main"), ("10024/999002", "withdrawn"), ("11111/990001", "main"),
    ]  # fmt: skip
    broken = _parse((SAMPLES / "valto_oai_listrecords_broken.xml.txt").read_bytes())
    assert [o.title for o in _outputs(broken)] == ["Osaaminen & ohjaus"]
    assert len(_outputs(_parse((SAMPLES / "valto_search.json").read_bytes()))) == 1


def _night(tmp_path: Path, *, seed: int, doors: tuple[str, ...] | None) -> ParsedSnapshot:
    sandbox = Sandbox.build(60, seed, AS_OF, sources=("valto",))
    if doors is not None:
        sandbox.replicas["valto"].doors = doors  # type: ignore[attr-defined]
    with sandbox.serve() as served:
        home = Settings(home=tmp_path, as_of=AS_OF, crawl_delay_s=0.0, url_overrides=served.urls)
        info = collect(source, home)
        pages = load_snapshot(home.raw / "valto", info.id).pages()
        return parse_snapshot(source, pages, collected=read_findings(info))


def test_both_doors_and_rest_show_the_same(tmp_path: Path) -> None:
    nights = [
        _night(tmp_path / str(number), seed=1, doors=doors)
        for number, doors in enumerate((None, ("/server/oai/request",), ()))
    ]
    assert [night.verdict for night in nights] == ["good"] * 3
    old, new, rest = (
        {
            row["native_id"]: (row["title"], row["codes"], row["published_on"])
            for row in night.records["output"]
            if row["part"] == "main"
        }
        for night in nights
    )
    assert len(old) > 10 and old == new == rest
    assert all(HANDLE.fullmatch(handle) for handle in old)
    assert any(row["part"] == "files" for row in nights[2].records["output"])
