"""The sandbox as a process of its own, so that neither world nor server is in any figure."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from ingestion.sandbox import Sandbox


@contextmanager
def serve(projects: int, seed: int, as_of: date) -> Iterator[dict[str, str]]:
    """Serve a world while the context lasts and give the variables that point a night at it."""
    command = [sys.executable, "-m", __spec__.name, str(projects), str(seed), as_of.isoformat()]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        line = server.stdout.readline()
        if not line:
            raise RuntimeError(f"the sandbox of {projects} projects did not start")
        try:
            yield json.loads(line)
        finally:
            server.stdin.close()  # the server ends with its input
            server.wait(timeout=60)


def main() -> None:
    """Serve until the input ends."""
    projects, seed, as_of = sys.argv[1:]
    world = Sandbox.build(projects=int(projects), seed=int(seed), as_of=date.fromisoformat(as_of))
    with world.serve() as served:
        sys.stdout.write(json.dumps(served.env()) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
