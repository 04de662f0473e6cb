"""Guidance that is told apart only by whom it is for: immigrants, people in work, rehabilitees.

These rows count where no other kind of guidance is stated: career guidance for immigrants is
career guidance, and the immigrants are its target group.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

_NEW_FI = (
    r"(?:maahanmuut(?:taj|tan)|maahan muuttan|kotoutuj|pakolais|vieraskieli|ulkomaalais"
    r"|turvapaikanhakij)\w+"
)
_WORK_FI = (
    r"(?:työssä ?(?:olev|käyv)|työelämässä olev|työntekij|työsuhteessa olev|palkansaaj|lomautet)\w*"
)
_REHAB_FI = r"(?:kuntoutuj|osatyöky|pitkäaikaissair|vammais)\w+"
_GUIDE_FI = (
    r"(?<!\w)(?:(?:ura|työura|koulutus|opinto-)?(?:ohjau|neuvon|ohjaam)"
    r"|ura-?(?:palvel|suunnit|valmen|tavoit)|työuratavoit)\w*(?:-? ja \w+)?"
)
_NEW_SV = (
    r"(?:invandrar\w*|inflytta\w*|nyanlända\w*|flyktingar\w*|migranter\w*|utrikes födda"
    r"|utlandsfödda|asylsökande)"
)
_WORK_SV = (
    r"(?:personer i arbet\w+|anställda\w*|arbetstagare\w*|yrkesverksam\w+|förvärvsarbet\w+"
    r"|sysselsatta|vuxna i arbet\w+|permittera\w*)"
)
_REHAB_SV = r"(?:rehabilitering|partiellt arbetsför|personer med funktionsned)\w*"
_GUIDE_SV = (
    r"\b(?:(?:karriär|yrkes|utbildnings)?(?:vägledning|handledning|rådgivning)"
    r"|karriär(?:service|tjänst|planering|mål))\w*(?: och [\w-]+)?"
)
_NEW_EN = r"(?:immigrants?|migrants?|refugees?|newcomers?|asylum seekers?|foreign-born)\b"
_WORK_EN = (
    r"(?:people (?:already )?in (?:work|employment)|people at work|the employed|employees"
    r"|(?<!youth )workers|working (?:adults|people)|adults in work)\b"
)
_REHAB_EN = r"(?:rehabilit\w+|people with (?:partial|reduced|disabilit)\w*)"
_GUIDE_EN = (
    r"\b(?:guidance|counsel\w+|advice|career (?:services?|planning|goals?))"
    r"(?: services?| and [\w-]+)?"
)

BY_GROUP: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"(?:palvelu|asiakas|työn|itse|lääke)ohjau\w*|arbetshandledning\w*"
        r"|guidance (?:note|paper)s?",
        ("palveluohjaus",),
        ("ohjaus",),
        ("ohjau", "handled", "guidance"),
    ),
    Cue(
        "integration_guidance",
        rf"{_NEW_FI}(?: [\w-]+){{0,4}}? {_GUIDE_FI}"
        rf"|{_GUIDE_FI} (?:[\w-]+ ){{0,2}}?{_NEW_FI}"
        rf"|\bohja(?:taan|ta|amme|a) (?:[\w-]+ ){{0,2}}?{_NEW_FI}",
        ("maahanmuuttaneiden ohjaus", "ohjausta maahan muuttaneille", "ohjataan pakolaisia"),
        ("maahanmuuttajat", "nuorten ohjaus"),
        ("maahan", "kotout", "pakolais", "vieraskiel", "ulkomaal", "turvap"),
    ),
    Cue(
        "integration_guidance",
        rf"{_GUIDE_SV} (?:för|av|åt|till|bland) (?:[\w-]+ ){{0,2}}?{_NEW_SV}"
        rf"|{_NEW_SV} (?:\w+ )?(?:får|erbjuds|ges|vägleds|handleds) "
        r"(?:\w+ )?(?:vägledning|handledning|rådgivning)",
        ("vägledning för invandrare", "invandrare erbjuds vägledning"),
        ("invandrare", "vägledning för unga"),
        ("vägled", "handled", "rådgiv"),
    ),
    Cue(
        "integration_guidance",
        rf"{_GUIDE_EN} (?:for|to|of|among) (?:[\w-]+ ){{0,2}}?{_NEW_EN}"
        rf"|\bguid(?:es?|ing) (?:[\w-]+ ){{0,2}}?{_NEW_EN}",
        ("guidance for immigrants", "guiding newly arrived refugees"),
        ("immigrants", "guidance for young people"),
        ("guid", "counsel", "advice"),
    ),
    Cue(
        "workplace_guidance",
        rf"{_WORK_FI} (?:[\w-]+ ){{0,4}}?{_GUIDE_FI}"
        rf"|{_GUIDE_FI} (?:[\w-]+ )?{_WORK_FI}",
        ("työssä olevien ohjaus", "ohjausta työssäkäyville"),
        ("työssä olevat", "työttömien ohjaus"),
        ("työ", "palkansaaj", "lomautet"),
    ),
    Cue(
        "workplace_guidance",
        rf"{_GUIDE_SV} (?:för|åt|av|till|bland) (?:[\w-]+ ){{0,2}}?{_WORK_SV}",
        ("vägledning för personer i arbete", "rådgivning till anställda"),
        ("vägledning för arbetslösa", "personer i arbete"),
        ("vägled", "handled", "rådgiv"),
    ),
    Cue(
        "workplace_guidance",
        rf"{_GUIDE_EN} (?:for|to|of|among) (?:[\w-]+ ){{0,2}}?{_WORK_EN}",
        ("guidance for people in work", "counselling of employees"),
        ("guidance for young people", "people in work"),
        ("guidance", "counsel", "advice"),
    ),
    Cue(
        "rehabilitation_guidance",
        rf"{_REHAB_FI}(?: [\w-]+){{0,4}}? (?:{_GUIDE_FI}|valmen\w*)"
        rf"|{_GUIDE_FI} (?:[\w-]+ )?{_REHAB_FI}",
        ("osatyökykyisten ohjaus", "neuvontaa kuntoutujille"),
        ("kuntoutujat", "nuorten ohjaus"),
        ("kuntoutuj", "osatyö", "pitkäaik", "vammais"),
    ),
    Cue(
        "rehabilitation_guidance",
        rf"{_GUIDE_SV} (?:för|åt|av|till|bland) (?:[\w-]+ ){{0,2}}?{_REHAB_SV}"
        rf"|{_GUIDE_EN} (?:for|to|of|among) (?:[\w-]+ ){{0,2}}?{_REHAB_EN}",
        ("vägledning för partiellt arbetsföra", "guidance for rehabilitees"),
        ("vägledning för unga", "rehabilitees"),
        ("vägled", "handled", "rådgiv", "guidance", "counsel", "advice"),
    ),
)
