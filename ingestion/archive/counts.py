"""The accounting of one collect run: every request ends as exactly one outcome.

What does not belong here: what an outcome means for the fate of a snapshot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from ingestion.http.answers import Outcome


class AccountingError(Exception):
    """Requests and outcomes of a run do not add up: something was dropped in silence."""


@dataclass(frozen=True)
class Counts:
    """How the requests of one snapshot ended.

    Attributes:
        requested: requests made or given up; carried pages are none.
        landed: new bytes, of a site or a dropped file.
        unchanged: 304.
        equal: new bytes that differ from the stored ones in volatile parts only.
        missing: 404 or 410.
        carried: pages taken over from an earlier snapshot without asking.
    """

    requested: int = 0
    landed: int = 0
    unchanged: int = 0
    equal: int = 0
    missing: int = 0
    deferred: int = 0
    failed: int = 0
    blocked: int = 0
    carried: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], requested: int | None = None) -> Counts:
        """Count outcomes.

        Args:
            outcomes: one for every line of the log.
            requested: requests as the caller counted them; by default what the outcomes say.
        """
        tally: Counter[str] = Counter(outcomes)
        counts = cls(**tally)
        return cls(
            **{**asdict(counts), "requested": counts.ended if requested is None else requested}
        )

    @property
    def ended(self) -> int:
        """Requests that reached an outcome."""
        return (
            self.landed + self.unchanged + self.equal + self.missing
            + self.deferred + self.failed + self.blocked
        )  # fmt: skip

    @property
    def pages(self) -> int:
        """Pages of the snapshot: those that can be read from the archive."""
        return self.landed + self.unchanged + self.equal + self.carried

    def check(self) -> None:
        """Demand that every request ended.

        Raises:
            AccountingError: requests and outcomes differ; the message holds both.
        """
        if self.requested != self.ended:
            raise AccountingError(f"{self.requested} requests, {self.ended} outcomes: {self}")

    def as_dict(self) -> dict[str, int]:
        """For the closing line of the fetch log."""
        return asdict(self)
