"""The steps of a routine in order, under their positions; only what is seen is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core import wording
from routine_player.core.language import tr
from routine_player.core.preview import StepPreview
from routine_player.ui.figure.still_picture import StillPicture
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    RADIUS,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Lettering,
)
from routine_player.ui.widgets.painting import paint_line, paint_panel, smooth
from routine_player.ui.widgets.position_card import PositionCard
from routine_player.ui.widgets.stage import STEP

_ROW, _HEADING = 52, 28
_NUMBER = 28
_TIME = 72
_CHIP = 22
_NAME_LINE, _DOSE_LINE = 20, 18
_STILLS_FROM = 340
_RIGHT = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table and where it begins."""

    top: int
    step: StepPreview

    @property
    def row_top(self) -> int:
        return self.top + (_HEADING if self.step.heading else 0)


class StepTable(QWidget):
    """Number, picture, name, dose and time of each step; a heading where the position changes."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._card = PositionCard(theme)
        self._stills = StillPicture(theme)
        self._lines: list[_Line] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Steps"))

    def show_steps(self, steps: tuple[StepPreview, ...]) -> None:
        """Show the steps of a routine."""
        self._lines = []
        top = 0
        for step in steps:
            line = _Line(top, step)
            self._lines.append(line)
            top = line.row_top + _ROW
        self.setFixedHeight(top)
        self.setAccessibleDescription("\n".join(_words(step) for step in steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = event.rect()
        with smooth(self) as painter:
            for line in self._lines:
                area = QRect(0, line.top, self.width(), line.row_top + _ROW - line.top)
                if area.intersects(seen):
                    self._paint_line(painter, line)

    def _paint_line(self, painter: QPainter, line: _Line) -> None:
        colours = self._theme.colours
        step = line.step
        if step.heading:
            area = QRectF(0, line.top, self.width(), _HEADING)
            self._write(painter, area, step.heading, colours.ink2, CAPTION.strong())
        top = line.row_top
        number = QRectF(0, top, _NUMBER, _ROW)
        self._write(painter, number, str(step.number), colours.ink3, BODY)
        left = float(_NUMBER)
        if self.width() >= _STILLS_FROM:
            self._paint_still(painter, step, left, top)
            left += STEP.width() + SPACE_12
        right = self.width() - _TIME
        time = wording.clock_time(step.seconds)
        shown = tr("~ {time}", time=time) if step.waits_for_done else time
        painter.setFont(self._theme.font(BODY))
        painter.setPen(colours.ink2)
        painter.drawText(QRectF(right, top, _TIME, _ROW), _RIGHT, shown)
        self._paint_words(painter, step, QRectF(left, top, right - left - SPACE_8, _ROW))

    def _paint_words(self, painter: QPainter, step: StepPreview, area: QRectF) -> None:
        colours = self._theme.colours
        top = area.top() + (_ROW - _NAME_LINE - _DOSE_LINE) / 2
        chip = self._chip_width(painter) if step.optional else 0.0
        room = QRectF(area.left(), top, area.width() - chip, _NAME_LINE)
        used = self._write(painter, room, step.name, colours.ink, BODY.strong())
        dose = QRectF(area.left(), top + _NAME_LINE, area.width(), _DOSE_LINE)
        self._write(painter, dose, step.dose, colours.ink2, CAPTION)
        if step.optional:
            left = area.left() + used + SPACE_8
            panel = QRectF(left, top + (_NAME_LINE - _CHIP) / 2, chip - SPACE_8, _CHIP)
            paint_panel(painter, panel, fill=colours.sunken, radius=SPACE_4)
            painter.setFont(self._theme.font(CAPTION))
            painter.setPen(colours.ink2)
            painter.drawText(panel, int(Qt.AlignmentFlag.AlignCenter.value), tr("optional"))

    def _paint_still(self, painter: QPainter, step: StepPreview, left: float, top: float) -> None:
        frame = QRectF(left, top + (_ROW - STEP.height()) / 2, STEP.width(), STEP.height())
        paint_panel(painter, frame, fill=self._theme.colours.stage)
        image = self._pictures.stage_image(step.picture)
        if image.figure is not None:
            self._stills.paint(painter, frame, image.figure)
            return
        if image.picture is None:
            self._card.paint(painter, frame, image.position, mirrored=image.is_mirrored)
            return
        fitted = QRectF(frame)
        fitted.setSize(
            image.picture.deviceIndependentSize().scaled(
                frame.size(), Qt.AspectRatioMode.KeepAspectRatio
            )
        )
        fitted.moveCenter(frame.center())
        shape = QPainterPath()
        shape.addRoundedRect(fitted, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(fitted, image.picture, QRectF(image.picture.rect()))
        painter.restore()

    def _write(
        self, painter: QPainter, area: QRectF, text: str, colour: QColor, lettering: Lettering
    ) -> float:
        """Write on one line; give how wide it came out."""
        return paint_line(painter, area, text, self._theme.font(lettering), colour)

    def _chip_width(self, painter: QPainter) -> float:
        painter.setFont(self._theme.font(CAPTION))
        return painter.fontMetrics().horizontalAdvance(tr("optional")) + SPACE_8 + SPACE_16


def _words(step: StepPreview) -> str:
    told = [step.heading, f"{step.number}", step.name, step.dose]
    if step.optional:
        told.append(tr("optional"))
    told.append(wording.spoken_time(round(step.seconds)))
    return ", ".join(one for one in told if one)
