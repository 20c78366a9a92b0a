"""What lies under and beside the dots: rules, names, bars, what began when, the axis below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from routine_player.ui.charts.arrangement import LINE_PX, TITLE_PX
from routine_player.ui.charts.content import Bar, Chart, Gap, NumberAxis, Tick
from routine_player.ui.charts.lane_view import LaneView
from routine_player.ui.charts.markers import placed_markers
from routine_player.ui.charts.scale import Scale
from routine_player.ui.charts.signs import NO_PEN
from routine_player.ui.charts.ticks import time_edges, time_ticks
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, RADIUS_BAR, SPACE_8

_ROUND_FROM_PX: Final = 7.0
_WIDEST_BAR_PX: Final = 28.0
_EDGE_PX: Final = 4.0
_WHOLE_BAR_FROM_PX: Final = 340.0  # about where the days of a week have names
_SHARE, _NEAR_SHARE = 0.54, 0.96  # of its time that a bar takes
_NAMES_FROM_EDGE: Final = 4.0  # how far a name may reach beyond the plot before it is left out

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Ground:
    """Paints the ground of a chart whose lanes lie where they lie now."""

    theme: Theme
    chart: Chart
    lanes: Sequence[LaneView]
    axis_area: QRectF

    def paint(self, painter: QPainter) -> None:
        """Paint all of it, in pixels of the page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font(CAPTION))
        for lane in self.lanes:
            self._paint_names(painter, lane)
        self._paint_axis(painter)
        for lane in self.lanes:
            painter.save()
            painter.setClipRect(lane.area.adjusted(0, -LINE_PX, 0, 1))
            self._paint_bars(painter, lane)
            self._paint_gaps(painter, lane, lane.lane.gaps)
            painter.restore()
        self._paint_markers(painter)

    def _paint_names(self, painter: QPainter, lane: LaneView) -> None:
        area = lane.area
        for tick in lane.ticks:
            y = round(lane.upward.px(tick.at)) + 0.5
            if tick.has_line:
                painter.setPen(QPen(self.theme.colours.line, 1.0))
                painter.drawLine(QLineF(area.left(), y, area.right(), y))
            self._paint_name(painter, lane, tick.label, y)
        painter.setPen(self.theme.colours.ink2)
        for note in lane.lane.notes:
            y = lane.upward.px(note.at)
            line = QRectF(area.right() + SPACE_8, y - LINE_PX / 2, area.width(), LINE_PX)
            painter.drawText(line, int(_LEFT.value), note.label)
        if lane.lane.title:
            painter.setFont(self.theme.font(CAPTION.strong()))
            line = QRectF(0, area.top() - TITLE_PX, area.right(), TITLE_PX)
            painter.drawText(line, int(_LEFT.value), lane.lane.title)
            painter.setFont(self.theme.font(CAPTION))

    def _paint_name(self, painter: QPainter, lane: LaneView, words: str, y: float) -> None:
        """Write the name of a row from the left, as it is read first, a number beside its line."""
        room = lane.area.left() - SPACE_8
        line = QRectF(0, y - LINE_PX / 2, room, LINE_PX)
        if lane.lane.has_rows:
            painter.setFont(self.theme.font(BODY.strong()))
            painter.setPen(self.theme.colours.ink)
            cut = _cut(painter, words, room)
            painter.drawText(line.adjusted(0, -2, 0, 2), int(_LEFT.value), cut)
            painter.setFont(self.theme.font(CAPTION))
        else:
            painter.setPen(self.theme.colours.ink3)
            painter.drawText(line, int(_RIGHT.value), _cut(painter, words, room))

    def _paint_axis(self, painter: QPainter) -> None:
        if not self.lanes:
            return
        area, across = self.axis_area, self.lanes[0].across
        painter.setPen(self.theme.colours.ink3)
        axis = self.chart.axis
        if isinstance(axis, NumberAxis):
            ticks: Sequence[Tick] = axis.ticks
            self._paint_rules(painter, across, axis.ticks)
        else:
            ticks = time_ticks(across.low, across.high, area.width())
            self._paint_edges(painter, across)
        painter.setPen(self.theme.colours.ink3)
        free = area.left() - _NAMES_FROM_EDGE
        for tick in ticks:
            width = painter.fontMetrics().horizontalAdvance(tick.label)
            x = across.px(tick.at)
            if x - width / 2 >= free and x + width / 2 <= area.right() + SPACE_8:
                line = QRectF(x - width / 2 - 1, area.top(), width + 2, area.height())
                painter.drawText(line, int(_MIDDLE.value), tick.label)
                free = x + width / 2 + SPACE_8
        if isinstance(axis, NumberAxis) and axis.words:
            line = QRectF(area.left(), area.bottom(), area.width(), LINE_PX)
            painter.drawText(line, int(_MIDDLE.value), axis.words)

    def _paint_edges(self, painter: QPainter, across: Scale) -> None:
        painter.setPen(QPen(self.theme.colours.strong, 1.0))
        foot = self.lanes[-1].area.bottom()
        for place in time_edges(across.low, across.high, self.axis_area.width()):
            x = round(across.px(place)) + 0.5
            painter.drawLine(QLineF(x, foot, x, foot + _EDGE_PX))

    def _paint_rules(self, painter: QPainter, across: Scale, ticks: Iterable[Tick]) -> None:
        painter.setPen(QPen(self.theme.colours.line, 1.0))
        for tick in ticks:
            if tick.has_line:
                x = round(across.px(tick.at)) + 0.5
                for lane in self.lanes:
                    painter.drawLine(QLineF(x, lane.area.top(), x, lane.area.bottom()))

    def _paint_bars(self, painter: QPainter, lane: LaneView) -> None:
        colours = self.theme.colours
        for bar in lane.bars_between(lane.across.low, lane.across.high):
            painter.setPen(NO_PEN)
            painter.setBrush(colours.accent if bar.is_now else colours.strong)
            area = _area_of(bar, lane)
            if area.height() < 1:
                continue
            if area.width() < _ROUND_FROM_PX:
                painter.drawRect(area)
            else:
                painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
            if bar.is_now:
                self._paint_number(painter, area, bar)

    def _paint_number(self, painter: QPainter, area: QRectF, bar: Bar) -> None:
        painter.setFont(self.theme.font(CAPTION.strong()))
        painter.setPen(self.theme.colours.ink)
        middle = area.center().x()
        line = QRectF(middle - 40, area.top() - LINE_PX, 80, LINE_PX)
        painter.drawText(line, int(_MIDDLE.value), f"{bar.height:.0f}")
        painter.setFont(self.theme.font(CAPTION))

    def _paint_gaps(self, painter: QPainter, lane: LaneView, gaps: Sequence[Gap]) -> None:
        painter.setPen(self.theme.colours.ink3)
        for gap in gaps:
            left, right = lane.across.px(gap.first), lane.across.px(gap.last)
            left, right = max(left, lane.area.left()), min(right, lane.area.right())
            if painter.fontMetrics().horizontalAdvance(gap.words) + 2 * SPACE_8 <= right - left:
                line = QRectF(left, lane.upward.px(gap.y) - LINE_PX / 2, right - left, LINE_PX)
                painter.drawText(line, int(_MIDDLE.value), gap.words)

    def _paint_markers(self, painter: QPainter) -> None:
        if not self.lanes or not self.chart.markers:
            return
        top, bottom = self.lanes[0].area.top(), self.axis_area.top()
        colours, across = self.theme.colours, self.lanes[0].across
        painter.setFont(self.theme.font(CAPTION.strong()))
        metrics = painter.fontMetrics()
        for marker in placed_markers(self.chart.markers, across, metrics.horizontalAdvance):
            painter.setPen(QPen(colours.ink3, 1.0, Qt.PenStyle.DotLine))
            x = round(marker.x) + 0.5
            painter.drawLine(QLineF(x, top - LINE_PX, x, bottom))
            painter.setPen(colours.ink2)
            words = QRectF(
                x + SPACE_8, top - LINE_PX, metrics.horizontalAdvance(marker.words) + 2, LINE_PX
            )
            painter.drawText(words, int(_LEFT.value), marker.words)


def _area_of(bar: Bar, lane: LaneView) -> QRectF:
    left, right = lane.across.px(bar.first), lane.across.px(bar.last)
    whole, middle = right - left, (left + right) / 2
    # A slim bar among named days would look like one of them.
    is_near = whole >= _WHOLE_BAR_FROM_PX
    width = whole * _NEAR_SHARE if is_near else min(_WIDEST_BAR_PX, max(1.0, whole * _SHARE))
    return QRectF(
        QPointF(middle - width / 2, lane.upward.px(bar.height)),
        QPointF(middle + width / 2, lane.upward.px(0.0)),
    )


def _cut(painter: QPainter, words: str, room: float) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
