"""Sentences and labels in which pages and releases state facts, in Finnish, Swedish and English.

What does not belong here: which fact stands on which page.
"""

from __future__ import annotations

LABELS = {
    "fi": {
        "lead": ("Toteuttaja", "Hallinnoija", "Päätoteuttaja"),
        "partners": ("Osatoteuttajat", "Osatoteuttajat"),
        "period": ("Kesto", "Toteutusaika", "Hankeaika"),
        "funder": ("Rahoittaja",),
        "total": ("Rahoitus", "Budjetti", "Kokonaisbudjetti"),
        "granted": ("Myönnetty rahoitus", "Myönnetty tuki"),
        "own": ("Omarahoitus",),
        "code": ("Hankekoodi",),
        "group": ("Kohderyhmä",),
        "aim": ("Tavoite",),
        "region": ("Alue", "Toteutusalue", "Kohdealue"),
    },
    "sv": {
        "lead": ("Projektägare",), "partners": ("Delgenomförare",), "period": ("Projekttid",),
        "funder": ("Finansiär",), "total": ("Finansiering",), "granted": ("Beviljad finansiering",),
        "own": ("Egen andel",), "code": ("Projektkod",), "group": ("Målgrupp",), "aim": ("Mål",),
        "region": ("Område",),
    },
    "en": {
        "lead": ("Coordinator",), "partners": ("Partners",), "period": ("Duration",),
        "funder": ("Funder",), "total": ("Total budget", "Funding"), "granted": ("Grant",),
        "own": ("Own funding",), "code": ("Project code",), "group": ("Target group",),
        "aim": ("Aim",), "region": ("Region",),
    },
}  # fmt: skip

