"""What the window says at its lower edge for a moment, and what it offers to take back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.notice import Notice

_MOST_UNDOS: Final = 50


class FootLine:
    """A notice, and the deeds that can be taken back: the last ones, in reverse order."""

    def __init__(self, theme: Theme, window: QWidget, undo: Callable[[], None]) -> None:
        """Let `undo` be what the notice's button does."""
        self._undos: list[tuple[str, Callable[[], None]]] = []
        self.notice = Notice(theme, window)
        self.notice.action_wished.connect(undo)

    def set_inset(self, inset: int) -> None:
        """Stand this far from the window's left edge."""
        self.notice.set_inset(inset)

    def make_way(self) -> None:
        """Find a place anew, once the page that is open has taken its own."""
        QTimer.singleShot(0, self.notice, self._place)

    def say(self, text: str) -> None:
        self.notice.say(text)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, and keep how it is taken back."""
        self._undos = [*self._undos[1 - _MOST_UNDOS :], (text, undo)]
        self.notice.say(text, tr("Undo"), key=tr("Ctrl Z"))

    def undo(self, *, only_offered: bool) -> None:
        """Take back what was done last; where `only_offered`, not when its words are gone."""
        if not self._undos or (only_offered and not self.notice.text):
            return
        text, undo = self._undos.pop()
        undo()
        self.say(tr("Undone: {what}", what=text))

    def hush(self) -> None:
        self.notice.dismiss()

    def forget_undos(self) -> None:
        self._undos = []
        self.hush()

    def _place(self) -> None:
        if self.notice.text:
            self.notice.place()
