"""Case forms of Finnish municipality names, made by rule from the nominative.

Only forms that are certain: weak and strong stem with the endings that a place name takes in
running text. What does not belong here: which municipality lies where.
"""

from __future__ import annotations

from ingestion.text.rules.place_words import FINALS, IRREGULAR, NEUTRAL_ENDS, PLURAL_NEN

_BACK = set("aou")
_WEAK_ENDINGS = ("n", "ssA", "stA", "llA", "ltA", "lle", "ksi")


def inflected(name: str) -> dict[str, str]:
    """Forms of a name -> case: `nominative`, `genitive` or `local`."""
    forms = {name: "nominative"}
    for weak, strong in _stems(name):
        harmony = "a" if _is_back(name) else "ä"
        for ending in _WEAK_ENDINGS:
            case = "genitive" if ending == "n" else "local"
            forms.setdefault(weak + ending.replace("A", harmony), case)
        forms.setdefault(strong + "na" if harmony == "a" else strong + "nä", "local")
        for illative in _illatives(strong):
            forms.setdefault(illative, "local")
    return forms


def _is_back(name: str) -> bool:
    """Vowel harmony goes by the last part of a compound; a neutral one is a front one."""
    if name.lower().endswith(NEUTRAL_ENDS):
        return False
    for letter in reversed(name.lower()):
        if letter in _BACK:
            return True
        if letter in "äöy":
            return False
    return False


def _stems(name: str) -> list[tuple[str, str]]:
    """Pairs of weak and strong stem; plural names have plural stems as well."""
    if name in IRREGULAR:
        return list(IRREGULAR[name])
    if name in PLURAL_NEN:
        base = name[:-3]
        return [(base + "si", base + "si"), (base + "ste", base + "ste")]
    for final, weak, strong in FINALS:
        if name.lower().endswith(final):
            base = name[: len(name) - len(final)]
            if base or final[0].isalpha():
                return [(base + weak, base + strong)]
    return [(name, name)]


def _illatives(strong: str) -> tuple[str, ...]:
    last = strong[-1]
    if last not in "aeiouyäö":
        return ()
    if strong[-2:] in {"aa", "ää", "ee", "oo", "uu", "yy", "öö", "ii"}:
        return (strong + "seen", strong + "h" + last + "n")
    if strong[-2] in "aeiouyäö":
        return (strong + "h" + last + "n", strong + last + "n")
    return (strong + last + "n",)
