"""The labels authors write before a fact, in Finnish, Swedish and English.

A table of words and the reading of one line against it. What does not belong here: what the
value behind a label says (`facts.py`). The labels of the real pages are assumed, so an unknown
one is reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingestion.records import AmountKind
from ingestion.text.names import collapse, comparable
from ingestion.text.parts import parts_heading

Field = Literal[
    "name", "name_fi", "name_sv", "name_en", "lead", "implementer", "partner", "coordinator",
    "funder", "period", "start", "end", "amount", "code", "region", "site", "programme",
    "status", "aim", "target", "about", "family", "parts", "output_type", "url", "licence",
    "person", "other",
]  # fmt: skip

_FACT_FIELDS = frozenset(
    {"lead", "implementer", "partner", "coordinator", "funder", "period", "start", "end",
     "amount", "code"}
)  # fmt: skip


@dataclass(frozen=True)
class Label:
    """What a label announces; `amount_kind` only for sums of money."""

    field: Field
    amount_kind: AmountKind | None = None

    @property
    def is_fact(self) -> bool:
        """Whether the label alone marks its block as one about a project."""
        return self.field in _FACT_FIELDS

    @property
    def is_split(self) -> bool:
        """Whether the label may stand in a row of labels without marks between them."""
        is_fact = self.is_fact and self.field not in ("start", "end")
        return is_fact or self.field in ("aim", "target", "region", "site", "status")


@dataclass(frozen=True)
class LabelledText:
    """A line read as label and value; the value may be empty."""

    label: Label
    words: str
    value: str


_WORDS: Mapping[Field, str] = {
    "name": "hanke|nimi|hankenimi|projekti|projekt|projektnamn|namn|projektets namn|project"
    "|name|project name|title",
    "name_fi": "nimi suomeksi|suomenkielinen nimi|namn på finska|name in finnish|på finska"
    "|suomeksi",
    "name_sv": "nimi ruotsiksi|ruotsinkielinen nimi|namn på svenska|svenskt namn"
    "|name in swedish|på svenska|ruotsiksi",
    "name_en": "nimi englanniksi|englanninkielinen nimi|namn på engelska|engelskt namn"
    "|name in english|in english|englanniksi|på engelska",
    "lead": "päätoteuttaja|hallinnoija|hallinnoiva organisaatio|hallinnoijaorganisaatio"
    "|vastuutaho|vastuutoteuttaja|vastuuorganisaatio|projektägare|huvudgenomförare"
    "|huvudprojektägare|projektets ägare|ägare|lead partner|lead organisation|lead"
    "|project owner|project lead|owner",
    "implementer": "toteuttaja|toteuttajat|toteuttajataho|toteuttajatahot"
    "|toteuttajaorganisaatio|toteuttajaorganisaatiot|toteuttava organisaatio|genomförare"
    "|implementer|implementers|implementing organisation|implemented by|implementation",
    "partner": "osatoteuttaja|osatoteuttajat|kumppani|kumppanit|partneri|partnerit"
    "|hankekumppani|hankekumppanit|muut toteuttajat|delgenomförare|delprojektägare|partner"
    "|partners|project partners|partnerorganisationer|mukana|mukana olevat"
    "|mukana hankkeessa|osallistuvat organisaatiot|medverkande|medverkande organisationer"
    "|deltagande organisationer|taking part|participants|participating organisations",
    "coordinator": "koordinaattori|koordinoija|koordinoiva organisaatio|koordinator"
    "|samordnare|coordinator|coordinating organisation|project coordinator",
    "funder": "rahoittaja|rahoittajat|myöntäjä|rahoittava viranomainen|rahoittajaviranomainen"
    "|rahoitusviranomainen|päärahoittaja|rahoituksen myöntäjä|finansiär|finansiärer"
    "|beviljande myndighet|funder|funders|funding authority|granted by|funded by",
    "period": "kesto|toteutusaika|hankeaika|toteuttamisaika|projektiaika|hankekausi|aika"
    "|ajankohta|projekttid|projektperiod|genomförandetid|tidsperiod|period|varaktighet|tid"
    "|tidtabell|duration|project period|implementation period|time|timetable|aikataulu",
    "start": "alkaa|alkoi|alkaen|alku|alkamispäivä|aloituspäivä|alkamisaika|börjar|startar"
    "|startdatum|start|starts|start date",
    "end": "päättyy|päättyi|päättymispäivä|loppu|päättymisaika|loppuu|slutar|avslutas"
    "|slutdatum|ends|end date|end",
    "code": "hankekoodi|hankekoodit|hanketunnus|projektikoodi|projektitunnus|koodi|tunnus"
    "|hankenumero|diaarinumero|asianumero|eura-koodi|eura-tunnus|projektkod|projektnummer"
    "|projektkoder|kod|diarienummer|ärendenummer"
    "|case number|project code|project codes|project number|code",
    "region": "alue|alueet|toiminta-alue|kohdealue|toteutusalue|toteutusalueet|maakunta"
    "|maakunnat|vaikutusalue|område|region|regioner|landskap|verksamhetsområde|målområde"
    "|area|regions|target area",
    "site": "paikkakunta|paikkakunnat|kunta|kunnat|kotipaikka|toteutuspaikka|toimintapaikka"
    "|toimintapaikat|pilottipaikkakunnat|ort|orter|kommun"
    "|kommuner|place|municipality|municipalities|location",
    "programme": "ohjelma|rahoitusohjelma|rahasto|rahoituslähde|rahoitusmuoto|rahoituskanava"
    "|ohjelmakausi|program|finansieringsprogram|fond|programperiod|programme|fund"
    "|funding programme|funding source",
    "status": "tila|vaihe|hankkeen tila|läge|skede|status|state",
    "aim": "tavoite|tavoitteet|päätavoite|tarkoitus|mål|målsättning|målsättningar|syfte|aim"
    "|aims|goal|goals|objective|objectives|purpose",
    "target": "kohderyhmä|kohderyhmät|kenelle|osallistujat|målgrupp|målgrupper|target group"
    "|target groups|for whom",
    "output_type": "tyyppi|tuotostyyppi|typ|type",
    "url": "linkki|linkit|verkkosivu|verkkosivut|www|www-sivut|kotisivu|kotisivut|nettisivut"
    "|hankesivu|hankesivut|lue lisää|länk|länkar|webbplats|webbsida|läs mer|link|links"
    "|website|web|read more|osoite",
    "licence": "lisenssi|licens|licence|license|käyttöoikeus",
    "person": "yhteyshenkilö|yhteyshenkilöt|yhteystiedot|yhteystieto|ota yhteyttä|yhteydenotot"
    "|projektipäällikkö|hankepäällikkö|projektikoordinaattori|hankekoordinaattori"
    "|hanketyöntekijä|hanketyöntekijät|projektityöntekijä|projektityöntekijät|vastuuhenkilö"
    "|vastuuhenkilöt|lisätietoja|lisätiedot|lisätietoa|asiantuntija|asiantuntijat|kirjoittaja"
    "|kirjoittajat|tekijä|tekijät|toimittaja|laatija|laatijat|sähköposti|s-posti|puhelin|puh"
    "|p|gsm|henkilöstö|henkilökunta|työryhmä|ohjausryhmä|ohjausryhmän jäsenet|kouluttaja"
    "|kouluttajat|kontakt|kontakter|kontaktperson|kontaktpersoner|kontaktuppgifter"
    "|projektledare|projektchef|projektkoordinator|mer information|mera information"
    "|ytterligare information|tilläggsuppgifter|författare|e-post|epost|telefon|tel"
    "|styrgrupp|personal|contact|contacts|contact person|contact persons|contact details"
    "|project manager|further information|more information|author|authors|email|e-mail"
    "|phone|steering group|staff|team",
    # what it does, in its own words
    "about": "kuvaus|kuvailu|tiivistelmä|toimenpiteet|tulokset|tuotokset|toiminta|sisältö"
    "|hankkeen kuvaus|beskrivning|sammanfattning|åtgärder|verksamhet|resultat|innehåll"
    "|description|summary|activities|actions|results|outcomes|content",
    # other projects: their names and places are not this one's
    "family": "sisarhankkeet|rinnakkaishankkeet|liittyvät hankkeet|muut hankkeet|systerprojekt"
    "|andra projekt|relaterade projekt|sister projects|related projects|other projects",
    "other": "tausta|materiaalit|materiaali|tiedostot|liitteet|julkaisu|julkaisut|avainsanat"
    "|asiasanat"
    "|huom|huomio|esimerkki|päivitetty|muokattu|toimintatavat|työpaketit|kehittäjä"
    "|käyttötarkoitus|käyttö|ohje|ohjeet|teema|teemat|vaikuttavuus|arviointi|seuranta"
    "|yhteistyökumppanit|yhteistyötahot|ohjaus"
    "|bakgrund|material|filer|nyckelord|obs|uppdaterad|utvecklare|tema|teman|publikationer"
    "|samarbetspartner|samarbetspartners|background|materials|files|keywords|note|updated|developer|theme|themes|publications"
    "|y-tunnus|fo-nummer|business id",
}
_MONEY_WORDS: Mapping[AmountKind, str] = {
    # Contract: an unqualified sum of a page is the whole cost, whoever pays it.
    "total_cost": "rahoitus|budjetti|kokonaisbudjetti|kokonaiskustannukset|kokonaiskustannus"
    "|kokonaisrahoitus|kustannukset|kustannusarvio|rahoitus yhteensä|budjetti yhteensä"
    "|finansiering|budget|totalbudget|total budget|totalfinansiering|totalkostnad"
    "|totala kostnader|kostnader|kostnad|funding|total funding|total cost|total costs|costs",
    "granted": "myönnetty rahoitus|myönnetty tuki|myönnetty avustus|myönnetty|tuki|avustus"
    "|myönnetty eu- ja valtion rahoitus|eu- ja valtion rahoitus|valtionavustus"
    "|rahoituspäätös|beviljad finansiering|beviljat stöd|beviljat|beviljat understöd"
    "|understöd|stöd|statsunderstöd|granted|granted funding|grant|awarded",
    "granted_eu_share": "eu-rahoitus|eu-tuki|eu-osuus|esr-rahoitus|esr+-rahoitus|eakr-rahoitus"
    "|esr-osuus|esr+-osuus|eakr-osuus|jtf-rahoitus|eu:n osuus|esr-tuki|eu-finansiering"
    "|eu-stöd|esf-finansiering|esr-finansiering|eruf-finansiering|eu funding|eu share"
    "|esf funding|esf+ funding|erdf funding|eu contribution",
    "national_share": "valtion osuus|kansallinen rahoitus|kansallinen osuus|valtion rahoitus"
    "|statlig finansiering|nationell finansiering|statens andel|national funding"
    "|national contribution|state funding",
    "own_funding": "omarahoitus|omarahoitusosuus|omavastuu|oma rahoitus|egen finansiering"
    "|egenfinansiering|egen andel|own funding|own contribution|self-financing",
    "partner_share": "osuus|osatoteuttajan osuus|osatoteuttajan rahoitus|osabudjetti"
    "|delgenomförarens andel|delbudget|partner share|partner budget",
    "applied": "haettu|haettu rahoitus|haettu tuki|haettu avustus|haettava rahoitus|ansökt"
    "|ansökt finansiering|ansökt stöd|ansökt understöd|applied|applied funding"
    "|requested funding",
    "realised": "toteutunut rahoitus|toteutuneet kustannukset|toteutunut"
    "|realiserad finansiering|realised funding|actual costs",
    "paid": "maksettu|maksettu tuki|maksettu avustus|utbetalt|utbetalat|paid",
    "planned_public": "julkinen rahoitus|julkinen rahoitus yhteensä|offentlig finansiering"
    "|public funding",
}

_PREFIX = re.compile(
    r"^(?:hankkeen|projektin|osahankkeen|projektets|projekt|the project's|project's|project) +"
)
_OPTIONAL_END = re.compile(r"\s*\([^()]{0,20}\)\s*$")
_COLON = re.compile(r"^(?P<label>[^:]{1,60}?)\s*:(?!//)\s*(?P<value>.*)$", re.DOTALL)
_DASH = re.compile(r"^(?P<label>[^:–—]{3,40}?)\s+[-–—]\s+(?P<value>.+)$", re.DOTALL)
#: `Rahoitus 10 000 €`, `Asianumero VN/1/2099`: a number or code says that a label was read.
_NUMBER = re.compile(
    r"^(?P<label>[^:\d]{4,40}?)\s+(?P<value>(?:\d|€|EUR \d|[A-Z]{1,4}[/\d]).*)$", re.DOTALL
)
_FAMILY = re.compile(
    r"^(?=[^:]{8,90}:$).*\b(?:kuuluvat|kuuluvia|liittyvät|mukana olevat|ingår|ingående|tillhör"
    r"|hör till"
    r"|belong|includes?|included|related)\b.*\b\w*(?:hanke\w*|hankkeet|hankkeita|projekt\w*"
    r"|project\w*)"
    r"|^(?=[^:]{8,90}:$).*\b\w*(?:hankkeet|hankkeita|projekt(?:en)?|projects)\b.*\b(?:kuuluvat"
    r"|liittyvät|ingår|tillhör|hör till|belong)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r":(?:\s|$)")
#: `Alkaa 1.2.2098 ja päättyy 3.4.2099` is one value, no label with half of it.
_BOTH_ENDS = re.compile(r"päätty|loppu|slut|avsluta|\bends?\b", re.IGNORECASE)
#: A label that nobody listed: a capital, at most four words, no digit, mark or address.
_UNKNOWN = re.compile(r"^[A-ZÅÄÖ][a-zåäöé-]*(?: [a-zåäöé-]+){0,3}$")


def _table() -> dict[str, Label]:
    table = {word: Label(field) for field, words in _WORDS.items() for word in words.split("|")}
    for kind, words in _MONEY_WORDS.items():
        table.update({word: Label("amount", kind) for word in words.split("|")})
    return {comparable(word): label for word, label in table.items()}


LABELS: Mapping[str, Label] = _table()


#: Words that are labels only before a colon: alone on a line they are ordinary headings or text.
def _words(text: str) -> frozenset[str]:
    return frozenset(comparable(word) for word in text.split())


_NEEDS_COLON = _words(
    """hanke projekti projekt project nimi namn name title p tel puh aika tid time start end loppu
    alku osuus tuki stöd grant tila vaihe typ type tyyppi kunta ort web www suomeksi ruotsiksi
    englanniksi koodi kod code alkaen lead owner team toteutunut maksettu paid granted applied
    beviljat ansökt haettu myönnetty period region program materiaali material ohjaus esimerkki
    link tema obs huom note osoite"""
)


def find_label(line: str) -> LabelledText | None:
    """Read a line as a known label with its value.

    Without a colon only a line that is nothing but a label counts, or a label before a dash or
    a number. A line of its own that announces projects of a family is a label in any wording.
    """
    line = collapse(line)
    if announced := parts_heading(line):
        return LabelledText(Label("parts"), announced.words, announced.value)
    if _FAMILY.match(line):
        return LabelledText(Label("family"), line.rstrip(": "), "")
    match = _COLON.match(line)
    if match and (label := _known(match["label"])):
        return LabelledText(label, match["label"].strip(), match["value"].strip())
    for pattern in (_DASH, _NUMBER):
        match = pattern.match(line)
        if match and (label := _known_alone(match["label"])):
            if label.field == "start" and _BOTH_ENDS.search(match["value"]):
                return None
            return LabelledText(label, match["label"].strip(), match["value"].strip())
    if len(line) <= 40 and (label := _known_alone(line)):
        return LabelledText(label, line, "")
    return None


def is_bare_label(line: str) -> bool:
    """Whether a line is a known label without a value."""
    found = find_label(line)
    return found is not None and not found.value


def unknown_label(line: str) -> str | None:
    """A label that the table does not know; None for anything that may be a name or prose."""
    match = _COLON.match(line)
    if match is None or _known(match["label"]) is not None:
        return None
    label = match["label"].strip()
    return label if len(label) <= 40 and _UNKNOWN.match(label) else None


def split_labels(line: str) -> list[str]:
    """Parts of a line that holds several labels one after the other.

    Labels and values may run together without any mark (`Toteuttaja X Kesto 2098–2099`); then
    the line must begin with a label and hold another one.
    """
    starts = [0, *(match.start("label") for match in _INSIDE.finditer(line))]
    if len(starts) > 1:
        return [part for a, b in pairwise([*starts, len(line)]) if (part := line[a:b].strip())]
    marks = [] if _MARK.search(line) else list(_UNMARKED.finditer(line))
    if len(marks) < 2 or marks[0].start() != 0:
        return [line]
    ends = [match.start() for match in marks[1:]] + [len(line)]
    return [
        f"{match['label']}: {line[match.end() : end].strip()}"
        for match, end in zip(marks, ends, strict=True)
    ]


def _known_alone(words: str) -> Label | None:
    return None if comparable(words) in _NEEDS_COLON else _known(words)


def _known(words: str) -> Label | None:
    key = comparable(words)
    if found := LABELS.get(key):
        return found
    key = _PREFIX.sub("", _OPTIONAL_END.sub("", key))
    return LABELS.get(key)


def _any_of(keep: Callable[[str, Label], bool]) -> str:
    """Alternatives of the labels that split a line, longest first, with a capital."""
    words = [word for word, label in LABELS.items() if len(word) > 3 and keep(word, label)]
    capital = sorted((word[0].upper() + word[1:] for word in words), key=len, reverse=True)
    return "|".join(map(re.escape, capital))


_INSIDE = re.compile(rf"(?<=[^\s:])\s+(?P<label>(?:{_any_of(lambda _, label: label.is_fact)})\s*:)")
_SURE = _any_of(lambda word, label: label.is_split and word not in _NEEDS_COLON)
_UNMARKED = re.compile(rf"(?<![\w-])(?P<label>{_SURE})(?=\s|$)")
