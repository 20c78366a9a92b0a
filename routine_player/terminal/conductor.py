"""Leads a session in a terminal: asks, listens to keys, and says how it went."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from threading import Event as Flag

from rich.console import Console

from routine_player.core import wording
from routine_player.core.alternatives import easier_step
from routine_player.core.entry import PainMoment
from routine_player.core.events import Event
from routine_player.core.keys import Wish, asked_for
from routine_player.core.language import tr
from routine_player.core.plan import plan_of
from routine_player.core.session import Command, Session, State
from routine_player.core.timeline import Timeline
from routine_player.play.clock import Clock
from routine_player.play.outfit import Outfit
from routine_player.play.performance import Performance
from routine_player.store.history import History
from routine_player.store.history_values import PainRating, Unfinished
from routine_player.store.library import Library
from routine_player.store.paths import Places
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import Settings
from routine_player.terminal.asking import ask_hurt, ask_score, ask_yes
from routine_player.terminal.faces import Face, PlainFace, ScreenFace
from routine_player.terminal.keyboard import Keyboard, keyboard
from routine_player.terminal.report import say

INTERRUPTED_BY_HAND = 130
_FRAME_S = 0.1
_LAST_SOUND_S = 2.0
_ASKS_NOTHING = "demo"


@dataclass(frozen=True, slots=True)
class Table:
    """What a session in the terminal is played with."""

    places: Places
    library: Library
    settings: Settings
    history: History
    clock: Clock


class _Nobody:
    """The keyboard where there is none: waits, and no key comes."""

    def __init__(self) -> None:
        self._never = Flag()

    def read(self, timeout_s: float) -> str | None:
        self._never.wait(timeout_s)
        return None


class Conductor:
    """Leads one session. `listens` says whether there is somebody at a keyboard."""

    def __init__(self, table: Table, *, listens: bool) -> None:
        self._table = table
        self._listens = listens
        self._console = Console()
        self._notice = ""
        self._hand_stopped = False

    def ask_to_go_on(self, timeline: Timeline) -> Unfinished | None:
        """Offer to go on where a session of the same steps was cut off; nobody is asked unheard."""
        left = self._table.history.unfinished()
        if left is None or not self._listens or left.past.plan != plan_of(timeline):
            return None
        if left.step_index >= len(timeline.steps):
            return None
        name = timeline.steps[left.step_index].step.name
        question = tr("Your last session was cut off. Go on at {name}?", name=name)
        with keyboard() as keys:
            return left if ask_yes(keys, question) else None

    def lead(self, session: Session, keeper: SessionKeeper, speed: float) -> int:
        """Play the session to its end, and say how it went; gives the exit code."""
        asks = self._listens and session.timeline.routine.slug != _ASKS_NOTHING
        outfit = Outfit(self._table.places, self._table.settings, self._table.clock)
        try:
            with keyboard() if self._listens else nullcontext(_Nobody()) as keys:
                if asks:
                    self._ask_pain(keys, keeper, PainMoment.BEFORE)
                outfit.start(session.timeline)
                self._play(session, keeper, keys, outfit, speed)
                say(self._summary(session, keeper))
                if asks and not self._hand_stopped:
                    self._ask_pain(keys, keeper, PainMoment.AFTER)
                outfit.sound.settle(_LAST_SOUND_S)
        finally:
            outfit.close()
        return INTERRUPTED_BY_HAND if self._hand_stopped else 0

    def _play(
        self,
        session: Session,
        keeper: SessionKeeper,
        keys: Keyboard,
        outfit: Outfit,
        speed: float,
    ) -> None:
        performance = Performance(
            session, self._table.clock, keeper, _unheard, speed=speed, heard=outfit.heard
        )
        with self._face() as face:
            try:
                performance.command(Command.START)
                while session.state not in {State.FINISHED, State.STOPPED}:
                    self._turn(performance, keys, face, outfit)
            except KeyboardInterrupt:
                self._stop_by_hand(performance)

    def _face(self) -> Face:
        drawn = self._listens and sys.stdout.isatty()
        return ScreenFace(self._console) if drawn else PlainFace()

    def _turn(self, performance: Performance, keys: Keyboard, face: Face, outfit: Outfit) -> None:
        performance.tick()
        session = performance.session
        self._notice = performance.keeper.trouble or outfit.notice
        face.show(session, performance.now_s, self._words_of(session))
        if not self._listens:
            _answer_for_nobody(performance)
        wake_s = performance.wake_in_s()
        key = keys.read(_FRAME_S if wake_s is None else min(wake_s, _FRAME_S))
        if key is not None:
            self._obey(key, performance, keys, face, outfit)

    def _words_of(self, session: Session) -> str:
        match session.state:
            case State.PAUSED:
                return tr("Paused. Space goes on.")
            case State.INTERRUPTED:
                return tr("The computer slept. Space goes on, D does this again, → skips it.")
            case _:
                return self._notice

    def _obey(
        self,
        key: str,
        performance: Performance,
        keys: Keyboard,
        face: Face,
        outfit: Outfit,
    ) -> None:
        session = performance.session
        if key == "interrupt":
            self._stop_by_hand(performance)
            return
        if key == "d" and session.state is State.INTERRUPTED:
            performance.command(Command.REDO)
            return
        asked = asked_for(key, session.allows)
        if asked is Command.HURT:
            self._hurt(performance, keys, face)
        elif isinstance(asked, Command):
            performance.command(asked)
        elif asked is not None:
            self._grant(asked, performance, keys, face, outfit)

    def _grant(
        self,
        wish: Wish,
        performance: Performance,
        keys: Keyboard,
        face: Face,
        outfit: Outfit,
    ) -> None:
        match wish:
            case Wish.SAY_AGAIN:
                performance.say_again()
            case Wish.MUTE:
                outfit.toggle_mute()
            case Wish.STOP:
                performance.command(Command.PAUSE)
                with face.aside():
                    stops = ask_yes(keys, tr("Stop here? What you did is kept."))
                performance.command(Command.STOP if stops else Command.RESUME)
            case Wish.SHOW_KEYS:
                performance.command(Command.PAUSE)
                face.show_keys()
                keys.read(_A_LONG_WHILE_S)
                performance.command(Command.RESUME)
            case Wish.FULL_SCREEN:
                pass  # the terminal's own matter

    def _hurt(self, performance: Performance, keys: Keyboard, face: Face) -> None:
        performance.command(Command.HURT)
        session = performance.session
        easier = easier_step(session.planned.step, self._table.library.exercises)
        with face.aside():
            answer = ask_hurt(keys, None if easier is None else easier.name)
        if answer.score is not None:
            self._rate(
                performance.keeper,
                PainMoment.DURING,
                answer.score,
                site=answer.site,
                step_index=session.planned.index,
            )
        if answer.then is Command.EASIER and easier is not None:
            performance.take_easier(easier)
        else:
            performance.command(answer.then)

    def _ask_pain(self, keys: Keyboard, keeper: SessionKeeper, moment: PainMoment) -> None:
        score = ask_score(keys, tr("How is your back now, 0 to 10?"))
        if score is not None:
            self._rate(keeper, moment, score)

    def _rate(
        self,
        keeper: SessionKeeper,
        moment: PainMoment,
        score: int,
        *,
        site: str | None = None,
        step_index: int | None = None,
    ) -> None:
        sites = () if site is None else (site,)
        at = self._table.clock.instant()
        keeper.rate(PainRating(moment, score, at, sites, step_index))

    def _stop_by_hand(self, performance: Performance) -> None:
        self._hand_stopped = True
        performance.command(Command.STOP)

    def _summary(self, session: Session, keeper: SessionKeeper) -> str:
        done = sum(1 for step in session.step_progress(0.0) if step.fraction >= 1.0)
        words = tr(
            "{name}: {done} of {planned} steps, {time} active.",
            name=session.timeline.routine.name,
            done=done,
            planned=len(session.timeline.steps),
            time=wording.clock_time(session.active_s(0.0)),
        )
        if keeper.trouble:
            return f"{words} {keeper.trouble}"
        saved = self._table.history.saved
        return f"{words} {tr('Saved.') if saved else tr('Not saved.')}"


_A_LONG_WHILE_S = 3600.0


def _answer_for_nobody(performance: Performance) -> None:
    """Do what a person would, where there is none: be done in the time that was thought of."""
    session = performance.session
    if session.state is State.INTERRUPTED:
        performance.command(Command.CONTINUE)
    waits = session.state is State.RUNNING and session.phase.duration_s is None
    if waits and session.elapsed_s(performance.now_s) >= session.phase.estimate_s:
        performance.command(Command.DONE)


def _unheard(told: Sequence[Event]) -> None:
    """The screen is drawn from the session itself, so events need no one else to listen."""
