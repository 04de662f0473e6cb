"""Ideas of guidance projects, each told four times by different people: fi, fi, sv, en.

A hold-out: the concept table was written before these, and must not
be changed to please them; how pairs meet and how concepts weigh was settled while looking at them
(`further_ideas.py` came after that). Each telling is a name and a sentence. What does not belong
here: who tells them where and when (`test_overlap_holdout.py`).
"""

from __future__ import annotations

IDEAS: dict[str, tuple[tuple[str, str], ...]] = {
    "prison": (
        ("Muurin takaa opinpolulle", "Suljetuissa laitoksissa oleville tarjotaan uraohjausta."),
        ("Vapautuvien vankien koulutusohjaus", "Ohjaaja suunnittelee opintoja ennen vapautumista."),
        (
            "Studievägledning i fängelset",
            "Fångar får hjälp att planera studier efter frigivningen.",
        ),
        ("Guidance behind bars", "Inmates plan studies and work for the time after release."),
    ),
    "conscripts": (
        ("Varusmiesten uravalinnat", "Palvelusaikana nuoret saavat opinto- ja uraohjausta."),
        (
            "Kasarmilta kouluun",
            "Siviilipalvelukseen ja varuskuntiin viedään ammatinvalinnan tukea.",
        ),
        ("Beväringarnas framtidsval", "Garnisonen får vägledning om studier och yrken."),
        (
            "Career choices of conscripts",
            "Guidance counsellors visit garrisons to talk about studies.",
        ),
    ),
    "parents_as_guides": (
        ("Huoltajat nuoren uravalinnan tukena", "Vanhempainilloissa puhutaan ammateista."),
        ("Kodin eväät yhteishakuun", "Vanhemmat oppivat tukemaan lapsensa koulutusvalintaa."),
        ("Föräldrarna med i yrkesvalet", "Vårdnadshavare får stöd i att prata om utbildning."),
        ("Parents and career choice", "Guardians learn to support the choices of their children."),
    ),
    "redundancy": (
        ("Irtisanotun uusi suunta", "Muutosturvan piirissä oleville tarjotaan uraohjausta."),
        (
            "Tehtaan portilta eteenpäin",
            "Yt-neuvottelujen jälkeen etsitään uusi ammatti ohjaajan kanssa.",
        ),
        ("Vägar efter uppsägning", "Permitterade och uppsagda får karriärvägledning."),
        ("After the layoffs", "Workers made redundant get career guidance for a new occupation."),
    ),
    "dropout": (
        ("Opinnot loppuun asti", "Ammatillisten opintojen keskeyttämistä vähennetään ohjauksella."),
        ("Kiinni opintoihin", "Poissaoloihin tartutaan varhain, eikä kukaan eroa opinnoista."),
        ("Färre avbrutna studier", "Yrkesstuderande som är på väg att avbryta får handledning."),
        ("Staying in school", "Guidance prevents early leaving from vocational education."),
    ),
    "badges": (
        ("Osaamismerkeillä näkyväksi", "Työssä ja harrastuksissa opittu tunnistetaan merkeillä."),
        (
            "Digimerkki taidoistani",
            "Taitoja tunnistetaan ja tunnustetaan digitaalisin osaamismerkein.",
        ),
        ("Kompetensmärken i bruk", "Kunnande som förvärvats på fritiden identifieras med märken."),
        ("Open badges for skills", "Skills gained in hobbies are recognised with digital badges."),
    ),
    "ai_advice": (
        ("Tekoäly opon apuna", "Chatbot vastaa koulutusvalintoja koskeviin kysymyksiin."),
        ("Robotti neuvoo uralla", "Ohjauspalveluun rakennetaan tekoälyä hyödyntävä verkkopalvelu."),
        (
            "En chattbot för vägledning",
            "Artificiell intelligens ger tips om utbildning dygnet runt.",
        ),
        ("AI as a career adviser", "A chatbot helps people compare education options online."),
    ),
    "girls_in_technology": (
        ("Tytöt teknologiaan", "Uravalintojen sukupuolittuneisuutta puretaan ohjauksella."),
        (
            "Ilman rooleja työelämään",
            "Oppilaat kohtaavat ammatteja ilman tasa-arvoa estäviä stereotypioita.",
        ),
        ("Flickor väljer teknik", "Könsbundna yrkesval minskas genom vägledning i skolan."),
        ("Career choices beyond gender", "Guidance fights stereotypes in choices of field."),
    ),
    "family_leave": (
        ("Vauvavuodesta työelämään", "Perhevapaalta palaaville tarjotaan uravalmennusta."),
        ("Kotivanhemman paluu", "Hoitovapaan jälkeen suunnitellaan uraa ohjaajan kanssa."),
        (
            "Tillbaka från familjeledigheten",
            "Hemmaföräldrar får karriärvägledning inför återgången.",
        ),
        ("Returning from parental leave", "Mothers and fathers get career coaching after leave."),
    ),
    "rural_bus": (
        ("Ohjausauto kylille", "Liikkuva ohjauspalvelu kiertää harvaan asutuilla seuduilla."),
        (
            "Neuvontaa pitkien matkojen päähän",
            "Maaseudun asukkaat tavoitetaan kiertävällä palvelulla.",
        ),
        ("Vägledningsbussen", "En mobil tjänst når människor på landsbygden och i skärgården."),
        ("Guidance on wheels", "A mobile guidance service reaches people in remote villages."),
    ),
    "doctoral": (
        ("Tohtori yritykseen", "Väitöskirjatutkijoiden uraohjausta yliopiston ulkopuolelle."),
        ("Tutkijasta moneksi", "Tohtorikoulutettavat suunnittelevat uraansa mentorin kanssa."),
        ("Doktorers karriärvägar", "Doktorander får karriärvägledning utanför akademin."),
        (
            "Careers of doctoral researchers",
            "PhD candidates get career guidance for jobs in industry.",
        ),
    ),
    "care_leavers": (
        ("Jälkihuollosta omilleen", "Sijaishuollosta itsenäistyvät nuoret saavat uraohjausta."),
        (
            "Lastensuojelun nuoret opintielle",
            "Ohjaaja kulkee rinnalla, kun nuori muuttaa laitoksesta.",
        ),
        ("Från eftervård till studier", "Unga inom barnskyddet får vägledning om utbildning."),
        ("Care leavers into education", "Young people leaving foster care get study guidance."),
    ),
    "seniors": (
        ("Konkarin uusi vaihde", "Yli 55-vuotiaiden työuran suunnittelua uraohjaajan tuella."),
        ("Ikäosaajat näkyviin", "Ikääntyvien työntekijöiden uraohjausta työpaikoilla."),
        (
            "Seniorernas karriär",
            "Äldre arbetstagare får karriärvägledning i slutet av arbetslivet.",
        ),
        ("Late career guidance", "Older workers plan their last working years with a counsellor."),
    ),
    "international_students": (
        ("Kansainväliset opiskelijat Suomeen töihin", "Korkeakoulun uraohjausta ulkomaalaisille."),
        ("Tutkinto-opiskelijan silta työelämään", "Kv-opiskelijat saavat mentorin ja uraohjausta."),
        ("Internationella studerande stannar", "Karriärvägledning för utländska studerande."),
        ("International students to local jobs", "Career guidance for foreign degree students."),
    ),
    "libraries": (
        ("Kirjasto ohjauspaikkana", "Kirjaston asiakkaille annetaan koulutusneuvontaa."),
        ("Hyllyjen välistä opintoihin", "Kirjastonhoitajat ohjaavat aikuisia koulutuksen pariin."),
        ("Vägledning på biblioteket", "Bibliotekets kunder får råd om utbildning."),
        ("Career advice at the library", "Librarians advise adults on education and work."),
    ),
    "quality": (
        ("Yhteiset laatukriteerit ohjaukselle", "Ohjauspalvelujen laatua arvioidaan yhdessä."),
        ("Mistä tietää, että ohjaus toimii?", "Ohjauksen laadun itsearviointi ja mittarit."),
        ("Kvalitet i vägledningen", "Vägledningens kvalitet utvärderas med gemensamma kriterier."),
        ("Quality standards for guidance", "Guidance services assess their quality together."),
    ),
}
