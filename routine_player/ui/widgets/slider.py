"""A value on a line."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import DISABLED_OPACITY
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.painting import smooth

_TRACK = 4
_KNOB = 16
_RING = 3
_HEIGHT = 24
_WIDTH = 180


class Slider(QSlider):
    """A horizontal slider; emits `valueChanged(int)`. `name` says what it sets.

    A press anywhere on the line goes there; arrows, Page keys, Home and End move it.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        least: int,
        most: int,
        value: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._focus = KeyboardFocus(theme, self, self._knob_area, _KNOB / 2)
        self.setRange(least, most)
        self.setValue(value)
        self.setPageStep(max(1, (most - least) // 10))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._focus.follow)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH // 2, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a page must not change a setting under the mouse

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        middle_y = self.height() / 2
        at = self._knob_middle()
        with smooth(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(DISABLED_OPACITY)
            for colour, start, end in (
                (colours.accent, 0.0, at - _KNOB / 2 - _RING),
                (colours.track, at + _KNOB / 2 + _RING, float(self.width())),
            ):
                if end > start:
                    piece = QRectF(start, middle_y - _TRACK / 2, end - start, _TRACK)
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(colour)
                    painter.drawRoundedRect(piece, _TRACK / 2, _TRACK / 2)
            painter.setPen(QPen(colours.accent, 0))
            painter.setBrush(colours.accent)
            reach = _KNOB / 2 - 1
            painter.drawEllipse(QPointF(at, middle_y), reach, reach)

    def _knob_middle(self) -> float:
        span = max(1, self.maximum() - self.minimum())
        share = (self.sliderPosition() - self.minimum()) / span
        return _KNOB / 2 + share * (self.width() - _KNOB)

    def _knob_area(self) -> QRect:
        left = round(self._knob_middle() - _KNOB / 2)
        return QRect(left, (self.height() - _KNOB) // 2, _KNOB, _KNOB)

    def _go_to(self, x: float) -> None:
        share = (x - _KNOB / 2) / max(1, self.width() - _KNOB)
        span = self.maximum() - self.minimum()
        self.setValue(round(self.minimum() + max(0.0, min(1.0, share)) * span))
