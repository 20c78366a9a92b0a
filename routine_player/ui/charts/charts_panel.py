"""The charts of the page History: which one, of what time, and the charts themselves."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.pain_over_time import pain_over_time
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.legend import Legend
from routine_player.ui.charts.plot import Plot
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_16, SPACE_24
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.scroll_page import ScrollPage
from routine_player.ui.widgets.segmented import Option, Segmented

_SPANS: Final = {"month": 31, "quarter": 92, "year": 366}


class ChartsPanel(QWidget):
    """Shows the records of a history as charts; `day_wished` carries a day that was clicked."""

    day_wished = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = Records(date.min)
        self._speech = Speech(date.min)
        self._told = Segmented(
            theme,
            tr("Which ratings"),
            (
                Option(Told.WORST_IN_RUN, tr("Worst in run")),
                Option(Told.AFTER_RUN, tr("After run")),
                Option(Told.NEXT_MORNING, tr("Next morning")),
                Option(Told.OTHERWISE, tr("Other times")),
            ),
            Told.WORST_IN_RUN,
        )
        self._span = Segmented(
            theme,
            tr("How much time"),
            (
                Option("month", tr("Month")),
                Option("quarter", tr("Quarter")),
                Option("year", tr("Year")),
                Option("all", tr("All")),
            ),
            "quarter",
        )
        self._legend = Legend(theme)
        self._plot = Plot(theme)
        page = ScrollPage()
        bar = FlowLayout(spacing=SPACE_16)
        bar.addWidget(self._told)
        bar.addWidget(self._span)
        page.content.addLayout(bar)
        page.content.addSpacing(SPACE_24)
        page.content.addWidget(self._legend)
        page.content.addWidget(self._plot)
        page.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._told.value_chosen.connect(self._show)
        self._span.value_chosen.connect(self._show_span)
        self._plot.day_chosen.connect(self.day_wished)

    def show_records(self, records: Records, speech: Speech) -> None:
        """Show other records."""
        self._records, self._speech = records, speech
        self._show()

    @Slot()
    def _show(self) -> None:
        chart = pain_over_time(self._records, Told(self._told.value), self._speech)
        self._legend.show_keys(chart.legend)
        self._plot.show_chart(chart)
        self._show_span()

    @Slot()
    def _show_span(self) -> None:
        last = self._records.last
        days = _SPANS.get(self._span.value)
        self._plot.show_stretch(self._records.first if days is None else last - days, last)
