"""What the marks of the year mean: a dot is a session, a colour the worst pain of the day."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SPACE_4, SPACE_8, SPACE_16
from routine_player.ui.widgets.painting import smooth

_HEIGHT = 20
_SQUARE = (14, 12)
_DOT = 3.0
_BANDS = (2, 5)  # a wider gap after these, as in the rows that ask for a score


class Legend(QWidget):
    """The legend in one line; its words are its accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = tr("a session")
        self._pain = tr("worst pain")
        self.setFont(theme.font(CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr("A dot is a session; the colour is the worst pain of the day, from 0 to 10")
        )

    def sizeHint(self) -> QSize:
        words = (self._session, self._pain, "0", "10")
        text = sum(QFontMetricsF(self.font()).horizontalAdvance(word) for word in words)
        dot = 2 * _DOT + SPACE_8 + SPACE_16
        return QSize(round(text + dot + self._scale_width() + 3 * SPACE_8) + 1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        middle = _HEIGHT / 2
        with smooth(self) as painter:
            painter.setFont(self.font())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawEllipse(QPointF(_DOT, middle), _DOT, _DOT)
            left = self._write(painter, 2 * _DOT + SPACE_8, self._session) + SPACE_16
            left = self._write(painter, left, self._pain) + SPACE_8
            left = self._write(painter, left, "0") + SPACE_8
            left = self._paint_scale(painter, left, middle) + SPACE_8
            self._write(painter, left, "10")

    def _write(self, painter: QPainter, left: float, words: str) -> float:
        """Write words; give where they end."""
        painter.setPen(self._theme.colours.ink3)
        width = painter.fontMetrics().horizontalAdvance(words)
        area = QRectF(left, 0, width + 1, _HEIGHT)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        return left + width

    def _paint_scale(self, painter: QPainter, left: float, middle: float) -> float:
        colours = self._theme.colours
        width, height = _SQUARE
        painter.setPen(QPen(colours.plum, 1))
        for score, colour in enumerate(colours.pain):
            square = QRectF(left + 0.5, middle - height / 2 + 0.5, width - 1, height - 1)
            painter.setBrush(colour)
            painter.drawRoundedRect(square, 2, 2)
            left += width + self._gap_after(score)
        return left

    def _gap_after(self, score: int) -> int:
        if score == len(self._theme.colours.pain) - 1:
            return 0
        return SPACE_8 if score in _BANDS else SPACE_4 // 2

    def _scale_width(self) -> int:
        count = len(self._theme.colours.pain)
        return sum(_SQUARE[0] + self._gap_after(score) for score in range(count))
