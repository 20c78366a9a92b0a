"""The one shadow there is, under what lies above the page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from routine_player.ui.tokens import RADIUS, SHADOW_BLUR, SHADOW_DROP

_LAYERS = 16
_STRAIGHT, _CUBIC = 0.55, 0.75  # nearest the quantiles of a normal distribution, as blur is

SHADOW_REACH = round(SHADOW_BLUR / 2 * (_STRAIGHT + _CUBIC)) + SHADOW_DROP
"""How far the shadow goes beyond its panel, in pixels; a little less at the sides and above."""


def paint_shadow(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Paint the soft shadow of a panel: thin layers that add up, so that nothing is blurred."""
    layer = QColor(colour)
    layer.setAlphaF(1 - (1 - colour.alphaF()) ** (1 / _LAYERS))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(layer)
    for number in range(_LAYERS):
        place = 1 - 2 * (number + 0.5) / _LAYERS
        grown = SHADOW_BLUR / 2 * (_STRAIGHT * place + _CUBIC * place**3)
        shape = area.adjusted(-grown, -grown, grown, grown).translated(0, SHADOW_DROP)
        radius = max(RADIUS + grown, 1.0)
        painter.drawRoundedRect(shape, radius, radius)
