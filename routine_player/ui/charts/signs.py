"""The signs of a chart: dots of different shapes, lines and bars, in plots and legends alike."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from routine_player.ui.charts.content import Look
from routine_player.ui.tokens import Colours

DOT_PX: Final = 10.0
OUTLINE_PX: Final = 1.5
MEDIAN_PX: Final = 2.5
HALO_PX: Final = 7.5
QUIET_LINE_PX: Final = 1.5
BAND_SHARE: Final = 0.13

NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


@dataclass(frozen=True, slots=True)
class Sign:
    """How a dot is drawn: a shape in a square from -0.5 to 0.5, its size, its fill and edge."""

    shape: QPainterPath
    size_px: float
    fill: QBrush
    edge: QPen


def sign_of(look: Look, score: int | None, colours: Colours) -> Sign:
    """Give the sign of a look; only `Look.PAIN` needs the score."""
    clear, outline = QBrush(Qt.BrushStyle.NoBrush), OUTLINE_PX
    if look is Look.PAIN:
        fill = QBrush(colours.pain[score or 0])
        return Sign(_disc(), DOT_PX, fill, pen_of(colours.plum, outline))
    others = {
        Look.BEFORE: Sign(_triangle(), 9.0, QBrush(colours.accent), NO_PEN),
        Look.AFTER: Sign(_disc(), 7.5, clear, pen_of(colours.accent, outline)),
        Look.SESSION: Sign(_disc(), 5.0, QBrush(colours.accent), NO_PEN),
        Look.PLAIN: Sign(_disc(), 8.0, QBrush(colours.strong), pen_of(colours.paper, 1.0)),
        Look.CAUTION: Sign(
            _diamond(), 12.0, QBrush(colours.attention), pen_of(colours.attention_ink, outline)
        ),
        Look.MEDIAN: Sign(_triangle(), 9.0, QBrush(colours.ink), NO_PEN),
    }
    return others[look]


def paint_sign(painter: QPainter, sign: Sign, middle: QPointF) -> None:
    """Paint a sign with its middle at a place."""
    painter.save()
    painter.translate(middle)
    painter.scale(sign.size_px, sign.size_px)
    painter.setPen(sign.edge)
    painter.setBrush(sign.fill)
    painter.drawPath(sign.shape)
    painter.restore()


def paint_key(painter: QPainter, sign: str, area: QRectF, colours: Colours) -> None:
    """Paint what stands for a line, a band or a bar in a legend."""
    middle = area.center().y()
    if sign == "line":
        painter.setPen(QPen(colours.ink, MEDIAN_PX))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        return
    if sign == "quiet-line":
        painter.setPen(QPen(colours.ink3, QUIET_LINE_PX, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        return
    painter.setPen(NO_PEN)
    painter.setBrush(band_of(colours) if sign == "band" else colours.strong)
    painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 2, 2)


def pen_of(colour: QColor, width_px: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Give a pen as wide whatever the zoom, with round corners."""
    flat, rounded = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    pen = QPen(QBrush(colour), width_px, style, flat, rounded)
    pen.setCosmetic(True)
    return pen


def band_of(colours: Colours) -> QColor:
    """The colour of a band: plum, so thin that dots and lines stand out on it."""
    band = QColor(colours.plum)
    band.setAlphaF(BAND_SHARE)
    return band


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(-0.5, -0.5, 1, 1))
    return path


def _triangle() -> QPainterPath:
    return _polygon((0, -0.5), (0.5, 0.5), (-0.5, 0.5))


def _diamond() -> QPainterPath:
    return _polygon((0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0))


def _polygon(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    path.closeSubpath()
    return path
