"""A year of days: sessions as dots, pain as colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from routine_player.core.date_words import month_short, short_day, weekday_short
from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, RADIUS_BAR
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.label import plain_tooltip
from routine_player.ui.widgets.painting import paint_panel, smooth

_WEEK = 7
_WEEKS = 53
_DAY = 16
_GAP_X, _GAP_Y = 4, 2
_NAMES_WIDTH = 40
_MONTHS_HEIGHT = 24
_MARGIN = 4
_NAMED_WEEKDAYS = (0, 3, 6)
_DOT, _LARGE_DOT = 3.0, 4.5
_OUTLINE = 1.0
_MOVES = {
    Qt.Key.Key_Left: -_WEEK,
    Qt.Key.Key_Right: _WEEK,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -4 * _WEEK,
    Qt.Key.Key_PageDown: 4 * _WEEK,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class DayMark:
    """What happened on a day: how many sessions, the worst pain, and both in words."""

    sessions: int = 0
    pain: int | None = None
    words: str = ""


class _Grid(QWidget):
    """The squares; the week is a column that begins with Monday, the last column ends today."""

    day_chosen = Signal(date)
    day_reached = Signal(QRect)

    def __init__(self, theme: Theme, last: date) -> None:
        super().__init__()
        self._theme = theme
        self._marks: Mapping[date, DayMark] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("The year, day by day"))
        self._focus = KeyboardFocus(theme, self, self._ring_area, RADIUS_BAR)
        self.show_days(last, {})

    @property
    def day(self) -> date:
        """The day that the keyboard is at."""
        return self._day

    def show_days(self, last: date, marks: Mapping[date, DayMark]) -> None:
        """Show the 53 weeks that end with the one of `last`."""
        self._last = last
        self._first = last - timedelta(days=last.weekday() + (_WEEKS - 1) * _WEEK)
        self._marks = marks
        self.go_to(last)
        self.update()

    def go_to(self, day: date) -> None:
        """Put the keyboard at a day, or at the nearest one that is shown."""
        self._day = max(self._first, min(self._last, day))
        self.setAccessibleDescription(self.words(self._day))
        self._focus.follow()
        self.day_reached.emit(self.area_of(self._day))

    def words(self, day: date) -> str:
        """Say what happened on a day."""
        mark = self._marks.get(day)
        happened = mark.words if mark is not None else tr("nothing logged")
        return tr("{day}: {what}", day=short_day(day), what=happened)

    def area_of(self, day: date) -> QRect:
        """Where a day's square is."""
        passed = (day - self._first).days
        week, weekday = divmod(passed, _WEEK)
        left = _NAMES_WIDTH + week * (_DAY + _GAP_X)
        return QRect(left, _MONTHS_HEIGHT + weekday * (_DAY + _GAP_Y), _DAY, _DAY)

    def day_at(self, place: QPoint) -> date | None:
        """The day whose square is at a place, gaps included; None where there is none."""
        week = (place.x() - _NAMES_WIDTH) // (_DAY + _GAP_X)
        weekday = (place.y() - _MONTHS_HEIGHT) // (_DAY + _GAP_Y)
        if not (0 <= week < _WEEKS and 0 <= weekday < _WEEK):
            return None
        day = self._first + timedelta(days=week * _WEEK + weekday)
        return day if day <= self._last else None

    def sizeHint(self) -> QSize:
        width = _NAMES_WIDTH + _WEEKS * (_DAY + _GAP_X) - _GAP_X + _MARGIN
        return QSize(width, _MONTHS_HEIGHT + _WEEK * (_DAY + _GAP_Y) - _GAP_Y + _MARGIN)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            text = "" if day is None else plain_tooltip(self.words(day))
            area = QRect() if day is None else self.area_of(day)
            QToolTip.showText(event.globalPos(), text, self, area)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.go_to(self._day + timedelta(days=_MOVES[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(self._first if key == Qt.Key.Key_Home else self._last)
        elif key in _ENTER:
            self.day_chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go_to(day)
            self.day_chosen.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth(self) as painter:
            self._paint_names(painter)
            day = self._first
            while day <= self._last:
                area = self.area_of(day)
                if event.rect().intersects(area):
                    self._paint_day(painter, QRectF(area), self._marks.get(day))
                day += timedelta(days=1)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(CAPTION))
        painter.setPen(self._theme.colours.ink3)
        for weekday in _NAMED_WEEKDAYS:
            top = self.area_of(self._first + timedelta(days=weekday)).top()
            line = QRectF(0, top, _NAMES_WIDTH, _DAY)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter.value), weekday_short(weekday))
        free = 0.0
        for week in range(_WEEKS):
            monday = self._first + timedelta(days=week * _WEEK)
            left = float(self.area_of(monday).left())
            # A month stands over the week of its first day, unless the last one needs the room.
            if (monday + timedelta(days=_WEEK - 1)).day <= _WEEK and left >= free:
                name = month_short((monday + timedelta(days=_WEEK - 1)).month)
                least = self.width() - 2 * _DAY  # the last column's month would be cut off
                line = QRectF(min(left, least), 0, 3 * _DAY, _MONTHS_HEIGHT - _GAP_X)
                painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter.value), name)
                free = left + 2 * _DAY

    def _paint_day(self, painter: QPainter, area: QRectF, mark: DayMark | None) -> None:
        colours = self._theme.colours
        dot = colours.accent
        if mark is not None and mark.pain is not None:
            ground, edge = colours.pain[mark.pain], colours.plum
            dot = colours.on_pain(mark.pain)
            paint_panel(painter, area, fill=ground, edge=edge, width=_OUTLINE, radius=RADIUS_BAR)
        else:
            paint_panel(painter, area, fill=colours.sunken, radius=RADIUS_BAR)
        if mark is not None and mark.sessions:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(dot)
            reach = _DOT if mark.sessions == 1 else _LARGE_DOT
            middle = QPointF(area.left() + _DAY / 2, area.top() + _DAY / 2)
            painter.drawEllipse(middle, reach, reach)

    def _ring_area(self) -> QRect:
        return self.area_of(self._day)


class Calendar(QScrollArea):
    """A year of days that scrolls sideways where the window is narrow, and begins at its end.

    Emits `day_chosen(date)` for a click, Enter or Space; arrows walk the days. Hovering says what
    happened on a day.
    """

    day_chosen = Signal(date)

    def __init__(self, theme: Theme, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = _Grid(theme, last)
        self._grid.day_chosen.connect(self.day_chosen)
        self._grid.day_reached.connect(self._bring_into_view)
        self.setFocusProxy(self._grid)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._grid)
        self._grid.resize(self._grid.sizeHint())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def day(self) -> date:
        """The day that the keyboard is at."""
        return self._grid.day

    @property
    def grid(self) -> QWidget:
        """The whole year, however much of it there is room to see."""
        return self._grid

    def show_days(self, last: date, marks: Mapping[date, DayMark]) -> None:
        """Show the year that ends with the week of `last`."""
        self._grid.show_days(last, marks)

    def words(self, day: date) -> str:
        """What is said of a day when the mouse rests on it."""
        return self._grid.words(day)

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        return self._grid.sizeHint() + QSize(0, bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_into_view(self._grid.area_of(self._grid.day))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_view(self._grid.area_of(self._grid.day))

    def _bring_into_view(self, area: QRect) -> None:
        middle = area.center()
        self.ensureVisible(middle.x(), middle.y(), 2 * _DAY, _DAY)
