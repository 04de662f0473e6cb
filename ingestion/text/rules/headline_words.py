"""Headings of news, events and papers: what stands below tells of a project, and is none itself.

What does not belong here: headings that name nothing at all, and outputs, which their source
knows by its own words.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

HEADLINES: Final[tuple[Cue, ...]] = (
    Cue(
        "verb",
        r"\b\w+(?:ttiin|tettiin|taan|tään|ttu|tty)$|\b(?:pidettiin|järjestettiin|julkaistiin"
        r"|julkaistu|käynnisty[iy]|alkoi|päättyi|sai|saivat|saatiin|haetaan|etsitään|kutsuu"
        r"|ilmestyi|valmistui|kokoontui|järjestää|esittäytyy|ilmoittaudu|tule|tervetuloa|tutustu)\b"
        r"|\b(?:har|fick|startade|startar|ordnades|ordnas|publicerades|välkommen|anmäl)\b"
        r"|\b(?:was|were|has|have|received|starts|started|launched|published|held|join|register)\b",
        (
            "Seminaari pidettiin",
            "Valo sai rahoituksen",
            "Uusi opas julkaistiin keväällä",
            "Projektet har börjat",
            "Funding was granted",
        ),
        ("Reilu tuuli – uraohjausta nuorten tarpeisiin", "Osaaminen esiin", "Saimaan suunta"),
    ),
    Cue(
        "event",
        r"(?:seminaar|webinaar|tapahtum|tilaisuu|konferenss|uutiskir|tiedot[et]|blogi|raport|opas\b"
        r"|oppaa|käsikir|julkaisu|työpaj(?:a|at|oja)\b|(?:\w+)päivä(?:t|n|ssä)?\b|messut|uutis"
        r"|esitys|tallen|podcast|video)"
        r"|(?:seminari|webbinari|evenemang|konferens|nyhetsbrev|nyhet|rapport|handbok|blogg)"
        r"|\b(?:seminar|webinar|event|conference|newsletter|news|report|handbook|blog|press)\w*"
        r"|\d{1,2}\.\s?\d{1,2}\.(?:\d{4})?",
        (
            "Syksyn webinaari",
            "Ohjauspäivä 12.5.2026",
            "Uutiskirje 2",
            "Höstens seminarium",
            "Spring conference",
            "Ohjaajan opas",
        ),
        ("Reilu tuuli", "Opastaja – tukea alkuun", "Huominen"),
    ),
    Cue(
        "of a project",
        r"\bhankkee(?:n|ssa|sta|lle)\b|\bprojekti(?:n|ssa|sta|lle)\b|\bprojektets\b|\bi projektet\b"
        r"|\bproject['’]s\b|\b(?:of|in|from) the \w*\s?project\b",
        ("Valo-hankkeen kuulumiset", "Projektets resultat", "Results of the Valo project"),
        ("Valo-hanke", "Projektet Valo"),
    ),
)
