"""The publishers whose feeds are read: a list in `source.yml`, checked when it is used.

What does not belong here: which authority followed which; that is reference data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from ingestion.spec import SourceSpec
from ingestion.text.names import collapse, comparable

_FEED = "https://www.sttinfo.fi/rss/releases/latest?publisherId={id}"


class Publisher(BaseModel):
    """One publisher; without an id it is off.

    Attributes:
        expect: stems of which one must stand at the start of a word of the channel title.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(default=None, pattern=r"^\d{6,10}$")
    name: str
    confidence: str
    expect: tuple[str, ...] = Field(min_length=1)

    @property
    def feed_url(self) -> str:
        """The feed of this publisher."""
        return _FEED.format(id=self.id)

    def is_named_in(self, title: str) -> bool:
        """Whether a channel title or byline names this publisher."""
        said = comparable(title)
        return any(
            pattern.search(said) and not _is_longer_name(said, stem)
            for stem, pattern in map(_stem, self.expect)
        )


class Options(BaseModel):
    """`options` of this source's `source.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fresh_days: int = Field(ge=0)
    max_age_days: int = Field(ge=1)
    publishers: tuple[Publisher, ...]

    @property
    def active(self) -> tuple[Publisher, ...]:
        """Publishers with a known id."""
        return tuple(publisher for publisher in self.publishers if publisher.id)

    def by_id(self, publisher_id: str | None) -> Publisher | None:
        """The publisher with an id."""
        return next((p for p in self.active if p.id == publisher_id), None)


def read_options(spec: SourceSpec) -> Options:
    """The options of the source, checked."""
    return Options.model_validate(spec.options)


def publisher_named(title: str, publishers: Sequence[Publisher]) -> Publisher | None:
    """The one known publisher that a byline names; None for none or several."""
    named = [p for p in publishers if p.is_named_in(collapse(title))]
    regional = named[1:] if named and named[0] is publishers[0] else named
    # "Keski-Suomen elinvoimakeskus" holds the group's word too; the region is the closer name.
    chosen = regional or named
    return chosen[0] if len(chosen) == 1 else None


@cache
def _stem(word: str) -> tuple[str, re.Pattern[str]]:
    """A stem for comparison and how it is found in a title.

    Not after a hyphen or another part of a name: Pohjanmaa is inside Etelä-Pohjanmaa.
    """
    stem = comparable(word)
    return stem, re.compile(rf"(?<![\w-]){re.escape(stem)}")


def _is_longer_name(said: str, stem: str) -> bool:
    swedish = ("södra ", "norra ", "mellersta ", "östra ", "västra ", "inre ")
    at = said.find(stem)
    return not stem.startswith(swedish) and any(said[:at].endswith(word) for word in swedish)
