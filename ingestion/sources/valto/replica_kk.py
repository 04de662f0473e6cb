"""The OAI-PMH door of the replica: lists with tokens, `kk` records, errors of the protocol.

What does not belong here: what a publication says (`replica_fields.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from ingestion.sandbox.replica import Answer
from ingestion.sources.valto.replica_fields import HOST, Written
from ingestion.sources.valto.replica_items import EMPTY_SETS, PUBLISHERS, Publication

PAGE = 50
_XML = "text/xml;charset=UTF-8"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
Write = Callable[[Publication], Written]


class Oai:
    """Answers requests of the protocol.

    Args:
        items: all publications in order of change.
        write: writes one down.
        now: text that stands as the time of an answer.
        announces: whether tokens carry the optional attributes.
    """

    def __init__(
        self, items: Sequence[Publication], write: Write, now: str, *, announces: bool
    ) -> None:
        self._items = items
        self._write = write
        self._now = now
        self._announces = announces

    def respond(self, query: Mapping[str, str], path: str, nonce: int) -> Answer:
        """One answer; errors of the protocol come with status 200."""
        verb = query.get("verb", "")
        verbs = {
            "Identify": self._identify, "ListSets": self._sets, "ListRecords": self._records,
            "ListMetadataFormats": self._formats, "GetRecord": self._one,
        }  # fmt: skip
        answer = verbs.get(verb)
        content = answer(query, path) if answer else _error("badVerb", "illegal verb")
        attributes = "".join(
            f" {name}={quoteattr(value)}" for name, value in query.items() if name != "from"
        )
        text = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
            f"<responseDate>{self._now}{nonce % 60:02d}Z</responseDate>"
            f"<request{attributes}>{HOST}{path}</request>\n{content}\n</OAI-PMH>"
        )
        return Answer(text.encode(), _XML)

    def tokens(self) -> list[str]:
        """Tokens of the whole list, one for each page after the first."""
        return [f"kk////{first}" for first in range(PAGE, len(self._items), PAGE)]

    # ---- verbs -------------------------------------------------------------------------

    def _identify(self, query: Mapping[str, str], path: str) -> str:  # noqa: ARG002
        earliest = self._items[0].changed.strftime(_STAMP) if self._items else self._now
        return (
            f"<Identify><repositoryName>Valto</repositoryName><baseURL>{HOST}{path}</baseURL>"
            "<protocolVersion>2.0</protocolVersion><adminEmail>valto@example.org</adminEmail>"
            f"<earliestDatestamp>{earliest}</earliestDatestamp>"
            "<deletedRecord>persistent</deletedRecord>"
            "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>"
        )

    def _sets(self, query: Mapping[str, str], path: str) -> str:  # noqa: ARG002
        sets = [(name, fi) for name, _, fi, _, _ in PUBLISHERS]
        sets += [(name, "Muu julkaisija") for name in EMPTY_SETS]
        sets += [("col_10024_59358", "Julkaisusarja")]
        rows = "".join(
            f"<set><setSpec>{name}</setSpec><setName>{escape(title)}</setName></set>"
            for name, title in sets
        )
        return f"<ListSets>{rows}</ListSets>"

    def _formats(self, query: Mapping[str, str], path: str) -> str:  # noqa: ARG002
        rows = "".join(
            f"<metadataFormat><metadataPrefix>{prefix}</metadataPrefix><schema>{schema}</schema>"
            f"<metadataNamespace>{space}</metadataNamespace></metadataFormat>"
            for prefix, schema, space in (
                ("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
                 "http://www.openarchives.org/OAI/2.0/oai_dc/"),
                ("kk", "http://kk/1.0.xsd", "http://kk/1.0"),
            )
        )  # fmt: skip
        return f"<ListMetadataFormats>{rows}</ListMetadataFormats>"

    def _records(self, query: Mapping[str, str], path: str) -> str:  # noqa: ARG002
        token = query.get("resumptionToken")
        if token is None:
            asked = [query.get(name, "") for name in ("metadataPrefix", "from", "until", "set")]
            first = 0
        else:
            *asked, place = token.split("/") if token.count("/") == 4 else ["", ""]
            if not place.isdigit() or len(query) != 2:
                return _error("badResumptionToken", "the token is not known")
            first = int(place)
        if asked[0] != "kk":
            return _error("cannotDisseminateFormat", "the format is not supported")
        found = self._select(*asked[1:])
        if not found[first:]:
            return _error("noRecordsMatch", "the combination gives an empty list")
        rows = "\n".join(self._record(item) for item in found[first : first + PAGE])
        return f"<ListRecords>\n{rows}\n{self._token(found, asked, first)}</ListRecords>"

    def _select(self, since: str, until: str, name: str) -> list[Publication]:
        return [
            item
            for item in self._items
            if (not name or PUBLISHERS[item.publisher][0] == name)
            and (not since or item.changed.strftime(_STAMP) >= since)
            and (not until or item.changed.strftime(_STAMP)[: len(until)] <= until)
        ]

    def _token(self, found: list[Publication], asked: list[str], first: int) -> str:
        if len(found) <= PAGE:
            return ""
        attributes = f' completeListSize="{len(found)}" cursor="{first}"' if self._announces else ""
        if first + PAGE >= len(found):
            return f"<resumptionToken{attributes}/>\n"
        token = escape("/".join([*asked, str(first + PAGE)]))
        return f"<resumptionToken{attributes}>{token}</resumptionToken>\n"

    def _one(self, query: Mapping[str, str], path: str) -> str:  # noqa: ARG002
        handle = query.get("identifier", "").rpartition(":")[2]
        for item in self._items:
            if item.handle == handle:
                return f"<GetRecord>{self._record(item)}</GetRecord>"
        return _error("idDoesNotExist", "no such record")

    # ---- one record --------------------------------------------------------------------

    def _record(self, item: Publication) -> str:
        name = PUBLISHERS[item.publisher][0]
        status = ' status="deleted"' if item.is_deleted else ""
        head = (
            f"<record><header{status}><identifier>oai:julkaisut.valtioneuvosto.fi:{item.handle}"
            f"</identifier><datestamp>{item.changed.strftime(_STAMP)}</datestamp>"
            f"<setSpec>{name}</setSpec><setSpec>col_10024_59358</setSpec></header>"
        )
        if item.is_deleted:
            return f"{head}</record>"
        return f"{head}\n<metadata>{self._metadata(item)}</metadata></record>"

    def _metadata(self, item: Publication) -> str:
        written = self._write(item)
        handle = "10024/1" if item.damage == "handle" else item.handle
        lines = [
            '<kk:metadata xmlns:kk="http://kk/1.0">',
            f'<kk:identifier type="handle" value="{handle}"/><kk:type name="item"/>'
            f'<kk:link href="{HOST}/handle/{item.handle}"/>',
            *(_field(item, *field) for field in written.fields),
            _file(item, "ORIGINAL", written.file_name, "application/pdf"),
        ]
        if item.ordinal % 5 == 0:
            lines.append(_file(item, "THUMBNAIL", "kansi.jpg", "image/jpeg"))
        if item.damage == "well-formed":
            lines.insert(3, '<kk:field schema="dc" element="subject" value="kesken>')
        return "\n".join([*lines, "</kk:metadata>"])


def _field(item: Publication, path: str, language: str | None, value: str) -> str:
    schema, element, *qualifier = path.split(".", 2)
    attributes = [("schema", schema), ("element", element)]
    attributes += [("qualifier", qualifier[0])] if qualifier else []
    attributes += [("language", language)] if language is not None else []
    text = "".join(f' {name}="{word}"' for name, word in attributes)
    if item.is_bare and path == "dc.title":
        quoted = f'"{value}"'
    else:
        quoted = '"' + escape(value, {'"': "&quot;"}) + '"'
    return f"<kk:field{text} value={quoted}/>"


def _file(item: Publication, bundle: str, name: str, kind: str) -> str:
    folder = f"{HOST}/bitstream/handle/{item.handle}"
    written = name if item.ordinal % 2 else quote(name)
    href = quoteattr(f"{folder}/{written}?sequence=1&isAllowed=y")
    return f'<kk:file bundle="{bundle}" href={href} name="{name}" type="{kind}"/>'


def _error(code: str, text: str) -> str:
    return f'<error code="{code}">{text}</error>'
