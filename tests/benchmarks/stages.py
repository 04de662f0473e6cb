"""Says which part of a run its CPU seconds went to.

What does not belong here: the total, which the kernel states from outside (`measure.py`).
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

#: The parts of a night, in order.
STAGES = ("start-up", "collect", "parse", "land", "warehouse", "checks", "release", "end")


class StageClock:
    """CPU and wall seconds since the last mark, added up by stage.

    The CPU clock begins with the process, so what was imported before counts as the first stage.
    Children count when they have ended and were waited for.
    """

    def __init__(self) -> None:
        self.cpu_s: dict[str, float] = {}
        self.wall_s: dict[str, float] = {}
        self._cpu = 0.0
        self._wall = time.monotonic()

    def mark(self, stage: str) -> None:
        """Whatever happened since the last mark belongs to `stage`."""
        times = os.times()
        cpu = times.user + times.system + times.children_user + times.children_system
        wall = time.monotonic()
        self.cpu_s[stage] = self.cpu_s.get(stage, 0.0) + cpu - self._cpu
        self.wall_s[stage] = self.wall_s.get(stage, 0.0) + wall - self._wall
        self._cpu, self._wall = cpu, wall

    def watch(self, task: str, done: int, total: int) -> None:
        """A sink of `orchestration.lib.progress`: what was reported has just been done."""
        if not self.cpu_s:
            self.mark("start-up")
            return
        self.mark(_stage_before(task, done))

    def write(self, path: Path, **facts: object) -> None:
        """Write the figures, and what else is to be known of the run, as JSON."""
        stages = {
            stage: {"cpu_s": round(self.cpu_s[stage], 3), "wall_s": round(self.wall_s[stage], 3)}
            for stage in STAGES
            if stage in self.cpu_s
        }
        path.write_text(json.dumps({"stages": stages, **facts}), encoding="utf-8")


def _stage_before(task: str, done: int) -> str:
    """The stage that ends with a report; the first report of a task ends the stage before it."""
    if task == "check":
        return "checks" if done else "warehouse"
    if task == "release":
        return "release" if done else "checks"
    family = task.partition(" ")[0]
    return {"source": "parse"}.get(family, family)
