"""Backups and the daily export: copied where the history lives, looked after in a worker."""

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
    """Keeps copies of the history. `failed` says in words why one could not be made."""

    failed = Signal(str)

    def __init__(self, places: Places, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._clock = clock
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="housekeeping")

    def copy_if_changed(self, history: History) -> None:
        """Back the history up unless the newest backup holds the same.

        The copy is made here, in the thread that owns the history; the rest in the worker.
        """
        if not history.saved:
            return
        now = self._clock.instant()
        try:
            if is_backed_up(history, self._places.backups):
                return
            part = take_copy(history.copy_to, self._places.backups, now)
        except HistoryError as error:
            self.failed.emit(str(error))
            return
        self._worker.submit(self._keep, part, now, not history.was_damaged)

    def close(self) -> None:
        """Finish what was begun."""
        self._worker.shutdown(wait=True)

    def _keep(self, part: Path, now: Instant, thin: bool) -> None:  # noqa: FBT001 - passed on
        try:
            backup = keep_copy(part, now, thin=thin)
            if is_export_due(self._places.exports, now):
                export(backup, self._places.exports, now)
        except HistoryError as error:
            _log.warning("housekeeping: %s", error)
            self.failed.emit(str(error))
