"""How hard was it? Four answers, of which one may be chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from routine_player.core.entry import Effort
from routine_player.core.language import tr
from routine_player.ui.end.words import effort_words
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8
from routine_player.ui.widgets.chip import ChipSize, ChoiceChip, ChoiceLook
from routine_player.ui.widgets.label import plain_tooltip
from routine_player.ui.widgets.roving import Roving

# D, as H meant "it hurts" a moment ago: pressed too late, it must not say that it was hard.
_KEYS = {
    Qt.Key.Key_E: Effort.EASY,
    Qt.Key.Key_F: Effort.FINE,
    Qt.Key.Key_D: Effort.HARD,
    Qt.Key.Key_T: Effort.TOO_MUCH,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Answer(ChoiceChip):
    """One answer. Enter is left to the page, where it takes what comes next."""

    def __init__(self, theme: Theme, effort: Effort, key: str, parent: QWidget) -> None:
        super().__init__(theme, effort_words(effort), ChoiceLook.ANSWER, ChipSize.ANSWER, parent)
        self.effort = effort
        self.setToolTip(plain_tooltip(tr("{action} ({key})", action=self._label, key=key)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class EffortRow(QWidget):
    """Emits `effort_chosen`: an Effort, or None where the chosen answer was taken back.

    Tab stops once; arrows move. A page that takes keys itself hands them to `take_key`.
    """

    effort_chosen = Signal(object)

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._effort: Effort | None = None
        self._answers = [
            _Answer(theme, effort, chr(key.value), self) for key, effort in _KEYS.items()
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        for answer in self._answers:
            answer.setAccessibleDescription(question)
            answer.clicked.connect(self._take_click)
            row.addWidget(answer)
        row.addStretch(1)
        self._roving = Roving(self._answers)
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def effort(self) -> Effort | None:
        """What was answered; None for not answered."""
        return self._effort

    @property
    def answers(self) -> tuple[QWidget, ...]:
        """Its buttons, in order."""
        return tuple(self._answers)

    def set_effort(self, effort: Effort | None) -> None:
        """Show an answer, or none, without telling anybody."""
        self._effort = effort
        for number, answer in enumerate(self._answers):
            answer.setChecked(answer.effort is effort)
            if answer.effort is effort:
                self._roving.stop_at(number)

    def take_key(self, key: int) -> bool:
        """Answer if the key stands for an effort; tell whether it did."""
        effort = _KEYS.get(Qt.Key(key))
        if effort is None:
            return False
        self._choose(effort)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._roving.moved_to(event.key())
        if at is None:
            super().keyPressEvent(event)
        else:
            self._roving.focus(at)

    def _take_click(self) -> None:
        answer = self.sender()
        if isinstance(answer, _Answer):
            self._choose(answer.effort)

    def _choose(self, effort: Effort) -> None:
        """Take an answer; the one that is chosen already is taken back."""
        self.set_effort(None if effort is self._effort else effort)
        self.effort_chosen.emit(self._effort)
