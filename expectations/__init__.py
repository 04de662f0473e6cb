"""Expectations a data owner would state about the published tables, and who checks them.

It knows the published schema and nothing of how it came about: no source, no orchestrator.
"""
