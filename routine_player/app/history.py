"""The page History: it reads what the view asks for, and deletes what can be taken back."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.store.history_errors import HistoryError
from routine_player.store.history_values import SessionId
from routine_player.ui.views.history import HistoryView
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.app.charts import ChartsRoom

_PAGE: Final = 50


class HistoryRoom(QObject):
    """Fills the page. `play_wished` carries a routine's slug."""

    play_wished = Signal(str)
    demo_wished = Signal()

    def __init__(self, view: HistoryView, desk: Desk, window: MainWindow) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._window = window
        self._charts: ChartsRoom | None = None
        view.charts_wished.connect(self.open_charts)
        view.session_wished.connect(self.open_session)
        view.day_wished.connect(self.show_day)
        view.all_wished.connect(self.show_all)
        view.more_wished.connect(self.show_more)
        view.delete_wished.connect(self.delete)
        view.play_wished.connect(self.play_wished)
        view.demo_wished.connect(self.demo_wished)
        desk.history_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read again what is shown."""
        today = self._today()
        try:
            self._view.show_days(self._desk.history.days(date.min, today), today)
            if self._view.day is None:
                self.show_all()
            else:
                self.show_day(self._view.day)
        except HistoryError as error:
            self._desk.failed.emit(str(error))

    @Slot()
    def show_all(self) -> None:
        """Show the last sessions of all days."""
        count = max(_PAGE, self._view.loaded)
        sessions = self._desk.history.sessions(limit=count + 1)
        self._view.show_sessions(sessions[:count], self._today(), has_more=len(sessions) > count)

    @Slot()
    def show_more(self) -> None:
        """Show older sessions below."""
        sessions = self._desk.history.sessions(limit=_PAGE + 1, offset=self._view.loaded)
        self._view.add_sessions(sessions[:_PAGE], has_more=len(sessions) > _PAGE)

    @Slot(date)
    def show_day(self, day: date) -> None:
        """Show the sessions of one day."""
        sessions = self._desk.history.sessions_between(day, day)
        self._view.show_day(day, sessions, self._today())

    @Slot()
    def open_charts(self) -> None:
        """Build the charts, which load what draws them, now that they are asked for."""
        from routine_player.app.charts import ChartsRoom

        self._charts = ChartsRoom(self._view, self._desk)

    @Slot(object)
    def open_session(self, session: SessionId) -> None:
        """Show one session whole."""
        past = self._desk.history.session(session)
        if past is not None:
            file = self._desk.entry(past.summary.routine)
            self._view.show_session(past, playable=file is not None and file.routine is not None)

    def go_to(self, session: SessionId) -> None:
        """Open one session and mark it in the list."""
        self._view.open_session(session)

    @Slot(object)
    def delete(self, session: SessionId) -> None:
        """Take a session out of the log, and offer to put it back."""
        desk = self._desk
        if desk.write(lambda: desk.history.delete(session, desk.clock.instant())):
            self._window.offer_undo(tr("Session deleted"), lambda: self._restore(session))

    def _restore(self, session: SessionId) -> None:
        desk = self._desk
        desk.write(lambda: desk.history.restore(session, desk.clock.instant()))

    def _today(self) -> date:
        return self._desk.clock.instant().local_date
