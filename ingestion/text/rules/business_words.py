"""What firms do, make and sell: the theme of business where no text names any theme.

What does not belong here: firms as recipients of money, and support that says `business`.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

BUSINESS: Final[tuple[Cue, ...]] = (
    Cue(
        "business",
        r"\b(?:pk-|mikro|pien|kasvu|matkailu|teollisuus|perhe)?yrity(?:s|sten|ksen|kset|ksiä|ksille"
        r"|ksissä|kseen|ksiin|ksiltä)\b"
        r"|\w*yritys(?:ryhm|verkost|toimin|hank|tuki|tuke|kentt|kehit|pilot)\w*"
        r"|\w*teollisuu(?:s|den|teen|dessa|tta|ksien)\b|\w*konepaj\w+|\w*telak(?:ka|oi|an|all)\w*"
        r"|\w*tehta(?:an|at|iden|ita|assa|alla)\b|alihankin\w+|toimitusketju\w*|arvoketju\w*",
        ("pienille yrityksille", "yritysryhmä", "elintarviketeollisuuden", "konepajat", "tehtaan"),
        ("yritteliäs", "yrittää", "yritykseltä", "tehtävä"),
        (
            "yrity", "teollisuu", "konepaj", "telak", "tehta", "alihank", "toimitusketju",
            "arvoketju",
        ),
    ),
    Cue(
        "business",
        r"\b(?:\w*tuotan(?:to|non)(?:linj|kapasiteet|tilo|tila|lait|prosess|automa|suun)?\w*"
        r"|tuotteista\w+|valmistustekn\w+)|investoin\w+|\w*vien(?:ti|nin)(?!katk)\w*"
        r"|markkino(?:i|ille|iden|illa)\w*|\w*markkinointi\w*|verkkokau\w+|kaupallist\w+"
        r"|matkailu\w*|\w*jalost(?:us|uks|aa|et|am)\w*|\w*automa(?:tisoi|atio)\w*|\b(?:hitsaus)?robot\w+"
        r"|messu(?:t|ille|illa|osast)\w*|\w*viljely\w*|maatil\w+|biokaasu\w*"
        r"|(?:linja|laite|laitteis|koneen?|kone|robotin|laitoksen)\w*(?:-| )(?:hankin|investoin)\w*"
        r"|\w+(?:laitos|laitokset|laitoksen)\b(?<!oppilaitos)(?<!oppilaitokset)(?<!oppilaitoksen)"
        r"(?<!vesilaitos)(?<!pelastuslaitos)(?<!pelastuslaitoksen)(?<!vesilaitoksen)"
        r"(?<!sosiaalilaitos)|varaston \w+|tuotekokei\w+",
        ("tuotantolinja", "Vientimessut", "viennin kasvu", "matkailun", "biokaasulaitos"),
        ("oppilaitos", "vieneet", "työmarkkina"),
        (
            "tuot", "valmist", "investoin", "vient", "vienn", "markkino", "verkkokau", "kaupall",
            "matkailu", "jalost", "automa", "robot", "messu", "viljely", "maatil",
            "biokaasu", "hankin", "laito", "varasto",
        ),
    ),
    Cue(
        "business",
        r"\b(?:små|turist|familje|industri|tillväxt|teknologi)?företag(?:en|ens|et|ets|s)?\b"
        r"|företagsgrupp\w*|\w*industri(?:n|ns|er|erna|ella)?\b|verkstadsindustri\w*|\bvarv(?:et"
        r"|en|ets|ens)?\b|varvsindustri\w*|underleverant\w+|leveranskedj\w+|värdekedj\w+"
        r"|\w*produktion(?:en|ens|s\w+)?\b|investering\w*|\w*export(?:en|ens|mässa\w*|era\w*)?\b"
        r"|marknadsför\w+|\bmarknader(?:na|nas)?\b|näthandel\w*|turism\w*|förädl\w+|automatiser\w+"
        r"|\b(?:svets)?robot\w*|biogas\w*|gårdar(?:na|nas|s)?\b|kommersialiser\w+"
        r"|\w*odling(?:en|ar)?\b|produktförsök\w*|maskinanskaff\w+",
        ("hjälper småföretag", "industrins behov", "exporten", "marknadsföring av turism"),
        ("företagare", "arbetsmarknaden", "reproduktiv"),
        (
            "företag", "industri", "varv", "leveran", "värdekedj", "produkt", "invester", "export",
            "marknad", "näthandel", "turism", "förädl", "automatiser", "robot", "maskin", "biogas",
            "gårdar", "kommers", "odling",
        ),
    ),
    Cue(
        "business",
        r"\b(?:small |start-up |growth )?(?:companies|company(?:['’]s)?|firms?|smes?|enterprises"
        r"|workshops (?:try|test|adopt|automat)|manufactur\w+|factor(?:y|ies)|shipyards?"
        r"|shipbuilding|subcontract\w+|supply chains?|value chains?)\b|\bindustr(?:y|ies|ial)\b"
        r"|\bproduction\b|\binvestments?\b|\bexport\w*|\bmarketing\b|\b(?:nordic|foreign|new"
        r"|international|export|consumer) markets?\b|\be-commerce\b|\bonline shop\w*|\btourism\b"
        r"|\bprocessing of\b|\bautomat(?:ion|es?|ed|ing)\b|\brobot\w*|\bbiogas\b|\bfarms?\b"
        r"|\bfarming\b|\bprototyp\w+|\bproduct trials?\b|\bengineering workshops?\b",
        ("offers companies a network", "shipyards", "food export", "profitability of farms"),
        ("labour market", "industrious"),
        (
            "compan", "firm", "sme", "enterprise", "workshop", "manufact", "factor", "ship",
            "subcontr", "chain", "industr", "production", "investment", "export", "market",
            "commerce", "shop", "tourism", "processing", "automat", "robot", "biogas",
            "farm", "prototyp", "trial",
        ),
    ),
)  # fmt: skip
