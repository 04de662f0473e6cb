"""Read the body of a reply: bounded while it streams, and whole or not at all.

What does not belong here: sending, and what the bytes say.
"""

from __future__ import annotations

import urllib3

from ingestion.http import guards, robots
from ingestion.http.decoding import BodyReader
from ingestion.http.fault import FaultError
from ingestion.http.wire import Cutoff
from ingestion.scraper import Expect

_CHUNK = 1 << 16
#: A compressed robots.txt may be a bomb; a plain one is read up to its own cap.
_ROBOTS_LIMIT = 2 * robots.MAX_BYTES


def read_body(raw: urllib3.BaseHTTPResponse, cutoff: Cutoff, expect: Expect | None) -> bytes:
    """The body of a 200.

    Args:
        raw: the reply, nothing of its body read yet.
        cutoff: what watches the time of the exchange.
        expect: form of the body, for its size limit; None is a robots.txt, of which the first
            part is enough.

    Raises:
        FaultError: too big, too long, cut, or not complete in time.
    """
    limit = _ROBOTS_LIMIT if expect is None else guards.SIZE_LIMITS[expect]
    encoding = raw.headers.get("content-encoding", "")
    lengths = raw.headers.getlist("content-length")
    length = guards.check_headers(lengths, encoding, limit if expect else 1 << 62)
    reader = BodyReader(encoding, limit)
    while chunk := raw.read1(_CHUNK, decode_content=False):
        reader.feed(chunk)
        if expect is None and reader.size > robots.MAX_BYTES:
            return reader.so_far()
    if cutoff.fired:  # a shut socket reads like an ordinary end
        raise FaultError("timeout", "the answer was not complete in time", host=True)
    if cutoff.excess and length is not None:
        raise FaultError("length", "the body is longer than its Content-Length")
    return reader.finish()
