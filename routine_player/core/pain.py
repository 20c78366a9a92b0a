"""What people say about pain: how much, when, where, and what it is like."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from routine_player.core.entry import PainMoment
from routine_player.core.instant import Instant
from routine_player.core.run import RunId

WORST: Final = 10
"""Worst imaginable pain; 0 is no pain."""

_MOST_ONSET_MIN: Final = 48 * 60


class RatingMoment(StrEnum):
    """What a rating speaks of."""

    BEFORE_SESSION = "before-session"
    IN_SESSION = "in-session"  # "it hurts" was pressed
    AFTER_SESSION = "after-session"
    WORST_IN_RUN = "worst-in-run"
    AFTER_RUN = "after-run"
    NEXT_MORNING = "next-morning"
    ALONE = "alone"  # a day at the desk, a hike, a match


OF_A_SESSION: Final = {
    PainMoment.BEFORE: RatingMoment.BEFORE_SESSION,
    PainMoment.DURING: RatingMoment.IN_SESSION,
    PainMoment.AFTER: RatingMoment.AFTER_SESSION,
}
"""The moments that a player asks for, as they stand among all others."""

OF_A_RUN: Final = (
    RatingMoment.WORST_IN_RUN,
    RatingMoment.AFTER_RUN,
    RatingMoment.NEXT_MORNING,
)
"""The moments of a rating that belongs to a run."""


class Quality(StrEnum):
    """What pain feels like."""

    TIRED = "tired"
    TIGHT = "tight"
    DULL = "dull"
    SHARP = "sharp"
    BURNING = "burning"
    DEEP = "deep"  # "not the muscle"


class Course(StrEnum):
    """What became of pain in the course of a run."""

    EASED = "eased"
    SAME = "same"
    WORSE = "worse"
    CAME_AND_WENT = "came-and-went"


class Spread(StrEnum):
    """Where pain went from its first site."""

    NONE = "none"
    ACROSS_BACK = "across-back"
    LEFT_LEG = "left-leg"
    RIGHT_LEG = "right-leg"
    BOTH_LEGS = "both-legs"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Rating:
    """A score from 0 to 10 with all that was said beside it; None and empty mean that nobody said.

    `onset_min` is minutes into the run. `numbness` stands for tingling too. It is tied to a
    session, a run, or nothing. ValueError for numbers that cannot be.
    """

    moment: RatingMoment
    score: int
    at: Instant
    sites: tuple[str, ...] = ()
    qualities: tuple[Quality, ...] = ()
    onset_min: float | None = None
    course: Course | None = None
    spread: Spread | None = None
    numbness: bool | None = None
    medication: str = ""
    note: str = ""
    session: UUID | None = None
    step_index: int | None = None
    run: RunId | None = None
    id: UUID = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        if not 0 <= self.score <= WORST:
            raise ValueError(f"a pain score is 0 to {WORST}, not {self.score}")
        if self.onset_min is not None and not 0 <= self.onset_min <= _MOST_ONSET_MIN:
            raise ValueError(f"pain does not begin {self.onset_min} minutes into a run")
        if self.session is not None and self.moment not in OF_A_SESSION.values():
            raise ValueError(f"a rating of {self.moment} belongs to no session")
        if self.run is not None and self.moment not in OF_A_RUN:
            raise ValueError(f"a rating of {self.moment} belongs to no run")
