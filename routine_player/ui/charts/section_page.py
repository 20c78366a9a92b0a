"""The charts of one group below each other, and the year of days with those of pain."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.chart_contents.year import year_days
from routine_player.ui.charts.chart_card import ChartCard
from routine_player.ui.charts.chart_frame import ChartFrame
from routine_player.ui.charts.content import Chart
from routine_player.ui.charts.year_card import YearCard
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_4, SPACE_32


class SectionPage(QWidget):
    """The charts of one group below each other."""

    day_wished = Signal(date)
    file_wished = Signal(object)

    def __init__(self, theme: Theme, *, with_year: bool) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[ChartCard] = []
        self._is_small = False
        self._year = YearCard(theme) if with_year else None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE_4, 0, 0)
        self._column.setSpacing(SPACE_32)
        if self._year is not None:
            self._take(self._year, 0)

    @property
    def cards(self) -> Sequence[ChartFrame]:
        return self._cards if self._year is None else (*self._cards, self._year)

    def make_room(self, *, is_small: bool) -> None:
        """Fold what can be folded where there is little room, so that charts are seen first."""
        self._is_small = is_small
        for card in self.cards:
            card.make_room(is_small=is_small)

    def show_charts(self, charts: Sequence[Chart], stretch: tuple[float, float] | None) -> None:
        """Show as many charts as there are, those of time in a stretch of it."""
        while len(self._cards) < len(charts):
            card = ChartCard(self._theme)
            card.make_room(is_small=self._is_small)
            self._take(card, len(self._cards))
            self._cards.append(card)
        for card, chart in zip(self._cards, charts, strict=True):
            card.show_chart(chart, stretch)

    def show_year(self, records: Records, speech: Speech) -> None:
        """Show the year below them, where there is one."""
        if self._year is not None:
            days = year_days(records, speech)
            self._year.show_days(days, records.today, is_example=records.is_example)

    def _take(self, card: ChartFrame, at: int) -> None:
        self._column.insertWidget(at, card)
        card.day_chosen.connect(self.day_wished)
        card.file_wished.connect(self.file_wished)
