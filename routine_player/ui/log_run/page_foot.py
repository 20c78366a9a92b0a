"""The foot of Log a run: save, a note, and what is remembered from last time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.log_run.typed_field import TypedField
from routine_player.ui.log_run.values import Draft
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_12
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel


class PageFoot(QWidget):
    """Emits `save_wished`, `cancel_wished`, and `change_wished` for what is remembered."""

    save_wished = Signal()
    cancel_wished = Signal()
    change_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = Button(
            theme,
            tr("Save"),
            kind=Kind.PRIMARY,
            size=Size.LARGE,
            icon="check",
            key=tr("Ctrl Enter"),
        )
        self._cancel = Button(theme, "", kind=Kind.QUIET, size=Size.LARGE, key=tr("Esc"))
        self._note = TypedField(theme, tr("Note"), hint=tr("Note"), bare=True)
        self._summary = PlainLabel(theme, "", BODY, elides=True)
        self._memory = PlainLabel(theme, "", CAPTION, "ink3")
        self._trouble = PlainLabel(theme, "", BODY, "error", wraps=True)
        self._trouble.hide()
        self._change = Button(theme, tr("Change"), kind=Kind.QUIET, trailing_icon="caret-down")
        self._change.setToolTip(tr("Day and time, surface, shoes, sleep, sitting, medication"))
        self._lay_out()
        self._save.clicked.connect(self.save_wished)
        self._cancel.clicked.connect(self.cancel_wished)
        self._change.clicked.connect(self.change_wished)

    @property
    def note(self) -> str:
        return self._note.text

    def show_draft(self, draft: Draft, note: str) -> None:
        """Show the note, and the way out that goes with the draft."""
        self._note.set_text(note)
        self._cancel.set_label(tr("Not now") if draft.is_first else tr("Leave as it was"))
        self._cancel.setVisible(draft.is_correction)
        self.tell("")

    def say_details(self, words: str, *, is_remembered: bool) -> None:
        """Sum up what is seldom another; empty words where nothing of it is known."""
        self._summary.setText(words or tr("Surface, shoes, sleep, sitting"))
        self._memory.setText(tr("remembered from last time") if is_remembered and words else "")

    def set_wide(self, *, wide: bool) -> None:
        """Say less where there is little room."""
        self._memory.setVisible(wide)

    def tell(self, words: str) -> None:
        """Say why it cannot be stored; nothing where it can."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _lay_out(self) -> None:
        bottom = Qt.AlignmentFlag.AlignBottom
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_12)
        foot.addWidget(self._save, 0, bottom)
        foot.addWidget(self._cancel, 0, bottom)
        foot.addWidget(self._note, 3)
        remembered = QVBoxLayout()
        remembered.setSpacing(0)
        remembered.addStretch(1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for label in (self._summary, self._memory):
            label.setAlignment(right)
            remembered.addWidget(label)
        remembered.addStretch(1)
        foot.addLayout(remembered, 4)
        foot.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._trouble)
        column.addLayout(foot)
