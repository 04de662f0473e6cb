"""Hankeikkuna: the ministries' own register of projects, bodies, bills and strategies.

The search is paged by a cursor that is sent back unchanged. The human pages are rendered by
script, so the API is the data and the page of the tunnus is the citation. Persons are never
asked for: the two endpoints that return them are not called, their fields are not read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ingestion.platforms.deltas import SINCE, delta_findings
from ingestion.platforms.json_pages import refuse_half_letters
from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Finding,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.hankeikkuna.audit import ENVELOPE, HIT, SETTER, unknown_keys
from ingestion.sources.hankeikkuna.changes import changed_at, choose_since
from ingestion.sources.hankeikkuna.fields import (
    FieldError,
    numbers_of,
    read_iso_day,
    tunnus_of,
)
from ingestion.sources.hankeikkuna.hits import HitReader, read_setter

_SEARCH, _SETTERS, _TOTAL = "search", "setters", "total"
_SEEN = "seen"
#: From here on a field that is empty everywhere is no coincidence.
_MANY_ITEMS = 20


@dataclass(frozen=True)
class _Answer:
    """One answer's envelope; `total` and `cursor` are None where it has none."""

    hits: list[Any]
    total: int | None
    cursor: Any
    size: Any
    unknown: tuple[tuple[str, str], ...]


