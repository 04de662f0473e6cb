"""Single grants as releases word them: a name without marks, or a row of a list.

General prose marks a project by `-hanke` or quotes. A funding release often writes the whole
official name after the word project (`hankkeelle Uusi suunta – nuorten ohjaus on myönnetty …`)
or lists `name, recipient: sum`. What does not belong here: facts told in other sentences
(`described.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingestion.text.names import collapse
from ingestion.text.organisations import find_organisations
from ingestion.text.regions import find_regions
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import MODALITIES
from ingestion.text.sentences import sentence_spans

_NAME = r"(?P<name>[\"”“«]?[A-ZÅÄÖ\d][^\n]{2,160}?)"
_FI = re.compile(
    r"\b[Hh]ankkeelle\s+"
    + _NAME
    + r"(?=\s+(?:on\s+|oli\s+)?(?:myönne|myönsi|annet(?:tu|tiin)\b|sai\b|saa\b)"
    r"|\s+(?:yhteensä|noin|enintään)?\s*\d[\d\s  ]*(?:,\d+)?\s*(?:euro|€|EUR|milj)|[,;:!?]?$|\.$)"
)
_SV = re.compile(
    r"\b(?:[Pp]rojektet)\s+" + _NAME + r"(?=\s+(?:har\s+)?(?:bevilj|fått|fick|får)\w*|[.;:!?]?$)"
)
_EN = re.compile(
    r"\b(?:to|for)\s+the\s+project\s+" + _NAME + r"(?=\s+(?:was|has|is)\b|[.;:!?]?$)"
    r"|\b[Tt]he\s+project\s+(?P<name2>[A-Z][^\n]{2,160}?)"
    r"(?=\s+(?:was|has been|is)\s+(?:granted|awarded))"
)
_SUM = (
    r"(?P<sum>\(?(?:noin |ca |enintään )?\d[\d\s  .,]*"
    r"(?:\s*(?:euroa?|€|EUR|milj\.?.*|miljo.*))?\)?)\.?$"
)
#: `Name, recipient: 10 000` or `Recipient: name, 10 000` below a sentence that says that the rows
#: were granted.
_ROWS = (
    re.compile(
        r"^(?:[•*–-]\s*)?(?P<name>[^:;]{3,160}),\s+(?P<lead>[^,:;]{3,100}?)\s*[,:;–-]\s*" + _SUM
    ),
    re.compile(
        r"^(?:[•*–-]\s*)?(?P<lead>[^,:;]{3,100}?)\s*(?::|\s[–-])\s+(?P<name>[^:;]{3,160}?)"
        r"\s*[,:;–-]\s*" + _SUM
    ),
)
_LIST_OPENS = re.compile(r"(?:hankke|projekt|project|rahoitus)[^\n]*:$", re.IGNORECASE)
_CODE_TAIL = re.compile(r"\s*\((?:[ASJ]\d{5}|[A-Z]{2,3}\d{3}:\d{2}/\d{4})\)$")
_QUOTES = '"”“«»„'


@dataclass(frozen=True)
class Decision:
    """A grant to one project: its name, where it stands, and the words that belong to it.

    `lead` is the recipient where the words beside the name tell it.
    """

    name: str
    start: int
    end: int
    first: int
    last: int
    lead: str | None = None


def find_decisions(text: str) -> list[Decision]:
    """Decisions of a text in order; refusals, plans and applications are none."""
    found = [*_named(text), *_listed(text)]
    return sorted(found, key=lambda decision: decision.start)


def _named(text: str) -> Iterator[Decision]:
    for first, last in sentence_spans(text):
        sentence = text[first:last]
        if not _is_grant(sentence):
            continue
        for pattern in (_FI, _SV, _EN):
            for match in pattern.finditer(sentence):
                group = "name" if match["name"] else "name2"
                name = _CODE_TAIL.sub("", collapse(match[group])).strip(_QUOTES + " .")
                if not _is_name(name):
                    continue
                start = first + match.start(group)
                lead = _owner(sentence, match.start())
                yield Decision(name, start, start + len(match[group]), first, last, lead)


def _listed(text: str) -> Iterator[Decision]:
    is_open = False
    at = 0
    for row in text.split("\n"):
        match = _read_row(row) if is_open else None
        if match:
            group, other = ("lead", "name") if _is_body(match["name"]) else ("name", "lead")
            name = _CODE_TAIL.sub("", collapse(match[group])).strip(_QUOTES)
            start, end = at + match.start(group), at + match.end(group)
            yield Decision(name, start, end, at, at + len(row), collapse(match[other]))
        else:
            is_open = bool(_LIST_OPENS.search(row)) and _is_grant(row)
        at += len(row) + 1


def _read_row(row: str) -> re.Match[str] | None:
    """A row of a list of grants; of two readings the one whose recipient is a body."""
    matches = [match for pattern in _ROWS if (match := pattern.match(row))]
    told = [match for match in matches if _is_body(match["lead"]) or _is_body(match["name"])]
    return next(iter([*told, *matches[:1]]), None)


def _is_body(text: str) -> bool:
    """Whether a text is nothing but the name of an organisation."""
    bare = collapse(text)
    return any(len(found.name) >= len(bare) - 2 for found in find_organisations(bare))


def _is_grant(sentence: str) -> bool:
    """Whether something was granted, and nothing refused, planned or asked for."""
    told = {hit.means for hit in hits_of(MODALITIES, sentence)}
    return "granted" in told and not told & {"negated", "planned", "applied"}


def _is_name(name: str) -> bool:
    """Not a place, not a number, and more than a word that any sentence may begin with."""
    if len(name) < 4 or not re.search(r"[^\W\d_]{3}", name):
        return False
    covered = sum(region.end - region.start for region in find_regions(name))
    return covered < len(name) - 2


def _owner(sentence: str, at: int) -> str | None:
    """The body in the genitive directly before the word for the project."""
    for organisation in find_organisations(sentence):
        between = sentence[organisation.end : at]
        said = sentence[organisation.start : organisation.end]
        if not between.strip() and said.endswith(("n", "s", ":n")):
            return organisation.name
    return None
