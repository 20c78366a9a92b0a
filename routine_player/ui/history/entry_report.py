"""A run or a rating whole: figures, pain, what goes with it, and where it comes from."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.diary_words import run_title, said
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.ui.history.entry_words import (
    circumstances,
    rating_words,
    run_facts,
    when_line,
)
from routine_player.ui.history.tie_rows import TieRows
from routine_player.ui.history.values import EntryDetail
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    READING,
    SECTION,
    SPACE_4,
    SPACE_12,
    SPACE_16,
)
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_dot import PainDot
from routine_player.ui.widgets.stat_row import StatRow


class EntryReport(QWidget):
    """What is read of one entry. It is built anew for each.

    `session_wished` opens a session that goes with the run, `untie_wished` and `tie_wished` say of
    one that it does not, or does.
    """

    session_wished = Signal(object)
    untie_wished = Signal(object)
    tie_wished = Signal(object)

    def __init__(
        self, theme: Theme, detail: EntryDetail, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail = detail
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_head(today)
        if detail.load:
            self._column.addSpacing(SPACE_12)
            self._column.addWidget(Banner(theme, detail.load, BannerKind.NOTE))
        self._add_ratings()
        self._add_ties()
        self._add_note()
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

    def _add_ratings(self) -> None:
        if self._detail.ratings:
            self._caption(tr("Pain"))
        for rating in self._detail.ratings:
            self._column.addLayout(self._rating_row(rating))
            self._column.addSpacing(SPACE_4)

    def _rating_row(self, rating: Rating) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PainDot(self._theme, rating.score))
        words = rating_words(rating, self._detail.run)
        row.addWidget(PlainLabel(self._theme, words, BODY, wraps=True), 1)
        return row

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

    def _add_note(self) -> None:
        detail = self._detail
        note = detail.ratings[0].note if detail.run is None else detail.run.note
        if note:
            self._caption(tr("Note"))
            self._column.addWidget(PlainLabel(self._theme, note, READING, wraps=True))

    def _add_source(self) -> None:
        if self._detail.sources:
            self._column.addSpacing(SPACE_16)
            words = tr("From {sources}", sources=self._detail.sources)
            self._column.addWidget(PlainLabel(self._theme, words, CAPTION, "ink3", wraps=True))

    def _caption(self, words: str) -> None:
        self._column.addSpacing(SPACE_16)
        self._column.addWidget(PlainLabel(self._theme, words, CAPTION.strong(), "ink3"))
        self._column.addSpacing(SPACE_4)
