"""A chart as it is drawn: lanes above each other on one axis, to be zoomed, dragged and walked."""

import sys
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.charts.arrangement import arranged, wished_height
from routine_player.ui.charts.content import Bar, Chart, Dot, TimeAxis
from routine_player.ui.charts.ground import Ground
from routine_player.ui.charts.hover_note import HoverNote
from routine_player.ui.charts.lane_view import Hit, LaneView
from routine_player.ui.charts.plotting import pg
from routine_player.ui.charts.pointing import hit_at, place_on_axis, reached, walked
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION

_DRAG_FROM_PX: Final = 4.0
_ZOOM_STEP: Final = 1.25
_ZOOM_KEYS: Final = {
    Qt.Key.Key_Plus: _ZOOM_STEP,
    Qt.Key.Key_Equal: _ZOOM_STEP,
    Qt.Key.Key_Minus: 1 / _ZOOM_STEP,
}
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS: Final = {Qt.Key.Key_Home: -sys.maxsize, Qt.Key.Key_End: sys.maxsize}
_SHIFT_STEP: Final = 0.2
_SHORTEST_DAYS: Final = 7.0
_WHEEL_STEP: Final = 120.0
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Plot(pg.GraphicsView):
    """Draws one chart.

    `day_chosen` carries the day of what was clicked. The wheel zooms with Ctrl held, dragging
    moves; left and right walk the dots, Home and End go to the first and the last, Enter opens
    one's day, plus and minus zoom.
    """

    # The library asks for a layout while it is being made.
    _chart: Chart | None = None
    _is_low = False
    _is_dressed = False

    day_chosen = Signal(date)
    stretch_changed = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self._theme = theme
        self._lanes: list[LaneView] = []
        self._first, self._last = 0.0, 1.0
        self._pressed: QPointF | None = None
        self._pressed_at = 0.0, 1.0
        self._dragged = False
        self._hit: Hit | None = None
        self._axis_area = QRectF()
        self._note = HoverNote(theme, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        # A ground that is kept would not follow a drag, nor another theme.
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme.changed.connect(self.dress)

    # What is shown

    @property
    def chart(self) -> Chart | None:
        return self._chart

    @property
    def stretch(self) -> tuple[float, float]:
        """What is seen of the axis."""
        return self._first, self._last

    @property
    def has_time(self) -> bool:
        """Whether its axis is one of time, which can be zoomed and moved."""
        return self._chart is not None and isinstance(self._chart.axis, TimeAxis)

    @property
    def hit(self) -> Hit | None:
        """What the keyboard or the mouse is at."""
        return self._hit

    @property
    def note(self) -> HoverNote:
        """What is said of the dot that the mouse or the keyboard is at."""
        return self._note

    def be_low(self, *, is_low: bool) -> None:
        """Take less height where the window has little."""
        self._is_low = is_low
        self.updateGeometry()

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, all of its axis."""
        for lane in self._lanes:
            self.scene().removeItem(lane.view)
        self._chart = chart
        self._lanes = [LaneView(lane) for lane in chart.lanes]
        for lane in self._lanes:
            self.scene().addItem(lane.view)
        self.setAccessibleName(chart.title)
        self._leave()
        axis = chart.axis
        if isinstance(axis, TimeAxis):
            self._first, self._last = axis.first, axis.last
        else:
            self._first, self._last = axis.low, axis.high
        self.updateGeometry()
        self._lie()
        self.dress()

    def show_stretch(self, first: float, last: float) -> None:
        """Show a stretch of a time axis, as much of it as there is."""
        if self._chart is None or not isinstance(self._chart.axis, TimeAxis):
            return
        axis = self._chart.axis
        length = min(max(last - first, _SHORTEST_DAYS), axis.last - axis.first)
        first = min(max(first, axis.first), axis.last - length)
        if (first, first + length) == (self._first, self._last):
            return
        self._first, self._last = first, first + length
        self._leave()
        self._show()
        self.stretch_changed.emit(self._first, self._last)

    def zoom(self, by: float, around: float | None = None) -> None:
        """Show less of the axis, or more: `by` times as large, round a place or the middle."""
        if self._lanes:
            middle = (self._first + self._last) / 2 if around is None else around
            self.show_stretch(*self._lanes[0].across.zoomed(by, middle))

    @Slot()
    def dress(self) -> None:
        """Wear the theme's colours, as soon as it is seen: dots by the thousand take their time."""
        self._is_dressed = self.isVisible()
        if not self._is_dressed:
            return
        self._dress(self.devicePixelRatioF())
        self.viewport().update()
        self._note.update()

    def be_exported(self, fine: float) -> None:
        """Be drawn for a file from now on: dots as shapes, `fine` points of it for a pixel."""
        self._dress(fine)
        for lane in self._lanes:
            lane.be_exported()

    # Walking and pointing

    def walk(self, steps: int) -> None:
        """Go to another dot of the first lane that has any; at first to the last one in view."""
        number, marks = walked(self._lanes)
        if not marks:
            return
        at = None if self._hit is None else self._hit.mark
        mark = reached(marks, at, steps, self._last)
        self._bring_into_view(mark)
        self._point_at(self._lanes[number].hit_of(mark, number))

    def hit_at(self, place: QPointF) -> Hit | None:
        """Give the dot nearest to a place on the page, or the bar there."""
        return hit_at(self._lanes, place)

    def _bring_into_view(self, mark: Dot | Bar) -> None:
        at = place_on_axis(mark)
        length = self._last - self._first
        if at < self._first:
            self.show_stretch(at - length * _SHIFT_STEP, at + length * (1 - _SHIFT_STEP))
        elif at > self._last:
            self.show_stretch(at - length * (1 - _SHIFT_STEP), at + length * _SHIFT_STEP)

    def _point_at(self, hit: Hit | None) -> None:
        if hit is None:
            self._leave()
            return
        self._hit = hit
        chart = self._chart
        if chart is not None:
            tip = chart.tip(hit.mark.about)
            self._note.show_tip(tip, hit.place)
            self.setAccessibleDescription(", ".join((tip.title, *tip.lines)))

    def _leave(self) -> None:
        self._hit = None
        self._note.clear()
        self.setAccessibleDescription(
            tr("Left and right walk through it, Enter opens the day, T shows it as a table.")
        )

    # What Qt asks

    def sizeHint(self) -> QSize:
        chart = self._chart
        return QSize(640, 200 if chart is None else wished_height(chart, is_low=self._is_low))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        del rect
        if self._chart is not None:
            Ground(self._theme, self._chart, self._lanes, self._axis_area).paint(painter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_dressed:
            self.dress()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._lie()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._lanes:
            around = self._lanes[0].across.place(event.position().x())
            self.zoom(_ZOOM_STEP ** (turn.y() / _WHEEL_STEP), around)
            event.accept()
        elif abs(turn.x()) > abs(turn.y()):
            self._shift(-turn.x() / _WHEEL_STEP * _SHIFT_STEP / 2)
            event.accept()
        else:
            event.ignore()  # the page scrolls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._pressed_at = self._first, self._last
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(self.hit_at(event.position()))
            return
        moved = event.position().x() - self._pressed.x()
        if self._dragged or abs(moved) >= _DRAG_FROM_PX:
            self._dragged = True
            first, last = self._pressed_at
            by = -moved / max(1.0, self._axis_area.width()) * (last - first)
            self.show_stretch(first + by, last + by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._dragged:
            self._point_at(self.hit_at(event.position()))
            self._open_day()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        del event
        if not self.hasFocus():
            self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _STEPS and shifted:
            self._shift(_STEPS[key] * _SHIFT_STEP)
        elif key in _STEPS:
            self.walk(_STEPS[key])
        elif key in _ENDS:
            self.walk(_ENDS[key])
        elif key in _ENTER:
            self._open_day()
        elif not self.take_zoom_key(key):
            event.ignore()

    def take_zoom_key(self, key: int) -> bool:
        """Do what a key of the zoom asks for; False for other keys."""
        by = _ZOOM_KEYS.get(Qt.Key(key))
        if by is not None:
            self.zoom(by)
        return by is not None

    # Inside

    def _open_day(self) -> None:
        if self._hit is not None and self._hit.mark.day is not None:
            self.day_chosen.emit(self._hit.mark.day)

    def _shift(self, share: float) -> None:
        by = (self._last - self._first) * share
        self.show_stretch(self._first + by, self._last + by)

    def _dress(self, fine: float) -> None:
        for lane in self._lanes:
            lane.dress(self._theme.colours, fine)

    def _lie(self) -> None:
        """Give each lane its piece of the page."""
        if self._chart is None:
            return
        self._note.setGeometry(self.viewport().geometry())
        size = self.viewport().size()
        metrics = QFontMetricsF(self._theme.font(CAPTION))
        labels = [note.label for lane in self._chart.lanes for note in lane.notes]
        notes_px = max(map(metrics.horizontalAdvance, labels), default=0.0)
        lain = arranged(self._chart, size.width(), size.height(), notes_px)
        self._axis_area = lain.axis
        for lane, area in zip(self._lanes, lain.lanes, strict=True):
            lane.lie(area)
        self._show()
        hit = self._hit
        if hit is not None:  # what is said of a dot goes with it
            self._point_at(self._lanes[hit.lane].hit_of(hit.mark, hit.lane))

    def _show(self) -> None:
        for lane in self._lanes:
            lane.show(self._first, self._last)
        self.viewport().update()
