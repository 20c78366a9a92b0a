"""Starts the app: opens what belongs to the person, then the window on it."""

import gc
import logging
import sys
from pathlib import Path

from routine_player.app.qt_import import import_qt
from routine_player.core.language import tr
from routine_player.play.clock import SystemClock
from routine_player.store.crash_log import InterpreterWatch, previous_crash
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError, HistoryInUseError
from routine_player.store.paths import Places
from routine_player.store.settings import read_settings

PROBLEMS = 1
IN_USE = 3

_log = logging.getLogger(__name__)


def run(home: Path | None, routine: str | None, speed: float) -> int:
    """Open the app, at `routine` if one is named; gives the exit code.

    A second start raises the window of the first and ends. A history that another program has
    makes 3, one that cannot be opened at all 1.
    """
    gc.disable()  # a start makes much and drops little: looking for garbage only delays it
    try:
        return _run(home, routine, speed)
    finally:
        gc.enable()


def _run(home: Path | None, routine: str | None, speed: float) -> int:
    places, clock = Places(home), SystemClock()
    unwritable = places.ensure()
    try:
        history = History.open(places, clock.instant())
    except HistoryInUseError as error:
        return _raise_first(places, routine or "", str(error))
    except HistoryError as error:
        return _refuse(str(error))
    crash = previous_crash(places.crash_trace)
    watch = None if unwritable else _watch(places)
    settings, problems = read_settings(places.settings, places.set_aside)
    told = tuple(problem.text for problem in (*problems, unwritable) if problem is not None)
    import_qt()
    from routine_player.app.opening import Belongings, open_window

    found = Belongings(places, clock, settings, history, told, crash)
    code = open_window(found, routine, speed)
    if watch is not None:
        watch.close()
    return code


def _watch(places: Places) -> InterpreterWatch | None:
    try:
        return InterpreterWatch(places.crash_trace)
    except OSError as error:
        _log.info("no trace will be left of a crash: %s", error)
        return None


def _raise_first(places: Places, routine: str, reason: str) -> int:
    from routine_player.app.first_instance import ask_first

    if ask_first(places.data, routine):
        return 0
    print(reason, file=sys.stderr)  # noqa: T201 - there is no window to say it in
    return IN_USE


def _refuse(reason: str) -> int:
    """Say why there is nothing to show: in a window, for somebody who clicked an icon."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    print(reason, file=sys.stderr)  # noqa: T201 - for somebody who typed a command
    application = QApplication(sys.argv[:1])
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Routine Player"), reason)
    box.exec()
    del application
    return PROBLEMS
