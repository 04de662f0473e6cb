"""Pages as documents: whole, linked, in three languages, harmless whatever a source wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from orchestration.release.site.links import file_name, web_address
from orchestration.release.site.wording import LANGUAGES
from tests.orchestration.release.site.built import HOSTILE, Built, Document

#: Files of a release that the site's folder does not hold, made by other steps.
_BESIDE = re.compile(
    r"\.\./(csv|json|parquet)/\w+\.(csv|json|parquet)|\.\./(xlsx/elo\.xlsx|elo\.duckdb|datapackage\.json|release\.json|quality/index\.html)"
)
_TYPES = (
    "index", "projects", "project/p3", "organisations", "organisation/o3", "organisations/ely",
    "regions", "region/mk-19", "region/ely-01", "region/evk-01", "money", "overlaps",
    "overlaps/mk-01", "gaps", "gaps/mk-19", "calls", "changes", "sources", "source/pages",
    "coverage", "data", "method", "accessibility", "correction", "programmes", "programme/g1",
    "envelopes", "envelope/e1", "measures", "measure/m1",
)  # fmt: skip


@pytest.mark.parametrize("name", _TYPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_page_is_there_in_every_language(
    built: Built, name: str, language: str
) -> None:
    page = Document(built.read(f"{language}/{name}.html"))
    assert page.all("html") == [{"lang": language}]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert page.all("title")
    alternates = {link["hreflang"] for link in page.all("link") if link["rel"] == "alternate"}
    assert alternates == set(LANGUAGES)
    assert all("aria-label" in nav for nav in page.all("nav"))
    labelled = {label["for"] for label in page.all("label")}
    for control in page.all("select") + page.all("input"):
        assert control["id"] in labelled


def test_every_link_of_the_site_leads_somewhere(built: Built) -> None:
    checked = 0
    for path, text in built.pages():
        page = Document(text)
        ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
        links = [a["href"] for a in page.all("a") + page.all("link")]
        links += [script["src"] for script in page.all("script") if "src" in script]
        for link in links:
            parts = urlsplit(link)
            if parts.scheme:
                assert web_address(link), (path, link)
                continue
            if not parts.path:
                assert parts.fragment in ids, (path, link)
                continue
            target = (built.site / path).parent / unquote(parts.path)
            inside = Path("..", *target.resolve().relative_to(built.release).parts).as_posix()
            checked += 1
            assert target.is_file() or _BESIDE.fullmatch(inside), (path, link)
    assert checked > 5000


def test_strict_policy_holds_because_nothing_stands_inline(built: Built) -> None:
    for path, text in built.pages():
        page = Document(text)
        policy = [m["content"] for m in page.all("meta") if "content" in m and "http-equiv" in m]
        assert policy and "default-src 'none'" in policy[0], path
        assert "unsafe" not in policy[0]
        assert not page.all("style"), path
        for tag, attributes in page.elements:
            assert "style" not in attributes, (path, tag)
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
        for script in page.all("script"):
            assert "src" in script or script["type"] == "application/ld+json", path


def test_hostile_text_stays_text(built: Built) -> None:
    seen = 0
    for path, text in built.pages():
        assert "<script>alert" not in text, path
        page = Document(text)
        assert not page.all("img"), path
        seen += HOSTILE in page.text
    assert seen >= 3 * len(LANGUAGES)


def test_only_web_addresses_are_links(built: Built) -> None:
    for path, text in built.pages():
        for anchor in Document(text).all("a"):
            scheme = urlsplit(anchor["href"]).scheme
            assert scheme in ("", "http", "https"), (path, anchor)
            if scheme:
                assert anchor["rel"] == "noopener noreferrer"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "drop:rrf/abc#1", "//host/x", "https://", "",
     "http://a b", "https://h\n", "java\tscript:x", "ftp://h/x", "http://[x"],
)  # fmt: skip
def test_addresses_that_are_no_links(address: str) -> None:
    assert web_address(address) is None


def test_addresses_that_are_links() -> None:
    for address in ("https://h.fi/x?a=1&b=ä", "HTTP://h.fi"):
        assert web_address(address) == address


def test_names_of_files_stay_in_their_folder() -> None:
    assert file_name("p-0a.b_c+d") == "p-0a.b_c+d.html"
    for name in ("../x", "a/b", "", ".hidden", "a" * 90, "ä", "a b"):
        assert file_name(name) is None


def test_a_natural_person_is_never_named(built: Built) -> None:
    for path in built.site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".js", ".csv"):
            assert "Nimetön" not in path.read_text(encoding="utf-8"), path
    assert not (built.site / "fi/organisation/o9.html").exists()


def test_structured_data_is_json_and_complete(built: Built) -> None:
    text = built.read("fi/project/p6.html")
    body = json.loads(re.findall(r'ld\+json">(.*?)</script>', text)[0])
    assert body["@type"] == "MonetaryGrant"
    assert body["amount"] == {"@type": "MonetaryAmount", "currency": "EUR", "value": "58226.55"}
    assert body["fundedItem"]["name"] == "Uraohjauksen silta"
    hostile = re.findall(r'ld\+json">(.*?)</script>', built.read("fi/project/p0.html"))[0]
    assert "<" not in hostile
    assert json.loads(hostile)["name"] == HOSTILE


def test_a_project_shows_sources_relations_and_history(built: Built) -> None:
    text = built.read("en/project/p3.html")
    assert 'href="https://register.example.fi/p/3"' in text
    assert 'datetime="2026-11-24"' in text
    assert "Followed by" in text
    assert "2020-01-01 → 2021-01-01" in text
    assert "Stigen till handledningen" in built.read("sv/project/p3.html")


def test_front_page_is_small(built: Built) -> None:
    for language in LANGUAGES:
        assert (built.site / language / "index.html").stat().st_size <= 200_000


def test_a_release_without_most_tables_still_has_its_site(tmp_path: Path) -> None:
    import duckdb

    from orchestration.release.site.build import build_site
    from tests.orchestration.release.site.built import AS_OF, STAMP

    connection = duckdb.connect()
    connection.execute("create schema marts; create table marts.dim_project (project_id varchar)")
    connection.execute("insert into marts.dim_project values ('p1')")
    pages = build_site(
        connection, tmp_path / "site", stamp=STAMP, as_of=AS_OF, tables=[], release={}
    )
    assert pages > 30
    assert (tmp_path / "site/sv/project/p1.html").is_file()
