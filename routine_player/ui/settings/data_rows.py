"""Where things are: the person's folders, and the backups of the history."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from routine_player.core.language import tr
from routine_player.store.backups import Backup
from routine_player.ui.settings.changes import Changes
from routine_player.ui.settings.folder_rows import (
    add_folder_row,
    added_folder_row,
    backup_row,
    backup_title,
    button_row,
    data_folder_row,
    export_row,
    import_row,
    last_edit_row,
    merge_row,
    own_folder_row,
)
from routine_player.ui.settings.row import Row
from routine_player.ui.theme import Theme

_BACKUPS_SHOWN = 5


class DataRows(QObject):
    """Builds the rows that depend on what is on disk. `outdated` says that they have to be anew."""

    folder_add_wished = Signal()
    folder_open_wished = Signal(object)
    restore_wished = Signal(object)
    import_wished = Signal()
    tables_wished = Signal()
    lines_wished = Signal()
    merge_wished = Signal()
    undo_wished = Signal()
    outdated = Signal()

    def __init__(self, theme: Theme, changes: Changes) -> None:
        super().__init__(changes)
        self._theme = theme
        self._changes = changes
        self._data = Path()
        self._routines = Path()
        self._backups: tuple[Backup, ...] = ()
        self._shows_all = False
        self._last_edit = ""

    def show_places(self, data: Path, routines: Path) -> None:
        """Take in where the person's data and own routines are."""
        self._data, self._routines = data, routines
        self.outdated.emit()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Take in what backups there are, newest first."""
        self._backups = tuple(backups)
        self.outdated.emit()

    def show_last_edit(self, words: str) -> None:
        """Take in what was changed last in the log; empty where there is nothing to take back."""
        if words != self._last_edit:
            self._last_edit = words
            self.outdated.emit()

    def folders(self) -> list[Row]:
        """The folders that routines are read from."""
        theme = self._theme
        rows = [own_folder_row(theme, self._routines, self._opening(self._routines))]
        for folder in self._changes.settings.routine_folders:
            remove = partial(self._remove, folder)
            rows.append(added_folder_row(theme, folder, self._opening(Path(folder)), remove))
        return [*rows, add_folder_row(theme, self.folder_add_wished.emit)]

    def data(self) -> list[Row]:
        """The data folder, what goes in and out, and the newest backups."""
        theme, backups = self._theme, self._backups
        shown = backups if self._shows_all else backups[:_BACKUPS_SHOWN]
        rows = [
            data_folder_row(theme, self._data, self._opening(self._data)),
            import_row(theme, self.import_wished.emit),
            export_row(theme, self.tables_wished.emit, self.lines_wished.emit),
            merge_row(theme, self.merge_wished.emit),
        ]
        if self._last_edit:
            rows.append(last_edit_row(theme, self._last_edit, self.undo_wished.emit))
        rows.append(self._about_backups())
        same = Counter(backup_title(backup) for backup in backups)
        rows += [
            backup_row(
                theme,
                backup,
                partial(self.restore_wished.emit, backup),
                to_the_second=same[backup_title(backup)] > 1,
            )
            for backup in shown
        ]
        if len(shown) < len(backups):
            more = tr("{count} older ones", count=len(backups) - len(shown))
            show = (tr("Show all"), "caret-down", self._show_all)
            rows.append(button_row(theme, more, "", [show], tr("backup history restore")))
        return rows

    def _about_backups(self) -> Row:
        title = tr("Backups of your history")
        none = tr("None yet: the first follows what you do or log.")
        some = tr("Before one is restored, your present history is backed up; nothing is deleted.")
        return Row(self._theme, title, some if self._backups else none, words=tr("restore"))

    def _opening(self, folder: Path) -> Callable[[], None]:
        return partial(self.folder_open_wished.emit, folder)

    def _remove(self, folder: str) -> None:
        now = self._changes.settings.routine_folders
        left = tuple(one for one in now if one != folder)
        name = Path(folder).name or folder
        self._changes.change(tr("Folder removed: {name}", name=name), routine_folders=left)

    def _show_all(self) -> None:
        self._shows_all = True
        self.outdated.emit()
