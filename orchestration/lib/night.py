"""The nightly job as one call: collect each source, then build, through Dagster in this process.

Every run and materialisation lands in the instance's event log. What does not belong here: how
the result is shown (`cli/`).
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg

from ingestion.landing.status import SourceStatus, is_attempted, judge_source
from ingestion.registry import Source, find_sources
from ingestion.replay import usable_snapshots
from ingestion.settings import Settings
from orchestration.lib.instance import IN_PROCESS_TAG, SOURCE_TAG, open_instance
from orchestration.lib.progress import report
from orchestration.lib.source_assets import raw_key, records_key
from orchestration.release.layout import current_name
from orchestration.release.state import ensure_state

#: Every event is in the event log; the terminal shows progress and the summary.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class UnknownSourceError(ValueError):
    """A source was named that there is not; the message lists those there are."""


@dataclass(frozen=True)
class NightResult:
    """How a night ended.

    Attributes:
        released: folder of the new generation, or None when nothing was released.
        attempted: ids of the sources that the night tried.
        statuses: every source, as it stands now.
        failures: messages of failed steps, in order.
        seconds: wall time.
    """

    released: Path | None
    attempted: frozenset[str]
    statuses: tuple[SourceStatus, ...]
    failures: tuple[str, ...]
    seconds: float

    @property
    def exit_code(self) -> int:
        """0 released and all attempted fresh · 3 released, some not fresh · 1 nothing released."""
        if self.released is None:
            return 1
        tired = [s for s in self.statuses if s.source_id in self.attempted and s.status != "fresh"]
        return 3 if tired else 0


def run_night(
    settings: Settings, *, only: Iterable[str] | None = None, offline: bool = False
) -> NightResult:
    """Run the nightly job.

    Args:
        settings: the home, the day and the URLs.
        only: ids of the sources to try; None for all. The others keep their last good rows.
        offline: rebuild from the archive: no fetching, every archived snapshot is read again.

    Raises:
        UnknownSourceError: `only` names a source that there is not.
        HomeBusyError: another refresh works in this home.
        RegistryLostError: releases exist and the registry of ids does not.
    """
    started = time.monotonic()
    sources = choose_sources(only)
    with open_instance(settings) as instance:
        ensure_state(settings.state, settings.releases)
        before = current_name(settings.releases)
        jobs = _load_jobs()
        attempted = [source for source in sources if _is_tried(source, settings, offline)]
        failures = _collect_all(instance, jobs["collect"], attempted, offline)
        failures += _build(instance, jobs["build"], settings.build / "dbt.log", rebuild=offline)
        after = current_name(settings.releases)
    return NightResult(
        released=settings.releases / after if after and after != before else None,
        attempted=frozenset(source.id for source in attempted),
        statuses=tuple(judge_source(s.spec, settings) for s in find_sources().values()),
        failures=tuple(failures),
        seconds=time.monotonic() - started,
    )


def choose_sources(only: Iterable[str] | None) -> list[Source]:
    """Sources by id; all of them for None.

    Raises:
        UnknownSourceError: an id is not there.
    """
    sources = find_sources()
    if only is None:
        return list(sources.values())
    wanted = list(dict.fromkeys(only))
    unknown = [source_id for source_id in wanted if source_id not in sources]
    if unknown or not wanted:
        raise UnknownSourceError(
            f"no source {', '.join(unknown) or 'named'}; there are: {', '.join(sources)}"
        )
    return [sources[source_id] for source_id in wanted]


def _is_tried(source: Source, settings: Settings, offline: bool) -> bool:
    if offline:
        return bool(usable_snapshots(settings, source.id))
    return is_attempted(source.spec, settings)


def _collect_all(
    instance: dg.DagsterInstance, job: dg.JobDefinition, sources: list[Source], offline: bool
) -> list[str]:
    """One run a source, one after the other.

    Not in threads: two runs of one process lock each other out of the event log (Dagster 1.13.27
    on SQLite, seen as a deadlock in its connection lock).
    """
    failures: list[str] = []
    # who is asked about what others show comes behind them
    for source in sorted(sources, key=lambda source: bool(source.spec.looks_up)):
        failures += _collect_one(instance, job, source, offline)
    return failures


def _collect_one(
    instance: dg.DagsterInstance, job: dg.JobDefinition, source: Source, offline: bool
) -> list[str]:
    selection = (
        [records_key(source.id)] if offline else [raw_key(source.id), records_key(source.id)]
    )
    step = "__".join(records_key(source.id).path)
    result = job.execute_in_process(
        instance=instance,
        asset_selection=selection,
        run_config={"ops": {step: {"config": {"every_snapshot": offline}}}, **_QUIET},
        tags={IN_PROCESS_TAG: "true", SOURCE_TAG: source.id},
        raise_on_error=False,
    )
    report(f"source {source.id}", 1, 1)
    return _read_failures(result)


def _build(
    instance: dg.DagsterInstance, job: dg.JobDefinition, log: Path, *, rebuild: bool
) -> list[str]:
    # dbt's own lines go to a file: the terminal shows progress and the summary
    with log.open("w", encoding="utf-8") as file, redirect_stdout(file):
        result = job.execute_in_process(
            instance=instance,
            run_config={"ops": {"landing": {"config": {"rebuild": rebuild}}}, **_QUIET},
            tags={IN_PROCESS_TAG: "true"},
            raise_on_error=False,
        )
    return _read_failures(result)


def _load_jobs() -> dict[str, dg.JobDefinition]:
    """Both jobs from one reading of the definitions, which takes seconds."""
    from orchestration.definitions import defs

    loaded = load_definitions(defs)
    return {name: loaded.resolve_job_def(name) for name in ("collect", "build")}


def load_definitions(lazy: Any) -> dg.Definitions:
    """The definitions behind `@dg.definitions`."""
    loaded: dg.Definitions = lazy() if callable(lazy) else lazy
    return loaded


def _read_failures(result: dg.ExecuteInProcessResult) -> list[str]:
    failures = []
    for event in result.get_step_failure_events():
        error = event.step_failure_data.error
        user = event.step_failure_data.user_failure_data
        while error is not None and error.cause is not None:
            error = error.cause  # what really happened, not Dagster's frame around it
        message = (user.description if user else None) or (error.message if error else "failed")
        failures.append(f"{event.step_key}: {message.strip()}")
    return failures
