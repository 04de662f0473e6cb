"""Columns of the two tables of this source: supported objects with payments, and measures.

What does not belong here: what the cells mean (`objects.py`, `measures.py`).
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.platforms.table_rows import Column, Layout

#: Columns that are known and say nothing that a record keeps, each with the reason.
IGNORED: Final[dict[str, str]] = {
    "Tuen tyyppi": "form of the support, not a kind of money",
    "Tuensaajan yksilöllinen tunnus": "a number inside one authority; may stand for a person",
    "Liitteet (tyyppi)": "names of attachments",
    "Toimeksisaajat, alihankkijat": "contractors have no role in a project here",
}
#: One row a payment; the object repeats on every row. Headings as accepted, any order.
OBJECTS: Final = Layout(
    columns=(
        Column("body", ("Toimenpiteen toteuttaja",)),
        Column("object_id", ("Tukikohteen yksilöllinen tunniste",)),
        Column("name", ("Tukikohteen nimi",)),
        Column("description_fi", ("Tukikohteen kuvaus (suomi)",), required=False),
        Column("description_en", ("Tukikohteen kuvaus (englanti)",), required=False),
        Column("recipient_type", ("Hakijan tai tuensaajan tyyppi",), required=False),
        Column("recipient", ("Tuensaajan nimi",)),
        Column("recipient_id", ("Tuensaajan tunnus, kuten y-tunnus",)),
        Column("other_eu", ("Muun rahoituksen määrä, EU-rahoitus",), required=False),
        Column("other_national", ("Muun rahoituksen määrä, kansallinen rahoitus",), required=False),
        Column("payment_type", ("Maksutapahtuman tyyppi",), required=False),
        Column("paid_on", ("Maksutapahtuman päivämäärä",)),
        Column("paid", ("Maksutapahtuma, euroa",)),
        *(Column(name, (name,), required=False) for name in IGNORED),
        Column(
            "authority_number",
            ("Tuensaajan yksilöllinen tunnus (tukiviranomaisen)",),
            required=False,
        ),
    ),
    anchors=("body", "object_id"),
    dropped=re.compile(r"edunsaaj|omistaj|syntym|henkilötunnu|sähköposti|puhelin", re.IGNORECASE),
)
#: The hand-kept table of measures.
MEASURES: Final = Layout(
    columns=(
        Column("measure_code", ("measure_code",)),
        Column("name_fi", ("name_fi",)),
        Column("ministry", ("ministry",)),
        Column("valid_from", ("valid_from",)),
        Column("citation", ("citation",)),
        Column("confidence", ("confidence",)),
    ),
    anchors=("measure_code",),
)
