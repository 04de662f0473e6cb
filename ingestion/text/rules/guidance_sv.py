"""Swedish wordings of guidance. `Vägledning` is guidance of people unless it is a manual.

What does not belong here: the judgement.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue
from ingestion.text.rules.guidance_levels import CAREER, PERSON, STRONG

_W = r"[\wåäöé-]*"
_FEW = r"\s+(?:[\wåäöé,-]+\s+){0,3}?"

GUIDANCE_SV: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        rf"vägledande [\wåäö]+|(?<![\wåäö])ansökningsvägledning{_W}"
        rf"|(?<![\wåäö])vägledning(?:en)? (?:för|till|om|i|åt) (?:ansök|sökande|hur|tillämp|använd"
        rf"|rapport|företag|producent|jordbruk|lantbruk|skogsäg){_W}"
        rf"|ledningsgrupp{_W}|styrgrupp{_W}|trafikledning{_W}|arbetshandledning{_W}"
        rf"|handledning(?:en)? (?:för|av|till) (?:vård|personal|doktorand|chef|användar){_W}",
        ("vägledande beslut", "vägledning för ansökan", "styrgruppen", "Arbetshandledning"),
        ("vägledning för unga", "studiehandledning"),
        ("vägled", "grupp", "ledning"),
    ),
    Cue(
        STRONG,
        rf"(?<![\wåäö])[\wåäö-]*vägled(?:ning(?!slöp)|ar|arn){_W}"
        rf"|(?<![\wåäö])(?:studie|elev|yrkes)handled(?:ning|ar){_W}",
        (
            "karriärvägledning",
            "livslång vägledning",
            "vägledningstjänster",
            "studiehandledning",
            "Yrkesvägledarna",
        ),
        ("handledning", "vägledande", "trafikledning"),
        ("vägled", "handled"),
    ),
    Cue(
        STRONG,
        rf"karriär(?:plan|rådgiv|val|kompetens|färdighet|tjänst|coach|alternativ|samtal|stöd"
        rf"|mål){_W}"
        rf"|yrkesval{_W}|studieval{_W}|utbildningsval{_W}|(?:studie|utbildnings|yrkes)(?:råd(?:giv"
        rf"|gi){_W}|planering{_W}|orientering{_W})"
        rf"|Navigator(?:ns?|ernas?)? (?:sektorsövergripande|mångprofessionella){_W}"
        rf"|(?:sektorsövergripande|mångprofessionell){_W} [\wåäö]+ (?:i|vid|på) Navigator{_W}"
        rf"|livsplanering{_W}|kompetenssamtal{_W}|(?:lärande|inlärnings|studie)mål(?:en|et|s)?"
        rf"(?![\wåäö])|(?:studie|karriär|framtids|utbildnings)planer?(?:na)?(?![\wåäö])",
        (
            "karriärplanering",
            "Utbildningsrådgivning",
            "yrkesval",
            "kompetenssamtal",
            "lärandemål",
            "Karriärtjänster",
            "Navigatorns sektorsövergripande stöd",
        ),
        ("karriär", "företagsrådgivning", "läroplan"),
        ("karriär", "val", "studie", "utbildning", "yrke", "livs", "samtal", "mål", "navigator"),
    ),
    Cue(
        STRONG,
        rf"(?:identifi|validering|kartlägg|erkänn|igenkänn|synliggör){_W}{_FEW}(?:kunnande"
        rf"|kompeten[st]"
        rf"|kunskap|färdighet|styrk(?:a|or)|intress){_W}"
        rf"|tidigare förvärvat? kunnande|kunnande(?:t)?{_FEW}(?:synlig|identifier|erkänn"
        rf"|validera){_W}"
        rf"|(?:hitta|upptäcka|finna|känna igen){_FEW}(?:styrkor|bransch|yrke|studieplats|väg vidare"
        rf"|intressen){_W}",
        (
            "identifiering av kunnande",
            "identifiera sina styrkor",
            "Validering av tidigare förvärvat kunnande",
            "synliggör det kunnande",
            "hitta en passande bransch",
        ),
        ("identifiera nya marknader", "kartläggning av grundvatten"),
        (
            "identifi",
            "valider",
            "kartlägg",
            "erkänn",
            "igenkänn",
            "synlig",
            "kunnande",
            "hitta",
            "upptäck",
            "finna",
        ),
    ),
    Cue(
        STRONG,
        rf"(?:välja|väljer|planera|planerar){_FEW}(?:utbildning|yrke|studie|karriär|framtid|bransch"
        rf"|studieväg){_W}"
        rf"|(?:råd|stöd|information och råd) (?:om|kring|i frågor om"
        rf"|vid) (?:val av )?(?:utbildning|studie"
        rf"|yrke|karriär|arbetsliv){_W}"
        rf"|sätta ord på{_FEW}(?:kunnande|kompetens|styrk|färdighet){_W}"
        rf"|vägled(?:er|a|s|as|de){_FEW}(?:till|mot|in i)\s+(?:[\wåäö]+\s+){{0,2}}?(?:utbildning"
        rf"|studie|yrke|studieplats){_W}",
        (
            "välja utbildning och yrke",
            "planera sina studier",
            "vägleder invandrare till studier",
            "råd om utbildning",
            "sätta ord på sitt kunnande",
        ),
        ("planera en bro", "välja leverantör", "vägleda trafiken", "råd om export"),
        ("välj", "planera", "vägled", "råd", "stöd", "sätta"),
    ),
    Cue(
        PERSON,
        r"(?<![\wåäö])vägled(?:er|a|s|as|des)(?![\wåäö])|(?<![\wåäö])Navigator(?:ns?|ers?"
        r"|ernas?)?(?![\wåäö])"
        r"|(?<![\wåäö])(?:nät|distans|chatt)?handledning(?:en)?(?![\wåäö])|övergångssked[\wåäö]*"
        r"|(?:smidig|sömlös|flexib)[\wåäö]* övergång[\wåäö]*(?! till (?:grön|ren|förnyb|cirkul))",
        (
            "vägleder unga",
            "Navigatorn",
            "handledningen",
            "distanshandledning",
            "smidiga övergångar",
        ),
        ("navigationen", "handla", "grön övergång"),
        ("vägled", "navigator", "handled", "övergång"),
    ),
    Cue(
        CAREER,
        r"(?<![\wåäö])(?:rådgivning|coachning|mentorskap|gruppcoachning)(?:en)?(?![\wåäö])",
        ("rådgivningen", "coachning"),
        ("företagsrådgivning",),
        ("rådgiv", "coach", "mentor"),
    ),
)
