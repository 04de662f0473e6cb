"""`elo dev` as a child process for tests: started on a free port, ended by id with all its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ELO = Path(sys.executable).with_name("elo")

#: Two slow cores that do other things as well: loading took 20 s alone and 100 s beside others.
START_S = 600
STOP_S = 150
_URL = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True)
class DevServer:
    """A running `elo dev`.

    Attributes:
        log: file with everything that it and its children print.
    """

    process: subprocess.Popen[bytes]
    url: str
    log: Path

    def family(self) -> list[psutil.Process]:
        """The command and all its living descendants."""
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]


@contextmanager
def serve_dev(home: Path, log: Path, variables: Mapping[str, str] = {}) -> Iterator[DevServer]:
    """Run `elo dev --port 0` on a home until the context ends.

    Args:
        home: its `ELO_HOME`.
        log: where its output goes.
        variables: further `ELO_*` variables; those of the shell are not passed on.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("ELO_")}
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [ELO, "dev", "--port", "0"],
            env={**env, "ELO_HOME": str(home), **variables},
            stdout=sink,
            stderr=subprocess.STDOUT,
            # as a script's background job: Dagster alone would then ignore SIGTERM as well
            preexec_fn=_ignore_interrupts,
        )
    try:
        yield DevServer(process, _wait_for_url(process, log), log)
    finally:
        _end(process)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _wait_for_url(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and process.poll() is None:
        found = _URL.search(log.read_text(errors="replace"))
        if found:
            return found[0]
        time.sleep(0.5)
    raise AssertionError(f"`elo dev` did not come up:\n{log.read_text(errors='replace')}")


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    descendants = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    try:
        process.wait(STOP_S)
    finally:
        process.kill()
        for left in psutil.wait_procs(descendants, timeout=10)[1]:
            left.kill()
