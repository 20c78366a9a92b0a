"""The small frame that names a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, RADIUS_HINT
from routine_player.ui.widgets.painting import paint_panel, smooth

_HEIGHT = 20
_LEAST_WIDTH = 20
_SIDE = 5
_EDGE_OPACITY = 0.8


def key_width(theme: Theme, key: str) -> int:
    """How wide the frame of a key's name is, in pixels."""
    metrics = QFontMetricsF(theme.font(CAPTION))
    return max(_LEAST_WIDTH, round(metrics.horizontalAdvance(key)) + 2 * _SIDE)


def paint_key(painter: QPainter, theme: Theme, area: QRectF, key: str, colour: QColor) -> None:
    """Draw a key's frame in the middle of `area`, in the colour of the text it stands by."""
    width = key_width(theme, key)
    frame = QRectF(area.right() - width, round(area.center().y() - _HEIGHT / 2), width, _HEIGHT)
    edge = QColor(colour)
    edge.setAlphaF(colour.alphaF() * _EDGE_OPACITY)
    paint_panel(painter, frame, edge=edge, radius=RADIUS_HINT)
    painter.setFont(theme.font(CAPTION))
    painter.setPen(colour)
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter.value), key)


class KeyHint(QWidget):
    """A key on its own, such as those in front of the sites in "It hurts"."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("Key {key}", key=key))

    @property
    def key(self) -> str:
        return self._key

    def sizeHint(self) -> QSize:
        return QSize(key_width(self._theme, self._key), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            area = QRectF(self.rect())
            paint_key(painter, self._theme, area, self._key, self._theme.colours.ink2)
