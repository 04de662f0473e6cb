"""Runs one command as a child process and says what it and its own children cost.

CPU is the kernel's account of the child and of every process that was waited for below it; the
server of the sandbox is none of them. What does not belong here: what is run.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY_S = 0.2
_MEGABYTE = 1_000_000


class MeasuredRunError(RuntimeError):
    """A measured command failed; the message names its log."""


@dataclass(frozen=True)
class Cost:
    """What one run cost.

    Attributes:
        cpu_s: user and system seconds of the whole process tree.
        wall_s: seconds on the clock.
        peak_mb: highest sum of resident memory over the process tree, in megabytes; sampled.
    """

    cpu_s: float
    wall_s: float
    peak_mb: float


def measure(
    command: Sequence[str], *, env: Mapping[str, str], log: Path, accepted: tuple[int, ...] = (0,)
) -> Cost:
    """Run a command to its end.

    Args:
        command: program and arguments.
        env: variables beside those of this process.
        log: takes what the command prints.
        accepted: exit codes that count as done.

    Raises:
        MeasuredRunError: another exit code.
    """
    began = time.monotonic()
    with log.open("wb") as stream:
        child = subprocess.Popen(
            command, env={**os.environ, **env}, stdout=stream, stderr=subprocess.STDOUT
        )
        watched = psutil.Process(child.pid)
        peak = 0
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            peak = max(peak, _resident(watched))
            time.sleep(_EVERY_S)
    child.returncode = os.waitstatus_to_exitcode(status)  # reaped above, not by Popen
    if child.returncode not in accepted:
        raise MeasuredRunError(f"{command[-1]} ended with {child.returncode}: see {log}")
    return Cost(
        cpu_s=usage.ru_utime + usage.ru_stime,
        wall_s=time.monotonic() - began,
        peak_mb=peak / _MEGABYTE,
    )


def _resident(process: psutil.Process) -> int:
    try:
        tree = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    total = 0
    for member in tree:
        try:
            total += member.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total
