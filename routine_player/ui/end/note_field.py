"""A few words to remember, kept without a button."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus

NORMAL, LOW = 64, 44
_LONGEST = 4000
_SETTLED_MS = 1500


class NoteField(QPlainTextEdit):
    """Emits `note_written` with the whole note when the writer pauses, leaves it, or is gone."""

    note_written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus = KeyboardFocus(theme, self)
        self._told = ""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.tell)
        self.setFont(theme.font(BODY))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Anything to remember? Tight on the right, warm room …"))
        self.setAccessibleName(tr("Note"))
        self.setToolTip(tr("Note (N)"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(NORMAL)
        self.textChanged.connect(self._take_text)

    def set_note(self, note: str) -> None:
        """Show a note without telling anybody."""
        self._told = note
        if note != self.toPlainText():
            self.setPlainText(note)

    @Slot()
    def tell(self) -> None:
        """Tell what is written, if that has not been told yet."""
        self._settled.stop()
        note = self.toPlainText()
        if note != self._told:
            self._told = note
            self.note_written.emit(note)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.tell()

    def _take_text(self) -> None:
        if len(self.toPlainText()) > _LONGEST:
            self._cut()
        self._settled.start()

    def _cut(self) -> None:
        """Take away what is too much, such as a whole book that was pasted."""
        cursor = self.textCursor()
        cursor.setPosition(_LONGEST)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
