"""Which identifier in a block is the project's own, which it shares, which is another thing's.

Getting this wrong merges two projects, so a code counts as own only where the author labels it
so, or where it is the only one and nothing near it speaks of another project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingestion.records import Code, CodeRole, CodeScheme, NamedProject
from ingestion.sources.elotori.blocks import Link
from ingestion.sources.elotori.reading import Reading
from ingestion.text.identifiers import find_codes

_SHARED: frozenset[CodeScheme] = frozenset({"eura_call", "grant_call", "rrf_measure"})
_IDENTITY: tuple[CodeScheme, ...] = ("eura", "hanke_tunnus", "vn_case")
#: Business ids belong to organisations, and the organisation reader takes them.
_IGNORED: frozenset[CodeScheme] = frozenset({"y_tunnus"})
OTHER_PROJECT = re.compile(
    r"jatko|jatkaa|edelt|aiem|edellis|sisarhan|rinnakkais|liitty|kytkeyty|osana|pohjautuu"
    r"|perustuu|taust|ministeriön hanke|lisäksi|yhteistyö|verkosto|vrt|ks\.|fortsätt|föregå"
    r"|anknyt|bygger på|tidigare|systerprojekt|ministeriets|del av|continu|preced|previous"
    r"|earlier|related|part of|based on|sister"
    # a project that it belongs to, by any wording: the whole is not the part
    r"|\bkuulu(?:u|vat|i|ivat)\s+(?:[^\s.,;]+\s+){0,4}?[\w-]*(?:hank|kokonaisuu|ohjelm|projekti)"
    r"|\b(?:on|oli|ovat)\s+osa\s|alaisuu"
    r"|\b(?:hör|hörde)\s+till\b|\btillhör|\bingår\s+i\b|\ben\s+del\b"
    r"|\bbelong|ministry['’]s project|\b(?:falls|comes)\s+under\b|\blinked\s+to\b|\bconnected",
    re.IGNORECASE,
)
#: A word that `OTHER_PROJECT` knows.
_RELATED = "related"
_LEAD_PART = re.compile(r"päätoteuttaja|päähanke|hallinnoija|projektägare|huvud|lead", re.I)


@dataclass(frozen=True)
class _Seen:
    scheme: CodeScheme
    value: str
    is_labelled: bool
    is_other: bool
    is_lead_part: bool


def read_codes(reading: Reading, beside: str, loose_links: Sequence[Link]) -> tuple[Code, ...]:
    """Codes of one block with their roles, in a fixed order.

    Args:
        reading: the block.
        beside: what stands in parentheses behind the name.
        loose_links: links of headings and pictures.
    """
    seen = list(_all_seen(reading, beside, loose_links))
    own = _own(seen)
    roles: dict[tuple[CodeScheme, str], CodeRole] = {}
    for code in seen:
        role: CodeRole = "shared" if code.scheme in _SHARED else "related"
        roles[code.scheme, code.value] = role
    roles.update(dict.fromkeys(own, "own"))
    return tuple(
        Code(scheme=scheme, value=value, role=role)
        for (scheme, value), role in sorted(roles.items(), key=lambda item: (item[1], item[0]))
    )


def is_named_by(codes: Sequence[Code], subprojects: Sequence[NamedProject]) -> bool:
    """A code of its own, or the codes of its parts: one code alone may be another project's."""
    parts = sum(project.code is not None for project in subprojects)
    roles = [code.role for code in codes]
    return "own" in roles or roles.count("related") + parts > 1


def all_codes(texts: Iterable[str]) -> tuple[Code, ...]:
    """Every code of a block that is no project's own page, as related ones."""
    found = {(c.scheme, c.value) for text in texts for c in find_codes(text)}
    return tuple(
        Code(scheme=scheme, value=value, role="shared" if scheme in _SHARED else "related")
        for scheme, value in sorted(found)
        if scheme not in _IGNORED
    )


def _own(seen: Sequence[_Seen]) -> list[tuple[CodeScheme, str]]:
    """The codes that identify the project: one EURA code, or else its government numbers."""
    for scheme in _IDENTITY:
        mine = [code for code in seen if code.scheme == scheme and not code.is_other]
        labelled = [code for code in mine if code.is_labelled]
        chosen = labelled or mine
        values = list(dict.fromkeys(code.value for code in chosen))
        if not values or (len(values) > 1 and not labelled):
            continue
        if scheme == "eura":
            # A page about a joint project is the lead's part; parts never share identity.
            values = [next((code.value for code in chosen if code.is_lead_part), values[0])]
        # The number under which an authority keeps this project is its own, whatever else it has.
        cases = [code.value for code in seen if code.scheme == "vn_case" and code.is_labelled]
        own: list[tuple[CodeScheme, str]] = [(scheme, value) for value in values]
        return own + [("vn_case", value) for value in dict.fromkeys(cases)]
    return []


def _all_seen(reading: Reading, beside: str, loose_links: Sequence[Link]) -> Iterator[_Seen]:
    for value in reading.values.get("code", ()):
        for row in re.split(r"[\n,;]", value.text):
            yield from _seen_in(row, row, labelled=True)
        for link in value.links:
            yield from _seen_in(link.href, "", labelled=True)
    yield from _seen_in(beside, "", labelled=True)
    for name, values in reading.values.items():
        # The codes of parts stand beside their names, see `subprojects.py`.
        if name not in ("code", "parts"):
            for value in values:
                # What stands below "projects of this family" is always another one's.
                around = f"{_RELATED} {value.text}" if name == "family" else value.text
                yield from _seen_in(value.text, around, labelled=False)
                yield from _links_seen(value.links, around)
    for line in reading.prose:
        yield from _seen_in(line.text, line.text, labelled=False)
        yield from _links_seen(line.links, line.text)
    yield from _links_seen(loose_links, "")


def _links_seen(links: Sequence[Link], around: str) -> Iterator[_Seen]:
    for link in links:
        yield from _seen_in(link.href, f"{around} {link.text}", labelled=False)


def _seen_in(text: str, around: str, *, labelled: bool) -> Iterator[_Seen]:
    for found in find_codes(text):
        if found.scheme not in _IGNORED:
            yield _Seen(
                found.scheme,
                found.value,
                is_labelled=labelled,
                is_other=not labelled and OTHER_PROJECT.search(around) is not None,
                is_lead_part=labelled and _LEAD_PART.search(around) is not None,
            )
