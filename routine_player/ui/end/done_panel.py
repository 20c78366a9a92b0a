"""What was done: how it ended, the figure, counts, the session bar, and each step."""

from enum import Enum, auto

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from routine_player.core.step_ledger import StepProgress, past_progress
from routine_player.ui.end.step_list import StepList
from routine_player.ui.end.values import EndStep, EndValues
from routine_player.ui.end.words import counts, counts_sentence, title_words
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    DISPLAY,
    PAGE,
    READING,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    Lettering,
)
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.session_bar import COMPACT, NORMAL, SessionBar
from routine_player.ui.widgets.stage import Stage, StageImage
from routine_player.ui.widgets.stat_row import StatRow

_NO_LIMIT = 16_777_215  # Qt's own greatest
_LEAST_FIGURE_OF_HEIGHT = 0.22
_SMALL_FIGURE = QSize(136, 84)
_LEAD = Lettering(20)


class PanelShape(Enum):
    """How much of the window the panel has."""

    ROOMY = auto()  # a column of its own in a large window
    TIGHT = auto()  # a column of its own in a smaller one
    HEAD = auto()  # the head of the page, across its width


class DonePanel(QWidget):
    """Shows what was done, in the shape that `set_shape` gives it."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._shape: PanelShape | None = None
        self._title = PlainLabel(theme, "", DISPLAY, wraps=True)
        self._routine = PlainLabel(theme, "", _LEAD, "ink2", wraps=True)
        self._stage = Stage(theme, framed=False)
        self._counts = StatRow(theme, PAGE, "ink2")
        self._line = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._bar = SessionBar(theme)
        self._list = StepList(theme)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_shape(PanelShape.ROOMY)

    @property
    def steps(self) -> StepList:
        return self._list

    @property
    def title(self) -> str:
        return self._title.text()

    def show_done(self, values: EndValues) -> None:
        """Show what was done in a session."""
        facts = counts(values)
        self._title.setText(title_words(values))
        self._routine.setText(values.routine_name)
        self._counts.show_stats(facts)
        self._counts.setAccessibleName(counts_sentence(facts))
        self._line.setText(counts_sentence(facts))
        self._bar.show_steps([_segment(step) for step in values.steps])
        self._bar.setAccessibleName(counts_sentence(facts))
        self._list.show_steps(values.steps)
        image = StageImage()
        if values.picture is not None:
            image = self._pictures.stage_image(values.picture)
        self._stage.show_image(image)
        self._fit()

    def set_shape(self, shape: PanelShape) -> None:
        """Lay it out for that much room."""
        if shape is self._shape:
            return
        self._shape = shape
        head, roomy = shape is PanelShape.HEAD, shape is PanelShape.ROOMY
        self._title.set_lettering(DISPLAY if roomy else PAGE)
        self._routine.set_lettering(_LEAD if roomy else READING)
        self._bar.set_thickness(NORMAL if roomy else COMPACT)
        self._place(head=head)
        self._counts.setVisible(not head)  # in its place by now: without, it would be a window
        self._line.setVisible(head)
        self._grid.setVerticalSpacing(SPACE_4 if head else SPACE_8 if not roomy else SPACE_12)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _place(self, *, head: bool) -> None:
        grid = self._grid
        parts = (self._title, self._routine, self._stage, self._counts, self._line, self._bar)
        for part in (*parts, self._list):
            grid.removeWidget(part)
        grid.addWidget(self._title, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._routine, 1, 0, Qt.AlignmentFlag.AlignTop)
        if head:
            self._stage.setFixedSize(_SMALL_FIGURE)
            grid.addWidget(self._line, 2, 0)
            grid.addWidget(self._stage, 0, 1, 3, 1)
            grid.addWidget(self._bar, 3, 0, 1, 2)
        else:
            self._stage.setMinimumSize(0, 0)
            self._stage.setMaximumSize(_NO_LIMIT, _NO_LIMIT)
            grid.addWidget(self._stage, 2, 0, 1, 2)
            grid.addWidget(self._counts, 3, 0, 1, 2)
            grid.addWidget(self._bar, 4, 0, 1, 2)
            grid.addWidget(self._list, 5, 0, 1, 2)
        grid.setRowStretch(2, 0 if head else 1)

    def _fit(self) -> None:
        """Let the steps have what the figure can spare."""
        if self._shape is PanelShape.HEAD:
            self._list.hide()
            return
        parts = (self._title, self._routine, self._counts)
        fixed = (
            sum(max(part.heightForWidth(self.width()), 0) for part in parts) + self._bar.height()
        )
        gaps = 5 * self._grid.verticalSpacing()
        room = self.height() - fixed - gaps - round(self.height() * _LEAST_FIGURE_OF_HEIGHT)
        self._list.fit(max(0, room))


def _segment(step: EndStep) -> StepProgress:
    return past_progress(step.outcome, step.planned_s)
