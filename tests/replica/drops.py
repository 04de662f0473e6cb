"""The files that a person drops: EURA 2021 register, state grant decisions, RRF list.

What does not belong here: sources that are fetched.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import xlsxwriter

from tests.replica.forms import NBSP, day, group
from tests.replica.source import Source, dirty_name, in_register
from tests.replica.truth import amount, code
from tests.replica.world import Project

_EPOCH = date(1899, 12, 30)
_OLD_NUTS = {"13": "FI193", "06": "FI197", "14": "FI194"}


def write_xlsx(rows: list[list[Any]], sheet: str = "Export") -> bytes:
    """A workbook of one sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet(sheet)
    style = book.add_format({"num_format": "d.m.yyyy"})
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, datetime):
                page.write_datetime(y, x, value, style)
            elif isinstance(value, (int, float, Decimal)):
                page.write_number(y, x, float(value))
            elif value is not None:
                page.write_string(y, x, str(value))
    book.close()
    return out.getvalue()


class Eura2021Register(Source):
    """The export of the 2021-2027 register with a title row, aliases and a footer."""

    source_id = "eura2021_register"
    _HEADERS = (
        ("Hankekoodi", "Koodi", "Projektikoodi"), ("Ohjelmakausi",), ("Rahasto",),
        ("Hankkeen nimi", "Projektin nimi", "Nimi"), ("Toteuttaja", "Toteuttajan nimi", "Tuensaaja"),
        ("Y-tunnus",), ("Viranomainen", "Vastuuviranomainen", "Rahoittaja"), ("Tila", "Hankkeen tila"),
        ("Aloituspvm", "Aloituspäivä"), ("Päättymispvm", "Päättymispäivä"),
        ("Myönnetty EU- ja valtion rahoitus", "Myönnetty"),
        ("Toteutunut EU- ja valtion rahoitus", "Toteutunut"), ("Tiivistelmä",), ("Sijainti",),
        ("Yhteyshenkilö",),
    )  # fmt: skip

    def build(self) -> None:
        """One row a project of the period, most of them."""
        self._rows: list[list[Any]] = [["Hankkeet 2021-2027"], []]
        self._rows.append([self.rng.choice(names) for names in self._HEADERS])
        for project in self.world.projects:
            if project.register == "eura2021" and in_register(self.world, project):
                self._rows.append(self._row(project))
        self._rows += [[], ["Applied filters:\nOhjelmakausi is 2021-2027"]]

    def _row(self, one: Project) -> list[Any]:
        rng = self.rng
        realised = round(one.granted * rng.choice((0, 0.3, 0.82, 1)) - rng.choice((0, 0, 744)))
        place, shown = None, []
        if one.regions and rng.random() < 0.5:
            first = one.regions[0]
            place, shown = f"{_OLD_NUTS.get(first.code, first.nuts)} {first.fi}", [first.code]
        status = one.status(self.world.as_of)
        word = {
            "cancelled": "Keskeytynyt",
            "ended": rng.choice(("Toiminta päättynyt", "Toiminnassa")),
        }
        lead = dirty_name(rng, one.lead.name)
        summary = one.aim[0] if rng.random() < 0.7 else None
        self.book.record(self.source_id, str(one.code), one.truth_id, {
            **one.about(one.title(), aim=bool(summary)), "name": one.title(), "start_date": one.start, "end_date": one.end, "status": status,
            "lead": one.lead.key, "lead_name": one.lead.name, "business_id": one.lead.business_id,
            "funder": one.funder.key, "instrument": one.instrument, "maakunta": shown,
            "codes": [code("eura", str(one.code))],
            "amounts": [amount("granted", one.granted), amount("realised", realised)],
        })  # fmt: skip
        return [
            one.code, "2021-2027", one.instrument, _title_noise(rng, one.title()), lead,
            one.lead.business_id, one.funder.name, word.get(status, "Toiminnassa"),
            self._day(one.start), self._day(one.end), self._money(one.granted),
            self._money(realised), summary, place,
            "Esimerkki Henkilö",
        ]  # fmt: skip

    def _day(self, value: date) -> Any:
        draw = self.rng.random()
        if draw < 0.3:
            return (value - _EPOCH).days
        return day(value) if draw < 0.6 else datetime(value.year, value.month, value.day)

    def _money(self, value: int) -> Any:
        draw = self.rng.random()
        if draw < 0.6:
            return value
        return f"{group(value, NBSP)},00" if draw < 0.8 else group(value)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """One file with its export date."""
        yield "hankkeet_2026-11-20.xlsx", write_xlsx(self._rows, "Hankkeet")


