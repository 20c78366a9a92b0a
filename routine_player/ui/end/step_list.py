"""What became of each step, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.events import Outcome
from routine_player.core.language import tr
from routine_player.ui.end.values import EndStep
from routine_player.ui.end.words import ending_words, step_sentence
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_12, SPACE_16, Lettering
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.label import Tone, plain_tooltip
from routine_player.ui.widgets.painting import middle_square, paint_line, smooth

ROW, TIGHT_ROW = 34, 28
LEAST_ROWS = 3
_ICON = 20
_LEAST_ENDING = 0.4  # of the line
_MEDIUM = Lettering(BODY.size_px, 500)
_MARKS: dict[Outcome | None, tuple[str, Tone]] = {
    Outcome.DONE: ("check-circle-fill", "accent"),
    Outcome.SKIPPED: ("skip-forward", "ink3"),
    Outcome.STOPPED: ("stop", "ink3"),
    Outcome.HURT: ("hand-palm", "attention_ink"),
    None: ("circle", "ink3"),
}


class StepLine(QWidget):
    """Mark, name, and what was asked for, or why it was not done. Spoken as a sentence."""

    def __init__(self, theme: Theme, step: EndStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._ending = ending_words(step)
        self._ending_width = self._width_of(self._ending, BODY)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(step_sentence(step))
        self.set_height(ROW)

    @property
    def step(self) -> EndStep:
        return self._step

    def set_height(self, height: int) -> None:
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        name, ending = self._areas()
        cut = (
            self._width_of(self._step.name, _MEDIUM) > name.width()
            or self._ending_width > ending.width()
        )
        whole = f"{self._step.name}\n{self._ending}"
        self.setToolTip(plain_tooltip(whole) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        icon, tone = _MARKS[self._step.outcome]
        is_done = self._step.outcome is Outcome.DONE
        hurt = self._step.outcome is Outcome.HURT
        name, ending = self._areas()
        with smooth(self) as painter:
            square = middle_square(QRectF(0, 0, _ICON, self.height()), _ICON)
            self._theme.icons.paint(painter, icon, getattr(colours, tone), square)
            written = (
                (name, self._step.name, _MEDIUM, colours.ink if is_done else colours.ink2),
                (ending, self._ending, BODY, colours.attention_ink if hurt else colours.ink3),
            )
            for area, text, lettering, colour in written:
                paint_line(painter, area, text, self._theme.font(lettering), colour)

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Where the name and what follows it stand; the name gives way last."""
        left = _ICON + SPACE_12
        room = max(0.0, self.width() - left - SPACE_16)
        name_width = self._width_of(self._step.name, _MEDIUM)
        ending_width = min(self._ending_width, max(room * _LEAST_ENDING, room - name_width))
        start = self.width() - ending_width
        return (
            QRectF(left, 0, room - ending_width, self.height()),
            QRectF(start, 0, ending_width, self.height()),
        )

    def _width_of(self, text: str, lettering: Lettering) -> float:
        return QFontMetricsF(self._theme.font(lettering)).horizontalAdvance(text) + 1


class StepList(QScrollArea):
    """The lines below each other; where they do not fit, they scroll and Tab stops at them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._focus = KeyboardFocus(theme, self)
        self._lines: list[StepLine] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What was done"))
        self.show_steps(())

    @property
    def lines(self) -> tuple[StepLine, ...]:
        return tuple(self._lines)

    def show_steps(self, steps: Sequence[EndStep]) -> None:
        """Show other steps."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines = [StepLine(self._theme, step) for step in steps]
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        self.setWidget(body)

    def fit(self, room: int) -> int:
        """Take at most `room` pixels, with tighter lines before it scrolls; give what it takes.

        Where there is no room for three lines it takes none, and is not seen.
        """
        count = len(self._lines)
        height = ROW if count * ROW <= room else TIGHT_ROW
        for line in self._lines:
            line.set_height(height)
        taken = min(count * height, room - room % height)
        shown = count > 0 and taken >= min(count, LEAST_ROWS) * height
        self.setVisible(shown)
        if not shown:
            return 0
        self.setFixedHeight(taken)
        scrolls = taken < count * height
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        return taken
