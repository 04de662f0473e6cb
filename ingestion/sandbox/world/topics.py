"""What projects are about: title phrases and aims in three languages, and whether it is guidance.

`{g}` is the target group's genitive (fi) or name (sv, en), `{p}` its partitive (fi only). The last
line of a topic says what a reader takes from it: themes of the title / themes of the aim / groups
that it names beside `{g}`.
Traps are here on purpose: teaching, job placement and research alone are no guidance, and
`ohjaus` is also what one does to machines and traffic. What does not belong here: names.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingestion.sandbox.world.retold import RETOLD


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with its title phrase and its stated aim, and what a reader takes from each.

    Topics of one `idea` say the same in other words.
    """

    key: str
    idea: str
    is_guidance: bool
    fi: str
    sv: str
    en: str
    aim_fi: str
    aim_sv: str
    aim_en: str
    title_themes: tuple[str, ...]
    aim_themes: tuple[str, ...]
    named_groups: tuple[str, ...]

    @property
    def is_for_group(self) -> bool:
        """Whether title or aim name the project's own target group."""
        return any(mark in text for mark in ("{g}", "{p}") for text in (self.fi, self.aim_fi))


def _topics(is_guidance: bool, table: str, *, retold: str = "") -> tuple[Topic, ...]:
    found = []
    for number, entry in enumerate(filter(None, table.strip().split("\n\n"))):
        *texts, classes = (line.strip() for line in entry.split("\n"))
        fi, sv, en, aim_fi, aim_sv, aim_en = texts
        title, aim_themes, *named = (tuple(part.split()) for part in classes.split(" / "))
        idea = f"{'guidance' if is_guidance else 'other'}{number:02d}"
        found.append(
            Topic(
                f"{idea}{retold}", idea, is_guidance, fi, sv, en, aim_fi, aim_sv, aim_en, title,
                aim_themes, named[0] if named else (),
            )
        )  # fmt: skip
    return tuple(found)


