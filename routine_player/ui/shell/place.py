"""Where the window is and how large, as text that goes into the settings and back."""

from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

LEAST_SIZE: Final = QSize(640, 420)

_SIZE = QSize(1280, 800)
_OF_SCREEN = 0.9
_QUIET_MS = 600


def usual_size(window: QWidget) -> QSize:
    """Give the size of a first start: as large as meant, or as the screen has room for."""
    room = window.screen().availableGeometry().size() * _OF_SCREEN
    return _SIZE.boundedTo(room).expandedTo(LEAST_SIZE)


class PlaceNote(QObject):
    """Tells where a window is once it has stood still for a moment, by `noted`.

    Full screen is a state of the moment and not noted: the next start opens a window.
    """

    noted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._known = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.note_now)

    def go_to(self, text: str) -> bool:
        """Put the window where `text` says; False for text that says nothing.

        A screen that is no longer there is replaced by one that is.
        """
        raw = QByteArray.fromBase64(text.encode("ascii", "ignore"))
        is_placed = bool(text) and self._window.restoreGeometry(raw)
        if is_placed:
            self._known = text
        return is_placed

    def note_soon(self) -> None:
        """The window moved or changed its size: note it when it stands still."""
        self._quiet.start()

    @Slot()
    def note_now(self) -> None:
        """Tell where the window is, unless that is known."""
        self._quiet.stop()
        if self._window.windowState() & Qt.WindowState.WindowFullScreen:
            return
        text = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        if text != self._known:
            self._known = text
            self.noted.emit(text)
