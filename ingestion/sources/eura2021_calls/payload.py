"""The data that the list page carries for its script: percent-encoded JSON in one element.

What does not belong here: what a notice's fields mean (`notices.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup

from ingestion.platforms.json_pages import LEAF, parse_json
from ingestion.scraper import PageError

_TYPE = "__PREACT_CLI_DATA__"
LISTS = ("rahasto", "alue", "viranomainen", "maakunta")

#: Keys of one notice.
NOTICE: Mapping[str, Any] = {
    **dict.fromkeys(
        (
            "id", "hakutunnus", "otsikko", "tila", "rahasto", "eakrTyyppi", "viranomainen",
            "alue", "maakunnat", "jatkuvaHaku", "kokonaistuki",
            # running text, shown on the notice's own page
            "kuvaus",
        ),
        LEAF,
    ),
    "hakuaika": {"alku": LEAF, "loppu": LEAF},
}  # fmt: skip
KEYS: Mapping[str, Any] = {
    "preRenderData": {
        "url": LEAF,
        # the keys of the code lists are codes
        "koodisto": dict.fromkeys(LISTS, LEAF),
        "hankehaku": NOTICE,
    }
}


@dataclass(frozen=True)
class Payload:
    """The data of a list page.

    Attributes:
        raw: all of it, for the audit of keys.
        notices: its notices.
        codes: list name -> code -> names by language.
    """

    raw: Any
    notices: list[Any]
    codes: Mapping[str, Mapping[str, Mapping[str, str]]]


def has_payload(tree: BeautifulSoup) -> bool:
    """Whether a page carries data for a script."""
    return tree.find("script", attrs={"type": _TYPE}) is not None


def read_payload(tree: BeautifulSoup) -> Payload:
    """The data of the list page.

    Raises:
        PageError: the element is missing or twice there, its JSON is broken, or it holds no
            notices.
    """
    scripts = tree.find_all("script", attrs={"type": _TYPE})
    if len(scripts) != 1:
        raise PageError("exactly one payload", f"found {len(scripts)}")
    text = scripts[0].get_text().strip()
    if not text.startswith("{"):
        try:
            text = unquote(text, errors="strict")
        except UnicodeDecodeError as error:
            raise PageError("percent-encoding", "the payload is no UTF-8") from error
    raw = parse_json(text)
    data = raw.get("preRenderData") if isinstance(raw, dict) else None
    if not isinstance(data, dict):
        raise PageError("payload", "no preRenderData")
    notices = data.get("hankehaku")
    if not isinstance(notices, list) or not notices:
        raise PageError("payload", "hankehaku is missing or empty")
    return Payload(raw, notices, _code_lists(data.get("koodisto")))


def own_entry(tree: BeautifulSoup, notice_id: str) -> Mapping[str, Any]:
    """What the data of a notice's own page say of it, where the page carries any.

    Their form is not known: a list of one and the entry alone are both read.
    """
    script = tree.find("script", attrs={"type": _TYPE})
    try:
        raw = parse_json(unquote(script.get_text().strip(), errors="strict")) if script else None
    except (PageError, UnicodeDecodeError):
        return {}
    data = raw.get("preRenderData") if isinstance(raw, dict) else None
    found = data.get("hankehaku") if isinstance(data, dict) else None
    for entry in found if isinstance(found, list) else [found]:
        if isinstance(entry, dict) and entry.get("id") == notice_id:
            return entry
    return {}


def _code_lists(value: Any) -> dict[str, dict[str, dict[str, str]]]:
    """Code lists as far as they have the known form; a code in another form has no name."""
    lists = value if isinstance(value, dict) else {}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for name in LISTS:
        codes = lists.get(name)
        found[name] = {
            str(code): {lang: text for lang, text in names.items() if isinstance(text, str)}
            for code, names in (codes.items() if isinstance(codes, dict) else ())
            if isinstance(names, dict)
        }
    return found
