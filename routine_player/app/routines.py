"""The page Routines: every file there is, and what can be done with one."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from routine_player.app.desk import Desk
from routine_player.core.choices import When
from routine_player.core.language import tr
from routine_player.core.problem import Problem
from routine_player.store.routine_file import RoutineFile
from routine_player.store.save import SaveOutcome, save
from routine_player.store.text_file import read_text
from routine_player.ui.routines.values import Origin, RoutineEntry
from routine_player.ui.views.routines import RoutinesView
from routine_player.ui.window import MainWindow

_MOST_COPIES: Final = 99


class RoutinesRoom(QObject):
    """Fills the page. `play_wished` carries what `Desk.entry` knows a routine by."""

    play_wished = Signal(str)

    def __init__(self, view: RoutinesView, desk: Desk, window: MainWindow) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._window = window
        view.start_wished.connect(self.play_wished)
        view.copy_wished.connect(self.copy)
        view.show_folder_wished.connect(self.show_folder)
        view.open_file_wished.connect(self.ask_for_file)
        desk.library_changed.connect(self.refresh)
        desk.stills_changed.connect(self.refresh)
        desk.history_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the files as they are now."""
        played = self._desk.played()
        self._view.show_routines(
            [
                self._entry(key, file, played[file.slug].times if file.slug in played else 0)
                for key, file in self._desk.keyed_entries()
            ]
        )

    @Slot()
    def ask_for_file(self) -> None:
        """Let the person choose a file from anywhere, and show what is in it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a routine"), "", tr("Routines (*.yaml *.yml)")
        )
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Show a routine from anywhere in the list."""
        self._desk.open_file(path)
        self._view.choose(str(path))

    @Slot(str)
    def copy(self, key: str) -> None:
        """Copy a routine to the person's own, where it may be edited and shadows this one."""
        file = self._desk.entry(key)
        if file is None:
            return
        target = self._free_path(file.path)
        found = read_text(file.path)
        if isinstance(found, Problem):
            self._window.say(tr("Not copied: {reason}", reason=found.text))
            return
        data = found.data
        result = save(target, data, None)
        if result.outcome is not SaveOutcome.SAVED:
            self._window.say(tr("Not copied: {reason}", reason=result.text))
            return
        self._desk.reload_library()
        self._view.choose(target.stem)
        self._window.offer_undo(
            tr("Copied to your routines as {name}", name=target.name),
            lambda: self._take_back(target, data),
        )

    @Slot(str)
    def show_folder(self, key: str) -> None:
        """Open the folder that a routine lies in, in the system's own file manager."""
        file = self._desk.entry(key)
        if file is not None:
            url = QUrl.fromLocalFile(str(file.path.parent))
            if not QDesktopServices.openUrl(url):
                self._window.say(tr("It lies in {folder}", folder=file.path.parent))

    def _free_path(self, path: Path) -> Path:
        folder = self._desk.places.routines
        names = [path.name, *(f"{path.stem}-{n}{path.suffix}" for n in range(2, _MOST_COPIES))]
        free = (folder / name for name in names if not (folder / name).exists())
        return next(free, folder / path.name)

    def _take_back(self, target: Path, data: bytes) -> None:
        """Undo a copy, unless it has been edited since."""
        if target.is_file() and target.read_bytes() == data:
            target.unlink()
            self._desk.reload_library()

    def _entry(self, key: str, file: RoutineFile, times_played: int) -> RoutineEntry:
        return RoutineEntry(
            slug=key,
            name=file.name,
            path=str(file.path),
            preview=self._desk.preview(file),
            when=When.ANY if file.routine is None else file.routine.when,
            origin=self._origin(key, file),
            problems=file.problems,
            times_played=times_played,
        )

    def _origin(self, key: str, file: RoutineFile) -> Origin:
        places = self._desk.places
        if key != file.slug:
            return Origin.OPENED
        if file.path.parent == places.bundled_routines:
            return Origin.BUNDLED
        if file.path.parent != places.routines:
            return Origin.ADDED
        is_bundled = (places.bundled_routines / file.path.name).exists()
        return Origin.EDITED if is_bundled else Origin.OWN
