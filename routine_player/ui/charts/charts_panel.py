"""The charts of the page History: which ones, of what time, and the charts themselves."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.series.on_the_calendar import day_at
from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping
from routine_player.ui.chart_contents.body import body_sites
from routine_player.ui.chart_contents.example import example_records
from routine_player.ui.chart_contents.pain_over_time import pain_over_time
from routine_player.ui.chart_contents.practice import (
    sessions_a_week,
    skipped_exercises,
    time_by_kind,
)
from routine_player.ui.chart_contents.running import (
    cadence,
    pain_by_distance,
    runs_against_longest,
    weekly_distance,
)
from routine_player.ui.chart_contents.side_by_side import left_and_right, side_by_side
from routine_player.ui.chart_contents.spans import Length, Span
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.chart_contents.year import year_days
from routine_player.ui.charts.chart_card import ChartCard, ChartFrame
from routine_player.ui.charts.content import Chart, TimeAxis
from routine_player.ui.charts.plot import Plot
from routine_player.ui.charts.year_card import YearCard
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_4, SPACE_12, SPACE_16, SPACE_32
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.scroll_page import ScrollPage
from routine_player.ui.widgets.segmented import Option, Segmented


class Section(StrEnum):
    """The groups of charts, one shown at a time."""

    PAIN = "pain"
    RUNS = "runs"
    SIDE_BY_SIDE = "side-by-side"
    BODY = "body"
    SESSIONS = "sessions"


_OF_RATINGS = frozenset({Section.PAIN, Section.RUNS, Section.SIDE_BY_SIDE})


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
        self._pages: dict[Section, _Page] = {}
        self._build()
        self._lay_out()
        for chooser in (self._section, self._length, self._told, self._grouping):
            chooser.value_chosen.connect(self.show_section)

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
        self._records = example_records(records.today) if records.is_empty else records
        self._speech = speech
        self._example.setVisible(self._records.is_example)
        if not self._pages:
            self._choose_what_there_is()
        self.show_section()

    def go_to(self, section: Section) -> None:
        """Show another group of charts."""
        self._section.set_value(section)
        self.show_section()

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
        self.show_section()

    @Slot()
    def show_section(self) -> None:
        """Make the charts of the chosen group, as they are now."""
        section = self.section
        self._told.setVisible(section in _OF_RATINGS)
        self._grouping.setVisible(section is Section.SIDE_BY_SIDE)
        page = self._pages.get(section)
        if page is None:
            page = self._pages[section] = self._new_page(section)
            self._column.insertWidget(self._column.count() - 1, page)
        for other in self._pages.values():
            other.setVisible(other is page)
        page.show_charts(self._charts(section), self._span)
        if section is Section.PAIN:
            page.show_year(self._records, self._speech)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_into_view.emit()

    # Inside

    @property
    def _span(self) -> Span:
        records = self._records
        begin = day_at(records.first)
        return Span.until(records.today, Length(self._length.value), begin)

    def _charts(self, section: Section) -> Sequence[Chart]:
        records, speech, span = self._records, self._speech, self._span
        told, grouping = Told(self._told.value), Grouping(self._grouping.value)
        makers: dict[Section, Callable[[], Sequence[Chart]]] = {
            Section.PAIN: lambda: (pain_over_time(records, told, speech),),
            Section.RUNS: lambda: (
                weekly_distance(records, speech),
                runs_against_longest(records, speech),
                pain_by_distance(records, span, told, speech),
                cadence(records, speech),
            ),
            Section.SIDE_BY_SIDE: lambda: (side_by_side(records, span, told, grouping, speech),),
            Section.BODY: lambda: (
                body_sites(records, speech),
                left_and_right(records, span, speech),
            ),
            Section.SESSIONS: lambda: (
                sessions_a_week(records, speech),
                time_by_kind(records, speech),
                skipped_exercises(records, span, speech),
            ),
        }
        return makers[section]()

    def _choose_what_there_is(self) -> None:
        """Begin with ratings and a time of which there is something to see."""
        moments = {rating.moment.value for rating in self._records.ratings}
        of_runs = (Told.WORST_IN_RUN, Told.AFTER_RUN, Told.NEXT_MORNING)
        there = next((told for told in of_runs if told.value in moments), None)
        if there is None:
            there = Told.OTHERWISE if moments else Told.WORST_IN_RUN
        self._told.set_value(there)
        days = [rating.at.local_date for rating in self._records.ratings]
        recent = Span.until(self._records.today, Length.QUARTER, date.min)
        if days and not any(map(recent.holds, days)):
            self._length.set_value(Length.ALL)

    def _new_page(self, section: Section) -> "_Page":
        page = _Page(self._theme, with_year=section is Section.PAIN)
        page.day_wished.connect(self.day_wished)
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
        self._section = Segmented(theme, tr("Which charts"), sections, Section.PAIN)
        self._told = Segmented(theme, tr("Which ratings"), told, Told.WORST_IN_RUN)
        self._length = Segmented(theme, tr("How much time"), lengths, Length.QUARTER)
        self._grouping = Segmented(theme, tr("Rows"), groupings, Grouping.ROUTINE)
        self._example = PlainLabel(
            theme,
            tr("An example, not yours: your own charts come with your first session or run."),
            BODY.strong(),
            "attention_ink",
            wraps=True,
        )

    def _lay_out(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, SPACE_12)
        for chooser in (self._section, self._length, self._told, self._grouping):
            flow.addWidget(chooser)
        page = ScrollPage(bare=True)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(SPACE_16, 0, SPACE_32, SPACE_32)
        self._column.setSpacing(SPACE_16)
        self._column.addWidget(bar)
        self._column.addWidget(self._example)
        self._column.addStretch(1)
        page.content.addWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)


class _Page(QWidget):
    """The charts of one group below each other."""

    day_wished = Signal(date)
    file_wished = Signal(object)

    def __init__(self, theme: Theme, *, with_year: bool) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[ChartCard] = []
        self._year = YearCard(theme) if with_year else None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE_4, 0, 0)
        self._column.setSpacing(SPACE_32)
        if self._year is not None:
            self._take(self._year, 0)

    @property
    def cards(self) -> Sequence[ChartFrame]:
        return self._cards if self._year is None else (*self._cards, self._year)

    def show_charts(self, charts: Sequence[Chart], span: Span) -> None:
        """Show as many charts as there are, those of time in a stretch of it."""
        while len(self._cards) < len(charts):
            card = ChartCard(self._theme)
            self._take(card, len(self._cards))
            self._cards.append(card)
        for card, chart in zip(self._cards, charts, strict=True):
            card.show_chart(chart, span.places if isinstance(chart.axis, TimeAxis) else None)

    def show_year(self, records: Records, speech: Speech) -> None:
        """Show the year below them, where there is one."""
        if self._year is not None:
            self._year.show_days(year_days(records, speech), records.today)

    def _take(self, card: ChartFrame, at: int) -> None:
        self._column.insertWidget(at, card)
        card.day_chosen.connect(self.day_wished)
        card.file_wished.connect(self.file_wished)
