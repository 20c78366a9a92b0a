"""What happened in a session: frozen, in the past tense, each with the session time it is true for.

`at` is in seconds on the clock that the session is told, which the driver scales by the playing
speed. An event that was noticed late still carries the time at which it was due.
"""

from dataclasses import dataclass

from routine_player.core.choices import Side
from routine_player.core.outcome import Outcome
from routine_player.core.timeline import Phase, PlannedStep


@dataclass(frozen=True, slots=True)
class SessionStarted:
    at: float


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step's first phase began, or the step was begun again."""

    at: float
    planned: PlannedStep
    attempt: int


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    """A phase came up.

    `counted_in` tells that an unbroken 3-2-1 led into it, `paused` that its clock does not run
    yet: it came up while the session was paused.
    """

    at: float
    phase: Phase
    counted_in: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class RepStarted:
    """`number` counts from 1."""

    at: float
    phase: Phase
    number: int
    side: Side | None


@dataclass(frozen=True, slots=True)
class RepHeld:
    """The rep's way in is over; it is held now. Only where the hold has a length."""

    at: float
    phase: Phase
    number: int


@dataclass(frozen=True, slots=True)
class RepLowered:
    """The rep's way out began. Only where the way out has a length."""

    at: float
    phase: Phase
    number: int


@dataclass(frozen=True, slots=True)
class HalfwayReached:
    """Half of a work phase that lasts 20 s or longer is done."""

    at: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class TenSecondsLeft:
    """Ten seconds of a work phase that lasts 30 s or longer are left."""

    at: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class CountdownStarted:
    """Three seconds of the phase are left. The 3-2-1 after a pause is `ResumeStarted`."""

    at: float
    phase: Phase
    ends_at: float


@dataclass(frozen=True, slots=True)
class PhaseExtended:
    """Time was added to or taken from the running phase; `by_s` is what it came to."""

    at: float
    phase: Phase
    by_s: float


@dataclass(frozen=True, slots=True)
class PhaseEnded:
    """`active_s` is the time the phase ran, pauses left out."""

    at: float
    phase: Phase
    outcome: Outcome
    active_s: float


@dataclass(frozen=True, slots=True)
class StepEnded:
    """A step is over. `works_done` of `works_planned` sets and sides were done whole.

    `active_s` is the time of its phases, rests and preparation too, pauses left out.
    """

    at: float
    planned: PlannedStep
    attempt: int
    outcome: Outcome
    works_done: int
    works_planned: int
    active_s: float


@dataclass(frozen=True, slots=True)
class StepReplaced:
    """An easier exercise stands in the step's place from now on."""

    at: float
    planned: PlannedStep


@dataclass(frozen=True, slots=True)
class SideSwitched:
    """What is left of the set changed sides; work that was running began again.

    `phase` is the one that runs, with its new side.
    """

    at: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class SessionPaused:
    at: float


@dataclass(frozen=True, slots=True)
class SessionInterrupted:
    """The computer slept or stood still; the session stopped at the second it happened.

    `gap_s` is how long nobody was there, in wall seconds.
    """

    at: float
    gap_s: float


@dataclass(frozen=True, slots=True)
class ResumeStarted:
    """The 3-2-1 after a pause began; it is not active time. `phase` is what it leads back to."""

    at: float
    ends_at: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """The clock runs again. `counted_in` tells that a 3-2-1 led to it."""

    at: float
    counted_in: bool = False


@dataclass(frozen=True, slots=True)
class PainReported:
    """It hurts: the clock stopped here, and the person is asked what comes next."""

    at: float
    planned: PlannedStep


@dataclass(frozen=True, slots=True)
class SessionFinished:
    """The last phase ended; `active_s` is the sum of what ran."""

    at: float
    active_s: float


@dataclass(frozen=True, slots=True)
class SessionStopped:
    """The person stopped before the end."""

    at: float
    active_s: float


Event = (
    SessionStarted
    | StepStarted
    | PhaseStarted
    | RepStarted
    | RepHeld
    | RepLowered
    | HalfwayReached
    | TenSecondsLeft
    | CountdownStarted
    | PhaseExtended
    | PhaseEnded
    | StepEnded
    | StepReplaced
    | SideSwitched
    | SessionPaused
    | SessionInterrupted
    | ResumeStarted
    | SessionResumed
    | PainReported
    | SessionFinished
    | SessionStopped
)
