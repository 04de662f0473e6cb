"""Names, language, instruments, sentences, personal data, bytes and lines of a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.html import decode, lines, soup
from ingestion.text.instruments import read_instrument
from ingestion.text.language import detect_language
from ingestion.text.names import collapse, comparable, slug
from ingestion.text.privacy import REDACTED, has_personal_data, redact
from ingestion.text.sentences import sentence_of, sentence_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Majakkapolku Järvikunta (ESR+)", "majakkapolku-jarvikunta-esr"),
        ("Åbo – Öja  2.0", "abo-oja-2-0"),
        ("a\u0308iti", "aiti"),
        ("  ", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_collapse_and_comparable() -> None:
    assert collapse("\u00a0a \n\t b\u202f\u00adc\u200b") == "a b c"
    assert comparable("Suunta  –  ”Selväksi”") == comparable('suunta - "selväksi"')
    assert comparable("a\u0308") == comparable("Ä")


@settings(max_examples=300)
@given(st.text(max_size=80))
def test_names_are_stable(text: str) -> None:
    assert collapse(collapse(text)) == collapse(text)
    assert slug(slug(text)) == slug(text)
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hanke kehittää ohjausta.", "fi"),
        ("Ohjauspalvelujen kehittäminen", "fi"),
        ("Projektet utvecklar vägledning.", "sv"),
        ("Utveckling av vägledningstjänster i Österbotten", "sv"),
        ("The project develops guidance.", "en"),
        ("Career guidance for all", "en"),
        ("123", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("ESR+", "ESR+"), ("ESF+", "ESR+"), ("ESF Plus", "ESR+"), ("ESR", "ESR"), ("ESF", "ESR"),
        ("Europeiska socialfonden", "ESR"), ("YEI", "ESR"), ("EAKR", "EAKR"), ("ERDF", "EAKR"),
        ("JTF", "JTF"), ("Suomen kestävän kasvun ohjelma (RRF)", "RRF"), ("P3C2R1", "RRF"),
        ("Opetushallituksen valtionavustus", "STATE"), ("VN-TEAS", "STATE"),
        ("Interreg Aurora", "OTHER"), ("ESF-rådet", "OTHER"),
        ("REACT-EU", None), ("REACT-EU (EAKR)", "EAKR"), ("EU-rahoitus", None),
        ("Euroopan unionin osarahoittama", None), ("", None),
        ("valtion rahoitus ja ESR+", "ESR+"),
    ],
)  # fmt: skip
def test_instrument(text: str, instrument: str | None) -> None:
    assert read_instrument(text) == instrument


def test_sentences() -> None:
    text = (
        "Tuki on 6,4 milj. euroa. Hanke alkoi 1. maaliskuuta. Se päättyy 7.11. 2099 esim. Oulussa."
        "\nRahoitus:\n12 000 €\nrivi joka\njatkuu\n\nUusi"
    )
    spans = sentence_spans(text)
    assert [text[a:b] for a, b in spans] == [
        "Tuki on 6,4 milj. euroa.",
        "Hanke alkoi 1. maaliskuuta.",
        "Se päättyy 7.11. 2099 esim. Oulussa.",
        "Rahoitus:",
        "12 000 €",
        "rivi joka\njatkuu",
        "Uusi",
    ]
    assert sentence_of(spans, text.index("12 000")) == 4


PERSONAL = [
    "etu.suku@example.org",
    "etu.suku(at)example.org",
    "etu.suku [at] example [dot] org",
    "etu.suku%40example.org",
    "[email protected]",
    "0295 000 000",
    "p. 040 123 4567",
    "+358 40 123 4567",
    "(09) 123 4567",
    "010190-900R",
]
IMPERSONAL = [
    "1 234 560 euroa", "01.03.2098", "1.3.2098-31.12.2099", "7654321-2", "00100 Helsinki",
    "VN/90001/2099", "S39901", "29.98.97", "0,41 miljoonaa", "10024/163176", "OKM901:00/2099",
    "klo 09:30:12",
]  # fmt: skip


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_is_redacted(text: str) -> None:
    assert has_personal_data(f"Lisätietoja: {text}.")
    clean = redact(f"Lisätietoja: {text}.")
    assert REDACTED in clean
    assert not has_personal_data(clean)
    assert "example" not in clean


@pytest.mark.parametrize("text", IMPERSONAL)
def test_the_rest_is_left_alone(text: str) -> None:
    assert not has_personal_data(text)
    assert redact(f"a {text} b") == f"a {text} b"


WORD = "elinikäinen ohjaus – €"


@pytest.mark.parametrize(
    ("body", "header", "charset"),
    [
        (WORD.encode(), "utf-8", "utf-8"),
        (WORD.encode(), None, "utf-8"),
        (WORD.encode(), "iso-8859-1", "utf-8"),
        (b"\xef\xbb\xbf" + WORD.encode(), "iso-8859-1", "utf-8"),
        (b'<meta charset="utf-8">' + WORD.encode(), None, "utf-8"),
        (WORD.encode("cp1252"), None, "iso-8859-1"),
        (WORD.encode("cp1252"), "utf-8", "iso-8859-1"),
        (WORD.encode("cp1252"), "no-such-charset", "iso-8859-1"),
    ],
)
def test_decode(body: bytes, header: str | None, charset: str) -> None:
    text, used = decode(body, header)
    assert text.endswith(WORD)
    assert used == charset


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "iso-8859-1", "x"]))
def test_any_bytes_are_decoded(body: bytes, header: str | None) -> None:
    text, used = decode(body, header)
    assert isinstance(text, str)
    assert used


def test_lines() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><h1>Otsikko\n kaksi</h1>"
        "<p>Kesto:<br>1.3.2098&nbsp;–<br/>\n</p><!-- ei --><script>1</script>"
        "<ul><li>a <b>b</b></li><li></li><li>c</li></ul><table><tr><td>1</td><td>2</td></tr>"
        "</table></body></html>"
    )
    tree = soup(page.encode(), None)
    assert lines(tree) == ["Otsikko kaksi", "Kesto:", "1.3.2098 –", "a b", "c", "1", "2"]
    assert tree.br is not None
