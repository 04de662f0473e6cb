"""Contact blocks of invented people, made only so that parsers can be seen to drop them.

What does not belong here: any person who could exist.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingestion.sandbox.phenomena.pen import Pen

_FIRST = ("Testikki", "Keksimä", "Näytemar", "Mallikko", "Kuvitelmi", "Olematar")
_LAST = ("Esimerkkilä", "Keksittynen", "Näytesalo", "Mallikkala", "Kuviteltu", "Olemattomuus")


@dataclass(frozen=True, slots=True)
class Contact:
    """An invented contact person."""

    name: str
    phone: str
    mail: str


def invent_contact(pen: Pen) -> Contact:
    """A person that does not exist, with a reserved mail domain."""
    pen.use("page.contact_block")
    pen.use("amount.phone")
    first, last = pen.rng.choice(_FIRST), pen.rng.choice(_LAST)
    local = f"{first}.{last}".lower().translate(str.maketrans("åäö", "aao"))
    return Contact(
        f"{first} {last}", f"0295 000 {pen.rng.randrange(1000):03d}", f"{local}@example.org"
    )
