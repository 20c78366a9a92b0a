"""What the history takes and gives: values, without a word of SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from routine_player.core.choices import When
from routine_player.core.entry import Entry, PainMoment
from routine_player.core.instant import Instant
from routine_player.core.outcome import Outcome
from routine_player.core.plan import Plan, PlanStep
from routine_player.store.session_summary import SessionId, SessionSummary

RatingId = UUID

_WORST = 10


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session that begins. `planned_s` is what its timeline takes, `speed` 1 for real.

    `when` is what the routine is for; None where it is not known.
    """

    routine: str  # the slug
    routine_name: str
    plan: Plan
    planned_s: float
    started: Instant
    speed: float = 1.0
    id: SessionId = field(default_factory=uuid4)
    when: When | None = None


@dataclass(frozen=True, slots=True)
class PainRating:
    """A score from 0 to 10, when and where; `step_index` says in which step it came up."""

    moment: PainMoment
    score: int
    at: Instant
    sites: tuple[str, ...] = ()
    step_index: int | None = None
    id: RatingId = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        if not 0 <= self.score <= _WORST:
            raise ValueError(f"a pain score is 0 to {_WORST}, not {self.score}")


@dataclass(frozen=True, slots=True)
class PastStep:
    """What became of one planned step.

    It is the latest attempt that ended, unless an earlier one was done and the latest was not:
    what was done stays done. `slug` and `name` are of the exercise that was played, which may be
    an easier one than planned. `outcome` is None for a step that was never reached, or was running
    when the process died; `at` is when the attempt ended.
    """

    index: int
    planned: PlanStep
    slug: str
    name: str
    outcome: Outcome | None = None
    works_done: int = 0
    works_planned: int = 0
    active_s: float = 0.0
    attempt: int = 0
    at: Instant | None = None


@dataclass(frozen=True, slots=True)
class PastSession:
    """One session whole: its steps as they went, its log, and its pain ratings in order."""

    summary: SessionSummary
    plan: Plan
    steps: tuple[PastStep, ...]
    entries: tuple[Entry, ...]
    ratings: tuple[PainRating, ...]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session whose process died, and where to go on with it.

    `step_index` is the step that was running, or that comes next: the number of planned steps
    where all were over. `attempt` is the one to begin it with, `earlier` how the steps before it
    ended, and `active_s` the time that ran as far as it was written down.
    """

    past: PastSession
    step_index: int
    attempt: int
    earlier: Mapping[int, Outcome]
    active_s: float

    @property
    def begun(self) -> NewSession:
        """The session as it was begun."""
        was = self.past.summary
        return NewSession(
            was.routine,
            was.routine_name,
            self.past.plan,
            was.planned_s,
            was.started,
            was.speed,
            was.id,
            was.when,
        )


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the person saw it: sessions at their own speed, others (`trials`), and runs."""

    day: date
    sessions: int
    trials: int
    active_s: float
    worst_pain: int | None
    runs: int = 0


@dataclass(frozen=True, slots=True)
class Played:
    """How often a routine was played to its end, and when it was last begun."""

    times: int
    last: Instant


@dataclass(frozen=True, slots=True)
class Change:
    """One edit. `field` names what was edited; values are as they are stored, numbers for words."""

    field: str
    was: str | float | None
    became: str | float | None
    at: Instant
