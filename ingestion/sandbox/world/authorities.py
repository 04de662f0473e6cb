"""Public authorities by their official names: ministries, granting authorities, ELY, EVK.

What does not belong here: recipients, who are all invented (`organisations.py`).
"""

from __future__ import annotations

from datetime import date
from functools import cache

from ingestion.sandbox.world.model import Organisation
from ingestion.sandbox.world.places import regions

ELY_LONG = "elinkeino-, liikenne- ja ympäristökeskus"
#: From this day the elinvoimakeskukset grant instead of the ELY centres.
REFORM = date(2026, 1, 1)

_MINISTRIES = """
VNK|Valtioneuvoston kanslia|Statsrådets kansli|Prime Minister's Office|SRK
OM|Oikeusministeriö|Justitieministeriet|Ministry of Justice|JM
SM|Sisäministeriö|Inrikesministeriet|Ministry of the Interior|IM
VM|Valtiovarainministeriö|Finansministeriet|Ministry of Finance|FM
OKM|Opetus- ja kulttuuriministeriö|Undervisnings- och kulturministeriet|\
Ministry of Education and Culture|UKM
MMM|Maa- ja metsätalousministeriö|Jord- och skogsbruksministeriet|\
Ministry of Agriculture and Forestry|JSM
LVM|Liikenne- ja viestintäministeriö|Kommunikationsministeriet|\
Ministry of Transport and Communications|KM
TEM|Työ- ja elinkeinoministeriö|Arbets- och näringsministeriet|\
Ministry of Economic Affairs and Employment|ANM
STM|Sosiaali- ja terveysministeriö|Social- och hälsovårdsministeriet|\
Ministry of Social Affairs and Health|SHM
YM|Ympäristöministeriö|Miljöministeriet|Ministry of the Environment|MM
UM|Ulkoministeriö|Utrikesministeriet|Ministry for Foreign Affairs|UM
PLM|Puolustusministeriö|Försvarsministeriet|Ministry of Defence|FSM
"""

#: The ELY centres that granted structural funds 2014–2020, by genitive.
ELY_2014 = ("Etelä-Savon", "Hämeen", "Keski-Suomen", "Pohjois-Pohjanmaan")
OTHER_2014 = (
    "Innovaatiorahoituskeskus Tekes", "Sosiaali- ja terveysministeriö",
    "Työ- ja elinkeinoministeriö", "Uudenmaan liitto", "Pirkanmaan liitto",
    "Pohjois-Pohjanmaan liitto", "Lapin liitto", "Etelä-Savon maakuntaliitto",
    "Pohjois-Savon liitto", "Pohjois-Karjalan maakuntaliitto", "Keski-Pohjanmaan liitto",
    "Kainuun liitto",
)  # fmt: skip
STATE_GRANTERS = (
    ("OPH", "Opetushallitus", "Utbildningsstyrelsen", "Finnish National Agency for Education"),
    ("JOTPA", "Jatkuvan oppimisen ja työllisyyden palvelukeskus",
     "Servicecentret för kontinuerligt lärande och sysselsättning",
     "Service Centre for Continuous Learning and Employment"),
)  # fmt: skip


def _ely_sv(name: str) -> str:
    """Swedish name of an ELY centre."""
    return next(r.ely_sv for r in regions().values() if r.ely_fi == name)


def _authority(name: str) -> Organisation:
    brand = name_sv = None
    kind = "regional_council"
    if name.endswith(ELY_LONG):
        kind, brand = "ely", f"{name.removesuffix(ELY_LONG)}ELY-keskus"
        name_sv = _ely_sv(brand)
    elif name.endswith("ministeriö"):
        kind = "ministry"
    elif name.endswith("Tekes"):
        kind = "agency"
    return Organisation(f"authority:{name}", kind, name, name_sv, None, brand=brand)


@cache
def ministries() -> dict[str, Organisation]:
    """Ministries by the abbreviation that begins their project ids."""
    found = {}
    for line in _MINISTRIES.strip().split("\n"):
        short, fi, sv, en, short_sv = line.split("|")
        found[short] = Organisation(
            f"ministry:{short}", "ministry", fi, sv, en, short=short, brand=short_sv
        )
    return found


@cache
def authorities_2014() -> tuple[Organisation, ...]:
    """The closed list of granting authorities 2014–2020; the four ELY centres come first."""
    names = [f"{genitive} {ELY_LONG}" for genitive in ELY_2014] + list(OTHER_2014)
    return tuple(_authority(name) for name in names)


@cache
def state_granters() -> tuple[Organisation, ...]:
    """Agencies that grant state aid, and the ministry above them."""
    agencies = [
        Organisation(f"agency:{short}", "agency", fi, sv, en, short=short)
        for short, fi, sv, en in STATE_GRANTERS
    ]
    return (*agencies, ministries()["OKM"])


@cache
def funds_authority(maakunta: str, decided_on: date) -> Organisation:
    """Who grants structural funds for a maakunta on a day; never a hint of the region."""
    if decided_on >= REFORM:
        name = regions()[maakunta].funds_authority or "Keski-Suomen elinvoimakeskus"
        sv = next(r.evk_sv for r in regions().values() if r.evk_fi == name)
        return Organisation(f"authority:{name}", "elinvoimakeskus", name, sv, None)
    eastern = {"10": 0, "11": 0, "12": 0}
    southern = {"01": 1, "05": 1, "07": 1, "08": 1, "09": 1}
    northern = {"16": 3, "17": 3, "18": 3, "19": 3}
    place = {**eastern, **southern, **northern}.get(maakunta, 2)
    genitive = ELY_2014[place]
    name = f"{genitive} ELY-keskus"
    return Organisation(f"authority:{name}", "ely", name, _ely_sv(name), None)
