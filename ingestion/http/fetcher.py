"""The one fetcher: asks politely, believes nothing, and turns every fault into an answer.

It owns the only retry loop of the project (no `Retry` of urllib3, no retry policy above it):
at most four tries a URL, POST searches included. What does not belong here: what a page says,
where its bytes are kept, and which page comes next.
"""

from __future__ import annotations

import contextlib
import http.client
import logging
import threading
import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from ingestion.http.address import SourceAddress
from ingestion.http.agent import default_user_agent
from ingestion.http.answers import (
    Answer,
    Blocked,
    Deferred,
    Failed,
    Landed,
    Missing,
    NotModified,
    Validators,
)
from ingestion.http.call import MAX_TRIES, Call, Patience
from ingestion.http.canonical import redact_url
from ingestion.http.fault import FaultError, RefusalError
from ingestion.http.hops import Reply, check_target
from ingestion.http.host_state import HostState, HostStates
from ingestion.http.netguard import Reach, check_host
from ingestion.http.pace import GATES, Gates, OutOfTimeError
from ingestion.http.reading import read_body
from ingestion.http.waiting import backoff_s
from ingestion.http.walk import Walker
from ingestion.http.wire import Cutoff, guarded_pool_manager
from ingestion.scraper import Expect, Request
from ingestion.spec import SourceSpec

__all__ = [
    "Answer", "Blocked", "Deferred", "Failed", "Fetcher", "Landed", "Missing", "NotModified",
    "Patience", "Validators",
]  # fmt: skip

logger = logging.getLogger(__name__)


