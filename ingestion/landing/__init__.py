"""Typed records on disk: `history/` by snapshot, `current/` the newest good version of each."""
