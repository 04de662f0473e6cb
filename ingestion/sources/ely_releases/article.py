"""A release page cut down to its own text: title, byline, lead and body.

The tags of the pages are not known, so the text is read by its labels. What follows the first
closing label is contacts, boilerplate and teasers of *other* releases: it is never read. What
does not belong here: what the text says (`stories.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

from ingestion.scraper import Drift, PageError
from ingestion.settings import HELSINKI
from ingestion.text import html
from ingestion.text.language import detect_language
from ingestion.text.names import collapse, comparable
from ingestion.text.privacy import has_personal_data

_OFFSETS = {"EET": timedelta(hours=2), "EEST": timedelta(hours=3)}
#: Sweden's and Finland's releases of the same service; anything else is reported.
_TYPES = frozenset({"tiedote", "pressmeddelande", "press release", "uutinen", "nyhet", "news"})
_STAMP = (
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\s+(?P<hour>\d{1,2})[:.]"
    r"(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?\s+(?P<zone>EEST|EET)"
)
_REST = re.compile(r"\s*\|\s*(?P<rest>.+)$")
_TEASER = re.compile(rf"{_STAMP}\s*\|")
#: Rows between the title and its byline, e.g. the title itself and a share button.
_BYLINE_WITHIN = 6
#: A shorter row is too short to tell its language.
_TELLING_ROW = 40
#: A mark and a sum at the end of a row without a full stop: a row of a list, no prose.
_SUM_ROW = re.compile(
    r"[,:;/–-]\s*\(?\d[\d\s.,]*(?:€|euro[as]?|EUR)?\)?$"
    r"|[,:;/–(-]\s*(?:(?:EUR|€)\s?\d[\d\s.,]*|\d[\d\s.,]*(?:€|euro[as]?|EUR))(?:\)|[,:;/–-]|\s|$)"
)
_CUT_WORDS = frozenset(
    comparable(word)
    for word in (
        *("Avainsanat", "Asiasanat", "Nyckelord", "Keywords"),
        *("Yhteyshenkilöt", "Yhteyshenkilö", "Yhteystiedot", "Kontakter", "Kontakt"),
        *("Kontaktpersoner", "Kontaktuppgifter", "Contacts", "Contact"),
        *("Kuvat", "Kuva", "Bilder", "Bild", "Images", "Media"),
        *("Dokumentit", "Dokument", "Documents", "Liitteet", "Bilagor"),
        *("Linkit", "Länkar", "Links"),
        *("Tietoja julkaisijasta", "Om utgivaren", "Information om utgivaren"),
        *("Uppgifter om utgivaren", "Om publiceraren", "About the publisher", "About us"),
    )
)
_CUT_STARTS = tuple(
    comparable(word)
    for word in (
        "Lue lisää julkaisijalta",
        "Tilaa tiedotteet",
        "Läs mer från",
        "Läs mera från",
        "Prenumerera på",
        "Beställ pressmeddelanden",
        "Subscribe to",
        "Read more from",
        "More from",
    )
)
_SHARE = frozenset({"jaa", "dela", "share", "tulosta", "skriv ut", "print"})


@dataclass(frozen=True)
class Byline:
    """When, by whom and as what a release was published; the time may be missing."""

    published_at: datetime | None
    publisher: str | None
    release_type: str | None
    drifts: tuple[Drift, ...] = ()


@dataclass(frozen=True)
class Article:
    """A release's own text; `paragraphs` begin with the lead and hold no contacts."""

    title: str
    byline: Byline
    paragraphs: tuple[str, ...]

    @property
    def lead(self) -> str | None:
        """The first paragraph."""
        return self.paragraphs[0] if self.paragraphs else None

    @property
    def text(self) -> str:
        """Lead and body, one paragraph a row."""
        return "\n".join(self.paragraphs)


def read_article(tree: BeautifulSoup) -> Article:
    """Read a release page.

    Raises:
        PageError: no `h1` is followed by a byline, or its time does not exist.
    """
    headings = [tag for tag in tree.find_all("h1") if collapse(tag.get_text(" "))]
    if not headings:
        raise PageError("h1", "the page has no title")
    for heading in headings:
        rows, title = list(_rows_from(heading)), _title(heading)
        for at, row in enumerate(rows[:_BYLINE_WITHIN]):
            if byline := _read_byline(row, title):
                paragraphs = _own_language(title, list(_own(rows[at + 1 :])))
                return Article(title, byline, tuple(paragraphs))
    for heading in headings:
        rows, title = list(_rows_from(heading)), _title(heading)
        if article := _without_byline(rows, title):
            return article
    raise PageError("byline", "no date, publisher and type below the title")


def _without_byline(rows: Sequence[str], title: str) -> Article | None:
    """A release whose byline is missing: a share button below its title, and a closing label."""
    share = next((at for at, row in enumerate(rows[:4]) if comparable(row) in _SHARE), None)
    if share is None or not any(_is_cut(row) for row in rows[share:]):
        return None
    paragraphs = _own_language(title, list(_own(rows[share + 1 :])))
    drift = Drift("missing", "byline", "no date, publisher and type below the title")
    return Article(title, Byline(None, None, None, (drift,)), tuple(paragraphs))


