"""The columns of the file: which are read, which are known and left out, and why.

What does not belong here: the values (`values.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingestion.scraper import Drift, PageError

#: Columns without which a row cannot be trusted: they are in every known file of either period.
REQUIRED = (
    "Operation_Unique_Identifier", "Operation_Local_Identifier",
    "Operation_Name_Programme_Language", "Operation_Start_Date", "Operation_End_Date",
    "Total_Eligible_Expenditure_amount", "Total_Eligible_Expenditure_Currency",
    "Project_EU_Budget", "Beneficiary_Name", "Fund_Code",
)  # fmt: skip
OPTIONAL = (
    "Operation_Summary_Programme_Language", "Cofinancing_Rate", "Beneficiary_Unique_Identifier",
    "Beneficiary_Local_Identifier", "Location_Indicator_latitude_longitude", "Coordinates",
    "NUTS3_Code", "NUTS3_Label", "LAU_Labels", "Category_Of_Intervention", "Programme_Code",
    "Programme_Name", "Programming_Period", "Country", "Country_Code", "CountryID",
    "Total_Eligible_Expenditure_Exchange_Rate",
)  # fmt: skip
_IGNORED: dict[str, tuple[str, ...]] = {
    "machine-made English, never a name or a reason to match": (
        "Operation_Name_English", "Operation_Summary_English",
    ),
    "coarser than a maakunta, or the same area again": (
        "Postal_Code", "Location_Indicator_Postcode", "Region", "NUTS1_Code", "NUTS1_Label",
        "NUTS2_Code", "NUTS2_Label", "Location_Indicator_NUTS_code",
    ),
    "classification of the EU that no published table holds": (
        "Category_Label", "Thematic_Objective_ID", "Thematic_Objective_Label",
        "Policy_Objective_ID", "Policy_Objective_Label", "Specific_Objective_ID",
        "Specific_Objective_Label", "Program_Priority_Axis_Code", "Program_Priority_Axis_Name",
        "Program_Specific_Objective_Code", "Program_Specific_Objective_Name",
        "Program_Thematic_Objective_Code", "Program_Thematic_Objective_Name",
    ),
    "the fund is read from its code": ("Fund_Name",),
    "authority of the whole programme, not who granted this": ("ManagingAuthority",),
    "a plan that the end date replaces": ("Operation_Expected_End_Date",),
    "about the row or its illustration": (
        "Date_Of_Last_Update", "Social_Media_Links", "Image_URL", "InfoRegio_ID", "InfoRegio_URL",
    ),
}  # fmt: skip


def normal(name: str) -> str:
    """A column name for comparison: the files and the schema differ in case and in `_`."""
    return re.sub(r"[^0-9a-z]+", "", name.casefold())


_REQUIRED = {normal(name): name for name in REQUIRED}
_READ = {**_REQUIRED, **{normal(name): name for name in OPTIONAL}}
_LEFT_OUT = {normal(name) for names in _IGNORED.values() for name in names}


@dataclass(frozen=True)
class Header:
    """The header row.

    Attributes:
        width: number of columns of every row.
        unknown: names that the description of the source does not have.
    """

    places: Mapping[str, int]
    width: int
    unknown: tuple[str, ...]

    @classmethod
    def read(cls, names: Sequence[str]) -> Header:
        """Read the names.

        Raises:
            PageError: a column is missing, or one stands twice.
        """
        keys = [normal(name) for name in names]
        repeated = sorted({key for key in keys if key and keys.count(key) > 1})
        if repeated:
            raise PageError("header", f"columns stand twice: {', '.join(repeated)[:200]}")
        missing = [name for key, name in _REQUIRED.items() if key not in keys]
        if missing:
            raise PageError("header", f"columns are missing: {', '.join(missing)}")
        unknown = tuple(
            name.strip()[:80]
            for name, key in zip(names, keys, strict=True)
            if key not in _READ and key not in _LEFT_OUT
        )
        places = {_READ[key]: place for place, key in enumerate(keys) if key in _READ}
        return cls(places, len(names), unknown)

    def drift(self) -> Iterator[Drift]:
        """One drift for each unknown column."""
        for name in self.unknown:
            yield Drift("header", "file", name)

    def cells(self, row: Sequence[str]) -> dict[str, str] | None:
        """Cells of the columns that are read, or None where the row has another width.

        Empty cells behind the last column are an artefact of exports and are no column.
        """
        if len(row) < self.width or any(cell.strip() for cell in row[self.width :]):
            return None
        return {name: row[place] for name, place in self.places.items()}
