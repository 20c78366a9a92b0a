"""Stills of figures in small: ground, figure and arrows painted once for each size."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from routine_player.ui.figure.figure_picture import FigurePicture, Posed
from routine_player.ui.figure.sheet import fitted
from routine_player.ui.theme import Theme

_KEPT: Final = 64


class StillPicture:
    """Paints stills into areas of any size, and keeps what it painted last."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[Posed, QSize, int], QPixmap] = OrderedDict()

    def paint(self, painter: QPainter, area: QRectF, still: Posed) -> None:
        """Paint a still into `area`, in the middle and whole."""
        ratio = painter.device().devicePixelRatio()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if size.isEmpty():
            return
        key = still, size, self._theme.colours.mat.rgba()
        if key not in self._kept:
            self._kept[key] = self._painted(still, size, ratio)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        painter.drawPixmap(area.topLeft(), self._kept[key])

    def _painted(self, still: Posed, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        sheet = fitted(still.sheet, size)
        scaled = Posed(sheet, sheet.motion[0], has_arrows=still.has_arrows)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            here = QRectF(QPointF(0, 0), pixmap.deviceIndependentSize())
            FigurePicture(self._theme).paint(painter, here, scaled)
        return pixmap
