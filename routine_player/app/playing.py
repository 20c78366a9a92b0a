"""One session in the window: from its first phase to its end, between engine and view."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core import dose_wording, wording
from routine_player.core.alternatives import easier_step
from routine_player.core.entry import PainMoment
from routine_player.core.events import Event, PainReported, SessionInterrupted
from routine_player.core.keys import Wish
from routine_player.core.language import tr
from routine_player.core.moment import moment_of
from routine_player.core.phrases import VoiceLevel
from routine_player.core.scene import picture_of, pictures_ahead, scene_of
from routine_player.core.session import Command, Session, State
from routine_player.core.timeline import PhaseKind
from routine_player.play.outfit import Outfit
from routine_player.play.performance import Performance
from routine_player.store.history_values import PainRating
from routine_player.store.session_keeper import SessionKeeper
from routine_player.ui.player.values import HurtAnswer, HurtQuestion
from routine_player.ui.views.player import PlayerView

_FRAME_MS = 33
_VOICE_WORDS = {
    VoiceLevel.OFF: "Voice: off",
    VoiceLevel.KEY: "Voice: key moments",
    VoiceLevel.FULL: "Voice: full",
}
_OVER = frozenset({State.FINISHED, State.STOPPED})


class Playing(QObject):
    """Leads one session in `view`. `ended` follows the last of it, `advice_wished` a link."""

    ended = Signal()

    def __init__(
        self,
        view: PlayerView,
        session: Session,
        keeper: SessionKeeper,
        outfit: Outfit,
        desk: Desk,
        *,
        speed: float,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._keeper = keeper
        self._outfit = outfit
        self._desk = desk
        self._goes_on = False
        self._performance = Performance(
            session, desk.clock, keeper, self._hear, speed=speed, heard=outfit.heard
        )
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self.tick)
        view.command_wished.connect(self.obey)
        view.wish_made.connect(self.grant)
        view.hurt_answered.connect(self.answer_hurt)
        view.interruption_answered.connect(self.obey)
        view.stop_confirmed.connect(self.stop)
        view.stop_declined.connect(self.go_on)
        view.keys_closed.connect(self.go_on)

    @property
    def session(self) -> Session:
        return self._performance.session

    @property
    def keeper(self) -> SessionKeeper:
        return self._keeper

    def begin(self) -> None:
        """Start the session and its clockwork."""
        self._outfit.start(self.session.timeline)
        self._view.show_muted(self._outfit.muted)
        self._view.show_voice(tr(_VOICE_WORDS[self._desk.settings.voice]))
        self._performance.command(Command.START)
        self._frames.start()

    @Slot()
    def tick(self) -> None:
        """Let the session catch up with the clock, and show where it is."""
        self._performance.tick()
        if self.session.state not in _OVER:
            self._view.show_moment(moment_of(self.session, self._performance.now_s))
            self._show_notice()

    @Slot(object)
    def obey(self, command: Command) -> None:
        """Give a person's command to the session, if it still allows it."""
        self._performance.command(command)
        self.tick()

    @Slot(object)
    def grant(self, wish: Wish) -> None:
        """Do what is not the session's business."""
        match wish:
            case Wish.SAY_AGAIN:
                self._performance.say_again()
            case Wish.MUTE:
                self._outfit.toggle_mute()
                self._view.show_muted(self._outfit.muted)
            case Wish.STOP:
                self._pause_to_ask()
                self._view.ask_stop()
            case Wish.SHOW_KEYS:
                self._pause_to_ask()
                self._view.show_keys()
            case Wish.FULL_SCREEN:
                window = self._view.window()
                window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot(object)
    def answer_hurt(self, answer: HurtAnswer) -> None:
        """Note where and how much it hurts, and go on as the person chose."""
        if answer.score is not None:
            sites = () if answer.site is None else (answer.site,)
            step_index = self.session.planned.index
            at = self._desk.clock.instant()
            self._keeper.rate(PainRating(PainMoment.DURING, answer.score, at, sites, step_index))
        easier = easier_step(self.session.planned.step, self._desk.library.exercises)
        if answer.then is Command.EASIER and easier is not None:
            self._performance.take_easier(easier)
        else:
            self._performance.command(answer.then)
        self.tick()

    @Slot()
    def stop(self) -> None:
        """Stop for today; what was done is kept."""
        self._performance.command(Command.STOP)

    @Slot()
    def go_on(self) -> None:
        """Go on after a question, unless it came in a pause."""
        if self._goes_on:
            self._performance.command(Command.RESUME)

    def ask_stop(self) -> None:
        """Ask whether to stop, as when the window is to be closed."""
        self.grant(Wish.STOP)

    def wait(self) -> None:
        """Pause, if time runs."""
        if self.session.allows(Command.PAUSE):
            self.obey(Command.PAUSE)

    def _pause_to_ask(self) -> None:
        self._goes_on = self.session.allows(Command.PAUSE)
        self._performance.command(Command.PAUSE)

    def _hear(self, told: Sequence[Event]) -> None:
        """Show what the events changed."""
        session = self.session
        self._outfit.follow(told)
        self._show_notice()
        if session.state in _OVER:
            self._frames.stop()
            self.ended.emit()
            return
        now_s = self._performance.now_s
        rep = session.rep(now_s) if session.phase.kind is PhaseKind.WORK else None
        scene = scene_of(session.timeline, session.phase, None if rep is None else rep.side)
        self._view.show_scene(scene)
        self._view.expect(pictures_ahead(session.timeline, session.phase))
        self._view.show_allowed(frozenset(one for one in Command if session.allows(one)))
        for event in told:
            if isinstance(event, PainReported):
                self._view.ask_hurt(self._hurt_question())
            elif isinstance(event, SessionInterrupted):
                self._view.ask_interrupted(wording.rough_minutes(event.gap_s))

    def _hurt_question(self) -> HurtQuestion:
        session = self.session
        step = session.planned.step
        easier = easier_step(step, self._desk.library.exercises)
        following = session.timeline.steps[session.planned.index + 1 :]
        return HurtQuestion(
            exercise=step.name,
            side="" if session.phase.side is None else wording.side_words(session.phase.side),
            easier="" if easier is None else easier.name,
            easier_detail="" if easier is None else dose_wording.step_words(easier),
            easier_picture=None if easier is None else picture_of(easier, session.phase.side),
            next_words=following[0].step.name if following else tr("That was the last step"),
        )

    def _show_notice(self) -> None:
        self._view.show_notice(self._keeper.trouble or self._outfit.notice)
