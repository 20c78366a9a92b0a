"""The keys that work in the whole window, whatever has the focus."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from routine_player.ui.shell.values import Page


class WindowKeys(QObject):
    """F11 fills the screen and Ctrl Z takes back; F and the pages' keys may have to rest."""

    def __init__(
        self,
        window: QWidget,
        pages: Iterable[Page],
        deeds: tuple[Callable[[], None], Callable[[], None]],
        show_page: Callable[[str], None],
    ) -> None:
        """Take what fills the screen and what takes back as `deeds`, and what opens a page."""
        super().__init__(window)
        fill, undo = deeds
        self._show_page = show_page
        QShortcut(QKeySequence(Qt.Key.Key_F11), window, fill)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window, undo)
        self._resting = [QShortcut(QKeySequence(Qt.Key.Key_F), window, fill)]
        for page in pages:
            shortcut = QShortcut(QKeySequence(page.key), window)
            shortcut.setObjectName(page.name)
            shortcut.activated.connect(self._open)
            self._resting.append(shortcut)

    def rest(self, *, resting: bool) -> None:
        """Let those rest that would lead away from what has the whole window."""
        for shortcut in self._resting:
            shortcut.setEnabled(not resting)

    @Slot()
    def _open(self) -> None:
        self._show_page(self.sender().objectName())
