"""The ideas of the guidance topics told again by somebody else, entry by entry in their order.

The form is that of `topics.py`. Whoever compares only words takes these for other projects. What
does not belong here: who tells an idea in which words (`projects.py`).
"""

from __future__ import annotations

RETOLD = """
Uravalmennusta {g} arkeen
Karriärcoachning i vardagen för {g}
Everyday career coaching for {g}
Valmentajan kanssa {g} mielenkiinnon kohteista syntyy oma urapolku.
Tillsammans med en coach formas intressena hos {g} till en egen karriärstig.
With a coach the interests of {g} grow into a career path of their own.
career_guidance / career_guidance

{g} opopalvelut lähemmäs arkea
Studierådgivning närmare {g}
Bringing student counselling closer to {g}
Opot kokeilevat uusia tapoja keskustella opinnoista ja valinnoista {g} kanssa.
Studiehandledarna prövar nya sätt att samtala om studier och val med {g}.
Study counsellors try new ways to talk about studies and choices with {g}.
study_guidance / study_guidance

Taidot näkyviin: {g} osaamisen validointi
Validering av det som {g} kan
Validation of what {g} can do
Työssä ja arjessa opittu kirjataan, jotta {g} opinnot lyhenevät.
Det man lärt sig i arbete och vardag skrivs ner så att studierna för {g} blir kortare.
What was learnt at work and at home is written down to shorten the studies of {g}.
recognition_of_competence / recognition_of_competence

Yhden luukun neuvonta ja ohjaus: {g} oma palvelupiste
En lucka för vägledning: egen servicepunkt för {g}
One-stop guidance point for {g}
Samasta pisteestä {g} kysymyksiin vastaavat työllisyyspalvelut, sosiaalityö ja oppilaitokset.
På samma plats får {g} svar av sysselsättningstjänster, socialarbete och läroanstalter.
Employment services, social work and schools answer the questions of {g} in one place.
one_stop_guidance / one_stop_guidance

ELO-toimijat yhteen maakunnassa
Aktörer inom livslång vägledning samlas
Bringing lifelong guidance actors together
Ohjauksen toimijat sopivat työnjaosta, vuosikellosta ja yhteisestä koordinaatiosta.
Aktörerna inom vägledning kommer överens om arbetsfördelning, årsklocka och samordning.
Guidance actors agree on division of work, a yearly plan and shared coordination.
guidance_coordination / guidance_coordination

Ohjaajat oppimassa: täydennyskoulutusta ohjaustyöhön
Fortbildning för vägledare
Continuing education for guidance counsellors
Ohjaustyötä tekevät harjoittelevat dialogia, ryhmän ohjaamista ja uraohjauksen teoriaa.
De som arbetar med vägledning övar dialog, gruppledning och karriärteori.
Those who work in guidance practise dialogue, group facilitation and career theory.
guidance_staff / guidance_staff / guidance_professionals

Etäohjaus ja chat {g} käyttöön
Vägledning på distans och i chatt för {g}
Remote guidance and chat for {g}
Verkossa toimivan ohjauksen avulla {g} kysymyksiin vastataan ajasta ja paikasta riippumatta.
Vägledning på nätet svarar på frågor från {g} oberoende av tid och plats.
Online guidance answers questions of {g} at any time and from anywhere.
digital_guidance / digital_guidance

Saattaen vaihtaen: {g} nivelvaiheen tuki
Lots genom stadieövergången för {g}
Supported transfer between school levels for {g}
Kukaan ei putoa väliin, kun {g} siirtymistä koulutusasteelta toiselle saatetaan yhdessä.
Ingen faller emellan när {g} följs över från ett utbildningsstadium till nästa.
Nobody falls through when {g} are accompanied from one school level to the next.
transitions / transitions

Uranhallintaa {g} ryhmille
Karriärkompetens i grupp för {g}
Career management for groups of {g}
Pienryhmissä harjoitellaan omien vahvuuksien sanoittamista ja uran suunnittelua.
I smågrupper övar man att sätta ord på sina styrkor och att planera sin karriär.
Small groups practise putting strengths into words and planning a career.
career_skills / career_skills

Hyvän ohjauksen mittarit
Mätare för god vägledning
Indicators of good guidance
Ohjauksen laatutyö saa yhteiset arviointikysymykset, palautekyselyn ja seurantatiedon.
Kvalitetsarbetet inom vägledning får gemensamma frågor, en enkät och uppföljningsdata.
Quality work in guidance gets shared questions, a survey and follow-up data.
guidance_quality / guidance_quality

Uraohjausta henkilöstölle: {g} työuran käänteet
Karriärvägledning för personal: {g} i vändpunkter
Career guidance for staff: {g} at turning points
Esihenkilöt ja luottamusmiehet oppivat ottamaan työntekijöiden osaamishaaveet puheeksi.
Chefer och förtroendemän lär sig ta upp arbetstagarnas drömmar om kompetens.
Supervisors and shop stewards learn to raise the learning wishes of employees.
workplace_guidance career_guidance / workplace_guidance

Ohjaus jalkautuu: {g} tavoittaminen
Fältarbete för att nå {g}
Reaching out to {g}
Jalkautuvat ohjaajat kohtaavat {p} siellä, missä nämä liikkuvat.
Vägledare på fältet möter {g} där de rör sig.
Counsellors in the field meet {g} where they are.
outreach / outreach

Kotoutujan opintoväylä {g} rinnalla
Studieväg för den som integreras, vid sidan av {g}
Study path of newcomers beside {g}
Omakielinen ohjaus selvittää maahanmuuttaneille, miten Suomessa opiskellaan ja pätevöidytään.
Vägledning på eget språk visar invandrare hur man studerar och blir behörig i Finland.
Guidance in one's own language shows immigrants how to study and qualify in Finland.
integration_guidance / integration_guidance / immigrants

Mikä ammatiksi? {g} alanvalinta
Vilket yrke? Branschval för {g}
Which occupation? Choice of field for {g}
Ammatteihin tutustutaan kokeillen, ja ammatinvalintapsykologi auttaa {p} päättämään.
Yrken prövas i praktiken, och en yrkesvalspsykolog hjälper {g} att bestämma sig.
Occupations are tried out, and a vocational psychologist helps {g} to decide.
vocational_guidance / vocational_guidance

Takaisin opintoihin ja työhön: {g} kuntouttava uraohjaus
Tillbaka till studier och arbete: rehabiliterande karriärvägledning för {g}
Back to study and work: rehabilitative career guidance for {g}
Työkykykoordinaattori ja ohjaaja suunnittelevat jatkon yhdessä, kun terveys rajoittaa.
En arbetsförmågekoordinator och en vägledare planerar fortsättningen när hälsan begränsar.
A work ability coordinator and a counsellor plan the next steps when health sets limits.
rehabilitation_guidance career_guidance / rehabilitation_guidance

Tutkijat ohjaajien kumppaneina: {g} ohjauksen vaikutukset
Forskare som vägledarnas kompanjoner: vägledningens effekter för {g}
Researchers as partners of counsellors: effects of guidance for {g}
Ohjauksen vaikuttavuutta tutkitaan, ja tulokset viedään {g} ohjauskäytäntöihin.
Vägledningens effekter undersöks och resultaten förs in i handledningen av {g}.
The impact of guidance is studied and the results are brought into the guidance of {g}.
guidance_quality / guidance_quality
"""
