"""How instruments are named. Order matters: earlier rows mask what they cover."""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

_B = r"(?<![\wåäö])"
_E = r"(?![\wåäö])"

INSTRUMENTS: Final[tuple[Cue, ...]] = (
    # A top-up of the structural funds, paid from the recovery money but not RRF.
    Cue(
        "NONE",
        r"REACT-?\s?EU",
        ("REACT-EU-rahoitus", "REACT EU"),
        ("react to EU",),
    ),
    Cue(
        "OTHER",
        r"ESF-rådet\w*|Svenska ESF|Interreg\w*|Erasmus\s?\+?|Horisontti|Horizon (?:2020|Europe)"
        r"|Ålands (?:strukturfonds|ESF|ERUF)\w*|Ahvenanmaan (?:ohjelma|rakennerahasto)\w*"
        r"|Nordplus|Eurooppa-rahasto",
        ("ESF-rådet i Sverige", "Interreg Aurora", "Erasmus+ -hanke", "Horizon Europe"),
        ("ESR+", "ESF Plus"),
    ),
    Cue(
        "RRF",
        rf"{_B}RRF{_E}|kestävän kasvun ohjelma\w*|elpymis- ja palautumis(?:tuki)?välinee?\w*"
        rf"|palautumis- ja elpymis\w*|Next\s?Generation\s?EU"
        rf"|programmet för hållbar tillväxt"
        r"|faciliteten för återhämtning och resiliens|återhämtnings- och resiliens\w*"
        rf"|Recovery and Resilience Facility|Sustainable Growth Programme"
        rf"|{_B}P[1-4]C\d[RI]\d{{1,2}}{_E}",
        ("Suomen kestävän kasvun ohjelma (RRF)", "Rahoitus: RRF", "P3C2R1", "NextGenerationEU"),
        ("EU-rahoitus", "kestävä kasvu kunnissa"),
    ),
    Cue(
        "ESR+",
        rf"{_B}ES[RF]\s?(?:\+|plus{_E})|Euroopan sosiaalirahasto\w*\s?(?:\+|plus)"
        r"|Europeiska socialfonden\s?(?:\+|plus)|European Social Fund\s?(?:\+|plus)",
        ("ESR+", "ESF+", "ESF Plus", "ESR +", "Euroopan sosiaalirahasto plus (ESR+)"),
        ("ESR", "ESF 2014"),
    ),
    Cue(
        "ESR",
        rf"{_B}(?:ESR|ESF|YEI|NTA){_E}|Euroopan sosiaalirahasto\w*|Europeiska socialfonden\w*"
        r"|European Social Fund|nuorisotyöllisyysaloite\w*|Youth Employment Initiative",
        ("ESR-hanke", "Europeiska socialfonden", "(ESR 1.2.2098 – 30.6.2099)", "YEI"),
        ("kESRä", "ESRI"),
    ),
    Cue(
        "EAKR",
        rf"{_B}(?:EAKR|ERUF|ERDF){_E}|Euroopan aluekehitysrahasto\w*"
        r"|Europeiska regionala utvecklingsfonden\w*|European Regional Development Fund",
        ("EAKR", "ERUF-projekt", "ERDF", "Euroopan aluekehitysrahastosta"),
        ("aluekehitys",),
    ),
    Cue(
        "JTF",
        rf"{_B}(?:JTF|FRO){_E}|oikeudenmukaisen siirtymän rahasto\w*"
        r"|Fonden för en rättvis omställning|Just Transition Fund",
        ("JTF-rahoitus", "oikeudenmukaisen siirtymän rahastosta", "Just Transition Fund"),
        ("siirtymän tuki",),
    ),
    Cue(
        "STATE",
        r"valtionavustu\w*|erityisavustu\w*|VN-?\s?TEAS"
        r"|(?<!EU- ja )(?<!EU:n ja )(?<!unionin ja )valtion (?:erityis)?(?:rahoitu|avustu)\w*"
        r"|kansalli(?:nen|sen|sella|sta) rahoitu\w*|valtion talousarvio\w*"
        r"|statsbidrag\w*|statsunderstöd\w*|specialunderstöd\w*|nationell finansiering"
        r"|state (?:grant|subsid)\w*|government grant\w*|national (?:budget|funding)",
        ("Opetushallituksen valtionavustus", "VN-TEAS", "statsunderstöd", "national funding"),
        ("avustaja", "valtioneuvosto", "Myönnetty EU- ja valtion rahoitus"),
    ),
)
