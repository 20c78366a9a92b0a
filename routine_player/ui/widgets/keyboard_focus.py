"""The focus ring: drawn round whatever the keyboard works on, never for the mouse."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import FOCUS_DISTANCE, FOCUS_WIDTH, RADIUS
from routine_player.ui.widgets.painting import smooth

_REACH = FOCUS_WIDTH + FOCUS_DISTANCE
_PLACE_EVENTS = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ZOrderChange,
    }
)
_KEPT_REASONS = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class _Ring(QWidget):
    """Two pixels of accent round something; the mouse goes through it."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.radius = float(RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            painter.setPen(QPen(self._theme.colours.accent, FOCUS_WIDTH))
            inset = FOCUS_WIDTH / 2
            area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            round_by = min(self.radius + FOCUS_DISTANCE + inset, area.height() / 2)
            painter.drawRoundedRect(area, round_by, round_by)


class KeyboardFocus(QObject):
    """Shows the ring round a widget, or round the part of it that `part` gives.

    The ring lies in the window (or the scrolled area) and not in the widget, so that widgets need
    no spare room around them. `part` gives the area in the widget's coordinates. Call `follow()`
    when that part changes.
    """

    def __init__(
        self,
        theme: Theme,
        widget: QWidget,
        part: Callable[[], QRect] | None = None,
        radius: float = RADIUS,
    ) -> None:
        super().__init__(widget)
        self._theme = theme
        self._widget = widget
        self._part = part or widget.rect
        self._radius = radius
        self._by_keyboard = True  # nobody has touched the mouse yet
        self._ring: _Ring | None = None
        widget.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        return self._ring is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.__dict__:
            return False  # Python has freed this object's half already, and Qt the widget's not yet
        kind = event.type()
        if kind in _PLACE_EVENTS:
            self.follow()
        elif watched is self._widget:
            self._see(kind, event)
        return False

    def follow(self) -> None:
        """Put the ring where the focused part is now."""
        ring = self._ring
        if ring is None:
            return
        if not self._widget.isVisible():
            self._hide()
            return
        host = ring.parentWidget()
        if host is None:
            return
        part = self._part()
        corner = self._widget.mapTo(host, part.topLeft())
        ring.setGeometry(QRect(corner, part.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        ring.raise_()

    def _see(self, kind: QEvent.Type, event: QEvent) -> None:
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() not in _KEPT_REASONS:
                self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
            self._show_or_hide()
        elif kind in {QEvent.Type.FocusOut, QEvent.Type.ParentChange}:
            self._hide()
        elif kind == QEvent.Type.KeyPress and self._widget.hasFocus():
            self._by_keyboard = True
            self._show_or_hide()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        if self._by_keyboard:
            self._show()
        else:
            self._hide()

    def _show(self) -> None:
        if self._ring is not None or not self._widget.isVisible():
            return
        host = self._widget
        for ancestor in self._ancestors():
            host = ancestor
            ancestor.installEventFilter(self)
        self._ring = _Ring(self._theme, host)
        self._ring.radius = self._radius
        self.follow()
        self._ring.show()

    def _hide(self) -> None:
        ring, self._ring = self._ring, None
        if ring is None:
            return
        for ancestor in self._ancestors():
            ancestor.removeEventFilter(self)
        ring.hide()
        ring.deleteLater()

    def _ancestors(self) -> Iterator[QWidget]:
        """All that moves the widget when it moves; the last of them is what the ring lies in.

        They are looked up anew each time: a child that holds on to its window would be what frees
        it, in the middle of its own end.
        """
        above = self._widget.parentWidget()
        while above is not None:
            yield above
            beyond = above.parentWidget()
            scrolled = isinstance(beyond, QAbstractScrollArea) and beyond.viewport() is above
            above = None if scrolled or above.isWindow() else beyond
