"""From records to pairs with evidence to projects: the scoring core of the warehouse.

Knows tables of features and weights, nothing of sources, dbt or Dagster: the warehouse feeds it
from SQL (`dbt_project/models/intermediate/matching`), benchmarks from CSV (`tests/benchmarks`).
What does not belong here: reading text into facts (`ingestion/text`) and what is published.
"""
