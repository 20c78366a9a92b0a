"""What was done: how it ended, the figure, counts, the session bar, and each step."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from routine_player.core.events import Outcome
from routine_player.core.step_ledger import StepProgress, StepStatus
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
    SPACE_16,
    SPACE_24,
    SPACE_32,
    Lettering,
)
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import smooth
from routine_player.ui.widgets.session_bar import COMPACT, NORMAL, SessionBar
from routine_player.ui.widgets.stage import Stage, StageImage

NO_LIMIT = 16_777_215
"""The size with which Qt says that a widget may be as large as it likes."""

_LEAST_FIGURE_OF_HEIGHT = 0.22
_SMALL_FIGURE = QSize(136, 84)
_LEAD = Lettering(20)
_LEAST_SEGMENT_S = 1.0
_STATUS = {
    Outcome.DONE: StepStatus.DONE,
    Outcome.SKIPPED: StepStatus.SKIPPED,
    Outcome.STOPPED: StepStatus.SKIPPED,
    Outcome.HURT: StepStatus.HURT,
    None: StepStatus.COMING,
}


class PanelShape(Enum):
    """How much of the window the panel has."""

    ROOMY = auto()  # a column of its own in a large window
    TIGHT = auto()  # a column of its own in a smaller one
    HEAD = auto()  # the head of the page, across its width


class Counts(QWidget):
    """Figures with a word under each, side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = FlowLayout(self, SPACE_32)

    def set_gap(self, gap: int) -> None:
        """Let them stand that many pixels apart."""
        self._row.setSpacing(gap)

    def show_counts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other figures."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for figure, word in facts:
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(PlainLabel(self._theme, figure, PAGE))
            column.addWidget(PlainLabel(self._theme, word, BODY, "ink2"))
            self._row.addWidget(pair)
        self.setAccessibleName(counts_sentence(facts))


class DonePanel(QWidget):
    """Shows what was done, in the shape that `set_shape` gives it."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._shape = PanelShape.ROOMY
        self._title = PlainLabel(theme, "", DISPLAY, wraps=True)
        self._routine = PlainLabel(theme, "", _LEAD, "ink2", wraps=True)
        self._stage = Stage(theme, framed=False)
        self._counts = Counts(theme)
        self._line = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._bar = SessionBar(theme)
        self._list = StepList(theme)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
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
        self._counts.show_counts(facts)
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
        """Lay it out anew."""
        self._shape = shape
        head, roomy = shape is PanelShape.HEAD, shape is PanelShape.ROOMY
        self._title.set_lettering(DISPLAY if roomy else PAGE)
        self._routine.set_lettering(_LEAD if roomy else READING)
        self._bar.set_thickness(NORMAL if roomy else COMPACT)
        self._counts.setVisible(not head)
        self._counts.set_gap(SPACE_32 if roomy else SPACE_16)
        self._line.setVisible(head)
        self._place(head=head)
        top, side = (SPACE_32 + SPACE_16, SPACE_32 + SPACE_16) if roomy else (SPACE_24, SPACE_24)
        if head:
            self._grid.setContentsMargins(0, 0, 0, 0)
        else:
            self._grid.setContentsMargins(side, top, side, top)
        self._grid.setVerticalSpacing(SPACE_4 if head else SPACE_8 if not roomy else SPACE_12)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shape is not PanelShape.HEAD:
            with smooth(self) as painter:
                painter.fillRect(QRectF(self.rect()), self._theme.colours.stage)

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
            self._stage.setMaximumSize(NO_LIMIT, NO_LIMIT)
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
        margins = self._grid.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        parts = (self._title, self._routine, self._counts)
        fixed = sum(max(part.heightForWidth(width), 0) for part in parts) + self._bar.height()
        gaps = 5 * self._grid.verticalSpacing() + margins.top() + margins.bottom()
        room = self.height() - fixed - gaps - round(self.height() * _LEAST_FIGURE_OF_HEIGHT)
        self._list.fit(max(0, room))


def _segment(step: EndStep) -> StepProgress:
    status = _STATUS[step.outcome]
    done = float(status is StepStatus.DONE)
    return StepProgress(status, done, max(step.planned_s, _LEAST_SEGMENT_S))
