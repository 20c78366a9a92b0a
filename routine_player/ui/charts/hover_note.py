"""What is said of a dot: a ring round it, a line, and a small panel that keeps clear of it."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from routine_player.ui.charts.content import Tip
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_8, SPACE_12, SPACE_24
from routine_player.ui.widgets.pain_dot import TEXT, paint_pain_dot
from routine_player.ui.widgets.painting import paint_panel, smooth
from routine_player.ui.widgets.shadow import paint_shadow

_RING_PX: Final = 10.0
_RING_WIDTH: Final = 2.0
_LEADER: Final = 1.5
_AWAY_PX: Final = 52.0  # from the dot to the panel
_WIDEST: Final = 320.0
_TITLE_HEIGHT, _LINE_HEIGHT = 20, 16


class HoverNote(QWidget):
    """Lies over a plot and lets the mouse through; shows one tip at a time, or none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tip: Tip | None = None
        self._place = QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def tip(self) -> Tip | None:
        """What is shown now."""
        return self._tip

    def show_tip(self, tip: Tip, place: QPointF) -> None:
        """Say something of what is at a place."""
        self._tip, self._place = tip, place
        self.show()
        self.raise_()
        self.update()

    def clear(self) -> None:
        """Say nothing."""
        self._tip = None
        self.hide()

    def panel(self) -> QRectF:
        """Where the panel lies: above or below the dot, inside the plot."""
        if self._tip is None:
            return QRectF()
        width, height = self._size_of(self._tip)
        x, y = self._place.x(), self._place.y()
        left = min(max(SPACE_8, x - width / 2), max(SPACE_8, self.width() - width - SPACE_8))
        above = y - _AWAY_PX - height
        top = above if above >= SPACE_8 else y + _AWAY_PX
        if top + height > self.height() - SPACE_8:
            top = max(SPACE_8, min(y - height / 2, self.height() - height - SPACE_8))
            left = x + SPACE_24 if x + SPACE_24 + width < self.width() else x - SPACE_24 - width
        return QRectF(round(left), round(top), round(width), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._tip is None:
            return
        with smooth(self) as painter:
            panel = self.panel()
            self._paint_ring(painter, panel)
            colours = self._theme.colours
            paint_shadow(painter, panel, colours.shadow)
            paint_panel(painter, panel, fill=colours.raised, edge=colours.line)
            self._write(painter, panel.adjusted(SPACE_12, SPACE_8, -SPACE_12, -SPACE_8), self._tip)

    def _paint_ring(self, painter: QPainter, panel: QRectF) -> None:
        accent = self._theme.colours.accent
        painter.setPen(QPen(accent, _LEADER))
        x, y = self._place.x(), self._place.y()
        if panel.bottom() < y:
            painter.drawLine(QLineF(x, y - _RING_PX, x, panel.bottom()))
        elif panel.top() > y:
            painter.drawLine(QLineF(x, y + _RING_PX, x, panel.top()))
        painter.setPen(QPen(accent, _RING_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._place, _RING_PX, _RING_PX)

    def _write(self, painter: QPainter, area: QRectF, tip: Tip) -> None:
        colours, theme = self._theme.colours, self._theme
        painter.setFont(theme.font(BODY.strong()))
        painter.setPen(colours.ink)
        left = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
        painter.drawText(
            QRectF(area.topLeft(), area.size()).adjusted(0, 0, 0, _TITLE_HEIGHT - area.height()),
            left,
            tip.title,
        )
        if tip.score is not None:
            dot = QRectF(area.right() - TEXT, area.top(), TEXT, TEXT)
            paint_pain_dot(painter, theme, dot, tip.score)
        top = area.top() + _TITLE_HEIGHT
        painter.setFont(theme.font(CAPTION))
        for number, line in enumerate(tip.lines):
            painter.setPen(
                colours.ink2 if number + 1 < len(tip.lines) or number == 0 else colours.ink3
            )
            room = QRectF(area.left(), top, area.width(), _LINE_HEIGHT)
            metrics = painter.fontMetrics()
            painter.drawText(
                room,
                left,
                metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()) + 1),
            )
            top += _LINE_HEIGHT

    def _size_of(self, tip: Tip) -> tuple[float, float]:
        title = QFontMetricsF(self._theme.font(BODY.strong())).horizontalAdvance(tip.title)
        title += 0 if tip.score is None else SPACE_12 + TEXT
        metrics = QFontMetricsF(self._theme.font(CAPTION))
        lines = max((metrics.horizontalAdvance(line) for line in tip.lines), default=0.0)
        width = min(_WIDEST, max(title, lines)) + 2 * SPACE_12 + 1
        return width, 2 * SPACE_8 + _TITLE_HEIGHT + _LINE_HEIGHT * len(tip.lines)
