"""How far each step of a session is."""

from dataclasses import dataclass
from enum import StrEnum


class StepStatus(StrEnum):
    """What a segment of the session bar shows."""

    COMING = "coming"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"  # or stopped in
    HURT = "hurt"


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A segment of the session bar. `fraction` is what is done of it, 0 to 1."""

    status: StepStatus
    fraction: float
    estimate_s: float
