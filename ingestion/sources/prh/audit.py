"""Keys of the register's answers; what is not here is drift.

Keys that lead to a person (`co`, addresses) are known and their values are never read. What does
not belong here: which value becomes which field (`companies.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingestion.platforms.json_pages import LEAF

_Tree = Mapping[str, Any]


def _leaves(names: str) -> dict[str, Any]:
    return dict.fromkeys(names.split(), LEAF)


_WORDS: _Tree = _leaves("languageCode description")
_DATED = "registrationDate endDate version source"

COMPANY: _Tree = {
    "businessId": _leaves("value registrationDate source"),
    "euId": _leaves("value source"),
    "names": _leaves(f"name type {_DATED}"),
    "mainBusinessLine": {
        **_leaves(f"type typeCodeSet {_DATED}"),
        "descriptions": _WORDS,
    },
    "companyForms": {**_leaves(f"type {_DATED}"), "descriptions": _WORDS},
    "companySituations": {**_leaves(f"type {_DATED}"), "descriptions": _WORDS},
    "registeredEntries": {
        **_leaves(f"type register authority {_DATED}"),
        "descriptions": _WORDS,
    },
    "addresses": {
        **_leaves(
            "type street buildingNumber entrance apartmentNumber apartmentIdSuffix postCode "
            f"postOfficeBox co freeAddressLine country {_DATED}"
        ),
        "postOffices": _leaves("city languageCode municipalityCode"),
    },
    **_leaves("status tradeRegisterStatus registrationDate endDate lastModified"),
}
ENVELOPE: _Tree = {"totalResults": LEAF, "companies": COMPANY}
ERROR_KEYS = frozenset({"timestamp", "message", "errorcode"})
#: Known and not read: no published table holds them, or they lead to a person.
NOT_READ: _Tree = {
    "euId": "another id of the same body",
    "companySituations": "bankruptcy and the like: no published column",
    "registeredEntries": "in which registers it stands: no published column",
    "tradeRegisterStatus": "another question than whether the body exists",
    "lastModified": "when the register was touched, not the body",
    "addresses": "all but the municipality of the seat; `co` can be a person",
}
