"""What a program that went wrong leaves behind: for the next start, and for a report."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from routine_player import __version__

_LOG_BYTES = 1_000_000
_LOG_FILES = 3
_MOST_TRACE_BYTES = 100_000

_log = logging.getLogger(__name__)

Told = Callable[[str], None]
"""Is told of a crash by the report that a person may copy."""


def keep_log(path: Path) -> logging.Handler | None:
    """Write warnings and worse of the whole program into a file that never grows past 1 MB.

    Two older ones are kept. None where the file cannot be written.
    """
    # Pulls in sockets and pickling, which the first window should not wait for.
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES - 1, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


class InterpreterWatch:
    """Has the interpreter write into a file where it was when it died: a crash below Python."""

    def __init__(self, path: Path) -> None:
        """Begin to watch; what the file held is forgotten, so ask `previous_crash` before."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("wb")  # open for as long as the program runs
        faulthandler.enable(self._file)

    def close(self) -> None:
        faulthandler.disable()
        self._file.close()


def previous_crash(path: Path) -> str | None:
    """Give the report of a program that died before this start; None where it ended well."""
    try:
        with path.open("rb") as file:
            trace = file.read(_MOST_TRACE_BYTES).decode("utf-8", "replace").strip()
    except OSError:
        return None
    return report(trace) if trace else None


def report(trace: str) -> str:
    """Put a trace into a text that says all that a developer asks first. Nothing personal."""
    return "\n".join(
        (
            f"Routine Player {__version__}",
            f"Python {platform.python_version()} on {platform.platform()}",
            "",
            trace.rstrip(),
            "",
        )
    )


class CrashHooks:
    """Has every exception that nobody caught logged and told, in whatever thread it was.

    `told` is called in that thread.
    """

    def __init__(self, told: Told) -> None:
        """Take the place of Python's own hooks."""
        self._told = told
        self._is_telling = threading.local()
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def remove(self) -> None:
        """Put the hooks back that were there."""
        sys.excepthook, threading.excepthook = self._before

    def _uncaught_in_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self._uncaught(what.exc_type, what.exc_value, what.exc_traceback)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):  # Ctrl-C and an asked-for end are no crashes
            self._before[0](kind, error, trace)
            return
        _log.critical("Uncaught", exc_info=(kind, error, trace))
        if getattr(self._is_telling, "now", False):
            return  # telling of a crash crashed: it is in the log
        self._is_telling.now = True
        try:
            self._told(report("".join(traceback.format_exception(kind, error, trace))))
        finally:
            self._is_telling.now = False
