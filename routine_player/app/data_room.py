"""Everything out and back in: tables, lines of JSON, and another history that is taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from routine_player.app.data_work import (
    DataWork,
    Deed,
    Outcome,
    merge_file,
    write_lines,
    write_tables,
)
from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.store.backups import Backup
from routine_player.store.history_errors import HistoryError
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow
from routine_player.ui.work.work_sheet import WorkSheet

_LINES: Final = "*.jsonl *.json *.gz"


class DataRoom(QObject):
    """Does one such thing at a time. `restore` puts a backup in the history's place."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        window: MainWindow,
        restore: Callable[[Backup], None],
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._restore = restore
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
            now = self._desk.clock.instant()
            self._begin(tr("Writing everything"), write_lines(Path(chosen), now))

    @Slot()
    def merge(self) -> None:
        """Let the person choose such a file, and take it in."""
        kinds = tr("Exports ({kinds});;All files (*)", kinds=_LINES)
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Take in"), "", kinds)
        if chosen:
            path = Path(chosen)
            self._begin(tr("Taking in {file}", file=path.name), merge_file(path), keeps_copy=True)

    @Slot()
    def cancel(self) -> None:
        """Stop as soon as can be."""
        if self._work is not None:
            self._work.cancel()

    @property
    def _today(self) -> str:
        return self._desk.clock.instant().local_date.isoformat()

    def _begin(self, title: str, deed: Deed, *, keeps_copy: bool = False) -> None:
        if self._work is not None:
            return
        work = DataWork(self._desk)
        work.progressed.connect(self._sheet.show_progress)
        work.ended.connect(self._end)
        try:
            work.begin(deed, keeps_copy=keeps_copy)
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
        words, failed = outcome.words, outcome.failed
        if outcome.merged is not None:
            if work.is_current:
                taken = self._desk.clock.instant().local.astimezone()
                self._restore(Backup(outcome.merged, taken))
            else:
                words = tr("Something was logged meanwhile. Nothing was changed; try again.")
                failed = True
        self._work = None
        work.close()
        work.deleteLater()
        title = tr("That did not work") if failed else tr("Done")
        self._sheet.show_end(tr("Stopped") if outcome.stopped else title, words)
