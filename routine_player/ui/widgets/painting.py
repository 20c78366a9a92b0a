"""Shapes and lines of text that several widgets paint alike."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPaintDevice, QPainter, QPen

from routine_player.ui.tokens import RADIUS

CLEAR = QColor(0, 0, 0, 0)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def smooth(device: QPaintDevice) -> QPainter:
    """Open a painter with smooth edges; use it in a `with`, so that it is always closed."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def paint_panel(
    painter: QPainter,
    area: QRectF,
    *,
    fill: QColor = CLEAR,
    edge: QColor = CLEAR,
    width: float = 1.0,
    radius: float = RADIUS,
) -> None:
    """Fill a rounded panel; its edge stays inside `area`, so that it is sharp."""
    inset = width / 2 if edge.alpha() else 0.0
    painter.setBrush(fill)
    painter.setPen(QPen(edge, width) if edge.alpha() else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_line(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    alignment: Qt.AlignmentFlag = LEFT,
) -> float:
    """Write `text` on one line, cut with dots where `area` is too narrow; give its width."""
    painter.setFont(font)
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    plain = " ".join(text.split())
    width = max(0, int(area.width()))
    cut = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, width)
    painter.drawText(area, int(alignment.value), cut)
    return float(metrics.horizontalAdvance(cut))


def blend(start: QColor, end: QColor, share: float) -> QColor:
    """The colour `share` of the way from `start` to `end`, 0 to 1; a clear start only fades in."""
    if share <= 0.0:
        return start
    if share >= 1.0:
        return end
    if not start.alpha():
        faded = QColor(end)
        faded.setAlphaF(end.alphaF() * share)
        return faded
    return QColor.fromRgbF(
        *(
            before + (after - before) * share
            for before, after in (
                (start.redF(), end.redF()),
                (start.greenF(), end.greenF()),
                (start.blueF(), end.blueF()),
                (start.alphaF(), end.alphaF()),
            )
        )
    )


def middle_square(area: QRectF, size: float) -> QRectF:
    """A square of `size` in the middle of `area`, on whole pixels so that an icon stays sharp."""
    middle = area.center()
    corner = QPointF(round(middle.x() - size / 2), round(middle.y() - size / 2))
    return QRectF(corner.x(), corner.y(), size, size)
