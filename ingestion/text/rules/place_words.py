"""How Finnish place names bend, and which names are also common words."""

from __future__ import annotations

from typing import Final

#: End of a name -> weak and strong stem of that end, longest first.
FINALS: Final[tuple[tuple[str, str, str], ...]] = (
    ("kaupunki", "kaupungi", "kaupunki"),
    ("kangas", "kankaa", "kankaa"),
    ("järvi", "järve", "järve"),
    ("niemi", "nieme", "nieme"),
    ("salmi", "salme", "salme"),
    ("nummi", "numme", "numme"),
    ("koski", "koske", "koske"),
    ("saari", "saare", "saare"),
    ("lahti", "lahde", "lahte"),
    ("ranta", "ranna", "ranta"),
    ("virta", "virra", "virta"),
    ("kunta", "kunna", "kunta"),
    ("joki", "joe", "joke"),
    ("mäki", "mäe", "mäke"),
    ("vesi", "vede", "vete"),
    ("lampi", "lamme", "lampe"),
    ("kylä", "kylä", "kylä"),
    ("kumpu", "kummu", "kumpu"),
    ("ntti", "nti", "ntti"),
    ("kkeli", "kkeli", "kkeli"),
    ("nne", "ntee", "ntee"),
)
#: Last parts of compounds with neither front nor back vowels: they bend as front ones.
NEUTRAL_ENDS: Final = ("niemi", "vesi")
IRREGULAR: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "Alavus": (("Alavude", "Alavute"),),
    "Espoo": (("Espoo", "Espoo"),),
    "Hamina": (("Hamina", "Hamina"),),
    "Hanko": (("Hango", "Hanko"),),
    "Harjavalta": (("Harjavalla", "Harjavalta"),),
    "Helsinki": (("Helsingi", "Helsinki"),),
    "Hollola": (("Hollola", "Hollola"),),
    "Ii": (("Ii", "Ii"),),
    "Iitti": (("Iiti", "Iitti"),),
    "Imatra": (("Imatra", "Imatra"),),
    "Inkoo": (("Inkoo", "Inkoo"),),
    "Isokyrö": (("Isokyrö", "Isokyrö"), ("Isonkyrö", "Isoonkyrö")),
    "Juuka": (("Juua", "Juuka"),),
    "Kannus": (("Kannukse", "Kannukse"),),
    "Kaustinen": (("Kaustise", "Kaustise"),),
    "Kihniö": (("Kihniö", "Kihniö"),),
    "Kitee": (("Kitee", "Kitee"),),
    "Koski Tl": (("Koske", "Koske"),),
    "Kruunupyy": (("Kruunupyy", "Kruunupyy"),),
    "Lahti": (("Lahde", "Lahte"),),
    "Lapua": (("Lapua", "Lapua"),),
    "Lieto": (("Liedo", "Lieto"),),
    "Loppi": (("Lope", "Loppe"),),
    "Luoto": (("Luodo", "Luoto"),),
    "Lohja": (("Lohja", "Lohja"),),
    "Muhos": (("Muhokse", "Muhokse"),),
    "Mänttä-Vilppula": (
        ("Mänttä-Vilppula", "Mänttä-Vilppula"),
        ("Mänttä-Vilppula", "Mänttä-Vilppula"),
    ),
    "Naantali": (("Naantali", "Naantali"),),
    "Nurmes": (("Nurmekse", "Nurmekse"),),
    "Outokumpu": (("Outokummu", "Outokumpu"),),
    "Parainen": (("Paraisi", "Paraisi"), ("Paraiste", "Paraiste")),
    "Pedersören kunta": (("Pedersöre", "Pedersöre"),),
    "Puolanka": (("Puolanga", "Puolanka"),),
    "Punkalaidun": (("Punkalaitume", "Punkalaitume"),),
    "Pyhtää": (("Pyhtää", "Pyhtää"),),
    "Rauma": (("Rauma", "Rauma"),),
    "Siikalatva": (("Siikalatva", "Siikalatva"),),
    "Turku": (("Turu", "Turku"),),
    "Tampere": (("Tamperee", "Tamperee"),),
    "Toholampi": (("Toholammi", "Toholampi"), ("Toholamme", "Toholampe")),
    "Uusikaarlepyy": (
        ("Uudenkaarlepyy", "Uuteenkaarlepyy"),
        ("Uudessakaarlepyy", "Uuteenkaarlepyy"),
    ),
    "Uusikaupunki": (("Uudenkaupungi", "Uuteenkaupunki"), ("Uudessakaupungi", "Uuteenkaupunki")),
    "Varkaus": (("Varkaude", "Varkaute"),),
    "Vesanto": (("Vesanno", "Vesanto"),),
    "Vihti": (("Vihdi", "Vihti"),),
    "Virrat": (("Virroi", "Virtoi"), ("Virtai", "Virtai")),
    "Äänekoski": (("Äänekoske", "Äänekoske"),),
}
PLURAL_NEN: Final = frozenset(
    {
        "Ikaalinen", "Joroinen", "Jokioinen", "Kaskinen", "Kauniainen", "Kuhmoinen",
        "Nousiainen", "Pornainen", "Siikainen", "Uurainen",
    }
)  # fmt: skip

