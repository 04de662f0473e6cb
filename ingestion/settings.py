"""The `ELO_*` variables of the contract, typed and read in one place by every layer.

What does not belong here: facts about a source (they live in its `source.yml`) and any
default that a person running a night could not want to change.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
_URL_PREFIX = "ELO_URL_"


class SettingsError(ValueError):
    """An `ELO_*` variable holds a value that cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Settings:
    """One night's settings.

    Attributes:
        home: root of all data (`ELO_HOME`).
        as_of: the day that counts as today in Finland (`ELO_AS_OF`).
        target: dbt target the warehouse is built on (`ELO_TARGET`).
        crawl_delay_s: seconds between two requests to one host and port, or None for the
            source's own (`ELO_CRAWL_DELAY_S`).
        url_overrides: source id -> base URL that replaces the public one; an empty string
            means that nothing is fetched (`ELO_URL_<SOURCE>`).
    """

    home: Path
    as_of: date
    target: str = "duckdb"
    crawl_delay_s: float | None = None
    url_overrides: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read the environment.

        Raises:
            SettingsError: a variable is set to something unusable.
        """
        env = os.environ if env is None else env
        return cls(
            home=Path(env.get("ELO_HOME") or "data").expanduser().resolve(),
            as_of=_read_day(env.get("ELO_AS_OF", "")),
            target=env.get("ELO_TARGET") or "duckdb",
            crawl_delay_s=_read_delay(env.get("ELO_CRAWL_DELAY_S", "")),
            url_overrides={
                name[len(_URL_PREFIX) :].lower(): value.strip().rstrip("/")
                for name, value in env.items()
                if name.startswith(_URL_PREFIX)
            },
        )

    @property
    def raw(self) -> Path:
        """Immutable bytes and fetch logs, one folder a source."""
        return self.home / "raw"

    @property
    def landing(self) -> Path:
        """Typed records as Parquet: `history/` by snapshot, `current/` the newest good ones."""
        return self.home / "landing"

    @property
    def build(self) -> Path:
        """Databases under construction; nobody but the build opens them."""
        return self.home / "build"

    @property
    def releases(self) -> Path:
        """Published generations and the symlink `current`."""
        return self.home / "releases"

    @property
    def drop(self) -> Path:
        """Where a person puts exported files, one folder a source."""
        return self.home / "drop"

    @property
    def state(self) -> Path:
        """What survives every rebuild: id registry, fact history, decisions."""
        return self.home / "state"

    @property
    def sandbox(self) -> Path:
        """Truth and drop files of the bundled sandbox."""
        return self.home / "sandbox"

    @property
    def dagster_home(self) -> Path:
        """Dagster's instance: event log, run storage, schedules."""
        return self.home / "dagster"


def extra_source_folders(env: Mapping[str, str] | None = None) -> list[Path]:
    """Folders with further sources (`ELO_EXTRA_SOURCES`, separated as in PATH), for trials."""
    text = (os.environ if env is None else env).get("ELO_EXTRA_SOURCES", "")
    return [Path(part) for part in text.split(os.pathsep) if part]


def _read_day(text: str) -> date:
    if not text:
        return datetime.now(tz=HELSINKI).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"ELO_AS_OF={text!r} is no ISO date such as 2026-11-24") from error


def _read_delay(text: str) -> float | None:
    if not text:
        return None
    try:
        delay = float(text)
    except ValueError as error:
        raise SettingsError(f"ELO_CRAWL_DELAY_S={text!r} is no number of seconds") from error
    if not 0 <= delay < 3600:
        raise SettingsError(f"ELO_CRAWL_DELAY_S={text!r} must lie between 0 and 3600 seconds")
    return delay
