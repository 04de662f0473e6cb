"""The metadata of a publication as the replica's archive keeps it: paths, languages, values.

Both doors show the same. What does not belong here: XML (`replica_kk.py`) and JSON
(`replica_rest.py`).
"""

from __future__ import annotations

from urllib.parse import quote

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.people import invent_contact
from ingestion.sources.valto.replica_items import PUBLISHERS, Publication, code_of

HOST = "https://julkaisut.valtioneuvosto.fi"
_ACCESS = ("openAccess", "OpenAccess", "openaccess", "avoin", "Avoin", "Kaikille avoin", None)
_RIGHTS = (
    ("dc.rights", "CC BY 4.0", "CC BY 4.0"),
    ("dc.rights.uri", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
    ("dc.rights", "fi=CC BY-NC-ND 4.0|sv=CC BY-NC-ND 4.0|en=|", "CC BY-NC-ND 4.0"),
    None,
)  # fmt: skip
_SERIES = (("{name} {year}:{n}", "{year}:{n}"), ("{name} {n}/{year}", "{n}/{year}"),
           ("{name} {year}-{n}", "{year}-{n}"))  # fmt: skip


class Written:
    """One publication written down.

    Attributes:
        fields: path, language or None, value.
        shown: what they say, as truth.
    """

    def __init__(self, pen: Pen, item: Publication) -> None:
        self._pen = pen
        self._item = item
        self.fields: list[tuple[str, str | None, str]] = []
        self.shown: dict[str, object] = {
            "title": item.title,
            "output_type": "evaluation" if item.is_evaluation else "publication",
            "handle": item.handle,
        }
        self._title()
        self._people()
        self._published()
        self._identifiers()
        self._text()
        self._rights()

    @property
    def file_name(self) -> str:
        """Name of its file, now and then with letters that are no ASCII."""
        return "selvitys_ääni.pdf" if self._item.ordinal % 9 == 4 else "julkaisu.pdf"

    def _put(self, path: str, value: str, language: str | None = "none") -> None:
        self.fields.append((path, language, value))

    def _title(self) -> None:
        item, title = self._item, self._item.title
        if item.damage == "title":
            return
        if item.ordinal % 6 == 2 and " " in title:
            end = "\\n" if item.ordinal % 12 == 2 else "\\r\\n"
            place = title.rfind(" ")
            title = title[:place] + end + title[place + 1 :]
        self._put("dc.title", title, self._pen.turn((item.language, "none", "e", None)))

    def _people(self) -> None:
        if self._item.ordinal % 3 == 0:
            name = invent_contact(self._pen).name
            first, _, last = name.partition(" ")
            self._put("dc.contributor.author", f"{last}, {first}")
        self._put("dc.contributor.groupauthor", "Testityöryhmä")

    def _published(self) -> None:
        item = self._item
        _, short, fi, sv, en = PUBLISHERS[item.publisher]
        self._put("dc.publisher", f"fi={fi}|sv={sv}|en={en}|")
        length = {"day": 10, "month": 7, "year": 4}[item.precision]
        if item.damage == "date":
            self._put("dc.date.issued", f"kevät {item.issued.year}")
        else:
            self._put("dc.date.issued", item.issued.isoformat()[:length])
            first = (
                item.issued.isoformat()[:length] + "-01-01"[: 0 if length == 10 else 10 - length]
            )
            if length == 7:
                first = item.issued.isoformat()[:7] + "-01"
            self.shown["published_on"] = first
            self.shown["published_precision"] = item.precision
        self._put("dc.language.iso", item.language, item.language)
        form, number = self._pen.turn(_SERIES)
        values = {"name": f"Testisarja {short}", "year": item.issued.year, "n": item.ordinal + 1}
        name = form.format(**values)
        if item.ordinal % 4 == 1:
            self._put("dc.relation.ispartofseries", name)
        else:
            swedish = form.format(**{**values, "name": f"Testserie {short}"})
            self._put("dc.relation.ispartofseries", f"fi={name}|sv={swedish}|en=|")
        self.shown |= {"series": values["name"], "series_number": number.format(**values),
                       "publisher": fi}  # fmt: skip

    def _identifiers(self) -> None:
        item = self._item
        urn = f"URN:ISBN:978-000-00-{item.ordinal // 10:05d}-{item.ordinal % 10}"
        if item.ordinal % 2:
            self._put("dc.identifier.uri", f"http://urn.fi/{urn}")
        else:
            self._put("dc.identifier.uri", f"{HOST}/handle/{item.handle}")
            self._put("dc.identifier.urn", urn.lower() if item.ordinal % 8 == 0 else urn)
        codes = [("handle", item.handle, "own"), ("urn", urn, "own")]
        codes += [(*code_of(p, self._naming(n)), "related") for n, p in enumerate(item.projects)]
        self.shown["codes"] = [
            {"scheme": scheme, "value": value, "role": role} for scheme, value, role in codes
        ]

    def _naming(self, number: int) -> str:
        if self._item.naming:
            return self._item.naming
        project = self._item.projects[number]
        return "eura" if project.eura_code else "tunnus" if project.tunnus else "case"

    def _text(self) -> None:
        said = [self._mention(n) for n in range(len(self._item.projects))]
        text = f"<p>Tiivistelmä &amp; taustaa. {' '.join(said)}</p>"
        self._pen.use("amount.law_number")
        text += f"<p>Julkaisu liittyy lakiin {self._pen.rng.randrange(100, 1600)}/2014.</p>"
        self._put("dc.description.abstract", text, self._item.language)
        self._put("dc.subject.yso", "ohjaus" if self._item.ordinal % 2 else "hallinto", "fi")

    def _mention(self, number: int) -> str:
        naming = self._naming(number)
        _, value = code_of(self._item.projects[number], naming)
        if naming == "link":
            link = f"https://valtioneuvosto.fi/hanke?tunnus={quote(value, safe='')}"
            return f'Hankkeen <a href="{link}">sivut</a>.'
        if naming == "case":
            self._pen.use("amount.case_number")
            return f"Asianumero {value}."
        if naming == "eura":
            return f"Hankekoodi: {value}."
        return f"Hanke {value}."

    def _rights(self) -> None:
        access = self._pen.turn(_ACCESS)
        if access is not None:
            self._put("dc.rights.accesslevel", access)
        rights = self._pen.turn(_RIGHTS, salt=1)
        if rights is not None:
            path, value, licence = rights
            self._put(path, value)
            self.shown["licence"] = licence
        self._put("dc.type", "fi=Arviointi|sv=Utvärdering|en=Evaluation|"
                  if self._item.is_evaluation else "fi=Raportti|sv=Rapport|en=Report|")  # fmt: skip
