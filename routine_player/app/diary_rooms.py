"""What belongs to the diary: logging a run, importing, everything out and in, and what is asked."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.app.data_room import DataRoom
    from routine_player.app.import_room import ImportRoom
    from routine_player.app.log_run import LogRunRoom
    from routine_player.app.red_flag_asking import RedFlagAsking
    from routine_player.core.pain import Rating
    from routine_player.ui.views.settings import SettingsView

LOG_RUN: Final = "log-run"

_IMPORT_MODULES: Final = (
    "store.run_import.found",
    "app.importing",
    "ui.widgets.sheet",
    "ui.widgets.notice",
    "ui.work.import_report",
    "ui.work.import_sheet",
    "app.import_room",
)
"""What an import needs of modules, in slices of a few milliseconds."""


class DiaryRooms(QObject):
    """Builds each part when it is first asked for.

    `left` follows when the page Log a run is done with: with the id of the entry that was
    corrected, or None.
    """

    left = Signal(object)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        window: MainWindow,
        show_advice: Callable[[], None],
        take_place: Callable[[Path], str],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._desk = desk
        self._window = window
        self._show_advice = show_advice
        self._take_place = take_place
        self._log: LogRunRoom | None = None
        self._import_wishes: list[Callable[[ImportRoom], None]] = []
        window.paths_dropped.connect(self.take_paths)

    @cached_property
    def importer(self) -> "ImportRoom":
        """What takes runs out of files."""
        from routine_player.app.import_room import ImportRoom

        return ImportRoom(self._theme, self._desk, self._window)

    @cached_property
    def data(self) -> "DataRoom":
        """What takes everything out and in."""
        from routine_player.app.data_room import DataRoom

        return DataRoom(self._theme, self._desk, self._window, self._take_place)

    @cached_property
    def asking(self) -> "RedFlagAsking":
        """What asks about red flags."""
        from routine_player.app.red_flag_asking import RedFlagAsking

        return RedFlagAsking(self._theme, self._desk, self._window, self._show_advice)

    def close(self) -> None:
        """End what goes on in workers."""
        for name in ("importer", "data"):
            room: ImportRoom | DataRoom | None = self.__dict__.get(name)
            if room is not None:
                room.close()

    def build_log_run(self) -> QWidget:
        """Build the page Log a run."""
        from routine_player.app.log_run import LogRunRoom
        from routine_player.ui.body_map.pictures import BodyMapPictures
        from routine_player.ui.views.log_run import LogRunView

        view = LogRunView(self._theme, BodyMapPictures(self._desk.places.body_map))
        self._log = room = LogRunRoom(self._theme, view, self._desk, self._window, LOG_RUN)
        room.saved.connect(self.ask_about)
        room.left.connect(self.left)
        room.advice_wished.connect(self._show_advice)
        room.import_wished.connect(self.ask_for_files)
        return view

    def serve_settings(self, view: "SettingsView") -> None:
        """Do what the section Data asks for."""
        view.import_wished.connect(self.ask_for_files)
        view.tables_wished.connect(self.write_tables)
        view.lines_wished.connect(self.write_lines)
        view.merge_wished.connect(self.merge)

    @Slot()
    def log_run(self) -> None:
        """Open the page on which a run is logged."""
        self._window.show_page(LOG_RUN)

    @Slot(object)
    def correct(self, subject: UUID) -> None:
        """Open that page with a run, or a rating, that is stored."""
        self._window.show_page(LOG_RUN)
        if self._log is not None:
            self._log.correct(subject)

    @Slot(object)
    def log_known(self, run: UUID) -> None:
        """Open that page to say how a run was that a file told of."""
        self._window.show_page(LOG_RUN)
        if self._log is not None:
            self._log.correct(run, is_first=True)

    @Slot(object)
    def ask_about(self, told: "tuple[Sequence[Rating], bool]") -> None:
        """Ask about red flags where what was logged calls for it."""
        self.asking.ask_about(told[0], is_first=told[1])

    @Slot(object)
    def take_morning(self, rating: "Rating") -> None:
        """Offer this morning's answer back, and ask what it calls for."""
        desk = self._desk

        def undo() -> None:
            desk.write(lambda: desk.history.diary.delete(rating.id, desk.clock.instant()))

        words = tr("This morning: {score} of 10", score=rating.score)
        self._window.offer_undo(words, undo)
        self.asking.ask_about((rating,), is_first=False)

    @Slot()
    def ask_for_files(self) -> None:
        """Ask which files to import."""
        self._have_importer(lambda room: room.ask())

    @Slot(object)
    def take_paths(self, paths: Sequence[Path]) -> None:
        """Import what was dropped on the window."""
        self._have_importer(lambda room: room.take(paths))

    def _have_importer(self, wish: "Callable[[ImportRoom], None]") -> None:
        """Have something done by what imports; the window answers while that is built."""
        self._import_wishes.append(wish)
        if len(self._import_wishes) == 1:
            self._go_on_building(self._importer_slices())

    def _go_on_building(self, slices: Iterator[None]) -> None:
        for _ in slices:
            QTimer.singleShot(0, self, lambda: self._go_on_building(slices))
            return

    def _importer_slices(self) -> Iterator[None]:
        """Build what imports piece by piece, and then do what was wished of it."""
        if "importer" not in self.__dict__:
            for name in _IMPORT_MODULES:
                import_module(f"routine_player.{name}")
                yield
            _ = self.importer
            yield
        room = self.importer
        wishes, self._import_wishes = self._import_wishes, []
        for wish in wishes:
            wish(room)

    @Slot()
    def write_tables(self) -> None:
        self.data.write_tables()

    @Slot()
    def write_lines(self) -> None:
        self.data.write_lines()

    @Slot()
    def merge(self) -> None:
        self.data.merge()
