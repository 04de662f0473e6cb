"""The raw archive: exact bytes, an append-only log of every fetch, and its read side.

What does not belong here: sockets, and anything that interprets a body.
"""