SENTENCES = {
    "fi": {
        "lead": (
            "Hanketta hallinnoi {x}.", "Päätoteuttajana toimii {x}.", "Hankkeen toteuttaa {x}.",
            "{x} vastaa hankkeen toteutuksesta.", "Hankkeen päätoteuttaja on {x}.",
            "Hankkeen hallinnoijana on {x}.",
        ),
        "partners": (
            "Osatoteuttajina ovat {x}.", "Osatoteuttajina toimivat {x}.",
            "Hankkeen osatoteuttajat ovat {x}.", "Mukana osatoteuttajina ovat {x}.",
            "Kumppaneina hankkeessa ovat {x}.", "Muut toteuttajat ovat {x}.",
        ),
        "period": (
            "Hanke toteutetaan {x}.", "Hankkeen toteutusaika on {x}.", "Hanke on käynnissä {x}.",
            "Työ tehdään ajalla {x}.", "Hankkeen kesto on {x}.", "Toteutus ajoittuu välille {x}.",
        ),
        "funder": (
            "Hanketta rahoittaa {x}.", "Rahoittajana on {x}.", "Rahoituksen on myöntänyt {x}.",
            "Hankkeen rahoittaja on {x}.", "Rahoituspäätöksen teki {x}.", "Hankkeen rahoittajana toimii {x}.",
        ),
        "total": (
            "Hankkeen kokonaisbudjetti on {x}.", "Kokonaiskustannukset ovat {x}.",
            "Hankkeen kokonaiskustannusarvio on {x}.", "Hanke maksaa kaikkiaan {x}.",
            "Hankkeen budjetti on {x}.", "Kokonaisrahoitus on yhteensä {x}.",
        ),
        "granted": (
            "Hankkeelle on myönnetty {x}.", "Hankkeelle myönnettiin avustusta {x}.",
            "Hanke sai rahoitusta {x}.", "Myönnetty tuki on {x}.",
            "Hankkeelle myönnetty EU- ja valtion rahoitus on {x}.", "Avustusta myönnettiin {x}.",
        ),
        "own": (
            "Omarahoituksen osuus on {x}.", "Omarahoitusta on {x}.",
            "Toteuttajien omarahoitus on {x}.", "Omarahoituksena kertyy {x}.",
            "Toteuttajat maksavat omarahoitusta {x}.", "Omarahoitusosuus on {x}.",
        ),
        "region": (
            "Hanke toimii {x}.", "Toimintaa järjestetään {x}.", "Kokeilut tehdään {x}.",
            "Palvelua kehitetään {x}.", "Verkosto toimii {x}.", "Hanke toteutetaan {x}.",
        ),
        "follows": (
            "Hanke jatkaa {x} -hankkeen työtä.", "Tämä on jatkoa hankkeelle {x}.",
            "Hanke on {x} -hankkeen jatkohanke.", "Edeltäjä oli {x}.",
            "Työ pohjautuu aiempaan hankkeeseen {x}.", "Hanke rakentuu {x} -hankkeen tuloksille.",
        ),
        "related": ("Hanke liittyy ministeriön hankkeeseen {x}.",),
        "traps": (
            ("Hankkeelle haettiin {x}.", "applied for"),
            ("Haettu tuki oli {x}.", "applied for"),
            ("Samassa haussa jaettiin yhteensä {x} kaikkiaan 14 hankkeelle.", "sum over projects"),
            ("Haussa on jaettavissa {x}.", "budget of a call"),
            ("Eduskunta osoitti momentille 29.20.30 määrärahaa {x}.", "appropriation"),
            ("Palvelun ylläpito maksaa kunnille {x} vuosittain.", "price of a service"),
            ("Sisarhanke Kuutamo sai {x}.", "another project"),
            ("Aiemmalle hankkeelle myönnettiin {x} vuonna 2012.", "another project"),
        ),
    },
    "sv": {
        "lead": ("Projektet genomförs av {x}.", "Projektägare är {x}.", "{x} ansvarar för projektet."),
        "partners": ("Delgenomförare är {x}.", "Med som delgenomförare är {x}."),
        "period": ("Projektet pågår {x}.", "Projekttiden är {x}."),
        "funder": ("Projektet finansieras av {x}.", "Finansiär är {x}."),
        "total": ("Projektets totala budget är {x}.", "De totala kostnaderna är {x}."),
        "granted": ("Projektet har beviljats {x}.", "För projektet beviljades {x}."),
        "own": ("Egen andel är {x}.", "Den egna finansieringen är {x}."),
        "region": ("Projektet verkar i {x}.", "Verksamheten ordnas i {x}."),
        "follows": ("Projektet är en fortsättning på {x}.",),
        "related": ("Projektet hör till ministeriets projekt {x}.",),
        "traps": (
            ("För projektet ansöktes om {x}.", "applied for"),
            ("Systerprojektet Månsken beviljades {x}.", "another project"),
        ),
    },
    "en": {
        "lead": ("The project is led by {x}.", "The lead partner is {x}.", "{x} runs the project."),
        "partners": ("The partners are {x}.", "Project partners are {x}."),
        "period": ("The project runs {x}.", "The project period is {x}."),
        "funder": ("The project is funded by {x}.", "The funder is {x}."),
        "total": ("The total budget is {x}.", "Total costs are {x}."),
        "granted": ("The project was granted {x}.", "A grant of {x} was awarded to the project."),
        "own": ("Own funding is {x}.", "The partners' own funding amounts to {x}."),
        "region": ("The project works in {x}.", "Activities take place in {x}."),
        "follows": ("The project continues the work of {x}.",),
        "related": ("The project belongs to the ministry's project {x}.",),
        "traps": (
            ("The project applied for {x}.", "applied for"),
            ("Its sister project Moonlight was granted {x}.", "another project"),
        ),
    },
}  # fmt: skip
#: `and` in each language.
AND = {"fi": "ja", "sv": "och", "en": "and"}
NATIONAL = {"fi": "valtakunnallisesti", "sv": "hela landet", "en": "the whole country"}
NATIONAL_LABEL = {"fi": "valtakunnallinen", "sv": "hela landet", "en": "whole country"}
