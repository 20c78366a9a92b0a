"""What the player's sheets have in common: keys by name, and a size for every window."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from routine_player.ui.player.key_names import key_name
from routine_player.ui.widgets.sheet import Sheet

_ROOMY_FROM_HEIGHT = 720
_MIDDLE_FROM_HEIGHT = 560
_MIDDLE_FROM_WIDTH = 720


class SheetRoom(IntEnum):
    """How much room the window leaves to a sheet."""

    SMALL = 1
    MIDDLE = 2
    ROOMY = 3


class PlayerSheet(Sheet):
    """A sheet that is answered by keys; subclasses take them in `take_key`.

    It has the focus itself at first, so that no button is pressed by a key that was meant for the
    session. `left` tells that it was closed without an answer.
    """

    left = Signal()

    _room: SheetRoom | None = None
    _is_settled = True

    def ask(self) -> None:
        """Open the sheet."""
        self._is_settled = False
        self.open_sheet(first=self)

    def settle(self) -> None:
        """Close it because there is an answer, or no need of one."""
        self._is_settled = True
        self.close_sheet()

    @Slot()
    def close_sheet(self) -> None:
        was_open = self.is_open
        super().close_sheet()
        if was_open and not self._is_settled:
            self._is_settled = True
            self.left.emit()

    def take_key(self, name: str) -> None:
        """Do what the key of that name means here."""

    def fit(self, room: SheetRoom) -> None:
        """Choose what is shown in a window of that size."""

    def place(self) -> None:
        room = _room_of(self.window())
        if room is not self._room:
            self._room = room
            self.fit(room)
        super().place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = "" if event.isAutoRepeat() else key_name(event)
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1}:
            super().keyPressEvent(event)
        elif name:
            self.take_key(name)


def _room_of(window: QWidget) -> SheetRoom:
    if window.height() < _MIDDLE_FROM_HEIGHT or window.width() < _MIDDLE_FROM_WIDTH:
        return SheetRoom.SMALL
    return SheetRoom.ROOMY if window.height() >= _ROOMY_FROM_HEIGHT else SheetRoom.MIDDLE
