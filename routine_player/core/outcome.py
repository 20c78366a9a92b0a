"""How what was begun ended."""

from enum import StrEnum


class Outcome(StrEnum):
    """How a phase or a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    HURT = "hurt"  # ended by "it hurts"
    STOPPED = "stopped"  # the session was stopped inside it
