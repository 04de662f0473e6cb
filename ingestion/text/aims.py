"""What a name and a summary tell of a project: guidance, themes, target groups.

For sources that state both in a field each. What does not belong here: the rules (`guidance.py`,
`classify.py`) and how prose is cut into such fields.
"""

from __future__ import annotations

from typing import Any

from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance


def judge_aims(name: str | None, summary: str | None) -> dict[str, Any]:
    """Fields of a record that describe what it is for.

    Returns:
        `is_guidance`, `guidance_evidence`, `themes` and `target_groups`. A name alone can show
        guidance, never its absence.
    """
    found = judge_guidance(name, summary)
    return {
        "is_guidance": found.is_guidance if summary else found.is_guidance or None,
        "guidance_evidence": found.evidence,
        "themes": find_themes(name, summary),
        "target_groups": find_target_groups(name, summary),
    }
