"""Everything Dagster loads: one module a stage of the data's path, then jobs and schedules."""
