"""Forms of single values of the archive: texts in several languages, series, dates, licences.

What does not belong here: which path is read for what (`publications.py`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ingestion.records import Precision
from ingestion.text.names import collapse

_LANGUAGES = ("fi", "sv", "en")
_PART = re.compile(r"\s*([a-z]{2,3})\s*=(.*)", re.S)
#: The two characters backslash and letter, as an export wrote line ends.
_LITERAL_LINE_END = re.compile(r"(?:\\r)?\\n")
_SERIES = re.compile(r"(.*\D)[\s,;]((?:\d{4}\s?[:–-]\s?\d{1,4}|\d{1,4}/\d{4}|\d{1,4})[a-z]?)", re.S)
_ISSUED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CC = re.compile(
    r"\bCC(?P<zero>\s?0)?(?:[ -]?(?P<terms>BY(?:[ -](?:NC|SA|ND))*))?(?:[ -]?(?P<v>\d\.\d))?\b",
    re.IGNORECASE,
)
_CC_URL = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<terms>[a-z-]+)|(?P<zero>publicdomain/zero))/(?P<v>\d\.\d)",
    re.IGNORECASE,
)
#: An evaluation calls itself one. Evaluating is a subject like others where it stands beside
#: another one, or where learning, risks or consequences are evaluated.
_EVALUATION = re.compile(
    r"(?<![\w-])(?:(?:loppu|väli|kokonais|vaikuttavuus|hanke|ohjelma)?arvioin(?:ti|tia|nin|nit)"
    r"(?:raport\w*|selvity\w*)?|(?:slut|mellan|effekt)?utvärdering(?:en|srapport)?"
    r"|(?:final |interim |mid-term |impact )?evaluation)(?![\w-])",
    re.IGNORECASE,
)
_NO_EVALUATION = re.compile(
    r"(?:osaamisen|oppimisen|riskien|vaikutusten|ympäristövaikutusten|kompetenssien|opiskelijoiden)"
    r"\s+(?:arvioi\w*)|kunskaps?utvärdering|evaluation of (?:learning|skills|competence)"
    r"|(?<![\w-])(?:ja|sekä|och|samt|and|&)\s+(?:arvioin\w*|utvärdering\w*|evaluation)"
    r"|arviointi(?:a|nin)?\s+(?:ja|sekä)\s+(?:kehittämi|palau)\w*",
    re.IGNORECASE,
)


def split_languages(value: str) -> dict[str, str] | None:
    """Texts of `fi=Nimi|sv=Namn|en=|` by language, empty ones dropped; None for another form."""
    parts = [part for part in value.split("|") if part.strip()]
    found: dict[str, str] = {}
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None or match[1] in found:
            return None
        if text := collapse(match[2]):
            found[match[1]] = text
    return found if parts else None


def one_text(value: str) -> str:
    """The Finnish text of a value in several languages, else the next one; as it is otherwise."""
    texts = split_languages(value)
    if texts is None:
        return collapse(value)
    return next((texts[lang] for lang in (*_LANGUAGES, *texts) if lang in texts), "")


def clean_title(value: str) -> str:
    """A title without literal line ends, blanks collapsed."""
    return collapse(_LITERAL_LINE_END.sub(" ", value))


def split_series(value: str) -> tuple[str, str | None]:
    """Name and number of `Sarja 2099:1`, `Sarja 4/2099` or `Sarja 2099-4`."""
    text = one_text(value)
    match = _SERIES.fullmatch(text)
    if match is None:
        return text, None
    return match[1].strip(" ,;"), collapse(match[2])


def read_issued(value: str) -> tuple[date, Precision] | None:
    """First day and precision of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None for anything else."""
    match = _ISSUED.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not (year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    precision: Precision = "day" if match[3] else "month" if match[2] else "year"
    return date(year, month, day), precision


def read_licence(texts: list[str]) -> str | None:
    """The Creative Commons licence that rights statements name, in its short form."""
    for text in texts:
        match = _CC_URL.search(text) or next(
            (m for m in _CC.finditer(text) if m["terms"] or m["zero"]), None
        )
        if match is not None:
            version = match["v"] or ("1.0" if match["zero"] else None)
            terms = None if match["zero"] else match["terms"].upper().replace(" ", "-")
            return " ".join(filter(None, ("CC0" if terms is None else f"CC {terms}", version)))
    return None


def is_evaluation(texts: list[str]) -> bool:
    """Whether a title or type says that this is the evaluation of something."""
    return any(_EVALUATION.search(_NO_EVALUATION.sub(" ", text)) for text in texts)
