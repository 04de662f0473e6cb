"""A second hold-out, written when gate and weights stood: nothing was changed because of it.

Form and purpose as in `retold_ideas.py`.
"""

from __future__ import annotations

FURTHER_IDEAS: dict[str, tuple[tuple[str, str], ...]] = {
    "language_support": (
        ("Kieli kantaa opintoihin", "S2-opiskelijoiden ohjausta ja kielitukea ammattiopistossa."),
        ("Suomea oppien ammattiin", "Suomen kieltä opitaan, ja ohjaaja tukee opintojen alkua."),
        ("Språkstöd på väg till yrket", "Invandrare får stöd i finska och vägledning i studierna."),
        ("Finnish skills for a trade", "Language learning and guidance for vocational students."),
    ),
    "mental_health": (
        ("Toipuen takaisin opintoihin", "Mielenterveyskuntoutujille tarjotaan opinto-ohjausta."),
        (
            "Uupumuksesta opiskelijaksi",
            "Masennuksen jälkeen suunnitellaan opintoja ohjaajan kanssa.",
        ),
        ("Psykisk hälsa och studier", "Personer med ångest och depression får studiehandledning."),
        ("Back to class after illness", "Study guidance for people recovering from depression."),
    ),
    "vr_visits": (
        (
            "Virtuaalilaseilla työpaikalle",
            "Oppilaat tutustuvat ammatteihin virtuaalitodellisuudessa.",
        ),
        ("360 astetta ammatteja", "Pelien ja VR-lasien avulla kokeillaan ammatteja koulussa."),
        ("Yrken i virtuell verklighet", "Elever prövar yrken med hjälp av spel och VR."),
        ("Virtual reality job tasters", "Pupils explore occupations through immersive games."),
    ),
    "labour_market_info": (
        ("Tieto työmarkkinoista ohjaajille", "Ennakointitietoa tuodaan ohjauksen käyttöön."),
        ("Ennakoiva uraohjaus", "Ohjaajat saavat osaamistarpeista ajantasaista tietoa."),
        ("Prognoser i vägledningen", "Handledare använder prognoser om kompetensbehov."),
        (
            "Labour market intelligence for counsellors",
            "Skills forecasts are put to use in guidance.",
        ),
    ),
    "neurodiversity": (
        ("Neurokirjon nuori työelämään", "Autismikirjon ja ADHD-nuorten uraohjausta."),
        ("Nepsy-valmentaja opintojen tukena", "Neuropsykiatrinen valmennus auttaa uravalinnoissa."),
        ("Autism och yrkesval", "Unga med npf-diagnos får karriärvägledning."),
        ("Careers for neurodivergent youth", "Career guidance for autistic young people."),
    ),
    "mentors": (
        ("Alumni näyttää suunnan", "Alumnit mentoroivat lukiolaisia jatko-opintovalinnoissa."),
        ("Mentori vierelle lukiossa", "Lukion opiskelija saa mentorin jatko-opintoja pohtiessaan."),
        ("Alumner som mentorer", "Gymnasister får en mentor inför valet av fortsatta studier."),
        (
            "Alumni mentors at school",
            "Upper secondary students discuss further studies with a mentor.",
        ),
    ),
    "entrepreneur_paths": (
        ("Yrittäjyys uravaihtoehtona", "Uraohjauksessa tutkitaan myös yrittäjyyttä."),
        (
            "Oman työnsä herraksi",
            "Yrittäjyyttä harkitseville opiskelijoille uraohjausta ja sparrausta.",
        ),
        ("Företagande som karriär", "Karriärvägledning för den som överväger företagande."),
        ("Entrepreneurship as a career option", "Career guidance on starting a business."),
    ),
    "workshops": (
        ("Pajalta polulle", "Nuorten työpajojen valmentajat tukevat opintoihin hakeutumista."),
        ("Työpajanuoren seuraava askel", "Työpajalla etsitään nuorelle koulutuspaikka."),
        ("Från verkstad till skola", "Ungdomsverkstäder handleder unga till utbildning."),
        ("Workshop youth to studies", "Youth workshops guide young people towards education."),
    ),
    "guidance_plan": (
        (
            "Kunnan ohjaussuunnitelma",
            "Perusopetuksen ja lukion ohjaus kuvataan yhteiseen vuosikelloon.",
        ),
        ("Ohjauksen vuosikello koko kouluun", "Kunnassa sovitaan ohjauksen työnjaosta."),
        ("Kommunens handledningsplan", "Handledningens årsklocka och arbetsfördelning skrivs ner."),
        ("A guidance plan for the municipality", "Schools agree on division of work in guidance."),
    ),
    "change_of_field": (
        ("Alanvaihtajan ohjaus", "Työssä olevat saavat tukea ammatin vaihtamiseen."),
        (
            "Toiselle uralle keski-iässä",
            "Uudelleenkouluttautumista suunnitellaan uraohjaajan kanssa.",
        ),
        ("Byta bransch mitt i livet", "Karriärvägledning för den som vill byta yrke."),
        ("Second careers", "Career guidance for adults who want to change occupation."),
    ),
    "roma": (
        ("Romaninuorten koulutuspolut", "Romanitaustaisille oppilaille uraohjausta."),
        ("Romanit ja opinto-ohjaus", "Romaniväestön opinto-ohjausta kehitetään."),
        ("Romska ungas studieväg", "Romer får studiehandledning."),
        ("Guidance for Roma youth", "Roma pupils get study guidance."),
    ),
    "coordination": (
        (
            "Ohjaus samaan pöytään",
            "Maakunnan ohjausverkosto kokoaa elinikäisen ohjauksen toimijat.",
        ),
        ("Alueellinen ELO-ryhmä vauhtiin", "Ohjauspalvelujen yhteistyötä koordinoidaan alueella."),
        ("Livslång vägledning i nätverk", "Regionens nätverk samordnar vägledningen."),
        ("Regional network of guidance", "Lifelong guidance providers coordinate their services."),
    ),
}
