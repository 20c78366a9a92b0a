"""How the spots of the body map look: to be chosen, pointed at, chosen, and with the focus."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, FOCUS_DISTANCE, FOCUS_WIDTH, RADIUS_HINT, SPACE_8
from routine_player.ui.widgets.painting import middle_square, paint_panel

_FAINT: Final = 0.05  # more, all over the body, would part it from its head
_POINTED_AT: Final = 0.30
_DASHED: Final = 0.8
_DASHES: Final = (3.0, 2.5)
_EDGE: Final = 2.0
_LEAST_TICK, _MOST_TICK = 9, 20
_OF_SPOT: Final = 0.72
_OF_DISC: Final = 0.8  # its radius, for a tick of 1
_NAME_HEIGHT: Final = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """How much a chosen site hurts; None where nobody said."""

    score: int | None


@dataclass(frozen=True, slots=True)
class NameRoom:
    """Where a name may be written, and which way is off the body: -1 left, 1 right, 0 neither."""

    area: QRectF
    outward: int


class SpotBrush:
    """Paints spots in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_open(self, painter: QPainter, shape: QPainterPath, *, pointed_at: bool) -> None:
        """Paint a spot that is not chosen."""
        fill, edge = QColor(self._theme.colours.plum), QColor(self._theme.colours.plum)
        fill.setAlphaF(_POINTED_AT if pointed_at else _FAINT)
        painter.fillPath(shape, fill)
        if pointed_at:
            painter.strokePath(shape, QPen(edge, _EDGE))
            return
        edge.setAlphaF(_DASHED)
        pen = QPen(edge, 1.0)
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(shape, pen)

    def paint_chosen(
        self, painter: QPainter, shape: QPainterPath, middle: QPointF, mark: Mark
    ) -> None:
        """Paint a chosen spot in the colour of its score, with a tick."""
        colours = self._theme.colours
        fill, ink = colours.plum_tint, colours.plum_ink
        if mark.score is not None:
            fill, ink = colours.pain[mark.score], colours.on_pain(mark.score)
        painter.fillPath(shape, fill)
        painter.strokePath(shape, QPen(colours.plum_ink, _EDGE))
        room = _width_at(shape, middle)
        size = max(_LEAST_TICK, min(_MOST_TICK, round(room * _OF_SPOT)))
        around = QRectF(middle.x() - size, middle.y() - size, 2 * size, 2 * size)
        if room < size + 2 * _EDGE:  # too narrow for the tick: it stands on a disc of its own
            disc = QPainterPath()
            disc.addEllipse(middle, size * _OF_DISC, size * _OF_DISC)
            painter.fillPath(disc, fill)
            painter.strokePath(disc, QPen(colours.plum_ink, _EDGE / 2))
        self._theme.icons.paint(painter, "check-bold", ink, middle_square(around, size))

    def paint_ring(self, painter: QPainter, shape: QPainterPath) -> None:
        """Paint the focus ring round a spot."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * FOCUS_DISTANCE + _EDGE + FOCUS_WIDTH)
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        around = shape.united(stroker.createStroke(shape)).simplified()
        painter.strokePath(around, QPen(self._theme.colours.accent, FOCUS_WIDTH))

    def paint_name(self, painter: QPainter, words: str, spot: QRectF, room: NameRoom) -> None:
        """Write the name of a spot beside it."""
        colours = self._theme.colours
        painter.setFont(self._theme.font(CAPTION.strong()))
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * SPACE_8
        area = name_area(spot, width, room)
        paint_panel(painter, area, fill=colours.raised, edge=colours.strong, radius=RADIUS_HINT)
        painter.setPen(colours.ink)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter.value), words)


def name_area(spot: QRectF, width: float, room: NameRoom) -> QRectF:
    """Find a place for a name: outward of the spot, so that it hides none of the spots around it.

    Where there is no room, and for what lies in the middle, over it; at the top of the map under.
    """
    area = QRectF(0, 0, width, _NAME_HEIGHT)
    area.moveCenter(spot.center())
    if room.outward < 0:
        area.moveRight(spot.left() - SPACE_8)
    elif room.outward > 0:
        area.moveLeft(spot.right() + SPACE_8)
    if not room.outward or not room.area.contains(area):
        middle = spot.center().x() - width / 2
        area.moveLeft(max(room.area.left(), min(room.area.right() - width, middle)))
        area.moveBottom(spot.top() - SPACE_8)
        if area.top() < room.area.top():
            area.moveTop(min(spot.bottom() + SPACE_8, room.area.bottom() - _NAME_HEIGHT))
    area.moveTopLeft(QPointF(round(area.left()), round(area.top())))
    return area


def _width_at(shape: QPainterPath, middle: QPointF) -> float:
    """Give how much room a spot has round its middle: the lesser of width and height there."""
    box = shape.boundingRect()
    slit = QPainterPath()
    slit.addRect(QRectF(box.left(), middle.y() - 0.5, box.width(), 1.0))
    return min(shape.intersected(slit).boundingRect().width(), box.height())
