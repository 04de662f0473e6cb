"""From a checked build file to a published generation, and the ways to read one."""
