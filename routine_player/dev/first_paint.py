"""Open a window and say what it took until it was painted: the app, or a bare one as its floor.

Run as a program of its own, since a process can start only once.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

PAINTED: Final = "painted"
_PAGE_BYTES: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class _FirstPaint(QObject):
    """Notices the first paint of a window, and ends the program when it is done."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._is_told = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_paint = event.type() == QEvent.Type.Paint
        if is_paint and not self._is_told and isinstance(watched, QWidget):
            self._is_told = True
            QTimer.singleShot(0, self, self._tell)  # once all of this paint is on the screen
        return False

    def _tell(self) -> None:
        times = os.times()
        print(PAINTED, times.user + times.system, _resident_bytes(), flush=True)
        self._application.quit()


def _resident_bytes() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * _PAGE_BYTES


def main(argv: Sequence[str]) -> int:
    """Open `bare`, or the app on the data folder that is named."""
    if argv[0] == "bare":
        application = QApplication([])
        window = QMainWindow()
        _FirstPaint(application)
        window.show()
        return application.exec()
    from routine_player.app import start

    class Watched(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            _FirstPaint(self)

    start.QApplication = Watched
    return start.run(Path(argv[0]), None, 1.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
