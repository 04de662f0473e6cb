"""Releases: both URL shapes, strict feeds, the cut of the page, mentions, reconciling."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import ReleaseRecord
from ingestion.registry import get_source
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Request
from ingestion.sources.ely_releases.article import read_article, split_glued
from ingestion.sources.ely_releases.decisions import find_decisions
from ingestion.sources.ely_releases.described import described_parties
from ingestion.sources.ely_releases.feed import read_pub_date
from ingestion.sources.ely_releases.publishers import read_options
from ingestion.sources.ely_releases.stories import read_mentions
from ingestion.sources.ely_releases.urls import read_release_url

SOURCE = get_source("ely_releases")
GROUP = "https://www.sttinfo.fi/rss/releases/latest?publisherId=69817869"
NOW = datetime(2026, 10, 20, tzinfo=UTC)
BYLINE = "<p>12.10.2026 09:30:12 EEST | Elinvoimakeskukset | Tiedote</p><p>Jaa</p>"


def a_page(body: str | bytes, url: str, role: str = "release") -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(
        request=Request(url, role=role),
        sha256=hashlib.sha256(data).hexdigest(),
        content_type="",
        charset=None,
        retrieved_at=NOW,
        load=lambda: data,
    )


def a_feed(*items: str, title: str = "Elinvoimakeskukset", url: str = GROUP) -> Page:
    body = f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"
    return a_page(body, url, "feed")


def an_item(link: str, when: str = "Mon, 12 Oct 2026 06:30:12 GMT", title: str = "Otsikko") -> str:
    link = link.replace("&", "&amp;")
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{when}</pubDate></item>"


def a_release(body: str, number: int = 79900001) -> Page:
    html = f"<html><body><h1>Otsikko (Satakunta)</h1>{BYLINE}{body}</body></html>"
    return a_page(html, f"https://www.sttinfo.fi/tiedote/{number}/otsikko")


def the_release(page: Page) -> ReleaseRecord:
    (record,) = [r for r in SOURCE.scraper().parse(page) if isinstance(r, ReleaseRecord)]
    return record


@pytest.mark.parametrize(
    "href",
    [
        "https://www.sttinfo.fi/tiedote/79900001/otsikko?lang=fi&publisherId=69817869",
        "https://www.sttinfo.fi/tiedote/otsikko?publisherId=69817877&releaseId=79900001&lang=fi",
        "/tiedote/79900001/otsikko/;jsessionid=5",
        "http://sttinfo.fi/tiedote/79900001/OTSIKKO#alku",
    ],
)
def test_both_shapes_are_one_release(href: str) -> None:
    url = read_release_url(href)
    assert url is not None
    assert url.canonical == "https://www.sttinfo.fi/tiedote/79900001/otsikko"


@pytest.mark.parametrize(
    "href",
    ["https://example.org/tiedote/79900001/x", "/uutishuone/69817869/x/r", "/tiedote/otsikko",
     "/tiedote/x?releaseId=1", "http://[", "mailto:a@example.org"],
)  # fmt: skip
def test_other_links_are_no_release(href: str) -> None:
    assert read_release_url(href) is None


def test_each_release_is_asked_once_over_all_feeds() -> None:
    scraper = SOURCE.scraper()
    regional = a_feed(
        an_item("https://www.sttinfo.fi/tiedote/toinen-slugi?releaseId=79900001"),
        url=GROUP.replace("69817869", "69817877"),
    )
    group = a_feed(an_item("https://www.sttinfo.fi/tiedote/79900001/otsikko?lang=fi"))
    keys = {request.key for page in (group, regional, group) for request in scraper.follow(page)}
    assert keys == {"GET https://www.sttinfo.fi/tiedote/79900001/otsikko"}


@pytest.mark.parametrize(("age", "expected"), [(timedelta(days=2), None), (timedelta(days=40), 30)])
def test_old_releases_are_not_fetched_each_night(age: timedelta, expected: int | None) -> None:
    when = (NOW - age).strftime("%a, %d %b %Y %H:%M:%S +0000")
    feed = a_feed(an_item("https://www.sttinfo.fi/tiedote/79900001/otsikko", when))
    (request,) = SOURCE.scraper().follow(feed)
    assert request.max_age_days == expected


def test_only_publishers_with_an_id_are_fetched() -> None:
    options = read_options(SOURCE.spec)
    requests = list(SOURCE.scraper().start(DiscoverContext(as_of=NOW.date())))
    assert len(requests) == len(options.active) == 16
    assert len(options.publishers) > len(options.active)
    assert all(request.optional and request.role == "feed" for request in requests)


@pytest.mark.parametrize(
    ("title", "publisher_id", "expected"),
    [
        ("Pohjanmaan ELY-keskus", "69817882", True),
        ("Etelä-Pohjanmaan ELY-keskus", "69817882", False),
        ("NTM-centralen i Österbotten", "69817882", True),
        ("NTM-centralen i Södra Österbotten", "69817882", False),
        ("Keski-Suomen elinvoimakeskus", "69817879", True),
        ("Elinvoimakeskukset", "69817869", True),
    ],
)
def test_channel_titles(title: str, publisher_id: str, expected: bool) -> None:
    publisher = read_options(SOURCE.spec).by_id(publisher_id)
    assert publisher is not None
    assert publisher.is_named_in(title) is expected


def test_feed_of_somebody_else_is_drift() -> None:
    said = list(SOURCE.scraper().parse(a_feed(title="Keksityn kunnan uutiset")))
    assert [item.what for item in said if isinstance(item, Drift)] == ["title"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 12 Oct 2026 06:30:12 GMT", datetime(2026, 10, 12, 6, 30, 12, tzinfo=UTC)),
        ("Tue, 13 Oct 2026 09:00:00 +0300", datetime(2026, 10, 13, 6, tzinfo=UTC)),
        ("Mon, 12 Oct 2026 06:30:12", None),
        ("eilen", None),
        ("", None),
    ],
)
def test_pub_dates(text: str, expected: datetime | None) -> None:
    assert read_pub_date(text) == expected


@pytest.mark.parametrize(
    "body", [b"<rss><channel>", b"<html></html>", b"", b"<rss><channel/></rss>"]
)
def test_broken_feeds_fail(body: bytes) -> None:
    with pytest.raises(PageError):
        list(SOURCE.scraper().parse(a_page(body, GROUP, "feed")))


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Katsaus vuoteen 20258.2.2026 09:06:39 EET | Tiedote", "Katsaus vuoteen 2025", 8),
        ("Katsaus vuoteen 202518.2.2026 09:06:39 EET | Tiedote", "Katsaus vuoteen 2025", 18),
        ("Otsikko18.2.2026 09:06:39 EET | Tiedote", "Otsikko", 18),
        ("Otsikko 8.2.2026 09:06:39 EET | Tiedote", "Otsikko", 8),
    ],
)
def test_glued_titles(text: str, title: str, day: int) -> None:
    glued = split_glued(text)
    assert glued is not None
    assert (glued[0], int(glued[1]["day"])) == (title, day)


@given(
    st.text(alphabet="abcdefghijäö ", min_size=3, max_size=30).map(str.strip).filter(bool),
    st.integers(1990, 2030) | st.none(),
    st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
)
@settings(max_examples=300)
def test_glued_titles_round_trip(title: str, year: int | None, when: datetime) -> None:
    title = f"{title} {year}" if year else title
    stamp = f"{when.day}.{when.month}.{when.year} {when:%H:%M:%S} EET"
    glued = split_glued(f"{title}{stamp} | Tiedote")
    assert glued is not None
    assert (glued[0], glued[1][0]) == (title, stamp)


def test_zone_word_is_used_and_checked() -> None:
    html = "<h1>X</h1><p>8.7.2026 09:00:00 EET | Hämeen ELY-keskus | Tiedote</p>"
    article = read_article(BeautifulSoup(html, "lxml"))
    assert article.byline.published_at == datetime(2026, 7, 8, 7, tzinfo=UTC)
    assert [drift.what for drift in article.byline.drifts] == ["zone"]


@pytest.mark.parametrize(
    "cut",
    ["<h2>Avainsanat</h2>", "<p>Nyckelord</p>", "<div>Yhteyshenkilöt:</div>", "<p>Kontakter</p>",
     "<p>Kuvat</p>", "<p>Tietoja julkaisijasta</p>", "<p>Tilaa tiedotteet sähköpostiisi</p>",
     "<p>Lue lisää julkaisijalta Elinvoimakeskukset</p>", "<p>Läs mer från X</p>",
     "<p>Toinen uutinen9.10.2026 08:00:00 EEST | Tiedote</p>"],
)  # fmt: skip
def test_nothing_after_the_cut_is_read(cut: str) -> None:
    teaser = "<p>Kaislan opiston Vesiraja-hankkeelle myönnettiin 999 000 euroa.</p>"
    release = the_release(a_release(f"<p>Ingressi.</p>{cut}{teaser}"))
    assert release.lead == "Ingressi."
    assert release.mentions == ()


def test_a_sentence_that_begins_like_a_label_does_not_cut() -> None:
    release = the_release(
        a_release(
            "<p>Kuvat kertovat arjesta.</p>"
            "<p>Kaislan opiston Siltaverkko-hankkeelle myönnettiin 10 000 euroa.</p>"
        )
    )
    assert [mention.name for mention in release.mentions] == ["Siltaverkko"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kaislan opiston Siltaverkko-hankkeelle ei myönnetty rahoitusta.",
        "Kaislan opisto haki Siltaverkko-hankkeelle 10 000 euroa.",
        "Haussa on käytettävissä enintään 2,3 miljoonaa euroa.",
        "Elinvoimakeskus on myöntänyt yhteensä 1,6 miljoonaa euroa 12 hankkeelle.",
        "Hankkeelle Suunta selväksi ei myönnetty tukea.",
        "Vesihuoltoon myönnettiin 999 000 euroa.",
    ],
)
def test_calls_sums_refusals_and_plans_name_no_project(sentence: str) -> None:
    assert the_release(a_release(f"<p>{sentence}</p>")).mentions == ()


def test_a_single_project_takes_the_facts_of_the_whole_release() -> None:
    release = the_release(
        a_release(
            "<p>Hämeen ELY-keskus on myöntänyt 250 500 € ESR-rahoitusta hankkeelle Uusi arki –"
            " ikääntyneiden suunnat.</p>"
            "<p>Toteuttajina ovat Kaislan säätiö sr (päätoteuttaja) ja Ruovikon kaupunki"
            " (osatoteuttaja).</p><p>Hankkeen toteutusaika: 1.3.2021 – 31.5.2023.</p>"
            "<p>Hankekoodi on S39901.</p>"
        )
    )
    (mention,) = release.mentions
    assert mention.name == "Uusi arki – ikääntyneiden suunnat"
    assert mention.native_id == release.native_id
    assert str(mention.start_date) == "2021-03-01"
    assert [(o.role, o.name) for o in mention.organisations] == [
        ("funder", "Hämeen ELY-keskus"), ("lead", "Kaislan säätiö sr"),
        ("partner", "Ruovikon kaupunki")]  # fmt: skip
    assert [(a.kind, a.amount, a.instrument) for a in mention.amounts] == [
        ("granted", Decimal("250500"), "ESR")]  # fmt: skip
    assert [region.maakunta_code for region in mention.regions] == ["04"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Projektägare är Vassby stad.", [("lead", "Vassby stad")]),
        (
            "Päätoteuttaja on Kaislan opisto ja osatoteuttajia ovat Loki Oy ja Kuha Oy.",
            [("lead", "Kaislan opisto"), ("partner", "Loki Oy"), ("partner", "Kuha Oy")],
        ),
        ("Mukana on myös Ruovikon kaupunki.", [("partner", "Ruovikon kaupunki")]),
        ("Mukana on myös paljon nuoria.", []),
        ("Myöntäjä on Hämeen ELY-keskus.", [("funder", "Hämeen ELY-keskus")]),
    ],
)
def test_parties_of_sentences(sentence: str, expected: list[tuple[str, str]]) -> None:
    parties = described_parties([sentence])
    assert [(party.role, party.name) for party in parties] == expected


def test_rows_of_a_list_are_numbered_grants() -> None:
    rows = (
        "Keskus on myöntänyt yhteensä 30 000 euroa 2 hankkeelle. Rahoitetut hankkeet:",
        "Uusi arki, Kaislan opisto: 10 000",
        "Vanha arki, Ruovikon kaupunki: 20 000 euroa",
    )
    mentions = read_mentions("79900001", "Rahoitusta (Satakunta)", rows, "fi", ("04",))
    assert [(m.native_id, m.name, m.amounts[0].amount) for m in mentions] == [
        ("79900001#1", "Uusi arki", Decimal("10000")),
        ("79900001#2", "Vanha arki", Decimal("20000")),
    ]
    assert all(mention.regions == () for mention in mentions)


def test_a_place_behind_the_word_project_is_no_name() -> None:
    assert find_decisions("Tuki myönnettiin hankkeelle Satakunnassa.") == []


def test_a_call_lends_its_area_to_no_project() -> None:
    rows = ("Samassa ohjelmassa Kaislan opiston Siltaverkko-hankkeelle myönnettiin 10 000 euroa.",)
    (mention,) = read_mentions("1", "Haettavissa rahoitusta (Satakunta)", rows, "fi", ("04",))
    assert mention.regions == ()


def test_reconcile() -> None:
    scraper = SOURCE.scraper()
    feed = a_feed(an_item("https://www.sttinfo.fi/tiedote/79900001/otsikko"))
    assert [f.code for f in scraper.reconcile([a_feed()])] == ["no_items"]
    assert [f.code for f in scraper.reconcile([feed])] == ["release_without_page", "feed_missing"]
    assert [f.level for f in scraper.reconcile([feed, a_release("<p>x</p>")])] == ["warn"]


def test_release_without_page_lands_from_the_feed() -> None:
    said = SOURCE.scraper().parse(
        a_feed(an_item("https://www.sttinfo.fi/tiedote/79900001/otsikko", title="Uutta (Lappi)"))
    )
    (record,) = [item for item in said if isinstance(item, ReleaseRecord)]
    assert (record.native_id, record.part) == ("79900001", "feed-69817869")
    assert record.tagged_regions == ("19",)


def test_build_date_and_order_of_items_are_no_change() -> None:
    one = an_item("https://www.sttinfo.fi/tiedote/79900001/a")
    two = an_item("https://www.sttinfo.fi/tiedote/79900002/b")
    scraper = SOURCE.scraper()
    first = a_feed("<lastBuildDate>1</lastBuildDate>", one, two)
    second = a_feed("<lastBuildDate>2</lastBuildDate>", two, one)
    assert scraper.stable_bytes(first) == scraper.stable_bytes(second)
    token = a_release("<p>Ingressi.</p><p>Kuvat</p><!-- 1 -->")
    other = a_release("<p>Ingressi.</p><p>Kuvat</p><!-- 2 --><p>Toinen nosto</p>")
    assert scraper.stable_bytes(token) == scraper.stable_bytes(other)
    assert scraper.stable_bytes(token) != scraper.stable_bytes(a_release("<p>Uusi.</p>"))


def test_pages_that_are_no_release_fail() -> None:
    url = "https://www.sttinfo.fi/tiedote/79900001/otsikko"
    for body in ("<p>tyhjä</p>", "<h1>Virhe</h1><p>Huoltokatko</p>",
                 "<h1>X</h1><p>32.13.2026 09:00:00 EET | A | Tiedote</p>"):  # fmt: skip
        with pytest.raises(PageError):
            list(SOURCE.scraper().parse(a_page(f"<html><body>{body}</body></html>", url)))


def test_contacts_never_land() -> None:
    release = the_release(
        a_release("<p>Lisätietoja: Aapo Keksitty, aapo@example.org</p><p>Ingressi.</p>")
    )
    assert release.lead == "Ingressi."
    assert "Keksitty" not in release.model_dump_json()
