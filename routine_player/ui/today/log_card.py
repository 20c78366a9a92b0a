"""The reminder to log a run that was probably just done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.today.questions import LogPrompt
from routine_player.ui.tokens import BODY, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.card import Card
from routine_player.ui.widgets.label import PlainLabel


class LogCard(Card):
    """Emits `log_wished` with the run that a file told of, or None; `left` where it is unwanted."""

    log_wished = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=SPACE_16)
        title = tr("Log your run while you remember it")
        self._prompt: LogPrompt | None = None
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
        self._log.clicked.connect(self.wish_log)
        self._leave.clicked.connect(self.left)
        self.setAccessibleName(title)

    def show_prompt(self, prompt: LogPrompt) -> None:
        """Ask, with what speaks for a run."""
        self._prompt = prompt
        self._leave.set_label(tr("Not now") if prompt.is_known else tr("Not a run"))
        self._words.setText(
            tr("{words} How did your back do? Takes 20 seconds.", words=prompt.words)
        )

    def set_compact(self, *, compact: bool) -> None:
        """Leave the second line out where there is little room."""
        self._words.setHidden(compact)

    @Slot()
    def wish_log(self) -> None:
        """Say how that run was."""
        prompt = self._prompt
        is_known = prompt is not None and prompt.is_known
        self.log_wished.emit(prompt.subject if is_known and prompt is not None else None)
