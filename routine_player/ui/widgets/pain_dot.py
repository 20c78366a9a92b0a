"""A score as a dot: its digit on its colour, outlined so that 0 is seen too."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SEMIBOLD, Lettering
from routine_player.ui.widgets.painting import smooth

ROW, TEXT = 24, 20

_OUTLINE = 1.5
_DASHES = [2.0, 2.0]


def paint_pain_dot(painter: QPainter, theme: Theme, area: QRectF, score: int | None) -> None:
    """Draw the dot into a square area; a dashed circle with a dash where the score is unknown."""
    colours = theme.colours
    pen = QPen(colours.plum, _OUTLINE)
    if score is None:
        pen.setColor(colours.ink3)
        pen.setDashPattern(_DASHES)
    inset = _OUTLINE / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if score is None else colours.pain[score])
    painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
    if score is None:
        middle = area.center()
        reach = QPointF(area.width() / 6, 0)
        painter.setPen(QPen(colours.ink3, _OUTLINE))
        painter.drawLine(middle - reach, middle + reach)
        return
    painter.setPen(colours.on_pain(score))
    painter.setFont(theme.font(Lettering(12 if area.width() >= ROW else 11, SEMIBOLD)))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter.value), str(score))


class PainDot(QWidget):
    """A dot that shows a score from 0 to 10, or that it is not known."""

    def __init__(
        self, theme: Theme, score: int | None, size: int = ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_score(score)

    @property
    def score(self) -> int | None:
        return self._score

    def set_score(self, score: int | None) -> None:
        """Show another score, or that none is known."""
        self._score = score
        known = tr("Pain {score} of 10", score=score)
        name = tr("Pain not known") if score is None else known
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            area = QRectF(0, 0, self._size, self._size)
            paint_pain_dot(painter, self._theme, area, self._score)
