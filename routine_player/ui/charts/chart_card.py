"""A chart that is drawn, to be zoomed, moved and walked."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from math import ceil
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.date_words import days_words
from routine_player.core.language import tr
from routine_player.core.series.on_the_calendar import day_at
from routine_player.ui.charts.chart_frame import ChartFrame
from routine_player.ui.charts.content import Chart, TimeAxis
from routine_player.ui.charts.picture import chart_picture
from routine_player.ui.charts.plot import Plot
from routine_player.ui.theme import Theme

_ZOOM_STEP: Final = 1.5


class ChartCard(ChartFrame):
    """A chart drawn by a plot. `stretch_changed` follows a zoom or a drag."""

    stretch_changed = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.plot = Plot(theme)
        super().__init__(theme, self.plot, parent)
        self._farther = self.add_tool(tr("More time, smaller"), "minus", "-")
        self._nearer = self.add_tool(tr("Less time, larger"), "plus", "+")
        self._nearer.clicked.connect(self._zoom_in)
        self._farther.clicked.connect(self._zoom_out)
        self.plot.day_chosen.connect(self.day_chosen)
        self.plot.stretch_changed.connect(self.stretch_changed)

    def make_room(self, *, is_small: bool) -> None:
        super().make_room(is_small=is_small)
        self.plot.be_low(is_low=is_small)

    def show_chart(self, chart: Chart, stretch: tuple[float, float] | None = None) -> None:
        """Show another chart, and of its time only a stretch, if there is one."""
        self.name(chart.name, chart.title, chart.about)
        self.legend.show_keys(chart.legend)
        if not chart.is_empty:
            self.plot.show_chart(chart)
            if stretch is not None:
                self.plot.show_stretch(*stretch)
        nothing = chart.nothing if chart.is_empty else ""
        self.fill(chart.table, nothing=nothing, footnote=chart.footnote)

    def show_body(self) -> None:
        super().show_body()
        for tool in (self._nearer, self._farther):
            tool.setVisible(self.is_drawn and self.plot.has_time)

    @property
    def time_words(self) -> str:
        chart = self.plot.chart
        if chart is None or not isinstance(chart.axis, TimeAxis):
            return "" if chart is None else chart.time
        first, last = self.plot.stretch
        last_day = day_at(ceil(min(last, chart.axis.until)) - 1)
        return days_words(day_at(max(first, chart.axis.since)), last_day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.is_drawn and self.plot.take_zoom_key(event.key())):
            super().keyPressEvent(event)

    def picture(self, fine: float) -> AbstractContextManager[Sequence[QWidget]]:
        chart = self.plot.chart
        if chart is None:
            return super().picture(fine)
        return chart_picture(self._theme, chart, self.plot.stretch, fine)

    @Slot()
    def _zoom_in(self) -> None:
        self.plot.zoom(_ZOOM_STEP)

    @Slot()
    def _zoom_out(self) -> None:
        self.plot.zoom(1 / _ZOOM_STEP)
