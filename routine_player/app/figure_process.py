"""The process beside the window that draws figures: started when needed, and never left behind."""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from routine_player.app.figure_orders import (
    BadLineError,
    Order,
    Reply,
    Word,
    orders_line,
    reply_in,
)

WORKER: Final = ("-P", "-m", "routine_player.app.figure_worker")
"""What Python is given to run; -P keeps it from what happens to lie in the current folder."""
MOST_RESTARTS: Final = 3
SILENT_MS: Final = 60_000
"""How long drawing may go on without a word: a frame takes a tenth of a second."""
IDLE_MS: Final = 15_000
"""How long the process is kept for more orders, after the last: it is some memory."""
_GOODBYE_MS: Final = 300
_TOLD_OF_ERRORS: Final = 2000
_ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

_log = logging.getLogger(__name__)


class FigureProcess(QObject):
    """Has figures drawn in another process. `replied` carries each Reply.

    A process that dies or says nothing for a minute is started again, three times at the most;
    after that nothing is drawn any more, and the log says why.
    """

    replied = Signal(object)

    def __init__(
        self, package: Path, parent: QObject | None = None, worker: Sequence[str] = WORKER
    ) -> None:
        super().__init__(parent)
        self._package = package
        self._worker = worker
        self._orders: tuple[Order, ...] = ()
        self._restarts = 0
        self._process: QProcess | None = None
        self._silent = self._timer(SILENT_MS, self.give_up_waiting)
        self._idle = self._timer(IDLE_MS, self.dismiss)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def is_given_up(self) -> bool:
        """Whether it died too often to be tried again."""
        return self._restarts > MOST_RESTARTS

    def draw(self, orders: Sequence[Order]) -> None:
        """Have these drawn, the first first, and nothing else any more."""
        self._orders = tuple(orders)
        self._idle.stop()
        if not orders:
            self._rest()
        elif not self.is_given_up:
            if self._process is None:
                self._start()
            self._send()

    def close(self) -> None:
        """End the process, whatever it is at."""
        process, self._process = self._process, None
        self._silent.stop()
        self._idle.stop()
        if process is not None:
            process.closeWriteChannel()
            if not process.waitForFinished(_GOODBYE_MS):
                process.kill()
                process.waitForFinished(_GOODBYE_MS)

    @Slot()
    def give_up_waiting(self) -> None:
        """End a process that hangs; what follows is as if it had died."""
        if self._process is not None:
            _log.warning("drawing figures takes too long: it is broken off")
            self._process.kill()

    @Slot()
    def dismiss(self) -> None:
        """Let the process go: there is nothing to do."""
        if self._process is not None and not self._orders:
            self._process.closeWriteChannel()

    @Slot()
    def take_replies(self) -> None:
        """Pass on what the process says."""
        process = self._process
        while process is not None and process.canReadLine():
            try:
                reply = reply_in(bytes(process.readLine().data()))
            except BadLineError as error:
                _log.warning("the process that draws figures said something odd: %s", error)
                continue
            self._take(reply)
            process = self._process

    @Slot()
    def follow_end(self) -> None:
        """Start again if there is something left to draw."""
        process, self._process = self._process, None
        self._silent.stop()
        if process is None:
            return
        said = bytes(process.readAllStandardError().data())[-_TOLD_OF_ERRORS:]
        process.deleteLater()
        if not self._orders:
            return
        if self._restarts == 0:
            _log.warning("drawing figures failed: %s", said.decode("utf-8", "replace").strip())
        self._restarts += 1
        if self.is_given_up:
            _log.warning("figures are not drawn any more, after %s tries", MOST_RESTARTS + 1)
            return
        self._start()
        self._send()

    def _take(self, reply: Reply) -> None:
        self._silent.start()
        if reply.word in {Word.DONE, Word.FAILED}:
            self._orders = tuple(one for one in self._orders if one.path != reply.path)
            if not self._orders:
                self._rest()
        self.replied.emit(reply)

    def _rest(self) -> None:
        self._silent.stop()
        if self._process is not None:
            self._send()
            self._idle.start()

    def _start(self) -> None:
        process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(self._worker)
        process.setProcessEnvironment(self._environment())
        process.readyReadStandardOutput.connect(self.take_replies)
        process.finished.connect(self.follow_end)
        process.errorOccurred.connect(self._follow_error)
        self._process = process
        process.start()

    def _send(self) -> None:
        if self._process is not None:
            self._process.write(orders_line(self._orders))
            if self._orders and not self._silent.isActive():  # more orders are no sign of life
                self._silent.start()

    @Slot(QProcess.ProcessError)
    def _follow_error(self, error: QProcess.ProcessError) -> None:
        """Where it could not even be started, nothing says that it ended."""
        if error is QProcess.ProcessError.FailedToStart:
            self.follow_end()

    def _environment(self) -> QProcessEnvironment:
        """Find the program where this one was found; sums in more threads would be in the way."""
        environment = QProcessEnvironment.systemEnvironment()
        paths = [str(self._package.parent), environment.value("PYTHONPATH")]
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
        for name in _ONE_THREAD:
            environment.insert(name, "1")
        return environment

    def _timer(self, interval_ms: int, deed: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(deed)
        return timer
