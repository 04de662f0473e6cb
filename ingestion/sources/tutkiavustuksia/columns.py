"""The tables that this source knows by their headings, and what becomes of each column.

What does not belong here: what the cells of a row mean (`decisions.py`, `transfer.py`).
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.platforms.table_rows import Column, Layout

#: The exported table of granted decisions: exact headings, any order.
GRANTED: Final = Layout(
    columns=(
        Column("decided_on", ("Päätös pvm",)),
        Column("recipient", ("Saajan nimi",)),
        Column("funder", ("Myöntäjä",)),
        Column("case", ("Asianumero",)),
        Column("applied", ("Haettu",)),
        Column("granted", ("Myönnetty",)),
        Column("eu", ("EU-varat",)),
        Column("purpose", ("Hyväksytty käyttötarkoitus",)),
        Column("call", ("Haun nimi (asianumero)",)),
        Column("regions", ("Alueet",)),
    ),
    least=4,
)
#: Columns that only a table of granted decisions has; without any of them a table of the same
#: export holds refused or received applications.
ONLY_GRANTED: Final = frozenset({"granted", "eu", "purpose"})

#: Columns of the producers' transfer file that say nothing of a grant, each with the reason.
IGNORED: Final[dict[str, str]] = {
    "avustushakuNimi": "the call number beside it joins to the call itself",
    "avustushakuAvustuslaji": "an attribute of the call",
    "avustushakuAlkaaPvm": "window of the call, not of the grant",
    "avustushakuPaattyyPvm": "window of the call, not of the grant",
    "avustushakuURL": "an attribute of the call",
    "avustusasiaVireilletuloPvm": "day of the application",
    "avustusasiaKieli": "language of the application form",
    "avustushakemusHaettuKayttotarkoitus": "what was asked for; the approved use stands apart",
    "avustushakemusAlueHyvinvointialueet": "no one-to-one key to a maakunta",
    "avustuspaatosPerustelu": "running text that may name persons",
    "avustuspaatosKayttoaikaAlkaaPvm": "how long money may be spent, not when a project runs",
    "avustuspaatosKayttoaikaPaattyyPvm": "how long money may be spent, not when a project runs",
    "saajanSektoriluokitus": "sector of the recipient; organisations are typed elsewhere",
}
#: The producers' transfer file. Columns of private applicants are never read.
TRANSFER: Final = Layout(
    columns=(
        Column("funder", ("valtionapuviranomainen",)),
        Column("call", ("avustushakuAsianumero",)),
        Column("case", ("avustusasiaAsianumero",)),
        Column("business_id", ("avustusasiaVireillepanijaYhteisoTunnus",)),
        Column("recipient", ("avustusasiaVireillepanijaYhteisoNimi",)),
        Column("applied", ("avustushakemusHaettuAvustus",)),
        Column("municipalities", ("avustushakemusAlueKunnat",)),
        Column("maakunnat", ("avustushakemusAlueMaakunnat",)),
        Column("countries", ("avustushakemusAlueValtiot",)),
        Column("decided_on", ("avustuspaatosPvm",)),
        Column("verdict", ("avustuspaatosTyyppi",)),
        Column("granted", ("avustuspaatosMyonnettyAvustus",)),
        Column("purpose", ("avustuspaatosHyvaksyttyKayttotarkoitus",)),
        Column("paid", ("avustuspaatosMaksettuAvustus",)),
        Column("hide_purpose", ("piilotaKayttotarkoitus",)),
        Column("hide_applicant", ("piilotaVireillepanija",)),
        Column("withdrawn", ("poistaTiedot",)),
        Column("eu", ("euVarat",)),
        Column("foreign", ("ulkomainenSaaja",)),
        *(Column(name, (name,)) for name in IGNORED),
    ),
    anchors=("verdict", "case"),
    dropped=re.compile("VireillepanijaHenkilo"),
)
