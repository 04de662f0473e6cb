"""The bodies of this world: invented ones by town, and the public authorities by their real names.

What does not belong here: which project they run (`world.py`).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.replica.forms import business_id
from tests.replica.words import TOWNS


def _reference() -> Path:
    import ingestion

    return Path(ingestion.__file__).parent / "reference"


@dataclass(frozen=True)
class Body:
    """An organisation with the names it goes by."""

    key: str
    kind: str
    name: str
    sv: str | None = None
    en: str | None = None
    short: str | None = None
    former: str | None = None
    brand: str | None = None
    business_id: str | None = None

    def spoken(self, language: str) -> str:
        """The name in a language, the Finnish one where there is none."""
        return {"sv": self.sv, "en": self.en}.get(language) or self.name


_KINDS = (
    ("municipality", "{g} kaupunki", "{n} stad", "City of {n}", None),
    ("education_provider", "{g} koulutuskuntayhtymä", None, "{n} Joint Authority for Education", "KKY"),
    ("uas", "{g} ammattikorkeakoulu Oy", "{n} yrkeshögskola", "{n} University of Applied Sciences", "AMK"),
    ("university", "{g} yliopisto", "{n} universitet", "University of {n}", None),
    ("education_provider", "{g} kansalaisopisto", None, None, None),
    ("association", "{g} Työpaja ry", None, None, None),
    ("foundation", "{g} nuorisosäätiö sr", None, None, None),
    ("company", "{n} Valmennus Oy", None, None, None),
    ("wellbeing_county", "{g} hyvinvointialue", "{n} välfärdsområde", None, None),
    ("education_provider", "{g} ammattiopisto", None, "{n} Vocational College", None),
)  # fmt: skip

MINISTRIES = (
    Body("min:OKM", "ministry", "Opetus- ja kulttuuriministeriö", "Undervisnings- och kulturministeriet", "Ministry of Education and Culture", "OKM"),
    Body("min:TEM", "ministry", "Työ- ja elinkeinoministeriö", "Arbets- och näringsministeriet", "Ministry of Economic Affairs and Employment", "TEM"),
    Body("min:STM", "ministry", "Sosiaali- ja terveysministeriö", "Social- och hälsovårdsministeriet", "Ministry of Social Affairs and Health", "STM"),
)  # fmt: skip
OPH = Body(
    "agency:OPH",
    "agency",
    "Opetushallitus",
    "Utbildningsstyrelsen",
    "Finnish National Agency for Education",
    "OPH",
)
JOTPA = Body(
    "agency:JOTPA",
    "agency",
    "Jatkuvan oppimisen ja työllisyyden palvelukeskus",
    "Servicecentret för kontinuerligt lärande och sysselsättning",
    None,
    "Jotpa",
)
#: Authorities of 2014-2020 with the code of their ELY, the long name first.
_ELY_2014 = (
    ("Etelä-Savon", "10"),
    ("Hämeen", "04"),
    ("Keski-Suomen", "09"),
    ("Pohjois-Pohjanmaan", "13"),
)


def local_bodies(rng: Random) -> list[Body]:
    """Four to six bodies of each invented town."""
    found: list[Body] = []
    for place, (name, genitive) in enumerate(TOWNS):
        for number, kind in enumerate(rng.sample(_KINDS, rng.randint(4, 6))):
            forms = [form.format(n=name, g=genitive) if form else None for form in kind[1:4]]
            short = f"{name[:2].upper()}{kind[4]}" if kind[4] else None
            found.append(
                Body(
                    f"body:{place}:{number}",
                    kind[0],
                    str(forms[0]),
                    forms[1],
                    forms[2],
                    short,
                    business_id=business_id(place * 40 + number + 31_000),
                )
            )
    return found


def authorities_2014() -> list[Body]:
    """The four ELY centres that granted in 2014-2020, by their long names, and two councils."""
    found = [
        Body(
            f"ely:{code}",
            "ely",
            f"{name} elinkeino-, liikenne- ja ympäristökeskus",
            brand=f"{name} ELY-keskus",
        )
        for name, code in _ELY_2014
    ]
    return [*found, Body("council:pp", "regional_council", "Pohjois-Pohjanmaan liitto"),
            Body("council:uu", "regional_council", "Uudenmaan liitto")]  # fmt: skip


def authorities_2021() -> tuple[list[Body], list[Body]]:
    """ELY centres (to 2025) and the four centres that grant since 2026."""
    ely = [Body(b.key, b.kind, str(b.brand), brand=b.name) for b in authorities_2014()[:4]]
    names = (
        ("Kaakkois-Suomen", "Sydöstra Finlands"), ("Itä-Suomen", "Östra Finlands"),
        ("Keski-Suomen", "Mellersta Finlands"), ("Pohjois-Suomen", "Norra Finlands"),
    )  # fmt: skip
    evk = [
        Body(f"evk:{fi}", "elinvoimakeskus", f"{fi} elinvoimakeskus", f"{sv} livskraftscentral")
        for fi, sv in names
    ]
    return ely, evk


@dataclass(frozen=True)
class Region:
    """A maakunta with the forms of its name."""

    code: str
    fi: str
    sv: str
    en: str
    nuts: str
    genitive: str
    inside: str
    ely: str
    towns: tuple[str, ...]


def read_regions(folder: Path | None = None) -> list[Region]:
    """The maakunnat of the reference tables, Åland left out."""
    folder = folder or _reference()
    forms = {
        (row["maakunta_code"], row["lang"], row["case"]): row["form"]
        for row in _rows(folder / "region_name_forms.csv")
    }
    towns: dict[str, list[str]] = {}
    for row in _rows(folder / "municipalities_2026.csv"):
        towns.setdefault(row["maakunta_code"], []).append(row["kunta_fi"])
    return [
        Region(
            code,
            row["maakunta_fi"],
            row["maakunta_sv"],
            row["maakunta_en"],
            row["nuts3_2024"],
            forms[code, "fi", "genitive"],
            forms[code, "fi", "local_in"],
            row["ely_fi"],
            tuple(towns[code]),
        )
        for row in _rows(folder / "regions.csv")
        if (code := row["maakunta_code"]) != "21"
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
