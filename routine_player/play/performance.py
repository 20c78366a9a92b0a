"""One playing of a routine with all that goes with it: driver, cues and record."""

from collections.abc import Sequence
from typing import Final, assert_never

from routine_player.core.choices import Side
from routine_player.core.compilation import compile_timeline
from routine_player.core.events import Event
from routine_player.core.instant import Instant
from routine_player.core.plan import plan_of
from routine_player.core.routine import Routine, Step
from routine_player.core.session import Command, Session
from routine_player.core.timeline import Timeline
from routine_player.play.clock import Clock
from routine_player.play.cueing import CueFeed, CueWishes, SoundOut, VoiceOut
from routine_player.play.driver import Driver, Listener
from routine_player.play.session_time import SessionTime
from routine_player.store.history_values import NewSession, Unfinished
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide

RETRY_S: Final = 5.0
"""How often what the disk refused is tried again, beside each event that is stored."""


AGAIN_WITHIN_S: Final = 2.0
"""Begin-again pressed twice within this time means the step before."""


def first_side(choice: FirstSide, times_done: int) -> Side:
    """Tell which side starts; in turn, the side changes each time the routine was done."""
    match choice:
        case FirstSide.LEFT:
            return Side.LEFT
        case FirstSide.RIGHT:
            return Side.RIGHT
        case FirstSide.TURN_ABOUT:
            return Side.RIGHT if times_done % 2 else Side.LEFT
        case _:
            assert_never(choice)


def new_session(timeline: Timeline, started: Instant, speed: float) -> NewSession:
    """Describe a session that begins now, for the history."""
    return NewSession(
        routine=timeline.routine.slug,
        routine_name=timeline.routine.name,
        plan=plan_of(timeline),
        planned_s=timeline.duration_s,
        started=started,
        speed=speed,
        when=timeline.routine.when,
    )


def timeline_for(routine: Routine, choice: FirstSide, times_done: int) -> Timeline:
    """Lay a routine out with the side that is to start."""
    return compile_timeline(routine, first_side(choice, times_done))


def session_for(timeline: Timeline, left: Unfinished | None, speed: float) -> Session:
    """Build the session of a timeline, or of what is left of one that was cut off.

    Twice within two seconds of a person's own time goes back a step, however fast it plays.
    """
    again_within_s = AGAIN_WITHIN_S * speed
    if left is None:
        return Session(timeline, again_within_s=again_within_s)
    return Session(
        timeline,
        start_step=left.step_index,
        attempt=left.attempt,
        earlier=left.earlier,
        again_within_s=again_within_s,
    )


class Performance:
    """Plays one session: call `tick()` after `wake_in_s()`, and pass on what a person asks.

    `listener` is told what happened, after it was stored. All calls come from one thread.
    """

    def __init__(
        self,
        session: Session,
        clock: Clock,
        keeper: SessionKeeper,
        listener: Listener,
        *,
        speed: float = 1.0,
        heard: tuple[SoundOut, VoiceOut, CueWishes],
    ) -> None:
        self.session = session
        self.keeper = keeper
        self._clock = clock
        self._heard = heard
        self._listener = listener
        self._feed: CueFeed  # made when the driver asks for it, right below
        self._tried_at = clock.monotonic()
        self._driver = Driver(
            session, clock, speed=speed, cueing=self._cueing, listeners=(self._pass_on,)
        )

    @property
    def now_s(self) -> float:
        """Session time now."""
        return self._driver.now_s

    def wake_in_s(self) -> float | None:
        """Wall seconds until the next tick is due; None while only a person can go on."""
        return self._driver.wake_in_s()

    def tick(self) -> None:
        """Let the session catch up with the clock; now and then store what the disk refused."""
        self._driver.tick()
        now = self._clock.monotonic()
        if self.keeper.trouble and now - self._tried_at >= RETRY_S:
            self._tried_at = now
            self.keeper.retry()

    def command(self, command: Command) -> None:
        """Do what a person asks, if the session still allows it."""
        if self.session.allows(command):
            self._driver.command(command)

    def take_easier(self, step: Step) -> None:
        """Play `step` in the place of the one that hurts."""
        if self.session.allows(Command.EASIER):
            self._driver.take_easier(step)

    def say_again(self) -> None:
        """Say what the phase is about once more."""
        self._driver.say_again()

    def wish(self, wishes: CueWishes) -> None:
        """Change what is to be heard from the next cue on."""
        self._feed.wishes = wishes

    def _cueing(self, session: Session, time: SessionTime) -> CueFeed:
        sound, voice, wishes = self._heard
        self._feed = CueFeed(session, time, sound, voice, wishes)
        return self._feed

    def _pass_on(self, told: Sequence[Event]) -> None:
        self.keeper.follow(told, self.now_s, self._clock.instant())
        self._listener(told)
