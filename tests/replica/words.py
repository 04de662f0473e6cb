"""The vocabulary of this world: what projects are called, for whom and what they do.

Names, phrases and sentences only. What does not belong here: which project gets which (`world.py`)
and how money and dates are written (`forms.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

#: First and second words of brands with their Swedish and English forms.
ADJECTIVES = (
    ("Rohkea", "Modig", "Brave"), ("Selkeä", "Klar", "Clear"), ("Uusi", "Ny", "New"),
    ("Oma", "Egen", "Own"), ("Kestävä", "Hållbar", "Lasting"), ("Valoisa", "Ljus", "Bright"),
    ("Avoin", "Öppen", "Open"), ("Vahva", "Stark", "Strong"), ("Joustava", "Smidig", "Flexible"),
    ("Elävä", "Levande", "Living"), ("Yhteinen", "Gemensam", "Shared"), ("Nopea", "Snabb", "Quick"),
    ("Tuttu", "Bekant", "Familiar"), ("Hyvä", "God", "Good"), ("Lähin", "Nära", "Nearby"),
    ("Toinen", "Annan", "Second"), ("Reilu", "Rättvis", "Fair"), ("Vihreä", "Grön", "Green"),
    ("Utelias", "Nyfiken", "Curious"), ("Ketterä", "Kvick", "Nimble"),
)  # fmt: skip
NOUNS = (
    ("askel", "steg", "step"), ("reitti", "rutt", "route"), ("alku", "start", "beginning"),
    ("satama", "hamn", "harbour"), ("kartta", "karta", "map"), ("ovi", "dörr", "door"),
    ("tuuli", "vind", "wind"), ("ponnistus", "avstamp", "spring"), ("kulma", "vinkel", "angle"),
    ("maali", "mål", "goal"), ("risteys", "korsning", "crossing"), ("verstas", "verkstad", "workshop"),
    ("latu", "spår", "track"), ("peili", "spegel", "mirror"), ("laituri", "brygga", "pier"),
    ("kipinä", "gnista", "spark"), ("porras", "trappa", "stair"), ("käänne", "vändning", "turn"),
    ("ikkuna", "fönster", "window"), ("airo", "åra", "oar"),
)  # fmt: skip
COMPOUND_HEADS = (
    "Taito", "Ura", "Työ", "Opin", "Ammatti", "Arki", "Huomis", "Voima", "Vertais", "Kulku",
)  # fmt: skip
COMPOUND_TAILS = (
    "laituri", "kierto", "majakka", "raide", "pari", "viesti", "mittari", "kaari", "talkoot",
    "tupa", "tori", "vaihde",
)  # fmt: skip


@dataclass(frozen=True)
class Topic:
    """What a project does: phrases of a title and sentences of an aim, fi, sv and en.

    `{g}` is the target group: genitive in Finnish, plain in the other languages. Aims end
    without the group where the topic has its own.
    """

    theme: str
    guidance: bool
    titles: tuple[tuple[str, str, str], ...]
    aims: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Group:
    """A target group: genitive, partitive plural, Swedish, English."""

    code: str
    genitive: str
    partitive: str
    sv: str
    en: str


GROUPS = (
    Group("pupils", "yläkoululaisten", "yläkoululaisia", "elever i grundskolan", "pupils in basic education"),
    Group("youth_under_30", "alle 30-vuotiaiden nuorten", "alle 30-vuotiaita nuoria", "unga under 30 år", "young people under 30"),
    Group("upper_secondary_students", "toisen asteen opiskelijoiden", "toisen asteen opiskelijoita", "studerande på andra stadiet", "upper secondary students"),
    Group("higher_education_students", "korkeakouluopiskelijoiden", "korkeakouluopiskelijoita", "högskolestuderande", "higher education students"),
    Group("adult_learners", "aikuisopiskelijoiden", "aikuisopiskelijoita", "vuxenstuderande", "adult learners"),
    Group("employed", "työssä olevien", "työssä olevia", "personer i arbete", "people in employment"),
    Group("unemployed", "työttömien työnhakijoiden", "työttömiä työnhakijoita", "arbetslösa arbetssökande", "unemployed jobseekers"),
    Group("immigrants", "maahan muuttaneiden", "maahan muuttaneita", "invandrare", "immigrants"),
    Group("older_workers", "ikääntyneiden työntekijöiden", "ikääntyneitä työntekijöitä", "äldre arbetstagare", "older workers"),
    Group("partial_work_ability", "osatyökykyisten", "osatyökykyisiä", "partiellt arbetsföra", "people with partial work ability"),
    Group("prisoners", "rikosseuraamusasiakkaiden", "rikosseuraamusasiakkaita", "klienter inom brottspåföljdsområdet", "prisoners"),
    Group("conscripts", "varusmiesten", "varusmiehiä", "beväringar", "conscripts"),
)  # fmt: skip

TOPICS = (
    Topic("career_guidance", True, (
        ("{g} uraohjauksen uudet muodot", "nya former av karriärvägledning för {g}", "new forms of career guidance for {g}"),
        ("uraohjausta {g} tarpeisiin", "karriärvägledning enligt behoven hos {g}", "career guidance to the needs of {g}"),
    ), (
        ("Tavoitteena on, että {p} autetaan löytämään oma alansa ja tekemään urasuunnitelma.", "Målet är att hjälpa {g} att hitta sitt yrke och göra en karriärplan.", "The aim is to help {g} find their field and make a career plan."),
        ("Hankkeessa rakennetaan uraohjauksen palvelu, joka tukee {p} urapäätöksissä.", "I projektet byggs en tjänst för karriärvägledning som stöder {g} i sina val.", "The project builds a career guidance service that supports {g} in their choices."),
    )),
    Topic("study_guidance", True, (
        ("opinto-ohjaus {g} arjessa", "studiehandledning i vardagen för {g}", "study guidance in the daily life of {g}"),
        ("{g} opinto-ohjauksen vahvistaminen", "starkare studiehandledning för {g}", "stronger study guidance for {g}"),
    ), (
        ("Hanke vahvistaa opinto-ohjausta: {p} tuetaan opintojen suunnittelussa ja tavoitteiden asettamisessa.", "Projektet stärker studiehandledningen och stöder {g} i att planera sina studier.", "The project strengthens study guidance and supports {g} in planning their studies."),
    )),
    Topic("recognition_of_competence", True, (
        ("{g} osaaminen näkyviin", "synliggjort kunnande hos {g}", "making the skills of {g} visible"),
        ("osaamisen tunnistaminen {g} tukena", "identifiering av kunnande som stöd för {g}", "recognition of competence in support of {g}"),
    ), (
        ("Hankkeessa {p} ohjataan tunnistamaan ja sanoittamaan muualla hankittua osaamistaan.", "I projektet får {g} hjälp med att identifiera sitt kunnande.", "In the project {g} are helped to recognise the competence they have gained elsewhere."),
        ("Tarkoitus on kehittää osaamisen tunnistamisen menetelmä, jolla {p} autetaan näkemään vahvuutensa.", "Syftet är en metod för identifiering av kunnande så att {g} ser sina styrkor.", "The purpose is a method for recognition of competence so that {g} see their strengths."),
    )),
    Topic("one_stop_guidance", True, (
        ("Ohjaamon monialainen tuki: {g} palvelut", "Navigatorns sektorsövergripande stöd för {g}", "one-stop guidance centre services for {g}"),
    ), (
        ("Ohjaamossa kootaan monialainen ohjaus yhteen paikkaan, ja {p} autetaan koulutus- ja uravalinnoissa.", "Navigatorn samlar den sektorsövergripande vägledningen på ett ställe för {g}.", "The one-stop centre brings multi-professional guidance together for {g}."),
    )),
    Topic("outreach", True, (
        ("etsivää työtä {g} parissa", "uppsökande arbete bland {g}", "outreach work among {g}"),
    ), (
        ("Hakevalla toiminnalla tavoitetaan {p}, jotka saavat henkilökohtaista ohjausta koulutukseen hakeutumiseen.", "Med uppsökande verksamhet nås {g} som får personlig vägledning till utbildning.", "Outreach activities reach {g}, who receive personal guidance towards education."),
    )),
    Topic("transitions", True, (
        ("{g} sujuvat siirtymät", "smidiga övergångar för {g}", "smooth transitions for {g}"),
        ("nivelvaiheen ohjaus {g} tukena", "vägledning i övergångsskedet för {g}", "guidance in transitions for {g}"),
    ), (
        ("Hanke kehittää nivelvaiheiden ohjausta niin, että {p} tuetaan siirtymässä seuraavaan koulutukseen.", "Projektet utvecklar vägledningen i övergångsskeden för {g}.", "The project develops guidance at transition points for {g}."),
    )),
    Topic("digital_guidance", True, (
        ("{g} digitaaliset ohjauspalvelut", "digitala vägledningstjänster för {g}", "digital guidance services for {g}"),
        ("etäohjausta ja chat-neuvontaa {g} avuksi", "distansvägledning och chatt för {g}", "remote guidance and chat for {g}"),
    ), (
        ("Hankkeessa kehitetään digitaalinen ohjauspalvelu, jossa {p} autetaan suunnittelemaan opintojaan ja uraansa.", "I projektet utvecklas en digital vägledningstjänst för {g}.", "The project develops a digital guidance service for {g}."),
    )),
    Topic("guidance_quality", True, (
        ("ohjauksen laatu {g} palveluissa", "vägledningens kvalitet i tjänster för {g}", "quality of guidance in services for {g}"),
    ), (
        ("Hanke laatii ohjauksen laatukriteerit ja arvioi, miten ohjaus auttaa {p}.", "Projektet tar fram kvalitetskriterier för vägledningen av {g}.", "The project sets quality criteria and evaluates how guidance serves {g}."),
    )),
    Topic("guidance_coordination", True, (
        ("ELO-verkosto ja {g} ohjaus", "ELO-nätverket och vägledningen av {g}", "the lifelong guidance network and {g}"),
    ), (
        ("Hanke kokoaa elinikäisen ohjauksen alueellisen verkoston, jonka toimijat ohjaavat {p}.", "Projektet samordnar det regionala nätverket för livslång vägledning av {g}.", "The project coordinates the regional network of lifelong guidance for {g}."),
    )),
    Topic("career_skills", True, (
        ("urasuunnittelutaidot {g} voimavarana", "karriärplaneringsfärdigheter som resurs för {g}", "career management skills of {g}"),
    ), (
        ("Valmennuksessa harjoitellaan urasuunnittelutaitoja, joiden avulla {p} autetaan hahmottamaan tulevaisuuttaan.", "I projektet övar {g} karriärplaneringsfärdigheter.", "In the project {g} practise career management skills."),
    )),
    Topic("training", False, (
        ("{g} hitsauskoulutus", "svetsutbildning för {g}", "welding training for {g}"),
        ("hoiva-alan lisäkoulutus {g} ryhmille", "fortbildning inom vården för {g}", "further training in care work for {g}"),
    ), (
        ("Hankkeessa järjestetään ammatillista koulutusta, jossa {p} opetetaan uusiin työtehtäviin.", "I projektet ordnas yrkesutbildning för {g}.", "The project arranges vocational courses for {g}."),
    )),
    Topic("employment", False, (
        ("{g} työllistyminen rakennusalalle", "sysselsättning inom byggbranschen för {g}", "jobs in construction for {g}"),
    ), (
        ("Hanke välittää työpaikkoja ja palkkatukijaksoja; {p} palkataan alueen yrityksiin.", "Projektet förmedlar arbetsplatser åt {g}.", "The project places {g} in jobs of local firms."),
    )),
    Topic("business", False, (
        ("konepajojen robotiikkakokeilut", "robotikförsök i verkstäder", "robotics trials in machine shops"),
        ("matkailuyritysten vientiverkosto", "exportnätverk för turistföretag", "export network of tourism firms"),
        ("koneiden etäohjaus 5G-verkossa", "fjärrstyrning av maskiner i 5G-nät", "remote control of machines in 5G networks"),
    ), (
        ("Hanke tukee pk-yritysten tuotekehitystä ja investointeja.", "Projektet stöder små och medelstora företags produktutveckling.", "The project supports product development in small firms."),
    )),
    Topic("other", False, (
        ("lähivesien kunnostus", "restaurering av närvatten", "restoration of local waters"),
        ("kyläreittien kunnostus ja opasteet", "byaleder och skyltar", "village trails and signposts"),
        ("puurakentamisen hiilijalanjälki", "träbyggandets klimatavtryck", "carbon footprint of timber building"),
    ), (
        ("Hankkeessa parannetaan ympäristön tilaa ja seurataan vaikutuksia luontoon.", "Projektet förbättrar miljöns tillstånd.", "The project improves the state of the environment."),
    )),
)  # fmt: skip

#: Invented towns: nominative, genitive. None of them is a municipality of the reference table.
TOWNS = (
    ("Kaskilampi", "Kaskilammen"), ("Hirsijoki", "Hirsijoen"), ("Tervaselkä", "Tervaselän"),
    ("Ruskovaara", "Ruskovaaran"), ("Mäntykoski", "Mäntykosken"), ("Sarkaniemi", "Sarkaniemen"),
    ("Kivilahti", "Kivilahden"), ("Uittoranta", "Uittorannan"), ("Vehkasuo", "Vehkasuon"),
    ("Haavisto", "Haaviston"), ("Karhula-Aro", "Karhula-Aron"), ("Suopursu", "Suopursun"),
    ("Kurkikylä", "Kurkikylän"), ("Lepikko", "Lepikon"), ("Palosaari", "Palosaaren"),
    ("Rantakallio", "Rantakallion"), ("Telkkälä", "Telkkälän"), ("Vuorenpää", "Vuorenpään"),
    ("Yläjoki", "Yläjoen"), ("Särkijärvi", "Särkijärven"), ("Aittola", "Aittolan"),
    ("Hiidenmaa", "Hiidenmaan"), ("Jänisoja", "Jänisojan"), ("Koivulinna", "Koivulinnan"),
)  # fmt: skip
PERSONS_MARK = "Esimerkki Henkilö"
