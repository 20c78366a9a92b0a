"""From the wish to play a routine to the page after it: start card, player, end."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import PainMoment
from routine_player.core.language import tr
from routine_player.core.session import Session
from routine_player.core.timeline import Timeline
from routine_player.play.outfit import Outfit
from routine_player.play.performance import new_session, session_for, timeline_for
from routine_player.store.history_values import PainRating, Unfinished
from routine_player.store.routine_file import RoutineFile
from routine_player.store.session_keeper import SessionKeeper
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.app.playing import Playing

DEMO = "demo"


class Performing(QObject):
    """Leads through one session at a time. `left` follows when the window is free again."""

    left = Signal()
    routines_wished = Signal()
    over = Signal()
    heard_changed = Signal()  # in whatever thread found out what can be heard

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        desk: Desk,
        window: MainWindow,
        speed: float,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._desk = desk
        self._window = window
        self._speed = speed
        self._playing: Playing | None = None
        self.outfit = Outfit(desk.places, desk.settings, desk.clock, self.heard_changed.emit)
        desk.settings_changed.connect(self.outfit.change)
        window.close_wished.connect(self._ask_to_close)

    @property
    def is_playing(self) -> bool:
        return self._playing is not None

    def close(self) -> None:
        """End what makes sounds."""
        self.outfit.close()

    @Slot(str)
    def play(self, key: str) -> None:
        """Play a routine, by slug or by the path it was opened from, after its start card."""
        file = self._desk.entry(key)
        if file is not None and file.routine is not None:
            self.play_file(file)
        else:
            self._desk.failed.emit(tr("There is no routine '{name}'.", name=key))

    def play_file(self, file: RoutineFile) -> None:
        """Play the routine of a file; the demo asks nothing."""
        if self._playing is not None or file.routine is None:
            return
        played = self._desk.played().get(file.slug)
        choice = self._desk.settings.first_side
        timeline = timeline_for(file.routine, choice, played.times if played else 0)
        if file.slug == DEMO:
            self._begin(timeline, None)
        else:
            self._show_start(file, timeline)

    @Slot(object)
    def resume(self, left: Unfinished) -> None:
        """Go on with a session that was cut off."""
        file = self._desk.entry(left.begun.routine)
        if self._playing is None and file is not None and file.routine is not None:
            timeline = compile_timeline(file.routine)
            session = session_for(timeline, left, self._speed)
            keeper = SessionKeeper(self._desk.history, left.begun, left.active_s)
            self._lead(session, keeper)

    @Slot()
    def show_advice(self) -> None:
        """Show when to see a professional, over whatever is there."""
        from routine_player.ui.views.advice import AdviceView

        view = AdviceView(self._theme)
        view.closed.connect(self._window.give_back)
        self._window.take_over(view)

    def show_help(self) -> None:
        """Show it over sheets too; a session waits for the person to come back and go on."""
        from routine_player.ui.views.advice import AdviceView

        if any(one.isVisible() for one in self._window.findChildren(AdviceView)):
            return
        if self._playing is not None:
            self._playing.wait()
        view = AdviceView(self._theme)
        view.closed.connect(self._window.give_back)
        self._window.lay_over(view)

    def _show_start(self, file: RoutineFile, timeline: Timeline) -> None:
        from routine_player.ui.start.values import StartValues
        from routine_player.ui.views.start import StartView

        preview = self._desk.preview(file)
        if preview is None:
            return
        view = StartView(self._theme, self._pictures)
        view.show_start(StartValues(preview, asks_red_flags=not self._desk.settings.red_flags_read))
        view.start_wished.connect(partial(self._begin, timeline))
        view.advice_wished.connect(self.show_advice)
        view.red_flags_read.connect(self._keep_answers)
        view.back_wished.connect(self._window.give_back)
        self._window.take_over(view)
        self.outfit.warm_up()

    @Slot(object)
    def _keep_answers(self, ticked: Sequence[str]) -> None:
        """Store what was answered about red flags before a session."""
        from routine_player.core.red_flag_check import RedFlagCheck
        from routine_player.core.red_flags import RED_FLAGS

        desk, now = self._desk, self._desk.clock.instant()
        check = RedFlagCheck(now, {flag.name: flag.name in ticked for flag in RED_FLAGS})
        desk.write(lambda: desk.history.diary.put_check(check, now))
        desk.change(red_flags_read=True)

    def _begin(self, timeline: Timeline, pain: int | None) -> None:
        now = self._desk.clock.instant()
        new = new_session(timeline, now, self._speed)
        keeper = SessionKeeper(self._desk.history, new)
        if pain is not None:
            keeper.rate(PainRating(PainMoment.BEFORE, pain, now))
        self._lead(session_for(timeline, None, self._speed), keeper)

    def _lead(self, session: Session, keeper: SessionKeeper) -> None:
        from routine_player.app.playing import Playing
        from routine_player.ui.views.player import PlayerView

        view = PlayerView(self._theme, self._pictures)
        view.advice_wished.connect(self.show_advice)
        self._playing = Playing(view, session, keeper, self.outfit, self._desk, speed=self._speed)
        self._playing.ended.connect(self._end)
        self._window.hand_over(view)
        self._window.guard_close(guarded=True)
        view.setFocus()
        self._playing.begin()

    @Slot()
    def _end(self) -> None:
        playing, self._playing = self._playing, None
        self._window.guard_close(guarded=False)
        if playing is None:
            return
        self._desk.history_changed.emit()
        if not self._desk.settings.first_start_done:
            self._desk.change(first_start_done=True)
        from routine_player.app.ending import Ending

        ending = Ending(self._theme, self._pictures, self._desk, playing.keeper, self._window)
        ending.closed.connect(self.left)
        ending.play_wished.connect(self.play)
        ending.routines_wished.connect(self._look_round)
        self._window.hand_over(ending.view)
        self.over.emit()

    @Slot()
    def _look_round(self) -> None:
        self.left.emit()
        self.routines_wished.emit()

    @Slot()
    def _ask_to_close(self) -> None:
        if self._playing is not None:
            self._playing.ask_stop()
