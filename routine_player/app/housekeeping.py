"""Backups and the daily export: made in a worker, from the history that is in use."""

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from routine_player.core.instant import Instant
from routine_player.play.clock import Clock
from routine_player.store.backups import is_backed_up, keep_copy, take_copy
from routine_player.store.export import export, is_export_due
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places

_log = logging.getLogger(__name__)


class Housekeeping(QObject):
    """Keeps copies of the history. `failed` says in words why one could not be made.

    `kept` follows each new backup.
    """

    failed = Signal(str)
    kept = Signal()

    def __init__(self, places: Places, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._clock = clock
        self._is_over = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="housekeeping")

    def copy_if_changed(self, history: History) -> None:
        """Back the history up unless the newest backup holds the same."""
        if self._is_over or not history.saved:
            return
        try:
            stamp = history.stamp
        except HistoryError as error:
            self.failed.emit(str(error))
            return
        self._worker.submit(self._keep, history, stamp, self._clock.instant())

    def close(self) -> None:
        """Finish what was begun."""
        self._is_over = True
        self._worker.shutdown(wait=True)

    def _keep(self, history: History, stamp: str, now: Instant) -> None:
        folder: Path = self._places.backups
        if history.is_closed or is_backed_up(stamp, folder):
            return  # another took its place meanwhile, which has a copy of its own made
        try:
            part = take_copy(history.copy_to, folder, now)
            backup = keep_copy(part, now, thin=not history.was_damaged)
            self.kept.emit()
            if is_export_due(self._places.exports, now):
                export(backup, self._places.exports, now)
        except HistoryError as error:
            _log.warning("housekeeping: %s", error)
            self.failed.emit(str(error))
