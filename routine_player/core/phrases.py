"""What the voice says, when, and by when it has to be over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from routine_player.core import dose_wording, wording
from routine_player.core.choices import Position, Side, Sides
from routine_player.core.events import (
    Event,
    HalfwayReached,
    PhaseStarted,
    SessionFinished,
    SideSwitched,
    TenSecondsLeft,
)
from routine_player.core.language import tr
from routine_player.core.marks import (
    COUNTDOWN_S,
    HALFWAY_FROM_S,
    TEN_LEFT_FROM_S,
    TEN_LEFT_S,
    is_counted_out,
)
from routine_player.core.routine import CountedReps
from routine_player.core.timeline import Phase, PhaseKind, PlannedStep, Timeline
from routine_player.core.voice_level import VoiceLevel

TIME_TO_INSTRUCT_S: Final = 10.0
"""A lead this long leaves time for instructions; else they are told during the first work."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something to say at `at`, by the session's clock.

    It has to be over by `ends_by`, where a countdown, a sound or another phrase is due; None where
    nothing is. `shorter` says less, longest first, for when the time is too short for `text`: use
    `fitting`. Phrases of one moment are said one after another, and those that no longer fit are
    dropped.
    """

    text: str
    at: float
    ends_by: float | None
    shorter: tuple[str, ...] = ()


def fitting(
    phrase: Phrase, starts_at: float, length_s: Callable[[str], float | None]
) -> str | None:
    """Give the longest text of `phrase` that is over in time if it starts at `starts_at`.

    `length_s` tells how long a text takes, in seconds of the session's clock, None for one that
    cannot be said yet. None where nothing fits.
    """
    for text in (phrase.text, *phrase.shorter):
        length = length_s(text)
        if length is not None and (phrase.ends_by is None or starts_at + length <= phrase.ends_by):
            return text
    return None


def phrases_for(event: Event, timeline: Timeline, level: VoiceLevel) -> tuple[Phrase, ...]:
    """Say what `event` calls for, in order; `timeline` is the session's as it is now."""
    if level is VoiceLevel.OFF:
        return ()
    said: tuple[Phrase, ...] = ()
    match event:
        case PhaseStarted(at=at, phase=phase, paused=paused):
            ends_by = None if paused else _quiet_from(phase, at)
            opening = _at_start(timeline, phase, level)
            said = tuple(replace(one, at=at, ends_by=ends_by) for one in opening)
        case SideSwitched(at=at, phase=phase) if phase.side is not None:
            said = (Phrase(_switch(phase.side), at, None),)
        case HalfwayReached(at=at, phase=phase):
            left_s = phase.estimate_s / 2
            next_voice_s = TEN_LEFT_S if phase.estimate_s >= TEN_LEFT_FROM_S else 0.0
            ends_by = at + left_s - max(next_voice_s, _countdown_s(phase))
            said = (Phrase(tr("Halfway"), at, ends_by),)
        case TenSecondsLeft(at=at, phase=phase):
            said = (Phrase(tr("Ten seconds"), at, at + TEN_LEFT_S - _countdown_s(phase)),)
        case SessionFinished(at=at):
            said = (Phrase(tr("All done."), at, None),)
        case _:
            pass
    return said


def say_again(
    timeline: Timeline, phase: Phase, level: VoiceLevel, at: float, left_s: float | None
) -> tuple[Phrase, ...]:
    """Say what `phase` is about, whenever that is asked for; `left_s` is what is left of it.

    The instructions are said at every level: who asks wants to know. Nothing with the voice off.
    """
    if level is VoiceLevel.OFF:
        return ()
    planned = timeline.steps[phase.step_index]
    ends_by = None if left_s is None else at + left_s - _countdown_s(phase)
    said = [_name_and_dose(planned, phase), *_own_words(planned), *_instructions(planned)]
    return tuple(replace(one, at=at, ends_by=ends_by) for one in said)


def all_phrases(timeline: Timeline, level: VoiceLevel) -> tuple[str, ...]:
    """Everything that may be said in a session, once each, in the order in which it is needed.

    What the voice says only if asked, or if sides are switched by hand, comes last.
    """
    if level is VoiceLevel.OFF:
        return ()
    said = [one for phase in timeline.phases for one in _in_phase(timeline, phase, level)]
    said.append(_said(tr("All done.")))
    said += [_said(_switch(side)) for side in Side if _has_sides(timeline)]
    for phase in timeline.phases:
        said += say_again(timeline, phase, level, 0.0, None)
    return tuple(dict.fromkeys(text for one in said for text in (one.text, *one.shorter)))


def _has_sides(timeline: Timeline) -> bool:
    return any(planned.step.sides is not Sides.NONE for planned in timeline.steps)


def _said(text: str, *shorter: str) -> Phrase:
    """A phrase whose time is filled in by who knows it."""
    return Phrase(text, 0.0, None, shorter)


def _in_phase(timeline: Timeline, phase: Phase, level: VoiceLevel) -> Iterator[Phrase]:
    yield from _at_start(timeline, phase, level)
    if phase.kind is PhaseKind.WORK and phase.duration_s is not None:
        if phase.duration_s >= HALFWAY_FROM_S:
            yield _said(tr("Halfway"))
        if phase.duration_s >= TEN_LEFT_FROM_S:
            yield _said(tr("Ten seconds"))


