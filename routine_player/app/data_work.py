"""Work on the whole history that takes a while: in a worker, on copies, with a way to stop."""

import gc
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryDamagedError, HistoryError, reason_of
from routine_player.store.paths import Places

_TOLD_EVERY: Final = 200

_BUSY_SWITCH_S: Final = 0.0005
"""How long a worker may go on while the window waits for its turn."""


class StoppedError(Exception):
    """The person does not want it any more."""


class Progress:
    """How far a worker is, and whether it is to stop: what it asks again and again."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._steps = 0

    def stop(self) -> None:
        self._stop.set()

    def step(self) -> None:
        """Go on by a step; StoppedError once it is to stop."""
        if self._stop.is_set():
            raise StoppedError

    def tell(self, done: int, count: int) -> None:
        """Go on, and say now and then how far it is; a `count` of 0 is not known."""
        self.step()
        self._steps += 1
        if self._steps % _TOLD_EVERY == 1:
            share = 1000 * done // count if count else 0
            self._tell(share, 1000 if count else 0)

    def tell_nothing(self) -> None:
        """Say that nobody knows from here on how far it is."""
        self.step()
        self._tell(0, 0)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker works with: the history, of which it may take copies only, and a folder."""

    history: History
    stamp: str
    places: Places
    folder: Path
    now: Instant


@dataclass(frozen=True, slots=True)
class Outcome:
    """How work ended: `words` for the person, and what is to take the history's place if it did.

    `stamp` is that of the history which was copied: another one now means that something was
    logged meanwhile.
    """

    words: str
    failed: bool = False
    stopped: bool = False
    ready: Path | None = None
    stamp: str = ""


def stamp_of(history: History) -> str:
    """Give the stamp of a history, empty for a damaged one: that can still be replaced."""
    try:
        return history.stamp
    except HistoryDamagedError:
        return ""


Deed = Callable[[Bench, Progress], Outcome]


class DataWork(QObject):
    """One piece of work, in a worker. Signals come in the window's thread.

    `progressed` carries how far it is and how far it will be (0 where nobody knows), `ended` an
    Outcome.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._progress = Progress(self.progressed.emit)
        self._folder = tempfile.TemporaryDirectory(prefix="routine-player-")
        self._worker: threading.Thread | None = None

    def begin(self, deed: Deed) -> None:
        """Start. HistoryError where the history cannot be read."""
        desk = self._desk
        now = desk.clock.instant()
        folder = Path(self._folder.name)
        bench = Bench(desk.history, stamp_of(desk.history), desk.places, folder, now)
        self._worker = threading.Thread(
            target=self._work, args=(deed, bench), name="data", daemon=True
        )
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

    def _work(self, deed: Deed, bench: Bench) -> None:
        # A mistake of ours goes on to the crash report; nobody waits for ever because of it.
        words = tr("Something went wrong in the program. Nothing was changed.")
        outcome = Outcome(words, failed=True)
        # A sweep through all objects stops every thread, the window's too; there is little here
        # that only a sweep would find.
        switch_s = sys.getswitchinterval()
        sys.setswitchinterval(_BUSY_SWITCH_S)
        gc.disable()
        try:
            outcome = deed(bench, self._progress)
        except StoppedError:
            outcome = Outcome(tr("Stopped. Nothing was changed."), stopped=True)
        except HistoryError as error:
            outcome = Outcome(str(error), failed=True)
        except OSError as error:
            outcome = Outcome(tr("The disk says: {reason}.", reason=reason_of(error)), failed=True)
        finally:
            gc.enable()
            sys.setswitchinterval(switch_s)
            self.ended.emit(outcome)
