"""Work on the whole history that takes a while: done to a copy, in a worker, with a way to stop."""

import gzip
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.store.csv_export import export_csv
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.export_reading import NoExportError
from routine_player.store.paths import Places

Line = TypeVar("Line")

_TOLD_EVERY: Final = 200
_GZIP: Final = b"\x1f\x8b"


class StoppedError(Exception):
    """The person does not want it any more."""


class Progress:
    """How far a worker is, and whether it is to stop: what it asks of every line."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def stop(self) -> None:
        self._stop.set()

    def follow(self, lines: Iterable[Line], count: int = 0) -> Iterator[Line]:
        """Pass lines on; StoppedError once it is to stop. A `count` of 0 is not known."""
        for number, line in enumerate(lines):
            if self._stop.is_set():
                raise StoppedError
            if number % _TOLD_EVERY == 0:
                self._tell(number, count)
            yield line


@dataclass(frozen=True, slots=True)
class Outcome:
    """How work ended: `words` for the person, and the merged copy where one was made."""

    words: str
    failed: bool = False
    stopped: bool = False
    merged: Path | None = None


Deed = Callable[[History, Progress], str]


class DataWork(QObject):
    """One piece of work at a time, on a copy of the history. Signals come in the window's thread.

    `progressed` carries how many lines are done and how many there are (0 where nobody knows),
    `ended` an Outcome.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._progress = Progress(self.progressed.emit)
        self._folder = tempfile.TemporaryDirectory(prefix="routine-player-")
        self._worker: threading.Thread | None = None
        self._stamp = ""

    @property
    def is_current(self) -> bool:
        """Whether the history is as it was when the copy was made."""
        return self._desk.history.stamp == self._stamp

    def begin(self, deed: Deed, *, keeps_copy: bool = False) -> None:
        """Copy the history and start. Errors are those of a backup."""
        places = Places(Path(self._folder.name))
        places.data.mkdir(parents=True, exist_ok=True)
        self._desk.history.copy_to(places.history)
        self._stamp = self._desk.history.stamp
        now = self._desk.clock.instant()
        args = (deed, places, now, places.history if keeps_copy else None)
        self._worker = threading.Thread(target=self._work, args=args, name="data", daemon=True)
        self._worker.start()

    @Slot()
    def cancel(self) -> None:
        """Stop as soon as can be; nothing is changed then."""
        self._progress.stop()

    def close(self) -> None:
        """Stop, and leave nothing behind."""
        self._progress.stop()
        if self._worker is not None:
            self._worker.join()
        self._folder.cleanup()

    def _work(self, deed: Deed, places: Places, now: Instant, copy: Path | None) -> None:
        try:
            with closing(History.open(places, now)) as history:
                words = deed(history, self._progress)
            outcome = Outcome(words, merged=copy)
        except StoppedError:
            outcome = Outcome(tr("Stopped. Nothing was changed."), stopped=True)
        except (HistoryError, OSError) as error:
            outcome = Outcome(str(error), failed=True)
        self.ended.emit(outcome)


def write_tables(folder: Path) -> Deed:
    """Write everything as tables into a folder."""

    def deed(history: History, progress: Progress) -> str:
        list(progress.follow(("",)))
        files = export_csv(history, folder)
        return tr("{count} tables were written to {folder}.", count=len(files), folder=folder)

    return deed


def write_lines(path: Path, now: Instant) -> Deed:
    """Write everything as lines of JSON into a file, whole or not at all."""

    def deed(history: History, progress: Progress) -> str:
        lines = history.diary.export_lines(now)
        part = path.with_name(path.name + ".part")
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                for line in progress.follow(lines, len(lines)):
                    file.write(line + "\n")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return tr("Everything was written to {file}.", file=path)

    return deed


def merge_file(path: Path) -> Deed:
    """Take in an export, packed or not, into the copy."""

    def deed(history: History, progress: Progress) -> str:
        lines = _lines_in(path)
        history.diary.merge_lines(progress.follow(lines, len(lines)))
        return tr("{file} was taken in.", file=path.name)

    return deed


def _lines_in(path: Path) -> list[str]:
    data = path.read_bytes()
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (EOFError, zlib.error) as error:
            raise NoExportError(tr("this export is damaged")) from error
    try:
        return data.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise NoExportError(tr("this is no text, so it is no export of a history")) from error
