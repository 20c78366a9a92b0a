"""Runs out of files: read in a worker, stored where the history lives, a little at a time."""

import gc
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core.run import Activity
from routine_player.store.history_changes import Saying
from routine_player.store.history_errors import HistoryError
from routine_player.store.run_import.found import FileReading, Manner
from routine_player.store.run_import.intake import Fate, ImportLine, store
from routine_player.store.run_import.zone import Zone
from routine_player.store.settings import Units

_AT_ONCE: Final = 4
"""Runs of a list that are stored in one transaction, which nothing can interrupt."""
_BUDGET_S: Final = 0.01
"""How long storing goes on before keys and animations are answered."""
_TELL_S: Final = 0.1
"""How often it is told how far it is: to paint that for each small file would take longer."""
_PAGES_AFTER_MS: Final = 50
"""The pages show what is new once the report is painted, not in the same go."""
_FIRST_PAINT_MS: Final = 40
"""The sheet is painted first: all of it is new, and would have to share the interpreter."""
_BUSY_SWITCH_S: Final = 0.0001
"""How long the worker may hold the interpreter: to paint, the window asks for it often."""


class Importing(QObject):
    """One import at a time. Signals come in the thread of the history.

    `progressed` carries how many files are done and how many there are (0 while they are being
    counted); `ended` the lines of the report. What was stored is one edit: `edit`.
    """

    progressed = Signal(int, int)
    ended = Signal(object)
    _came = Signal(object)

    def __init__(
        self, desk: Desk, paths: Sequence[Path], *, every_sport: bool, even_deleted: bool = False
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._paths = tuple(paths)
        now = desk.clock.instant()
        wanted = frozenset(Activity) if every_sport else frozenset({Activity.RUN})
        in_miles = desk.settings.units is Units.MILES
        self._manner = Manner(now, Zone.of(now), wanted, in_miles)
        self._even_deleted = even_deleted
        self._saying = Saying(now)
        self._lines: list[ImportLine] = []
        self._rest: Iterator[FileReading] = iter(())
        self._files = 0
        self._count = 0
        self._told_s = -_TELL_S
        self._stop = threading.Event()
        self._may_read_on = threading.Semaphore(0)
        self._is_over = False
        self._switch_s = sys.getswitchinterval()
        self._worker = threading.Thread(target=self._read_all, name="import", daemon=True)
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._parts = QTimer(self)
        self._parts.timeout.connect(self._store_some)

    @property
    def lines(self) -> tuple[ImportLine, ...]:
        """What became of each run and file so far."""
        return tuple(self._lines)

    @property
    def has_stored(self) -> bool:
        """Whether anything of it is in the history."""
        return any(line.fate in {Fate.TAKEN, Fate.JOINED} for line in self._lines)

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def begin(self) -> None:
        """Start reading.

        What the window is made of is no garbage: to look through it would hold up the window.
        """
        sys.setswitchinterval(_BUSY_SWITCH_S)
        gc.freeze()
        self._worker.start()

    @Slot()
    def cancel(self) -> None:
        """Read no further; what is stored by now stays, and can be taken back."""
        self._stop.set()

    @property
    def edit(self) -> UUID:
        """What takes all of it back."""
        return self._saying.edit

    def give_up(self) -> None:
        """End at once, as when the window is closed."""
        self._stop.set()
        self._may_read_on.release()
        self._settle()

    def _settle(self) -> None:
        self._is_over = True
        self._parts.stop()
        self._worker.join()
        sys.setswitchinterval(self._switch_s)
        gc.unfreeze()

    # In the worker

    def _read_all(self) -> None:
        # Imported here, for the window need not wait for what reads files.
        from routine_player.store.run_import.files import count_files, read_paths

        try:
            go_on = self._hand_over(count_files(self._paths))
            readings = read_paths(self._paths, self._manner)
            while go_on and (reading := next(readings, None)) is not None:
                go_on = self._hand_over(reading)
        finally:
            self._came.emit(None)

    def _hand_over(self, what: FileReading | int) -> bool:
        """Wait until what was read is stored; False once it was cancelled.

        Both would get on no faster at once, and each line of SQL would wait for the interpreter.
        """
        self._came.emit(what)
        self._may_read_on.acquire()
        return not self._stop.is_set()

    # In the thread of the history

    @Slot(object)
    def _take(self, what: FileReading | int | None) -> None:
        """Take what the worker has for the history."""
        if self._is_over:
            return
        if what is None:
            self._end()
        elif isinstance(what, int):
            self._count = what
            self._tell_progress()
            QTimer.singleShot(_FIRST_PAINT_MS, self, self._may_read_on.release)
        else:
            self._rest = _parts(what)
            self._files += 1
            self._tell_progress()
            self._parts.start()

    def _tell_progress(self) -> None:
        now_s = self._desk.clock.monotonic()
        if now_s - self._told_s >= _TELL_S:
            self._told_s = now_s
            self.progressed.emit(min(self._files, self._count), self._count)

    @Slot()
    def _store_some(self) -> None:
        """Store what was read last as far as time allows; once it was cancelled, no more of it."""
        clock = self._desk.clock
        until_s = clock.monotonic() + _BUDGET_S
        while not self._stop.is_set() and (part := next(self._rest, None)) is not None:
            self._store(part)
            if clock.monotonic() >= until_s:
                return
        self._parts.stop()
        self._may_read_on.release()

    def _store(self, part: FileReading) -> None:
        try:
            diary = self._desk.history.diary
            self._lines += store(diary, part, self._saying, even_deleted=self._even_deleted)
        except HistoryError as error:
            self._lines.append(ImportLine(part.name, Fate.FAILED, str(error)))

    def _end(self) -> None:
        self._settle()
        if self.has_stored:
            QTimer.singleShot(_PAGES_AFTER_MS, self._desk, self._desk.history_changed.emit)
        self.ended.emit(self.lines)


def _parts(reading: FileReading) -> Iterator[FileReading]:
    """Cut a long list into parts that are stored in the blink of an eye; files are one part."""
    yield replace(reading, found=reading.found[:_AT_ONCE])
    for at in range(_AT_ONCE, len(reading.found), _AT_ONCE):
        yield FileReading(reading.name, reading.found[at : at + _AT_ONCE])
