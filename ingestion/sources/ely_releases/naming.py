"""Where a sentence of a release names a project: the words in front of a name and behind it.

A funding release writes the whole official name, mostly without marks, behind the word project
(`hankkeeseen Uusi suunta: nuorten ohjaus`) or in front of it (`Uusi suunta -hanke`). A name
has no sign of its own that it ends, so it goes on to the first word that a sentence goes on with.
What does not belong here: whether the sentence is a decision (`decisions.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingestion.text.names import collapse
from ingestion.text.organisations import OrganisationFound
from ingestion.text.regions import find_regions
from ingestion.text.rules.mention_words import NO_NAME, OPENERS

QUOTES = '"”“«»„'
_FIRST = rf"(?=[{QUOTES}]?[A-ZÅÄÖ\d])"
#: In front of a name; the name begins where the match ends.
_BEFORE = (
    re.compile(
        r"\b(?i:[a-zåäö]{0,20}hank(?:keelle|keeseen|keessa|keella|keesta|keen|etta|e)"
        r"|projekti(?:lle|in|n|a|ssa)?)(?:\s+nimeltään?)?\s+" + _FIRST
    ),
    re.compile(r"\b(?i:[a-zåäö]{0,20}projektet)(?:\s+med\s+namnet)?\s+" + _FIRST),
    re.compile(r"\b(?i:the\s+project)(?:\s+(?:called|named))?\s+" + _FIRST),
)
_NUMBER = r"(?:\d{1,3}(?:[\s.,]\d{3})+|\d+)(?:[,.]\d+)?"
_SUM = (
    rf"(?:EUR|€)\s?\d|{_NUMBER}\s*(?:€|EUR\b|euro|[Mtk]€|milj|million|tuhat|tusen|thousand)"
    r"|(?:vuosittain|vuodessa|yhteensä|noin|lähes|liki|enintään|korkeintaan|runsaat|yli|årligen"
    r"|sammanlagt|totalt|högst|cirka|ca|about|up to|annually)\s+(?:EUR|€|\d)"
)
_FI_VERBS = (
    r"(?:on|oli|ei|sai|saa|sai(?:vat)?|saavat|myönsi|myönnet\w+|annet(?:tu|tiin)|osoitettiin"
    r"|toteutta(?:a|vat)|toteutti|toteutetaan|hallinnoi|koordinoi|vetää|johtaa|rahoittaa|tukee"
    r"|alkaa|alkoi|käynnisty[yi]|päätty[yi]|jatkuu|kestää|etenee|hakee|haetaan|tekee|pyrkii"
    r"|kehittää|kokoaa|esittäyty[yi]|esiteltiin"
    r"|keskittyy|kohdistuu|edistää|auttaa|vahvistaa|tarjoaa|luo|tuo|kutsuu|vastaa)\b"
)
_FI_NOUNS = (
    r"(?:kokonais(?:budjetti|kustannu|rahoitu)\w*|budjetti|kustannu\w+|rahoitu\w+|rahoittaja\w*"
    r"|avustu\w+|tuki|tue[nt]\w*|osatoteuttaj\w+|pää(?:asiallinen\s+)?toteuttaj\w+|toteuttaj\w+"
    r"|hallinnoij\w+|koordinaattori\w*|toteutusaika|kesto|omarahoitu\w+|hakemu\w+|koodi|tavoite)"
    r"(?=\s+(?:on|ovat|oli|olivat|toimii|toimivat|hylättiin)\b|:)"
)
_SV_VERBS = (
    r"(?:har|är|var|fick|får|beviljas|beviljades|tilldelas|genomförs|leds|ägs|drivs|samordnas"
    r"|finansieras|pågår|inleds|startar|börjar|avslutas|ska|skall|kommer|söker"
    # `som` alone may be `as` inside a name
    r"|som\s+(?:har|är|fick|får|beviljas|genomförs|leds|ägs|drivs|samordnas|finansieras"
    r"|pågår|inleds|startar|börjar|ska|skall|kommer|syftar|stöder|hjälper|erbjuder|utvecklar))\b"
)
_EN_VERBS = r"(?:was|has|is|will|received|receives|starts|runs|which|that|led\s+by)\b"
_RELATIVE = r"(?:jo(?:ka|ta|nka|lle|ssa|sta|hon)|som|vilket|which|that|whose)\b"
#: The money that a sentence gives behind a name: `tukea 51 000 euroa`, `stöd på`, `funding of`.
_MONEY = (
    rf"(?:(?:[\w+]+-)?(?:(?:valtion)?avustusta|(?:osa)?rahoitusta|tukea)(?:\s+(?!ja\b)[\w+-]+){{0,2}}?"
    rf"|(?:[\w+]+-)?(?:(?:stats)?understöd|stöd|bidrag|finansiering)(?:\s+(?:på|om|till|med))?"
    rf"|(?:a\s+)?(?:grant|funding|support)\s+of)\s+(?:{_SUM})"
    r"|(?:ES[RF]|EAKR|ERUF|JTF|EU)\+?-(?:tukea|rahoitusta|avustusta|stöd|finansiering)\b"
)
#: Behind a quoted name: its code, or the money, with or without a sum.
_NO_NAME_MORE = re.compile(
    r"\s*\((?:[ASJ]\d{5}|[A-Z]{2,3}\d{3}:\d{2}/\d{4})\)|\s*[,.;)]"
    r"|\s+(?:[\w+]+-)?(?:(?:valtion)?avustusta|(?:osa)?rahoitusta|tukea|(?:stats)?understöd|stöd|bidrag"
    r"|finansiering|a\s+grant|grant|funding|support)(?=\s|[.,]|$)"
)
#: A word that opens many a sentence opens a name too where the name is cut by a mark.
_TITLE_MARK = re.compile(r"\s[–—]\s|:\s")
#: Where a name ends that has no marks of its own.
_STOP = re.compile(
    rf",?\s+(?:{_SUM}|{_MONEY})|\s+(?:{_FI_VERBS}|{_SV_VERBS}|{_EN_VERBS})"
    rf"|,\s+{_RELATIVE}|,\s+(?:ja|och|and|sekä|samt)\s|[;\n]|[.!]\s*$|\s*$"
)
#: Behind a genitive a noun of the project goes on: `Hankkeen Uusi suunta kesto on …`.
_NOUN = re.compile(rf"\s+{_FI_NOUNS}")
_GENITIVE = re.compile(r"(?:hankkeen|projektin)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(rf"\s(?:{_FI_VERBS}|{_SV_VERBS}|{_EN_VERBS})")
#: `Uusi suunta -hanke`, `Uusi suunta (SUUNTA) -hankkeelle`.
_BEHIND = re.compile(r"\s[-–](?=(?:hank(?:e|ke|et)|projekt))", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?:hallinnoi|toteutta|koordinoi|vetä|johta|luotsa|rahoitta|tuke|myöntä)m[aä](?:n|lle|sta)?\s+"
)
#: `Uusi suunta: hankkeessa …`, `Uusi suunta on kolmivuotinen hanke`.
_OPENING = (
    re.compile(r"(?P<name>[^\n.]{3,140}?):\s+(?:hank(?:e|kee)|projekt)\w*\s"),
    re.compile(
        r"(?P<name>[A-ZÅÄÖ][^\n.,:]{2,100}?)\s+on\s+(?:[a-zåäö-]+\s+){0,2}?(?:hanke|projekti)\b"
        r"(?=,\s+jo)"
    ),
)
_EN_ITS = re.compile(r"\bits\s+(?P<name>[A-Z][^\n.,:;]{2,80}?)\s+project\b")
_CODE_TAIL = re.compile(r"\s*\((?:[ASJ]\d{5}|[A-Z]{2,3}\d{3}:\d{2}/\d{4})\)$")
#: A stretch of road or railway between two places.
_STRETCH = re.compile(r"[A-ZÅÄÖ][\wåäö]+\s?[–-]\s?[A-ZÅÄÖ][\wåäö]+")
_AND = re.compile(r",?\s+(?:ja|sekä|och|samt|and)\s+(?:the\s+)?$")


@dataclass(frozen=True)
class Naming:
    """A name in a sentence and the span of its words; `opens` where the word project begins."""

    name: str
    start: int
    end: int
    opens: int


def find_namings(sentence: str, bodies: Sequence[OrganisationFound]) -> list[Naming]:
    """Names of a sentence in order; of overlapping readings the first one stays."""
    found: list[Naming] = []
    for one in _readings(sentence, bodies):
        if is_project_name(one.name) and not any(
            one.start < other.end and other.start < one.end for other in found
        ):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def clean_name(text: str) -> str:
    """A name without a code behind it, and without marks around the whole of it."""
    name = _CODE_TAIL.sub("", collapse(text)).strip(" ,:;")
    if not name.endswith(("...", "?", "!")):
        name = name.rstrip(".")
    inner = name[1:-1]
    whole = name[:1] in QUOTES and name[-1:] in QUOTES and not set(inner) & set(QUOTES)
    return inner if whole and inner else name


def is_project_name(name: str) -> bool:
    """Not a place, a stretch of road, a sum or a word that any sentence may begin with."""
    if len(name) < 4 or not re.search(r"[^\W\d_]{3}", name) or _STRETCH.fullmatch(name):
        return False
    if name.casefold() in NO_NAME | OPENERS or re.match(_SUM, name):
        return False
    covered = sum(region.end - region.start for region in find_regions(name))
    return covered < len(name) - 2


def _readings(sentence: str, bodies: Sequence[OrganisationFound]) -> Iterator[Naming]:
    for pattern in _OPENING:
        if match := pattern.match(sentence):
            yield Naming(clean_name(match["name"]), 0, match.end("name"), match.end("name"))
    for match in _EN_ITS.finditer(sentence):
        yield Naming(clean_name(match["name"]), *match.span("name"), match.start())
    for match in _BEHIND.finditer(sentence):
        if one := _before_project(sentence, match.start(), bodies):
            yield one
    for pattern in _BEFORE:
        for match in pattern.finditer(sentence):
            if not re.search(r"\w[-–]$", sentence[: match.start()]):
                yield _from(sentence, match, bodies)


def _from(sentence: str, match: re.Match[str], bodies: Sequence[OrganisationFound]) -> Naming:
    """The name that begins where the word for the project ends."""
    start = match.end()
    at = start
    quoted = re.match(rf"[{QUOTES}][^{QUOTES}\n]+[{QUOTES}]", sentence[start:])
    if quoted:
        at += quoted.end()  # words inside marks are never those that a sentence goes on with
    if quoted and _NO_NAME_MORE.match(sentence, at):
        return Naming(clean_name(sentence[start:at]), start, at, match.start())
    stop = _STOP.search(sentence, at)
    end = stop.start() if stop else len(sentence)
    if _GENITIVE.search(match[0]) and (noun := _NOUN.search(sentence, at, end + 12)):
        end = min(end, noun.start())
    for body in bodies:
        joined = body.start > start and _AND.search(sentence, start, body.start)
        if joined and joined.start() < end:
            end = joined.start()
    name = clean_name(sentence[start:end])
    return Naming(name, start, end, match.start())


def _before_project(sentence: str, end: int, bodies: Sequence[OrganisationFound]) -> Naming | None:
    """The name in front of `-hanke`: from its owner, a participle, or the sentence's beginning."""
    floor = 0
    for body in bodies:
        if body.end < end:
            floor = max(floor, body.end)
    for match in _PARTICIPLE.finditer(sentence, floor, end):
        floor = max(floor, match.end())
    for match in re.finditer(rf"(?:{_SUM})[\w+-]*\s*(?:€|EUR|euroa?n?)?", sentence[:end]):
        floor = max(floor, match.end())
    if floor and (
        verb := _GOES_ON.match(sentence, floor)
    ):  # `keskus rahoittaa Uusi suunta -hanketta`
        floor = verb.end()
    piece = sentence[floor:end]
    first = re.match(rf"\s*(?=[{QUOTES}]?[A-ZÅÄÖ\d])", piece)
    if first is None:
        return None
    start = floor + first.end()
    name = clean_name(sentence[start:end])
    opener = name.split(" ", 1)[0].casefold()
    if (
        (opener in OPENERS and not _TITLE_MARK.search(name))
        or re.search(r"[.;]\s", name)
        or _GOES_ON.search(name)
    ):
        return None
    return Naming(name, start, end, end)