def split_glued(text: str) -> tuple[str, re.Match[str]] | None:
    """Title and stamp of a list row where both run together without a blank.

    A title may end in a year (`… vuoteen 2025` + `8.2.2026 …`), so the split that leaves a whole
    year, or no digit, before the date is taken.
    """
    splits = []
    for match in _glued_stamps(text):
        title = text[: match.start()].rstrip()
        digits = re.search(r"\d*$", title)
        width = len(digits[0]) if digits else 0
        is_year = width == 4 and title[-4:-2] in ("19", "20")
        if read_stamp(match) is not None:
            splits.append((not (width == 0 or is_year), -len(match["day"]), title, match))
    if not splits:
        return None
    _, _, title, match = min(splits, key=lambda split: split[:2])
    return title, match


def _glued_stamps(text: str) -> Iterator[re.Match[str]]:
    first = re.search(_STAMP, text)
    if first is None:
        return
    pattern = re.compile(_STAMP)
    for start in (first.start(), first.start() + 1):
        if match := pattern.match(text, start):
            yield match


def read_stamp(match: re.Match[str]) -> datetime | None:
    """The instant of a stamp in UTC, or None for a day or hour that does not exist."""
    try:
        return datetime(
            int(match["year"]),
            int(match["month"]),
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            int(match["second"] or 0),
            tzinfo=timezone(_OFFSETS[match["zone"]]),
        ).astimezone(UTC)
    except ValueError:
        return None


def _rows_from(heading: Tag) -> Iterator[str]:
    """Lines of the page from the title on; teasers may stand before it."""
    body = heading.find_parent("body") or heading.parent
    if body is None:
        return
    _join_cells(body)
    marker = "\u241e"
    heading.insert(0, marker)
    rows = html.lines(body)
    heading.contents[0].extract()
    for at, row in enumerate(rows):
        if marker in row:
            yield row.partition(marker)[2].strip()
            yield from rows[at + 1 :]
            return


def _join_cells(body: Tag) -> None:
    """Cells of one row of a table stand in one line, with a mark between them."""
    for row in body.find_all("tr"):
        cells = [] if row.find(["tr", "h1"]) else row.find_all(["td", "th"])
        if len(cells) > 1:
            row.string = " | ".join(collapse(cell.get_text(" ")) for cell in cells)


def _title(heading: Tag) -> str:
    title = collapse(heading.get_text(" "))
    glued = split_glued(title)
    return glued[0] if glued else title


def _read_byline(row: str, title: str) -> Byline | None:
    """The byline of a row, also where it runs on from the title; None where there is none.

    Behind another title it is the row of a list.
    """
    if _TEASER.search(row) is None:
        return None
    glued = split_glued(row)
    if glued is not None and glued[0] and comparable(glued[0]) != comparable(title):
        return None
    instant = read_stamp(glued[1]) if glued else None
    if glued is None or instant is None:
        raise PageError("byline", "a date or time that does not exist")
    stamp = glued[1]
    rest = _REST.match(row, stamp.end())
    drifts = []
    local = instant.astimezone(HELSINKI)
    if local.utcoffset() != _OFFSETS[stamp["zone"]]:
        drifts.append(Drift("zone", "byline", f"{stamp['zone']} in month {local.month}"))
    parts = [collapse(part) for part in rest["rest"].split("|")] if rest else [""]
    release_type = parts[-1] if len(parts) > 1 else None
    if release_type is None or comparable(release_type) not in _TYPES:
        drifts.append(Drift("enum", "byline type", (release_type or "(none)")[:40]))
    return Byline(instant, parts[0] or None, release_type, tuple(drifts))


def _own(rows: Sequence[str]) -> Iterator[str]:
    """Rows that belong to this release."""
    for row, following in pairwise([*rows, ""]):
        # A second stamp is the teaser of another release, and a row before a bare one its title.
        if _is_cut(row) or _TEASER.search(row) or _TEASER.match(following):
            return
        if comparable(row) not in _SHARE and not has_personal_data(row):
            yield row


def _own_language(title: str, rows: list[str]) -> list[str]:
    """Rows without those at the end that are in another language: a teaser glued on.

    One row may be mostly a name in another language, so the language is that of most rows.
    """
    told = Counter(said for row in (title, *rows) if (said := detect_language(row)))
    language = told.most_common(1)[0][0] if told else None
    while len(rows) > 1 and len(rows[-1]) >= _TELLING_ROW:
        said = detect_language(rows[-1])
        if language is None or said in (None, language) or _is_listed(rows):
            break
        rows = rows[:-1]
    return rows


def _is_listed(rows: Sequence[str]) -> bool:
    """Whether the last row goes on with a list of sums; its name may be in any language."""
    return bool(_SUM_ROW.search(rows[-1])) and (
        rows[-2].endswith(":") or _SUM_ROW.search(rows[-2]) is not None
    )


def _is_cut(row: str) -> bool:
    said = comparable(row).rstrip(": ")
    return said in _CUT_WORDS or said.startswith(_CUT_STARTS)
