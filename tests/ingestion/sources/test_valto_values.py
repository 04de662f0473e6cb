"""Valto: forms of single values, and XML that somebody forgot to escape."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.platforms.xml_text import XmlError, mend_attributes, mend_text, parse_strictly
from ingestion.sources.valto.items import safe_url
from ingestion.sources.valto.values import (
    is_evaluation,
    one_text,
    read_issued,
    read_licence,
    split_languages,
    split_series,
)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2099", (date(2099, 1, 1), "year")),
        ("2099-02", (date(2099, 2, 1), "month")),
        ("2099-02-28", (date(2099, 2, 28), "day")),
        ("2099-02-30", None),
        ("2099-13", None),
        ("0000", None),
        ("2099-2-1", None),
        ("28.2.2099", None),
    ],
)
def test_days_of_issue(value: str, read: tuple[date, str] | None) -> None:
    assert read_issued(value) == read


@settings(max_examples=1000, deadline=None)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_every_day_of_issue_round_trips(day: date, length: int) -> None:
    read = read_issued(day.isoformat()[:length])
    assert read is not None
    assert read[0].isoformat()[:length] == day.isoformat()[:length]
    assert read[1] == {4: "year", 7: "month", 10: "day"}[length]


@pytest.mark.parametrize(
    ("value", "series", "number"),
    [
        ("Sarja 2099:1", "Sarja", "2099:1"),
        ("Sarja 4/2099", "Sarja", "4/2099"),
        ("Sarja 2099-4", "Sarja", "2099-4"),
        ("Sarja 2099:12b", "Sarja", "2099:12b"),
        ("Sarja, 7", "Sarja", "7"),
        ("Sarja", "Sarja", None),
        ("fi=Sarja 2099:1|sv=Serie 2099:1|en=|", "Sarja", "2099:1"),
        ("Agenda 2030", "Agenda", "2030"),
    ],
)
def test_series(value: str, series: str, number: str | None) -> None:
    assert split_series(value) == (series, number)


_TEXT = st.text(
    st.characters(exclude_characters="|=", exclude_categories=("Cc", "Cs", "Cf", "Z")), min_size=1
)


@settings(max_examples=1000, deadline=None)
@given(st.dictionaries(st.sampled_from(["fi", "sv", "en"]), st.none() | _TEXT, min_size=1))
def test_languages_in_one_value(texts: dict[str, str | None]) -> None:
    value = "".join(f"{language}={text or ''}|" for language, text in texts.items())
    kept = {language: text for language, text in texts.items() if text}
    assert split_languages(value) == kept
    first = next((kept[lang] for lang in ("fi", "sv", "en") if lang in kept), "")
    assert one_text(value) == first


@pytest.mark.parametrize("value", ["Nimi", "Nimi|Namn", "fi=Nimi|Namn", "A=B", "fi=a|fi=b"])
def test_another_form_is_kept_as_it_is(value: str) -> None:
    assert split_languages(value) is None
    assert one_text(value) == value


@pytest.mark.parametrize(
    ("texts", "licence"),
    [
        (["https://creativecommons.org/licenses/by/4.0/"], "CC BY 4.0"),
        (["http://creativecommons.org/licenses/by-nc-nd/4.0/deed.fi"], "CC BY-NC-ND 4.0"),
        (["https://creativecommons.org/publicdomain/zero/1.0/"], "CC0 1.0"),
        (["fi=CC BY 4.0|sv=CC BY 4.0|en=|"], "CC BY 4.0"),
        (["CC-BY-SA 4.0"], "CC BY-SA 4.0"),
        (["CC0"], "CC0 1.0"),
        (["Kaikki oikeudet pidätetään"], None),
        (["cc: kirjaamo"], None),
        ([], None),
    ],
)
def test_licences(texts: list[str], licence: str | None) -> None:
    assert read_licence(texts) == licence


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Nuorisotakuun arviointi", True),
        ("Kirkas suunta: loppuarviointi", True),
        ("Arviointiraportti: Kirkas suunta", True),
        ("Utvärdering av projektet", True),
        ("Evaluation of the reform", True),
        ("Ohjauksen laatu ja arviointi: loppuraportti", False),
        ("Osaamisen arviointi kouluissa", False),
        ("Riskien arviointi kunnissa", False),
        ("Arviointi ja kehittäminen kouluissa", False),
        ("Katsaus ohjaukseen", False),
    ],
)
def test_what_an_evaluation_is(title: str, expected: bool) -> None:
    assert is_evaluation([title]) is expected


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=40))
def test_file_addresses_are_ascii_and_stay(path: str) -> None:
    url = safe_url(f"https://julkaisut.valtioneuvosto.fi/bitstream/{path}")
    if url is not None:
        assert url.isascii()
        assert safe_url(url) == url


@settings(max_examples=1000, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters='<>"&=')
    )
)
def test_a_well_formed_text_is_not_changed(text: str) -> None:
    assert mend_text(text) == "".join(c for c in text if c not in "\ufffe\uffff")
    tag = f'<a b="{text}" c="d"/>'
    assert mend_attributes(tag) == tag


@pytest.mark.parametrize(
    ("broken", "value"),
    [
        ('value="a & b"', "a & b"),
        ('value="a &amp; b & c"', "a & b & c"),
        ('value="R&D"', "R&D"),
        ('value="a "b" c"', 'a "b" c'),
        ('value="<p>a</p>"', "<p>a</p>"),
        ('value="a "b" & <i>c</i>" language="fi"', 'a "b" & <i>c</i>'),
    ],
)
def test_bare_signs_are_mended(broken: str, value: str) -> None:
    root = parse_strictly(mend_attributes(mend_text(f"<r><f {broken}/></r>")))
    assert root[0].get("value") == value


@pytest.mark.parametrize(
    "text", ["", "<a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "x", "<a>" * 5000]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(XmlError):
        parse_strictly(text)
