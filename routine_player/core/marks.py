"""The moments inside a phase that are worth an event, and where in a rep a moment falls."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple, assert_never

from routine_player.core import events
from routine_player.core.choices import Side
from routine_player.core.microseconds import from_s, to_s
from routine_player.core.timeline import Phase, PhaseKind, RepCycle

HALFWAY_FROM_S: Final = 20.0
TEN_LEFT_FROM_S: Final = 30.0
TEN_LEFT_S: Final = 10.0
COUNTDOWN_FROM_S: Final = 4.0
COUNTDOWN_S: Final = 3.0


class MarkKind(IntEnum):
    """In the order in which marks of the same moment are told: the last one is heard."""

    REP_STARTED = 1
    REP_HELD = 2
    REP_LOWERED = 3
    HALFWAY = 4
    TEN_LEFT = 5
    COUNTDOWN = 6

    @property
    def belongs_to_rep(self) -> bool:
        """Whether it stays where it is when the end of the phase moves."""
        return self <= MarkKind.REP_LOWERED


class Mark(NamedTuple):
    """`number` is that of the rep, 0 for the other kinds."""

    offset_us: int
    kind: MarkKind
    number: int


class RepPart(StrEnum):
    """What one does in a part of a rep."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class RepNow:
    """Where in its reps a phase is.

    `progress` goes from 0 to 1 within the rep, `part_progress` within its part.
    """

    number: int
    side: Side | None
    part: RepPart
    part_left_s: float
    progress: float
    part_progress: float


def rep_us(cycle: RepCycle | None) -> int:
    """Give the length of one rep in microseconds; 0 where reps are not timed."""
    if cycle is None:
        return 0
    return from_s(cycle.in_s) + from_s(cycle.hold_s) + from_s(cycle.out_s)


def is_counted_out(phase: Phase) -> bool:
    """Tell whether a 3-2-1 leads to the end of `phase`, which timed reps need none of."""
    return (
        phase.duration_s is not None
        and phase.cycle is None
        and phase.duration_s >= COUNTDOWN_FROM_S
    )


def marks_of(phase: Phase, length_us: int) -> tuple[Mark, ...]:
    """Every mark of a timed phase that lasts `length_us`, in order."""
    marks = _rep_marks(phase)
    if phase.kind is PhaseKind.WORK:
        if length_us >= from_s(HALFWAY_FROM_S):
            marks.append(Mark(length_us // 2, MarkKind.HALFWAY, 0))
        if length_us >= from_s(TEN_LEFT_FROM_S):
            marks.append(Mark(length_us - from_s(TEN_LEFT_S), MarkKind.TEN_LEFT, 0))
    if phase.cycle is None and length_us >= from_s(COUNTDOWN_FROM_S):
        marks.append(Mark(length_us - from_s(COUNTDOWN_S), MarkKind.COUNTDOWN, 0))
    return tuple(sorted(marks))


def _rep_marks(phase: Phase) -> list[Mark]:
    one_us = rep_us(phase.cycle)
    if phase.cycle is None or one_us == 0:
        return []
    held_us = from_s(phase.cycle.in_s)
    lowered_us = one_us - from_s(phase.cycle.out_s)
    marks: list[Mark] = []
    for number in range(1, phase.rep_count + 1):
        start_us = (number - 1) * one_us
        marks.append(Mark(start_us, MarkKind.REP_STARTED, number))
        if phase.cycle.hold_s > 0:
            marks.append(Mark(start_us + held_us, MarkKind.REP_HELD, number))
        if phase.cycle.out_s > 0:
            marks.append(Mark(start_us + lowered_us, MarkKind.REP_LOWERED, number))
    return marks


def event_of(mark: Mark, phase: Phase, at_us: int, ends_at_us: int) -> events.Event:
    """Say `mark` as an event that is true at `at_us`, in a phase that ends at `ends_at_us`."""
    at = to_s(at_us)
    match mark.kind:
        case MarkKind.REP_STARTED:
            return events.RepStarted(at, phase, mark.number, phase.rep_side(mark.number))
        case MarkKind.REP_HELD:
            return events.RepHeld(at, phase, mark.number)
        case MarkKind.REP_LOWERED:
            return events.RepLowered(at, phase, mark.number)
        case MarkKind.HALFWAY:
            return events.HalfwayReached(at, phase)
        case MarkKind.TEN_LEFT:
            return events.TenSecondsLeft(at, phase)
        case MarkKind.COUNTDOWN:
            return events.CountdownStarted(at, phase, to_s(ends_at_us))
        case _:
            assert_never(mark.kind)


def rep_at(phase: Phase, position_us: int) -> RepNow | None:
    """Tell the rep that is under way `position_us` into `phase`; None where none is timed."""
    one_us = rep_us(phase.cycle)
    if phase.cycle is None or one_us == 0:
        return None
    number = min(position_us // one_us, phase.rep_count - 1)
    into_us = position_us - number * one_us
    in_us = from_s(phase.cycle.in_s)
    hold_us = from_s(phase.cycle.hold_s)
    if into_us < in_us:
        part, start_us, part_us = RepPart.IN, 0, in_us
    elif into_us < in_us + hold_us:
        part, start_us, part_us = RepPart.HOLD, in_us, hold_us
    else:
        part, start_us, part_us = RepPart.OUT, in_us + hold_us, one_us - in_us - hold_us
    done_us = into_us - start_us
    return RepNow(
        number=number + 1,
        side=phase.rep_side(number + 1),
        part=part,
        part_left_s=to_s(part_us - done_us),
        progress=into_us / one_us,
        part_progress=done_us / part_us if part_us else 1.0,
    )
