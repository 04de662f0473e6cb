"""Invented recipients: municipalities, schools, associations, foundations and companies.

Names are built from compounds with known case forms and checked against the real
municipalities, so that none is real. Business ids come from a range that is not given out.
What does not belong here: authorities (`authorities.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world.model import Organisation
from ingestion.sandbox.world.places import mainland, municipalities, municipality_names

_FIRST = (
    "Kuusi|Gran", "Honka|Fur", "Hopea|Silver", "Suvi|Sommar", "Tuuli|Vind", "Kaiku|Eko",
    "Valkea|Vit", "Musta|Svart", "Hirvi|Älg", "Joutsen|Svan", "Kurki|Tran", "Lumi|Snö",
    "Halla|Frost", "Kivi|Sten", "Ruska|Höst", "Sini|Blå", "Kulta|Guld", "Pihla|Rönn",
    "Karhu|Björn", "Ilves|Lo", "Saukko|Utter", "Majava|Bäver", "Kotka|Örn", "Aalto|Våg",
)  # fmt: skip
_SECOND = (
    "lampi|lammen|tjärn", "niemi|niemen|näs", "koski|kosken|fors", "salo|salon|skog",
    "mäki|mäen|backa", "ranta|rannan|strand", "vaara|vaaran|berg", "lahti|lahden|vik",
    "saari|saaren|ö", "kangas|kankaan|mo", "harju|harjun|ås", "suo|suon|kärr",
    "selkä|selän|fjärd", "virta|virran|ström", "pelto|pellon|åker", "kallio|kallion|häll",
)  # fmt: skip
_TRADES = (
    "Konepaja", "Puutyö", "Tekniikka", "Matkailu", "Elintarvike", "Metalli", "Rakennus",
    "Ohjelmistot", "Energia", "Kalusto", "Logistiikka", "Muovi", "Valimo", "Tekstiili",
)  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Place:
    """An invented place: nominative, genitive and Swedish name, in a real maakunta."""

    fi: str
    gen: str
    sv: str
    maakunta: str
    town: str


def business_id(number: int) -> str | None:
    """Y-tunnus of a number from the unissued range, or None where no check digit exists."""
    digits = f"{7100000 + number:07d}"
    rest = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 11
    if rest == 1:
        return None
    return f"{digits}-{0 if rest == 0 else 11 - rest}"


@cache
def places() -> tuple[Place, ...]:
    """All invented places; their maakunta follows from their order."""
    found: list[Place] = []
    codes = mainland()
    for first in _FIRST:
        stem, stem_sv = first.split("|")
        for second in _SECOND:
            nominative, genitive, end_sv = second.split("|")
            fi = stem + nominative
            if fi in municipality_names():
                continue
            code = codes[len(found) % len(codes)]
            towns = municipalities()[code]
            town = towns[(len(found) // len(codes)) % len(towns)]
            sv = stem_sv + end_sv
            found.append(Place(fi, stem + genitive, sv, code, town.fi))
    return tuple(found)


def _public_bodies(place: Place, number: int) -> list[Organisation]:
    """The organisations of one place; the kinds rotate so that every maakunta has all."""

    def make(
        offset: int, kind: str, fi: str, sv: str, en: str, gen: str, **more: object
    ) -> Organisation:
        return Organisation(
            f"org:{number:04d}:{offset}", kind, fi, sv, en, name_gen=gen,
            business_id=business_id(number * 8 + offset), maakunta=place.maakunta,
            town=place.town, **more,  # type: ignore[arg-type]
        )  # fmt: skip

    gen, fi, sv = place.gen, place.fi, place.sv
    initials = gen[0] + gen[len(gen) // 2].upper()
    # the old and the new legal person of a merger keep one name or one id by turns
    city = make(0, "municipality", f"{gen} kaupunki", f"{sv} stad", f"City of {fi}",
                f"{gen} kaupungin", brand=fi)  # fmt: skip
    renamed = f"{gen} kauppaopisto" if number % 3 == 0 else None
    college = make(
        1, "education_provider", f"{gen} koulutuskuntayhtymä", f"{sv} utbildningssamkommun",
        f"{fi} Education Consortium", f"{gen} koulutuskuntayhtymän", brand=fi,
        short=f"{initials}KKY", former=renamed,
        renamed_on=date(2017 + number % 6, 1, 1) if renamed else None,
    )  # fmt: skip
    rotating = (
        make(2, "uas", f"{gen} ammattikorkeakoulu Oy", f"{sv} yrkeshögskola",
             f"{fi} University of Applied Sciences", f"{gen} ammattikorkeakoulu Oy:n",
             short=f"{initials}AMK", brand=f"{gen} ammattikorkeakoulu"),
        make(3, "university", f"{gen} yliopisto", f"{sv} universitet", f"University of {fi}",
             f"{gen} yliopiston", short=f"{initials}Y"),
        make(4, "association", f"{gen} Nuorten Tuki ry", f"{sv} Ungdomsstöd rf",
             f"{fi} Youth Support Association", f"{gen} Nuorten Tuki ry:n",
             brand=f"{gen} Nuorten Tuki"),
        make(5, "foundation", f"{gen} sivistyssäätiö sr", f"{sv} bildningsstiftelse sr",
             f"{fi} Learning Foundation", f"{gen} sivistyssäätiön",
             brand=f"{gen} sivistyssäätiö"),
        make(6, "education_provider", f"{gen} opisto", f"{sv} institut", f"{fi} Institute",
             f"{gen} opiston"),
    )  # fmt: skip
    return [city, college, rotating[number % 5], rotating[(number + 2) % 5]]


@cache
def recipients() -> dict[str, tuple[Organisation, ...]]:
    """Invented public and third-sector recipients by maakunta."""
    found: dict[str, list[Organisation]] = {code: [] for code in mainland()}
    for number, place in enumerate(places()):
        found[place.maakunta].extend(_public_bodies(place, number))
    return {code: tuple(items) for code, items in found.items()}


def company(seed: int, index: int, maakunta: str) -> Organisation:
    """The invented company that receives business aid as project `index`."""
    rng = stream(seed, "company", index)
    place = places()[rng.randrange(len(places()))]
    trade = rng.choice(_TRADES)
    form = rng.choice(("Oy", "Oy", "Oy", "Oy Ab", "Ky"))
    town = rng.choice(municipalities()[maakunta]).fi
    return Organisation(
        f"company:{index}", "company", f"{place.fi} {trade} {form}", None, None,
        business_id=business_id(10_000 + index * 7), maakunta=maakunta, town=town,
        brand=f"{place.fi} {trade}",
    )  # fmt: skip
