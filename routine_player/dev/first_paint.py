"""Open a window and say what it took until it was painted: the app, or a bare one as its floor.

Run as a program of its own, since a process can start only once. The app starts from the command
line as it always does, so that nothing of the way to its window is left out.
"""

import os
import resource
import runpy
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

BARE: Final = "bare"
PAINTED: Final = "painted"
_WIDGETS: Final = "PySide6.QtWidgets"


class _Patching:
    """Has QtWidgets changed as soon as somebody imports it.

    To import it here first would be a start in another order: what is imported after Qt costs
    more than before, as Qt for Python then reads the source of every module.
    """

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != _WIDGETS:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def load_and_watch(module: ModuleType) -> None:
            load(module)
            _watch(module)

        spec.loader.exec_module = load_and_watch
        return spec


def _watch(widgets: Any) -> None:
    """Put an application into QtWidgets that tells of its first paint, and ends."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class FirstPaint(QObject):
        def __init__(self, application: "QApplication") -> None:
            super().__init__(application)
            self._application = application
            self._is_told = False
            # Not every event of the application: to be asked about each would cost too much.
            for window in application.topLevelWidgets():
                window.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self._is_told:
                self._is_told = True
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self, self._tell)  # once all of this paint is on the screen
            return False

        def _tell(self) -> None:
            used = resource.getrusage(resource.RUSAGE_SELF)
            print(PAINTED, used.ru_utime + used.ru_stime, _resident_bytes(), flush=True)
            self._application.quit()

    run: Callable[[], int] = widgets.QApplication.exec

    class Watched(widgets.QApplication):
        def exec(self) -> int:
            FirstPaint(self)
            return run()

    widgets.QApplication = Watched


def _resident_bytes() -> int:
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - pathlib is no part of a floor
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _open_bare() -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    return application.exec()


def main(argv: Sequence[str]) -> int:
    """Open a `bare` window, or the app with the words of its command line."""
    sys.meta_path.insert(0, _Patching())
    if list(argv) == [BARE]:
        return _open_bare()
    sys.argv = ["routine-player", *argv]
    runpy.run_module("routine_player", run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
