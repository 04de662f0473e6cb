"""A second replica of the sources, written from the specifications alone; see README.md."""

from tests.replica.stand import Stand

__all__ = ["Stand"]