def _title_noise(rng: Any, title: str) -> str:
    """Blanks and dashes that change nothing."""
    draw = rng.random()
    if draw < 0.1:
        return f" {title} "
    return title.replace(" ", NBSP, 1) if draw < 0.15 else title


HEADER = (
    "Päätös pvm", "Saajan nimi", "Myöntäjä", "Asianumero", "Haettu", "Myönnetty", "EU-varat",
    "Hyväksytty käyttötarkoitus", "Haun nimi (asianumero)", "Alueet",
)  # fmt: skip


class Tutkiavustuksia(Source):
    """Positive decisions, and a file of refused ones that must give nothing."""

    source_id = "tutkiavustuksia"

    def build(self) -> None:
        """Decisions of the state-granted projects, some amended, and grants to persons."""
        self._rows: list[list[Any]] = [list(HEADER)]
        self._refused: list[list[Any]] = [list(HEADER)]
        for one in self.world.projects:
            if one.register == "state" and one.instrument == "STATE" and self.chance(one, 0.9):
                self._decide(one)
        for number in range(4):
            self._person(number)
        body = self.world.projects[0].lead
        self._rows.append([
            "pvm puuttuu", f"{body.name} ({body.business_id})", "Opetushallitus", "VN/99999/2024",
            9000, 8000, None, "Ohjauksen kokeilu", "Haku (va-oph-2024-7)", "Lappi",
        ])  # fmt: skip
        self.book.record(self.source_id, "damaged", None, {}, kind="funding", makes=False,
                         damaged="date")  # fmt: skip
        for number in range(5):
            case = f"VN/{90_100 + number}/2024"
            self._refused.append([
                46_000 - number, f"{body.name} ({body.business_id})", "Opetushallitus", case,
                250_000 + number, None, None, "Ohjauksen kokeilu", "Haku (va-oph-2024-7)", "Lappi",
            ])  # fmt: skip
            self.book.trap(self.source_id, f"{case}|{body.business_id}", "", 250_000 + number,
                           "a refused application")  # fmt: skip

    def _decide(self, one: Project) -> None:
        key = f"{one.cases[0]}|{one.lead.business_id}"
        if self.chance(one, 0.06, "amended"):
            early = one.decided_on - timedelta(days=60)
            self._row(one, key, one.granted - 5000, early, part="first")
            key = f"{key}#2"
        self._row(one, key, one.granted, one.decided_on)

    def _row(self, one: Project, key: str, granted: int, decided: date, part: str = "main") -> None:
        rng = self.rng
        applied = granted + rng.randint(5, 90) * 1000
        use = one.title()
        if one.names.style < 4 and self.chance(one, 0.3, "use"):
            use = one.names.topic[0][0].upper() + one.names.topic[0][1:]
        abbreviation = {"agency:OPH": "oph", "min:OKM": "okm", "min:TEM": "tem"}[one.funder.key]
        call = f"va-{abbreviation}-{one.decided_on.year}-{1 + one.granted % 9}"
        regions = [r.fi for r in one.regions] or [rng.choice(("Koko maa", "Valtakunnallinen"))]
        codes = [code("grant_call", call, "shared")]
        if one.cases[0].startswith("VN/"):
            codes.append(code("vn_case", one.cases[0]))
        self.book.record(self.source_id, key, one.truth_id, {
            **one.about(use), "name": use, "lead": one.lead.key, "lead_name": one.lead.name,
            "business_id": one.lead.business_id, "funder": one.funder.key, "instrument": "STATE",
            "decision_date": decided, "codes": codes, "maakunta": one.regions_codes,
            "amounts": [amount("granted", granted), amount("applied", applied)],
        }, kind="funding", part=part)  # fmt: skip
        self.book.trap(self.source_id, key, "", applied, "applied for")
        blank = "  " if rng.random() < 0.1 else " "
        self._rows.append([
            self._day(decided), f"{dirty_name(rng, one.lead.name).strip()}{blank}({one.lead.business_id})",
            one.funder.name, one.cases[0], applied, granted if rng.random() < 0.8 else f"{group(granted)},00",
            rng.choice((None, None, "https://example.org/lippu.svg")), use,
            f"Avustus {one.decided_on.year} ({call})", ", ".join(regions),
        ])  # fmt: skip

    def _person(self, number: int) -> None:
        case = f"{number + 1}/777/2025"
        self._rows.append([
            45_900 + number, "Esimerkki Henkilö", "Opetus- ja kulttuuriministeriö", case, 4000, 3000,
            None, "Taiteellinen työskentely", "Apuraha (va-okm-2025-88)", "Uusimaa",
        ])  # fmt: skip
        self.book.record(self.source_id, f"{case}|natural person", None, {
            "recipient_is_person": True,
            "amounts": [amount("granted", 3000), amount("applied", 4000)],
        }, kind="funding", makes=False)  # fmt: skip

    def _day(self, value: date) -> Any:
        draw = self.rng.random()
        if draw < 0.5:
            return (value - _EPOCH).days
        return day(value) if draw < 0.7 else datetime(value.year, value.month, value.day)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """One file a table."""
        yield "Myönteiset päätökset S13 2026-11-20.xlsx", write_xlsx(self._rows)
        yield "Kielteiset päätökset S13 2026-11-20.xlsx", write_xlsx(self._refused)


