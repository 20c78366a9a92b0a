"""What the whole app works with: the person's settings, library and history, and news of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.core.glance import Glance
from routine_player.play.clock import Clock
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places
from routine_player.store.settings import Settings, write_settings
from routine_player.store.shelf import Shelf

if TYPE_CHECKING:
    from routine_player.core.preview import Preview
    from routine_player.store.history_values import Played, Unfinished
    from routine_player.store.library import Library
    from routine_player.store.routine_file import RoutineFile


class Desk(QObject):
    """Holds what may change while the app runs, and tells when it does.

    `library_changed` follows a change of files, `stills_changed` one of how exercises are pictured
    in lists, `history_changed` one of what was played or rated, `backups_changed` a new backup,
    `settings_changed` carries the new settings. `failed` carries words for the person.
    """

    library_changed = Signal()
    stills_changed = Signal()
    history_changed = Signal()
    backups_changed = Signal()
    settings_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        places: Places,
        clock: Clock,
        settings: Settings,
        history: History,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.places = places
        self.clock = clock
        self._settings = settings
        self._history = history
        self._shelf = Shelf(places, settings)
        self._opened: dict[str, RoutineFile] = {}

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def library(self) -> "Library":
        """All files of the library, which are read when this is first asked for."""
        return self._shelf.library

    @property
    def is_stocked(self) -> bool:
        """Whether the files of the library were read by now."""
        return self._shelf.is_read

    @property
    def glances(self) -> tuple[Glance, ...]:
        """Every routine of the library that can be played, without having to read it."""
        return self._shelf.glances

    @property
    def history(self) -> History:
        return self._history

    def keyed_entries(self) -> Iterator[tuple[str, "RoutineFile"]]:
        """Give every routine file, broken ones too, with what `entry` knows it by."""
        for file in self.library.entries:
            yield file.slug, file
        yield from self._opened.items()

    def entry(self, key: str) -> "RoutineFile | None":
        """Give a routine by its slug, or by the path of one that was opened from elsewhere."""
        return self._opened.get(key) or self.library.routine(key)

    def open_file(self, path: Path) -> "RoutineFile":
        """Take a routine from anywhere into the list, for as long as the app runs."""
        file = self.library.open(path)
        self._opened[str(path)] = file
        self.library_changed.emit()
        return file

    def preview(self, file: "RoutineFile") -> "Preview | None":
        """Sum up a routine; None for a broken file."""
        return self._shelf.preview(file)

    def played(self) -> Mapping[str, "Played"]:
        """How often each routine was done, by slug."""
        return self._history.played()

    @Slot()
    def reload_library(self) -> None:
        """Read all files again."""
        self._shelf.reload(self._settings)
        self._opened = {key: self.library.open(file.path) for key, file in self._opened.items()}
        self.library_changed.emit()

    def take_stock(self) -> None:
        """Read all files where only notes on them spoke so far, and put right what they said."""
        if self._shelf.take_stock():
            self.library_changed.emit()

    @property
    def opened(self) -> tuple["RoutineFile", ...]:
        """Routines that were opened from elsewhere."""
        return tuple(self._opened.values())

    def change(self, **values: Any) -> None:
        """Change some settings by name."""
        self.change_settings(replace(self._settings, **values))

    @Slot(object)
    def change_settings(self, settings: Settings) -> None:
        """Take new settings, and write them down."""
        before, self._settings = self._settings, settings
        problem = write_settings(settings, self.places.settings)
        if problem is not None:
            self.failed.emit(problem.text)
        self.settings_changed.emit(settings)
        if before.routine_folders != settings.routine_folders:
            self.reload_library()

    def keep_unfinished(self, left: "Unfinished") -> None:
        """Keep what was done of a session that was cut off: it is over."""
        self.write(lambda: self._history.keep_unfinished(left.begun.id, self.clock.instant()))

    def write(self, deed: Callable[[], object]) -> bool:
        """Change the history, and tell; whether it could be done, the person is told why not."""
        try:
            deed()
        except HistoryError as error:
            self.failed.emit(str(error))
            return False
        self.history_changed.emit()
        return True

    def replace_history(self, history: History) -> None:
        """Go on with another history, as after a backup was restored."""
        self._history = history
        self.history_changed.emit()
