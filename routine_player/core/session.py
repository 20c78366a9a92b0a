"""A session being played: it is told the time and says what happened. It reads no clock."""

from collections.abc import Mapping
from typing import assert_never

from routine_player.core.events import Event, Outcome
from routine_player.core.marks import RepNow, RepPart, rep_at
from routine_player.core.microseconds import from_s, to_s
from routine_player.core.playback import RESUME_S, Playback, State
from routine_player.core.routine import Step
from routine_player.core.step_ledger import StepProgress, StepStatus
from routine_player.core.timeline import Phase, PlannedStep, Timeline
from routine_player.core.transitions import AIMS, TRANSITIONS, Aim, Command, state_diagram

__all__ = [
    "RESUME_S",
    "TRANSITIONS",
    "Command",
    "IllegalCommandError",
    "RepNow",
    "RepPart",
    "Session",
    "State",
    "StepProgress",
    "StepStatus",
    "state_diagram",
]


class IllegalCommandError(Exception):
    """A command that `allows` would have refused. Nothing was changed."""


class Session:
    """Plays a timeline.

    `now` is seconds on a monotonic clock, scaled by whoever plays faster. A `now` that is earlier
    than one told before counts as that one: a key press that waited in a queue must not turn time
    back. The session keeps whole microseconds, so boundaries are exact however long it lasts.

    `start_step` and `attempt` are for going on where a session was cut off, `earlier` is how its
    steps before that ended. RESTART within `again_within_s` of another one goes back a step.
    ValueError for a timeline without phases or a step it has not.
    """

    def __init__(
        self,
        timeline: Timeline,
        *,
        start_step: int = 0,
        attempt: int = 1,
        earlier: Mapping[int, Outcome] | None = None,
        again_within_s: float = 2.0,
    ) -> None:
        if not 0 <= start_step < len(timeline.steps):
            raise ValueError(f"there is no step {start_step} among {len(timeline.steps)}")
        self._playback = Playback(timeline, start_step, attempt, earlier or {}, again_within_s)
        self._now_us: int | None = None

    # What one tells it

    def handle(self, command: Command, now: float) -> list[Event]:
        """Do what a person asks, and say what happened since it was last told the time.

        IllegalCommandError, and no change, where `allows` says no. If the clock was faster, so
        that what the command was meant for is over by `now`, only that is said.
        """
        if command is Command.EASIER or not self.allows(command):
            raise IllegalCommandError(f"{command} does not go with a session that is {self.state}")
        now_us = self._moment(now)
        aim = self._aim_of(command)
        self._playback.catch_up(now_us)
        if self.allows(command) and self._aim_of(command) == aim:
            TRANSITIONS[self._key(command)].deed(self._playback, now_us)
            self._playback.catch_up(now_us)
        return self._told(now_us)

    def take_easier(self, step: Step, now: float) -> list[Event]:
        """Play `step` in the place of the one that hurts: the deed of EASIER."""
        if not self.allows(Command.EASIER):
            raise IllegalCommandError(f"nothing to replace in a session that is {self.state}")
        now_us = self._moment(now)
        self._playback.take_easier(step, now_us)
        self._playback.catch_up(now_us)
        return self._told(now_us)

    def advance(self, now: float) -> list[Event]:
        """Say what has happened by `now`, each event with the time it was due."""
        now_us = self._moment(now)
        self._playback.catch_up(now_us)
        return self._told(now_us)

    def interrupt(self, at: float, gap_s: float) -> list[Event]:
        """Stop where it was `at`: from then on nobody was there, for `gap_s` wall seconds.

        Nothing that was due later is played. Without effect where nothing was running.
        """
        now_us = self._moment(at)
        self._playback.catch_up(now_us)
        self._playback.interrupt(now_us, gap_s)
        return self._told(now_us)

    # What one asks it

    def allows(self, command: Command) -> bool:
        """Whether `command` may be given, as things stood when it was last told the time."""
        transition = TRANSITIONS.get(self._key(command))
        return transition is not None and transition.is_open(self._playback)

    def foresee(self, until: float) -> list[Event]:
        """Say what will happen up to `until` if nobody commands anything. Changes nothing."""
        until_us = from_s(until)
        due_us = self._playback.due_us
        if due_us is None or due_us > until_us:
            return []
        twin = self._playback.twin()
        twin.catch_up(until_us)
        return twin.told

    @property
    def deadline(self) -> float | None:
        """The next moment at which something happens; None while only a person can go on."""
        due_us = self._playback.due_us
        return None if due_us is None else to_s(due_us)

    @property
    def state(self) -> State:
        return self._playback.state

    @property
    def timeline(self) -> Timeline:
        """What is played, with easier steps and changed sides in it."""
        return self._playback.timeline

    @property
    def phase(self) -> Phase:
        """The phase that is on, with the length and side it has now.

        Before the start it is the first, after the end the last that was played.
        """
        return self._playback.run.phase

    @property
    def planned(self) -> PlannedStep:
        """The step that is on."""
        return self.timeline.steps[self.phase.step_index]

    def elapsed_s(self, now: float) -> float:
        """How far into the phase it is."""
        return to_s(self._playback.run.position_us(from_s(now)))

    def left_s(self, now: float) -> float | None:
        """What is left of the phase; None where it waits for Done."""
        left_us = self._playback.run.left_us(from_s(now))
        return None if left_us is None else to_s(left_us)

    def resume_left_s(self, now: float) -> float | None:
        """What is left of the 3-2-1 after a pause; None outside of one."""
        if self.state is not State.RESUMING:
            return None
        left_us = self._playback.resumes_at_us - from_s(now)
        return min(max(0.0, to_s(left_us)), RESUME_S)

    def rep(self, now: float) -> RepNow | None:
        """The rep that is under way; None where reps are not timed."""
        return rep_at(self.phase, self._playback.run.position_us(from_s(now)))

    def session_left_s(self, now: float) -> float:
        """What is left in all; phases that wait for Done count with their estimate."""
        if self.state is State.FINISHED:
            return 0.0
        run = self._playback.run
        left_us = max(0, from_s(run.phase.estimate_s) - run.position_us(from_s(now)))
        return to_s(left_us + self._playback.contents.left_us(run.phase.index))

    def active_s(self, now: float) -> float:
        """How long it has run, pauses left out; what was begun again counts each time."""
        return to_s(self._playback.active_us(from_s(now)))

    def step_progress(self, now: float) -> tuple[StepProgress, ...]:
        """The segments of the session bar."""
        return tuple(self._progress_of(index, now) for index in range(len(self.timeline.steps)))

    def _progress_of(self, index: int, now: float) -> StepProgress:
        contents, ledger = self._playback.contents, self._playback.ledger
        whole_s = to_s(contents.step_us(index))
        if ledger.is_open and index == self.phase.step_index:
            return StepProgress(StepStatus.RUNNING, self._step_fraction(now), whole_s)
        status, fraction = ledger.ended(index)
        return StepProgress(status, fraction, whole_s)

    def _step_fraction(self, now: float) -> float:
        contents, phase = self._playback.contents, self.phase
        first = contents.first_phase(phase.step_index)
        before_us = contents.estimate_us(first, phase.index)
        this_us = contents.estimate_us(phase.index, phase.index + 1)
        length_us = max(1, from_s(phase.estimate_s))
        position_us = min(self._playback.run.position_us(from_s(now)), length_us)
        done_us = before_us + this_us * position_us / length_us
        return done_us / max(1, contents.step_us(phase.step_index))

    # How it does it

    def _key(self, command: Command) -> tuple[State, Command]:
        return self._playback.state, command

    def _moment(self, now: float) -> int:
        now_us = from_s(now)
        return now_us if self._now_us is None else max(now_us, self._now_us)

    def _aim_of(self, command: Command) -> int | None:
        aim = AIMS[command]
        match aim:
            case Aim.PHASE:
                return self.phase.index
            case Aim.STEP:
                return self.phase.step_index
            case Aim.SESSION:
                return None
            case _:
                assert_never(aim)

    def _told(self, now_us: int) -> list[Event]:
        self._now_us = now_us
        told = self._playback.told
        self._playback.told = []
        return told
