"""What no published text holds, whatever table it stands in.

What does not belong here: what a text says.
"""

from __future__ import annotations

from expectations.patterns import IDENTITY_CODE, MAIL, MARKUP, MOJIBAKE, PHONE, PUBLIC_URL
from expectations.suite import Check


def titled_page(url: str) -> tuple[Check, ...]:
    """Checks of rows that lead a reader by their title to a page: `same_title_share`, `text`."""
    return (
        Check(
            "ExpectColumnValuesToMatchRegex", url,
            "Each row leads to a page that a person elsewhere can open.",
            arguments={"regex": PUBLIC_URL, "mostly": 0.98}, severity="warn",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "same_title_share",
            "When most rows share one title, a heading was read as the title.",
            arguments={"max_value": 0.5}, min_rows=30,
        ),
        *clean_text(),
    )  # fmt: skip


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
