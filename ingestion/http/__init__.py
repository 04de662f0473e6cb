"""Everything that touches the network: one polite, suspicious fetcher and its parts.

What does not belong here: what a page says (parsers) and where bytes are kept (archive).
"""
