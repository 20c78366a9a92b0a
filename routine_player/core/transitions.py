"""The one table of what a session allows, and the diagram drawn from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from routine_player.core.playback import Playback, State


class Command(StrEnum):
    """What a person can ask of a session."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    RESTART = "restart"  # the step; again right after, the step before it
    BACK = "back"  # to the step before
    EXTEND = "extend"  # by ten seconds
    SHORTEN = "shorten"  # by ten seconds
    DONE = "done"
    SWITCH_SIDE = "switch-side"
    HURT = "hurt"
    EASIER = "easier"  # after hurt: the easier exercise in its place
    NEXT = "next"  # after hurt: the next step
    GO_ON = "go-on"  # after hurt: with what was left
    REDO = "redo"  # after an interruption: this phase from its start
    CONTINUE = "continue"  # after an interruption: what was left
    STOP = "stop"


class Aim(StrEnum):
    """What a command is meant for: it falls flat once that is over."""

    PHASE = "phase"
    STEP = "step"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Condition:
    """When a transition is open, in words for the diagram and as a question to the session."""

    words: str
    holds: Callable[[Playback], bool]


@dataclass(frozen=True, slots=True)
class Transition:
    """Where a command leads, and what is done.

    A deed is called with the playback and the moment in microseconds; that of EASIER with the
    easier step before the moment, which is why it comes by a door of its own.
    """

    targets: tuple[State, ...]
    deed: Callable[..., None]
    condition: Condition | None = None

    def is_open(self, playback: Playback) -> bool:
        """Whether the condition holds."""
        return self.condition is None or self.condition.holds(playback)


@dataclass(frozen=True, slots=True)
class ClockTransition:
    """Where time leads when nobody commands anything."""

    source: State
    target: State
    words: str


_TIMED: Final = Condition("timed phase", lambda playback: playback.may_stretch)
_HAS_ROOM: Final = Condition("timed phase under 4 h", lambda playback: playback.may_extend)
_NOT_TIMED_WORK: Final = Condition("not in timed work", lambda playback: playback.may_be_done)
_SIDED: Final = Condition("a side, no rest", lambda playback: playback.may_switch)

_ON: Final = (State.RUNNING, State.FINISHED)
_STILL: Final = (State.PAUSED, State.FINISHED)
# A phase that waits for Done needs no 3-2-1.
_BACK_IN: Final = (State.RESUMING, State.RUNNING)

