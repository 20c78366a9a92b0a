"""What a person sees while a phase lasts: words and pictures, the same for window and terminal."""

from dataclasses import dataclass

from routine_player.core import dose_wording, wording
from routine_player.core.choices import Side
from routine_player.core.language import tr
from routine_player.core.motion import Manner, manner_of
from routine_player.core.picture import Picture, picture_of
from routine_player.core.ring_kind import RingKind
from routine_player.core.routine import (
    Continuous,
    HeldReps,
    Hold,
    PacedReps,
    Step,
)
from routine_player.core.timeline import Phase, PhaseKind, PlannedStep, RepCycle, Timeline

_MOST_ARCS = 20
_LINES = 2


@dataclass(frozen=True, slots=True)
class NextUp:
    """What comes after the work that is shown."""

    title: str
    detail: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Scene:
    """All that stands still while a phase, or one rep of it, lasts.

    The first of `chips` is the one to stress. `finished` is the side that was just done, in a
    switch. `tempo` pairs the word of each part of a rep with its seconds. `waits_for_done` and
    `may_be_ready` tell what Enter does. `manner` tells how the figure moves, `cycle` the times of
    a rep if it has some.
    """

    routine: str
    step_words: str
    headline: str
    chips: tuple[str, ...]
    lines: tuple[str, ...]
    picture: Picture
    kind: PhaseKind
    ring: RingKind
    ring_parts: int = 1
    finished: Picture | None = None
    next_up: NextUp | None = None
    tempo: tuple[tuple[str, float], ...] = ()
    waits_for_done: bool = False
    may_be_ready: bool = False
    manner: Manner = Manner.SHOWN
    cycle: RepCycle | None = None


def scene_of(timeline: Timeline, phase: Phase, side: Side | None = None) -> Scene:
    """Describe `phase`; `side` is that of the running rep where sides alternate."""
    planned = timeline.steps[phase.step_index]
    shown = side or phase.side
    ring, parts = scene_ring(planned, phase)
    return Scene(
        routine=timeline.routine.name,
        step_words=tr(
            "Step {number} of {count}", number=planned.index + 1, count=len(timeline.steps)
        ),
        headline=_headline(planned.step, phase),
        chips=_chips(planned, phase, shown),
        lines=_lines(planned.step, phase),
        picture=picture_of(planned.step, shown),
        kind=phase.kind,
        ring=ring,
        ring_parts=parts,
        finished=_finished(planned.step, phase),
        next_up=_next_up(timeline, phase),
        tempo=_tempo(planned.step, phase),
        waits_for_done=phase.duration_s is None,
        may_be_ready=phase.kind is not PhaseKind.WORK,
        manner=manner_of(planned.dose(phase.set_number), phase),
        cycle=phase.cycle,
    )


def pictures_ahead(timeline: Timeline, phase: Phase) -> tuple[Picture, ...]:
    """Give the picture of `phase`, and those of the work to come, each once, in order."""
    works = (one for one in timeline.phases[phase.index :] if one.kind is PhaseKind.WORK)
    ahead = [phase, *works]
    pictures = (picture_of(timeline.steps[one.step_index].step, one.side) for one in ahead)
    return tuple(dict.fromkeys(pictures))


def scene_ring(planned: PlannedStep, phase: Phase) -> tuple[RingKind, int]:
    """Tell what the ring of `phase` shows, and in how many arcs."""
    if phase.duration_s is None:
        return RingKind.TRACK, 1
    if phase.kind in {PhaseKind.PREPARE, PhaseKind.SWITCH}:
        seconds = round(phase.duration_s)
        return (RingKind.SECONDS, seconds) if 0 < seconds <= _MOST_ARCS else (RingKind.ARC, 1)
    if phase.rep_count and isinstance(planned.dose(phase.set_number), PacedReps):
        return RingKind.REPS, phase.rep_count
    return RingKind.ARC, 1


def _headline(step: Step, phase: Phase) -> str:
    if phase.kind is PhaseKind.REST:
        return tr("Rest")
    if phase.kind is PhaseKind.SWITCH and phase.side is not None:
        return wording.switch_words(phase.side)
    if phase.changes_level and step.exercise.position is not None:
        return wording.next_position_words(step.exercise.position)
    return step.name


