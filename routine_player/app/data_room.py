"""Everything out and back in: tables, lines of JSON, another history that is taken in, backups."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from routine_player.app.data_deeds import merge_file, restore, write_lines, write_tables
from routine_player.app.data_work import DataWork, Deed, Outcome, stamp_of
from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.store.backups import Backup
from routine_player.store.history_errors import HistoryError
from routine_player.ui.settings.folder_rows import backup_title
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow
from routine_player.ui.work.work_sheet import WorkSheet

_LINES: Final = "*.jsonl *.json *.gz"


class DataRoom(QObject):
    """Does one such thing at a time.

    `take_place` puts a file that was made ready in the history's place, and gives why that cannot
    be, if so.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        window: MainWindow,
        take_place: Callable[[Path], str],
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._take_place = take_place
        self._work: DataWork | None = None
        self._sheet = WorkSheet(theme, window)
        self._sheet.cancel_wished.connect(self.cancel)

    @property
    def sheet(self) -> WorkSheet:
        return self._sheet

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def close(self) -> None:
        """Stop what is being done; nothing is changed then."""
        if self._work is not None:
            self._work.close()
            self._work = None

    @Slot()
    def write_tables(self) -> None:
        """Let the person choose a folder, and write everything there as tables."""
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Folder for the tables"))
        if chosen:
            folder = Path(chosen) / f"routine-player-{self._today}"
            self._begin(tr("Writing tables"), write_tables(folder))

    @Slot()
    def write_lines(self) -> None:
        """Let the person choose a file, and write everything there as lines of JSON."""
        name = f"routine-player-{self._today}.jsonl"
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save everything"), name)
        if chosen:
            self._begin(tr("Writing everything"), write_lines(Path(chosen)))

    @Slot()
    def merge(self) -> None:
        """Let the person choose such a file, and take it in."""
        kinds = tr("Exports ({kinds});;All files (*)", kinds=_LINES)
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Take in"), "", kinds)
        if chosen:
            path = Path(chosen)
            self._begin(tr("Taking in {file}", file=path.name), merge_file(path))

    @Slot(object)
    def restore(self, backup: Backup) -> None:
        """Put a backup in the history's place; what is there is kept."""
        title = backup_title(backup)
        self._begin(tr("Restoring {day}", day=title), restore(backup, title))

    @Slot()
    def cancel(self) -> None:
        """Stop as soon as can be."""
        if self._work is not None:
            self._work.cancel()

    @property
    def _today(self) -> str:
        return self._desk.clock.instant().local_date.isoformat()

    def _begin(self, title: str, deed: Deed) -> None:
        if self._work is not None:
            return
        work = DataWork(self._desk)
        work.progressed.connect(self._sheet.show_progress)
        work.ended.connect(self._end)
        try:
            work.begin(deed)
        except HistoryError as error:
            work.close()
            self._desk.failed.emit(str(error))
            return
        self._work = work
        self._sheet.show_busy(title)

    @Slot(object)
    def _end(self, outcome: Outcome) -> None:
        work = self._work
        if work is None:
            return
        self._work = None
        work.close()
        work.deleteLater()
        refusal = "" if outcome.ready is None else self._put_in_place(outcome.ready, outcome.stamp)
        if outcome.stopped:
            title = tr("Stopped")
        else:
            title = tr("That did not work") if outcome.failed or refusal else tr("Done")
        self._sheet.show_end(title, refusal or outcome.words)
        self._desk.backups_changed.emit()

    def _put_in_place(self, ready: Path, stamp: str) -> str:
        """Let what is ready be the history; gives why that cannot be, if so."""
        try:
            if stamp_of(self._desk.history) == stamp:
                refusal = self._take_place(ready)
            else:
                refusal = tr("Something was logged meanwhile. Nothing was changed; try again.")
        except HistoryError as error:
            refusal = str(error)
        if refusal:
            with suppress(OSError):
                ready.unlink(missing_ok=True)
        return refusal