class Fetcher:
    """Fetches for one source in one run. Threads may share it; close it after use.

    Args:
        spec: the source.
        address: where its public URLs are really fetched from.
        user_agent: by default product, version and contact URL.
        delay_s: the operator's pause between two requests to one host. It replaces every
            other pace rule when the operator's base URL is on loopback, else it can only
            slow down.
        patience: how long to wait for what.
        gates: pace of the hosts, by default shared by all fetchers of the process.
    """

    def __init__(
        self,
        spec: SourceSpec,
        address: SourceAddress,
        *,
        user_agent: str | None = None,
        delay_s: float | None = None,
        patience: Patience | None = None,
        gates: Gates = GATES,
    ) -> None:
        self._address = address
        self._patience = patience or Patience()
        self._hosts = HostStates()
        self._wire = _Wire(user_agent or default_user_agent(), self._patience)
        self._walker = Walker(
            address,
            self._wire,
            gates,
            self._patience,
            delay_s=delay_s,
            min_delay_s=spec.access.min_delay_s,
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._wire.close()

    def fetch(
        self,
        request: Request,
        validators: Validators | None = None,
        deadline: float | None = None,
    ) -> Answer:
        """Ask for one thing; whatever goes wrong is an answer too.

        Args:
            request: what to ask for.
            validators: make the request conditional; only while the stored body is at hand.
            deadline: latest start of an exchange, on `time.monotonic()`.
        """
        call = Call(
            request, float("inf") if deadline is None else deadline, validators or Validators()
        )
        try:
            check_target(self._address, request.url)
            return self._try(call, self._host_of(request.url))
        except RefusalError as refusal:
            return Blocked(reason=str(refusal), **call.told())
        except OutOfTimeError:
            return Deferred(reason="the time of this run is over", **call.told())
        except _LaterError as later:
            return Deferred(
                reason="the site asks for a longer wait",
                retry_at=later.retry_at,
                status=later.status,
                **call.told(),
            )
        except FaultError as fault:
            return Failed(
                reason=fault.reason, klass=fault.klass, status=fault.status, **call.told()
            )

    def _host_of(self, public_url: str) -> HostState:
        return self._hosts.of(self._address.pace_key(self._address.to_transport(public_url)))

    def _try(self, call: Call, host: HostState) -> Answer:
        """The retry loop."""
        last: FaultError | None = None
        while True:
            if host.is_left:
                raise last or FaultError("host", "the host is left for the night: errors in a row")
            self._wait_for(host, call, last)
            try:
                answer = self._walker.walk(call)
            except FaultError as fault:
                last = fault
                host.note_fault(fault)
                logger.info("%s: %s", redact_url(call.request.url), fault)
                if not fault.retry or call.attempts == MAX_TRIES:
                    host.note_given_up()
                    raise
            else:
                host.note_answer()
                return answer

    def _wait_for(self, host: HostState, call: Call, last: FaultError | None) -> None:
        """Wait as long as the site asks for, else back off; a wait is never shortened."""
        wait_s = host.wait_s
        if wait_s > self._patience.wait_s:
            raise _LaterError(host.not_before, last.status if last else None)
        if last is not None and last.retry_at is None:
            wait_s = max(wait_s, backoff_s(call.attempts, self._walker.backoff_base_s))
        if wait_s and time.monotonic() + wait_s > call.deadline:
            raise OutOfTimeError
        if wait_s:
            time.sleep(wait_s)


class _Wire:
    """Sends one exchange over a session of its own a thread."""

    def __init__(self, user_agent: str, patience: Patience) -> None:
        self._user_agent = user_agent
        self._silence_s = patience.silence_s
        self._local = threading.local()
        self._sessions: list[requests.Session] = []

    def close(self) -> None:
        for session in self._sessions:
            session.close()

    def exchange(
        self,
        url: str,
        reach: Reach,
        seconds: float,
        *,
        headers: Mapping[str, str],
        method: str = "GET",
        body: bytes | None = None,
        expect: Expect | None = None,
    ) -> Reply:
        """Send a request and read the body of a 200, None as `expect` meaning robots.txt."""
        parts = urlsplit(url)
        with Cutoff(seconds, reach) as cutoff, _faults(cutoff):
            if reach != "loopback":  # on loopback the check of the connected socket is enough
                check_host(parts.hostname or "", parts.port or 443, reach)
            silence_s = min(self._silence_s, max(0.001, seconds))
            session = self._session()
            prepared = session.prepare_request(
                requests.Request(method, url, headers=dict(headers), data=body)
            )
            # not `session.send`: it reads the body of a redirect without any bound
            response = session.get_adapter(url).send(
                prepared, stream=True, timeout=(silence_s, silence_s), verify=True
            )
            with response:
                lowered = {name.lower(): value for name, value in response.headers.items()}
                wanted = response.status_code == 200
                content = read_body(response.raw, cutoff, expect) if wanted else b""
                return Reply(response.status_code, lowered, content)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = False  # no proxy, no .netrc
            session.headers.clear()
            session.headers["User-Agent"] = self._user_agent
            session.headers["Accept-Encoding"] = "gzip, deflate"
            for scheme in ("http://", "https://"):
                session.mount(scheme, _GuardedAdapter(max_retries=0))
            self._local.session = session
            self._sessions.append(session)
        return session


class _GuardedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        names = ("num_pools", "maxsize", "block")
        self.poolmanager = guarded_pool_manager(**dict(zip(names, args, strict=False)), **options)


class _LaterError(Exception):
    """The site asks for a wait beyond what this run can give."""

    def __init__(self, retry_at: datetime | None, status: int | None) -> None:
        super().__init__()
        self.retry_at = retry_at
        self.status = status


@contextlib.contextmanager
def _faults(cutoff: Cutoff) -> Iterator[None]:
    """Turn what the libraries raise into faults; a fault of the clock wins over its symptoms."""
    try:
        yield
    except (FaultError, RefusalError):
        raise
    except (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException,
            OSError, ValueError) as error:  # fmt: skip
        if cutoff.fired:
            raise FaultError("timeout", "the answer was not complete in time", host=True) from error
        raise _fault_of(error) from error


def _fault_of(error: Exception) -> FaultError:
    name = type(error).__name__
    if isinstance(error, requests.exceptions.SSLError | urllib3.exceptions.SSLError):
        return FaultError("tls", f"TLS failed ({name})", host=True)
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError | TimeoutError):
        return FaultError("timeout", f"silence ({name})", host=True)
    if isinstance(error, requests.exceptions.InvalidHeader | urllib3.exceptions.InvalidHeader):
        return FaultError("length", "two different Content-Length headers")
    if isinstance(error, urllib3.exceptions.IncompleteRead | http.client.IncompleteRead):
        return FaultError("truncated", "the body ends before its announced length")
    if "IncompleteRead" in str(error) or "InvalidChunk" in str(error):
        return FaultError("truncated", "the body ends before its announced length")
    return FaultError("network", f"no usable answer ({name})", host=True)
