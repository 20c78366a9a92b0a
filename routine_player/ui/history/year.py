"""A year of days with its legend, and the way to the years before."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.store.history_values import Day
from routine_player.ui.history.example_year import example_year
from routine_player.ui.history.legend import Legend
from routine_player.ui.history.words import day_words, sum_words
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_8, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.calendar import Calendar, DayMark
from routine_player.ui.widgets.label import PlainLabel

_WEEKS_SHOWN = 53
_SUM_FROM_WIDTH = 680
_A_YEAR = timedelta(weeks=52)
_INDENT = SPACE_16  # the page's words begin that far to the right of its rows


class Year(QWidget):
    """All days there are, a year at a time. `day_chosen` carries a day that was clicked."""

    day_chosen = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: dict[date, Day] = {}
        self._today = date.min
        self._last = date.min
        self._is_example = False
        self._title = PlainLabel(theme, tr("The year"), TITLE)
        self._earlier = _turn(theme, tr("The year before"), "caret-left", self)
        self._later = _turn(theme, tr("The year after"), "caret-right", self)
        self._sum = PlainLabel(theme, "", BODY, "ink2", elides=True)
        self._legend = Legend(theme)
        self.calendar = Calendar(theme, date(2000, 1, 1))
        self.calendar.day_chosen.connect(self.day_chosen)
        self._earlier.clicked.connect(self.go_back)
        self._later.clicked.connect(self.go_on)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMaximumWidth(self.calendar.sizeHint().width() + _INDENT)
        self._lay_out()

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self._last

    @property
    def title(self) -> str:
        return self._title.text()

    def show_days(self, days: Sequence[Day], today: date) -> None:
        """Take in all days on which anything was played; show the year that ends today.

        Another year that was gone to stays.
        """
        stays = self._last != self._today
        self._is_example = False
        self.calendar.setEnabled(True)
        self._take(days, today, self._last if stays else today)

    def show_example(self, today: date) -> None:
        """Show a year that nobody had, and say so."""
        self._is_example = True
        self.calendar.setEnabled(False)
        self._take(example_year(today), today, today)

    @Slot()
    def go_back(self) -> None:
        """Show the year before."""
        self._show(self._last - _A_YEAR)

    @Slot()
    def go_on(self) -> None:
        """Show the year after, today's at most."""
        self._show(min(self._today, self._last + _A_YEAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sum.setVisible(self.width() >= _SUM_FROM_WIDTH)

    def _take(self, days: Sequence[Day], today: date, last: date) -> None:
        self._days = {day.day: day for day in days}
        self._today = today
        self._show(last)

    def _show(self, last: date) -> None:
        self._last = last
        first = last - timedelta(days=last.weekday(), weeks=_WEEKS_SHOWN - 1)
        days = [day for day in self._days.values() if first <= day.day <= last]
        marks = {day.day: DayMark(day.sessions, day.worst_pain, day_words(day)) for day in days}
        self.calendar.show_days(last, marks)
        self._sum.setText(sum_words(days))
        is_now = last == self._today
        self._title.setText(self._named(first, last))
        self._enable(self._later, tr("This is the year up to today."), possible=not is_now)
        has_before = any(day < first for day in self._days)
        self._enable(self._earlier, tr("Nothing was logged before."), possible=has_before)
        self._later.setVisible(not is_now or has_before)
        self._earlier.setVisible(not is_now or has_before)

    def _named(self, first: date, last: date) -> str:
        if self._is_example:
            return tr("An example year, not yours")
        if last == self._today:
            return tr("The year")
        return tr("{first} to {last}", first=first.year, last=last.year)

    def _enable(self, button: Button, reason: str, *, possible: bool) -> None:
        if possible:
            button.enable()
        else:
            button.disable(reason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self._title)
        head.addWidget(self._earlier)
        head.addWidget(self._later)
        head.addSpacing(SPACE_8)
        head.addWidget(self._sum, 1)
        head.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self.calendar)
        column.addSpacing(SPACE_16 - SPACE_8)
        column.addStretch(1)


def _turn(theme: Theme, label: str, icon: str, parent: QWidget) -> Button:
    return Button(
        theme, label, kind=Kind.QUIET, size=Size.ROW, icon=icon, icon_only=True, parent=parent
    )
