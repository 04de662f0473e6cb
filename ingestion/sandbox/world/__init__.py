"""The seeded world: the truth, with no source in sight."""

from ingestion.sandbox.world.model import Organisation, Project
from ingestion.sandbox.world.world import World

__all__ = ["Organisation", "Project", "World"]
