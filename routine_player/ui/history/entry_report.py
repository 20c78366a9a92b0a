"""A run or a rating whole: figures, pain, what goes with it, and where it comes from."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.diary_words import run_title, said
from routine_player.core.language import tr
from routine_player.ui.history.entry_words import (
    circumstances,
    rating_words,
    run_facts,
    when_line,
)
from routine_player.ui.history.report_column import ReportColumn
from routine_player.ui.history.tie_rows import TieRows
from routine_player.ui.history.values import EntryDetail, Tie
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    SECTION,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.stat_row import StatRow


class EntryReport(QWidget):
    """What is read of one entry. It is built anew for each.

    `session_wished` opens what goes with it, a session or a run. `untie_wished` and `tie_wished`
    say of a session that it does not go with the run, or does. `part_wished` carries the edit that
    joined another run with it.
    """

    session_wished = Signal(object)
    untie_wished = Signal(object)
    tie_wished = Signal(object)
    part_wished = Signal(object)

    def __init__(
        self, theme: Theme, detail: EntryDetail, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail = detail
        self._column = ReportColumn(theme, self)
        self._add_head(today)
        if detail.load:
            self._column.addSpacing(SPACE_12)
            self._column.addWidget(Banner(theme, detail.load, BannerKind.NOTE))
        self._column.add_pain(
            (rating.score, rating_words(rating, detail.run)) for rating in detail.ratings
        )
        self._add_ties()
        self._column.add_note(detail.ratings[0].note if detail.run is None else detail.run.note)
        self._add_source()
        self._column.addStretch(1)

    def _add_head(self, today: date) -> None:
        theme, detail = self._theme, self._detail
        run = detail.run
        title = said(detail.ratings[0].moment) if run is None else run_title(run)
        self.setAccessibleName(title)
        self._column.addWidget(PlainLabel(theme, title, SECTION, wraps=True))
        when = when_line(detail, today)
        self._column.addWidget(PlainLabel(theme, when, BODY, "ink2", wraps=True))
        if run is None:
            self._add_run_spoken_of()
            return
        words = circumstances(detail)
        if words:
            self._column.addWidget(PlainLabel(theme, words, BODY, "ink2", wraps=True))
        facts = run_facts(run, in_miles=detail.in_miles)
        if facts:
            self._column.addSpacing(SPACE_16)
            row = StatRow(theme)
            row.show_stats(facts)
            self._column.addWidget(row)

    def _add_run_spoken_of(self) -> None:
        of_run = self._detail.of_run
        if of_run is None:
            return
        link = Link(self._theme, tr("After {run}", run=of_run.words), BODY, "ink")
        link.clicked.connect(lambda: self.session_wished.emit(of_run.subject))
        self._column.addSpacing(SPACE_8)
        self._column.addWidget(link)

    def _add_ties(self) -> None:
        detail = self._detail
        if detail.run is None or not (detail.ties or detail.others):
            return
        rows = TieRows(
            self._theme,
            detail.ties,
            detail.others,
            away=tr("Not with this run"),
            to_it=tr("Goes with this run"),
        )
        rows.opened.connect(self.session_wished)
        rows.untied.connect(self.untie_wished)
        rows.tied.connect(self.tie_wished)
        self._column.addWidget(rows)

    def _add_source(self) -> None:
        if self._detail.sources:
            self._column.addSpacing(SPACE_16)
            words = tr("From {sources}", sources=self._detail.sources)
            self._column.addWidget(PlainLabel(self._theme, words, CAPTION, "ink3", wraps=True))
        for part in self._detail.parts:
            self._add_part(part)

    def _add_part(self, part: Tie) -> None:
        words = tr("Joined with {run}", run=part.words)
        apart = Button(self._theme, tr("Part them"), kind=Kind.QUIET, size=Size.ROW)
        apart.setToolTip(tr("It was another run: make two of them again"))
        apart.setAccessibleDescription(words)
        apart.clicked.connect(lambda: self.part_wished.emit(part.subject))
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        line.addWidget(PlainLabel(self._theme, words, CAPTION, "ink3", wraps=True), 1)
        line.addWidget(apart)
        self._column.addLayout(line)
