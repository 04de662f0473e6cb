"""The `elo` command: one module a verb; each is thin over a function that tests can call."""
