"""Identifiers: forms, normal values, check digits, look-alikes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.identifiers import business_id_valid, find_codes, normal_business_id

FORMS = [
    ("OKM901:00/2099", "hanke_tunnus", "OKM901:00/2099"),
    ("https://valtioneuvosto.fi/hanke?tunnus=OKM901%3A00%2F2099", "hanke_tunnus",
     "OKM901:00/2099"),
    ("tunnus=okm901%253a00%252f2099&x=1", "hanke_tunnus", "OKM901:00/2099"),
    ("VN/90001/2099", "vn_case", "VN/90001/2099"),
    ("VM/1959/03.01.01/2017", "vn_case", "VM/1959/03.01.01/2017"),
    ("(S39901)", "eura", "S39901"),
    ("projektikoodi=A70001", "eura", "A70001"),
    ("J10001.", "eura", "J10001"),
    ("A399901", "eura", "A399901"),
    ("A299999901", "eura", "A299999901"),
    ("VA-OPH-2099-901", "grant_call", "va-oph-2099-901"),
    ("Y-tunnus: 7654321-2", "y_tunnus", "7654321-2"),
    ("7654321–2", "y_tunnus", "7654321-2"),
    ("FI76543212", "y_tunnus", "7654321-2"),
    ("https://julkaisut.example/handle/10024/999001", "handle", "10024/999001"),
    ("11111/22", "handle", "11111/22"),
    ("urn:isbn:978-952-999-111-1.", "urn", "URN:ISBN:978-952-999-111-1"),
    ("https://urn.fi/URN:NBN:fi-fe2099111", "urn", "URN:NBN:fi-fe2099111"),
    ("P3C2R1", "rrf_measure", "P3C2R1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scheme", "value"), FORMS)
def test_form(text: str, scheme: str, value: str) -> None:
    assert [(code.scheme, code.value) for code in find_codes(text)] == [(scheme, value)]


@pytest.mark.parametrize(
    "text",
    [
        "29.98.97", "699/2099", "(EU) 2099/1060", "0295 000 000", "7654321-3", "0100007-1",
        "K39901", "S3990", "S399012", "AS39901", "s39901", "1.3.2098-31.12.2099",
        "va-2099-901", "P5C2R1", "XYZ901:00/2099", "12310024/55",
    ],
)  # fmt: skip
def test_look_alike(text: str) -> None:
    assert find_codes(text) == []


def test_text_order_and_positions() -> None:
    text = "S39901, OKM901:00/2099 ja A70001"
    assert [text[code.start : code.end] for code in find_codes(text)] == [
        "S39901", "OKM901:00/2099", "A70001",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["7654321-2", "7100001-6", "7100002-4", "7100003-2", "7100004-0", "7100005-9", "7123456-8",
     "FI 7654321-2", "76543212"],
)  # fmt: skip
def test_valid_business_id(text: str) -> None:
    assert business_id_valid(text)


@pytest.mark.parametrize("text", ["7654321-3", "0100007-0", "0100007-1", "", "x", "7654321"])
def test_invalid_business_id(text: str) -> None:
    assert not business_id_valid(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        (" 7654321–2 ", "7654321-2"),
        ("FI76543212", "7654321-2"),
        ("654321-2", "0654321-2"),
        ("abc", None),
        ("765432", None),
    ],
)
def test_normal_business_id(text: str, normal: str | None) -> None:
    assert normal_business_id(text) == normal


@settings(max_examples=1_000, deadline=None)
@given(st.integers(0, 9_999_999), st.integers(0, 9))
def test_exactly_one_check_digit_or_none(body: int, digit: int) -> None:
    valid = [d for d in range(10) if business_id_valid(f"{body:07d}-{d}")]
    assert len(valid) <= 1
    found = find_codes(f"Tunnus {body:07d}-{digit} rekisterissä")
    assert bool(found) is (digit in valid)


@settings(max_examples=1_000, deadline=None)
@given(st.sampled_from(["VNK", "OKM", "TEM", "STM"]), st.integers(0, 999), st.integers(0, 99),
       st.integers(1990, 2150),
       st.sampled_from([(":", "/"), ("%3A", "%2F"), ("%3a", "%2f")]))  # fmt: skip
def test_tunnus_survives(ministry: str, n: int, m: int, year: int, marks: tuple[str, str]) -> None:
    colon, slash = marks
    (found,) = find_codes(f"katso {ministry}{n:03d}{colon}{m:02d}{slash}{year}, kiitos")
    assert found.value == f"{ministry}{n:03d}:{m:02d}/{year}"


@settings(max_examples=1_000, deadline=None)
@given(
    st.sampled_from("ASJ"),
    st.integers(0, 99_999),
    st.sampled_from(["({})", "{}.", ": {}", "{}, x"]),
)
def test_eura_code_survives(letter: str, number: int, frame: str) -> None:
    (found,) = find_codes(frame.format(f"{letter}{number:05d}"))
    assert (found.scheme, found.value) == ("eura", f"{letter}{number:05d}")
