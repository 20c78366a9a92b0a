"""Lays a routine out as phases: how a step becomes time, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import assert_never

from routine_player.core.choices import Level, Side, Sides
from routine_player.core.limits import is_too_much
from routine_player.core.prepare import again_s, changes_level, first_s, level_after
from routine_player.core.routine import (
    CountedReps,
    Dose,
    HeldReps,
    Item,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    dose_s,
)
from routine_player.core.timeline import Phase, PhaseKind, PlannedStep, RepCycle, Timeline


def compile_timeline(routine: Routine, first_side: Side = Side.LEFT) -> Timeline:
    """Lay out every phase of `routine`; where both sides work, `first_side` begins.

    ValueError for a routine beyond the limits, which the reader of files has refused before.
    """
    if is_too_much(routine.items, routine.default_prepare_s):
        raise ValueError(f"{routine.slug} is longer than a session may be")
    placed, last_rests = _in_order(routine.items)
    laid = _Layout(routine.default_prepare_s)
    for one in placed:
        laid.add_step(one, first_side)
    if placed:
        laid.add_last_rests(last_rests)
    steps = tuple(one.planned for one in placed)
    return Timeline(routine, steps, tuple(laid.phases), first_side)


def replace_step(
    timeline: Timeline, step_index: int, step: Step, first_side: Side | None = None
) -> Timeline:
    """Put `step` in the place of one that began; `first_side` is its own, else the timeline's.

    What stands before stays as it is. The new step begins with its prepare, without the rest that
    led to the old one. What comes after is laid out anew, since one now gets there from another
    position.
    """
    steps = timeline.steps
    before = [phase for phase in timeline.phases if phase.step_index < step_index]
    level: Level | None = None
    for planned in steps[: step_index + 1]:
        level = level_after(planned.step, level)
    new = replace(steps[step_index], step=step)
    laid = _Layout(timeline.routine.default_prepare_s, before, level)
    laid.add_step(_Placed(new, ()), first_side or timeline.first_side)
    for index, phases in groupby(timeline.phases, key=lambda phase: phase.step_index):
        if index > step_index:
            laid.add_step(_Placed(steps[index], _lead_rests(phases)), timeline.first_side)
    laid.add_last_rests(_last_rests(timeline.phases))
    planned_steps = (*steps[:step_index], new, *steps[step_index + 1 :])
    return replace(timeline, steps=planned_steps, phases=tuple(laid.phases))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A step at its place, and the rests that stand right before it."""

    planned: PlannedStep
    rests_s: tuple[float, ...]


def _in_order(items: tuple[Item, ...]) -> tuple[list[_Placed], tuple[float, ...]]:
    """Every step as it is played, and the rests after the last."""
    placed: list[_Placed] = []
    rests: list[float] = []
    for one in _unrolled(items, 1, 1):
        if isinstance(one, PlannedStep):
            planned = replace(one, index=len(placed))
            placed.append(_Placed(planned, tuple(rests)))
            rests.clear()
        else:
            rests.append(one)
    return placed, tuple(rests)


def _unrolled(items: tuple[Item, ...], number: int, count: int) -> Iterator[PlannedStep | float]:
    for item in items:
        match item:
            case Step():
                yield PlannedStep(0, item, number, count)
            case Rest(rest_s=rest_s):
                yield rest_s
            case Repeat(times=times, items=inner, rest_s=rest_s):
                for round_number in range(1, times + 1):
                    if round_number > 1:
                        yield rest_s
                    yield from _unrolled(inner, round_number, times)
            case _:
                assert_never(item)


def _lead_rests(phases: Iterable[Phase]) -> tuple[float, ...]:
    """The rests that lead to a step's first work."""
    rests = takewhile(lambda phase: phase.kind is PhaseKind.REST, phases)
    return tuple(phase.estimate_s for phase in rests)


def _last_rests(phases: tuple[Phase, ...]) -> tuple[float, ...]:
    """The rests after the last work of all."""
    return tuple(reversed(_lead_rests(phases[::-1])))