#: Also a word, a name of people or of a company: a place only in a local case, or when a word
#: such as `kaupunki` follows.
AMBIGUOUS: Final = frozenset(
    {
        "Aura", "Eura", "Geta", "Halsua", "Hamina", "Hanko", "Ii", "Inari", "Juva", "Kemi",
        "Kolari", "Koski", "Koski Tl", "Kotka", "Laukaa", "Lemi", "Lieto", "Loppi", "Luoto",
        "Lovisa", "Marttila", "Masku", "Nokia", "Pello", "Perho", "Posio", "Rauma", "Reso",
        "Rusko", "Salla", "Salo", "Sievi", "Simo", "Soini", "Somero", "Sund", "Tervo", "Vaala",
        "Vasa", "Virrat", "Kumo", "Juga", "Kides", "Itis", "Vemo", "Sauvo", "Muurame", "Tammela",
        "Multia", "Nivala", "Ranua", "Kuhmo", "Kuru", "Lahti", "Karvia", "Keuru", "Jakobstad",
    }
) - {"Lahti", "Jakobstad"}  # fmt: skip

#: The system EURA is no town: what follows the name there.
NOT_A_TOWN_BEFORE: Final = r"\s*(?:20(?:07|14|21)|-?järjestelmä|-?palvelu)"
#: Directly after a genitive: an institution named after the place, which is no place.
INSTITUTION: Final = (
    r"(?:ELY|EVK|AVI|TE-|NTM|RFV|elinvoimakesku|elinkeino-|aluehallintovirasto|liit(?:to|on"
    r"|olle|olta|osta)"
    r"|maakuntaliit|maakunnan liit|TE-toimisto|TE-palvelu|yliopisto|ammattikorkeakoul"
    r"|koulutuskuntayhtym|kuntayhtym|opisto"
    r"|ammattiopisto|aikuiskoulutuskesku|hyvinvointialue|sairaanhoitopiir|kesäyliopisto"
    r"|kansanopisto"
    r"|pelastuslaito|poliisilaito|käräjäoikeu|hovioikeu|hallinto-oikeu|kauppakamar|osuuskaup"
    r"|osuuspank"
    r"|museo|tiedepuisto|yrittäjä|lukio|seurakun|hiippakun|aikuislukio|kansalaisopisto|sanomat"
    r"|museovirasto|vastaanottokesku|kehitysyhtiö|kehittämisyhtiö|säätiö|Ohjaamo|osakeyhtiö"
    r"|Oy\b|ry\b)"
)
INSTITUTION_SV: Final = (
    r"(?:livskraftscentral|NTM-central|förbund|landskapsförbund|universitet|yrkeshögskol|Akademi"
    r"|välfärdsområde|handelskammar|folkhögskol|institut|landskapsregering|RFV|regionförvaltning"
    r"|samkommun|landskapsstyrelse)"
)
INSTITUTION_EN: Final = (
    r"(?:ELY|Economic Development Centre|Centre for|Regional Council|University|College|Council"
    r"|Employment)"
)
#: Before a name: an authority whose area it is.
AUTHORITY_BEFORE: Final = (
    r"(?:NTM-central(?:en|erna)?|Livskraftscentral(?:en|erna)?|miljöcentral(?:en)?"
    r"|regionförvaltningsverket) i\s+$"
    r"|(?:Centre|Centres|Council|University|Department|AVI)(?:\s+of\s+Applied\s+Sciences)?"
    r"\s+(?:of|for|in)\s+$"
)
#: After a genitive: the place itself.
PLACE_AFTER: Final = (
    r"\s+(?:kaupun|kunta\b|kunna|kuntaa|seutu|seudu|alue|maakun|talousalue|työllisyysalue|stad\b"
    r"|kommun\b|region|ekonomiska)"
)
NATIONAL: Final = (
    r"\bvaltakunnalli(?:nen|sen|sesti|sta|sena|sia|set|sessa|seen|sella|sten|siin|sissa)\b"
    r"(?!\s+(?:\w+\s+)?(?:strategia|ELO|foorumi|suosituk|opetussuunnitelma|työryhmä|politiikka))"
    r"|\bkoko (?:maa(?:n|ssa|han|ta|lle)?|Suomi|Suomen|Suomessa|Suomeen)\b(?!\s+väestö)"
    r"|\bmaanlaajui\w+|\briksomfattande\b|\b(?:i )?hela (?:landet|Finland)\b|\blandsomfattande\b"
    r"|\bnationwide\b|\b(?:the )?(?:whole|entire) country\b|\b(?:throughout|across) Finland\b"
    r"|\b(?:whole|all) of Finland\b"
)
ABROAD: Final = (
    r"\bulkomai(?:lla|lle|lta|den)\b|\butomlands\b|\babroad\b"
    r"|\b(?:Ruotsi|Viro|Norja|Tanska|Saksa|Islanni|Latvia|Liettua|Puola|Hollanni|Ranska|Espanja"
    r"|Italia|Venäjä)(?:ssa|ssä|an|in|on|än|sta|stä)\b"
    r"|\bi (?:Sverige|Estland|Norge|Danmark|Tyskland|Island|Lettland|Litauen|Polen)\b"
    r"|\bin (?:Sweden|Estonia|Norway|Denmark|Germany|Iceland|Latvia|Lithuania|Poland)\b"
)
#: First parts that share one second part: `Etelä- ja Pohjois-Savo`.
HYPHEN_PARTS: Final = ("Etelä", "Pohjois", "Keski", "Varsinais", "Kanta", "Päijät")
#: First words that share one second word: `Södra och Mellersta Österbotten`.
WORD_PARTS: Final = ("Södra", "Norra", "Mellersta", "Egentliga", "South", "North", "Central")
#: Adjectives of regions, without the case ending.
ADJECTIVES: Final[dict[str, str]] = {
    "uusmaalai": "01",
    "varsinaissuomalai": "02",
    "satakuntalai": "04",
    "kantahämäläi": "05",
    "kanta-hämäläi": "05",
    "pirkanmaalai": "06",
    "päijäthämäläi": "07",
    "päijät-hämäläi": "07",
    "kymenlaaksolai": "08",
    "eteläkarjalai": "09",
    "etelä-karjalai": "09",
    "eteläsavolai": "10",
    "etelä-savolai": "10",
    "pohjoissavolai": "11",
    "pohjois-savolai": "11",
    "pohjoiskarjalai": "12",
    "pohjois-karjalai": "12",
    "keskisuomalai": "13",
    "keski-suomalai": "13",
    "eteläpohjalai": "14",
    "etelä-pohjalai": "14",
    "eteläpohjanmaalai": "14",
    "keskipohjalai": "16",
    "keski-pohjalai": "16",
    "pohjoispohjalai": "17",
    "pohjois-pohjalai": "17",
    "kainuulai": "18",
    "lappilai": "19",
    "ahvenanmaalai": "21",
}
