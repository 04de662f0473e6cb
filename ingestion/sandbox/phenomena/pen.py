"""The pen: a record's random stream and its ledger, handed to everything that writes.

What does not belong here: any form of amount, date or name.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from ingestion.sandbox.ledger import Ledger

T = TypeVar("T")


class Pen:
    """Writes one record.

    Attributes:
        rng: stream of this record alone.
        ordinal: running number of the record among its like; spreads forms evenly.
    """

    def __init__(self, rng: random.Random, ledger: Ledger, ordinal: int) -> None:
        self.rng = rng
        self.ledger = ledger
        self.ordinal = ordinal

    def use(self, pattern: str) -> None:
        """Book one use of a pattern."""
        self.ledger.use(pattern)

    def turn(self, options: Sequence[T], salt: int = 0) -> T:
        """The option whose turn it is: every option once in `len(options)` records.

        The order shifts by `salt + 1` from round to round, so that two choices of one record
        meet in every combination.
        """
        rounds, place = divmod(self.ordinal, len(options))
        return options[(place + rounds * (salt + 1)) % len(options)]

    def chance(self, share: float) -> bool:
        """True in a share of the records."""
        return self.rng.random() < share
