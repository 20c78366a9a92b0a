"""Runs out of files: read in a worker, stored where the history lives, a little at a time."""

import gc
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, Full, Queue
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core.run import Activity
from routine_player.store.history_changes import Saying
from routine_player.store.history_errors import HistoryError
from routine_player.store.run_import.files import count_files, read_paths
from routine_player.store.run_import.found import FileReading, Manner
from routine_player.store.run_import.intake import Fate, ImportLine, store
from routine_player.store.run_import.zone import Zone
from routine_player.store.settings import Units

_AHEAD: Final = 4
"""Files that are read before what was found is stored: a folder of years stays out of memory."""
_AT_ONCE: Final = 4
"""Runs of a list that are stored in one transaction, which nothing can interrupt."""
_BUDGET_S: Final = 0.01
"""How long storing goes on before keys and animations are answered."""
_LOOK_MS: Final = 8
_BUSY_SWITCH_S: Final = 0.0005
"""How long the worker may hold the interpreter: the window has to answer in between."""


class Importing(QObject):
    """One import at a time. Signals come in the thread of the history.

    `progressed` carries how many files are done and how many there are (0 while they are being
    counted); `ended` the lines of the report. What was stored is one edit: `edit`.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

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
        self._read: Queue[FileReading | int | None] = Queue(maxsize=_AHEAD)
        self._stop = threading.Event()
        self._switch_s = sys.getswitchinterval()
        self._worker = threading.Thread(target=self._read_all, name="import", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._take)

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
        self._timer.start()

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
        self._settle()

    def _settle(self) -> None:
        self._timer.stop()
        self._worker.join()
        sys.setswitchinterval(self._switch_s)
        gc.unfreeze()

    # In the worker

    def _read_all(self) -> None:
        try:
            self._hand_over(count_files(self._paths))
            for reading in read_paths(self._paths, self._manner):
                if not self._hand_over(reading):
                    break
        finally:
            self._hand_over(None)

    def _hand_over(self, what: FileReading | int | None) -> bool:
        """Put something into the queue as soon as there is room; False once it was cancelled."""
        while not self._stop.is_set():
            try:
                self._read.put(what, timeout=0.1)
            except Full:
                continue
            return True
        return False

    # In the thread of the history

    @Slot()
    def _take(self) -> None:
        """Store the next few runs."""
        if self._store_some():
            return
        try:
            what = self._read.get_nowait()
        except Empty:
            if self._stop.is_set() and not self._worker.is_alive():
                self._end()
            return
        if what is None:
            self._end()
        elif isinstance(what, int):
            self._count = what
            self.progressed.emit(0, what)
        else:
            self._rest = _parts(what)
            self._files += 1
            self.progressed.emit(min(self._files, self._count), self._count)

    def _store_some(self) -> bool:
        """Store what was read last, as far as time allows; False where all of it is stored."""
        part = next(self._rest, None)
        if part is None:
            return False
        clock = self._desk.clock
        until_s = clock.monotonic() + _BUDGET_S
        self._store(part)
        while clock.monotonic() < until_s and (part := next(self._rest, None)) is not None:
            self._store(part)
        return True

    def _store(self, part: FileReading) -> None:
        try:
            diary = self._desk.history.diary
            self._lines += store(diary, part, self._saying, even_deleted=self._even_deleted)
        except HistoryError as error:
            self._lines.append(ImportLine(part.name, Fate.FAILED, str(error)))

    def _end(self) -> None:
        self._settle()
        if self.has_stored:
            self._desk.history_changed.emit()
        self.ended.emit(self.lines)


def _parts(reading: FileReading) -> Iterator[FileReading]:
    """Cut a long list into parts that are stored in the blink of an eye; files are one part."""
    yield replace(reading, found=reading.found[:_AT_ONCE])
    for at in range(_AT_ONCE, len(reading.found), _AT_ONCE):
        yield FileReading(reading.name, reading.found[at : at + _AT_ONCE])
