"""What no published text holds, whatever table it stands in.

What does not belong here: what a text says.
"""

from __future__ import annotations

from expectations.patterns import IDENTITY_CODE, MAIL, MARKUP, MOJIBAKE, PHONE
from expectations.suite import Check


def clean_text(column: str = "text") -> tuple[Check, ...]:
    """Checks of a column that holds all texts of a row."""
    return tuple(
        Check("ExpectColumnValuesToNotMatchRegex", column, why, arguments={"regex": pattern})
        for pattern, why in (
            (MOJIBAKE, "Letters are damaged: the page was read with the wrong character set."),
            (MARKUP, "Tags or entities of a page stand in a text that people read."),
            (MAIL, "A mail address stands in a published text: personal data is never published."),
            (PHONE, "A phone number stands in a published text: personal data is never published."),
            (IDENTITY_CODE, "A personal identity code must never be published."),
        )
    )