GUIDANCE = _topics(
    True,
    """
{g} uraohjauksen kehittäminen
Utveckling av karriärvägledning för {g}
Developing career guidance for {g}
Hanke auttaa {p} tunnistamaan vahvuutensa ja tekemään urasuunnitelman.
Projektet hjälper {g} att identifiera sina styrkor och göra upp en karriärplan.
The project helps {g} to recognise their strengths and make a career plan.
career_guidance / career_skills

{g} opinto-ohjauksen uudet toimintamallit
Nya modeller för studiehandledning för {g}
New models of study guidance for {g}
Tavoitteena on parantaa opinto-ohjausta, jotta {g} koulutusvalinnat perustuvat tietoon.
Målet är att förbättra studiehandledningen så att utbildningsvalen för {g} bygger på fakta.
The aim is to improve study guidance so that educational choices of {g} rest on facts.
study_guidance / study_guidance

{g} osaamisen tunnistaminen
Identifiering av kunnande för {g}
Recognition of competences for {g}
Hanke kehittää menetelmiä, joilla {g} aiemmin hankittu osaaminen tehdään näkyväksi.
Projektet utvecklar metoder som gör tidigare förvärvat kunnande synligt för {g}.
The project develops methods that make prior learning visible for {g}.
recognition_of_competence / recognition_of_competence

Monialaiset ohjauspalvelut {g} tueksi
Sektorsövergripande vägledning som stöd för {g}
Multi-professional guidance in support of {g}
Saman katon alle kootaan ohjauspalvelu, josta {g} elämänsuunnittelu saa tukea.
Under ett tak samlas vägledning som stöder livsplaneringen för {g}.
Guidance that supports the life planning of {g} is brought under one roof.
one_stop_guidance / one_stop_guidance

Elinikäisen ohjauksen alueellinen yhteistyö
Regionalt samarbete inom livslång vägledning
Regional cooperation in lifelong guidance
Hanke vahvistaa alueellista ohjausverkostoa ja yhteistä ohjauksen laatua.
Projektet stärker det regionala vägledningsnätverket och vägledningens gemensamma kvalitet.
The project strengthens the regional guidance network and shared quality of guidance.
guidance_coordination / guidance_coordination guidance_quality

Ohjaushenkilöstön osaaminen
Vägledningspersonalens kompetens
Competence of guidance practitioners
Opinto-ohjaajat ja uraohjaajat saavat koulutusta ohjauksen menetelmiin.
Studiehandledare och karriärvägledare får utbildning i vägledningens metoder.
Study counsellors and career practitioners are trained in methods of guidance.
guidance_staff / guidance_staff / guidance_professionals

{g} digitaaliset ohjauspalvelut
Digitala vägledningstjänster för {g}
Digital guidance services for {g}
Rakennetaan verkkopalvelu, jossa {g} uravaihtoehtoja vertaillaan ohjaajan tuella.
En nättjänst byggs där karriäralternativ för {g} jämförs med stöd av en vägledare.
A web service is built in which career options of {g} are compared with a counsellor.
digital_guidance / digital_guidance career_guidance

{g} siirtymävaiheiden ohjaus
Vägledning i övergångsskeden för {g}
Guidance at transitions for {g}
Hanke tukee {p} koulutuksen nivelvaiheissa ja ohjaa seuraavaan opintopaikkaan.
Projektet stöder {g} i övergångsskeden och vägleder till följande studieplats.
The project supports {g} at transitions and guides them to the next place of study.
transitions / transitions

{g} urasuunnittelutaidot
Karriärplaneringsfärdigheter för {g}
Career management skills for {g}
Ryhmävalmennuksessa {g} urasuunnittelutaidot vahvistuvat ja omat tavoitteet selkenevät.
I gruppcoachning stärks karriärplaneringsfärdigheterna för {g} och målen klarnar.
Group coaching strengthens career management skills of {g} and clarifies their goals.
career_skills / career_skills

Ohjauksen laatu ja arviointi
Kvalitet och utvärdering av vägledning
Quality and evaluation of guidance
Hanke laatii ohjauksen laatukriteerit ja itsearvioinnin työkalun ohjauspalveluille.
Projektet utarbetar kvalitetskriterier och ett verktyg för självvärdering av vägledning.
The project drafts quality criteria and a self-evaluation tool for guidance services.
guidance_quality / guidance_quality

Työpaikalla annettava {g} ohjaus
Vägledning på arbetsplatsen för {g}
Guidance at the workplace for {g}
Työpaikoilla järjestetään osaamiskeskusteluja, joissa {g} oppimistavoitteet asetetaan.
På arbetsplatserna ordnas kompetenssamtal där lärandemål sätts upp för {g}.
Competence discussions at workplaces set learning goals for {g}.
workplace_guidance / workplace_guidance

Hakeva toiminta ja ohjaus {g} parissa
Uppsökande verksamhet och vägledning bland {g}
Outreach and guidance among {g}
Etsivä työ tavoittaa {p} ja ohjaa koulutukseen oman suunnitelman mukaan.
Det uppsökande arbetet når {g} och vägleder till utbildning enligt en egen plan.
Outreach finds {g} and guides them to education by a plan of their own.
outreach / outreach

Koulutusneuvonta {g} kotoutumisen tukena
Utbildningsrådgivning som stöd för integration av {g}
Educational counselling in support of the integration of {g}
Neuvonta auttaa {p} valitsemaan koulutuspolun ja ammatin.
Rådgivningen hjälper {g} att välja utbildningsväg och yrke.
Counselling helps {g} to choose an educational path and an occupation.
integration_guidance study_guidance / study_guidance vocational_guidance

{g} ammatinvalinnan tuki
Stöd i yrkesvalet för {g}
Support for occupational choice of {g}
Ammatinvalinnan ohjaus auttaa {p} löytämään itselleen sopivan alan.
Yrkesvägledningen hjälper {g} att hitta en passande bransch.
Vocational guidance helps {g} to find a field that suits them.
vocational_guidance / vocational_guidance

Työkykyohjaus {g} tukena
Arbetsförmågevägledning som stöd för {g}
Work-ability guidance in support of {g}
Hanke yhdistää kuntoutuksen ja uraohjauksen, jotta {g} paluu opintoihin onnistuu.
Projektet förenar rehabilitering och karriärvägledning för att stödja studier för {g}.
The project joins rehabilitation and career guidance so that {g} can return to study.
rehabilitation_guidance / rehabilitation_guidance career_guidance

Tutkimustietoon perustuva {g} ohjaus
Forskningsbaserad vägledning för {g}
Research-based guidance for {g}
Ohjaajat kehittävät tutkijoiden kanssa ohjauskäytäntöjä, joista {g} elinikäinen oppiminen hyötyy.
Vägledare och forskare utvecklar vägledningspraxis som gagnar livslångt lärande för {g}.
Counsellors and researchers develop guidance practices for the lifelong learning of {g}.
guidance_quality / guidance_quality
""",
)

