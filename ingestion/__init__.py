"""Pure Python: from a public site, feed or dropped file to typed records.

Nothing here knows Dagster, dbt or DuckDB; importing them is a lint error.
"""
