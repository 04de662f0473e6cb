"""The fetched registers of the structural funds: Kohesio and EURA 2014.

What does not belong here: dropped files (`drops.py`).
"""

from __future__ import annotations

import csv
import html
import io
from datetime import timedelta
from random import Random
from typing import Any

from tests.replica.forms import day
from tests.replica.source import NOT_FOUND, Answer, Asked, Source, dirty_name, in_register
from tests.replica.truth import amount, code
from tests.replica.world import Project

_FUNDS = {"ESR": ("ESF", "European Social Fund"), "ESR+": ("ESF+", "European Social Fund Plus"),
          "EAKR": ("ERDF", "European Regional Development Fund"), "JTF": ("JTF", "Just Transition Fund")}  # fmt: skip


class Kohesio(Source):
    """Two CSV files, one a period, with machine-made English titles."""

    source_id = "kohesio"
    _COLUMNS = [
        "Operation_Unique_Identifier",
        "Operation_Local_Identifier",
        "Operation_Name_English",
        "Operation_Name_Programme_Language",
        "Country",
        "Operation_Start_Date",
        "Operation_End_Date",
        "Cofinancing_Rate",
        "Total_Eligible_Expenditure_amount",
        "Total_Eligible_Expenditure_Currency",
        "Project_EU_Budget",
        "Beneficiary_Unique_Identifier",
        "Beneficiary_Name",
        "Beneficiary_Local_Identifier",
        "Location_Indicator_latitude_longitude",
        "Category_Label",
        "Fund_Code",
        "Fund_Name",
        "Programme_Name",
        "NUTS3_Code",
        "NUTS3_Label",
        "LAU_Labels",
        "Programming_Period",
        "Operation_Summary_English",
        "Operation_Summary_Programme_Language",
        "InfoRegio_URL",
    ]

    def build(self) -> None:
        """Most projects of both periods; whoever the register lacks is always here."""
        self._files: dict[str, list[list[str]]] = {"eura2014": [], "eura2021": []}
        for number, one in enumerate(self.world.projects):
            if one.register in self._files and (
                not in_register(self.world, one) or self.chance(one, 0.75)
            ):
                self._files[one.register].append(self._row(one, f"Q{7_200_000 + number * 3}"))
        for number in range(len(self.world.projects) // 150):
            self._damaged(f"Q{7_900_000 + number}")

    def _damaged(self, native_id: str) -> None:
        """A row that was cut off."""
        entity = f"https://linkedopendata.eu/entity/{native_id}"
        self._files["eura2014"].append([entity, "2014FI16M2OP001_S29990", "Cut", "Katkennut rivi"])
        self.book.record(self.source_id, native_id, None, {}, makes=False, damaged="columns")

    def _row(self, one: Project, native_id: str) -> list[str]:
        rng = self.rng
        share = round(one.granted * 0.7)
        late = timedelta(days=rng.choice((0, 0, 0, 0, 0, 0, 0, 14, 31)))
        start = one.start + late
        cci = "2014FI16M2OP001" if one.register == "eura2014" else "2021FI16FFPR001"
        has_end = rng.random() < 0.9
        has_id = rng.random() < 0.8
        fund = _FUNDS[one.instrument]
        summary = f"<p>{html.escape(one.aim[0])}</p>\n" if rng.random() < 0.5 else ""
        self.book.record(self.source_id, native_id, one.truth_id, {
            **one.about(one.title(), aim=bool(summary)), "name": one.title(), "instrument": one.instrument, "start_date": start,
            "end_date": one.end if has_end else None, "codes": [code("eura", str(one.code))],
            "amounts": [amount("granted_eu_share", share), amount("total_cost", one.total)],
            "lead": one.lead.key, "lead_name": one.lead.name,
            "business_id": one.lead.business_id if has_id else None,
            "maakunta": [r.code for r in one.regions],
        })  # fmt: skip
        self.book.trap(self.source_id, native_id, "", one.total, "total cost")
        return [
            f"https://linkedopendata.eu/entity/{native_id}", f"{cci}_{one.code}",
            "Bright direction plant of the measure", one.title(), "Finland",
            f"{start:%d/%m/%Y}", f"{one.end:%d/%m/%Y}" if has_end else "",
            rng.choice(("70.0", "70%", "0.7")), rng.choice((f"{one.total}.0", str(one.total))), "EUR",
            str(share), "https://linkedopendata.eu/entity/Q55", dirty_name(rng, one.lead.name),
            str(one.lead.business_id) if has_id else "", rng.choice(("61.5,25.1", "25.1,61.5", "N.a.")),
            "Other", *fund, "Programme", "|".join(r.nuts for r in one.regions),
            "|".join(r.fi for r in one.regions), "",
            "2014-2020" if one.register == "eura2014" else "2021-2027", "",
            summary, "",
        ]  # fmt: skip

    def respond(self, asked: Asked) -> Answer:
        """The two latest files."""
        if asked.path != "/api/data/object":
            return NOT_FOUND
        names = {
            "data/projects-2021-2027/latest/FI-pp21-27-latest.csv": "eura2021",
            "data/projects-2014-2020/latest/FI-pp14-20-latest.csv": "eura2014",
        }
        name = names.get(asked.query.get("id", ""))
        if name is None:
            return NOT_FOUND
        out = io.StringIO()
        csv.writer(out).writerows([self._COLUMNS, *self._files[name]])
        return Answer(out.getvalue().encode("utf-8-sig"), "text/csv")


class Eura2014(Source):
    """The list with unquoted commas and the detail pages in ISO-8859-1."""

    source_id = "eura2014"
    base_path = "/rrtiepa"
    _HEADER = (
        "Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,"
        "Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,"
        "Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä;"
    )

    def build(self) -> None:
        """All projects of the period that the register knows, and one damaged line."""
        self._lines = [self._HEADER]
        self._pages: dict[str, Project] = {}
        for one in self.world.projects:
            if one.register == "eura2014" and in_register(self.world, one):
                self._lines.append(self._line(one))
                self._pages[str(one.code)] = one
                self._detail_shown(one)
        for number in range(1 + len(self.world.projects) // 250):
            self._damaged(number)

    def _damaged(self, number: int) -> None:
        """A line whose fields moved: a sum among the dates, no status, or a lost sum."""
        code_ = f"A79{900 + number}"
        lines = (
            f"{code_},EAKR,Rivi joka vaurioitui,2,Pirkanmaan liitto,Toiminnassa,{81_500 + number},"
            "31.12.2017,Jokin Oy, ,81500,0,81500, ,;",
            f"{code_},EAKR,Tila katosi,1,Uudenmaan liitto,1.2.2016,31.1.2018,Jokin ry,500,0,600,0;",
            f"{code_},EAKR,Summa katosi,2,Lapin liitto,Toiminnassa,1.2.2016,31.1.2018,Jokin ry,ei,0,600,0;",
        )
        self._lines.append(lines[number % 3])
        self.book.record(self.source_id, code_, None, {}, part="list", makes=False, damaged="line")

    def _line(self, one: Project) -> str:
        rng = Random(f"{self.world.seed}:{one.code}:line")
        realised = round(one.granted * rng.choice((0, 0.4, 0.95, 1)))
        planned = one.granted + one.own
        status = (
            "Keskeytynyt" if one.cancelled else rng.choice(("Toiminnassa", "Toiminta päättynyt"))
        )
        priority = "2" if one.instrument == "EAKR" else rng.choice("345")
        title = one.title().replace("–", "?") if rng.random() < 0.2 else one.title()
        if rng.random() < 0.1:
            title = f'"{title}"'
        self.book.record(self.source_id, str(one.code), one.truth_id, {
            "name": title, "start_date": one.start, "end_date": one.end,
            "status": one.status(self.world.as_of), "codes": [code("eura", str(one.code))],
            "lead": one.lead.key, "lead_name": one.lead.name, "funder": one.funder.key,
            "instrument": one.instrument, "priority": priority,
            "amounts": [amount("granted", one.granted), amount("realised", realised),
                        amount("planned_public", planned), amount("realised_public", realised)],
        }, part="list")  # fmt: skip
        self.book.trap(self.source_id, str(one.code), "", planned, "planned public funding")
        authority = one.funder.name
        if rng.random() < 0.5:
            authority = " " + authority.replace("-, ", "-  ")
        end = rng.choice((";", "", ",,;"))
        return (
            f"{one.code},{one.instrument},{title},{priority},{authority},{status},{day(one.start)},"
            f"{day(one.end)},{dirty_name(rng, one.lead.name).strip()},{one.granted},{realised},"
            f"{planned},{realised}{end}"
        )

    def _detail_shown(self, one: Project) -> None:
        has_region = one.regions and self.chance(one, 0.6, "region")
        shown: dict[str, Any] = {
            **one.about(one.title(), aim=True), "name": one.title(), "start_date": one.start, "end_date": one.end,
            "status": one.status(self.world.as_of), "codes": [code("eura", str(one.code))],
            "lead": one.lead.key, "business_id": one.lead.business_id, "funder": one.funder.key,
            "instrument": one.instrument, "maakunta": [r.code for r in one.regions] if has_region else [],
        }  # fmt: skip
        if one.partners and self.chance(one, 0.5, "partners"):
            shown["partners"] = [b.key for b in one.partners]
        self.book.record(self.source_id, str(one.code), one.truth_id, shown, part="detail")

    def respond(self, asked: Asked) -> Answer:
        """List and detail."""
        if asked.path == "/rrtiepa/projektilista.php":
            return Answer("\r\n".join(self._lines).encode() + b"\r\n", "text/csv; charset=utf-8")
        one = self._pages.get(asked.query.get("projektikoodi", ""))
        if asked.path == "/rrtiepa/projekti.php" and one is not None:
            return Answer(self._page(one).encode("latin-1", "xmlcharrefreplace"),
                          "text/html; charset=ISO-8859-1")  # fmt: skip
        return NOT_FOUND

    def _page(self, one: Project) -> str:
        fund = "sosiaalirahaston (ESR)" if one.instrument == "ESR" else "aluekehitysrahaston (EAKR)"
        status = "Keskeytynyt" if one.cancelled else "Toiminta päättynyt"
        blocks = [
            ("1 Hanke", [
                f"Hankekoodi: {one.code}", f"Hankkeen nimi: {one.title()}",
                "Toimintalinja: 4. Koulutus, ammattitaito ja elinikäinen oppiminen",
                f"Suunnitelman mukainen toteutusaika: Alkaa {day(one.start)} ja päättyy {day(one.end)}",
                f"Toiminnan tila: {status}", f"Vastuuviranomainen: {one.funder.name}",
            ]),
            ("2 Hakijan perustiedot", [
                f"Hakijan virallinen nimi: {one.lead.name}", f"Y-tunnus: {one.lead.business_id}",
                "Puhelinnumero: 0295 000 000", "Hankkeen yhteyshenkilön nimi: Esimerkki Henkilö",
                "Yhteyshenkilön sähköpostiosoite: esimerkki(at)example.org",
                "Hakijoiden lukumäärä tai tuen siirto -menettely: Vain yksi hakija",
            ]),
            ("3 Suunnitelman mukainen tiivistelmä toteutuksesta", [one.aim[0], "Mukaan tulee 1 210 henkeä."]),
        ]  # fmt: skip
        text = "".join(f"<div><h2>{h}</h2>{_paragraphs(lines)}</div>" for h, lines in blocks)
        if one.regions and self.chance(one, 0.6, "region"):
            names = ", ".join(r.fi for r in one.regions)
            text += f"<div><h2>4 Maantieteellinen kohdealue</h2><p>Maakunnat: {names}</p></div>"
        if one.partners and self.chance(one, 0.5, "partners"):
            rows = _paragraphs([f"{b.name}, Kaskilampi" for b in one.partners])
            text += f"<div><h2>Osatoteuttajat</h2>{rows}</div>"
        return (
            f'<html><head><meta charset="iso-8859-1"></head><body><div class="description">'
            f"<h1>Euroopan {fund} rahoittaman hankkeen kuvaus</h1>{text}</div></body></html>"
        )


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines)


__all__ = ["Eura2014", "Kohesio"]
