"""The sandbox: one world, the replicas of all sources that have one, and the truth.

The same arguments give the same bytes. What does not belong here: how a source is rendered
(its `replica.py`) and how it is read.
"""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ingestion.registry import find_sources, load_module
from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.catalogue import PATTERNS
from ingestion.sandbox.replica import Replica
from ingestion.sandbox.server import Served
from ingestion.sandbox.truth import TruthWriter, write_world
from ingestion.sandbox.world import World


class Sandbox:
    """A built world with its replicas."""

    def __init__(self, world: World, replicas: dict[str, Replica]) -> None:
        self.world = world
        self.replicas = replicas
        self._counts: dict[str, int] | None = None

    @classmethod
    def build(
        cls, projects: int = 400, seed: int = 1, as_of: date | None = None,
        sources: tuple[str, ...] | None = None,
    ) -> Sandbox:  # fmt: skip
        """Build the world and every source's replica.

        Args:
            projects: how many real-world projects there are.
            seed: another seed, another world.
            as_of: the world's today; by default the day in Finland.
            sources: only these; by default every source whose folder has a `replica.py`.
        """
        if as_of is None:
            as_of = datetime.now(tz=ZoneInfo("Europe/Helsinki")).date()
        world = World.build(projects=projects, seed=seed, as_of=as_of)
        replicas: dict[str, Replica] = {}
        for source in find_sources().values():
            path = source.folder / "replica.py"
            if path.exists() and (sources is None or source.id in sources):
                replicas[source.id] = load_module(path).Replica(world)
        return cls(world, replicas)

    def write(self, out: Path, drop: Path | None = None) -> None:
        """Write `truth/`, `drop/` and `phenomena.json` under a folder.

        Args:
            out: the folder; made where it is not there.
            drop: a home's drop folder that gets the files to drop as well, in place of those of
                an earlier world.
        """
        truth = out / "truth"
        truth.mkdir(parents=True, exist_ok=True)
        write_world(self.world, truth)
        with TruthWriter(truth) as writer:
            ledger = Ledger(writer.write)
            self._book(ledger)
            ledger.close()
        for source_id, replica in self.replicas.items():
            for file in replica.files():
                folder = out / "drop" / source_id
                folder.mkdir(parents=True, exist_ok=True)
                (folder / file.name).write_bytes(file.body)
            if drop is not None:
                _replace_folder(out / "drop" / source_id, drop / source_id)
        text = json.dumps(self.phenomena(), indent=2, ensure_ascii=False) + "\n"
        (out / "phenomena.json").write_text(text, encoding="utf-8")

    def serve(self, port: int = 0, log: Path | None = None) -> Served:
        """Serve all replicas on loopback; ports count up from `port`, 0 = any free ones."""
        return Served(self.replicas, port, log)

    def phenomena(self) -> dict[str, int]:
        """How often each pattern is written, over all pages."""
        if self._counts is None:
            self._book(Ledger())
        counts = self._counts or {}
        return {pattern: counts.get(pattern, 0) for pattern in PATTERNS}

    def _book(self, ledger: Ledger) -> None:
        for replica in self.replicas.values():
            replica.book(ledger)
        self._counts = dict(ledger.counts)


def _replace_folder(source: Path, target: Path) -> None:
    if source.exists():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