class _Layout:
    """Appends phases, one step after another."""

    def __init__(
        self,
        default_prepare_s: float | None,
        phases: Sequence[Phase] = (),
        level: Level | None = None,
    ) -> None:
        self.phases = list(phases)
        self._default_prepare_s = default_prepare_s
        self._level = level

    def add_step(self, placed: _Placed, first_side: Side) -> None:
        step = placed.planned.step
        lead_s = first_s(step, self._level, self._default_prepare_s)
        again = again_s(step, self._default_prepare_s)
        sides = _turns(step.sides, first_side)
        worked: Side | None = None
        for set_number, dose in enumerate(step.sets, 1):
            for turn, side in enumerate(sides):
                work = _work(placed.planned, set_number, side, dose)
                if set_number == 1 and turn == 0:
                    self._lead(work, placed, lead_s)
                elif turn == 0 and step.rest_s > 0:
                    self._pause(work, PhaseKind.REST, step.rest_s)
                else:
                    kind = PhaseKind.PREPARE if side is worked else PhaseKind.SWITCH
                    self._pause(work, kind, again)
                self._add(work)
                worked = side
        self._level = level_after(step, self._level)

    def add_last_rests(self, rests_s: Sequence[float]) -> None:
        for rest_s in rests_s:
            self._pause(self.phases[-1], PhaseKind.REST, rest_s)

    def _lead(self, work: Phase, placed: _Placed, lead_s: float) -> None:
        changes = changes_level(placed.planned.step, self._level)
        for rest_s in placed.rests_s:
            self._pause(work, PhaseKind.REST, rest_s, changes=changes)
        if sum(placed.rests_s) < lead_s:
            self._pause(work, PhaseKind.PREPARE, lead_s, changes=changes)

    def _pause(
        self, work: Phase, kind: PhaseKind, seconds: float, *, changes: bool = False
    ) -> None:
        if seconds > 0:
            self._add(
                Phase(
                    index=0,
                    kind=kind,
                    step_index=work.step_index,
                    set_number=work.set_number,
                    side=work.side,
                    duration_s=seconds,
                    estimate_s=seconds,
                    alternates=work.alternates,
                    changes_level=changes,
                )
            )

    def _add(self, phase: Phase) -> None:
        self.phases.append(replace(phase, index=len(self.phases)))


def _turns(sides: Sides, first_side: Side) -> tuple[Side | None, ...]:
    """The side of each work of one set, in order."""
    match sides:
        case Sides.NONE:
            return (None,)
        case Sides.LEFT:
            return (Side.LEFT,)
        case Sides.RIGHT:
            return (Side.RIGHT,)
        case Sides.BOTH:
            return (first_side, first_side.other)
        case Sides.ALTERNATE:
            return (first_side,)
        case _:
            assert_never(sides)


def _work(planned: PlannedStep, set_number: int, side: Side | None, dose: Dose) -> Phase:
    step = planned.step
    alternates = step.sides is Sides.ALTERNATE
    sides_at_once = 2 if alternates else 1
    seconds = dose_s(dose) * sides_at_once
    waits = step.self_paced or isinstance(dose, CountedReps)
    counted = isinstance(dose, HeldReps | PacedReps | CountedReps)
    return Phase(
        index=0,
        kind=PhaseKind.WORK,
        step_index=planned.index,
        set_number=set_number,
        side=side,
        duration_s=None if waits else seconds,
        estimate_s=seconds,
        rep_count=dose.reps * sides_at_once if counted else 0,
        cycle=None if waits else _cycle(dose),
        alternates=alternates,
    )


def _cycle(dose: Dose) -> RepCycle | None:
    match dose:
        case HeldReps(hold_s=hold_s, move_s=move_s):
            return RepCycle(move_s, hold_s, move_s)
        case PacedReps(tempo=tempo):
            return RepCycle(tempo.up_s, tempo.hold_s, tempo.down_s)
        case _:
            return None
