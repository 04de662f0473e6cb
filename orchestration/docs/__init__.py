"""The generated pages of `docs/`: sources and data dictionary, from what the code declares.

They are committed and rebuilt by a test, so they cannot lie. What does not belong here: facts
about a source (its folder) or a table (dbt's `_*__models.yml`).
"""
