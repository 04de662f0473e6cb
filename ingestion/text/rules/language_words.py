"""Frequent small words and endings that tell Finnish, Swedish and English apart.

Words that two of the languages share (`on`, `under`, `men`, `i`) are left out.
"""

from __future__ import annotations

from typing import Final

from ingestion.records import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDS: Final[dict[Language, frozenset[str]]] = {
    "fi": _words(
        "ja on ei että se joka ovat tai myös sekä oli kun hän mukaan jossa jotka kuin niin vuonna "
        "euroa hanke hankkeen hankkeessa hankkeelle hankkeet ohjaus ohjauksen rahoitus mutta "
        "joista jonka kanssa tämä tämän olla voi haku haussa kesto toteuttaja toteuttajat "
        "rahoittaja tavoite kohderyhmä elinvoimakeskus keskus uusi noin yhteensä hakuaika "
        "tavoitteena ohjauspalvelujen koulutus nuorten työ ammatillinen kehittäminen avustus"
    ),
    "sv": _words(
        "och är att det som av för den på inte ett har till med om från vid eller kan samt "
        "projektet projekt projektets vägledning finansiering genom bland enligt också mellan "
        "år euro miljoner beviljades ansökan ansökningstiden högst projektägare projekttid "
        "finansiär delgenomförare livskraftscentralen utveckling unga inom efter målet"
    ),
    "en": _words(
        "the and of to is was were with that this are from by which has have been will it its "
        "project projects guidance funding for its their who granted during between more than "
        "an duration funder coordinator education career skills young people centre"
    ),
}
ENDINGS: Final[dict[Language, str]] = {
    "fi": r"(?:ssa|ssä|sta|stä|lla|llä|lle|lta|ltä|ksi|nen|iin|een|aan|ään|isen|inen|usta|minen|"
    r"misen|uus|yys|jen|tta|ttä|iden|ään|taan|tään|oon|ut)$",
    "sv": r"(?:ning|ningen|arna|erna|orna|het|heten|else|igt|iska|sjukvård|tjänster|skola|"
    r"ande|ades|ats)$",
    "en": r"(?:tion|tions|ing|ment|ness|ity|ies|ally|ough|ght|ful|wth)$",
}
