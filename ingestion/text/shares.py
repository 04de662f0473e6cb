"""Whose part of a project's money a sum is: the row of a list, parentheses, or a genitive.

What does not belong here: that a sum is somebody's part at all (`amount_meaning`).
"""

from __future__ import annotations

import re

from ingestion.text.money import AmountFound
from ingestion.text.names import collapse
from ingestion.text.organisations import find_organisations

#: `• Majavan opisto: ` before a sum that ends its row.
_ROW = re.compile(r"[ \t•*·–-]*(?P<name>[A-ZÅÄÖ][^\d:;()]{2,100}?)\s*[:,–-]?\s*$")
_HELD = re.compile(r"\((?P<name>[A-ZÅÄÖ][^()\d]{2,100})\)")
_SHARE = re.compile(r"\s+(?:rahoitus|oma)?osuu|\s+andel|['’]?s?\s+share", re.IGNORECASE)
#: A row is a name and a sum; a verb makes it a sentence.
_VERB = re.compile(r"\b(?:on|ovat|oli|är|är på|is|are)\b|osuu|andel|share", re.IGNORECASE)


def share_holder(text: str, amount: AmountFound) -> str | None:
    """Name of the body whose part a sum is, as written, or None where the words do not tell.

    Args:
        text: the text that the amount was found in.
        amount: a sum of kind `partner_share`.
    """
    first = text.rfind("\n", 0, amount.start) + 1
    last = text.find("\n", amount.end)
    before = text[first : amount.start]
    row = _ROW.fullmatch(before)
    is_row = row and not text[amount.end : last if last >= 0 else len(text)].strip(" .;")
    if row and is_row and not _VERB.search(row["name"]):
        return collapse(row["name"])
    if held := _HELD.search(before):
        return collapse(held["name"])
    for body in find_organisations(before):
        if _SHARE.match(before, body.end):
            return body.name
    return None
