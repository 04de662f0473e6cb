"""The repair rule of the unquoted list: round trips of made lines, and each step that can fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.registry import get_source
from ingestion.sources.eura2014.rows import (
    HEADER_2007,
    HEADER_2014,
    STATUS,
    Cells,
    RowError,
    Vintage,
    clean_line,
    normal_authority,
    repair_line,
    vintages,
)

OPTIONS = get_source("eura2014").spec.options
VINTAGES = vintages(OPTIONS["authorities"])
STATUSES = tuple(STATUS.pattern.split("|"))
GOOD = (
    "S29911,ESR,Luotsi, suunta ja 2, osa,4,Hämeen elinkeino-, liikenne- ja ympäristökeskus,"
    "Toiminnassa,1.3.2016,31.8.2018,Koivulahden opisto, aikuispuoli,310000,-298.5,387500,0"
)

#: Free text as the list has it: commas, digits and quotes, no blank or quote at its ends.
_words = st.text(alphabet='abcåäö XY019,.-?|"', min_size=1, max_size=40).map(
    lambda text: clean_line(text).strip(' ,;"')
)
_titles = _words.filter(lambda text: text != "" and '""' not in text)
_beneficiaries = _titles
_days = st.one_of(
    st.just(""),
    st.builds("{}.{}.{}".format, st.integers(1, 28), st.integers(1, 12), st.integers(2007, 2023)),
)
_amounts = st.tuples(
    *[
        st.one_of(
            st.integers(-10_000, 9_999_999).map(str),
            st.decimals(-999, 999_999, places=2).map(lambda value: f"{value:f}"),
        )
    ]
    * 4
)


def _cells(vintage: Vintage, part: st.SearchStrategy[str]) -> st.SearchStrategy[Cells]:
    return st.builds(
        Cells,
        code=st.from_regex(r"\A[ASJ](?:[0-9]{5}|[0-9]{6}|[0-9]{9})\Z"),
        fund=st.sampled_from(["ESR", "ESR+", "EAKR", "JTF"]),
        title=_titles,
        programme_part=part,
        priority=st.integers(1, 7).map(str),
        authority=st.sampled_from(sorted(vintage.authorities.values())),
        status=st.sampled_from(STATUSES),
        start=_days,
        end=_days,
        beneficiary=_beneficiaries,
        amounts=_amounts,
    )


def _line(cells: Cells, vintage: Vintage, dirt: tuple[str, str, str, str]) -> str:
    """The cells as the export wrote them: unquoted, with its artefacts around."""
    lead, blank, comma, tail = dirt
    authority = cells.authority.replace(",", comma)
    part = [cells.programme_part] if vintage.has_programme_part else []
    fields = [
        cells.code, cells.fund, cells.title, *part, cells.priority, blank + authority,
        cells.status, cells.start, cells.end, cells.beneficiary, *cells.amounts,
    ]  # fmt: skip
    return lead + ",".join(fields) + tail


_dirt = st.tuples(
    st.sampled_from(["", '"', '""']),
    st.sampled_from(["", " "]),
    st.sampled_from([",", " ", ""]),
    st.sampled_from(["", ";", ",,;", '";', " ;\r"]),
)


@settings(max_examples=1000, deadline=None)
@given(_cells(VINTAGES["2014"], st.just("")), _dirt)
def test_lines_of_2014_come_back(cells: Cells, dirt: tuple[str, str, str, str]) -> None:
    assert repair_line(_line(cells, VINTAGES["2014"], dirt), VINTAGES["2014"]) == cells


@settings(max_examples=1000, deadline=None)
@given(_cells(VINTAGES["2007"], st.sampled_from(OPTIONS["programme_parts"])), _dirt)
def test_lines_of_2007_come_back(cells: Cells, dirt: tuple[str, str, str, str]) -> None:
    assert repair_line(_line(cells, VINTAGES["2007"], dirt), VINTAGES["2007"]) == cells


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for vintage in VINTAGES.values():
        try:
            cells = repair_line(text, vintage)
        except RowError as error:
            assert error.step
        else:
            assert cells.code in text


def test_a_line_is_read_from_both_ends() -> None:
    cells = repair_line(GOOD, VINTAGES["2014"])
    assert cells.title == "Luotsi, suunta ja 2, osa"
    assert cells.priority == "4"
    assert cells.beneficiary == "Koivulahden opisto, aikuispuoli"
    assert cells.amounts == ("310000", "-298.5", "387500", "0")


@pytest.mark.parametrize(
    ("old", "new", "step", "code"),
    [
        ("S29911", "X29911", "code_fund", None),
        ("S29911", "S2991", "code_fund", None),
        (",ESR,", ",EMKR,", "code_fund", None),
        ("1.3.2016", "310000", "status_dates", "S29911"),
        (",Toiminnassa", ",Odottaa", "status_dates", "S29911"),
        (",31.8.2018", "", "status_dates", "S29911"),
        (",387500", "", "amounts", "S29911"),
        (",387500", ",387 500", "amounts", "S29911"),
        (",387500", ",", "amounts", "S29911"),
        ("opisto, aikuispuoli,310000", "310000", "amounts", "S29911"),
        ("Hämeen", "Ruotsi Hämeen", "authority", "S29911"),
        (",4,", ",44,", "authority", "S29911"),
        ("Hämeen elinkeino", "Saariston elinkeino", "authority", "S29911"),
    ],
)
def test_each_step_refuses_what_it_cannot_read(
    old: str, new: str, step: str, code: str | None
) -> None:
    damaged = GOOD.replace(old, new, 1)
    if step == "amounts" and "aikuispuoli" in old:
        damaged = damaged.replace(",0", "", 1)
    with pytest.raises(RowError) as caught:
        repair_line(damaged, VINTAGES["2014"])
    assert (caught.value.step, caught.value.code) == (step, code)


def test_the_last_status_divides_the_line() -> None:
    line = GOOD.replace("Luotsi, suunta", "Luotsi,Keskeytynyt,1.1.2010,2.2.2011,suunta")
    cells = repair_line(line, VINTAGES["2014"])
    assert cells.title == "Luotsi,Keskeytynyt,1.1.2010,2.2.2011,suunta ja 2, osa"
    assert cells.status == "Toiminnassa"


def test_the_older_list_needs_a_programme_part() -> None:
    line = GOOD.replace("Luotsi, suunta ja 2, osa", "Luotsi")
    with pytest.raises(RowError) as caught:
        repair_line(line, VINTAGES["2007"])
    assert caught.value.step == "programme_part"


def test_authorities_are_compared_without_commas_blanks_and_case() -> None:
    assert normal_authority(" Hämeen  ELINKEINO-,liikenne- ") == "hämeen elinkeino- liikenne-"
    assert len(VINTAGES["2014"].authorities) == 16
    assert set(VINTAGES["2014"].authorities) < set(VINTAGES["2007"].authorities)
    assert len(HEADER_2014) == 13
    assert len(HEADER_2007) == 14
