"""Where the lanes of a chart lie on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from routine_player.ui.charts.content import Chart, NumberAxis
from routine_player.ui.tokens import SPACE_4, SPACE_8

LINE_PX: Final = 16
TITLE_PX: Final = 24
_TOP_PX: Final = 10  # half a name of a tick reaches beyond its lane
_MARKERS_PX: Final = 20
_AXIS_PX: Final = 24
_FREE_LANE_PX: Final = 232
_LOW_LANE_PX: Final = 140  # where the window is low
_MOST_FOR_NAMES: Final = 0.32  # of the width


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The piece of each lane, and the one of the axis below them."""

    lanes: Sequence[QRectF]
    axis: QRectF


def wished_height(chart: Chart, *, is_low: bool = False) -> int:
    """Give how high a chart wants to be, in a window that may be low."""
    free = _LOW_LANE_PX if is_low else _FREE_LANE_PX
    lanes = sum(free if lane.height_px is None else lane.height_px for lane in chart.lanes)
    return _top(chart) + lanes + _between(chart) + _below(chart)


def arranged(chart: Chart, width: float, height: float, notes_px: float) -> Arrangement:
    """Share out a page: lanes without a height of their own get equal parts of what is left."""
    left = float(min(chart.names_px, round(width * _MOST_FOR_NAMES)) + SPACE_8)
    across = max(40.0, width - left - (notes_px + SPACE_8 if notes_px else SPACE_8))
    fixed = sum(lane.height_px or 0 for lane in chart.lanes)
    free = sum(lane.height_px is None for lane in chart.lanes)
    rest = height - _top(chart) - _between(chart) - _below(chart) - fixed
    share = max(40.0, rest / free) if free else 0.0
    areas: list[QRectF] = []
    top = float(_top(chart))
    for lane in chart.lanes:
        if areas:
            top += SPACE_4 + (TITLE_PX if lane.title else 0)
        lane_height = float(lane.height_px or share)
        areas.append(QRectF(left, top, across, lane_height))
        top += lane_height
    return Arrangement(areas, QRectF(left, top + SPACE_4, across, _AXIS_PX - SPACE_4))


def _top(chart: Chart) -> int:
    title = TITLE_PX if chart.lanes and chart.lanes[0].title else 0
    return title + (_MARKERS_PX if chart.markers else _TOP_PX)


def _between(chart: Chart) -> int:
    return sum(SPACE_4 + (TITLE_PX if lane.title else 0) for lane in chart.lanes[1:])


def _below(chart: Chart) -> int:
    has_words = isinstance(chart.axis, NumberAxis) and bool(chart.axis.words)
    return _AXIS_PX + (LINE_PX if has_words else 0)