OTHER = _topics(
    False,
    """
Biokaasun tuotannon kehittäminen
Utveckling av biogasproduktion
Developing biogas production
Hanke lisää maatilojen biokaasun tuotantoa ja kierrätysravinteiden käyttöä.
Projektet ökar gårdarnas biogasproduktion och användningen av återvunna näringsämnen.
The project increases farm biogas production and use of recycled nutrients.
business / business

Matkailun digitaalinen markkinointi
Digital marknadsföring av turism
Digital marketing of tourism
Hanke parantaa matkailuyritysten näkyvyyttä ulkomaisissa verkkokanavissa.
Projektet förbättrar turistföretagens synlighet i utländska nätkanaler.
The project improves the visibility of tourism companies in foreign online channels.
business / business

Puurakentamisen osaamiskeskittymä
Kompetenskluster för träbyggande
Cluster of timber construction
Hanke kokoaa alueen puurakentamisen yritykset yhteisiin tuotekokeiluihin.
Projektet samlar regionens träbyggnadsföretag till gemensamma produktförsök.
The project gathers timber construction companies for shared product trials.
business / business

Vesistökunnostuksen toimintamalli
Modell för restaurering av vattendrag
Model of water restoration
Hanke kunnostaa rehevöityneitä lahtia ja seuraa veden laatua.
Projektet restaurerar övergödda vikar och följer upp vattenkvaliteten.
The project restores eutrophic bays and monitors water quality.
other / other

Tuotannon automatisointi
Automatisering av produktionen
Automation of production
Yritys ottaa käyttöön robottisolun ja nostaa tuotantokapasiteettia.
Företaget tar i bruk en robotcell och höjer produktionskapaciteten.
The company takes a robot cell into use and raises its capacity.
business / business

Liikenteen ohjausjärjestelmän uudistaminen
Förnyelse av trafikstyrningen
Renewal of traffic control
Hanke uusii liikennevalojen ohjauslogiikan ja kojeet.
Projektet förnyar styrlogiken och apparaterna för trafikljusen.
The project renews the control logic of traffic lights.
other / other

Koneohjauksen testausympäristö
Testmiljö för maskinstyrning
Test environment of machine control
Hanke rakentaa testiradan työkoneiden automaattiohjaukselle.
Projektet bygger en testbana för automatisk styrning av arbetsmaskiner.
The project builds a test track for automatic control of work machines.
other / other

Hoitoalan täydennyskoulutus
Fortbildning inom vården
Further training in care work
Hanke järjestää lääkehoidon verkkokurssit hoitohenkilöstölle.
Projektet ordnar nätkurser i läkemedelsbehandling för vårdpersonalen.
The project runs online courses in medication for nursing staff.
training / training / employed

Rekrytoinnin vauhdittaminen teollisuudessa
Snabbare rekrytering inom industrin
Faster recruitment in industry
Hanke välittää työntekijöitä metallialan avoimiin työpaikkoihin.
Projektet förmedlar arbetstagare till lediga jobb inom metallbranschen.
The project places workers in vacant jobs of the metal industry.
employment / employment

Maatalouden ympäristötutkimus
Miljöforskning inom lantbruket
Environmental research of agriculture
Hanke tutkii peltojen hiilensidontaa ja julkaisee mittausaineiston.
Projektet forskar i åkrarnas kolbindning och publicerar mätdata.
The project studies carbon storage of fields and publishes the data.
other / other

Elintarvikeviennin kasvuohjelma
Tillväxtprogram för livsmedelsexport
Growth programme of food export
Hanke vie alueen elintarvikkeita Pohjoismaiden markkinoille.
Projektet för regionens livsmedel till de nordiska marknaderna.
The project takes food of the region to Nordic markets.
business / business

Kyberturvallisuuden testiympäristö
Testmiljö för cybersäkerhet
Test environment of cyber security
Hanke tarjoaa yrityksille suojatun verkon tunkeutumistestaukseen.
Projektet erbjuder företagen ett skyddat nät för penetrationstest.
The project offers companies a protected network for penetration tests.
other / business

Kulttuuriperinnön digitointi
Digitalisering av kulturarvet
Digitisation of cultural heritage
Hanke digitoi paikallisarkistojen valokuvat ja kartat.
Projektet digitaliserar lokala arkivs fotografier och kartor.
The project digitises photographs and maps of local archives.
other / other

Rakennusten energiatehokkuus
Energieffektivitet i byggnader
Energy efficiency of buildings
Hanke mittaa julkisten rakennusten energiankulutusta ja korjaa säädöt.
Projektet mäter energiförbrukningen i offentliga byggnader och rättar reglagen.
The project measures energy use of public buildings and corrects controls.
other / other

Kiertotalouden materiaalipörssi
Materialbörs för cirkulär ekonomi
Material exchange of circular economy
Hanke ohjaa teollisuuden sivuvirrat uusiokäyttöön.
Projektet styr industrins sidoströmmar till återanvändning.
The project directs side streams of industry to reuse.
business / business

Laivanrakennuksen verkostohanke
Nätverksprojekt inom varvsindustrin
Network of shipbuilding
Hanke yhtenäistää telakan alihankintaketjun laatuvaatimukset.
Projektet förenhetligar kvalitetskraven i varvets underleverantörskedja.
The project unifies quality demands of the subcontractors of a shipyard.
business / business
""",
)

INVESTMENT_TITLES = (
    "Koneinvestointi", "Tuotantotilan laajennus", "Kansainvälistyminen", "Verkkokaupan avaaminen",
    "Leikkauslinjan hankinta", "Vientimessut", "Pintakäsittelylaitos", "Tuotekehityksen aloitus",
    "Hitsausrobotin hankinta", "Varaston automatisointi",
)  # fmt: skip

#: No project draws these; they are told where somebody else does what another one does.
GUIDANCE_RETOLD = _topics(True, RETOLD, retold="b")

TOPICS: dict[str, Topic] = {topic.key: topic for topic in (*GUIDANCE, *OTHER, *GUIDANCE_RETOLD)}


def aim(topic: Topic, language: str, genitive: str, partitive: str, sv: str, en: str) -> str:
    """The stated aim with the target group filled in; a whole sentence."""
    if language == "sv":
        text = topic.aim_sv.replace("{g}", sv)
    elif language == "en":
        text = topic.aim_en.replace("{g}", en)
    else:
        text = topic.aim_fi.replace("{g}", genitive).replace("{p}", partitive)
    return text[0].upper() + text[1:]
