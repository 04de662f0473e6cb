"""The keys that an answer of the register may hold, and a walk that finds the others.

A known key is read or ignored on purpose; the reasons for ignoring stand beside it. An unknown
one is drift: its path and type are reported, never its value, which could name a person.

What does not belong here: reading values (`hits.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: A leaf, or a part that is not looked into.
_ANY: Mapping[str, Any] | None = None
_LANGUAGES: Mapping[str, Any] = dict.fromkeys(("fi", "sv", "en"), _ANY)

ENVELOPE: Mapping[str, Any] = dict.fromkeys(
    ("result", "size", "totalHits", "nextSearchAfter"), _ANY
)

SETTER: Mapping[str, Any] = {
    "uuid": _ANY,
    "nimi": _LANGUAGES,
    "lyhenne": _LANGUAGES,
    # Whether a ministry still exists says nothing about its projects.
    "aktiivinen": _ANY,
}

_ITEM: Mapping[str, Any] = {
    **dict.fromkeys(
        (
            "uuid", "tunnus", "tyyppi", "tila", "valmisteluvaihe", "asettajaUuid",
            "asianumerot", "asettamisPaiva", "aloitusPaiva", "valmistumisPaiva",
            "julkaisuaika", "muokattu",
            # Flags of the preparation, no facts of a development project.
            "liittyyLainsaadantoon", "liittyyTalousarvioon",
        ),
        _ANY,
    ),
    "nimi": _LANGUAGES,
    # A short name; records have one name a language, and matching reads the long one.
    "alias": _LANGUAGES,
    "kuvaus": _LANGUAGES,
    "tiivistelma": _LANGUAGES,
}  # fmt: skip

_BILL: Mapping[str, Any] = {
    **dict.fromkeys(
        (
            "tehtavaluokka", "heNumerot", "skNumerot", "kiireellinen", "kiireellisyys",
            "rauennut", "saadostyypit", "sivumaara",
            "perustuslakivaliokunnanLausuntoVaaditaan",
            # A person.
            "vastuuministeri",
        ),
        _ANY,
    )
}  # fmt: skip

HIT: Mapping[str, Any] = {
    "kohde": _ITEM,
    # Legislation makes no project; its block is audited and not read.
    "lainsaadanto": {
        "tehtavaluokka": _ANY,
        "heTiedot": _BILL,
        "lainsaadannonArviointineuvosto": _ANY,
    },
    "etapit": dict.fromkeys(
        ("alku", "loppu", "etappiLoppu", "valmisteluvaihe", "vaihe", "saavutettu"), _ANY
    ),
    # List answers hold documents or not, so nothing may be concluded from them.
    "asiakirjat": {
        **dict.fromkeys(("uuid", "tyyppi", "laatimispaiva", "luotu", "url", "nakyvyys"), _ANY),
        "nimi": _LANGUAGES,
        # May be a person.
        "laatija": _ANY,
    },
    # Subject terms and links have no place in a project record.
    "asiasanat": {"uri": _ANY, **_LANGUAGES},
    "linkit": {"url": _LANGUAGES, "nimi": _LANGUAGES},
}


def unknown_keys(
    value: Any, known: Mapping[str, Any] | None, path: str
) -> Iterator[tuple[str, str]]:
    """Paths of keys beyond the known ones, each with the JSON type of what it holds.

    Lists are looked through: their items share one path.
    """
    if known is None:
        return
    if isinstance(value, list):
        for item in value:
            yield from unknown_keys(item, known, f"{path}[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in known:
                yield from unknown_keys(inner, known[key], f"{path}.{key}")
            else:
                yield f"{path}.{key}", _json_type(inner)


def _json_type(value: Any) -> str:
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "list"
    return {str: "string", bool: "boolean", type(None): "null"}.get(type(value), "number")
