"""Undo the transfer compression of a body, bounded in size and only as far as it is whole.

The libraries hand over the part of a cut gzip that decodes, and unpack bombs into memory; this
counts decoded bytes as they come and demands the end-of-stream flag. What does not belong
here: charsets, and archives inside a body.
"""

from __future__ import annotations

import zlib
from typing import Protocol

from ingestion.http.fault import FaultError

_GZIP_MAGIC = b"\x1f\x8b"
_STEP = 1 << 16


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class BodyReader:
    """Collects one body.

    Args:
        encoding: value of Content-Encoding.
        limit: most bytes, decoded as well as received.

    Attributes:
        size: decoded bytes so far.

    Raises:
        FaultError: an encoding that we did not offer.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding.strip().lower().replace("x-gzip", "gzip")
        if self._encoding not in ("", "identity", "gzip", "deflate"):
            raise FaultError(
                "encoding", f"content encoding {self._encoding[:20]!r} was not asked for"
            )
        self._limit = limit
        self._received = 0
        self.size = 0
        self._parts: list[bytes] = []
        self._decompressor: _Decompressor | None = None
        self._ended = self._encoding in ("", "identity")

    def feed(self, chunk: bytes) -> None:
        """Take what the socket gave.

        Raises:
            FaultError: too many bytes, or bytes that do not decode.
        """
        self._received += len(chunk)
        if self._received > self._limit:
            raise self._too_big()
        if self._encoding in ("", "identity"):
            self._keep(chunk)
            return
        try:
            self._decompress(chunk)
        except zlib.error:
            raise FaultError("encoding", f"the body is no {self._encoding}") from None

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            FaultError: the compressed stream was cut.
        """
        if not self._ended and self._received:
            raise FaultError("truncated", f"the {self._encoding} stream has no end")
        return self.so_far()

    def so_far(self) -> bytes:
        """What has been decoded, whole or not."""
        return b"".join(self._parts)

    def _decompress(self, chunk: bytes) -> None:
        while chunk:
            if self._ended:
                chunk = self._next_member(chunk)
                continue
            if self._decompressor is None:
                self._decompressor = _decompressor_for(self._encoding, chunk)
            self._keep(self._decompressor.decompress(chunk, _STEP))
            self._ended = self._decompressor.eof
            chunk = (
                self._decompressor.unused_data if self._ended
                else self._decompressor.unconsumed_tail
            )  # fmt: skip

    def _next_member(self, rest: bytes) -> bytes:
        """What follows an ended stream: another gzip member, or padding of zeros."""
        rest = rest.lstrip(b"\0")
        if not rest:
            return b""
        if self._encoding != "gzip" or not rest.startswith(_GZIP_MAGIC[: len(rest)]):
            raise FaultError("encoding", f"bytes after the end of the {self._encoding} stream")
        self._decompressor, self._ended = None, False
        return rest

    def _keep(self, decoded: bytes) -> None:
        self.size += len(decoded)
        if self.size > self._limit:
            raise self._too_big()
        if decoded:
            self._parts.append(decoded)

    def _too_big(self) -> FaultError:
        return FaultError("size", f"more than {self._limit} bytes", retry=False)


def _decompressor_for(encoding: str, start: bytes) -> _Decompressor:
    if encoding == "gzip":
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    # `deflate` means zlib, but some servers send the bare stream
    is_zlib = start[0] & 0x0F == 8 and (len(start) < 2 or (start[0] << 8 | start[1]) % 31 == 0)
    return zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
