"""The parts of the page Log a run."""
