"""The windows: everything that knows Qt, and nothing else."""
