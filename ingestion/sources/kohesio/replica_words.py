"""Words of the replica's files: titles as a machine makes them, summaries, names of NUTS areas.

What does not belong here: the world's own names.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

from ingestion.sandbox.world import Project
from ingestion.sandbox.world.mission import sentence
from ingestion.sandbox.world.places import REFERENCE
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS

_NOUNS = ("plant", "reciprocating", "digester", "room test", "harness", "bolt", "lathe", "wick",
          "gutter", "pivot", "mill race", "ladle", "fuse", "keel")  # fmt: skip
_ADJECTIVES = ("bright", "selected", "clear", "upright", "common", "moving", "second", "narrow")

#: Codes of the vintages before 2024, by maakunta, where they differ.
NUTS3_OLD = {
    "06": "FI197", "07": "FI1C3", "08": "FI1C4", "10": "FI1D1", "11": "FI1D2", "12": "FI1D3",
    "13": "FI193", "14": "FI194", "15": "FI195",
}  # fmt: skip


def _nuts3(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        found = {
            row["maakunta_code"]: (row["nuts3_2024"], row["maakunta_fi"])
            for row in csv.DictReader(file)
        }
    return {**found, "01": (found["01"][0], "Helsinki-Uusimaa")}


#: Maakunta -> code of 2024 and the label of the area.
NUTS3_NAMES = _nuts3(REFERENCE / "regions.csv")


def machine_title(rng: random.Random, brand: str) -> str:
    """A title that no person wrote and that must not be matched."""
    return f"{rng.choice(_ADJECTIVES).capitalize()} {brand.lower()} {rng.choice(_NOUNS)}"


def summary(rng: random.Random, project: Project) -> str:
    """The stated aim in the programme's language, and a sentence beside it."""
    group = GROUPS[project.group]
    topic = TOPICS[project.topic]
    text = aim(topic, project.language, group.gen, group.part, group.sv, group.en)
    text += sentence(project, project.language)
    more = {
        "fi": ("Toimet päättyvät loppuraporttiin.", "Tulokset jäävät toteuttajien käyttöön."),
        "sv": ("Resultaten blir kvar hos genomförarna.", "Projektet avslutas med en rapport."),
    }[project.language]
    return f"{text} {rng.choice(more)}"
