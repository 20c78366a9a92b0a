"""The parts of the first page: a small player to look at, and the facts pinned to it."""
