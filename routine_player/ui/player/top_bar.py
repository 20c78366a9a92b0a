"""The top of the player: which routine, which step, how far, how long."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.session import StepProgress
from routine_player.ui.player.fit import Fit
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, READING, SECTION, SPACE_8, SPACE_16, SPACE_24, TITLE
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.session_bar import COMPACT, NORMAL, SessionBar

_LINE, _COMPACT_LINE = 40, 20
_BAR_BELOW, _COMPACT_BAR_BELOW = 13, 4


class TopBar(QWidget):
    """The routine's name, the step, and the bar of the session with what is left of it.

    The right end of the first line is left free for the tools, `tools_width` pixels of it.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._fit = Fit()
        self._tools_width = 0
        self._routine = PlainLabel(theme, "", TITLE, parent=self, elides=True)
        self._step = PlainLabel(theme, "", READING, "ink2", self, elides=True)
        self._left = PlainLabel(theme, "", SECTION, parent=self)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = SessionBar(theme, parent=self)

    @property
    def bar(self) -> SessionBar:
        return self._bar

    @property
    def left_words(self) -> str:
        return self._left.text()

    def fit(self, fit: Fit, tools_width: int) -> int:
        """Take the window's size into account; give the height that is needed."""
        self._fit, self._tools_width = fit, tools_width
        small = fit.is_compact
        self._routine.set_lettering(BODY.strong() if small else fit.scaled(TITLE))
        self._step.set_lettering(BODY if small else fit.scaled(READING))
        self._left.set_lettering(BODY.strong() if small else fit.scaled(SECTION))
        self._bar.set_thickness(COMPACT if small else NORMAL)
        self._place()
        bar_end = self._bar_top() + self._bar.height()
        return max(bar_end, self._left.geometry().bottom() + 1)

    def show_step(self, routine: str, step_words: str) -> None:
        """Name the routine and the step."""
        self._routine.setText(routine)
        self._step.setText(step_words)
        self._place()

    def show_progress(self, steps: tuple[StepProgress, ...], left_words: str) -> None:
        """Show how far the session is; only what changed is drawn."""
        self._bar.show_steps(steps)
        if left_words != self._left.text():
            is_longer = len(left_words) != len(self._left.text())
            self._left.setText(left_words)
            if is_longer:
                self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _bar_top(self) -> int:
        if self._fit.is_compact:
            return _COMPACT_LINE + _COMPACT_BAR_BELOW
        return _LINE + _BAR_BELOW

    def _place(self) -> None:
        left_width = self._left.sizeHint().width()
        line = _COMPACT_LINE if self._fit.is_compact else _LINE
        bar_top, bar_height = self._bar_top(), self._bar.height()
        taken = left_width if self._fit.is_compact else self._tools_width
        room = max(0, self.width() - taken - SPACE_24)
        step_width = min(self._step.sizeHint().width(), room)
        name_width = min(self._routine.sizeHint().width(), max(0, room - step_width - SPACE_16))
        self._routine.setGeometry(0, 0, name_width, line)
        gap = SPACE_8 if self._fit.is_compact else SPACE_16
        self._step.setGeometry(name_width + gap, 0, step_width, line)
        if self._fit.is_compact:
            self._left.setGeometry(self.width() - left_width, 0, left_width, line)
            self._bar.setGeometry(0, bar_top, self.width(), bar_height)
        else:
            middle = bar_top + bar_height // 2
            height = self._left.sizeHint().height()
            top = middle - height // 2
            self._left.setGeometry(self.width() - left_width, top, left_width, height)
            bar_width = self.width() - left_width - SPACE_24
            self._bar.setGeometry(0, bar_top, bar_width, bar_height)
