"""The page History: it reads what the view asks for, and deletes what can be taken back."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.app.history_days import (
    Days,
    days_before,
    detail_of,
    entries_between,
    ties_of_session,
)
from routine_player.core.language import tr
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_errors import HistoryError
from routine_player.store.session_summary import SessionId
from routine_player.store.settings import Units
from routine_player.ui.history.values import HistoryEntry
from routine_player.ui.views.history import HistoryView
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.app.charts import ChartsRoom


class HistoryRoom(QObject):
    """Fills the page. `play_wished` carries a routine's slug, `correct_wished` an entry's id."""

    play_wished = Signal(str)
    demo_wished = Signal()
    correct_wished = Signal(object)

    def __init__(self, view: HistoryView, desk: Desk, window: MainWindow) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._window = window
        self._charts: ChartsRoom | None = None
        self._first: date | None = None
        self._has_more = False
        view.tie_wished.connect(self.tie)
        view.untie_wished.connect(self.untie)
        view.part_wished.connect(self.part)
        view.correct_wished.connect(self.correct_wished)
        view.charts_wished.connect(self.open_charts)
        view.session_wished.connect(self.open_session)
        view.day_wished.connect(self.show_day)
        view.all_wished.connect(self.show_all)
        view.more_wished.connect(self.show_more)
        view.delete_wished.connect(self.delete)
        view.play_wished.connect(self.play_wished)
        view.demo_wished.connect(self.demo_wished)
        desk.history_changed.connect(self.refresh)
        desk.settings_changed.connect(self.refresh)
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
        """Show all days, as far back as they were loaded."""
        today = self._today()
        if self._first is None:
            self._take(days_before(self._desk.history, today, (), in_miles=self._in_miles))
        entries = self._entries_between(self._first or date.min, today)
        self._view.show_sessions(entries, today, has_more=self._has_more)

    @Slot()
    def show_more(self) -> None:
        """Show older days below."""
        if self._first is None or self._first == date.min:
            self._view.add_sessions((), has_more=False)
            return
        last = self._first - timedelta(days=1)
        loaded = self._view.entries
        days = days_before(self._desk.history, last, loaded, in_miles=self._in_miles)
        self._take(days)
        self._view.add_sessions(days.entries, has_more=days.has_more)

    @Slot(date)
    def show_day(self, day: date) -> None:
        """Show what was logged on one day."""
        self._view.show_day(day, self._entries_between(day, day), self._today())

    @property
    def charts(self) -> "ChartsRoom | None":
        """The charts, once they were asked for."""
        return self._charts

    @Slot()
    def open_charts(self) -> None:
        """Build the charts, which load what draws them, now that they are asked for."""
        from routine_player.app.charts import ChartsRoom

        self._charts = ChartsRoom(self._view, self._desk)
        self._charts.said.connect(self._window.say)

    @Slot(object)
    def open_session(self, session: SessionId) -> None:
        """Show one session whole, or whatever else has that id."""
        past = self._desk.history.session(session)
        if past is None:
            detail = detail_of(self._desk.history, session, in_miles=self._in_miles)
            if detail is not None:
                self._view.show_entry(detail)
        else:
            file = self._desk.entry(past.summary.routine)
            playable = file is not None and file.routine is not None
            ties, others = ties_of_session(
                self._desk.history, past.summary, in_miles=self._in_miles
            )
            self._view.show_session(past, playable=playable, ties=ties, others=others)

    def go_to(self, session: SessionId) -> None:
        """Open one session and mark it in the list."""
        self._view.open_session(session)

    @Slot(object)
    def delete(self, session: SessionId) -> None:
        """Take a session, run or rating out of the log, and offer to put it back."""
        desk = self._desk
        if desk.history.session(session) is None:
            self._delete_entry(session)
        elif desk.write(lambda: desk.history.delete(session, desk.clock.instant())):
            self._window.offer_undo(tr("Session deleted"), lambda: self._restore(session))

    def _restore(self, session: SessionId) -> None:
        desk = self._desk
        desk.write(lambda: desk.history.restore(session, desk.clock.instant()))

    @Slot(object, object)
    def tie(self, session: SessionId, run: UUID | None) -> None:
        """Say by hand which run a session goes with, or that it goes with none."""
        desk, at = self._desk, self._desk.clock.instant()
        edits: list[UUID | None] = []
        if desk.write(lambda: edits.append(desk.history.diary.tie_session(session, run, at))):
            words = tr("It goes with this run now") if run else tr("It goes with no run now")
            self._offer_undo(words, edits)

    @Slot(object)
    def untie(self, session: SessionId) -> None:
        """Say by hand that a session goes with no run."""
        self.tie(session, None)

    @Slot(object)
    def part(self, join: UUID) -> None:
        """Make two runs again of what two computers told of, and was taken for one."""
        desk, at = self._desk, self._desk.clock.instant()
        edits: list[UUID | None] = []
        if desk.write(lambda: edits.append(desk.history.diary.undo(join, at))):
            self._offer_undo(tr("They are two runs now"), edits)

    def _offer_undo(self, words: str, edits: Iterable[UUID | None]) -> None:
        """Say what was done, and offer to take those edits back."""
        desk = self._desk

        def undo() -> None:
            for edit in filter(None, edits):
                desk.write(lambda edit=edit: desk.history.diary.undo(edit, desk.clock.instant()))

        self._window.offer_undo(words, undo)

    def _delete_entry(self, subject: UUID) -> None:
        """Take a run with what was said of it, or a rating, out of the log."""
        desk, at = self._desk, self._desk.clock.instant()
        ratings = desk.history.diary.ratings_of_run(subject)
        entry = DiaryEntry(withdrawn=(subject, *(rating.id for rating in ratings)))
        edits: list[UUID | None] = []
        if desk.write(lambda: edits.append(desk.history.diary.put_entry(entry, at))):
            self._offer_undo(tr("Deleted from the log"), edits)

    def _take(self, days: Days) -> None:
        self._first, self._has_more = days.first, days.has_more

    def _entries_between(self, first: date, last: date) -> tuple[HistoryEntry, ...]:
        return entries_between(self._desk.history, first, last, in_miles=self._in_miles)

    @property
    def _in_miles(self) -> bool:
        return self._desk.settings.units is Units.MILES

    def _today(self) -> date:
        return self._desk.clock.instant().local_date