def _chips(planned: PlannedStep, phase: Phase, side: Side | None) -> tuple[str, ...]:
    step = planned.step
    working = phase.kind is PhaseKind.WORK
    chips: list[str] = []
    if not working:
        chips.append(tr("Get ready") if phase.kind is not PhaseKind.REST else tr("Breathe"))
    if side is not None and phase.kind is not PhaseKind.SWITCH:
        chips.append(wording.side_words(side))
    if planned.round_count > 1:
        chips.append(
            tr("Round {number} of {count}", number=planned.round_number, count=planned.round_count)
        )
    if len(step.sets) > 1:
        chips.append(tr("Set {number} of {count}", number=phase.set_number, count=len(step.sets)))
    chips.extend(_dose_chips(planned, phase.set_number))
    return tuple(chips)


def _dose_chips(planned: PlannedStep, set_number: int) -> tuple[str, ...]:
    dose = planned.dose(set_number)
    match dose:
        case Hold():
            return (tr("Hold {time}", time=dose_wording.dose_words(dose)),)
        case PacedReps(tempo=tempo) if not planned.step.self_paced:
            return (dose_wording.dose_words(dose), tr("Tempo {tempo}", tempo=tempo))
        case Continuous() | HeldReps():
            return (dose_wording.dose_words(dose),)
        case _:
            return (dose_wording.dose_words(dose), tr("Your own pace"))


def _lines(step: Step, phase: Phase) -> tuple[str, ...]:
    told = [line for line in (step.cue, *step.exercise.instructions) if line]
    named_elsewhere = phase.kind is PhaseKind.WORK or _headline(step, phase) == step.name
    if not named_elsewhere:
        told = [step.name, *told] if phase.kind is not PhaseKind.SWITCH else [*told[:1], step.name]
    return tuple(told[:_LINES])


def _finished(step: Step, phase: Phase) -> Picture | None:
    if phase.kind is not PhaseKind.SWITCH or phase.side is None:
        return None
    return picture_of(step, phase.side.other)


def _tempo(step: Step, phase: Phase) -> tuple[tuple[str, float], ...]:
    dose = step.sets[phase.set_number - 1]
    if phase.kind is not PhaseKind.WORK or phase.cycle is None or not isinstance(dose, PacedReps):
        return ()
    parts = (
        (tr("Up"), phase.cycle.in_s),
        (tr("Hold"), phase.cycle.hold_s),
        (tr("Down"), phase.cycle.out_s),
    )
    return tuple(part for part in parts if part[1] > 0)


def _next_up(timeline: Timeline, phase: Phase) -> NextUp | None:
    later: tuple[Phase, ...] = timeline.phases[phase.index + 1 :]
    works = [one for one in later if one.kind is PhaseKind.WORK]
    if phase.kind is not PhaseKind.WORK and works:
        later = timeline.phases[works.pop(0).index + 1 :]
    if not works:
        return None
    work = works[0]
    planned = timeline.steps[work.step_index]
    picture = picture_of(planned.step, work.side)
    detail = _work_words(planned, work)
    if later[0].kind is PhaseKind.REST and later[0].duration_s:
        rest = wording.short_time(later[0].duration_s)
        then = _then(planned, work, same=work.step_index == phase.step_index)
        return NextUp(tr("Rest, {time}", time=rest), then, picture)
    if work.step_index == phase.step_index:
        return NextUp(tr("Same again"), detail, picture)
    return NextUp(planned.step.name, detail, picture)


def _then(planned: PlannedStep, work: Phase, *, same: bool) -> str:
    if not same:
        return tr("Then {name}", name=planned.step.name)
    return tr("Then set {number} of {count}", number=work.set_number, count=len(planned.step.sets))


def _work_words(planned: PlannedStep, work: Phase) -> str:
    dose = dose_wording.dose_words(planned.dose(work.set_number))
    if work.side is None or work.alternates:
        return dose
    return tr("{side}, {dose}", side=wording.side_words(work.side), dose=dose)
