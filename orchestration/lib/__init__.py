"""Building blocks of the definitions; each is testable without a Dagster instance."""
