"""How dbt models appear in Dagster: keys as dbt has them, groups by layer, kinds for the icons.

Model key = [schema, name]; sources carry `meta.dagster.asset_key`, so lineage joins landing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings

_LAYERS = ("staging", "intermediate", "marts", "seeds")


class EloTranslator(DagsterDbtTranslator):
    """Groups models by layer."""

    def __init__(self) -> None:
        super().__init__(
            settings=DagsterDbtTranslatorSettings(
                enable_asset_checks=True,
                enable_source_tests_as_checks=True,
                enable_code_references=True,
            )
        )

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """[schema, name] for models and seeds; the declared key for sources."""
        if dbt_resource_props["resource_type"] in ("model", "seed"):
            return dg.AssetKey([dbt_resource_props["schema"], dbt_resource_props["name"]])
        return super().get_asset_key(dbt_resource_props)

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The layer of a model; seeds are a layer of their own."""
        if dbt_resource_props["resource_type"] == "seed":
            return "seeds"
        layer: str = dbt_resource_props["fqn"][1]
        return layer if layer in _LAYERS else None

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """What the model is, in its author's words; the SQL is one click away, in its file."""
        return str(dbt_resource_props.get("description") or "").strip()
