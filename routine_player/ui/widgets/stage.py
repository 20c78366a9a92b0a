"""The picture of an exercise, large or small, on the panel that figures stand on."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.choices import Side
from routine_player.ui.figure.figure_picture import Posed
from routine_player.ui.figure.still_picture import StillPicture
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import RADIUS, SPACE_16, TITLE
from routine_player.ui.widgets.painting import paint_line, paint_panel, smooth
from routine_player.ui.widgets.position_card import PositionCard

STEP, ROUTINE, NEXT = QSize(64, 44), QSize(104, 72), QSize(112, 80)
"""The sizes of stills: in a step's row, in a routine's row, of what comes next."""

_NAME_HEIGHT = 28
_NAMED_FROM_HEIGHT = 6 * _NAME_HEIGHT
_FAINT = 0.33


@dataclass(frozen=True, slots=True)
class StageImage:
    """What a stage shows: a picture or a figure if there is one, else the exercise's position.

    `figure` is the mannequin in the exercise's pose, of the side that works. `name` is read by
    screen readers, and shown under the pictogram if `shows_name`. `is_mirrored` turns the
    pictogram, so that left and right differ. Pictures are never turned.
    """

    name: str = ""
    position: str = ""
    picture: QPixmap | None = None
    side: Side | None = None
    shows_name: bool = False
    figure: Posed | None = None

    @property
    def is_mirrored(self) -> bool:
        return self.side is Side.RIGHT


class Stage(QWidget):
    """Shows a StageImage, as large as it is; `framed` gives it the panel, else it lies on paper.

    A `faint` stage is drawn at a third of its strength: the side that is done.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._framed = framed
        self._faint = False
        self._image = StageImage()
        self._card = PositionCard(theme)
        self._scaled: tuple[int, QSize, QPixmap] | None = None
        self._still = StillPicture(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> StageImage:
        return self._image

    def show_image(self, image: StageImage) -> None:
        """Show another exercise."""
        if image == self._image:
            return
        self._image = image
        self._scaled = None
        self.setAccessibleName(image.name)
        self.update()

    def set_faint(self, *, faint: bool) -> None:
        """Draw it pale, or as it is."""
        self._faint = faint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return STEP

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        with smooth(self) as painter:
            painter.setOpacity(_FAINT if self._faint else 1.0)
            if self._framed:
                paint_panel(painter, area, fill=self._theme.colours.stage)
            self._paint_image(painter, area)

    def _paint_image(self, painter: QPainter, area: QRectF) -> None:
        """Paint what there is of the exercise."""
        image = self._image
        if image.picture is not None and not image.picture.isNull():
            self._paint_picture(painter, area, image.picture)
        elif image.figure is not None:
            self._still.paint(painter, area, image.figure)
        elif image.name or image.position:
            self._paint_card(painter, area)

    def _paint_picture(self, painter: QPainter, area: QRectF, picture: QPixmap) -> None:
        """Fit the whole picture in, at the screen's own sharpness, with the panel's corners."""
        scale = self.devicePixelRatioF()
        room = QSize(round(area.width() * scale), round(area.height() * scale))
        key = picture.cacheKey()
        if self._scaled is None or self._scaled[:2] != (key, room):
            fitted = picture.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitted.setDevicePixelRatio(scale)
            self._scaled = (key, room, fitted)
        fitted = self._scaled[2]
        size = fitted.deviceIndependentSize()
        corner = QPointF(
            round((area.width() - size.width()) / 2), round((area.height() - size.height()) / 2)
        )
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(corner, size), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.drawPixmap(corner, fitted)

    def _paint_card(self, painter: QPainter, area: QRectF) -> None:
        """The position as a figure on a floor that fades out, and the name if it is wanted."""
        named = self._image.shows_name and area.height() > _NAMED_FROM_HEIGHT
        words = _NAME_HEIGHT + SPACE_16 if named else 0
        room = area.adjusted(0, 0, 0, -words)
        self._card.paint(painter, room, self._image.position, mirrored=self._image.is_mirrored)
        if named:
            line = QRectF(SPACE_16, room.bottom(), area.width() - 2 * SPACE_16, _NAME_HEIGHT)
            font, ink = self._theme.font(TITLE), self._theme.colours.ink2
            paint_line(painter, line, self._image.name, font, ink, Qt.AlignmentFlag.AlignCenter)


class Still(Stage):
    """A small stage of a fixed size, in rows and beside what comes next."""

    def __init__(
        self, theme: Theme, image: StageImage, size: QSize = STEP, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setFixedSize(size)
        self.show_image(image)

    def sizeHint(self) -> QSize:
        return self.size()
