"""What is heard of a session. One sound a boundary, so that no two ever meet.

| What happens | Sound |
|---|---|
| a prepare begins | prepare |
| a switch begins, or sides are switched by hand | switch |
| a rest begins within a step | set-done |
| any other rest begins | rest |
| work begins without a 3-2-1 before it | go |
| three seconds before work | countdown-go, whose go falls on the boundary |
| three seconds before anything else, or the end | countdown |
| the 3-2-1 after a pause | countdown-go into work, else countdown |
| the clock runs again without a 3-2-1 | resume |
| half of long work is done | halfway |
| a rep begins, is held, is lowered | rep-up, rep-hold, rep-down, if ticks are wanted |
| the first rep begins | nothing: the go was its sound |
| pause, or the computer slept | pause |
| it hurts | hurts |
| the session is finished | session-done |

Where two fall on the same moment, such as a tick and halfway, the later one wins. A phase that
comes up while the session is paused is silent.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from routine_player.core.events import (
    CountdownStarted,
    Event,
    HalfwayReached,
    PainReported,
    PhaseEnded,
    PhaseExtended,
    PhaseStarted,
    RepHeld,
    RepLowered,
    RepStarted,
    ResumeStarted,
    SessionFinished,
    SessionInterrupted,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    SessionStopped,
    SideSwitched,
    StepEnded,
    StepReplaced,
    StepStarted,
    TenSecondsLeft,
)
from routine_player.core.timeline import Phase, PhaseKind, Timeline

STALE_S: Final = 1.0
"""A cue that comes later than this is worse than none."""


class Sound(StrEnum):
    """A cue sound; the value is the stem of its WAV file."""

    PREPARE = "prepare"
    COUNTDOWN_GO = "countdown-go"  # 3 s long; its go falls on the boundary
    COUNTDOWN = "countdown"
    GO = "go"
    HALFWAY = "halfway"
    SWITCH = "switch"
    REST = "rest"
    SET_DONE = "set-done"
    SESSION_DONE = "session-done"
    REP_UP = "rep-up"
    REP_HOLD = "rep-hold"
    REP_DOWN = "rep-down"
    HURTS = "hurts"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class SoundCue:
    """A sound that begins at `at`, by the session's clock."""

    sound: Sound
    at: float


def breaks_countdown(event: Event) -> bool:
    """Tell whether a 3-2-1 that is being heard, or was started early, is not true any more.

    A phase that ends is no break: its countdown is over then, or what begins next is heard in its
    place.
    """
    return isinstance(
        event,
        PhaseExtended
        | SideSwitched
        | SessionPaused
        | SessionInterrupted
        | PainReported
        | SessionStopped,
    )


def sounds_for(event: Event, timeline: Timeline, *, rep_ticks: bool) -> tuple[SoundCue, ...]:
    """Give the sound `event` calls for, if any; `timeline` is the session's as it is now."""
    sound = _sound(event, timeline, rep_ticks=rep_ticks)
    return () if sound is None else (SoundCue(sound, event.at),)


def _sound(event: Event, timeline: Timeline, *, rep_ticks: bool) -> Sound | None:
    match event:
        case PhaseStarted():
            return None if event.paused else _opening(event, timeline)
        case CountdownStarted(phase=phase):
            return _countdown(_after(phase, timeline))
        case ResumeStarted(phase=phase):
            return _countdown(phase)
        case SessionResumed(counted_in=counted_in):
            return None if counted_in else Sound.RESUME
        case RepStarted() | RepHeld() | RepLowered():
            return _tick(event) if rep_ticks else None
        case _:
            return _of_session(event)


def _of_session(
    event: SessionStarted
    | StepStarted
    | HalfwayReached
    | TenSecondsLeft
    | PhaseExtended
    | PhaseEnded
    | StepEnded
    | StepReplaced
    | SideSwitched
    | SessionPaused
    | SessionInterrupted
    | PainReported
    | SessionFinished
    | SessionStopped,
) -> Sound | None:
    match event:
        case HalfwayReached():
            return Sound.HALFWAY
        case SideSwitched():
            return Sound.SWITCH
        case SessionPaused() | SessionInterrupted():
            return Sound.PAUSE
        case PainReported():
            return Sound.HURTS
        case SessionFinished():
            return Sound.SESSION_DONE
        case (
            SessionStarted()
            | StepStarted()
            | TenSecondsLeft()
            | PhaseExtended()
            | PhaseEnded()
            | StepEnded()
            | StepReplaced()
            | SessionStopped()
        ):
            return None
        case _:
            assert_never(event)


def _opening(event: PhaseStarted, timeline: Timeline) -> Sound | None:
    match event.phase.kind:
        case PhaseKind.PREPARE:
            return Sound.PREPARE
        case PhaseKind.SWITCH:
            return Sound.SWITCH
        case PhaseKind.REST:
            return Sound.SET_DONE if _is_within_step(event.phase, timeline) else Sound.REST
        case PhaseKind.WORK:
            return None if event.counted_in else Sound.GO
        case _:
            assert_never(event.phase.kind)


def _is_within_step(rest: Phase, timeline: Timeline) -> bool:
    """Whether sets of one step stand on both sides of a rest."""
    before, after = timeline.phases[max(0, rest.index - 1)], _after(rest, timeline)
    return (
        before.kind is PhaseKind.WORK
        and after is not None
        and (before.step_index == rest.step_index == after.step_index)
    )


def _after(phase: Phase, timeline: Timeline) -> Phase | None:
    later = phase.index + 1
    return timeline.phases[later] if later < len(timeline.phases) else None


def _countdown(leads_to: Phase | None) -> Sound:
    leads_to_work = leads_to is not None and leads_to.kind is PhaseKind.WORK
    return Sound.COUNTDOWN_GO if leads_to_work else Sound.COUNTDOWN


def _tick(event: RepStarted | RepHeld | RepLowered) -> Sound | None:
    match event:
        case RepStarted(number=number):
            return None if number == 1 else Sound.REP_UP
        case RepHeld():
            return Sound.REP_HOLD
        case RepLowered():
            return Sound.REP_DOWN
        case _:
            assert_never(event)
