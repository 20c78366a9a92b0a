"""The foot of the page: whether all is saved, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_8
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.icon_label import IconLabel


class Foot(QWidget):
    """Undo and Close, beside what became of the log."""

    undo_wished = Signal()
    close_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = IconLabel(theme, "check", "", BODY, wraps=True)
        self.undo = Button(theme, tr("Undo"), kind=Kind.QUIET, icon="arrow-counter-clockwise")
        self.undo.setToolTip(tr("Remove this session from the log (U)"))
        self.close_button = Button(theme, tr("Close"), key=tr("Esc"))
        self.undo.clicked.connect(self.undo_wished)
        self.close_button.clicked.connect(self.close_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._saved, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)

    @property
    def said(self) -> str:
        return self._saved.text()

    def say(self, unsaved_reason: str) -> None:
        """Say that all is saved, or why not."""
        self._saved.setText(unsaved_reason or tr("Everything is saved."))
        self._saved.set_icon("warning-circle" if unsaved_reason else "check")
        self._saved.set_tone("attention_ink" if unsaved_reason else "ink2")

    def offer(self, *, can_undo: bool, close_first: bool) -> None:
        """Show what can be done; Close stands out where there is nothing else to do."""
        self.undo.setVisible(can_undo)
        self.close_button.set_kind(Kind.PRIMARY if close_first else Kind.SECONDARY)
