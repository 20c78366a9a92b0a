"""What Today shows, as values."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from uuid import UUID

from routine_player.core.choices import When
from routine_player.core.preview import Preview
from routine_player.store.session_summary import SessionSummary


@dataclass(frozen=True, slots=True)
class RoutineChoice:
    """A routine in the menu of others; `time` is its total in words."""

    slug: str
    name: str
    when: When
    time: str


@dataclass(frozen=True, slots=True)
class Offer:
    """The routine for now. `when` says what for: before a run, after it, or whenever."""

    when: When
    preview: Preview


class Obstacle(Enum):
    """Why a session cannot be gone on with."""

    CHANGED = auto()  # its routine has other steps now
    GONE = auto()  # its routine is there no longer, or broken
    OVER = auto()  # no step was left


@dataclass(frozen=True, slots=True)
class Resumption:
    """A session that was cut off. `begun` says when in words, as in `yesterday, 18:04`.

    `step_number` counts from 1 and means nothing where there is an obstacle.
    """

    routine_name: str
    begun: str
    steps_done: int
    step_count: int
    step_number: int = 1
    step_name: str = ""
    preview: Preview | None = None
    obstacle: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class PastLine:
    """A session in the list; `when` says in words what its routine is for, empty if unknown."""

    session: SessionSummary
    when: str = ""


@dataclass(frozen=True, slots=True)
class MorningQuestion:
    """The question about this morning; `words` say which run it is asked after."""

    words: str


@dataclass(frozen=True, slots=True)
class LogPrompt:
    """A run that was probably done after the warm-up `session`; `words` say what speaks for it."""

    session: UUID
    words: str


@dataclass(frozen=True, slots=True)
class TodayValues:
    """The page. A resumption stands in the offer's place; the latest session comes first.

    `sentence` stands under the date. `others` are all routines that can be played. The question
    about this `morning` stands above all, in its place the reminder to `log` a run.
    """

    day: date
    offer: Offer | None = None
    resumption: Resumption | None = None
    sentence: str = ""
    others: tuple[RoutineChoice, ...] = ()
    past: tuple[PastLine, ...] = ()
    morning: MorningQuestion | None = None
    log: LogPrompt | None = None
