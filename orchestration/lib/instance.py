"""The home of a night: its folders and its Dagster instance.

What does not belong here: what a night does (`night.py`).
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from ingestion.settings import Settings

#: Tag of runs that live inside one `elo` process: when its lock is free, they are dead.
IN_PROCESS_TAG = "elo/in_process"
#: Tag that ties collect runs together that one build follows: the Finnish day of a night, or the
#: moment at which dropped files were found.
BATCH_TAG = "elo/batch"
#: Tag with the id of the source that a run collects.
SOURCE_TAG = "elo/source"

_TEMPLATE = Path(__file__).parent.parent / "dagster.yaml"
_UNFINISHED = [
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


class HomeBusyError(RuntimeError):
    """Another refresh works in this home right now."""


def prepare_home(settings: Settings) -> None:
    """Create the folders of `ELO_HOME` and the instance configuration, where absent."""
    for folder in (
        settings.raw,
        settings.landing,
        settings.build,
        settings.releases,
        settings.drop,
        settings.state,
        settings.dagster_home,
    ):
        folder.mkdir(parents=True, exist_ok=True)
    settings.raw.chmod(0o700)  # raw bytes may hold persons
    config = settings.dagster_home / "dagster.yaml"
    if not config.exists():
        shutil.copyfile(_TEMPLATE, config)
    os.environ["DAGSTER_HOME"] = str(settings.dagster_home)
    os.environ["ELO_HOME"] = str(settings.home)
    os.environ.setdefault("DO_NOT_TRACK", "1")


@contextmanager
def open_instance(settings: Settings) -> Iterator[dg.DagsterInstance]:
    """The home's Dagster instance, for one process at a time.

    Raises:
        HomeBusyError: another process holds the home.
    """
    prepare_home(settings)
    with (settings.dagster_home / "refresh.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise HomeBusyError(
                f"another refresh is at work in {settings.home}; wait for it, or end it first"
            ) from None
        with dg.DagsterInstance.get() as instance:
            bury_dead_runs(instance)
            yield instance


def bury_dead_runs(instance: dg.DagsterInstance) -> list[str]:
    """Fail the runs that a killed `elo` process left behind and free their pool slots.

    Only to be called while holding the home's lock: no run of this kind can then be alive.
    """
    dead = instance.get_runs(
        filters=dg.RunsFilter(statuses=_UNFINISHED, tags={IN_PROCESS_TAG: "true"})
    )
    for run in dead:
        instance.report_run_failed(run, "its process is gone; buried by the next refresh")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
    return [run.run_id for run in dead]
