"""One module a file format of a release; each reads the release database and nothing else."""
