"""The year of days among the charts, with the way to the years before."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.date_words import days_words
from routine_player.core.language import tr
from routine_player.ui.chart_contents.year import YearDay, year_table
from routine_player.ui.charts.chart_frame import ChartFrame
from routine_player.ui.history.legend import Legend
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8
from routine_player.ui.widgets.calendar import Calendar, DayMark

_A_YEAR: Final = timedelta(weeks=52)


class YearCard(ChartFrame):
    """Shows a year of days at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        body = QWidget()
        self._calendar = Calendar(theme, date(2000, 1, 1))
        self._signs = signs = Legend(theme)
        super().__init__(theme, body, parent)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(signs)
        column.addWidget(self._calendar)
        self._days: Mapping[date, YearDay] = {}
        self._today = self._last = date(2000, 1, 1)
        self._is_example = False
        self._earlier = self.add_tool(tr("The year before"), "caret-left")
        self._later = self.add_tool(tr("The year after"), "caret-right")
        self._earlier.clicked.connect(self.go_back)
        self._later.clicked.connect(self.go_on)
        self._calendar.day_chosen.connect(self.day_chosen)

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self._last

    def show_days(
        self, days: Mapping[date, YearDay], today: date, *, is_example: bool = False
    ) -> None:
        """Show other days; a year that was gone to stays. Made-up ones are said to be so."""
        self._is_example = is_example
        stays = self._last != self._today and self._last <= today
        self._days, self._today = days, today
        self.fill(
            lambda: year_table(days), nothing="" if days else tr("Each day you log is a square.")
        )
        self._show(self._last if stays else today)

    @property
    def time_words(self) -> str:
        return days_words(self._last - _A_YEAR, self._last)

    @Slot()
    def go_back(self) -> None:
        """Show the year before."""
        self._show(self._last - _A_YEAR)

    @Slot()
    def go_on(self) -> None:
        """Show the year after, today's at most."""
        self._show(min(self._today, self._last + _A_YEAR))

    def picture(self, fine: float) -> AbstractContextManager[Sequence[QWidget]]:
        del fine
        return nullcontext([self._signs, self._calendar.grid])

    def _show(self, last: date) -> None:
        self._last = last
        first = last - _A_YEAR
        marks = {
            day: DayMark(found.sessions, found.worst, found.words)
            for day, found in self._days.items()
        }
        self._calendar.show_days(last, marks)
        is_now = last == self._today
        title = tr("The year") if is_now else f"{first.year} - {last.year}"
        if self._is_example:
            self.name("example-year", title, tr("an example, not yours; day by day"))
        else:
            self.name("year", title, tr("day by day"))
        self._later.setEnabled(not is_now)
        self._earlier.setEnabled(any(day < first for day in self._days))
