"""How far the organisation ids of a release are the bodies of the world, mention by mention.

A mention is one organisation in one role of one record. Its true body is what the records'
truth shows in that role; where a record shows several bodies, the name tells which. What does not
belong here: reading a warehouse (`orchestration.cli.stated`) and how much is enough (the tests).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ingestion.sandbox.agreement import name_key
from ingestion.sandbox.found import Key
from ingestion.sandbox.truth import read_rows

#: Role of a mention -> columns of the truth that show its bodies. A sum goes to the lead or to a
#: partner. `published_lead` is the lead of the project that a record was put into.
_ROLES = {
    "lead": ("lead",),
    "partner": ("partners",),
    "funder": ("funder",),
    "amount_funder": ("funder",),
    "amount_recipient": ("lead", "partners"),
    "published_lead": ("lead",),
}
_NAMES = ("name_fi", "name_sv", "name_en", "brand", "short", "former_name")


class Mention(NamedTuple):
    """One organisation as one record names it, with the id that the release gives it."""

    source_id: str
    native_id: str
    role: str
    name: str
    organisation_id: str


@dataclass
class Bodies:
    """Ids of mentions against the bodies they mean; all shares lie between 0 and 1.

    Attributes:
        groups: true body -> id -> names that got it, each as often as it is mentioned.
        unknown: mentions of whose body the truth of their record says nothing.
    """

    groups: dict[str, dict[str, Counter[str]]] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)

    def add(self, body: str, mention: Mention) -> None:
        """Count a mention of a known body."""
        ids = self.groups.setdefault(body, {})
        ids.setdefault(mention.organisation_id, Counter())[mention.name] += 1

    @property
    def mentions(self) -> int:
        """Mentions that are compared."""
        return sum(size for _, _, size in self._cells())

    @property
    def split(self) -> dict[str, dict[str, Counter[str]]]:
        """True bodies that have several ids."""
        return {body: ids for body, ids in sorted(self.groups.items()) if len(ids) > 1}

    @property
    def joined(self) -> dict[str, list[str]]:
        """Ids that several true bodies share."""
        bodies: defaultdict[str, list[str]] = defaultdict(list)
        for body, organisation_id, _ in self._cells():
            bodies[organisation_id].append(body)
        return {one: sorted(found) for one, found in sorted(bodies.items()) if len(found) > 1}

    @property
    def pairs(self) -> tuple[float, float]:
        """Precision and recall of pairs of mentions that are said to be one body."""
        right = sum(map(_pairs, self._sizes(lambda body, one: (body, one))))
        said = sum(map(_pairs, self._sizes(lambda _, one: one)))
        true = sum(map(_pairs, self._sizes(lambda body, _: body)))
        return (right / said if said else 1.0, right / true if true else 1.0)

    @property
    def b3(self) -> tuple[float, float]:
        """B-cubed precision and recall: the mean over mentions of what their group shares."""
        bodies, ids = Counter[str](), Counter[str]()
        for body, organisation_id, size in self._cells():
            bodies[body] += size
            ids[organisation_id] += size
        total = sum(bodies.values()) or 1
        cells = list(self._cells())
        precision = sum(size * size / ids[one] for _, one, size in cells) / total
        recall = sum(size * size / bodies[body] for body, _, size in cells) / total
        return (precision, recall) if cells else (1.0, 1.0)

    def __str__(self) -> str:
        """The figures, and every disagreement with the names that caused it."""
        lines = [
            f"{self.mentions} mentions of {len(self.groups)} bodies,"
            f" {self.unknown.total()} more of unknown ones",
            "pairs: precision {:.4f}, recall {:.4f}".format(*self.pairs),
            "B3:    precision {:.4f}, recall {:.4f}".format(*self.b3),
            f"{len(self.split)} bodies with several ids, {len(self.joined)} ids of several bodies",
        ]
        for body, ids in self.split.items():
            told = (f"{one} {dict(sorted(names.items()))}" for one, names in ids.items())
            lines += [f"    split {body}", *(f"        {one}" for one in sorted(told))]
        for one, bodies in self.joined.items():
            told = (f"{body} {sorted(self.groups[body][one])}" for body in bodies)
            lines += [f"    joined {one}", *(f"        {name}" for name in told)]
        return "\n".join(lines)

    def _cells(self) -> Iterator[tuple[str, str, int]]:
        for body, ids in self.groups.items():
            for organisation_id, names in ids.items():
                yield body, organisation_id, names.total()

    def _sizes(self, group_of: Callable[[str, str], object]) -> Iterable[int]:
        sizes = Counter[object]()
        for body, organisation_id, size in self._cells():
            sizes[group_of(body, organisation_id)] += size
        return sizes.values()


def rate_bodies(truth: Path, mentions: Iterable[Mention]) -> Bodies:
    """Compare mentions with the bodies that their records show.

    Args:
        truth: the folder `truth/` that the sandbox wrote.
        mentions: what a release says; roles and records that the truth does not tell are left out.

    Raises:
        FileNotFoundError: the folder holds no truth.
    """
    names, one_of = _read_bodies(truth)
    shown = _read_shown(truth, one_of)
    of_role: defaultdict[tuple[Key, str], set[Mention]] = defaultdict(set)
    for mention in mentions:
        key = (mention.source_id, mention.native_id)
        if mention.role in _ROLES and shown.get(key, {}).get(mention.role):
            of_role[key, mention.role].add(mention)
    rated = Bodies()
    for (key, role), found in sorted(of_role.items()):
        _assign(rated, sorted(shown[key][role]), sorted(found), names)
    return rated


def _assign(
    rated: Bodies, expected: list[str], found: list[Mention], names: Mapping[str, set[str]]
) -> None:
    """Give each mention of a role its body: by name, else the only one that is left."""
    if len(expected) == 1:
        for mention in found:
            rated.add(expected[0], mention)
        return
    rest: list[Mention] = []
    left = set(expected)
    for mention in found:
        forms = (mention.name, mention.name.partition(",")[0])
        known = {body for form in forms for body in names.get(name_key(form), ())}
        bodies = sorted(known & set(expected))
        if len(bodies) == 1:
            rated.add(bodies[0], mention)
            left.discard(bodies[0])
        else:
            rest.append(mention)
    for mention in rest:
        if len(left) == 1 and len({one.organisation_id for one in rest}) == 1:
            rated.add(next(iter(left)), mention)
        else:
            rated.unknown[mention.name] += 1


def _read_bodies(truth: Path) -> tuple[dict[str, set[str]], dict[str, str]]:
    """Name key -> bodies called so; and each key of the world -> its body.

    The world has an office twice, as who grants and as who leads or under its long and its short
    name. Where such names meet they are one body.
    """
    rows: Sequence[Mapping[str, str | None]] = read_rows(truth, "organisations")
    offices: dict[str | None, str] = {}
    for row in rows:
        if row["business_id"] is None:
            offices.setdefault(row["name_fi"], str(row["organisation"]))
    one_of = {str(row["organisation"]): str(row["organisation"]) for row in rows}
    for row in rows:
        if row["business_id"] is None:
            found = offices.get(row["brand"]) or offices[row["name_fi"]]
            one_of[str(row["organisation"])] = found
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        forms = [name for column in _NAMES if (name := row[column])]
        forms += [f"{name} {row['short']}" for name in forms if row["short"]]
        for name in forms:
            names[name_key(name)].add(one_of[str(row["organisation"])])
    return names, one_of


def _read_shown(truth: Path, one_of: Mapping[str, str]) -> Mapping[Key, Mapping[str, set[str]]]:
    """Record -> role -> bodies that its readable pages show in it."""
    shown: defaultdict[Key, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in read_rows(truth, "records"):
        if row["damaged"]:
            continue
        page = json.loads(row["shown"])
        for role, columns in _ROLES.items():
            for column in columns:
                stated = page.get(column) or ()
                for key in [stated] if isinstance(stated, str) else stated:
                    if key in one_of:
                        shown[row["source_id"], row["native_id"]][role].add(one_of[key])
    return shown


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
