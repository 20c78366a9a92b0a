"""The whole session as a bar: a segment for each step, as long as it takes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.step_progress import StepProgress, StepStatus
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.painting import smooth

NORMAL, COMPACT = 12, 8

_GAP = 4.0
_TIGHT_GAP = 1.0
_OUTLINE = 1.5
_DISTANCE = 2.0
_DASHES = [3.0, 2.0]


class SessionBar(QWidget):
    """Segments in proportion to time: done, running, to come, skipped, or ended by pain.

    `show_steps` may be called as often as one likes; only a change by a pixel is painted.
    """

    def __init__(
        self, theme: Theme, thickness: int = NORMAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thickness = thickness
        self._steps: tuple[StepProgress, ...] = ()
        self._drawn: tuple[tuple[StepStatus, int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(thickness + round(2 * (_OUTLINE + _DISTANCE)))

    @property
    def steps(self) -> tuple[StepProgress, ...]:
        return self._steps

    def set_thickness(self, thickness: int) -> None:
        """Make the bar thicker or thinner, in pixels."""
        self._thickness = thickness
        self.setFixedHeight(thickness + round(2 * (_OUTLINE + _DISTANCE)))
        self.update()

    def show_steps(self, steps: Sequence[StepProgress]) -> None:
        """Show how far each step is."""
        self._steps = tuple(steps)
        drawn = self._pixels()
        if drawn != self._drawn:
            self._drawn = drawn
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            for step, area in zip(self._steps, self._areas(), strict=True):
                self._paint_step(painter, step, area)

    def _paint_step(self, painter: QPainter, step: StepProgress, area: QRectF) -> None:
        colours = self._theme.colours
        match step.status:
            case StepStatus.DONE:
                self._fill(painter, area, colours.accent)
            case StepStatus.HURT:
                self._fill(painter, area, colours.attention)
            case StepStatus.COMING:
                self._fill(painter, area, colours.track)
            case StepStatus.SKIPPED:
                pen = QPen(colours.strong, 1.0)
                pen.setDashPattern(_DASHES)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                edge = area.adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
            case StepStatus.RUNNING:
                self._fill(painter, area, colours.track)
                self._fill_part(painter, area, step.fraction, colours.accent)
                self._outline(painter, area, colours.accent)

    def _fill(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = min(area.height(), area.width()) / 2
        painter.drawRoundedRect(area, radius, radius)

    def _fill_part(self, painter: QPainter, area: QRectF, share: float, colour: QColor) -> None:
        """Fill the first part of a segment; its end is round, and its start the segment's own."""
        if share <= 0.0:
            return
        radius = area.height() / 2
        whole = QPainterPath()
        whole.addRoundedRect(area, radius, radius)
        part = QPainterPath()
        width = max(area.height(), area.width() * min(1.0, share))
        part.addRoundedRect(QRectF(area.left(), area.top(), width, area.height()), radius, radius)
        painter.fillPath(whole.intersected(part), colour)

    def _outline(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        reach = _DISTANCE + _OUTLINE / 2
        around = area.adjusted(-reach, -reach, reach, reach)
        painter.setPen(QPen(colour, _OUTLINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)

    def _areas(self) -> list[QRectF]:
        """Where each segment lies; many short steps share the width as well as they can."""
        margin = _DISTANCE + _OUTLINE
        room = float(self.width())
        count = len(self._steps)
        gap = _GAP if room / max(1, count) > 3 * _GAP else _TIGHT_GAP
        whole = sum(step.estimate_s for step in self._steps) or 1.0
        per_second = max(0.0, room - gap * (count - 1)) / whole
        areas: list[QRectF] = []
        left = 0.0
        for step in self._steps:
            width = step.estimate_s * per_second
            area = QRectF(left, margin, width, self._thickness)
            if step.status is StepStatus.RUNNING and width > 4 * margin:
                # At an end of the bar its outline needs room.
                area.setLeft(max(area.left(), margin))
                area.setRight(min(area.right(), room - margin))
            areas.append(area)
            left += width + gap
        return areas

    def _pixels(self) -> tuple[tuple[StepStatus, int, int], ...]:
        scale = self.devicePixelRatioF()
        return tuple(
            (step.status, round(area.right() * scale), round(area.width() * step.fraction * scale))
            for step, area in zip(self._steps, self._areas(), strict=True)
        )

    def _name(self) -> None:
        ended = {StepStatus.DONE, StepStatus.SKIPPED, StepStatus.HURT}
        done = sum(step.status in ended for step in self._steps)
        self.setAccessibleName(
            tr("{done} of {count} steps behind you", done=done, count=len(self._steps))
        )
