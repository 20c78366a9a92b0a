"""Listens for the key that says "I hear it" while the delay is measured."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.settings.values import Measuring
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.painting import paint_panel, smooth

_HEIGHT = 96
_DOT, _DOT_GAP = 5.0, 18.0


class Listening(QWidget):
    """A panel that has the keyboard: Space (or a press of the mouse) is `heard`, Esc `left`.

    Going elsewhere with the keyboard is leaving too.
    """

    heard = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress = Measuring(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: Measuring) -> None:
        """Say how many sounds were answered."""
        self._progress = progress
        self.setAccessibleName(self._words())
        self.setAccessibleDescription(
            tr("{answered} of {wanted}", answered=progress.answered, wanted=progress.wanted)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.heard.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.heard.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(self.rect()).adjusted(0, SPACE_12, 0, -SPACE_12)
        with smooth(self) as painter:
            paint_panel(painter, area, fill=colours.tint, edge=colours.accent, width=2)
            middle = int(Qt.AlignmentFlag.AlignCenter.value)
            line = QRectF(area.left(), area.top() + SPACE_12 - 2, area.width(), 24)
            painter.setFont(self._theme.font(TITLE))
            painter.setPen(colours.ink)
            painter.drawText(line, middle, self._words())
            self._paint_dots(painter, QPointF(area.center().x(), line.bottom() + SPACE_16))

    def _paint_dots(self, painter: QPainter, middle: QPointF) -> None:
        """A dot for each sound, filled once it is answered."""
        colours = self._theme.colours
        painter.setPen(QPen(colours.accent, 1.5))
        left = middle.x() - _DOT_GAP * (self._progress.wanted - 1) / 2
        for number in range(self._progress.wanted):
            is_answered = number < self._progress.answered
            painter.setBrush(colours.accent if is_answered else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(left + number * _DOT_GAP, middle.y()), _DOT, _DOT)

    def _words(self) -> str:
        return tr("Tap Space along with the “go”")