class Scraper(BaseScraper):
    """The whole register, or what was changed since the last whole load and how much there is.

    Two readings of the cursor circulate; `nextSearchAfter` has the better evidence, and its
    absence before the announced total is a broken chain, never a reason to try another one.
    """

    def start(self, context: DiscoverContext) -> Iterable[Request]:
        """The ministries and the first page of the search; for changes also the total of all."""
        yield Request(f"{self.spec.base_url}/asettajat", role=_SETTERS, expect="json")
        if context.since is None:
            yield self._search({})
        else:
            yield self._search({}, since=context.since)
            yield self._search({"size": 1}, role=_TOTAL)

    def cursor(self, pages: Sequence[Page], began_at: datetime) -> str | None:
        """Some days before the newest `muokattu`; None where an item has none."""
        if self.spec.delta is None:
            return None
        hits = [hit for page in pages if page.role == _SEARCH for hit in _read_answer(page).hits]
        stamps = [changed_at(hit["kohde"]) if _is_hit(hit) else "" for hit in hits]
        return choose_since(stamps, began_at, self.spec.delta.overlap_days)

    def follow(self, page: Page) -> Iterable[Request]:
        """The next page of the search, as long as something is missing and a cursor leads on."""
        if page.role != _SEARCH:
            return
        answer = _read_answer(page)
        since = page.request.context.get(SINCE)
        if since and any(at < since for at in _stamps([answer]).values()):
            return  # it shows more than was asked for: everything will be asked for instead
        seen = _seen_before(page) + len(answer.hits)
        complete = answer.total is not None and seen >= answer.total
        if answer.hits and answer.cursor is not None and not complete:
            cursor = {"searchAfter": answer.cursor}
            yield self._search(cursor, seen=seen, depth=page.request.depth, since=since)

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Projects and milestones of a search answer, or the ministries."""
        answer = _read_answer(page)
        if page.role == _TOTAL:
            return ()
        if page.role == _SETTERS or _looks_like_setters(answer.hits):
            return self._parse_setters(answer)
        return self._parse_hits(answer)

    def stable_bytes(self, page: Page) -> bytes:
        """The hits in one order and spelling, without counters and cursor.

        Where the counter is all that was asked for, it is all that counts.
        """
        try:
            answer = _read_answer(page)
        except PageError:
            return page.body
        if page.role == _TOTAL:
            return str(answer.total).encode()
        hits = answer.hits
        return "\n".join(
            sorted(json.dumps(hit, sort_keys=True, ensure_ascii=False) for hit in hits)
        ).encode()

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Rows and uuids of the whole crawl against the total that the register announces.

        Changes are reconciled alike, and then with the whole load under them.
        """
        search = sorted((page for page in pages if page.role == _SEARCH), key=_seen_before)
        since = next((p.request.context[SINCE] for p in search if SINCE in p.request.context), None)
        whole = [_read_answer(page) for page in search if SINCE not in page.request.context]
        changes = [_read_answer(page) for page in search if SINCE in page.request.context]
        if not any(answer.hits for answer in whole):
            yield Finding("block", "empty", "the register answered without a single row")
            return
        yield from _chain_findings(whole)
        if since is not None:
            yield from _chain_findings(changes)
            totals = [_read_answer(page).total for page in pages if page.role == _TOTAL]
            total = totals[-1] if totals else None
            yield from delta_findings(_stamps(whole), _stamps(changes), since, total)
        items = list({**_items(whole), **_items(changes)}.values())
        setters = [_read_answer(page).hits for page in pages if page.role == _SETTERS]
        yield from _oddities(items, [setter for rows in setters for setter in rows])
        if len(items) >= _MANY_ITEMS:
            yield from _empty_fields(items)

    def _search(
        self,
        more: Mapping[str, Any],
        *,
        seen: int = 0,
        depth: int = 0,
        since: str | None = None,
        role: str = _SEARCH,
    ) -> Request:
        body = {
            "tyyppi": self.spec.options["types"],
            "size": self.spec.options["page_size"],
            "sort": [{"field": "kohde.muokattu", "order": "ASC"}],
            **({"muokattuPaivaAlku": since} if since else {}),
            **more,
        }
        return Request(
            f"{self.spec.base_url}/kohteet/haku",
            method="POST",
            body=json.dumps(body, ensure_ascii=False).encode(),
            role=role,
            expect="json",
            depth=depth,
            context={_SEEN: str(seen), **({SINCE: since} if since else {})},
        )

    def _parse_hits(self, answer: _Answer) -> Iterator[Parsed]:
        yield from _drift(answer.unknown)
        yield from _drift(unknown_keys(answer.hits, HIT, "result"))
        items = [hit["kohde"] for hit in answer.hits if _is_hit(hit)]
        hanke = [numbers_of(item) for item in items if item.get("tyyppi") == "HANKE"]
        projects = set().union(*hanke)
        seen: set[str] = set()
        for number, hit in enumerate(answer.hits):
            row = f"$.result[{number}]"
            if not _is_hit(hit):
                yield Rejected("hit", "a hit without kohde.uuid", row, "kohde.uuid")
            elif hit["kohde"]["uuid"] in seen:
                yield Rejected(
                    "unique_uuid", "the uuid stands before", row, None, hit["kohde"]["uuid"]
                )
            else:
                seen.add(hit["kohde"]["uuid"])
                yield from HitReader(hit, row, self.spec, projects).read()

    def _parse_setters(self, answer: _Answer) -> Iterator[Parsed]:
        yield from _drift(answer.unknown)
        yield from _drift(unknown_keys(answer.hits, SETTER, "asettajat"))
        for number, setter in enumerate(answer.hits):
            row = f"$.result[{number}]"
            try:
                if not isinstance(setter, dict):
                    raise FieldError("asettajat", "expected an object")
                yield read_setter(setter, row, self.spec)
            except FieldError as error:
                yield Rejected("field", error.reason, row, error.field)


def _read_answer(page: Page) -> _Answer:
    """The envelope of an answer; a bare list is one of its documented shapes."""
    try:
        # not the reader of the platform: a cursor goes back as the number that it came as
        text = page.body.decode("utf-8-sig")
        data = json.loads(text)
        refuse_half_letters(text, data)
    except (ValueError, RecursionError) as error:
        raise PageError("json", "the answer is no JSON") from error
    if isinstance(data, list):
        return _Answer(data, None, None, None, ())
    if isinstance(data, dict) and isinstance(data.get("result"), list):
        total = data.get("totalHits")
        if total is not None and (not isinstance(total, int) or isinstance(total, bool)):
            raise PageError("envelope", "totalHits is no whole number")
        unknown = tuple(unknown_keys(data, ENVELOPE, "$"))
        return _Answer(
            data["result"], total, data.get("nextSearchAfter"), data.get("size"), unknown
        )
    if isinstance(data, dict) and "kohde" in data:
        return _Answer([data], None, None, None, ())
    raise PageError("envelope", "the answer holds no list `result`")


