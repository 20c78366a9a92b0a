"""The numbered dots that tie a fact to its place in the picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY
from routine_player.ui.widgets.painting import smooth

DIAMETER = 28


class Pin(QWidget):
    """A numbered dot: filled with accent in the picture, tinted in front of its fact."""

    def __init__(
        self, theme: Theme, number: int, parent: QWidget | None = None, *, filled: bool
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = str(number)
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(DIAMETER, DIAMETER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(0, 0, DIAMETER, DIAMETER)
        with smooth(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent if self._filled else colours.tint)
            painter.drawEllipse(area)
            painter.setPen(colours.on_accent if self._filled else colours.accent)
            painter.setFont(self._theme.font(BODY.strong()))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter.value), self._number)
