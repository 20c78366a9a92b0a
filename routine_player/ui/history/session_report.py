"""One session whole: facts, pain, effort, note, and each step as it went."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from routine_player.core.entry import PainMoment
from routine_player.core.language import tr
from routine_player.core.step_ledger import StepProgress, past_progress
from routine_player.core.wording import clock_time
from routine_player.store.history_values import PainRating, PastSession, PastStep
from routine_player.ui.history.step_row import StepRow
from routine_player.ui.history.tie_rows import TieRows
from routine_player.ui.history.values import Tie
from routine_player.ui.history.words import (
    effort_words,
    outcome_words,
    rating_line,
    steps_words,
    trial_words,
    when_words,
)
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    READING,
    SECTION,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.card import Hairline
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_dot import PainDot
from routine_player.ui.widgets.session_bar import COMPACT, SessionBar
from routine_player.ui.widgets.stat_row import StatRow


class SessionReport(QWidget):
    """What is read of one session. It is built anew for each.

    `run_wished` opens the run that it goes with, `untie_wished` and `tie_wished` say of a run that
    it does not, or does.
    """

    run_wished = Signal(object)
    untie_wished = Signal(object)
    tie_wished = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: PastSession,
        today: date,
        ties: Sequence[Tie] = (),
        others: Sequence[Tie] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(session.summary.routine_name)
        self._add_head(today)
        self._add_ratings()
        self._add_ties(ties, others)
        self._add_note()
        self._add_steps()
        self._column.addStretch(1)

    def _add_head(self, today: date) -> None:
        theme, summary = self._theme, self._session.summary
        add = self._column.addWidget
        add(PlainLabel(theme, summary.routine_name, SECTION, wraps=True))
        add(PlainLabel(theme, when_words(summary, today), BODY, "ink2", wraps=True))
        if not summary.is_real:
            self._column.addSpacing(SPACE_12)
            add(Banner(theme, trial_words(summary.speed), BannerKind.NOTE))
        facts = [
            (clock_time(summary.active_s), tr("active")),
            (steps_words(summary.steps_done, summary.steps_planned), tr("done")),
            (outcome_words(summary.outcome), tr("how it ended")),
        ]
        if summary.effort is not None:
            facts.append((effort_words(summary.effort), tr("effort")))
        self._column.addSpacing(SPACE_16)
        row = StatRow(theme)
        row.show_stats(facts)
        add(row)
        self._column.addSpacing(SPACE_8)
        bar = SessionBar(theme, COMPACT)
        bar.show_steps([_segment(step) for step in self._session.steps])
        bar.setAccessibleName(steps_words(summary.steps_done, summary.steps_planned))
        add(bar)

    def _add_ratings(self) -> None:
        ratings = self._session.ratings
        if not ratings:
            return
        self._column.addSpacing(SPACE_16)
        self._column.addWidget(self._caption(tr("Pain")))
        self._column.addSpacing(SPACE_4)
        for rating in ratings:
            self._column.addLayout(self._rating_row(rating))
            self._column.addSpacing(SPACE_4)

    def _rating_row(self, rating: PainRating) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(PainDot(self._theme, rating.score))
        words = rating_line(rating, self._session)
        row.addWidget(PlainLabel(self._theme, words, BODY, wraps=True), 1)
        return row

    def _add_ties(self, ties: Sequence[Tie], others: Sequence[Tie]) -> None:
        if not (ties or others):
            return
        away, to_it = tr("Not with this run"), tr("Goes with this run")
        rows = TieRows(self._theme, ties, others, away=away, to_it=to_it)
        rows.opened.connect(self.run_wished)
        rows.untied.connect(self.untie_wished)
        rows.tied.connect(self.tie_wished)
        self._column.addWidget(rows)

    def _add_note(self) -> None:
        note = self._session.summary.note
        if note:
            self._column.addSpacing(SPACE_16)
            self._column.addWidget(self._caption(tr("Note")))
            self._column.addWidget(PlainLabel(self._theme, note, READING, wraps=True))

    def _add_steps(self) -> None:
        self._column.addSpacing(SPACE_16)
        self._column.addWidget(self._caption(tr("Steps")))
        self._column.addSpacing(SPACE_4)
        for number, step in enumerate(self._session.steps):
            if number:
                self._column.addWidget(Hairline(self._theme))
            self._column.addWidget(StepRow(self._theme, step, self._hurt_in(step)))

    def _hurt_in(self, step: PastStep) -> tuple[PainRating, ...]:
        return tuple(
            rating
            for rating in self._session.ratings
            if rating.moment is PainMoment.DURING and rating.step_index == step.index
        )

    def _caption(self, words: str) -> PlainLabel:
        return PlainLabel(self._theme, words, CAPTION.strong(), "ink3")


def _segment(step: PastStep) -> StepProgress:
    """A segment as long as the step was meant to take, apart from rests."""
    return past_progress(step.outcome, step.planned.work_s)
