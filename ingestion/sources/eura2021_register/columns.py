"""Columns of the register export: canonical names and the headings that may stand for them.

The headings of the real export are unknown, so every alias is an assumption and an unknown
heading is drift. What does not belong here: what the cells mean (`projects.py`).
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.platforms.table_rows import Column, Layout

_SILENT = re.compile(r"[\s\-‐‑–—_]+")


def fold_heading(text: str) -> str:
    """A heading without case, blanks, hyphens and underscores."""
    return _SILENT.sub("", text).casefold()


REGISTER: Final = Layout(
    columns=(
        Column("hankekoodi", ("hankekoodi", "Koodi", "Projektikoodi")),
        Column("ohjelmakausi", ("ohjelmakausi",), required=False),
        Column("rahasto", ("rahasto",)),
        Column("nimi", ("Hankkeen nimi", "Projektin nimi", "Nimi")),
        Column("toteuttaja", ("Toteuttaja", "Toteuttajan nimi", "Hakija", "Tuensaaja")),
        Column("y_tunnus", ("Y-tunnus",), required=False),
        Column(
            "viranomainen", ("Viranomainen", "Vastuuviranomainen", "Rahoittaja"), required=False
        ),
        Column("tila", ("Tila", "Hankkeen tila"), required=False),
        Column("aloituspvm", ("Aloituspvm", "Aloituspäivä"), required=False),
        Column("paattymispvm", ("Päättymispvm", "Päättymispäivä", "paattymispvm"), required=False),
        Column(
            "myonnetty_eu_valtio",
            ("Myönnetty EU- ja valtion rahoitus", "Myönnetty", "myonnetty_eu_valtio"),
            required=False,
        ),
        Column(
            "toteutunut_eu_valtio",
            ("Toteutunut EU- ja valtion rahoitus", "Toteutunut", "toteutunut_eu_valtio"),
            required=False,
        ),
        Column("tiivistelma", ("Tiivistelmä", "tiivistelma"), required=False),
        Column("sijainti", ("Sijainti",), required=False),
    ),
    anchors=("hankekoodi", "nimi"),
    fold=fold_heading,
    dropped=re.compile(r"yhteyshenkil|sähköposti|puhelin", re.IGNORECASE),
)
