"""Days, months, years and ranges: forms, precision, and what is not guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.dates import find_dates, find_periods, read_day, read_period

DAY, MONTH, YEAR = "day", "month", "year"

RANGES = [
    ("Alkaa 1.6.2015 ja päättyy 31.5.2017", "2015-06-01", "2017-05-31", DAY, DAY),
    ("1.3.2098 – 31.12.2099", "2098-03-01", "2099-12-31", DAY, DAY),
    ("1.3.2098-31.12.2099", "2098-03-01", "2099-12-31", DAY, DAY),
    ("01.03.2098—31.12.2099", "2098-03-01", "2099-12-31", DAY, DAY),
    ("01.02.209831.12.2099", "2098-02-01", "2099-12-31", DAY, DAY),
    ("4.2.–18.3.2099", "2099-02-04", "2099-03-18", DAY, DAY),
    ("12.4.-28.10.2099", "2099-04-12", "2099-10-28", DAY, DAY),
    ("11-19.5.2099", "2099-05-11", "2099-05-19", DAY, DAY),
    ("7.11. 2098 – 1.12. 2099", "2098-11-07", "2099-12-01", DAY, DAY),
    ("1.3.2098 alkaen 31.12.2099 saakka", "2098-03-01", "2099-12-31", DAY, DAY),
    ("3 maj till 9 oktober 2099", "2099-05-03", "2099-10-09", DAY, DAY),
    ("den 1 mars 2097 – den 31 december 2099", "2097-03-01", "2099-12-31", DAY, DAY),
    ("12 oktober till 11 december 2099", "2099-10-12", "2099-12-11", DAY, DAY),
    ("1 March 2098 – 31 December 2099", "2098-03-01", "2099-12-31", DAY, DAY),
    ("between 1 March 2098 and 31 December 2099", "2098-03-01", "2099-12-31", DAY, DAY),
    ("June 4, 2098 – June 5, 2099", "2098-06-04", "2099-06-05", DAY, DAY),
    ("elokuusta 2098 joulukuuhun 2099", "2098-08-01", "2099-12-31", MONTH, MONTH),
    ("elokuu 2098 – helmikuu 2099", "2098-08-01", "2099-02-28", MONTH, MONTH),
    ("elo–joulukuu 2099", "2099-08-01", "2099-12-31", MONTH, MONTH),
    ("augusti 2098 – december 2099", "2098-08-01", "2099-12-31", MONTH, MONTH),
    ("August 2098 to December 2099", "2098-08-01", "2099-12-31", MONTH, MONTH),
    ("8/2098–2/2099", "2098-08-01", "2099-02-28", MONTH, MONTH),
    ("(ESR 1.2.2098 – 30.6.2099)", "2098-02-01", "2099-06-30", DAY, DAY),
    ("(ELY, 2094 — 2097)", "2094-01-01", "2097-12-31", YEAR, YEAR),
    ("Kesto: 2098–2099", "2098-01-01", "2099-12-31", YEAR, YEAR),
    ("Hanke toteutetaan vuosina 2098–2099.", "2098-01-01", "2099-12-31", YEAR, YEAR),
    ("Hanke käynnistyy elokuussa 2098 ja jatkuu vuoden 2099 loppuun.",
     "2098-08-01", "2099-12-31", MONTH, YEAR),
    ("The project starts in August 2098 and ends on 31 December 2099.",
     "2098-08-01", "2099-12-31", MONTH, DAY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end", "start_precision", "end_precision"), RANGES)
def test_range(text: str, start: str, end: str, start_precision: str, end_precision: str) -> None:
    (found,) = find_periods(text)
    assert (str(found.start), str(found.end)) == (start, end)
    assert (found.start_precision, found.end_precision) == (start_precision, end_precision)
    assert found.quote == text[found.start_pos : found.end_pos]


NO_RANGES = [
    "1.–30.11.",
    "Ohjelmakausi 2021–2027",
    "Strategia 2098–2099",
    "Tavoitteena on hankkeen toteutus strategian 2098–2099 mukaan.",
    "30.2.2098–1.4.2099",
    "31.12.2099–1.3.2098",
    "laki 699/2099 ja (EU) 2099/1060",
    "29.98.97–30.98.97",
    "kolmivuotinen hanke",
    "for three years",
    "20.3.2099 saakka",
    "/hanke-kehittaminen-2022-202",
]


@pytest.mark.parametrize("text", NO_RANGES)
def test_no_range(text: str) -> None:
    assert find_periods(text) == []


LABELLED = [
    ("2098", "2098-01-01", "2098-12-31", YEAR, YEAR),
    ("2098-2099", "2098-01-01", "2099-12-31", YEAR, YEAR),
    ("2098–99", "2098-01-01", "2099-12-31", YEAR, YEAR),
    ("8/2098", "2098-08-01", "2098-08-31", MONTH, MONTH),
    ("elokuu 2098", "2098-08-01", "2098-08-31", MONTH, MONTH),
    ("1.3.2098 – joulukuu 2099", "2098-03-01", "2099-12-31", DAY, MONTH),
    ("1.3.2098–2099", "2098-03-01", "2099-12-31", DAY, YEAR),
    ("1.3.2098 alkaen", "2098-03-01", "None", DAY, None),
    ("1.3.2098 –", "2098-03-01", "None", DAY, None),
    ("– 31.12.2099", "None", "2099-12-31", None, DAY),
    ("31.12.2099 saakka", "None", "2099-12-31", None, DAY),
    ("vuodesta 2098 alkaen", "2098-01-01", "None", YEAR, None),
    ("vuoden 2099 loppuun", "None", "2099-12-31", None, YEAR),
    ("syksy 2098 – kevät 2099", "2098-01-01", "2099-12-31", YEAR, YEAR),
    ("från 1.3.2098", "2098-03-01", "None", DAY, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end", "start_precision", "end_precision"), LABELLED)
def test_labelled_value(
    text: str, start: str, end: str, start_precision: str | None, end_precision: str | None
) -> None:
    found = read_period(text)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)
    assert (found.start_precision, found.end_precision) == (start_precision, end_precision)


@pytest.mark.parametrize(
    "text",
    ["", "kolmivuotinen", "ei tiedossa", "30.2.2098–1.4.2099", "2099–2098", "1.–30.11.", "-"],
)
def test_labelled_value_that_tells_no_time(text: str) -> None:
    assert read_period(text) is None


POINTS = [
    ("7.11. 2099", "2099-11-07", DAY),
    ("lokakuuta3.10.2099", "2099-10-03", DAY),
    ("Katsaus vuoteen 20258.2.2026 09:06:39 EET", "2026-02-08", DAY),
    ("4 June 2099", "2099-06-04", DAY),
    ("June 4, 2099", "2099-06-04", DAY),
    ("June 2099", "2099-06-01", MONTH),
    ("den 7 mars 2099", "2099-03-07", DAY),
    ("7. maaliskuuta 2099", "2099-03-07", DAY),
    ("elokuussa 2098", "2098-08-01", MONTH),
    ("2099-03-07", "2099-03-07", DAY),
    ("20.3.2099 klo 16.15", "2099-03-20", DAY),
    ("loppusyksystä 2098", "2098-01-01", YEAR),
]


@pytest.mark.parametrize(("text", "day", "precision"), POINTS)
def test_point(text: str, day: str, precision: str) -> None:
    (found,) = find_dates(text)
    assert (str(found.day), found.precision) == (day, precision)


@pytest.mark.parametrize(
    "text", ["31.2.2099", "1.13.2099", "29.2.2099", "1.11.", "29.98.97", "12/2099"]
)
def test_impossible_or_undated_is_not_found(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.3.2099", date(2099, 3, 1)),
        (" 01.03.2099 ", date(2099, 3, 1)),
        ("7.11. 2099", date(2099, 11, 7)),
        ("31.2.2099", None),
        ("1.3.99", None),
        ("1.3.2099 klo 9", None),
        ("", None),
    ],
)
def test_read_day(text: str, day: date | None) -> None:
    assert read_day(text) == day


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2150, 1, 1))
_SV = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
       "oktober", "november", "december"]  # fmt: skip


def _written(day: date, form: str) -> str:
    return {
        "plain": f"{day.day}.{day.month}.{day.year}",
        "padded": f"{day.day:02d}.{day.month:02d}.{day.year}",
        "inner": f"{day.day}.{day.month}. {day.year}",
        "sv": f"{day.day} {_SV[day.month - 1]} {day.year}",
        "en": f"{day.day} {day.strftime('%B')} {day.year}",
    }[form]


@settings(max_examples=1_000, deadline=None)
@given(DAYS, st.integers(0, 4000), st.sampled_from(["plain", "padded", "inner", "sv", "en"]),
       st.sampled_from([" – ", "-", " - ", "–", "—"]))  # fmt: skip
def test_range_survives(start: date, days: int, form: str, dash: str) -> None:
    end = start + timedelta(days=days)
    text = f"Kesto: {_written(start, form)}{dash}{_written(end, form)}"
    (found,) = find_periods(text)
    assert (found.start, found.end, found.start_precision) == (start, end, "day")
    assert read_period(text.removeprefix("Kesto: ")) is not None


@settings(max_examples=1_000, deadline=None)
@given(DAYS, st.sampled_from(["plain", "padded", "inner", "sv", "en"]))
def test_day_survives(day: date, form: str) -> None:
    (found,) = find_dates(f"Julkaistu {_written(day, form)}.")
    assert (found.day, found.precision) == (day, "day")


@settings(max_examples=1_000, deadline=None)
@given(st.text(alphabet="0123456789.,-–/ \nakuutiljmrs", max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for period in find_periods(text):
        assert period.start or period.end
        assert not (period.start and period.end and period.start > period.end)
    for point in find_dates(text):
        assert point.quote == text[point.start : point.end]
