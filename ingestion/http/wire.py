"""Connections that check whom they talk to, can be cut off in time, and notice excess bytes.

Three things that `requests` cannot do, each at the one place where it can be done: the socket.
What does not belong here: HTTP semantics, retries.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import threading
from types import TracebackType
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

from ingestion.http.netguard import Reach, check_address


class Cutoff:
    """Ends one exchange when its time is up, however slowly bytes still drip in.

    A socket timeout starts anew with every byte. This shuts the socket down instead, through a
    duplicate of its handle, so that it works in the TLS handshake, the headers and the body.

    Args:
        seconds: time for the whole exchange.
        reach: which addresses the exchange may be with.
    """

    def __init__(self, seconds: float, reach: Reach) -> None:
        self.reach = reach
        self.fired = False
        self.excess = False
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(max(0.001, seconds), self._fire)
        self._timer.daemon = True

    def __enter__(self) -> Cutoff:
        _IN_FLIGHT.cutoff = self
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _IN_FLIGHT.cutoff = None
        self._timer.cancel()
        with self._lock:
            self._drop()

    def watch(self, sock: socket.socket) -> None:
        """Take the socket of the exchange under watch."""
        with self._lock:
            self._drop()
            # the plain socket of a TLS one: shutting down must not start a TLS goodbye
            self._socket = socket.socket(
                sock.family, sock.type, sock.proto, fileno=os.dup(sock.fileno())
            )
            if self.fired:
                self._shut()

    def _fire(self) -> None:
        with self._lock:
            self.fired = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _drop(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _acknowledge_at_once(sock: socket.socket) -> None:
    """Spare 40 ms a page where a server sends headers and body in two pieces.

    Such a server holds the body back until the headers are acknowledged, which the kernel
    delays (measured: 23 against hundreds of pages a second on loopback). Only Linux can.
    """
    option = getattr(socket, "TCP_QUICKACK", None)
    if option is not None:
        with contextlib.suppress(OSError):
            sock.setsockopt(socket.IPPROTO_TCP, option, 1)


class _InFlight(threading.local):
    cutoff: Cutoff | None = None


_IN_FLIGHT = _InFlight()


class _WatchfulResponse(http.client.HTTPResponse):
    """Acknowledges headers at once; notices bytes beyond the stated Content-Length."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self._peek_socket = sock

    def begin(self) -> None:
        super().begin()
        _acknowledge_at_once(self._peek_socket)

    def read1(self, n: int = -1) -> bytes:
        data = super().read1(n)
        if self.length == 0 and data and not self.chunked and _IN_FLIGHT.cutoff is not None:
            _IN_FLIGHT.cutoff.excess = self._has_more()
        return data

    def _has_more(self) -> bool:
        patience = self._peek_socket.gettimeout()
        try:
            self._peek_socket.settimeout(0)
            return bool(self.fp.peek(1))
        except (OSError, ValueError):  # nothing there yet, or closed by the server
            return False
        finally:
            with contextlib.suppress(OSError):
                self._peek_socket.settimeout(patience)


class _Guarded:
    """Mixin: check the peer of a new socket, hand every used one to the current cutoff."""

    sock: socket.socket | None

    def _new_conn(self) -> socket.socket:
        sock: socket.socket = super()._new_conn()  # type: ignore[misc]
        try:
            if _IN_FLIGHT.cutoff is not None:
                check_address(str(sock.getpeername()[0]), _IN_FLIGHT.cutoff.reach)
                _IN_FLIGHT.cutoff.watch(sock)
        except BaseException:
            sock.close()
            raise
        return sock

    def request(self, *args: Any, **kwargs: Any) -> None:
        if self.sock is not None and _IN_FLIGHT.cutoff is not None:
            _IN_FLIGHT.cutoff.watch(self.sock)
        super().request(*args, **kwargs)  # type: ignore[misc]


class _GuardedHTTPConnection(_Guarded, HTTPConnection):
    response_class = _WatchfulResponse


class _GuardedHTTPSConnection(_Guarded, HTTPSConnection):
    response_class = _WatchfulResponse


class _GuardedHTTPPool(HTTPConnectionPool):
    ConnectionCls = _GuardedHTTPConnection


class _GuardedHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedHTTPSConnection


def guarded_pool_manager(**options: Any) -> PoolManager:
    """A connection pool whose every socket is checked and can be cut off."""
    manager = PoolManager(**options)
    manager.pool_classes_by_scheme = {"http": _GuardedHTTPPool, "https": _GuardedHTTPSPool}
    return manager
