"""Resources shared by the definitions."""

import dagster as dg
from dagster_dbt import DbtCliResource

from orchestration.lib.dbt_project import dbt_executable, load_project


@dg.definitions
def resources() -> dg.Definitions:
    """The dbt command line on our project."""
    return dg.Definitions(
        resources={
            "dbt": DbtCliResource(
                project_dir=load_project(),
                profiles_dir=str(load_project().project_dir),
                dbt_executable=dbt_executable(),
            )
        }
    )