def _at_start(timeline: Timeline, phase: Phase, level: VoiceLevel) -> Iterator[Phrase]:
    planned = timeline.steps[phase.step_index]
    step_phases = _step_phases(timeline, phase)
    worked = any(one.kind is PhaseKind.WORK for one in step_phases if one.index < phase.index)
    comes_work = any(one.kind is PhaseKind.WORK for one in step_phases if one.index >= phase.index)
    if phase.kind is PhaseKind.REST:
        yield _said(tr("Rest."))
    if phase.index == step_phases[0].index:
        yield from _announcement(timeline, planned, phase)
    elif phase.kind is PhaseKind.SWITCH and phase.side is not None:
        yield _said(_switch(phase.side))
    elif phase.kind is not PhaseKind.WORK and worked and comes_work:
        yield _next_set(planned, phase)
    if level is VoiceLevel.FULL and phase.index == _when_to_instruct(step_phases):
        yield from _instructions(planned)


def _announcement(timeline: Timeline, planned: PlannedStep, phase: Phase) -> Iterator[Phrase]:
    position = _new_position(timeline, planned)
    preview = [] if position is None else [_said(wording.next_position_words(position))]
    named = [_name_and_dose(planned, phase)]
    # Where there is hardly time for one of them, the name is the one to hear.
    yield from preview + named if phase.estimate_s >= TIME_TO_INSTRUCT_S else named + preview
    yield from _own_words(planned)


def _name_and_dose(planned: PlannedStep, phase: Phase) -> Phrase:
    step, dose = planned.step, planned.dose(phase.set_number)
    words = [step.name, *_side_words(phase)]
    dosed = [*words, _dose_words(planned, phase)]
    whole = list(dosed)
    if len(set(step.sets)) > 1:
        whole.append(_set_words(planned, phase))
    elif len(step.sets) > 1:
        whole.append(tr("{count} sets", count=len(step.sets)))
    if step.self_paced or isinstance(dose, CountedReps):
        whole.append(tr("at your own pace"))
    return _said(*_shrinking(whole, dosed, words, [step.name]))


def _next_set(planned: PlannedStep, phase: Phase) -> Phrase:
    words = [_set_words(planned, phase), *_side_words(phase)]
    whole = [*words, _dose_words(planned, phase)]
    return _said(*_shrinking(whole, words, words[:1]))


def _set_words(planned: PlannedStep, phase: Phase) -> str:
    count = len(planned.step.sets)
    return tr("Set {number} of {count}", number=phase.set_number, count=count)


def _dose_words(planned: PlannedStep, phase: Phase) -> str:
    dose = dose_wording.spoken_dose(planned.dose(phase.set_number))
    return tr("{dose} each side", dose=dose) if phase.alternates else dose


def _shrinking(*variants: list[str]) -> tuple[str, ...]:
    """The variants as text, each once."""
    return tuple(dict.fromkeys(", ".join(words) for words in variants))


def _side_words(phase: Phase) -> list[str]:
    if phase.side is None or phase.alternates:
        return []
    return [wording.spoken_side(phase.side)]


def _switch(side: Side) -> str:
    return tr("Switch. Left side.") if side is Side.LEFT else tr("Switch. Right side.")


def _own_words(planned: PlannedStep) -> Iterator[Phrase]:
    if planned.step.say:
        yield _said(planned.step.say)


def _instructions(planned: PlannedStep) -> Iterator[Phrase]:
    if planned.step.cue:
        yield _said(planned.step.cue)
    for line in planned.step.exercise.instructions:
        yield _said(line)


def _step_phases(timeline: Timeline, phase: Phase) -> tuple[Phase, ...]:
    """The phases of the step that `phase` belongs to; they stand around it."""
    phases = timeline.phases
    start = end = phase.index
    while start > 0 and phases[start - 1].step_index == phase.step_index:
        start -= 1
    while end < len(phases) and phases[end].step_index == phase.step_index:
        end += 1
    return phases[start:end]


def _when_to_instruct(step_phases: tuple[Phase, ...]) -> int:
    """The phase to instruct in: the first that leads to the step if it is long, else its work."""
    first = step_phases[0]
    if first.estimate_s >= TIME_TO_INSTRUCT_S:
        return first.index
    return next(one.index for one in step_phases if one.kind is PhaseKind.WORK)


def _new_position(timeline: Timeline, planned: PlannedStep) -> Position | None:
    """The position one has to take for a step, where the step before was in another."""
    position = planned.step.exercise.position
    if position is None or position.is_moving:
        return None
    before = (timeline.steps[i].step.exercise.position for i in range(planned.index - 1, -1, -1))
    last_known = next((one for one in before if one is not None), position)
    return None if last_known is position else position


def _quiet_from(phase: Phase, at: float) -> float | None:
    """When what is said at the start of a phase has to be over."""
    if phase.duration_s is None:
        return None
    if phase.kind is PhaseKind.WORK and phase.duration_s >= HALFWAY_FROM_S:
        return at + phase.duration_s / 2
    return at + phase.duration_s - _countdown_s(phase)


def _countdown_s(phase: Phase) -> float:
    return COUNTDOWN_S if is_counted_out(phase) else 0.0
