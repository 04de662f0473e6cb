"""Numbers written as words, one to twelve and the halves, in three languages and all cases."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_HALF = Decimal("0.5")
_ONE_AND_HALF = Decimal("1.5")


def _fi(number: int, *stems: str) -> dict[str, Decimal]:
    """Finnish cases of one numeral: nominative, partitive and illative whole, the rest by stem."""
    *whole, weak, back = stems
    a, endings = (
        ("a", ("n", "lla", "lle", "lta", "ssa", "sta", "ksi"))
        if back == "back"
        else ("ä", ("n", "llä", "lle", "ltä", "ssä", "stä", "ksi"))
    )
    forms = {*whole, *(weak + ending for ending in endings), weak + "n" + a}
    return dict.fromkeys(forms, Decimal(number))


NUMBER_WORDS: Final[dict[str, Decimal]] = {
    **_fi(1, "yksi", "yhtä", "yhteen", "yhde", "front"),
    **_fi(2, "kaksi", "kahta", "kahteen", "kahde", "back"),
    **_fi(3, "kolme", "kolmea", "kolmeen", "kolme", "back"),
    **_fi(4, "neljä", "neljää", "neljään", "neljä", "front"),
    **_fi(5, "viisi", "viittä", "viiteen", "viide", "front"),
    **_fi(6, "kuusi", "kuutta", "kuuteen", "kuude", "back"),
    **_fi(7, "seitsemän", "seitsemää", "seitsemään", "seitsemä", "front"),
    **_fi(8, "kahdeksan", "kahdeksaa", "kahdeksaan", "kahdeksa", "back"),
    **_fi(9, "yhdeksän", "yhdeksää", "yhdeksään", "yhdeksä", "front"),
    **_fi(10, "kymmenen", "kymmentä", "kymmeneen", "kymmene", "front"),
    **_fi(11, "yksitoista", "yhtätoista", "yhteentoista", "yksitoista", "back"),
    **{
        f"{stem}toista": Decimal(number)
        for number, stems in (
            (11, ("yhden", "yhdellä", "yhdestä", "yhdelle")),
            (12, ("kaksi", "kahta", "kahden", "kahdella", "kahdesta", "kahdelle", "kahteen")),
        )
        for stem in stems
    },
    **dict.fromkeys(("puoli", "puolta", "puolen", "puolella", "puolesta"), _HALF),
    **dict.fromkeys(
        ("puolitoista", "puoltatoista", "puolentoista", "puolellatoista", "puolestatoista"),
        _ONE_AND_HALF,
    ),
    **{
        word: Decimal(number)
        for number, words in enumerate(
            (
                ("en", "ett", "one"), ("två", "two"), ("tre", "three"), ("fyra", "four"),
                ("fem", "five"), ("sex", "six"), ("sju", "seven"), ("åtta", "eight"),
                ("nio", "nine"), ("tio", "ten"), ("elva", "eleven"), ("tolv", "twelve"),
            ),
            1,
        )
        for word in words
    },
    **dict.fromkeys(("en halv", "half a", "half"), _HALF),
    **dict.fromkeys(("en och en halv", "one and a half"), _ONE_AND_HALF),
    "a": Decimal(1),
}  # fmt: skip