_RUNNING: Final[Mapping[Command, Transition]] = {
    Command.PAUSE: Transition((State.PAUSED,), Playback.pause),
    Command.SKIP: Transition(_ON, Playback.skip),
    Command.RESTART: Transition((State.RUNNING,), Playback.restart),
    Command.BACK: Transition((State.RUNNING,), Playback.go_back),
    Command.EXTEND: Transition((State.RUNNING,), Playback.extend, _HAS_ROOM),
    Command.SHORTEN: Transition(_ON, Playback.shorten, _TIMED),
    Command.DONE: Transition(_ON, Playback.finish_phase, _NOT_TIMED_WORK),
    Command.SWITCH_SIDE: Transition((State.RUNNING,), Playback.switch_side, _SIDED),
    Command.HURT: Transition((State.HURTING,), Playback.stop_for_pain),
    Command.STOP: Transition((State.STOPPED,), Playback.stop),
}
_PAUSED: Final[Mapping[Command, Transition]] = {
    Command.RESUME: Transition(_BACK_IN, Playback.resume),
    Command.SKIP: Transition(_STILL, Playback.skip),
    Command.RESTART: Transition((State.PAUSED,), Playback.restart),
    Command.BACK: Transition((State.PAUSED,), Playback.go_back),
    Command.EXTEND: Transition((State.PAUSED,), Playback.extend, _HAS_ROOM),
    Command.SHORTEN: Transition(_STILL, Playback.shorten, _TIMED),
    Command.SWITCH_SIDE: Transition((State.PAUSED,), Playback.switch_side, _SIDED),
    Command.HURT: Transition((State.HURTING,), Playback.stop_for_pain),
    Command.STOP: Transition((State.STOPPED,), Playback.stop),
}
_RESUMING: Final[Mapping[Command, Transition]] = {
    Command.PAUSE: Transition((State.PAUSED,), Playback.pause),
    Command.SKIP: Transition(_ON, Playback.skip),
    Command.RESTART: Transition((State.RUNNING,), Playback.restart),
    Command.BACK: Transition((State.RUNNING,), Playback.go_back),
    Command.HURT: Transition((State.HURTING,), Playback.stop_for_pain),
    Command.STOP: Transition((State.STOPPED,), Playback.stop),
}
_INTERRUPTED: Final[Mapping[Command, Transition]] = {
    Command.REDO: Transition(_BACK_IN, Playback.redo),
    Command.CONTINUE: Transition(_BACK_IN, Playback.resume),
    Command.SKIP: Transition(_ON, Playback.skip),
    Command.HURT: Transition((State.HURTING,), Playback.stop_for_pain),
    Command.STOP: Transition((State.STOPPED,), Playback.stop),
}
_HURTING: Final[Mapping[Command, Transition]] = {
    Command.EASIER: Transition((State.RUNNING,), Playback.take_easier),
    Command.NEXT: Transition(_ON, Playback.leave_hurting_step),
    Command.GO_ON: Transition(_BACK_IN, Playback.resume),
    Command.STOP: Transition((State.STOPPED,), Playback.stop),
}
_READY: Final[Mapping[Command, Transition]] = {
    Command.START: Transition((State.RUNNING,), Playback.start),
    Command.STOP: Transition((State.STOPPED,), Playback.stop),
}

TRANSITIONS: Final[Mapping[tuple[State, Command], Transition]] = MappingProxyType(
    {
        (state, command): transition
        for state, row in (
            (State.READY, _READY),
            (State.RUNNING, _RUNNING),
            (State.PAUSED, _PAUSED),
            (State.RESUMING, _RESUMING),
            (State.INTERRUPTED, _INTERRUPTED),
            (State.HURTING, _HURTING),
        )
        for command, transition in row.items()
    }
)

CLOCK_TRANSITIONS: Final = (
    ClockTransition(State.RUNNING, State.FINISHED, "last phase ends"),
    ClockTransition(State.RESUMING, State.RUNNING, "3 s pass"),
    ClockTransition(State.RUNNING, State.INTERRUPTED, "computer slept"),
    ClockTransition(State.RESUMING, State.INTERRUPTED, "computer slept"),
)

# "It hurts", pause and stop are meant whatever phase the clock has reached meanwhile.
AIMS: Final[Mapping[Command, Aim]] = MappingProxyType(
    dict.fromkeys(Command, Aim.SESSION)
    | {
        Command.SKIP: Aim.PHASE,
        Command.EXTEND: Aim.PHASE,
        Command.SHORTEN: Aim.PHASE,
        Command.DONE: Aim.PHASE,
        Command.SWITCH_SIDE: Aim.PHASE,
        Command.RESTART: Aim.STEP,
        Command.BACK: Aim.STEP,
    }
)


def state_diagram() -> str:
    """Draw the table as a Mermaid state diagram, commands that lead the same way on one arrow."""
    arrows: dict[tuple[State, State], list[str]] = {}
    for (source, command), transition in TRANSITIONS.items():
        condition = transition.condition
        words = f"{command.value} [{condition.words}]" if condition else command.value
        for target in transition.targets:
            arrows.setdefault((source, target), []).append(words)
    for clock in CLOCK_TRANSITIONS:
        arrows.setdefault((clock.source, clock.target), []).append(f"({clock.words})")
    lines = ["stateDiagram-v2", f"    [*] --> {State.READY.value}"]
    lines += [
        f"    {source.value} --> {target.value}: {', '.join(words)}"
        for (source, target), words in arrows.items()
    ]
    lines += [f"    {end.value} --> [*]" for end in (State.FINISHED, State.STOPPED)]
    return "\n".join(lines) + "\n"
