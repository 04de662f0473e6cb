"""Turns one notice of the list into a call record.

The source's word for the state and the dates are two facts; both are kept. What does not belong
here: the payload (`payload.py`) and the notice's own page (`detail.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from ingestion.platforms.json_pages import json_type
from ingestion.platforms.letters import has_broken_letters
from ingestion.records import CallRecord, CallStatus, Code, Instrument, RegionMention
from ingestion.scraper import Drift, Parsed, Rejected
from ingestion.sources.eura2021_calls.payload import Payload
from ingestion.spec import SourceSpec
from ingestion.text.lookups import maakunnat
from ingestion.text.money import labelled_amounts
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CALL_CODE = re.compile(r"[A-ZÅÄÖ]+-\d+")
WHOLE_COUNTRY = "00"


class NoticeReader:
    """Reads one notice; what cannot be read is collected instead of lost."""

    def __init__(
        self, notice: Mapping[str, Any], row: str, payload: Payload, spec: SourceSpec
    ) -> None:
        self._notice = notice
        self._row = row
        self._payload = payload
        self._spec = spec
        self._id = str(notice["id"]).strip()
        self._found: list[Parsed] = []

    def read(self) -> Iterator[Parsed]:
        """The call, then everything that was not as known."""
        title = self._word("otsikko")
        if title is not None and not has_broken_letters(title):
            yield self._call(redact(title))
        elif title is not None:
            self._reject("charset", "otsikko", "letters of the title are broken")
        elif not self._found:  # else its form is rejected already
            self._reject("title", "otsikko", "a notice without a title")
        yield from self._found

    def _call(self, title: str) -> CallRecord:
        status_raw = self._word("tila")
        self._check_word("eakrTyyppi", self._spec.options["erdf_types"])
        return CallRecord(
            native_id=self._id,
            source_url=call_url(self._spec, self._id),
            locator=self._row,
            title=title,
            funder=self._funder(),
            instrument=self._instrument(),
            opens_on=self._day("alku"),
            closes_on=self._day("loppu"),
            is_continuous=self._is_continuous(),
            stated_status=self._status(status_raw),
            status_raw=status_raw,
            regions=tuple(self._regions()),
            budget_eur=self._budget(),
            codes=tuple(self._codes()),
        )

    # ---- words and codes ---------------------------------------------------------------

    def _word(self, field: str) -> str | None:
        value = self._notice.get(field)
        if value is None or isinstance(value, str):
            return collapse(value or "") or None
        self._reject("field", field, f"expected a text, found {json_type(value)}")
        return None

    def _check_word(self, field: str, known: list[str]) -> str | None:
        word = self._word(field)
        if word is not None and word not in known:
            self._found.append(Drift("enum", field, redact(word)[:60]))
        return word

    def _check_code(self, name: str, code: str) -> None:
        """Every code stands in the page's own list."""
        if code not in self._payload.codes[name]:
            self._found.append(Drift("code", f"koodisto.{name}", redact(code)[:60]))

    def _status(self, word: str | None) -> CallStatus | None:
        if word is None:
            return None
        lookup = self._spec.lookups["call.stated_status"]
        if word not in lookup:
            self._found.append(Drift("enum", "tila", redact(word)[:60]))
        return cast(CallStatus, lookup.get(word, "unknown"))

    def _instrument(self) -> Instrument | None:
        lookup = self._spec.lookups["call.instrument"]
        fund = self._check_word("rahasto", list(lookup))
        if fund is None:
            return None
        self._check_code("rahasto", fund)
        return cast("Instrument | None", lookup.get(fund))

    def _funder(self) -> str | None:
        code = self._word("viranomainen")
        if code is None:
            return None
        names = self._payload.codes["viranomainen"].get(code, {})
        self._check_code("viranomainen", code)
        stated = next((collapse(names[lang]) for lang in ("fi", "sv") if names.get(lang)), None)
        return stated or self._spec.lookups["call.funder"].get(code)

    def _codes(self) -> Iterator[Code]:
        code = self._word("hakutunnus")
        if code is None:
            return
        if not _CALL_CODE.fullmatch(code):
            self._found.append(Drift("form", "hakutunnus", redact(code)[:40]))
        yield Code(scheme="eura_call", value=code, role="own")

    # ---- days, places, money -----------------------------------------------------------

    def _day(self, field: str) -> date | None:
        window = self._notice.get("hakuaika")
        if window is None:
            return None
        if not isinstance(window, dict):
            if field == "alku":
                self._reject("field", "hakuaika", "expected an object")
            return None
        value = window.get(field)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, str) and _DAY.fullmatch(value.strip()):
                return date.fromisoformat(value.strip())
        except ValueError:
            pass  # no calendar has it
        self._reject("date", f"hakuaika.{field}", "expected a date YYYY-MM-DD")
        return None

    def _is_continuous(self) -> bool:
        value = self._notice.get("jatkuvaHaku")
        if value is not None and not isinstance(value, bool):
            self._reject(
                "field", "jatkuvaHaku", f"expected true or false, found {json_type(value)}"
            )
        return value is True

    def _regions(self) -> Iterator[RegionMention]:
        """Maakunnat; a funding area is no region, except where it is the whole country."""
        area = self._check_word("alue", self._spec.options["areas"])
        if area is not None:
            self._check_code("alue", area)
        value = self._notice.get("maakunnat") or []
        if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            self._reject("field", "maakunnat", "expected a list of codes as text")
            return
        official = {region.code for region in maakunnat()}
        for code in dict.fromkeys(code.strip() for code in value):
            self._check_code("maakunta", code)
            if code in official:
                yield RegionMention(maakunta_code=code, basis="target_area")
            else:
                self._reject("region", "maakunnat", "no code of a maakunta")
        if not value and area == self._spec.options["national"]:
            yield RegionMention(maakunta_code=WHOLE_COUNTRY, basis="target_area")

    def _budget(self) -> Decimal | None:
        text = self._word("kokonaistuki")
        budget = read_budget(text) if text else None
        if text and budget is None:
            self._reject("amount", "kokonaistuki", "expected one sum in euros")
        return budget

    def _reject(self, step: str, field: str, reason: str) -> None:
        self._found.append(Rejected(step, reason, self._row, field, self._id))


def disagrees(call: CallRecord, today: date) -> bool:
    """Whether the source's word for the state contradicts the days of the same notice."""
    if call.stated_status in (None, "unknown") or call.opens_on is None:
        return False
    if call.opens_on > today:
        return call.stated_status != "upcoming"
    if call.closes_on is not None and call.closes_on < today:
        return call.stated_status != "closed"
    # without an end nothing says that it is over, and nothing that it is not
    return call.stated_status == "upcoming" or (
        call.stated_status == "closed" and call.closes_on is not None
    )


def call_url(spec: SourceSpec, notice_id: str) -> str:
    """The notice's own page."""
    return (spec.public_url or "").format(id=notice_id)


def read_budget(text: str) -> Decimal | None:
    """The one sum in euros of a text that is labelled as a call's money, or None."""
    found = labelled_amounts("call_budget", text)
    values = {amount.value for amount in found if amount.currency == "EUR"}
    return values.pop() if len(values) == 1 and len(found) == 1 else None
