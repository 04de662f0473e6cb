"""What a sentence must speak of for a bare word of guidance to be evidence, and what undoes it.

What does not belong here: wordings of guidance (one table a language).
"""

from __future__ import annotations

import re
from typing import Final

#: People who learn, seek work, or stand at a turn of their life.
PEOPLE: Final = re.compile(
    r"nuor(?:i|en|et|ten|ia|ille|illa|iso|uu)\w*|opiskelij\w+|oppila\w+|oppij\w+"
    r"|aikui\w+|työttöm\w+|työikäi\w+|työnhak\w+|maahan ?muut\w+|ohjattav\w+|hakij\w+ koulut\w*"
    r"|työssä(?:käy| ?olev)\w+|ulkopuolella olev\w+|eläm[äö]nkaar\w*|ikäi(?:sten|sille|siä|nen)"
    r"|ikäänty\w+|elinikäi\w+|nivelvaihe\w*|koululai\w+|lukiolai\w+|amislai\w+|varusm\w+"
    r"|\bvan(?:ki|ke|gi)\w+|osatyökyky\w+|yrittäj(?:ä|ie|iä|il)\w*|kuntoutuj\w+|pakolai\w+"
    r"|lomaute\w+|irtisanot\w+|korkeakoulut\w+|vanhempainvapa\w+|naisten|naisille|miesten|miehille"
    r"|ihmis(?:ten|ille|iä|et)|henkilö(?:n|iden|ille|itä|t)\b|\d-vuotiai\w+"
    r"|\bunga\b|ungdom\w*|studerande\w*|\belev(?:er|erna|ers)?\b|vuxna\w*|vuxen\w*|invandrar\w*"
    r"|arbetssökande\w*|arbetslösa?\w*|\bäldre\b|fångar\w*|beväringar\w*|personer\b|deltagar\w*"
    r"|flykting\w*|arbetsföra\w*"
    r"|young people|\byouth\w*|\bstudents?|\badults?|\blearners?|\bpupils?|job ?seekers?"
    r"|\bimmigrants?|\bmigrants?|\brefugees?|unemployed|\bcitizens|\bprisoners?|\bconscripts?"
    r"|\bgraduates?|school leavers?|\bpeople\b|\bpersons?\b|\bparticipants?|\bentrepreneurs\b"
    r"|\b(?:older|ageing|aging|senior|employed) (?:workers|employees|adults|persons)|\bseniors\b"
    r"|\bworkers over 5[05]",
    re.IGNORECASE,
)
#: Study, career, choice: what guidance is about.
CAREER_WORDS: Final = re.compile(
    r"opinto\w+|opintoj\w+|opiskelu\w*|jatko-opin\w+|koulutusvalin\w+|koulutuspol\w+|ammatinval\w+"
    r"|koulutukse(?:ssa|en)\b|ammatillise\w+ koulutu\w+|\blukio(?:n|ssa|issa|iden|t)\b"
    r"|oppilaitoks\w+|korkeakoul(?:un|ussa|ujen|uissa|uopinto\w+)\b|työura\w*|\bura(?:lla|lle|n|a"
    r"|nsa|ansa)?\b|perusopetu\w+|toise\w+ aste\w+|\btyöelämää?n\b"
    r"|\bammattii?a?n?\b|urasuunnit\w+"
    r"|\bstudie(?:r|rna|val|väg|plats)\w*|\byrkes?(?:val|liv|bana)\w*|\bkarriär\w*"
    r"|\butbildningsv\w+"
    r"|\bcareers?\b|\bstud(?:y|ies)\b(?! of)|educational (?:choice|path|option)\w*"
    r"|\boccupational\b|\bvocational\b|lifelong",
    re.IGNORECASE,
)
#: Nothing is offered or developed where it is denied; held against one clause.
DENIED: Final = re.compile(
    r"\b(?:ei|eivät|eikä|emme)\s+(?:\w+\s+){0,4}?(?:anneta|anna|sisällä|kuulu|tarjota|tarjoa"
    r"|kehitetä|liity|koske|ole|järjestetä|järjestä|käsitellä|käsittele)\b"
    r"|\b(?:utan|inte|ingen|inget|inga)\s+(?:\w+\s+){0,3}?(?:\w*vägled|\w*rådgiv|erbjud|omfatt|gäll"
    r"|handlar)\w*"
    r"|\b(?:no|not|without|does not|do not|doesn['’]t)\s+(?:\w+\s+){0,3}?(?:guidance|counsel\w*"
    r"|offer|include|concern|provide|cover|deal)\w*"
    r"|\bilman (?:\w+ )?(?:ura|opinto|opinto-)?ohjau\w*",
    re.IGNORECASE,
)
#: Where a denial ends: `ei anna opetusta, vaan tarjoaa uraohjausta`.
TURN: Final = re.compile(r",?\s+\b(?:vaan|mutta|utan att|men|but)\b|;", re.IGNORECASE)
#: Research about guidance is no guidance unless something is developed or offered too.
RESEARCH: Final = re.compile(
    r"\btutki(?:taan|mme|n|mu\w*|ja\w*|vat|i)\b(?<!tutkimusperustainen)(?!\w*perust)"
    r"|väitöskirj\w*|\btutkielma\w*|\bforskning(?!sbaser)\w*|\bforskar\w*|\bforskas?\b"
    r"|\bavhandling\w*|\bresearch(?:es|ed|ers?|ing)?\b(?![- ](?:based|informed))|\bdissertation"
    r"|\b(?:doctoral )?thesis\b|\bacademic study|\bstudies the\b",
    re.IGNORECASE,
)
#: `Tutkimustietoon perustuva ohjaus` and the like rest on research and are none.
RESTS_ON_RESEARCH: Final = re.compile(
    r"tutkimus(?:tietoon )?\s?perust\w+|tutkittuun tietoon|tutkimuspohjai\w+", re.IGNORECASE
)
ACTION: Final = re.compile(
    r"kehit[ety]|vahvist|parann|parant|luo(?:daan|da|nut|vat|maan)|rakenn|rakent|tarjo|tue(?:taan"
    r"|lla)"
    r"|tuke[ae]|edist|mallinn|toimintamalli|pilotoi|juurr|laajenn|otetaan käyttöön|koulutetaan"
    r"|aut(?:taa|etaan|tavat)"
    r"|utveckl|stärk|förbättr|erbjud|stöd|främj|bygg|inför|sama?ordn|skapa|hjälp"
    r"|develop|support|improv|provid|help|strengthen|promot|pilot|offer|build|coordinat|creat"
    r"|enhanc",
    re.IGNORECASE,
)
#: The sentence tells what stands behind a project, not what it does.
BACKGROUND: Final = re.compile(
    r"^\W*(?:taustalla|taustana|bakgrunden|i bakgrunden|bakom projektet|in the background"
    r"|the background)\b",
    re.IGNORECASE,
)
