"""What is kept of a session: the lines of its log, and what people say about their pain."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from routine_player.core.instant import Instant
from routine_player.core.outcome import Outcome


class EntryKind(IntEnum):
    """What a line of the log says. The numbers stand in files: they never change their meaning."""

    STEP_STARTED = 1
    STEP_ENDED = 2
    STEP_REPLACED = 3  # an easier exercise stands in the step's place from now on
    PAUSED = 4
    RESUMED = 5
    INTERRUPTED = 6  # the computer slept or stood still
    EXTENDED = 7
    SIDE_SWITCHED = 8
    HURT = 9  # "it hurts" was pressed


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a session's log.

    `at` is when it was so, `at_s` the same on the session's own clock. `length_s` is the active
    time of a step that ended; at the start of a step the active time since then, of an attempt
    that was given up; the gap of an interruption; or what an extension came to. `outcome` and the
    works belong to a step that ended; `slug` and `name` say which exercise was done where it is
    not the planned one.
    """

    kind: EntryKind
    at: Instant
    at_s: float
    step_index: int | None = None
    attempt: int = 1
    outcome: Outcome | None = None
    works_done: int = 0
    works_planned: int = 0
    length_s: float = 0.0
    slug: str = ""
    name: str = ""


class PainMoment(StrEnum):
    """When pain was rated."""

    BEFORE = "before"
    DURING = "during"  # in a step: "it hurts"
    AFTER = "after"


class Effort(StrEnum):
    """How hard a session was."""

    EASY = "easy"
    FINE = "fine"
    HARD = "hard"
    TOO_MUCH = "too much"


class SessionOutcome(StrEnum):
    """How a session ended, or that it has not."""

    OPEN = "open"  # it is played now, or its process died and it may be resumed
    FINISHED = "finished"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"  # its process died, and what was done was kept
