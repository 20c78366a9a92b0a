"""Exercises and routines as values, checked by those who read the files."""

from dataclasses import dataclass
from typing import assert_never

from routine_player.core.choices import ExerciseSides, Position, Sides, When


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds up, held, and down in one rep, written `2-1-2`."""

    up_s: float
    hold_s: float
    down_s: float

    @property
    def rep_s(self) -> float:
        return self.up_s + self.hold_s + self.down_s

    def __str__(self) -> str:
        return f"{self.up_s:g}-{self.hold_s:g}-{self.down_s:g}"


@dataclass(frozen=True, slots=True)
class Hold:
    """One set that is held still for `hold_s` seconds a side."""

    hold_s: float


@dataclass(frozen=True, slots=True)
class HeldReps:
    """One set of reps a side, each moved into, held, and moved out of."""

    reps: int
    hold_s: float
    move_s: float  # one way

    @property
    def rep_s(self) -> float:
        return self.move_s + self.hold_s + self.move_s


@dataclass(frozen=True, slots=True)
class PacedReps:
    """One set of reps a side at a tempo."""

    reps: int
    tempo: Tempo

    @property
    def rep_s(self) -> float:
        return self.tempo.rep_s


@dataclass(frozen=True, slots=True)
class CountedReps:
    """One set of reps a side at the person's own pace: it waits for Done."""

    reps: int


@dataclass(frozen=True, slots=True)
class Continuous:
    """One set of uncounted movement for `time_s` seconds a side."""

    time_s: float


Dose = Hold | HeldReps | PacedReps | CountedReps | Continuous
"""What one set asks for, a side."""

REP_ESTIMATE_S = 4.0
"""What a self-paced rep is thought to take when a total is shown: a guess, made nowhere else."""


def dose_s(dose: Dose) -> float:
    """Seconds one set of `dose` takes on one side; self-paced reps are estimated."""
    match dose:
        case Hold(hold_s=seconds) | Continuous(time_s=seconds):
            return seconds
        case HeldReps() | PacedReps():
            return dose.reps * dose.rep_s
        case CountedReps(reps=reps):
            return reps * REP_ESTIMATE_S
        case _:
            assert_never(dose)


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the library, or one that a step made up by giving a name.

    `easier` and `harder` are slugs. `sets` is the default dose, one entry a set, and `move_s` the
    time of one way in held reps. A made-up exercise has an empty slug and no position.
    """

    slug: str
    name: str
    position: Position | None = None
    sides: ExerciseSides = ExerciseSides.NONE
    aliases: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    tempo: Tempo | None = None
    move_s: float = 2.0
    sets: tuple[Dose, ...] = ()
    dose_source: str = ""
    instructions: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    easier: str | None = None
    harder: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise with its dose. `sets` holds one dose a set.

    `prepare_s` is the step's own, None where the routine's default or the position decides.
    `instead` pairs a reason (`hurts`, `no-bench`) with the slug to do then. `image` is an absolute
    path that was checked. `line` is where the step stands in its file.
    """

    exercise: Exercise
    sets: tuple[Dose, ...]
    sides: Sides = Sides.NONE
    prepare_s: float | None = None
    rest_s: float = 0.0
    self_paced: bool = False
    optional: bool = False
    own_name: str | None = None
    image: str | None = None
    say: str | None = None
    cue: str | None = None
    note: str | None = None
    instead: tuple[tuple[str, str], ...] = ()
    line: int = 0

    @property
    def name(self) -> str:
        return self.own_name or self.exercise.name


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that stands as a step of its own."""

    rest_s: float
    line: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """Rounds of the same items, with a rest between rounds."""

    times: int
    items: tuple["Item", ...]
    rest_s: float = 0.0
    line: int = 0


Item = Step | Rest | Repeat


@dataclass(frozen=True, slots=True)
class Routine:
    """A routine as its file says it. `path` is where it came from, empty for none."""

    slug: str
    name: str
    items: tuple[Item, ...]
    when: When = When.ANY
    summary: str = ""
    default_prepare_s: float | None = None
    path: str = ""


def steps_of(items: tuple[Item, ...]) -> tuple[Step, ...]:
    """Every step as written, each once, in order, those inside repeats too."""
    found: list[Step] = []
    for item in items:
        if isinstance(item, Step):
            found.append(item)
        elif isinstance(item, Repeat):
            found.extend(steps_of(item.items))
    return tuple(found)


def equipment_of(routine: Routine) -> tuple[str, ...]:
    """What the routine needs, each once, in the order it is first needed."""
    needed = (thing for step in steps_of(routine.items) for thing in step.exercise.equipment)
    return tuple(dict.fromkeys(needed))
