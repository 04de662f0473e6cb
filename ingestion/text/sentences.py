"""Where sentences begin and end in publishers' text.

Full stops of abbreviations, ordinals and dates do not end a sentence, and a line of a list is
a sentence of its own. What does not belong here: what a sentence means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingestion.text.memory import remembered

_ABBREVIATIONS = (
    "milj", "mrd", "mn", "n", "ca", "noin", "esim", "mm", "ym", "yms", "eli", "ns", "klo", "kl",
    "nyk", "ent", "os", "nro", "no", "nr", "puh", "p", "tel", "max", "min", "approx", "vrt", "ks",
    "t.ex", "bl.a", "d.v.s", "dvs", "s.k", "e.g", "i.e", "etc", "r.y", "alk", "v", "vs", "st",
    "prof",
)  # fmt: skip
_END = re.compile(
    r"""
    (?P<stop>[.!?…])["”’»)]*(?:\s+)(?=["“”«'(\[]*[A-ZÅÄÖÉ0-9•])
    | (?P<blank>[ \t\r]*\n[ \t\r]*\n\s*)
    | (?P<line>[ \t\r]*\n[ \t]*)
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"([\w.]+)$")
_CONTINUES = re.compile(r"[a-zåäöé€(]")
#: A sum or a date that was wrapped to the next line; a number with a full stop begins an item.
_NUMBER_ON = re.compile(r"\d(?!\d{0,2}[.)]\s)")
_IN_A_WORD = re.compile(r"[a-zåäö]$")


@remembered
def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a text, in order, without surrounding blanks."""
    start = 0
    for match in _END.finditer(text):
        if match["stop"] is not None:
            cut = match.start() + 1
            if not _stop_ends(text, start, match):
                continue
        else:
            cut = match.start()
            if match["line"] is not None and _line_continues(text, start, match):
                continue
        yield from _trimmed(text, start, cut)
        start = match.end() if match["stop"] is None else cut
    yield from _trimmed(text, start, len(text))


def sentence_of(spans: list[tuple[int, int]], position: int) -> int:
    """Index of the sentence that holds a position (the last one that starts before it)."""
    found = 0
    for index, (start, _) in enumerate(spans):
        if start > position:
            break
        found = index
    return found


def _stop_ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - 24) : match.start()]
    following = text[match.end() : match.end() + 1]
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    last = word[1].lower()
    if last[-1:].isdigit() and following.isdigit():
        return False
    return last.rstrip(".") not in _ABBREVIATIONS


def _line_continues(text: str, start: int, match: re.Match[str]) -> bool:
    """A wrapped line goes on in lower case; a line that ended in a colon or stop does not."""
    before = text[start : match.start()].rstrip()
    after = text[match.end() : match.end() + 6]
    if not before or before[-1] in ".:;!?€":
        return False
    if _CONTINUES.match(after):
        return True
    # A line of one word above a number is a label with its value, not a broken sentence.
    return bool(" " in before and _IN_A_WORD.search(before) and _NUMBER_ON.match(after))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without surrounding blanks; none where there is nothing else."""
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    stop = start + len(piece.rstrip())
    if begin < stop:
        yield begin, stop
