"""One try of a call: robots rules, the turn at the gate, the request, and its redirects.

What does not belong here: trying again, and the bytes on the wire.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from ingestion.http import guards, robots
from ingestion.http.address import SourceAddress, origin_of
from ingestion.http.agent import PRODUCT
from ingestion.http.answers import Answer
from ingestion.http.call import MAX_TRIES, TRANSIENT, Call, Patience, status_fault
from ingestion.http.fault import FaultError, RefusalError
from ingestion.http.hops import MAX_HOPS, REDIRECTS, Reply, redirect_target
from ingestion.http.netguard import Reach
from ingestion.http.pace import Gates, OutOfTimeError
from ingestion.http.waiting import backoff_s
from ingestion.scraper import Expect


class Exchanger(Protocol):
    """Sends one request and reads its answer."""

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
        """One exchange; None as `expect` means robots.txt.

        Raises:
            FaultError: no answer, or not a whole one.
            RefusalError: the address is out of reach.
        """


class Walker:
    """Walks from the asked URL to its answer.

    Args:
        address: of the source.
        exchanger: sends.
        gates: pace of the hosts.
        patience: how long to wait for what.
        delay_s: the operator's pause, None for the source's own.
        min_delay_s: the source's own pause.
    """

    def __init__(
        self,
        address: SourceAddress,
        exchanger: Exchanger,
        gates: Gates,
        patience: Patience,
        *,
        delay_s: float | None,
        min_delay_s: float,
    ) -> None:
        self._address = address
        self._exchanger = exchanger
        self._gates = gates
        self._patience = patience
        self._delay_s = delay_s
        self._min_delay_s = min_delay_s
        self._robots = robots.Robots(self._fetch_robots, PRODUCT)

    def walk(self, call: Call) -> Answer:
        """One try: the request and the redirects it leads to.

        Raises:
            FaultError: no whole answer.
            RefusalError: robots.txt, the host list or the address forbid it.
            OutOfTimeError: the turn would come after the deadline.
        """
        public = call.request.url
        call.chain = [public]
        while True:
            transport = self._address.to_transport(public)
            rules = self._robots.rules(origin_of(transport), call.deadline)
            refusal = rules.why_not(transport)
            if refusal is not None:
                raise RefusalError(refusal)
            if len(call.chain) == 1:
                call.attempts += 1
            reply = self._exchange(
                transport,
                call.deadline,
                rules.delay_s,
                method=call.request.method,
                body=call.request.body,
                headers=call.headers(),
                expect=call.request.expect,
            )
            if reply.status not in REDIRECTS:
                return call.judge(reply)
            public = redirect_target(self._address, transport, reply, call.request.method)
            _add_hop(call.chain, public)

    @property
    def backoff_base_s(self) -> float:
        """First pause after a fault."""
        if self._patience.backoff_s is not None:
            return self._patience.backoff_s
        return 0.1 if self._address.is_loopback else 1.0

    def _fetch_robots(self, origin: str, deadline: float) -> robots.RobotsAnswer:
        """robots.txt of an origin, through the same guards as any page."""
        reason = ""
        for attempt in range(1, MAX_TRIES + 1):
            try:
                reply = self._walk_robots(origin, deadline)
            except RefusalError as refusal:
                return robots.RobotsAnswer(None, reason=str(refusal))
            except FaultError as fault:
                reason = fault.reason
                if not fault.retry or attempt == MAX_TRIES:
                    break
                if not self._wait_out(fault, attempt, deadline):
                    break
            else:
                media_type, _ = guards.parse_content_type(reply.headers.get("content-type", ""))
                return robots.RobotsAnswer(
                    reply.status, reply.body, media_type, f"status {reply.status}"
                )
        return robots.RobotsAnswer(None, reason=reason)

    def _wait_out(self, fault: FaultError, attempt: int, deadline: float) -> bool:
        """Wait before robots.txt is asked for again; False when the site wants too long a wait."""
        wait_s = backoff_s(attempt, self.backoff_base_s)
        if fault.retry_at is not None:
            wait_s = (fault.retry_at - datetime.now(tz=UTC)).total_seconds()
        if wait_s > self._patience.wait_s:
            return False
        if time.monotonic() + wait_s > deadline:
            raise OutOfTimeError
        time.sleep(max(0.0, wait_s))
        return True

    def _walk_robots(self, origin: str, deadline: float) -> Reply:
        public = self._address.to_public(f"{origin}/robots.txt")
        chain = [public]
        while True:
            transport = self._address.to_transport(public)
            reply = self._exchange(transport, deadline, 0.0, headers={"Accept": "text/plain,*/*"})
            if reply.status in TRANSIENT:
                raise status_fault(reply)
            if reply.status not in REDIRECTS:
                return reply
            public = redirect_target(self._address, transport, reply, "GET")
            _add_hop(chain, public)

    def _exchange(
        self, transport: str, deadline: float, robots_delay_s: float, **asked: Any
    ) -> Reply:
        """One exchange in its turn."""
        gate = self._gates.of(self._address.pace_key(transport))
        with gate.turn(self._pause_s(robots_delay_s), deadline):
            seconds = min(self._patience.request_s, deadline - time.monotonic())
            return self._exchanger.exchange(transport, self._reach(transport), seconds, **asked)

    def _pause_s(self, robots_delay_s: float) -> float:
        if self._address.is_loopback and self._delay_s is not None:
            return self._delay_s
        return max(self._min_delay_s, self._delay_s or 0.0, robots_delay_s)

    def _reach(self, transport: str) -> Reach:
        if urlsplit(transport).hostname != self._address.operator_host:
            return "public"
        return "loopback" if self._address.is_loopback else "operator"


def _add_hop(chain: list[str], public: str) -> None:
    if public in chain:
        raise FaultError("redirect", "redirects go round in a circle", retry=False)
    chain.append(public)
    if len(chain) > MAX_HOPS + 1:
        raise FaultError("redirect", f"more than {MAX_HOPS} redirects", retry=False)
