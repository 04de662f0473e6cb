"""The word stock of names: compounds, target groups, case forms, translations.

Small tables instead of guessed inflection. What does not belong here: topics and aims
(`topics.py`) and names of organisations (`organisations.py`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Modifier:
    """First part of a compound, the same in every Finnish case."""

    fi: str
    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class Head:
    """Second part of a compound with its Finnish genitive."""

    fi: str
    gen: str
    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class Group:
    """A target group: Finnish genitive and partitive plural, Swedish, English."""

    code: str
    gen: str
    part: str
    sv: str
    en: str


def _modifiers(table: str) -> tuple[Modifier, ...]:
    return tuple(Modifier(*line.split("|")) for line in table.split())


def _heads(table: str) -> tuple[Head, ...]:
    return tuple(Head(*line.split("|")) for line in table.split())


MODIFIERS = _modifiers("""
Taito|Kunskaps|Skill Ura|Karriär|Career Oppi|Lär|Learning Työ|Arbets|Work Tieto|Vetande|Knowledge
Suunta|Rikt|Direction Arki|Vardags|Everyday Digi|Digi|Digital Osaamis|Kompetens|Competence
Kohtaamis|Mötes|Encounter Tulevaisuus|Framtids|Future Ammatti|Yrkes|Vocation Opinto|Studie|Study
Kasvu|Tillväxt|Growth Voima|Kraft|Strength Rohkeus|Mod|Courage Kumppani|Partner|Partner
Kylä|By|Village Saaristo|Skärgårds|Archipelago Järvi|Sjö|Lake Metsä|Skogs|Forest Valo|Ljus|Light
Tähti|Stjärn|Star Aamu|Morgon|Morning Kevät|Vår|Spring Toivo|Hopp|Hope Ilo|Glädje|Joy
Verkosto|Nätverks|Network Muutos|Förändrings|Change Uudistus|Förnyelse|Renewal Ranta|Strand|Shore
Tunturi|Fjäll|Fell Lähi|När|Local Yhteis|Sam|Joint Matka|Rese|Journey Elämä|Livs|Life
Nuoriso|Ungdoms|Youth Aikuis|Vuxen|Adult Koulu|Skol|School Kesä|Sommar|Summer
""")

HEADS = _heads("""
polku|polun|stigen|Path silta|sillan|bron|Bridge kompassi|kompassin|kompassen|Compass
majakka|majakan|fyren|Lighthouse portti|portin|porten|Gate reitti|reitin|rutten|Route
väylä|väylän|leden|Fairway satama|sataman|hamnen|Harbour paja|pajan|verkstaden|Workshop
verkko|verkon|nätet|Web avain|avaimen|nyckeln|Key kartta|kartan|kartan|Map
luotsi|luotsin|lotsen|Pilot startti|startin|starten|Start askel|askeleen|steget|Step
rengas|renkaan|ringen|Ring tori|torin|torget|Square kipinä|kipinän|gnistan|Spark
virta|virran|strömmen|Stream siipi|siiven|vingen|Wing ikkuna|ikkunan|fönstret|Window
valtti|valtin|trumfen|Ace loikka|loikan|språnget|Leap tuki|tuen|stödet|Support
piste|pisteen|punkten|Point aitta|aitan|boden|Barn vauhti|vauhdin|farten|Speed
taival|taipaleen|vandringen|Trail solmu|solmun|knuten|Knot kaari|kaaren|bågen|Arch
""")

#: Heads that sound like guidance and are no evidence of it.
GENERIC_HEADS = tuple(head for head in HEADS if head.fi in {"polku", "silta", "kompassi"})

GROUPS: dict[str, Group] = {
    group.code: group
    for group in (
        Group("youth_under_30", "nuorten", "nuoria", "unga", "young people"),
        Group("adult_learners", "aikuisopiskelijoiden", "aikuisopiskelijoita",
              "vuxenstuderande", "adult learners"),
        Group("upper_secondary_students", "toisen asteen opiskelijoiden",
              "toisen asteen opiskelijoita", "studerande på andra stadiet",
              "upper secondary students"),
        Group("higher_education_students", "korkeakouluopiskelijoiden",
              "korkeakouluopiskelijoita", "högskolestuderande", "higher education students"),
        Group("immigrants", "maahanmuuttaneiden", "maahanmuuttaneita", "invandrare",
              "immigrants"),
        Group("unemployed", "työttömien", "työttömiä", "arbetslösa", "unemployed jobseekers"),
        Group("employed", "työssä olevien", "työssä olevia", "personer i arbete",
              "people in work"),
        Group("older_workers", "ikääntyneiden", "ikääntyneitä", "äldre", "older people"),
        Group("entrepreneurs", "yrittäjien", "yrittäjiä", "företagare", "entrepreneurs"),
        Group("pupils", "peruskoululaisten", "peruskoululaisia",
              "elever i den grundläggande utbildningen", "pupils in basic education"),
        Group("partial_work_ability", "osatyökykyisten", "osatyökykyisiä",
              "partiellt arbetsföra", "people with partial work ability"),
        Group("prisoners", "vankien", "vankeja", "fångar", "prisoners"),
        Group("conscripts", "varusmiesten", "varusmiehiä", "beväringar", "conscripts"),
        Group("outside_labour_force", "työelämän ulkopuolella olevien",
              "työelämän ulkopuolella olevia", "personer utanför arbetslivet",
              "people outside working life"),
    )
}  # fmt: skip

MONTH_IN_FI = (
    "tammikuussa", "helmikuussa", "maaliskuussa", "huhtikuussa", "toukokuussa", "kesäkuussa",
    "heinäkuussa", "elokuussa", "syyskuussa", "lokakuussa", "marraskuussa", "joulukuussa",
)  # fmt: skip
MONTH_SV = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip
MONTH_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
