"""A measured night: the very command `elo refresh`, with a clock on its stages."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.stages import StageClock


def main() -> None:
    """Run the night; the argument is the file for its figures."""
    clock = StageClock()
    from orchestration.cli.main import app
    from orchestration.lib.progress import watch

    code: object = 1
    with watch(clock.watch):
        try:
            app(["refresh"])
        except SystemExit as ended:
            code = ended.code
    clock.mark("end")
    clock.write(Path(sys.argv[1]))
    raise SystemExit(code)


if __name__ == "__main__":
    main()
