"""The search index: postings by term, cut into parts by first letters, loaded as one types.

A part is a script and not JSON, because a page on a disk may load scripts but not fetch. It holds
`t`: term -> projects, and `f`: form -> lemmas, so that the browser needs no grammar. A posting is
twice the number of the project in the list, plus one where the term stands in a name; postings
are differences in base 36. What does not belong here: grammar (`lemma.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from orchestration.release.site.lemma import bases, fold, terms, words
from orchestration.release.site.scripts import write_call
from orchestration.release.site.wording import LANGUAGES
from orchestration.release.site.world import World

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PLAIN = frozenset(_DIGITS)

Texts = Iterable[tuple[str, str, bool]]


def texts_of(world: World, project: Mapping[str, Any]) -> Texts:
    """Texts of a project as (text, language, is it a name)."""
    for language in LANGUAGES:
        if project[f"name_{language}"]:
            yield project[f"name_{language}"], language, True
    if project["name"] and project["name"] not in {project[f"name_{x}"] for x in LANGUAGES}:
        yield project["name"], "fi", True
    yield project["summary"] or "", "fi", False
    for code in (*(project["project_codes"] or ()), *(project["shared_codes"] or ())):
        yield code, "fi", True
    project_id = project["project_id"]
    lead = world.organisations.get(project["lead_organisation_id"])
    themes = [row["theme_code"] for row in world.project_themes.get(project_id, ())]
    groups = [row["target_group_code"] for row in world.project_groups.get(project_id, ())]
    labels = [
        lead or {},
        *(world.themes.get(code) or {} for code in themes),
        *(world.groups.get(code) or {} for code in groups),
    ]
    for label in labels:
        for language in LANGUAGES:
            yield label.get(f"name_{language}") or "", language, False


def build_index(documents: Iterable[Texts]) -> tuple[dict[str, list[int]], dict[str, set[str]]]:
    """Postings by term and lemmas by form of numbered documents."""
    postings: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, set[str]] = defaultdict(set)
    for at, texts in enumerate(documents):
        found: dict[str, int] = {}
        for text, language, is_name in texts:
            for word in words(text):
                for term in terms(word, language):
                    found[term] = found.get(term, 0) | is_name
                if other := bases(word, language) - {word}:
                    forms[word].update(other)
        for term, in_name in found.items():
            postings[term].append(2 * at + in_name)
    for term in list(postings):
        plain = fold(term)
        if plain != term and plain not in postings:
            forms[plain].add(term)
    return dict(postings), dict(forms)


def write_index(documents: Iterable[Texts], folder: Path) -> list[str]:
    """Write all parts into `folder` and return their names."""
    postings, forms = build_index(documents)
    parts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: {"f": {}, "t": {}})
    for term, numbers in sorted(postings.items()):
        parts[part_of(term)]["t"][term] = encode(numbers)
    for form, others in sorted(forms.items()):
        parts[part_of(form)]["f"][form] = " ".join(sorted(others))
    folder.mkdir(parents=True)
    for name, content in parts.items():
        write_call(folder / f"{name}.js", "part", name, content)
    return sorted(parts)


def part_of(term: str) -> str:
    """Name of the part that holds a term: its first two letters, plain."""
    return "".join(sign if sign in _PLAIN else "_" for sign in fold(term)[:2].ljust(2, "_"))


def encode(numbers: list[int]) -> str:
    """Rising numbers as differences in base 36."""
    last = 0
    out = []
    for value in numbers:
        out.append(_base36(value - last))
        last = value
    return " ".join(out)


def _base36(value: int) -> str:
    text = ""
    while True:
        value, digit = divmod(value, 36)
        text = _DIGITS[digit] + text
        if not value:
            return text
