"""The reminder to log a run that was probably just done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.today.questions import LogPrompt
from routine_player.ui.tokens import BODY, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.card import Card
from routine_player.ui.widgets.label import PlainLabel


class LogCard(Card):
    """Emits `log_wished`, or `left` where there was no run."""

    log_wished = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=SPACE_16)
        title = tr("Log your run while you remember it")
        self._words = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._leave = Button(theme, tr("Not a run"), kind=Kind.QUIET)
        self._log = Button(theme, tr("Log this run"), icon="note-pencil", key="L")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, title, TITLE, wraps=True))
        words.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addLayout(words, 1)
        row.addWidget(self._leave)
        row.addWidget(self._log)
        self.content.addLayout(row)
        self._log.clicked.connect(self.log_wished)
        self._leave.clicked.connect(self.left)
        self.setAccessibleName(title)

    def show_prompt(self, prompt: LogPrompt) -> None:
        """Ask, with what speaks for a run."""
        self._words.setText(
            tr("{words} How did your back do? Takes 20 seconds.", words=prompt.words)
        )
