"""The loopback replica of every source, with known truth.

`elo demo`, `elo sandbox serve`, tests and benchmarks use it; the pipeline meets it over HTTP
or through the drop folder only, and never sees the truth.
"""

from ingestion.sandbox.sandbox import Sandbox

__all__ = ["Sandbox"]
