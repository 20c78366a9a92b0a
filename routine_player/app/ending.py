"""The page after a session: it shows what was kept, keeps the answers, and leads on."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.app.end_values import (
    LOOK_ROUND,
    end_values,
    routine_to_play,
    unsaved_reason,
)
from routine_player.app.late_saving import RETRY_MS, LateSaving
from routine_player.core.entry import Effort, PainMoment
from routine_player.core.language import tr
from routine_player.store.history_values import PainRating
from routine_player.store.session_keeper import SessionKeeper
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.views.end import EndView
from routine_player.ui.window import MainWindow


class Ending(QObject):
    """Leads the page `view`, and lives as long as it does.

    `play_wished` carries a routine's slug. What the disk refuses is tried again every few
    seconds, after the page is closed too.
    """

    closed = Signal()
    play_wished = Signal(str)
    routines_wished = Signal()

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        desk: Desk,
        keeper: SessionKeeper,
        window: MainWindow,
    ) -> None:
        view = EndView(theme, pictures)
        super().__init__(view)
        self.view = view
        self._theme = theme
        self._desk = desk
        self._keeper = keeper
        self._window = window
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)
        self._connect()
        self.view.show_end(end_values(desk, keeper))
        self._watch_trouble()

    @Slot(int)
    def rate(self, score: int) -> None:
        """Keep how much it hurts now."""
        self._keeper.rate(PainRating(PainMoment.AFTER, score, self._desk.clock.instant()))
        self._tell_kept()

    @Slot(object)
    def set_effort(self, effort: Effort | None) -> None:
        """Keep how hard it was."""
        self._keeper.set_effort(effort, self._desk.clock.instant())
        self._tell_kept()

    @Slot(str)
    def set_note(self, note: str) -> None:
        """Keep the note."""
        self._keeper.set_note(note, self._desk.clock.instant())
        self._tell_kept()

    @Slot(str)
    def take(self, action: str) -> None:
        """Do what was offered."""
        slug = routine_to_play(action)
        if slug is not None:
            self.play_wished.emit(slug)
        elif action == LOOK_ROUND:
            self._leave()
            self.routines_wished.emit()

    @Slot()
    def undo(self) -> None:
        """Take the session out of the log, close the page, and offer to put it back."""
        desk, session = self._desk, self._keeper.id
        if not desk.write(lambda: desk.history.delete(session, desk.clock.instant())):
            return

        def restore() -> None:
            desk.write(lambda: desk.history.restore(session, desk.clock.instant()))

        self.close()
        self._window.offer_undo(tr("Session removed from the log"), restore)

    @Slot()
    def close(self) -> None:
        """Leave the page."""
        self._leave()
        self.closed.emit()

    @Slot()
    def try_again(self) -> None:
        """Try to store what the disk refused."""
        if self._keeper.retry():
            self._tell_kept()

    @Slot()
    def show_advice(self) -> None:
        """Show when to see a professional, over this page."""
        from routine_player.ui.views.advice import AdviceView

        advice = AdviceView(self._theme)
        advice.closed.connect(self._window.give_back)
        self._window.take_over(advice)

    def _connect(self) -> None:
        view = self.view
        view.pain_rated.connect(self.rate)
        view.effort_chosen.connect(self.set_effort)
        view.note_written.connect(self.set_note)
        view.offer_taken.connect(self.take)
        view.advice_wished.connect(self.show_advice)
        view.undo_wished.connect(self.undo)
        view.close_wished.connect(self.close)
        # What fails while the page has the window would otherwise be said behind it.
        self._desk.failed.connect(view.show_unsaved)

    def _leave(self) -> None:
        """Keep the last words of the note, and go on trying to save what is not saved yet."""
        self.view.finish_note()
        if self._keeper.trouble:
            LateSaving(self._keeper, self._desk)

    def _tell_kept(self) -> None:
        self.view.show_unsaved(unsaved_reason(self._desk, self._keeper))
        self._watch_trouble()
        self._desk.history_changed.emit()

    def _watch_trouble(self) -> None:
        if self._keeper.trouble and not self._retry.isActive():
            self._retry.start()
        elif not self._keeper.trouble:
            self._retry.stop()
