"""Repairs one line of the project list, whose commas are not quoted.

Titles, authorities and beneficiaries hold commas, so a line cannot be split from the left. It is
read from both ends instead: what has a closed form (code, fund, status and dates, amounts,
authority) anchors the free text between. A line that fails a step is never guessed at.

Pure text in, pure text out. What does not belong here: reading files or pages (`listing.py`)
and giving cells a meaning (`scraper.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_AMOUNT_TITLES = (
    "Myönnetty EU- ja valtion rahoitus",
    "Toteutunut EU- ja valtion rahoitus",
    "Suunniteltu julkinen rahoitus yhteensä",
    "Toteutunut julkinen rahoitus yhteensä",
)
HEADER_2014 = (
    "Koodi", "Rahasto", "Hankkeen nimi", "Tl", "Viranomainen", "Tila", "Aloituspvm",
    "Päättymispvm", "Toteuttajan nimi", *_AMOUNT_TITLES,
)  # fmt: skip
HEADER_2007 = (
    "Koodi", "Rahasto", "Projektin nimi", "Ohjelma / osio", "Tl", "Viranomainen",
    "Toiminnan tila", "Aloituspvm", "Päättymispvm", "Toteuttajan nimi", *_AMOUNT_TITLES,
)  # fmt: skip

CODE = re.compile(r"[ASJ]\d{5,9}")
FUND = re.compile(r"ESR\+?|EAKR|JTF")
STATUS = re.compile(r"Toiminnassa|Toiminta päättynyt|Keskeytynyt")
DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

_CODE_AND_FUND = re.compile(rf"({CODE.pattern}),({FUND.pattern}),")
#: Greedy on purpose: the last status with its two dates divides the line.
_STATUS_AND_DATES = re.compile(
    rf"(.*),({STATUS.pattern}),({DAY.pattern})?,({DAY.pattern})?,(.*)", re.DOTALL
)
#: The comma behind the digit is looked at, not consumed: `,2,4,` holds two candidates.
_PRIORITY = re.compile(r",\s*(\d)\s*(?=,)")
_ARTEFACTS = ' \t\r\n\u00a0\ufeff;,"'
_QUOTES = re.compile(r'"{2,}')
_COMMAS_AND_BLANKS = re.compile(r"[,\s]+")


class RowError(ValueError):
    """A line that fails a step of the repair rule.

    Args:
        step: name of the step: `code_fund`, `status_dates`, `amounts`, `authority` …
        reason: what was expected.
        code: project code where the line still shows one.
    """

    def __init__(self, step: str, reason: str, code: str | None = None) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason
        self.code = code


@dataclass(frozen=True)
class Vintage:
    """One programming period's form of the list.

    Attributes:
        name: `2014` or `2007`.
        header: names of the columns in order.
        authorities: normalised form -> name to show, the closed list of the period.
    """

    name: str
    header: tuple[str, ...]
    authorities: Mapping[str, str] = field(repr=False)

    @property
    def has_programme_part(self) -> bool:
        """Whether a column names the part of the programme before the priority."""
        return self.header == HEADER_2007

    def authority(self, text: str) -> str | None:
        """The authority that a cell names, or None when the closed list has no such name."""
        return self.authorities.get(normal_authority(text))


@dataclass(frozen=True)
class Cells:
    """The cells of one project as text, empty where the list shows nothing."""

    code: str
    fund: str
    title: str
    programme_part: str
    priority: str
    authority: str
    status: str
    start: str
    end: str
    beneficiary: str
    amounts: tuple[str, str, str, str]


def normal_authority(text: str) -> str:
    """Form in which authorities are compared: the list writes commas or blanks for commas."""
    return _COMMAS_AND_BLANKS.sub(" ", text).strip().casefold()


def vintages(authorities: Mapping[str, Iterable[str]]) -> dict[str, Vintage]:
    """The two vintages by name; the older list's authorities are those of both."""
    newer = {normal_authority(name): name for name in authorities["2014"]}
    older = newer | {normal_authority(name): name for name in authorities["2007"]}
    return {
        "2014": Vintage("2014", HEADER_2014, newer),
        "2007": Vintage("2007", HEADER_2007, older),
    }


def clean_line(line: str) -> str:
    """The line without what the export added around and inside it."""
    return _QUOTES.sub('"', line.rstrip(_ARTEFACTS).lstrip('"\ufeff'))


def repair_line(line: str, vintage: Vintage) -> Cells:
    """Split one line into its cells.

    Raises:
        RowError: a step fails; the line goes to quarantine.
    """
    text = clean_line(line)
    anchor = _CODE_AND_FUND.match(text)
    if anchor is None:
        raise RowError("code_fund", "the line does not begin with a code and a fund", None)
    code, fund = anchor.groups()
    divider = _STATUS_AND_DATES.fullmatch(text[anchor.end() :])
    if divider is None:
        raise RowError("status_dates", "no status followed by two dates or blanks", code)
    left, status, start, end, right = divider.groups()
    beneficiary, amounts = _split_right(right, code)
    before, priority, authority = _split_left(left, vintage, code)
    title, part = _split_title(before, code) if vintage.has_programme_part else (before, "")
    return Cells(
        code=code,
        fund=fund,
        title=title,
        programme_part=part,
        priority=priority,
        authority=authority,
        status=status,
        start=start or "",
        end=end or "",
        beneficiary=beneficiary,
        amounts=amounts,
    )


def _split_right(right: str, code: str) -> tuple[str, tuple[str, str, str, str]]:
    """Beneficiary, which may hold commas, and the four amounts at the end."""
    fields = right.rsplit(",", 4)
    if len(fields) < 5 or not all(NUMBER.fullmatch(amount) for amount in fields[1:]):
        raise RowError("amounts", "the last four fields are not all numbers", code)
    beneficiary, granted, realised, planned_public, realised_public = fields
    return beneficiary, (granted, realised, planned_public, realised_public)


def _split_left(left: str, vintage: Vintage, code: str) -> tuple[str, str, str]:
    """What stands before the priority, the priority digit, and the authority's name."""
    for candidate in _PRIORITY.finditer(left):
        authority = vintage.authority(left[candidate.end() :])
        if authority is not None:
            return left[: candidate.start()], candidate.group(1), authority
    raise RowError("authority", "no priority digit followed by a known authority", code)


def _split_title(before: str, code: str) -> tuple[str, str]:
    title, comma, part = before.rpartition(",")
    if not comma:
        raise RowError("programme_part", "no comma between title and programme part", code)
    return title, part.strip()
