"""`elo dev`: the Dagster UI on 127.0.0.1, with schedules, sensors and the run queue at work.

What does not belong here: what the UI shows (`orchestration/defs`).
"""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer

from ingestion.settings import Settings
from orchestration.cli.console import err, fail, out
from orchestration.lib.instance import HomeBusyError, open_instance, prepare_home
from orchestration.release.decisions import DecisionFileError
from orchestration.release.state import RegistryLostError, ensure_state

_HOST = "127.0.0.1"
_CHECKOUT = Path(__file__).parents[2]
_POLL_S = 0.5
#: Dagster gives its web server and its daemon 60 s each to end; a run at work ends with them.
_GRACE_S = 90.0


def dev(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 = a free one.")
    ] = 3000,
) -> None:
    """Open the Dagster UI on 127.0.0.1 (nobody else can reach it) until Ctrl-C."""
    settings = Settings.from_env()
    prepare_home(settings)
    with _claim_home(settings):
        port = choose_port(port)
        ready_state(settings)
        serve(settings, port)


def choose_port(port: int) -> int:
    """The port itself when it is free, or any free one for 0.

    Raises:
        typer.Exit: it cannot be used; the message says what to do.
    """
    with socket.socket() as probe:
        # a port whose last connection is just closing is free for a server
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            fail(
                f"port {port} on {_HOST} cannot be used: {error.strerror}",
                code=1,
                hint="end what runs there, or take another: elo dev --port 0 finds a free one",
            )
        chosen: int = probe.getsockname()[1]
        return chosen


@contextmanager
def _claim_home(settings: Settings) -> Iterator[None]:
    """Two daemons on one instance would launch every scheduled run twice."""
    with (settings.dagster_home / "dev.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fail(
                f"another `elo dev` already serves {settings.home}",
                code=1,
                hint="use its window, end it, or set ELO_HOME to another folder",
            )
        yield


def ready_state(settings: Settings) -> None:
    """Make the home ready for runs, unless a refresh is at work there and has done so."""
    try:
        with open_instance(settings):
            ensure_state(settings.state, settings.releases)
    except HomeBusyError:
        err.print("a refresh is at work in this home; its steps show up in the UI")
    except (RegistryLostError, DecisionFileError) as error:
        fail(str(error), code=1)


def serve(settings: Settings, port: int) -> None:
    """Run Dagster's services until this process is told to end.

    Raises:
        typer.Exit: they ended by themselves.
    """
    with _interruptible():
        # a session of its own: Ctrl-C reaches this process alone, which ends the others in order
        services = subprocess.Popen(  # noqa: S603 own arguments
            _command(port), cwd=_CHECKOUT, env=_environment(), start_new_session=True
        )
        try:
            _wait_until_open(services, port)
            out.print(f"[bold green]Dagster UI[/] http://{_HOST}:{port}", highlight=False)
            out.print(f"  home      {settings.home}", highlight=False, soft_wrap=True)
            out.print("  stop      Ctrl-C", highlight=False)
            services.wait()
            fail("Dagster ended by itself; its own lines above say why", code=1)
        except KeyboardInterrupt:
            out.print("stopping …", highlight=False)
        finally:
            end(services)


def _command(port: int) -> list[str]:
    return [
        str(Path(sys.executable).with_name("dagster")),
        *("dev", "--workspace", str(_CHECKOUT / "workspace.yaml")),
        *("--host", _HOST, "--port", str(port), "--log-level", "warning"),
    ]


def _environment() -> dict[str, str]:
    # `dg dev`, which the warning recommends, wraps the same command and looks for updates online
    quiet = "ignore:Function `dev_command` is superseded"
    return {**os.environ, "PYTHONWARNINGS": quiet}


def _wait_until_open(services: subprocess.Popen[bytes], port: int) -> None:
    """Return when the web server answers, or when the services have ended."""
    err.print("loading definitions …")
    while services.poll() is None:
        with suppress(OSError), socket.create_connection((_HOST, port), timeout=_POLL_S):
            return
        time.sleep(_POLL_S)
    fail("Dagster ended before its UI was up; its own lines above say why", code=1)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let SIGTERM stop the services as Ctrl-C does, also when this process runs unattended.

    A process started in the background of a script ignores SIGINT, its children inherit that,
    and `dagster dev` maps SIGTERM to whatever SIGINT does: to nothing. A handler is not
    inherited, so setting one here makes the services stoppable.
    """
    caught = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, signal.default_int_handler) for number in caught}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end(services: subprocess.Popen[bytes]) -> None:
    """End Dagster's services in order; what does not end by itself is killed with its group."""
    if services.poll() is None:
        services.terminate()
    try:
        services.wait(_GRACE_S)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        err.print("killing what did not end")
    with suppress(ProcessLookupError):
        os.killpg(services.pid, signal.SIGKILL)
    services.wait()
