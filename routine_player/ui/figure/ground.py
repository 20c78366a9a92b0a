"""What a figure stands on, and the arrows of its movement: painted live, in the theme's colours."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from routine_player.ui.figure.sheet import shown_canvas
from routine_player.ui.figure.sheet_note import Ground, SheetNote
from routine_player.ui.tokens import Colours

_FADES: Final = ((0.0, 1.0), (0.45, 0.72), (0.75, 0.22), (1.0, 0.0))
"""How strong the floor is at a share of its reach."""
_ARROW_OF_HEIGHT: Final = 0.013
_LEAST_ARROW: Final = 1.5
_HEAD: Final = 3.4  # of the line's width, long and wide
_ARROW_STRENGTH: Final = 0.92


def onto(note: SheetNote, area: QRectF, *, flipped: bool) -> QTransform:
    """Map the canvas of `note` so that what is to be seen of it fills `area`."""
    canvas = shown_canvas(note, area)
    scale = canvas.width() / note.width
    placed = QTransform().translate(canvas.right() if flipped else canvas.left(), canvas.top())
    return placed.scale(-scale if flipped else scale, scale)


def paint_ground(
    painter: QPainter, ground: Ground, placed: QTransform, area: QRectF, colours: Colours
) -> None:
    """Paint the floor, which fades out before `area` ends, and the mat on it."""
    painter.save()
    painter.setTransform(placed, combine=True)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_floor(painter, ground, placed.inverted()[0].mapRect(area), colours.floor)
    for top, whole in ground.mats:
        for outline, colour in ((whole, colours.mat_edge), (top, colours.mat)):
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
    painter.restore()


def paint_arrows(painter: QPainter, note: SheetNote, placed: QTransform, colours: Colours) -> None:
    """Paint along each line of arrows, its head at the last point."""
    painter.save()
    painter.setOpacity(painter.opacity() * _ARROW_STRENGTH)
    width = max(_LEAST_ARROW, _ARROW_OF_HEIGHT * note.height * abs(placed.m22()))
    for line in note.arrows:
        points = [placed.map(QPointF(x, y)) for x, y in line]
        _paint_arrow(painter, points, width, colours.accent)
    painter.restore()


def _paint_floor(painter: QPainter, ground: Ground, area: QRectF, colour: QColor) -> None:
    x, y, across, down = ground.floor
    across = min(across, x - area.left(), area.right() - x)
    down = min(down, area.bottom() - y)
    if min(across, down) <= 0:
        return
    gradient = QRadialGradient(QPointF(0, 0), across)
    for share, strength in _FADES:
        faded = QColor(colour)
        faded.setAlphaF(strength)
        gradient.setColorAt(share, faded)
    painter.save()
    painter.translate(x, y)
    painter.scale(1, down / across)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(0, 0), across, across)
    painter.restore()


def _paint_arrow(
    painter: QPainter, points: Sequence[QPointF], width: float, colour: QColor
) -> None:
    long = sum(math.dist(one.toTuple(), other.toTuple()) for one, other in pairwise(points))
    head = _HEAD * width
    if long < 2 * head:
        return
    shaft, way = _shortened(points, head)
    tip = points[-1]
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(shaft, pen)
    beside = QPointF(-way.y(), way.x()) * (head / 2)
    back = tip - way * head
    painter.setPen(QPen(colour, width / 3, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, back + beside, back - beside]))


def _shortened(points: Sequence[QPointF], by: float) -> tuple[QPainterPath, QPointF]:
    """The line without its last stretch, which the head covers; and the way the head points."""
    tip = points[-1]
    kept = list(points[:-1])
    while len(kept) > 1 and math.dist(kept[-1].toTuple(), tip.toTuple()) < by:
        kept.pop()
    length = max(math.dist(kept[-1].toTuple(), tip.toTuple()), 1e-6)
    way = (tip - kept[-1]) / length
    path = QPainterPath(kept[0])
    for point in (*kept[1:], tip - way * (by * 0.8)):
        path.lineTo(point)
    return path, way
