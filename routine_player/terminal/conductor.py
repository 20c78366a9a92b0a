"""What goes before and after a session in the terminal: questions, and how it went."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from threading import Event as Flag

from rich.console import Console

from routine_player.core import wording
from routine_player.core.entry import PainMoment
from routine_player.core.language import tr
from routine_player.core.plan import plan_of
from routine_player.core.session import Session, StepStatus
from routine_player.core.timeline import Timeline
from routine_player.play.performance import Performance
from routine_player.store.history_values import PainRating, Unfinished
from routine_player.store.session_keeper import SessionKeeper
from routine_player.terminal.asking import ask_score, ask_yes
from routine_player.terminal.faces import Face, PlainFace, ScreenFace
from routine_player.terminal.keyboard import Keyboard
from routine_player.terminal.leading import Leading
from routine_player.terminal.report import INTERRUPTED_BY_HAND, say
from routine_player.terminal.table import Sounding, Table

_LAST_SOUND_S = 2.0
_ASKS_NOTHING = "demo"

Listen = Callable[[], AbstractContextManager[Keyboard]]


class _Nobody:
    """The keyboard where there is none: waits, and no key comes."""

    def __init__(self) -> None:
        self._never = Flag()

    def read(self, timeout_s: float) -> str | None:
        self._never.wait(timeout_s)
        return None


class Conductor:
    """Asks, plays and tells. `listen` opens the keyboard; None where there is nobody."""

    def __init__(self, table: Table, outfit: Sounding, listen: Listen | None) -> None:
        self._table = table
        self._outfit = outfit
        self._listen = listen

    def ask_to_go_on(self, timeline: Timeline) -> Unfinished | None:
        """Offer to go on where a session of the same steps was cut off; nobody is asked unheard."""
        left = self._table.history.unfinished()
        if left is None or self._listen is None or left.past.plan != plan_of(timeline):
            return None
        if left.step_index >= len(timeline.steps):
            return None
        name = timeline.steps[left.step_index].step.name
        question = tr("Your last session was cut off. Go on at {name}?", name=name)
        with self._listen() as keys:
            return left if ask_yes(keys, question) else None

    def lead(self, session: Session, keeper: SessionKeeper, speed: float) -> int:
        """Play the session to its end, and say how it went; gives the exit code."""
        asks = self._listen is not None and session.timeline.routine.slug != _ASKS_NOTHING
        performance = Performance(
            session,
            self._table.clock,
            keeper,
            self._outfit.follow,
            speed=speed,
            heard=self._outfit.heard,
        )
        opened: AbstractContextManager[Keyboard] = (
            nullcontext(_Nobody()) if self._listen is None else self._listen()
        )
        try:
            with opened as keys:
                if asks:
                    self._ask_pain(keys, keeper, PainMoment.BEFORE)
                self._outfit.start(session.timeline)
                listens = self._listen is not None
                leading = Leading(
                    self._table, performance, self._outfit, keys, _face(listens), listens
                )
                leading.lead()
                say(self._summary(session, keeper))
                if asks and not leading.stopped_by_hand:
                    self._ask_pain(keys, keeper, PainMoment.AFTER)
            self._outfit.settle(_LAST_SOUND_S)
        finally:
            self._outfit.close()
        return INTERRUPTED_BY_HAND if leading.stopped_by_hand else 0

    def _ask_pain(self, keys: Keyboard, keeper: SessionKeeper, moment: PainMoment) -> None:
        score = ask_score(keys, tr("How is your back now, 0 to 10?"))
        if score is not None:
            keeper.rate(PainRating(moment, score, self._table.clock.instant()))

    def _summary(self, session: Session, keeper: SessionKeeper) -> str:
        steps = session.step_progress(0.0)
        words = tr(
            "{name}: {done} of {planned} steps, {time} active.",
            name=session.timeline.routine.name,
            done=sum(step.status is StepStatus.DONE for step in steps),
            planned=len(steps),
            time=wording.clock_time(session.active_s(0.0)),
        )
        if keeper.trouble:
            return f"{words} {keeper.trouble}"
        saved = self._table.history.saved
        return f"{words} {tr('Saved.') if saved else tr('Not saved.')}"


def _face(listens: bool) -> Face:  # noqa: FBT001 - one fact, and the only one
    return ScreenFace(Console()) if listens and sys.stdout.isatty() else PlainFace()
