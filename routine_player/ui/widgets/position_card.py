"""The neutral picture of an exercise that has none: its position, on the floor."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRadialGradient, QRegion

from routine_player.ui.theme import Theme

_ANY_POSITION = "standing"
_GRID = 96  # the pictograms' own grid
_OF_WIDTH, _OF_HEIGHT = 0.74, 0.70
_LARGEST = 760.0
_FLOOR_REACH = 0.72  # of the figure's width to each side
_LEAST_FLOOR_REACH = 0.6  # of its height, for one that stands
_FLOOR_FLATNESS = 0.17


class PositionCard:
    """Paints the pictogram of a position, as large as there is room, and the floor under it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._bounds: dict[str, QRectF] = {}
        self._figure: tuple[tuple[str, int, int, float], QPixmap] | None = None

    def paint(self, painter: QPainter, area: QRectF, position: str, *, mirrored: bool) -> None:
        """Paint it into `area`; an empty `position` is shown as standing."""
        icon = f"position-{position or _ANY_POSITION}"
        inked = self._inked(icon)
        share = min(
            area.width() * _OF_WIDTH / inked.width(),
            area.height() * _OF_HEIGHT / inked.height(),
            _LARGEST / _GRID,
        )
        size = round(share * _GRID)
        if size < 1:
            return
        middle = area.center()
        left = round(middle.x() - inked.center().x() * share)
        top = round(middle.y() - inked.center().y() * share)
        ground = QPointF(middle.x(), top + inked.bottom() * share)
        reach = max(inked.width() * _FLOOR_REACH, inked.height() * _LEAST_FLOOR_REACH) * share
        self._paint_floor(painter, ground, reach)
        painter.save()
        if mirrored:
            painter.translate(2 * middle.x(), 0)
            painter.scale(-1, 1)
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(QPointF(left, top), self._pixmap(icon, size, scale))
        painter.restore()

    def _pixmap(self, icon: str, size: int, scale: float) -> QPixmap:
        colour = self._theme.colours.strong
        wanted = (icon, colour.rgba(), size, scale)
        if self._figure is None or self._figure[0] != wanted:
            drawn = self._theme.icons.pixmap(icon, colour, size, scale)
            self._figure = (wanted, drawn)
        return self._figure[1]

    def _inked(self, icon: str) -> QRectF:
        """What of the pictogram's grid is drawn on; its lower edge is the ground."""
        bounds = self._bounds.get(icon)
        if bounds is None:
            drawn = self._theme.icons.pixmap(icon, QColor(Qt.GlobalColor.black), _GRID)
            bounds = QRectF(QRegion(drawn.mask()).boundingRect())
            self._bounds[icon] = bounds
        return bounds

    def _paint_floor(self, painter: QPainter, middle: QPointF, reach: float) -> None:
        colour = self._theme.colours.floor
        clear = QColor(colour)
        clear.setAlpha(0)
        gradient = QRadialGradient(QPointF(0, 0), reach)
        gradient.setColorAt(0, colour)
        gradient.setColorAt(1, clear)
        painter.save()
        painter.translate(middle)
        painter.scale(1, _FLOOR_FLATNESS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawEllipse(QPointF(0, 0), reach, reach)
        painter.restore()
