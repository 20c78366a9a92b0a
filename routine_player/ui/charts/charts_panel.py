"""The charts of the page History: which ones, of what time, and the charts themselves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.series.on_the_calendar import day_at
from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping
from routine_player.ui.chart_contents.example import example_records
from routine_player.ui.chart_contents.spans import Length, Span
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.chart_card import ChartCard
from routine_player.ui.charts.chart_frame import ChartFrame
from routine_player.ui.charts.chooser import Chooser, ChooserBar
from routine_player.ui.charts.content import Chart
from routine_player.ui.charts.plot import Plot
from routine_player.ui.charts.section_page import SectionPage
from routine_player.ui.charts.sections import OF_RATINGS, Looked, Section, charts_of
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_16, SPACE_32
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.scroll_page import ScrollPage
from routine_player.ui.widgets.segmented import Option

_SMALL_UNDER_HEIGHT: Final = 480
_SMALL_UNDER_WIDTH: Final = 640


class ChartsPanel(QWidget):
    """Shows the records of a history as charts.

    `day_wished` carries a day that was clicked, `file_wished` a chart to be written to disk.
    """

    day_wished = Signal(date)
    file_wished = Signal(object)
    came_into_view = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._records = Records(date.min)
        self._speech = Speech(date.min)
        self._pages: dict[Section, SectionPage] = {}
        self._was_chosen = False
        self._build()
        self._lay_out()
        for chooser in self._choosers:
            chooser.value_chosen.connect(self._take_choice)

    @property
    def section(self) -> Section:
        return Section(self._section.value)

    @property
    def cards(self) -> Sequence[ChartFrame]:
        """The charts that are shown now."""
        return self._pages[self.section].cards

    @property
    def plots(self) -> Sequence[Plot]:
        """What is drawn now, in order."""
        return [card.plot for card in self.cards if isinstance(card, ChartCard)]

    def show_records(self, records: Records, speech: Speech) -> None:
        """Show other records; made-up ones, labelled as such, where there are none."""
        has_nothing = records.is_empty and records.is_whole
        self._records = example_records(records.today) if has_nothing else records
        self._speech = speech
        self._example.setVisible(self._records.is_example)
        if not self._was_chosen:
            self._choose_what_there_is()
        self.show_section()

    def go_to(self, section: Section) -> None:
        """Show another group of charts."""
        self._section.set_value(section)
        self._take_choice()

    def choose(
        self,
        *,
        length: Length | None = None,
        told: Told | None = None,
        grouping: Grouping | None = None,
    ) -> None:
        """Look at another time, at other ratings, or at other rows."""
        for chooser, value in (
            (self._length, length),
            (self._told, told),
            (self._grouping, grouping),
        ):
            if value is not None:
                chooser.set_value(value)
        self._take_choice()

    @Slot()
    def show_section(self) -> None:
        """Make the charts of the chosen group, as they are now."""
        section = self.section
        self._told.setVisible(section in OF_RATINGS)
        self._grouping.setVisible(section is Section.SIDE_BY_SIDE)
        self._make_room()
        page = self._pages.get(section)
        if page is None:
            page = self._pages[section] = self._new_page(section)
            self._column.insertWidget(self._column.count() - 1, page)
            page.make_room(is_small=self._is_small)
        for other in self._pages.values():
            other.setVisible(other is page)
        page.show_charts(self._labelled(self._charts), self._stretch)
        if section is Section.PAIN:
            page.show_year(self._records, self._speech)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        for page in self._pages.values():
            page.make_room(is_small=self._is_small)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_into_view.emit()

    # Inside

    @property
    def _is_small(self) -> bool:
        return self.height() < _SMALL_UNDER_HEIGHT or self.width() < _SMALL_UNDER_WIDTH

    def _make_room(self) -> None:
        # By what the panel has, not by what the page has beside its scroll bar: that comes and
        # goes with what is folded here.
        self._bar.fit(self.width() - SPACE_16 - SPACE_32)

    def _labelled(self, charts: Sequence[Chart]) -> Sequence[Chart]:
        """Have made-up charts say so wherever they get, files too."""
        if not self._records.is_example:
            return charts
        return [
            replace(
                chart,
                name=f"example-{chart.name}",
                about=tr("an example, not yours; {about}", about=chart.about),
            )
            for chart in charts
        ]

    @property
    def _stretch(self) -> tuple[float, float] | None:
        """What to show of an axis of time; None for all of it."""
        return None if self._length.value == Length.ALL else self._span.places

    @Slot()
    def _take_choice(self) -> None:
        self._was_chosen = True
        self.show_section()

    @Slot(date)
    def _open_day(self, day: date) -> None:
        if not self._records.is_example:
            self.day_wished.emit(day)

    @property
    def _span(self) -> Span:
        records = self._records
        begin = day_at(records.first)
        return Span.until(records.today, Length(self._length.value), begin)

    @property
    def _charts(self) -> Sequence[Chart]:
        told, grouping = Told(self._told.value), Grouping(self._grouping.value)
        return charts_of(
            self.section, Looked(self._records, self._span, told, grouping, self._speech)
        )

    def _choose_what_there_is(self) -> None:
        """Show ratings and a time of which there is something to see, until somebody chooses."""
        moments = {rating.moment.value for rating in self._records.ratings}
        of_runs = (Told.WORST_IN_RUN, Told.AFTER_RUN, Told.NEXT_MORNING)
        there = next((told for told in of_runs if told.value in moments), None)
        if there is None:
            there = Told.OTHERWISE if moments else Told.WORST_IN_RUN
        self._told.set_value(there)
        days = [rating.at.local_date for rating in self._records.ratings]
        recent = Span.until(self._records.today, Length.QUARTER, date.min)
        is_old = bool(days) and not any(map(recent.holds, days))
        self._length.set_value(Length.ALL if is_old else Length.QUARTER)

    def _new_page(self, section: Section) -> SectionPage:
        page = SectionPage(self._theme, with_year=section is Section.PAIN)
        page.day_wished.connect(self._open_day)
        page.file_wished.connect(self.file_wished)
        return page

    def _build(self) -> None:
        theme = self._theme
        sections = (
            Option(Section.PAIN, tr("Pain")),
            Option(Section.RUNS, tr("Runs")),
            Option(Section.SIDE_BY_SIDE, tr("Side by side")),
            Option(Section.BODY, tr("Body")),
            Option(Section.SESSIONS, tr("Sessions")),
        )
        told = (
            Option(Told.WORST_IN_RUN, tr("Worst in run")),
            Option(Told.AFTER_RUN, tr("After run")),
            Option(Told.NEXT_MORNING, tr("Next morning")),
            Option(Told.OTHERWISE, tr("Other times")),
        )
        lengths = (
            Option(Length.MONTH, tr("Month")),
            Option(Length.QUARTER, tr("Quarter")),
            Option(Length.YEAR, tr("Year")),
            Option(Length.ALL, tr("All")),
        )
        groupings = (
            Option(Grouping.ROUTINE, tr("Routines")),
            Option(Grouping.EXERCISE, tr("Exercises")),
            Option(Grouping.FACTOR, tr("Day and run")),
        )
        self._section = Chooser(theme, tr("Which charts"), sections, Section.PAIN)
        self._told = Chooser(theme, tr("Which ratings"), told, Told.WORST_IN_RUN)
        self._length = Chooser(theme, tr("How much time"), lengths, Length.QUARTER)
        self._grouping = Chooser(theme, tr("Rows"), groupings, Grouping.ROUTINE)
        self._choosers = (self._section, self._length, self._told, self._grouping)
        self._example = PlainLabel(
            theme,
            tr("An example, not yours: your own charts come with your first session or run."),
            BODY.strong(),
            "attention_ink",
            wraps=True,
        )

    def _lay_out(self) -> None:
        self._bar = ChooserBar(self._choosers)
        page = ScrollPage(bare=True)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(SPACE_16, 0, SPACE_32, SPACE_32)
        self._column.setSpacing(SPACE_16)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._example)
        self._column.addStretch(1)
        page.content.addWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
