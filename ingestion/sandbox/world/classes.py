"""Themes and target groups of a project, as whoever reads its name and its aim takes them.

What does not belong here: which themes a topic has (`topics.py`), and any word of a text.
"""

from __future__ import annotations

from ingestion.sandbox.world.model import Project
from ingestion.sandbox.world.topics import TOPICS
from ingestion.sandbox.world.words import GROUPS

_OTHER = "other"
#: A business aid is called after what the company buys, whatever the topic says.
_INVESTMENT = ("business",)


def classes(project: Project) -> dict[str, list[str]]:
    """What a place says that shows the name and the aim of a project.

    Returns:
        `themes` and `target_groups` as sorted codes; `other` stands alone.
    """
    topic = TOPICS[project.topic]
    titled = topic.title_themes if _names_topic(project) else _INVESTMENT
    themes = {*topic.aim_themes, *titled}
    own = {project.group} if topic.is_for_group else set()
    return {
        "themes": sorted(themes - {_OTHER} or themes),
        "target_groups": sorted(own | set(topic.named_groups)),
    }


def _names_topic(project: Project) -> bool:
    topic, words = TOPICS[project.topic], GROUPS[project.group]
    subjects = (
        (project.name_fi, topic.fi, words.gen),
        (project.name_sv, topic.sv, words.sv),
        (project.name_en, topic.en, words.en),
    )
    return any(
        subject.replace("{g}", group).lower() in name.lower()
        for name, subject, group in subjects
        if name
    )
