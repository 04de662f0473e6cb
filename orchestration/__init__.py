"""Wiring: Dagster definitions, the release step and the `elo` command.

No parsing and no transforming SQL here; both are lint errors or review errors.
"""
