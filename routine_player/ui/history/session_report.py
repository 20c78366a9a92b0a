"""One session whole: facts, pain, effort, note, and each step as it went."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from routine_player.core.entry import PainMoment
from routine_player.core.language import tr
from routine_player.core.step_ledger import StepProgress, past_progress
from routine_player.core.wording import clock_time
from routine_player.store.history_values import PainRating, PastSession, PastStep
from routine_player.ui.history.report_column import ReportColumn
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
    SECTION,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.card import Hairline
from routine_player.ui.widgets.label import PlainLabel
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
        self._column = ReportColumn(theme, self)
        self.setAccessibleName(session.summary.routine_name)
        self._add_head(today)
        self._column.add_pain(
            (rating.score, rating_line(rating, session)) for rating in session.ratings
        )
        self._add_ties(ties, others)
        self._column.add_note(session.summary.note)
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

    def _add_ties(self, ties: Sequence[Tie], others: Sequence[Tie]) -> None:
        if not (ties or others):
            return
        away, to_it = tr("Not with this run"), tr("Goes with this run")
        rows = TieRows(self._theme, ties, others, away=away, to_it=to_it)
        rows.opened.connect(self.run_wished)
        rows.untied.connect(self.untie_wished)
        rows.tied.connect(self.tie_wished)
        self._column.addWidget(rows)

    def _add_steps(self) -> None:
        self._column.add_caption(tr("Steps"))
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


def _segment(step: PastStep) -> StepProgress:
    """A segment as long as the step was meant to take, apart from rests."""
    return past_progress(step.outcome, step.planned.work_s)
