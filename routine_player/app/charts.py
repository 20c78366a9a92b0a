"""The charts of the page History: read out of the history when they are first asked for."""

from datetime import date

from PySide6.QtCore import QObject, Slot

from routine_player.app.desk import Desk
from routine_player.core.series.played import PlayedSession
from routine_player.core.series.records import Records
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.history_values import SessionSummary
from routine_player.store.settings import Units
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.charts_panel import ChartsPanel
from routine_player.ui.views.history import HistoryView


class ChartsRoom(QObject):
    """Fills the charts, and leads from a dot to its day."""

    def __init__(self, view: HistoryView, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self.panel = ChartsPanel(view.theme)
        self.panel.day_wished.connect(self.open_day)
        desk.history_changed.connect(self.refresh)
        desk.settings_changed.connect(self.refresh)
        view.put_charts(self.panel)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read again what the charts are made of."""
        desk = self._desk
        today = desk.clock.instant().local_date
        try:
            records = records_of(desk.history, today)
        except HistoryError as error:
            desk.failed.emit(str(error))
            return
        speech = Speech(today, in_miles=desk.settings.units is Units.MILES)
        self.panel.show_records(records, speech)

    @Slot(date)
    def open_day(self, day: date) -> None:
        """Show what happened on a day."""
        self._view.show_list()
        self._view.day_wished.emit(day)


def records_of(history: History, today: date) -> Records:
    """Read all that charts are made of."""
    diary = history.diary
    return Records(
        today,
        tuple(logged.run for logged in diary.runs(-1)),
        diary.ratings(-1),
        tuple(_played(one) for one in history.sessions(-1) if one.is_real),
        tuple(worn.shoes for worn in diary.shoes()),
        diary.days(date.min, today),
    )


def _played(session: SessionSummary) -> PlayedSession:
    return PlayedSession(
        session.routine,
        session.routine_name,
        session.started,
        session.active_s,
        session.steps_done,
        session.steps_planned,
        session.when,
        session.run,
    )