def _seen_before(page: Page) -> int:
    return int(page.request.context.get(_SEEN, "0"))


def _is_hit(hit: Any) -> bool:
    item = hit.get("kohde") if isinstance(hit, dict) else None
    return isinstance(item, dict) and isinstance(item.get("uuid"), str) and bool(item["uuid"])


def _looks_like_setters(hits: list[Any]) -> bool:
    return bool(hits) and all(isinstance(hit, dict) and "lyhenne" in hit for hit in hits)


def _drift(found: Iterable[tuple[str, str]]) -> Iterator[Drift]:
    for path, kind in sorted(set(found)):
        yield Drift("key", path, kind)


def _items(answers: Iterable[_Answer]) -> dict[str, dict[str, Any]]:
    """Items by uuid."""
    hits = (hit for answer in answers for hit in answer.hits)
    return {hit["kohde"]["uuid"]: hit["kohde"] for hit in hits if _is_hit(hit)}


def _stamps(answers: Iterable[_Answer]) -> dict[str, str]:
    return {uuid: changed_at(item) for uuid, item in _items(answers).items()}


def _chain_findings(answers: list[_Answer]) -> Iterator[Finding]:
    """Whether one search was followed to its end, each item once."""
    hits = [hit for answer in answers for hit in answer.hits]
    yield from _count_findings(answers, len(hits))
    repeated = sum(map(_is_hit, hits)) - len(_items(answers))
    if repeated:
        yield Finding("block", "repeated_uuid", f"{repeated} uuids stand twice")


def _count_findings(answers: list[_Answer], rows: int) -> Iterator[Finding]:
    totals = [answer.total for answer in answers if answer.total is not None]
    if any(answer.size is not None and answer.size != len(answer.hits) for answer in answers):
        yield Finding("warn", "size_differs", "an answer's `size` is not its number of rows")
    if not totals:
        yield Finding("warn", "no_total", "totalHits is absent: completeness cannot be shown")
        return
    if len(set(totals)) > 1:
        yield Finding("warn", "total_changed", f"announced totals {sorted(set(totals))}")
    total = totals[-1]
    if rows < total and answers[-1].cursor is None:
        yield Finding("block", "cursor_missing", f"{rows} of {total} rows, then no cursor")
    elif rows != total:
        yield Finding("block", "rows_differ", f"{rows} rows, {total} announced")


def _oddities(items: list[dict[str, Any]], setters: list[Any]) -> Iterator[Finding]:
    """Facts that are shown and never corrected."""
    known = {str(setter.get("uuid")) for setter in setters if isinstance(setter, dict)}
    named = [str(item["asettajaUuid"]) for item in items if item.get("asettajaUuid")]
    tunnukset = Counter(tunnus for item in items if (tunnus := tunnus_of(item)))
    counted = {
        "unknown_setter": sum(uuid not in known for uuid in named),
        "no_tunnus": sum(tunnus_of(item) is None for item in items),
        "repeated_tunnus": sum(count > 1 for count in tunnukset.values()),
        "published_before_set": sum(_is_published_before_set(item) for item in items),
    }
    for code, count in counted.items():
        if count:
            yield Finding("warn", code, f"{count} of {len(items)} items")


def _empty_fields(items: list[dict[str, Any]]) -> Iterator[Finding]:
    """A field that no item fills has another name now, even where every item can be read."""
    for field in ("tunnus", "nimi", "tila", "asettajaUuid", "aloitusPaiva"):
        if not any(item.get(field) for item in items):
            detail = f"kohde.{field} is empty in all {len(items)} items"
            yield Finding("block", "empty_field", detail)


def _is_published_before_set(item: Mapping[str, Any]) -> bool:
    try:
        published = read_iso_day(item.get("julkaisuaika"), "kohde.julkaisuaika")
        was_set = read_iso_day(item.get("asettamisPaiva"), "kohde.asettamisPaiva")
    except FieldError:
        return False
    return published is not None and was_set is not None and published < was_set
