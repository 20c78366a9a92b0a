"""Plays a session against the clock: tells it the time, and passes on what it says."""

from collections.abc import Callable, Sequence
from typing import Protocol

from routine_player.core.events import Event
from routine_player.core.routine import Step
from routine_player.core.session import Command, Session, State
from routine_player.play.clock import Clock
from routine_player.play.gap import GapWatch
from routine_player.play.session_time import SessionTime

HEARTBEAT_S = 0.25
"""The longest time between ticks while the session's clock runs, in wall seconds.

Sleep of the computer is dated to the tick before it, so this is how exactly a session stops.
"""

Listener = Callable[[Sequence[Event]], None]
"""Is told what happened, in order; never called with nothing."""


class Cueing(Protocol):
    """What makes a session heard."""

    def follow(self, told: Sequence[Event], now_s: float, *, turned: bool) -> None:
        """Take note of what happened by session time `now_s`, and of what comes next.

        `turned` says that it took another course than was foreseen: a command, or a gap.
        """
        ...

    def say_again(self, now_s: float) -> None:
        """Say what the phase is about."""
        ...


class Driver:
    """Drives one session. Call `tick()` at the latest after `wake_in_s()`; more often is welcome.

    Ticks are never counted: each tells the session the time that it is, so it does not matter how
    regular they are. `speed` is how many times faster than life the session plays. All calls come
    from one thread, and listeners are called in it.
    """

    def __init__(
        self,
        session: Session,
        clock: Clock,
        *,
        speed: float = 1.0,
        cueing: Callable[[Session, SessionTime], Cueing] | None = None,
        listeners: Sequence[Listener] = (),
    ) -> None:
        self.session = session
        self.time = SessionTime(clock.monotonic(), speed)
        self._clock = clock
        self._watch = GapWatch(clock)
        self._cueing = cueing(session, self.time) if cueing else None
        self._listeners = tuple(listeners)

    @property
    def speed(self) -> float:
        return self.time.speed

    @property
    def now_s(self) -> float:
        """Session time now: what the session's own questions (`left_s(now)`, ...) want."""
        return self.time.session_s(self._clock.monotonic())

    def listen(self, listener: Listener) -> None:
        """Tell `listener` too what happens from now on."""
        self._listeners = (*self._listeners, listener)

    def tick(self) -> list[Event]:
        """Let the session catch up with the clock, and say what happened."""
        monotonic = self._clock.monotonic()
        now_s = self.time.session_s(monotonic)
        told = self._interrupt_at_gap(monotonic)
        was_interrupted = bool(told)
        told += self.session.advance(now_s)
        self._tell(told, now_s, turned=was_interrupted)
        return told

    def command(self, command: Command) -> list[Event]:
        """Do what a person asks, and say what happened.

        A command that comes with the news that the computer slept is not carried out: it was
        meant for what was there before. IllegalCommandError where `session.allows` says no.
        """
        return self._act(lambda now_s: self.session.handle(command, now_s))

    def take_easier(self, step: Step) -> list[Event]:
        """Answer "it hurts" with an easier step; else as `command`."""
        return self._act(lambda now_s: self.session.take_easier(step, now_s))

    def say_again(self) -> None:
        """Let the voice say what the phase is about; the session goes on."""
        if self._cueing is not None:
            self._cueing.say_again(self.now_s)

    def wake_in_s(self) -> float | None:
        """Wall seconds until the next tick is due; None while only a person can go on."""
        if self.session.state not in {State.RUNNING, State.RESUMING}:
            return None
        deadline = self.session.deadline
        if deadline is None:
            return HEARTBEAT_S
        until_deadline_s = self.time.monotonic(deadline) - self._clock.monotonic()
        return min(HEARTBEAT_S, max(0.0, until_deadline_s))

    def _act(self, deed: Callable[[float], list[Event]]) -> list[Event]:
        monotonic = self._clock.monotonic()
        now_s = self.time.session_s(monotonic)
        told = self._interrupt_at_gap(monotonic) or deed(now_s)
        self._tell(told, now_s, turned=True)
        return told

    def _interrupt_at_gap(self, monotonic: float) -> list[Event]:
        gap = self._watch.look(monotonic)
        if gap is None:
            return []
        return self.session.interrupt(self.time.session_s(gap.since), gap.gap_s)

    def _tell(self, told: Sequence[Event], now_s: float, *, turned: bool) -> None:
        if self._cueing is not None:
            self._cueing.follow(told, now_s, turned=turned)
        if told:
            for listener in self._listeners:
                listener(told)
