"""The night: every source is collected in a run of its own, then one build.

What does not belong here: the steps themselves.
"""

from collections.abc import Iterator

import dagster as dg

from ingestion.landing.status import is_attempted
from ingestion.registry import find_sources
from ingestion.settings import HELSINKI, Settings
from orchestration.defs.jobs import build, collect
from orchestration.lib.source_assets import raw_key, records_key

#: Tag that ties the runs of one night together; its value is the Finnish day.
NIGHT_TAG = "elo/night"

_DONE = {
    dg.DagsterRunStatus.SUCCESS,
    dg.DagsterRunStatus.FAILURE,
    dg.DagsterRunStatus.CANCELED,
}


@dg.schedule(
    job=collect,
    cron_schedule="15 2 * * *",
    execution_timezone=str(HELSINKI),
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="02:15 in Finland: one collect run for each source that has anything to try.",
)
def nightly(context: dg.ScheduleEvaluationContext) -> Iterator[dg.RunRequest]:
    """One run request a source."""
    settings = Settings.from_env()
    night = context.scheduled_execution_time.astimezone(HELSINKI).date().isoformat()
    for source in find_sources().values():
        if is_attempted(source.spec, settings):
            yield dg.RunRequest(
                run_key=f"{night}:{source.id}",
                asset_selection=[raw_key(source.id), records_key(source.id)],
                tags={NIGHT_TAG: night, "elo/source": source.id},
            )


@dg.sensor(
    job=build,
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Builds and releases once all collect runs of a night have ended, good or bad.",
)
def build_after_collect(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """One build a night."""
    runs = context.instance.get_runs(filters=dg.RunsFilter(job_name=collect.name), limit=200)
    nights = [run.tags[NIGHT_TAG] for run in runs if NIGHT_TAG in run.tags]
    if not nights:
        return dg.SkipReason("no night has been collected yet")
    night = max(nights)
    open_runs = [r for r in runs if r.tags.get(NIGHT_TAG) == night and r.status not in _DONE]
    if open_runs:
        return dg.SkipReason(f"{len(open_runs)} collect runs of {night} are still at work")
    return dg.RunRequest(run_key=night, tags={NIGHT_TAG: night})