class Rrf(Source):
    """The list of supported objects with one row a payment."""

    source_id = "rrf"
    _HEADER = (
        "Toimenpiteen toteuttaja;Tukikohteen yksilöllinen tunniste;Tuen tyyppi;Tukikohteen nimi;"
        "Tukikohteen kuvaus (suomi);Tukikohteen kuvaus (englanti);Hakijan tai tuensaajan tyyppi;"
        "Tuensaajan yksilöllinen tunnus;Tuensaajan nimi;Tuensaajan tunnus, kuten y-tunnus;"
        "Muun rahoituksen määrä, EU-rahoitus;Muun rahoituksen määrä, kansallinen rahoitus;"
        "Maksutapahtuman tyyppi;Maksutapahtuman päivämäärä;Maksutapahtuma, euroa"
    )

    def build(self) -> None:
        """Objects of the projects paid from the RRF."""
        self._lines = [self._HEADER.split(";")]
        for one in self.world.projects:
            if one.instrument == "RRF":
                self._object(one)

    def _object(self, one: Project) -> None:
        identifier = f"OB-{one.granted}-{one.truth_id[1:]}"
        paid = [round(one.granted * share) for share in (0.3, 0.45)]
        days = [one.start + timedelta(days=n) for n in (40, 200)]
        self.book.record(self.source_id, f"{one.funder.name}|{identifier}", one.truth_id, {
            **one.about(one.title(), aim=True), "name": one.title(), "lead": one.lead.key,
            "lead_name": one.lead.name, "business_id": one.lead.business_id, "funder_name": one.funder.name,
            "instrument": "RRF",
            "amounts": [amount("granted", None), *(amount("paid", p) for p in paid)],
        }, kind="funding")  # fmt: skip
        for value, on in zip(paid, days, strict=True):
            self._lines.append([
                one.funder.name, identifier, "Avustus", one.title(), one.aim[0], one.aim[2],
                "Koulutuksen järjestäjä", "TS-5", one.lead.name, str(one.lead.business_id), "0",
                "0", "Maksatus", day(on), f"{group(value)},00",
            ])  # fmt: skip

    def files(self) -> Iterator[tuple[str, bytes]]:
        """One CSV, where anything was paid."""
        if len(self._lines) == 1:
            return
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(self._lines)
        yield "tukikohteet_2026-11-01.csv", out.getvalue().encode("utf-8-sig")
