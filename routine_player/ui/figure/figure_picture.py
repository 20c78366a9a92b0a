"""A figure in a stage: ground, ghost, frame and arrows, painted with as little as can be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from routine_player.ui.figure.ground import onto, paint_arrows, paint_ground
from routine_player.ui.figure.sheet import Frame, Sheet, shown_canvas
from routine_player.ui.theme import Theme

if TYPE_CHECKING:
    from routine_player.core.motion import FigureMoment
from routine_player.figure.fitting import GHOST

_SHARP: Final = 0.01


@dataclass(frozen=True, slots=True)
class Posed:
    """A frame of a sheet to be painted; a still has the start behind it, and arrows."""

    sheet: Sheet
    frame: Frame
    ghost: Frame | None = None
    has_arrows: bool = False


def posed(sheet: Sheet, moment: "FigureMoment") -> Posed:
    """Choose the frame of a moment."""
    frame = sheet.frame(moment.progress, moment.breath)
    if not moment.is_still:
        return Posed(sheet, frame)
    start = sheet.motion[0]
    return Posed(sheet, frame, None if start is frame else start, has_arrows=True)


class FigurePicture:
    """Paints what is posed. The ground under it is painted once for each size and appearance."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ground: tuple[tuple[object, ...], QPixmap] | None = None

    def paint(self, painter: QPainter, area: QRectF, what: Posed) -> None:
        """Paint into `area`, in the middle and whole."""
        sheet = what.sheet
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(area.topLeft(), self._ground_of(what, area, ratio))
        if what.ghost is not None:
            before = painter.opacity()
            painter.setOpacity(before * GHOST)
            _paint_frame(painter, area, sheet, what.ghost, ratio)
            painter.setOpacity(before)
        _paint_frame(painter, area, sheet, what.frame, ratio)
        if what.has_arrows:
            placed = onto(sheet.note, area, flipped=sheet.flipped)
            paint_arrows(painter, sheet.note, placed, self._theme.colours)

    def _ground_of(self, what: Posed, area: QRectF, ratio: float) -> QPixmap:
        sheet, ground = what.sheet, what.sheet.ground(what.frame)
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        colours = self._theme.colours
        wanted = (ground, sheet.flipped, size, colours.mat.rgba(), ratio)
        if self._ground is None or self._ground[0] != wanted:
            drawn = QPixmap(size)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            inside = QPainter(drawn)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            here = QRectF(QPointF(0, 0), area.size())
            placed = onto(sheet.note, here, flipped=sheet.flipped)
            paint_ground(inside, ground, placed, here, colours)
            inside.end()
            self._ground = (wanted, drawn)
        return self._ground[1]


def covered(area: QRectF, sheet: Sheet, frame: Frame) -> QRect:
    """Tell which pixels of `area` the frame covers, with one to spare at each edge."""
    return _place(area, sheet, frame).toAlignedRect().adjusted(-1, -1, 1, 1)


def _paint_frame(painter: QPainter, area: QRectF, sheet: Sheet, frame: Frame, ratio: float) -> None:
    place = _place(area, sheet, frame)
    drawn = frame.image.width() / ratio
    if abs(place.width() - drawn) < _SHARP * drawn:
        # Painted as it is, on a whole pixel of the screen: nothing is blurred, and nothing scaled.
        corner = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        place = QRectF(corner.x(), corner.y(), drawn, frame.image.height() / ratio)
    painter.drawImage(place, frame.image)


def _place(area: QRectF, sheet: Sheet, frame: Frame) -> QRectF:
    """Where a frame belongs: its sheet was read for some room, which `area` may no longer be."""
    canvas = shown_canvas(sheet.note, area)
    share = canvas.width() / sheet.note.width / sheet.scale
    return QRectF(
        canvas.left() + frame.corner.x() * share,
        canvas.top() + frame.corner.y() * share,
        frame.image.width() * share,
        frame.image.height() * share,
    )
