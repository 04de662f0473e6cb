"""What a heading says: the name, and what authors put behind it in parentheses.

What does not belong here: comparing names of different pages; that happens where sources meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingestion.records import Language
from ingestion.sources.elotori.labels import find_label
from ingestion.text.instruments import read_instrument
from ingestion.text.names import collapse, comparable

_TAIL = re.compile(r"^(?P<head>.+?)\s*\((?P<inside>[^()]{1,120}(?:\([^()]{1,20}\))?)\)\s*$")
#: Fund, authority, code or period: facts beside the name, no part of it.
_BESIDE = re.compile(
    r"(?:(?:ESR\+?|ESF(?:\+| Plus)?|EAKR|ERUF|ERDF|JTF|FRO|RRF|REACT-EU|ELY|EVK|OKM|TEM|OPH|STM"
    r"|JOTPA|UKM|ANM|UBS|EU|[ASJ]\d{5}|\d{1,2}/\d{4}|[\d.]+|[-–—]|hanke|projekt|project)[\s,;:]*)+",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"^(?:(?P<project>projektet|projekti|projekt|hanke|project)"
    r"|(?P<fi>på finska|fi\.|suomeksi|in finnish)"
    r"|(?P<sv>sv\.|ruots\.|ruotsiksi|på svenska|in swedish)"
    r"|(?P<en>engl?\.|englanniksi|på engelska|in english))\s*:?\s+(?P<name>.+)$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\s?[-–]\s?(?:(?:kehittämis|osa|kehitys)?hanke|projekti|projektet|projekt|project)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\D)")
_TRAILING_PERIOD = re.compile(
    r"[\s,]+\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*[-–—]\s*\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$"
)
_QUOTES = "\"'”“„»«‘’"
_MAX_NAME = 220
_DATE_ONLY = re.compile(r"[\d\s.,:/–—-]+(?:klo[\d\s.:–-]*)?")

#: Words that say what kind of page this is; a heading of nothing else names no project.
_GENERIC = re.compile(
    r"(?:(?:kehittämis|kehitys|ohjaus|tutkimus|osa|pilotti|esr|utvecklings|vägledning[s]?)?-?"
    r"(?:hank(?:e|keet|keita|keen|keista|keiden)|projekti|projektit|projekteja|projektien"
    r"|projekt|projekten|projekter|projektet|projects?)"
    r"|hankesivu|hankesivut|hankekortti|hanke-esittely|esittely|etusivu|koonti|koontisivu|listaus"
    r"|hankelista|hankkeista|käynnissä|käynnissäolevat|olevat|olevia|meneillään|päättyneet"
    r"|päättyneitä|tulevat|uudet|uusia|kaikki|muut|muita|ajankohtaiset|ajankohtaista"
    r"|valtakunnalliset|valtakunnallisia|alueelliset|alueellisia|kansalliset|kansainväliset"
    r"|rahoitetut|elo|elo-tori|elotori|elo-torin|tori|elinikäisen|elinikäinen|ohjauksen|ohjaus"
    r"|kehittäminen|kehittämisen|pågående|avslutade|aktuella|nationella|regionala|livslång"
    r"|vägledning|inom|lifelong|guidance|development|current|completed|ongoing|national"
    r"|regional|list|lista|of|i|och|ja|sekä|and|esr\+?|eakr|jtf|rrf|tervetuloa|välkommen|welcome"
    r"|tietoa|tietoja|om|about|\d{4}|[-–—&/,:|]+)"
)
_SECTION_WORDS = re.compile(
    r"(?:toiminta|toimintaa|toimenpiteet|tulokset|tuloksia|tausta|taustaa|kuvaus|tiivistelmä"
    r"|perustiedot|tiedot|materiaalit|linkit|linkkejä|tiedostot|tiedotteet|tuotokset|uutiset"
    r"|ajankohtaista|blogi|työpaketit|tavoitteet|tavoite|kohderyhmä|kohderyhmät|aikataulu"
    r"|yhteystiedot|yhteistyö|yhteistyökumppanit|tapahtumat|koulutukset|arviointi|seuranta"
    r"|rahoitus|kesto|toteutus|toteuttajat|toteuttaja|tiivistetysti|lyhyesti|pähkinänkuoressa"
    r"|vaikutukset|julkaisut|lisätietoa|lisätietoja|lisäksi|muuta|esittely|bakgrund|åtgärder"
    r"|resultat|information|länkar|material|aktuellt|beskrivning|mål|målgrupp|finansiering"
    r"|verksamhet|evenemang|kontakt|kontakter|i korthet|sammanfattning|background|activities"
    r"|results|links|materials|summary|description|news|events|aims|goals|objectives|funding"
    r"|contact|contacts|in brief|ja|och|and|sekä|&|/|,|hankkeen|projektin|projektets|projekt"
    r"|the|project|hanke|mitä|teemme|miksi|kenelle|miten|keitä|olemme|vad|vem|varför|hur)"
)


@dataclass(frozen=True)
class HeadingName:
    """A heading read: the name, the same name in other languages, and the facts beside it."""

    name: str
    translations: tuple[tuple[Language, str], ...] = ()
    beside: str = ""


def read_heading(heading: str, language: Language | None) -> HeadingName:
    """The project name in a heading, freed from fund, period and `-hanke`."""
    found = find_label(heading)
    text = found.value if found and found.label.field == "name" and found.value else heading
    text = _NUMBERED.sub("", collapse(text))
    beside: list[str] = []
    translations: list[tuple[Language, str]] = []
    while tail := _TAIL.match(text):
        inside = tail["inside"].strip()
        if _BESIDE.fullmatch(inside) or read_instrument(inside):
            beside.append(inside)
        elif other := _translation(inside, language):
            translations.append(other)
        else:
            break
        text = tail["head"]
    if period := _TRAILING_PERIOD.search(text):
        beside.append(period[0].strip(" ,"))
        text = text[: period.start()]
    return HeadingName(bare_name(text), tuple(translations), " ; ".join(reversed(beside)))


def bare_name(text: str) -> str:
    """A name without surrounding quotes and without the word project hung to it."""
    name = collapse(text).strip(_QUOTES + " ,;:")
    shorter = _SUFFIX.sub("", name).strip(_QUOTES + " ")
    return shorter or name


def names_something(heading: str) -> bool:
    """Whether a heading can be the name of a project, method or tool."""
    text = collapse(heading)
    found = find_label(text)
    if found is not None:
        return found.label.field == "name" and bool(found.value)
    if len(text) > _MAX_NAME or not re.search(r"[^\W\d_]{2}", text) or _DATE_ONLY.fullmatch(text):
        return False
    return not (is_generic(text) or is_section(text))


def is_generic(heading: str) -> bool:
    """Whether a heading only says that there are projects below."""
    words = comparable(heading).replace("(", " ").replace(")", " ").split()
    return all(_GENERIC.fullmatch(word.strip(".,:;!")) or not word.strip(".,:;!") for word in words)


def is_section(heading: str) -> bool:
    """Whether a heading is a chapter of the text about one project."""
    words = comparable(heading).rstrip("?:!.").split()
    return all(_SECTION_WORDS.fullmatch(word.strip(",:?")) for word in words)


def _translation(inside: str, language: Language | None) -> tuple[Language, str] | None:
    match = _TRANSLATED.match(inside)
    if match is None:
        return None
    name = bare_name(match["name"])
    for code in ("fi", "sv", "en"):
        if match[code]:
            return code, name
    # On a Swedish or English page the name in parentheses is the Finnish original.
    return ("fi", name) if language in ("sv", "en") else None
