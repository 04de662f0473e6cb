"""Words that only names of organisations hold, and those that mark a person's own business."""

from __future__ import annotations

from typing import Final


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


#: Ends of words, Finnish and Swedish, case-folded. None is the end of a usual family name.
ENDINGS: Final[tuple[str, ...]] = _words(
    """
    kunta kunnat kaupunki kaupungit yhtymä liitto liitot yhdistys yhdistykset järjestö järjestöt
    seura kerho säätiö rahasto yliopisto yliopistot korkeakoulu opisto oppilaitos peruskoulu lukio
    instituutti laitos keskus virasto ministeriö toimisto neuvosto komitea lautakunta ryhmä
    verkosto konsortio akatemia museo teatteri orkesteri kirjasto arkisto osakeyhtiö yhtiö
    sairaala hyvinvointialue työllisyysalue kalatalousalue hallitus kauppakamari kustannus
    kustantamo päiväkoti palvelukoti lastenkoti osasto yhteisö yhteenliittymä festivaali galleria
    unioni lähetystö edustusto foorumi yhteismetsä työpaja koulutuskeskus ammattikoulu kansakoulu
    musiikkikoulu taidekoulu aluehallinto osuuspankki osuuskauppa hankintayksikkö partio koulut
    kommun kommunen staden samkommun förbund förbundet förening föreningen stiftelse stiftelsen
    universitet universitetet högskola högskolan skolan institutet centralen centret verket
    ministeriet byrån samfund samfundet akademi akademin museet teatern bibliotek biblioteket
    församling andelslag bolag bolaget sällskap sällskapet fonden rådet nämnden kommitté
    yrittäjät palvelut keskukset liikelaitos kehitys konserni tuottajat opettajat
    arbetsgrupp välfärdsområde landskapsregering styrelsen myndigheten organisationen
    """
)
#: Whole words, also of other languages, case-folded.
WORDS: Final[frozenset[str]] = frozenset(
    _words(
        """
    oy ab oyj abp ry rf sr rs ky ay osk kuntayhtymä seurakunta koulu orkesteri kuoro teatteri
    museo museum teater institut klubi klubb stad fond råd nämnd verk skola central
    business consulting group solutions services media amk
    ltd inc gmbh llc plc oü mtü asbl ngo ev
    university universities college institute institution foundation association society council
    committee commission ministry agency authority centre center union federation network
    organisation organization department office embassy corporation limited theatre library
    academy programme alliance initiative international nations republic government secretariat
    hospital consortium partnership forum delegation
    universität hochschule stiftung verein gesellschaft ülikool sihtasutus universidad université
    fundación fondation ministère ministerio
    """
    )
)
#: A sole trader: the name is that of a person, whatever else stands in it.
SOLE_TRADER: Final[frozenset[str]] = frozenset({"tmi", "t:mi", "toiminimi", "firma"})
#: Groups that are called after their members: no evidence beside what may be names of persons.
OF_PERSONS: Final[frozenset[str]] = frozenset(
    {"ryhmä", "työryhmä", "tutkijaryhmä", "tutkimusryhmä", "arbetsgrupp", "forskargrupp"}
)
