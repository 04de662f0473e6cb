"""Finnish names of countries and areas abroad, as lists of regions write them (nominative)."""

from __future__ import annotations

from typing import Final


def _names(table: str) -> frozenset[str]:
    return frozenset(name.strip() for name in table.split(","))


#: Names that mean Finland as a whole.
HOME: Final[frozenset[str]] = frozenset({"suomi", "finland", "koko suomi", "hela finland"})
#: Names of areas that are not Finland, case-folded.
ABROAD: Final[frozenset[str]] = _names(
    """
    afganistan, alankomaat, hollanti, albania, algeria, andorra, angola, antigua ja barbuda,
    arabiemiirikunnat, argentiina, armenia, australia, azerbaidžan, azerbaidzan, bahama, bahrain,
    bangladesh, barbados, belgia, belize, benin, bhutan, bolivia, bosnia ja hertsegovina, botswana,
    brasilia, britannia, iso-britannia, brunei, bulgaria, burkina faso, burundi, chile, costa rica,
    djibouti, dominica, dominikaaninen tasavalta, ecuador, egypti, el salvador, eritrea, espanja,
    eswatini, etelä-afrikka, etelä-korea, korean tasavalta, etelä-sudan, etiopia, fidži, fidzi,
    filippiinit, färsaaret, gabon, gambia, georgia, ghana, grenada, grönlanti, guatemala, guinea,
    guinea-bissau, guyana, haiti, honduras, indonesia, intia, irak, iran, irlanti, islanti, israel,
    italia, itä-timor, itävalta, jamaika, japani, jemen, jordania, kambodža, kambodza, kamerun,
    kanada, kap verde, kazakstan, kenia, keski-afrikan tasavalta, kiina, kirgisia, kiribati,
    kolumbia, komorit, kongon demokraattinen tasavalta, kongon tasavalta, kosovo, kreikka, kroatia,
    kuuba, kuwait, kypros, laos, latvia, lesotho, libanon, liberia, libya, liechtenstein, liettua,
    luxemburg, madagaskar, malawi, malediivit, malesia, mali, malta, marokko, marshallinsaaret,
    mauritania, mauritius, meksiko, mikronesia, moldova, monaco, mongolia, montenegro, mosambik,
    myanmar, namibia, nauru, nepal, nicaragua, niger, nigeria, norja, norsunluurannikko, oman,
    pakistan, palau, palestiina, palestiinalaisalueet, panama, papua-uusi-guinea, paraguay, peru,
    pohjois-korea, pohjois-makedonia, portugali, puola, päiväntasaajan guinea, qatar, ranska,
    romania, ruanda, ruotsi, saint lucia, saksa, salomonsaaret, sambia, samoa, san marino,
    saudi-arabia, senegal, serbia, seychellit, sierra leone, singapore, slovakia, slovenia, somalia,
    sri lanka, sudan, surinam, sveitsi, syyria, tadžikistan, tadzikistan, taiwan, tansania, tanska,
    thaimaa, togo, tonga, trinidad ja tobago, tšad, tsad, tšekki, tsekki, tunisia, turkki,
    turkmenistan, tuvalu, uganda, ukraina, unkari, uruguay, uusi-seelanti, uzbekistan, vanuatu,
    valko-venäjä, vatikaani, venezuela, venäjä, vietnam, viro, yhdysvallat, zimbabwe, ulkomaat,
    ulkomaa, utlandet,
    sverige, norge, danmark, estland, island, ryssland, tyskland, eurooppa, aasia, afrikka,
    etelä-amerikka, pohjois-amerikka, latinalainen amerikka, pohjoismaat
    """
)
