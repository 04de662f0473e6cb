"""The night: every source is collected in a run of its own, then one build.

What does not belong here: the steps themselves.
"""

from collections.abc import Iterator

import dagster as dg

from ingestion.landing.status import is_attempted
from ingestion.registry import find_sources
from ingestion.settings import HELSINKI, Settings
from orchestration.defs.jobs import build, collect
from orchestration.lib.instance import BATCH_TAG, SOURCE_TAG
from orchestration.lib.source_assets import raw_key, records_key

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
                tags={BATCH_TAG: night, SOURCE_TAG: source.id},
            )


@dg.sensor(
    job=build,
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Builds and releases once all collect runs have ended, good or bad.",
)
def build_after_collect(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """One build a night, and one after files were dropped."""
    runs = context.instance.get_runs(filters=dg.RunsFilter(job_name=collect.name), limit=200)
    batches = [run.tags[BATCH_TAG] for run in runs if BATCH_TAG in run.tags]
    if not batches:
        return dg.SkipReason("nothing has been collected yet by the schedule or a dropped file")
    open_runs = [run for run in runs if BATCH_TAG in run.tags and run.status not in _DONE]
    if open_runs:
        return dg.SkipReason(f"{len(open_runs)} collect runs are still at work")
    # days and moments sort by time, so the newest stands for whatever it overtook
    batch = max(batches)
    return dg.RunRequest(run_key=batch, tags={BATCH_TAG: batch})
