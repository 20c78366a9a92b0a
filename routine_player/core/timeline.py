"""A routine laid out flat: every phase that will be played, before anything plays."""

from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from routine_player.core.choices import Side
from routine_player.core.routine import Dose, Routine, Step


class PhaseKind(StrEnum):
    """What one does in a phase."""

    PREPARE = "prepare"  # get into position for the work that comes
    SWITCH = "switch"  # get to the other side
    WORK = "work"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class RepCycle:
    """The seconds of one rep: moved in (up), held, moved out (down)."""

    in_s: float
    hold_s: float
    out_s: float


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a session.

    `step_index` points into `Timeline.steps`; a prepare, switch or rest belongs to the step that
    comes after it (a rest that ends a routine belongs to the last). `set_number` counts from 1 and
    is that of the work it is or leads to. `side` is the side that works (the first one when reps
    alternate). `duration_s` is None where the phase waits for Done, and `estimate_s` is then a
    guess for totals. `rep_count` is 0 for work that is not counted; counted work that alternates
    has one rep a side each turn, so twice the reps of its dose.
    """

    index: int
    kind: PhaseKind
    step_index: int
    set_number: int
    side: Side | None
    duration_s: float | None
    estimate_s: float
    rep_count: int = 0
    cycle: RepCycle | None = None
    alternates: bool = False
    changes_level: bool = False

    def rep_side(self, number: int) -> Side | None:
        """The side of rep `number` (from 1)."""
        if self.side is None or not self.alternates or number % 2 == 1:
            return self.side
        return self.side.other


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step at its place in the timeline: rounds of a repeat each have their own.

    `round_number` of `round_count` counts rounds of the innermost repeat; both 1 outside of one.
    """

    index: int
    step: Step
    round_number: int = 1
    round_count: int = 1

    def dose(self, set_number: int) -> Dose:
        return self.step.sets[set_number - 1]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All phases of a session in order, and the steps they belong to.

    The phases of a step stand together, in the order of the steps. `first_side` is the side that
    begins where both work.
    """

    routine: Routine
    steps: tuple[PlannedStep, ...]
    phases: tuple[Phase, ...]
    first_side: Side = Side.LEFT

    @property
    def duration_s(self) -> float:
        """Seconds in all; phases that wait for Done count with their estimate."""
        return fsum(phase.estimate_s for phase in self.phases)
