"""The loop of a session in the terminal: time, screen, keys."""

from dataclasses import dataclass

from routine_player.core.alternatives import easier_step
from routine_player.core.entry import PainMoment
from routine_player.core.keys import Wish, asked_for
from routine_player.core.language import tr
from routine_player.core.session import Command, Session, State
from routine_player.play.performance import Performance
from routine_player.store.history_values import PainRating
from routine_player.terminal.asking import PATIENCE_S, ask_hurt, ask_yes
from routine_player.terminal.faces import Face
from routine_player.terminal.keyboard import INTERRUPT, Keyboard
from routine_player.terminal.table import Sounding, Table

_FRAME_S = 0.1
_OVER = frozenset({State.FINISHED, State.STOPPED})


@dataclass(slots=True)
class Leading:
    """Leads a session from its start to its end. `listens` says whether somebody is there."""

    table: Table
    performance: Performance
    outfit: Sounding
    keys: Keyboard
    face: Face
    listens: bool
    stopped_by_hand: bool = False

    @property
    def session(self) -> Session:
        return self.performance.session

    def lead(self) -> None:
        """Play until it is over; Ctrl-C stops, and keeps what was done."""
        with self.face:
            try:
                self.performance.command(Command.START)
                while self.session.state not in _OVER:
                    self._turn()
            except KeyboardInterrupt:
                self._stop_by_hand()

    def _turn(self) -> None:
        self.performance.tick()
        self.face.show(self.session, self.performance.now_s, self._words())
        if not self.listens:
            self._answer_for_nobody()
        wake_s = self.performance.wake_in_s()
        key = self.keys.read(_FRAME_S if wake_s is None else min(wake_s, _FRAME_S))
        if key is not None:
            self._obey(key)

    def _words(self) -> str:
        match self.session.state:
            case State.PAUSED:
                return tr("Paused. Space goes on.")
            case State.INTERRUPTED:
                return tr("The computer slept. Space goes on, D does this again, → skips it.")
            case _:
                return self.performance.keeper.trouble or self.outfit.notice

    def _answer_for_nobody(self) -> None:
        """Do what a person would, where there is none: be done in the time that was thought of."""
        session = self.session
        if session.state is State.INTERRUPTED:
            self.performance.command(Command.CONTINUE)
        waits = session.state is State.RUNNING and session.phase.duration_s is None
        if waits and session.elapsed_s(self.performance.now_s) >= session.phase.estimate_s:
            self.performance.command(Command.DONE)

    def _obey(self, key: str) -> None:
        if key == INTERRUPT:
            self._stop_by_hand()
        elif key == "d" and self.session.state is State.INTERRUPTED:
            self.performance.command(Command.REDO)
        else:
            self._do(asked_for(key, self.session.allows))

    def _do(self, asked: Command | Wish | None) -> None:
        match asked:
            case Command.HURT:
                self._hurt()
            case Command():
                self.performance.command(asked)
            case Wish.SAY_AGAIN:
                self.performance.say_again()
            case Wish.MUTE:
                self.outfit.toggle_mute()
            case Wish.STOP:
                self._ask_to_stop()
            case Wish.SHOW_KEYS:
                self._show_keys()
            case _:
                pass  # full screen is the terminal's own matter

    def _ask_to_stop(self) -> None:
        self.performance.command(Command.PAUSE)
        with self.face.aside():
            stops = ask_yes(self.keys, tr("Stop here? What you did is kept."))
        self.performance.command(Command.STOP if stops else Command.RESUME)

    def _show_keys(self) -> None:
        self.performance.command(Command.PAUSE)
        self.face.show_keys()
        self.keys.read(PATIENCE_S)
        self.performance.command(Command.RESUME)

    def _hurt(self) -> None:
        self.performance.command(Command.HURT)
        planned = self.session.planned
        easier = easier_step(planned.step, self.table.library.exercises)
        with self.face.aside():
            answer = ask_hurt(self.keys, None if easier is None else easier.name)
        if answer.score is not None:
            sites = () if answer.site is None else (answer.site,)
            at = self.table.clock.instant()
            self.performance.keeper.rate(
                PainRating(PainMoment.DURING, answer.score, at, sites, planned.index)
            )
        if answer.then is Command.EASIER and easier is not None:
            self.performance.take_easier(easier)
        else:
            self.performance.command(answer.then)

    def _stop_by_hand(self) -> None:
        self.stopped_by_hand = True
        self.performance.command(Command.STOP)
