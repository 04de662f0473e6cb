"""ELO-tori: crawl frontier, blocks, labels, roles of codes, outputs, stability, robustness."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import OutputRecord, ProjectRecord
from ingestion.registry import get_source
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Rejected, Request
from ingestion.sources.elotori.labels import find_label, split_labels, unknown_label
from ingestion.sources.elotori.names import names_something, read_heading
from ingestion.sources.elotori.outputs import output_type_of
from ingestion.sources.elotori.urls import is_followed, is_person, page_url, resolve

BASE = "https://peda.net/hankkeet/elotori"
SOURCE = get_source("elotori")


def a_page(body: str | bytes, url: str = f"{BASE}/sivu", charset: str | None = None) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(
        request=Request(url),
        sha256=hashlib.sha256(data).hexdigest(),
        content_type="text/html",
        charset=charset,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: data,
    )


def a_module(body: str, title: str = "Hankkeita", module_id: str = "aabbccdd001") -> str:
    return (
        f'<article class="textmodule document" data-draft-type="published" data-id="{module_id}">'
        f'<h1>{title}</h1><div class="main"><div class="content enclose">{body}</div></div>'
        "</article>"
    )


def a_site(*modules: str, title: str = "Sivu - ELO-tori - Peda.net") -> str:
    return f"<html><head><title>{title}</title></head><body>{''.join(modules)}</body></html>"


def projects(body: str, **module: str) -> list[ProjectRecord]:
    said = SOURCE.scraper().parse(a_page(a_site(a_module(body, **module))))
    return [item for item in said if isinstance(item, ProjectRecord)]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/hankkeet/elotori/a/?PHPSESSID=1&utm_source=x#y", f"{BASE}/a"),
        ("https://www.peda.net/hankkeet/elotori/a;jsessionid=7?sid=3", f"{BASE}/a"),
        ("http://peda.net//hankkeet/elotori/a?lang=sv", f"{BASE}/a?lang=sv"),
        ("/hankkeet/elotori/ä", f"{BASE}/%C3%A4"),
        ("/hankkeet/elotori/a%CC%88", f"{BASE}/%C3%A4"),
        ("https://example.org/x", None),
        ("mailto:a@example.org", None),
        ("http://[", None),
    ],
)
def test_one_form_of_a_page_url(href: str, expected: str | None) -> None:
    url = resolve(href, f"{BASE}/sivu")
    assert (page_url(url) if url else None) == expected


def test_a_broken_address_is_no_page() -> None:
    assert page_url("https://peda.ne[t/hankkeet/elotori") is None


@given(st.text(alphabet="abcäö/%?&=;#:.-", max_size=60))
@settings(max_examples=300)
def test_page_url_is_idempotent(path: str) -> None:
    url = resolve("/" + path, BASE)
    once = page_url(url) if url else None
    assert once is None or page_url(once) == once


@pytest.mark.parametrize(
    ("url", "from_frontier", "expected"),
    [
        (f"{BASE}/a", True, True),
        (BASE, False, True),
        ("https://peda.net/hankkeet/elotorit", True, False),
        ("https://peda.net/hankkeet/muu", True, False),
        ("https://peda.net/id/00abc12345", True, True),
        ("https://peda.net/id/00abc12345", False, False),
        ("https://peda.net/id/00abc12345:atom", True, False),
        (f"{BASE}/a:atom", True, False),
        (f"{BASE}/x-pdf%3Afile/download/{'0' * 40}/x.pdf", True, False),
        ("https://peda.net/p/joku", True, False),
        (f"{BASE}/kuikka:-keskiuran-tuki", True, True),
        (f"{BASE}/esite-pdf:file/download/0a/esite.pdf", True, False),
    ],
)
def test_frontier(url: str, from_frontier: bool, expected: bool) -> None:
    assert is_followed(url, BASE, from_frontier=from_frontier) is expected


def test_encoded_person_space_is_a_person_space() -> None:
    assert is_person("https://peda.net/%70/joku")
    links = '<a href="/p/a.b%40example.org">A</a><a href="/hankkeet/elotori/b">B</a>'
    page = a_page(a_site(a_module(f"<p>{links}</p>")))
    assert [request.url for request in SOURCE.scraper().follow(page)] == [f"{BASE}/b"]


def test_start_is_one_mandatory_page_and_links_are_optional() -> None:
    scraper = SOURCE.scraper()
    day = datetime(2026, 1, 1, tzinfo=UTC).date()
    (start,) = scraper.start(DiscoverContext(as_of=day))
    assert (start.url, start.optional) == (BASE, False)
    page = a_page(a_site(a_module('<p><a href="/hankkeet/elotori/b">B</a></p>')))
    (found,) = scraper.follow(page)
    assert (found.optional, found.depth) == (True, 1)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Toteuttaja: Kaislan opisto", "implementer", "Kaislan opisto"),
        ("Hankkeen kesto:", "period", ""),
        ("Kesto", "period", ""),
        ("Rahoitus 412 300 €", "amount", "412 300 €"),
        ("Projektägare: Vassby stad", "lead", "Vassby stad"),
        ("Kohderyhmä – nuoret", "target", "nuoret"),
        ("Asianumero VN/90001/2099", "code", "VN/90001/2099"),
    ],
)
def test_labels(line: str, field: str, value: str) -> None:
    found = find_label(line)
    assert found is not None
    assert (found.label.field, found.value) == (field, value)


@pytest.mark.parametrize(
    "line",
    ["Hanke", "Hanke kehittää ohjausta", "https://example.org/x", "Klo 12:30", "Kello 9.30: alku",
     "Alkaa 1.2.2098 ja päättyy 3.4.2099"],
)  # fmt: skip
def test_no_labels(line: str) -> None:
    assert find_label(line) is None


def test_unknown_labels_are_reported_but_never_names() -> None:
    assert unknown_label("Vaikuttavuustavoite: 3") == "Vaikuttavuustavoite"
    assert unknown_label("Aapo Keksitty: 040") is None
    assert unknown_label("Linja 4: pois") is None


def test_labels_that_run_together_are_split() -> None:
    row = "Toteuttaja Kaislan opisto Kesto 1.3.2098 – 31.12.2099 Hankekoodi OKM901:00/2099"
    assert split_labels(row) == [
        "Toteuttaja: Kaislan opisto",
        "Kesto: 1.3.2098 – 31.12.2099",
        "Hankekoodi: OKM901:00/2099",
    ]
    assert split_labels("Rahoitus saatiin ja hanke alkoi") == ["Rahoitus saatiin ja hanke alkoi"]


def test_empty_label_takes_no_prose() -> None:
    (project,) = projects(
        "<p>Toteuttaja:</p><p>Hanke kokoaa alueen tekijät yhteen joka syksy uudelleen.</p>"
        "<p>Hankekoodi: S39901</p>",
        title="Suunta",
    )
    assert project.organisations == ()
    assert [code.value for code in project.codes] == ["S39901"]


def test_heading_without_facts_is_list_text() -> None:
    assert projects("<h2>Uusi suunta</h2><p>Tulossa pian.</p>") == []


def test_period_alone_lands_but_makes_no_project() -> None:
    (project,) = projects("<h2>Uusi suunta</h2><p>Kesto: 2098–2099</p>")
    assert project.makes_project is False


def test_a_list_tells_projects_in_sentences_too() -> None:
    found = projects(
        "<h3>”Valo” ohjaus kylillä</h3><p>Hanketta hallinnoi Saran säätiö sr yhdessä "
        "Vihvilän kunnan kanssa. Hanke alkaa 1.4.2027 ja päättyy 30.4.2029.</p>"
        "<h3>Taitopolku</h3><p>Hankkeen päätoteuttajana on Kaislan opisto, ja osatoteuttajana "
        "toimii Saran säätiö sr.</p><p>Hankekoodi: S32568</p>"
        "<h3>Seminaari pidettiin</h3><p>Hanketta toteuttaa Kaislan opisto.</p>"
    )
    told = [
        (one.native_id.partition("#")[2], [(o.role, o.name) for o in one.organisations])
        for one in found
        if one.makes_project
    ]
    assert told == [
        ("valo-ohjaus-kylilla", [("lead", "Saran säätiö sr"), ("partner", "Vihvilän kunta")]),
        ("taitopolku", [("lead", "Kaislan opisto"), ("partner", "Saran säätiö sr")]),
    ]


def test_below_its_own_title_sentences_tell_of_that_project() -> None:
    (found,) = projects(
        "<p>Toteuttaja: Kaislan opisto</p><h3>Kylien ohjaus</h3><p>Hanketta hallinnoi Saran säätiö "
        "sr. Hanke alkaa 1.4.2027 ja päättyy 30.4.2029.</p>",
        title="Taitopolku",
    )
    assert (found.name, found.native_id) == ("Taitopolku", "aabbccdd001")


def test_one_project_over_several_blocks_keeps_the_module_id() -> None:
    (project,) = projects(
        "<h2>Toteuttajat</h2><ul><li>Kaislan opisto</li><li>Ruovikon kaupunki</li></ul>"
        "<h2>Rahoitus</h2><p>10 000 €</p>",
        title="Suunta",
    )
    assert project.native_id == "aabbccdd001"
    assert [(o.role, o.name) for o in project.organisations] == [
        ("lead", "Kaislan opisto"), ("partner", "Ruovikon kaupunki")]  # fmt: skip
    assert [(a.kind, a.amount) for a in project.amounts] == [("total_cost", Decimal("10000.00"))]


def test_facts_without_a_name_are_rejected_not_dropped() -> None:
    page = a_page(a_site(a_module("<p>Toteuttaja: Kaislan opisto</p>")))
    rejected = [item for item in SOURCE.scraper().parse(page) if isinstance(item, Rejected)]
    assert [item.step for item in rejected] == ["project name"]


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("Hankekoodi: S39901<br>Ministeriön hanke OKM901:00/2099", {"S39901"}),
        ("Hankekoodi: OKM901:00/2099<br>Asianumero: VN/90001/2099", {"OKM901:00/2099",
                                                                   "VN/90001/2099"}),
        ("Hankekoodi: S39901<br>Jatkaa hanketta S39900", {"S39901"}),
        ("Hankekoodi: S39901, S39902 (päätoteuttaja)", {"S39902"}),
        ("Jatkaa hanketta S39900<br>Toteuttaja: Kaislan opisto", set()),
        ("Toteuttaja: Kaislan opisto<br>Haku va-oph-2099-901", set()),
    ],
)  # fmt: skip
def test_own_codes(body: str, own: set[str]) -> None:
    (project,) = projects(f"<p>Kesto: 2098–2099<br>{body}</p>", title="Suunta")
    assert {code.value for code in project.codes if code.role == "own"} == own


def test_authority_gives_no_region_and_foreign_money_no_amount() -> None:
    (project,) = projects(
        "<p>Toteuttaja: Kaislan opisto<br>Rahoittaja: Keski-Suomen ELY-keskus</p>"
        "<p>Ruotsin ESF-rådet rahoittaa vastaavaa toimintaa: 5 100 000 kruunua.</p>",
        title="Suunta",
    )
    assert project.regions == ()
    assert project.amounts == ()
    assert [o.name for o in project.organisations if o.role == "funder"] == [
        "Keski-Suomen ELY-keskus"]  # fmt: skip


def test_contacts_vanish_everywhere() -> None:
    (project,) = projects(
        "<p>Toteuttaja: Kaislan opisto</p><h3>Yhteystiedot</h3><p>Aapo Keksitty</p>"
        "<p>aapo.keksitty@example.org</p>",
        title="Suunta",
    )
    assert "Keksitty" not in project.model_dump_json()


@pytest.mark.parametrize(
    ("heading", "name", "beside"),
    [
        ("Suunta (ESR+)", "Suunta", "ESR+"),
        ("Suunta (ESR 1.2.2098 – 30.6.2099)", "Suunta", "ESR 1.2.2098 – 30.6.2099"),
        ("”Suunta”-hanke", "Suunta", ""),
        ("2. Suunta selväksi", "Suunta selväksi", ""),
        ("Suunta selväksi 2", "Suunta selväksi 2", ""),
        ("Suunta (SUSE)", "Suunta (SUSE)", ""),
    ],
)
def test_headings(heading: str, name: str, beside: str) -> None:
    read = read_heading(heading, "fi")
    assert (read.name, read.beside) == (name, beside)


@pytest.mark.parametrize(
    "heading",
    ["Hankkeet", "Tavoitteet", "3.2.2099", "Päättyneet hankkeet 2098", "Yhteystiedot",
     "Utvecklingsprojekt", "–"],
)  # fmt: skip
def test_headings_that_name_nothing(heading: str) -> None:
    assert not names_something(heading)


def test_collections_of_tools_give_outputs_only() -> None:
    body = "<h2>Urakortit</h2><p>Toteuttaja: Kaislan opisto<br>Hankekoodi: S39901</p>"
    page = a_page(a_site(a_module(body, title="Hyvät käytännöt")))
    said = list(SOURCE.scraper().parse(page))
    assert [(type(item), item.output_type) for item in said if isinstance(item, OutputRecord)] == [
        (OutputRecord, "practice")]  # fmt: skip
    assert not [item for item in said if isinstance(item, ProjectRecord)]
    assert output_type_of("Ohjauksen työkalut kuntoon", strict=True) is None


def test_unread_modules_are_drift() -> None:
    other = (
        '<article class="textmodule kalenteri" data-draft-type="published" data-id="x1"></article>'
    )
    untold = '<article class="textmodule document" data-id="x2"></article>'
    said = list(SOURCE.scraper().parse(a_page(a_site(other, untold))))
    assert [item.what for item in said if isinstance(item, Drift)] == ["module", "attribute"]


def test_pages_without_module_or_with_broken_letters_fail() -> None:
    scraper = SOURCE.scraper()
    with pytest.raises(PageError, match="data-id"):
        list(scraper.parse(a_page("<html><body><h1>Virhe</h1></body></html>")))
    with pytest.raises(PageError, match="charset"):
        list(scraper.parse(a_page(a_site(a_module("<p>elinikÃ¤inen ohjaus</p>")))))


def test_crawl_without_modules_blocks() -> None:
    scraper = SOURCE.scraper()
    assert [f.level for f in scraper.reconcile([a_page("<html></html>")])] == ["block"]
    assert not list(scraper.reconcile([a_page(a_site(a_module("<p>x</p>")))]))


def test_stamps_tokens_and_link_order_are_no_change() -> None:
    links = ["/hankkeet/elotori/a?sid=1", "/hankkeet/elotori/b", "https://example.org/c"]
    items = [f'<li><a href="{url}">{url[-8:-5]}{url[-1]}</a></li>' for url in links]

    def variant(rows: list[str], extra: str) -> str:
        body = f"<p>Toteuttaja: Kaislan opisto</p><ul>{''.join(rows)}</ul>{extra}"
        return a_site(a_module(body, title="Suunta")) + f"<!-- {extra} -->"

    first = a_page(variant(items, "<p>Päivitetty 3.2.2099.</p>"))
    second = a_page(variant(items[::-1], "<p>Päivitetty 4.2.2099.</p>").replace("sid=1", "sid=2"))
    scraper = SOURCE.scraper()
    assert scraper.stable_bytes(first) == scraper.stable_bytes(second)
    assert list(scraper.parse(first)) == list(scraper.parse(second))
    changed = a_page(variant(items, "<p>Hankekoodi: S39901</p>"))
    assert scraper.stable_bytes(first) != scraper.stable_bytes(changed)


def test_deep_nesting_is_read_without_a_crash() -> None:
    body = "<div>" * 3000 + "<p>Hankekoodi: S39901</p>" + "</div>" * 3000
    assert isinstance(list(SOURCE.scraper().parse(a_page(a_site(a_module(body))))), list)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Menetelmät ja työkalut", "method"),
        ("hyvat kaytannot", "practice"),
        ("Verktyg för vägledning", "tool"),
        ("Good practices", "practice"),
        ("Osaamispeili-työkalu", None),
        ("Ohjauksen hankkeet", None),
    ],
)
def test_names_of_collections(heading: str, expected: str | None) -> None:
    assert output_type_of(heading, strict=True) == expected
