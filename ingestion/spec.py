"""SourceSpec: the schema of `source.yml`, the one declaration of a source.

Everything a source states about itself stands in its `source.yml` and is checked here when
the file is loaded. What does not belong here: how a source is read (its `scraper.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ingestion.records import RECORD_KINDS

Kind = str
Lifecycle = Literal["active", "frozen", "retired"]


class SpecError(ValueError):
    """A `source.yml` does not say what a source must say."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Licence(_Strict):
    """What is known about the right to reuse, and how sure it is."""

    id: str
    confidence: Literal["confirmed", "reported", "assumed", "unknown"]


class Access(_Strict):
    """How politely and how far the source is fetched.

    Attributes:
        min_delay_s: seconds between two requests to one host.
        max_age_days: evidence older than this makes the source stale.
        max_pages: cap of one crawl; reaching it makes the snapshot incomplete.
        max_depth: links followed from the start page.
        deadline_s: total time of one collect run.
    """

    min_delay_s: float = Field(default=1.0, ge=0)
    max_age_days: int = Field(default=7, ge=1)
    max_pages: int = Field(default=20_000, ge=1)
    max_depth: int = Field(default=10, ge=0)
    deadline_s: int = Field(default=4 * 3600, ge=1)
    drop_fields: tuple[str, ...] = ()


class Delta(_Strict):
    """When a night asks only for what has changed (`ingestion/loads.py`, ADR 7).

    Attributes:
        recheck_days: a whole load is due when the last one is so many days old.
        from_pages: smallest whole load, in pages, after which it is worth it; a source that is
            read in fewer is read whole every night.
        overlap_days: how far before its newest known change a delta begins.
    """

    recheck_days: int = Field(ge=2, le=31)
    from_pages: int = Field(ge=1)
    overlap_days: int = Field(default=1, ge=1)


class Assertions(_Strict):
    """Bounds of one snapshot. `min`, `fill` and `max_drop` block its promotion, `max` warns.

    Attributes:
        min: record kind -> fewest records of a good snapshot.
        max: record kind -> most records before somebody should look.
        fill: `kind.field` -> smallest share (0..1) of records with a value.
        max_drop: largest share of records that may vanish against the last good snapshot.
        max_quarantine: largest share of rows that may be quarantined.
    """

    min: dict[Kind, int] = Field(default_factory=dict)
    max: dict[Kind, int] = Field(default_factory=dict)
    fill: dict[str, float] = Field(default_factory=dict)
    max_drop: float = Field(default=0.3, ge=0, le=1)
    max_quarantine: float = Field(default=0.02, ge=0, le=1)


class SourceSpec(_Strict):
    """One source, as its folder declares it (see `ingestion/sources/<id>/source.yml`).

    Attributes:
        id: folder name, asset key part and suffix of `ELO_URL_<ID>`.
        base_url: public prefix that `ELO_URL_<ID>` replaces; None for a pure drop folder.
        hosts: public hosts that may be fetched besides that of `base_url`.
        delta: how it is loaded by change; None = every night reads it whole.
        drop: file endings accepted in `$ELO_HOME/drop/<id>/`; empty = no drop folder.
        trust: `kind.field` or `default` -> 0..100; the higher one wins where sources disagree.
        lookups: `kind.field` -> raw value -> value of the closed list. Unknown raw values are
            kept, reported as drift, and become the list's unknown.
        looks_up: identifiers that this source is asked about once others have shown them; such
            sources are collected last.
        options: what only this source's scraper understands.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: dict[Literal["fi", "sv", "en"], str]
    publisher: str
    licence: Licence
    verified_live: bool
    lifecycle: Lifecycle = "active"
    platform: str
    base_url: str | None = None
    hosts: tuple[str, ...] = ()
    public_url: str | None = None
    access: Access = Access()
    delta: Delta | None = None
    drop: tuple[Literal["csv", "xlsx"], ...] = ()
    kinds: tuple[str, ...]
    complete: dict[str, str] = Field(default_factory=dict)
    assertions: Assertions = Assertions()
    trust: dict[str, int] = Field(default_factory=dict)
    lookups: dict[str, dict[str, str]] = Field(default_factory=dict)
    looks_up: tuple[Literal["business_id"], ...] = ()
    options: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _consistent(self) -> SourceSpec:
        unknown = set(self.kinds) - set(RECORD_KINDS)
        if unknown:
            raise ValueError(f"kinds {sorted(unknown)} are no record kinds {sorted(RECORD_KINDS)}")
        if self.base_url is None and not self.drop:
            raise ValueError("a source needs a base_url, a drop folder, or both")
        if self.delta is not None and self.drop:
            raise ValueError("changes are asked from a site: a drop folder has none")
        return self

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Public hosts this source may be fetched from."""
        base = urlsplit(self.base_url).hostname if self.base_url else None
        return frozenset(self.hosts) | ({base} if base else frozenset())

    def trust_of(self, field: str) -> int:
        """Trust of one field such as `project.name`."""
        return self.trust.get(field, self.trust.get("default", 50))


def load_spec(path: Path) -> SourceSpec:
    """Read one `source.yml`.

    Raises:
        SpecError: the file is no YAML mapping or breaks the schema; the message names the file.
    """
    try:
        spec = SourceSpec.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise SpecError(f"{path}: {error}") from error
    if spec.id != path.parent.name:
        raise SpecError(f"{path}: id {spec.id!r} differs from its folder {path.parent.name!r}")
    return spec
