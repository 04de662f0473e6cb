"""Sentences whose range of days is an application window, a deadline or an event."""

from __future__ import annotations

import re
from typing import Final

WINDOW: Final = re.compile(
    r"\bhaku(?:aika|ajan|kierro\w*)?\b|\bhaussa\b|\bhaun\b|\bhakemukset\b|\bhaettavissa\b"
    r"|\bhakua\b|\bhaku(?:un|ilmoitu\w*)\b"
    r"|\bansökningstid\w*|\bansökan kan\b|\bansökningar\b|\butlysning\w*|\bapplication period\b"
    r"|\bapplications? (?:are|can|must|is)"
    r"|\bcall (?:is|was|opens|for)\b|\bseminaari\w*|\bwebinaari\w*|\btilaisuu\w*|\bseminarium\b"
    r"|\bilmoittautu\w+|\bklo \d",
    re.IGNORECASE,
)
