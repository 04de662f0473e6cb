"""Reads a project's description page into labelled facts, by allow-list.

The page is a row of blocks, each a `div` with an `h2`; facts are lines `Label: value`. Only the
labels below are kept. Contact persons are dropped without being looked at, running text is
returned for judging only, because no licence allows storing it.

What does not belong here: what a fact means for a record (`scraper.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from ingestion.scraper import Drift, PageError
from ingestion.text.html import decode
from ingestion.text.names import collapse

KEPT = {
    "Hankekoodi": "code",
    "Hankkeen nimi": "name",
    "Toimintalinja": "priority",
    "Erityistavoite": "objective",
    "Suunnitelman mukainen toteutusaika": "period",
    "Toiminnan tila": "status",
    "Vastuuviranomainen": "authority",
    "Hakijan virallinen nimi": "applicant",
    "Y-tunnus": "business_id",
}
#: Known labels without a place in the records: an address and a telephone are nobody's facts
#: about a project, the type of organisation and the form of the application are not published.
IGNORED = frozenset(
    {
        "Organisaatiotyyppi",
        "Jakeluosoite",
        "Puhelinnumero",
        "Postinumero",
        "Postitoimipaikka",
        "WWW-osoite",
        "Hakijoiden lukumäärä tai tuen siirto -menettely",
    }
)
_KNOWN_PERSON_LABEL = re.compile(
    r"Hankkeen yhteyshenkilön nimi|Yhteyshenkilön (asema\b.*|sähköpostiosoite|puhelinnumero)"
)
_PERSON_LABEL = re.compile(r"yhteyshenkil|sähköposti|puhelin", re.IGNORECASE)
_REGION_LABEL = re.compile(r"kohdealue|^(maakun|seutukun|suuraluee|kun)(ta|nat|t)$", re.IGNORECASE)
_LABEL = re.compile(r"([^:]{1,90}):(?:\s+(.*))?$", re.DOTALL)
_HEADING_NUMBER = re.compile(r"(\d+)(?:\.\d+)*\.?\s+")
#: Stands for `<br>` while a newline of the page's source is only a blank.
_BREAK = "\u2028"
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")

_SECTION_WORDS = (
    ("regions", re.compile(r"kohdealue", re.IGNORECASE)),
    (
        "partners",
        re.compile(
            r"osatoteuttaj|kumppan|partner|yhteistyötaho|muut (hakijat|toteuttajat)", re.IGNORECASE
        ),
    ),
    ("summary", re.compile(r"tiivistelmä", re.IGNORECASE)),
    (
        "unread",
        re.compile(r"kustannusarvio|rahoitussuunnitelma|seuranta?tiedo|seurantiedo", re.IGNORECASE),
    ),
)
#: What the blocks hold by their leading number; the words of a heading vary. Nothing is read of
#: the costs and the funding plan (5, 6), whose sums were planned and whose labels nobody knows,
#: nor of the estimates made when applying (7): none of them is a grant or a result.
_SECTION_NUMBERS = {
    "1": "facts",
    "2": "facts",
    "3": "summary",
    "4": "regions",
    "5": "unread",
    "6": "unread",
    "7": "unread",
}


@dataclass
class Detail:
    """What a page says.

    Attributes:
        facts: our name of a kept label -> its value, blanks collapsed; never empty.
        fund_title: the main heading, which names the fund.
        regions: lines of the target-area block.
        partners: lines below the heading for partners.
        summary: running text, to be judged and forgotten.
        drift: labels and headings that the allow-list does not know.
    """

    fund_title: str
    facts: dict[str, str] = field(default_factory=dict)
    regions: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    drift: list[Drift] = field(default_factory=list)


def read_detail(body: bytes, charset: str | None) -> Detail:
    """Read one description page.

    Raises:
        PageError: the page has not exactly one main heading, no blocks, or one label twice.
    """
    document = _document(body, charset)
    titles = [_text(title) for title in document.iter("h1")]
    if len(titles) != 1:
        raise PageError("exactly one h1", f"found {len(titles)}")
    detail = Detail(fund_title=titles[0])
    blocks = [block for block in document.iter("div") if block.find("h2") is not None]
    if not blocks:
        raise PageError("blocks", "no div with a heading of its own")
    for block in blocks:
        _read_block(block, detail)
    return detail


def stable_text(body: bytes, charset: str | None) -> str | None:
    """All text of the blocks: equal as long as the description is; None for other pages."""
    try:
        document = _document(body, charset)
    except PageError:
        return None
    blocks = [block for block in document.iter("div") if block.find("h2") is not None]
    if not blocks:
        return None
    titles = [_text(title) for title in document.iter("h1")]
    return "\n".join(
        titles + [f"{tag} {line}" for block in blocks for tag, line in _block_lines(block)]
    )


def _document(body: bytes, charset: str | None) -> HtmlElement:
    text, _ = decode(body, charset)
    try:
        return html.document_fromstring(_XML_DECLARATION.sub("", text))
    except (ValueError, html.etree.ParserError) as error:
        raise PageError("html", f"no readable HTML: {error}") from error


def _read_block(block: HtmlElement, detail: Detail) -> None:
    section = "facts"
    number = ""
    pending: str | None = None
    for tag, line in _block_lines(block):
        if tag in ("h2", "h3"):
            section, number = _section(tag, line, section, number, detail)
            pending = None
        elif section == "facts":
            pending = _read_fact(line, pending, number, detail)
        elif section != "unread":
            _read_line(section, line, detail)


def _section(tag: str, heading: str, section: str, number: str, detail: Detail) -> tuple[str, str]:
    """Section that a heading opens: by what it says, else by its leading number."""
    if tag == "h3" and section == "unread":
        return section, number
    found = _HEADING_NUMBER.match(heading)
    number = found.group(1) if found else number
    for name, words in _SECTION_WORDS:
        if words.search(heading):
            return name, number
    if tag == "h3":
        # Subheadings of a block stay in it; what they head is judged line by line.
        return section, number
    if number not in _SECTION_NUMBERS:
        detail.drift.append(Drift("heading", "detail page", heading[:80]))
    return _SECTION_NUMBERS.get(number, "facts"), number


def _read_line(section: str, line: str, detail: Detail) -> None:
    label = _LABEL.match(line)
    if label and _PERSON_LABEL.search(label.group(1)):
        return
    if section == "summary":
        detail.summary.append(line)
    elif section == "partners":
        detail.partners.append(line)
    elif section == "regions":
        detail.regions.append(line)


def _read_fact(line: str, pending: str | None, number: str, detail: Detail) -> str | None:
    """Read one line; returns the kept label that still waits for a value on the next line."""
    found = _LABEL.match(line)
    label = collapse(found.group(1)) if found else ""
    if found is None or (pending and not _is_known(label)):
        if pending:
            _keep(pending, line, detail)
        else:
            detail.drift.append(Drift("text", f"detail block {number}", "line without a label"))
        return None
    if _KNOWN_PERSON_LABEL.fullmatch(label) or label in IGNORED:
        return None
    if _PERSON_LABEL.search(label):
        detail.drift.append(Drift("label", f"detail block {number}", label))
        return None
    value = collapse(found.group(2) or "")
    if label in KEPT:
        if value:
            _keep(label, value, detail)
        return None if value else label
    if _REGION_LABEL.search(label):
        detail.regions.append(value)
    else:
        detail.drift.append(Drift("label", f"detail block {number}", label))
    return None


def _is_known(label: str) -> bool:
    return label in KEPT or label in IGNORED or bool(_PERSON_LABEL.search(label))


def _keep(label: str, value: str, detail: Detail) -> None:
    name = KEPT[label]
    if detail.facts.setdefault(name, value) != value:
        raise PageError("one value a label", f"{label} stands twice with different values")


def _block_lines(block: HtmlElement) -> Iterator[tuple[str, str]]:
    """Lines of a block in order, without those of blocks inside it: nested facts count once."""
    for element in block.iterchildren():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in ("h2", "h3", "p", "li", "dt", "dd"):
            for line in _lines(element):
                yield tag, line
        elif tag == "tr":
            cells = [_text(cell) for cell in element.iterchildren("th", "td")]
            yield tag, ": ".join([cells[0].rstrip(":"), *cells[1:]]) if cells else ""
        elif element.find("h2") is None:
            yield from _block_lines(element)


def _lines(element: HtmlElement) -> Iterator[str]:
    for line_break in element.iter("br"):
        line_break.tail = f"{_BREAK}{line_break.tail or ''}"
    for line in str(element.text_content()).split(_BREAK):
        if text := collapse(line):
            yield text


def _text(element: HtmlElement) -> str:
    return collapse(str(element.text_content()))
