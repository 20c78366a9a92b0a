"""Notices that files of the library changed, and has them read again."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from routine_player.app.desk import Desk

_SETTLED_MS: Final = 300
"""Editors write a file in several strokes: only when it has been quiet so long is it read."""


class FolderWatch(QObject):
    """Watches the person's folders, the files in them, and files opened from elsewhere."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(desk.reload_library)
        self._watcher.directoryChanged.connect(self._note_change)
        self._watcher.fileChanged.connect(self._note_change)
        desk.library_changed.connect(self.watch)
        self.watch()

    def close(self) -> None:
        """Look at nothing any more."""
        self._settled.stop()
        self._watcher.directoryChanged.disconnect(self._note_change)
        self._watcher.fileChanged.disconnect(self._note_change)

    @Slot()
    def watch(self) -> None:
        """Watch what is there now; a file that an editor replaced is another file."""
        places, library = self._desk.places, self._desk.library
        folders = {places.routines, places.exercises, *library.routine_folders}
        files = {file.path for file in (*library.entries, *library.exercise_files)}
        own = {path for path in files if path.parent not in _bundled(self._desk)}
        opened = {file.path for file in self._desk.opened}
        wanted = {str(path) for path in (folders | own | opened) if path.exists()}
        fresh = wanted - {*self._watcher.directories(), *self._watcher.files()}
        if fresh:
            self._watcher.addPaths(sorted(fresh))

    @Slot(str)
    def _note_change(self, _: str) -> None:
        self._settled.start()


def _bundled(desk: Desk) -> set[Path]:
    """What comes with the program changes only with it."""
    return {desk.places.bundled_routines, desk.places.bundled_exercises}
