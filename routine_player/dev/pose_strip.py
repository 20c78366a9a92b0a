"""A strip of pictures of a movement: each frame large, and small from the front and from above."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPolygonF

from routine_player.figure.authored import CameraAngle
from routine_player.figure.drawing import Drawing
from routine_player.figure.mannequin import Mannequin, Wardrobe
from routine_player.figure.movement import Movement
from routine_player.figure.surface import Floats

if TYPE_CHECKING:
    from routine_player.dev.pose import Wish
    from routine_player.figure.arrays import Bytes

_STAGE: Final = {False: "#E6EDEB", True: "#212B2D"}
_MAT: Final = {False: ("#C3D5D1", "#A9BFBA"), True: ("#34474A", "#2A3B3E")}
_SHADOW: Final = {False: 0.42, True: 0.75}
_TEXT: Final = {False: "#3A4A4A", True: "#B9C6C4"}
_LABEL_PX: Final = 22
_FRONT: Final = CameraAngle(0.0, 9.0)
_SIDE: Final = CameraAngle(-90.0, 9.0)
_ABOVE: Final = CameraAngle(-90.0, 72.0)
_FRONTAL: Final = 40.0  # degrees round the front within which a camera sees it already


def drawn_strip(movement: Movement, wardrobe: Wardrobe, wish: "Wish") -> QImage:
    """Draw the strip."""
    application = QGuiApplication.instance() or QGuiApplication(["pose"])
    width, height = wish.size
    small = (width // 2, height // 2)
    shown = _shown(movement, wish.frames)
    sheet = QImage(
        width * len(shown.frames),
        _LABEL_PX + height + small[1],
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    sheet.fill(QColor(_STAGE[wish.dark]))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    large = _Camera(_filmed(shown, movement.authored.camera), wardrobe, wish.size, wish)
    others = [_Camera(_filmed(shown, angle), wardrobe, small, wish) for angle in _others(movement)]
    for index, label in enumerate(_labels(movement, wish.frames)):
        x = index * width
        _write(painter, QRectF(x + 8, 0, width - 16, _LABEL_PX), label, wish)
        large.paint(painter, index, (x, _LABEL_PX))
        for number, camera in enumerate(others):
            camera.paint(painter, index, (x + number * small[0], _LABEL_PX + height))
    painter.end()
    del application
    return sheet


class _Camera:
    """Paints frames as they are seen from one side."""

    def __init__(
        self, movement: Movement, wardrobe: Wardrobe, size: tuple[int, int], wish: "Wish"
    ) -> None:
        model = Mannequin(movement, wardrobe)
        self._drawing = Drawing(movement, model, size, far=wish.far)
        self._size = size
        self._dark = wish.dark

    def paint(self, painter: QPainter, index: int, corner: tuple[int, int]) -> None:
        """Paint a frame with its mats and its shadow, its upper left corner at `corner`."""
        painter.save()
        painter.translate(*corner)
        painter.setClipRect(0, 0, *self._size)
        top, edge = _MAT[self._dark]
        for outline in self._drawing.mat_outlines(index):
            _fill(painter, outline.whole, edge)
            _fill(painter, outline.top, top)
        shadow = self._drawing.shadow_frame(index)
        painter.drawImage(QRectF(0, 0, *self._size), _darkness(shadow, _SHADOW[self._dark]))
        layer = self._drawing.frame(index)
        painter.drawImage(layer.x, layer.y, picture_of(layer.rgba))
        painter.restore()


def picture_of(rgba: "Bytes") -> QImage:
    """Give premultiplied pixels (H, W, 4) as a picture that owns them."""
    height, width = rgba.shape[:2]
    pixels = np.ascontiguousarray(rgba)
    form = QImage.Format.Format_RGBA8888_Premultiplied
    return QImage(pixels.tobytes(), width, height, 4 * width, form).copy()


def _darkness(shadow: "Bytes", strength: float) -> QImage:
    rgba = np.zeros((*shadow.shape, 4), np.uint8)
    rgba[..., 3] = (shadow * strength).astype(np.uint8)
    return picture_of(rgba)


def _fill(painter: QPainter, outline: Floats, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in outline]))


def _write(painter: QPainter, box: QRectF, text: str, wish: "Wish") -> None:
    font = QFont()
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor(_TEXT[wish.dark]))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _shown(movement: Movement, count: int) -> Movement:
    """Give a movement whose frames are those to be drawn: its keyframes, or `count` of them all."""
    if not count:
        return replace(movement, frames=movement.keyframes)
    last = len(movement.frames) - 1
    chosen = [round(number * last / max(1, count - 1)) for number in range(count)]
    return replace(movement, frames=tuple(movement.frames[index] for index in chosen))


def _filmed(movement: Movement, angle: CameraAngle) -> Movement:
    return replace(movement, authored=replace(movement.authored, camera=angle))


def _others(movement: Movement) -> tuple[CameraAngle, CameraAngle]:
    frontal = abs(movement.authored.camera.azimuth) < _FRONTAL
    return (_SIDE if frontal else _FRONT), _ABOVE


def _labels(movement: Movement, count: int) -> Iterator[str]:
    if count:
        yield from (f"{number + 1} of {count}" for number in range(count))
        return
    for number, keyframe in enumerate(movement.authored.keyframes):
        yield f"{number + 1}  {keyframe.name}  ({keyframe.move_s:g} s, held {keyframe.hold_s:g} s)"
