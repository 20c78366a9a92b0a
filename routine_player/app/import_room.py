"""The sheet Import runs: what it shows of an import, and what it asks for."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from routine_player.app.desk import Desk
from routine_player.app.importing import Importing
from routine_player.core.language import tr
from routine_player.store.run_import.intake import Fate, ImportLine
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow
from routine_player.ui.work.import_report import Report, ReportGroup, ReportLine
from routine_player.ui.work.import_sheet import ImportSheet

_FILES: Final = "*.fit *.gpx *.tcx *.csv *.gz *.zip *.FIT *.GPX *.TCX *.CSV *.GZ *.ZIP"
_ORDER: Final = (Fate.FAILED, Fate.TAKEN, Fate.JOINED, Fate.SKIPPED)
_TITLES: Final = {
    Fate.FAILED: "{count} could not be taken",
    Fate.TAKEN: "{count} taken",
    Fate.JOINED: "{count} joined with a run you had",
    Fate.SKIPPED: "{count} left out",
}


class ImportRoom(QObject):
    """Imports on behalf of the window, one import at a time."""

    def __init__(self, theme: Theme, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._paths: tuple[Path, ...] = ()
        self._every_sport = False
        self._importing: Importing | None = None
        self._sheet = ImportSheet(theme, window)
        self._sheet.files_wished.connect(self.choose_files)
        self._sheet.folder_wished.connect(self.choose_folder)
        self._sheet.cancel_wished.connect(self.cancel)
        self._sheet.undo_wished.connect(self.take_back)
        self._sheet.every_sport_wished.connect(self.take_every_sport)
        self._sheet.deleted_wished.connect(self.take_deleted)

    @property
    def sheet(self) -> ImportSheet:
        return self._sheet

    @property
    def is_busy(self) -> bool:
        return self._importing is not None

    def ask(self) -> None:
        """Ask what to import."""
        if not self._sheet.is_open:
            self._sheet.ask()

    def close(self) -> None:
        """Stop an import that goes on; what it stored stays."""
        if self._importing is not None:
            self._importing.give_up()
            self._importing = None

    @Slot()
    def choose_files(self) -> None:
        """Let the person choose files."""
        kinds = tr("Runs ({kinds});;All files (*)", kinds=_FILES)
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Import runs"), "", kinds)
        self.take([Path(one) for one in chosen])

    @Slot()
    def choose_folder(self) -> None:
        """Let the person choose a folder."""
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Import runs"))
        self.take([Path(chosen)] if chosen else [])

    def take(
        self, paths: Sequence[Path], *, every_sport: bool = False, even_deleted: bool = False
    ) -> None:
        """Import files and folders; nothing happens while another import goes on."""
        if not paths or self._importing is not None:
            return
        self._paths, self._every_sport = tuple(paths), every_sport
        importing = Importing(self._desk, paths, every_sport=every_sport, even_deleted=even_deleted)
        importing.progressed.connect(self._sheet.show_busy)
        importing.ended.connect(self._report)
        self._importing = importing
        self._sheet.show_busy(0, 0)
        importing.begin()

    @Slot()
    def cancel(self) -> None:
        """Read no further."""
        if self._importing is not None:
            self._importing.cancel()

    @Slot()
    def take_every_sport(self) -> None:
        """Import the same again, rides and swims too."""
        self.take(self._paths, every_sport=True)

    @Slot()
    def take_deleted(self) -> None:
        """Import the same again, and with it the runs that the person deleted."""
        self.take(self._paths, every_sport=self._every_sport, even_deleted=True)

    @Slot()
    def take_back(self) -> None:
        """Take the whole import back."""
        self._sheet.close_sheet()
        self._window.undo()

    @Slot(object)
    def _report(self, lines: Sequence[ImportLine]) -> None:
        """Offer the undo, and then, when keys were answered, tell what became of each."""
        importing = self._importing
        if importing is not None:
            if importing.has_stored:
                self._offer_undo(importing, lines)
            QTimer.singleShot(0, self, lambda: self._show_report(importing, lines))

    def _show_report(self, importing: Importing, lines: Sequence[ImportLine]) -> None:
        if self._importing is importing:  # and the window was not closed meanwhile
            self._importing = None
            self._sheet.show_report(report_of(lines, stopped=importing.is_cancelled))
            importing.deleteLater()

    def _offer_undo(self, importing: Importing, lines: Sequence[ImportLine]) -> None:
        desk, edit = self._desk, importing.edit
        count = sum(line.fate in {Fate.TAKEN, Fate.JOINED} for line in lines)

        def undo() -> None:
            desk.write(lambda: desk.history.diary.undo(edit, desk.clock.instant()))

        words = tr("1 run imported") if count == 1 else tr("{count} runs imported", count=count)
        self._window.offer_undo(words, undo)


def report_of(lines: Sequence[ImportLine], *, stopped: bool = False) -> Report:
    """Sum up an import, what failed first."""
    counts = Counter(line.fate for line in lines)
    groups = [
        ReportGroup(
            fate,
            tr(_TITLES[fate], count=counts[fate]),
            tuple(ReportLine(line.name, line.reason) for line in lines if line.fate is fate),
        )
        for fate in _ORDER
        if counts[fate]
    ]
    taken, joined = counts[Fate.TAKEN], counts[Fate.JOINED]
    words = tr("{taken} taken, {joined} joined", taken=taken, joined=joined)
    if counts[Fate.FAILED]:
        words = tr("{words}, {count} failed", words=words, count=counts[Fate.FAILED])
    if stopped:
        words = tr("Stopped: {words}", words=words)
    others = sum(tr("not a run") in line.reason for line in lines)
    deleted = sum(line.was_deleted for line in lines)
    return Report(words, tuple(groups), bool(taken or joined), others, deleted)
