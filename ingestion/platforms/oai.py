"""OAI-PMH 2.0: addresses of requests, answers, and whether a list is whole.

The loop is the pipeline's: `follow_list` names the next request, `list_findings` judges what
came. A record that cannot be read costs itself, never its page. What does not belong here:
what stands inside `metadata`, which is a format of one repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from lxml import etree

from ingestion.platforms.deltas import SINCE, delta_findings
from ingestion.platforms.json_pages import count_findings, repeated_findings
from ingestion.platforms.xml_text import (
    XmlError,
    local_name,
    mend_attributes,
    mend_text,
    parse_strictly,
)
from ingestion.scraper import Finding, Page, PageError, Request
from ingestion.text.html import decode

IDENTIFY, SETS, RECORDS, TOTAL = "identify", "sets", "records", "total"
#: What a list request knows: rows before it, number of the attempt, format of the records.
_SEEN, _ATTEMPT, _PREFIX = "seen", "attempt", "prefix"
#: How often a list is begun anew when its token is not known any more.
_MAX_ATTEMPTS = 3
_RECORD = re.compile(r"<((?:\w+:)?record)(?=[\s/>]).*?</\1\s*>", re.S)
_ROOT = re.compile(r"<((?:\w+:)?OAI-PMH)(?=[\s/>])[^>]*>")
#: `about` tells of the metadata, not of what is published.
_RECORD_PARTS = {"header", "metadata", "about"}
_HEADER_PARTS = {"identifier", "datestamp", "setSpec"}
_IDENTIFIER = re.compile(r"<(?:\w+:)?identifier>([^<>&]{1,200})</")
_DATESTAMP = re.compile(r"<(?:\w+:)?datestamp>([^<>&]{1,40})</")
#: The two granularities of the protocol; a repository has one for all its datestamps.
_FORMS = {10: "%Y-%m-%d", 20: "%Y-%m-%dT%H:%M:%SZ"}


@dataclass(frozen=True)
class OaiRecord:
    """One record of a list.

    Attributes:
        place: where it stands, e.g. `record[3]`.
        problem: why it cannot be read; then only place, identifier and datestamp are of use.
        unknown: elements that the protocol does not have there.
        is_repaired: bare signs had to be escaped before it could be read.
    """

    place: str
    identifier: str = ""
    datestamp: str = ""
    sets: tuple[str, ...] = ()
    is_deleted: bool = False
    metadata: etree._Element | None = None
    is_repaired: bool = False
    problem: str | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class OaiAnswer:
    """One answer.

    Attributes:
        root: its envelope.
        errors: codes and texts of its errors.
        token: where the list goes on; None at its end.
        total: rows of the whole list, where announced.
    """

    root: etree._Element
    errors: tuple[tuple[str, str], ...]
    records: tuple[OaiRecord, ...]
    token: str | None
    total: int | None

    def has_error(self, code: str) -> bool:
        """Whether the repository answered with this error."""
        return any(found == code for found, _ in self.errors)

    def children(self, name: str) -> list[etree._Element]:
        """Elements of this name anywhere in the envelope, records left out."""
        return [e for e in self.root.iter(etree.Element) if local_name(e) == name]


def identify_request(endpoint: str, since: str | None = None) -> Request:
    """The probe of an endpoint; whatever it answers is looked at."""
    url = f"{endpoint}?verb=Identify"
    context = {SINCE: since} if since else {}
    return Request(url, role=IDENTIFY, expect="any", optional=True, context=context)


def sets_request(endpoint: str) -> Request:
    """The list of sets; a repository need not have any."""
    return Request(f"{endpoint}?verb=ListSets", role=SETS, expect="xml", optional=True)


def records_request(endpoint: str, prefix: str, since: str | None = None) -> Request:
    """The first page of all records in one format, or of those changed since then."""
    context = {_PREFIX: prefix, _SEEN: "0", **({SINCE: since} if since else {})}
    url = _list_url(endpoint, context) + _mark(context)
    return Request(url, role=RECORDS, expect="xml", context=context)


def total_request(endpoint: str, prefix: str) -> Request:
    """The first page of all records once more, for how many there are; see `_mark`."""
    url = f"{_list_url(endpoint, {_PREFIX: prefix})}#{TOTAL}"
    return Request(url, role=TOTAL, expect="xml")


def choose_since(pages: Iterable[Page], began_at: datetime, overlap_days: int) -> str | None:
    """From when on changes are asked for, in the granularity of the repository's datestamps.

    Args:
        pages: the whole list.
        began_at: when it was begun to be fetched, aware; a datestamp of the future counts as this.
        overlap_days: how far before the newest datestamp to begin.

    Returns:
        None where a record has no datestamp, or they are not of one form.

    Raises:
        PageError: a page is no answer of OAI-PMH.
    """
    stamps = list(_stamps(read_answer(page) for page in pages if page.role == RECORDS).values())
    form = _FORMS.get(len(stamps[0])) if stamps else None
    if form is None:
        return None
    try:
        newest = max(datetime.strptime(stamp, form).replace(tzinfo=UTC) for stamp in stamps)
    except ValueError:
        return None
    since = min(newest, began_at.astimezone(UTC)) - timedelta(days=overlap_days)
    return since.strftime(form)


def follow_list(page: Page, answer: OaiAnswer) -> Iterator[Request]:
    """The next page of a list, or its first one again where the token is not known any more."""
    request = page.request
    endpoint = page.url.partition("?")[0].partition("#")[0]
    attempt = int(request.context.get(_ATTEMPT, "0"))
    since = request.context.get(SINCE)
    if since and any(at < since for at in _stamps([answer]).values()):
        return  # it shows more than was asked for: everything will be asked for instead
    if answer.has_error("badResumptionToken"):
        if attempt + 1 < _MAX_ATTEMPTS and request.role == RECORDS:
            yield _begin_again(request, endpoint, attempt + 1)
    elif answer.token is not None:
        seen = int(request.context.get(_SEEN, "0")) + len(answer.records)
        verb = "ListSets" if request.role == SETS else "ListRecords"
        url = f"{endpoint}?verb={verb}&resumptionToken={quote(answer.token, safe='')}"
        context = {**request.context, _SEEN: str(seen)}
        yield replace(request, url=url + _mark(context), context=context)


def read_answer(page: Page) -> OaiAnswer:
    """The answer of a repository.

    Raises:
        PageError: it is no answer of OAI-PMH.
    """
    try:
        root = parse_strictly(page.body)
        rows = [row for row in root.iterfind("./*/*") if local_name(row) == "record"]
        records = [_record(row, f"record[{n}]", repaired=False) for n, row in enumerate(rows, 1)]
    except XmlError:
        root, records = _read_mended(page)
    if local_name(root) != "OAI-PMH":
        raise PageError("envelope", f"the root is {local_name(root)[:40]!r}, no OAI-PMH")
    return _answer(root, records)


def list_findings(pages: Sequence[tuple[Page, OaiAnswer]]) -> Iterator[Finding]:
    """Whether the pages of one list are all there, each record once, as many as announced."""
    attempts = [int(page.request.context.get(_ATTEMPT, "0")) for page, _ in pages]
    chain = sorted(
        (item for item, attempt in zip(pages, attempts, strict=True) if attempt == max(attempts)),
        key=lambda item: int(item[0].request.context.get(_SEEN, "0")),
    )
    answers = [answer for _, answer in chain]
    errors = [code for answer in answers for code, _ in answer.errors]
    if errors:
        yield Finding("block", "oai_error", f"the repository answered {', '.join(errors)[:200]}")
        return
    rows = [record.identifier for answer in answers for record in answer.records]
    if answers[-1].token is not None:
        yield Finding("incomplete", "chain_broken", f"{len(rows)} records, then no next page")
        return
    totals = [answer.total for answer in answers if answer.total is not None]
    if totals:  # the attributes of a token are optional; an ended chain is whole without them
        yield from count_findings(len(rows), totals)
    yield from repeated_findings(filter(None, rows))


def change_findings(
    whole: Iterable[OaiAnswer], changes: Sequence[tuple[Page, OaiAnswer]], total: OaiAnswer | None
) -> Iterator[Finding]:
    """Whether a list of changes is whole, and with the list under it all that there is."""
    yield from list_findings(changes)
    held = None if total is None else total.total
    if total is not None and held is None and total.token is None:
        held = len(total.records)  # all records stand on one page
    shown = _stamps(answer for _, answer in changes)
    yield from delta_findings(_stamps(whole), shown, changes[0][0].request.context[SINCE], held)


def _stamps(answers: Iterable[OaiAnswer]) -> dict[str, str]:
    """Identifier -> datestamp of every record."""
    return {row.identifier: row.datestamp for answer in answers for row in answer.records}


def stable_list(answer: OaiAnswer) -> bytes:
    """Records in one order, with all that decides how the list goes on but no stamp or token."""
    rows = sorted(_spelled(record.metadata) for record in answer.records)
    heads = sorted(
        f"{r.identifier} {r.datestamp} {r.is_deleted} {r.problem} {' '.join(sorted(r.sets))}"
        for r in answer.records
    )
    frame = f"{answer.errors} {answer.total} {answer.token is not None}"
    return "\n".join([frame, *heads, *rows]).encode()


def _spelled(metadata: etree._Element | None) -> str:
    """Elements with their attributes in one order."""
    elements = [] if metadata is None else metadata.iter(etree.Element)
    return "\n".join(
        f"{e.tag} {sorted(e.attrib.items())} {(e.text or '').strip()}" for e in elements
    )


def _mark(context: Mapping[str, str]) -> str:
    """A fragment is never sent; it makes the request of a new attempt another request.

    So too for changes: a token of theirs may read like one of the whole list.
    """
    marks = [f"{name}-{context[name]}" for name in (SINCE, _ATTEMPT) if name in context]
    return f"#{'-'.join(marks)}" if marks else ""


def _list_url(endpoint: str, context: Mapping[str, str]) -> str:
    query = {"verb": "ListRecords", "metadataPrefix": context.get(_PREFIX, "")}
    if SINCE in context:
        query["from"] = context[SINCE]
    return f"{endpoint}?{urlencode(query, quote_via=quote)}"


def _begin_again(request: Request, endpoint: str, attempt: int) -> Request:
    context = {**request.context, _SEEN: "0", _ATTEMPT: str(attempt)}
    return replace(request, url=_list_url(endpoint, context) + _mark(context), context=context)


def _read_mended(page: Page) -> tuple[etree._Element, list[OaiRecord]]:
    """Read record by record, so that one bad sign costs one record."""
    text, _ = decode(page.body, page.charset)
    frame = _ROOT.search(text)
    if frame is None:
        raise PageError("well-formed", "neither XML nor records of OAI-PMH")
    try:
        root = parse_strictly(mend_text(_RECORD.sub("", text)))
    except XmlError as error:
        raise PageError("well-formed", str(error)) from error
    found = enumerate(_RECORD.finditer(text), start=1)
    return root, [_mended_record(match[0], frame, f"record[{n}]") for n, match in found]


def _mended_record(text: str, frame: re.Match[str], place: str) -> OaiRecord:
    for attempt in _attempts(text):
        try:
            wrapped = parse_strictly(f"{frame[0]}{attempt}</{frame[1]}>")
            return _record(wrapped[0], place, repaired=attempt != text)
        except (XmlError, IndexError):
            continue
    identifier, datestamp = (
        found[1].strip() if (found := pattern.search(text)) else ""
        for pattern in (_IDENTIFIER, _DATESTAMP)
    )  # fmt: skip
    problem = "not well-formed, also after escaping"
    return OaiRecord(place, identifier, datestamp, problem=problem)


def _attempts(text: str) -> Iterator[str]:
    """The text as it is, then with more and more of it escaped."""
    yield text
    escaped = mend_text(text)
    yield escaped
    yield mend_attributes(escaped)


def _record(row: etree._Element, place: str, *, repaired: bool) -> OaiRecord:
    parts = {local_name(part): part for part in row.iterchildren(etree.Element)}
    header = parts.get("header")
    if header is None:
        return OaiRecord(place, problem="a record without header", is_repaired=repaired)
    values: dict[str, list[str]] = {}
    for part in header.iterchildren(etree.Element):
        values.setdefault(local_name(part), []).append((part.text or "").strip())
    metadata = parts.get("metadata")
    payload = None if metadata is None else next(metadata.iterchildren(etree.Element), None)
    identifier = values.get("identifier", [""])[0]
    unknown = [f"record/{name}" for name in parts if name not in _RECORD_PARTS]
    unknown += [f"header/{name}" for name in values if name not in _HEADER_PARTS]
    return OaiRecord(
        place,
        identifier,
        values.get("datestamp", [""])[0],
        tuple(filter(None, values.get("setSpec", []))),
        (header.get("status") or "").strip().lower() == "deleted",
        payload,
        repaired,
        None if identifier else "a record without identifier",
        tuple(unknown),
    )


def _answer(root: etree._Element, records: Iterable[OaiRecord]) -> OaiAnswer:
    outside = [e for e in root.iter(etree.Element) if local_name(e) in ("error", "resumptionToken")]
    errors = tuple(
        ((e.get("code") or "unnamed").strip(), " ".join((e.text or "").split())[:200])
        for e in outside
        if local_name(e) == "error" and e.getparent() is root
    )
    tokens = [e for e in outside if local_name(e) == "resumptionToken"]
    token = (tokens[-1].text or "").strip() if tokens else ""
    size = (tokens[-1].get("completeListSize") or "").strip() if tokens else ""
    total = int(size) if re.fullmatch(r"[0-9]{1,12}", size) else None
    return OaiAnswer(root, errors, tuple(records), token or None, total)
