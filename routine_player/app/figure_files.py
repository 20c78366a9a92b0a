"""Where the figures of exercises lie: stills that came with the program, and what was drawn."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.ui.figure.sheet import note_path
from routine_player.ui.figure.sheet_note import STILL_SIZE
from routine_player.ui.figure.sheet_picture import SHEET_SUFFIX, STILL_SUFFIX

if TYPE_CHECKING:
    from routine_player.app.figure_orders import Order
    from routine_player.play.cache_folder import CacheFolder
    from routine_player.store.exercise_file import ExerciseFile
    from routine_player.ui.figure.figures import Facts, Found, Want

_PARTLY: Final = "-few"
_ENDINGS: Final = ("yaml", "yml")


class _Known(NamedTuple):
    """An exercise whose figure can be drawn: its file, and a name for what is drawn of it."""

    path: Path
    fingerprint: str
    facts: "Facts"


class FigureFiles(QObject):
    """Finds sheets and stills, and says what has to be drawn where there is none.

    `still_missed` follows when a still was asked for that is not there yet; `missing_stills` are
    those exercises. Nothing is read of the library before somebody else has read it;
    `was_asked_early` tells that there might have been more to show by now.
    """

    still_missed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._known: dict[str, _Known | None] = {}
        self._failed: set[str] = set()
        self._missing: dict[str, None] = {}
        self.was_asked_early = False
        desk.library_changed.connect(self.forget)

    @property
    def missing_stills(self) -> tuple[str, ...]:
        """The exercises whose stills are to be drawn, in the order they were asked for."""
        return tuple(self._missing)

    def still(self, exercise: str) -> Path | None:
        """Give the still of an exercise; None if it has none, or none yet."""
        bundled = self._desk.places.stills / f"{exercise}{STILL_SUFFIX}"
        if self._is_bundled(exercise) and note_path(bundled).is_file():
            return bundled
        self.was_asked_early |= not self._desk.is_stocked
        order = self.still_order(exercise)
        if order is None:
            return None
        path = Path(order.path)
        if self._cache.find(note_path(path)):
            self._missing.pop(exercise, None)
            return path
        if exercise not in self._missing:
            self._missing[exercise] = None
            self.still_missed.emit()
        return None

    def facts(self, exercise: str) -> "Facts | None":
        """Give what is known of an exercise's figure; None where it has none."""
        known = self._exercise(exercise)
        return None if known is None else known.facts

    def sheet(self, want: "Want") -> "Found | None":
        """Give the best sheet that there is by now; None where there is none yet."""
        from routine_player.ui.figure.figures import Found

        order = self.order(want)
        if order is None:
            return None
        for path, is_whole in ((Path(order.path), True), (Path(order.partly_path), False)):
            if self._cache.find(note_path(path)):
                self._cache.find(path)
                return Found(path, is_whole)
        return None

    def reject(self, path: Path) -> None:
        """Take a sheet away that cannot be read, so that it is drawn again."""
        for damaged in (note_path(path), path):
            damaged.unlink(missing_ok=True)

    def order(self, want: "Want") -> "Order | None":
        """Say how to draw a sheet; None where that is impossible."""
        from routine_player.app.figure_orders import Order, Product

        known = self._exercise(want.exercise)
        if known is None:
            return None
        size = want.width, want.height
        path = self._cache.path(
            known.fingerprint, self._stamp, size, want.is_far, suffix=SHEET_SUFFIX
        )
        partly = path.with_stem(path.stem + _PARTLY)
        return self._unless_failed(
            Order(
                exercise=str(known.path),
                product=Product.SHEET,
                width=want.width,
                height=want.height,
                path=str(path),
                partly_path=str(partly),
                is_far=want.is_far,
                solution=str(self._solution(want.exercise)),
                keep=str(self._cache.folder),
            )
        )

    def still_order(self, exercise: str) -> "Order | None":
        """Say how to draw a still; None where that is impossible."""
        from routine_player.app.figure_orders import Order, Product

        known = self._exercise(exercise)
        if known is None:
            return None
        path = self._cache.path(known.fingerprint, self._stamp, "still", suffix=STILL_SUFFIX)
        width, height = STILL_SIZE
        return self._unless_failed(
            Order(
                exercise=str(known.path),
                product=Product.STILL,
                width=width,
                height=height,
                path=str(path),
                solution=str(self._solution(exercise)),
                keep=str(self._cache.folder),
            )
        )

    def fail(self, path: str) -> None:
        """Take note that what was to be at `path` cannot be drawn, until exercises change."""
        self._failed.add(path)
        self._missing = {
            exercise: None for exercise in self._missing if self.still_order(exercise) is not None
        }

    @Slot()
    def forget(self) -> None:
        """Look at every exercise anew: some were changed."""
        self._known.clear()
        self._failed.clear()
        self._missing.clear()

    def prune(self) -> None:
        """Delete what was of no use for longest, where there is too much."""
        self._cache.prune()

    @cached_property
    def _cache(self) -> "CacheFolder":
        from routine_player.app.figure_orders import MOST_BYTES
        from routine_player.play.cache_folder import CacheFolder

        return CacheFolder(self._desk.places.figure_cache, MOST_BYTES)

    @cached_property
    def _stamp(self) -> str:
        from routine_player.app.figure_facts import engine_stamp

        return engine_stamp(self._desk.places.package)

    def _solution(self, exercise: str) -> Path:
        """Where the solved movement lies if the program brought it."""
        return self._desk.places.stills / f"{exercise}.json"

    def _unless_failed(self, order: "Order") -> "Order | None":
        return None if order.path in self._failed else order

    def _is_bundled(self, exercise: str) -> bool:
        """Whether an exercise is that of the program, as far as that can be told by now."""
        places = self._desk.places
        if not self._desk.is_stocked:
            return not any((places.exercises / f"{exercise}.{end}").exists() for end in _ENDINGS)
        file = self._file(exercise)
        return file is not None and file.path.parent == places.bundled_exercises

    def _exercise(self, exercise: str) -> _Known | None:
        if not self._desk.is_stocked:
            return None
        if exercise not in self._known:
            self._known[exercise] = self._look_up(exercise)
        return self._known[exercise]

    def _look_up(self, exercise: str) -> _Known | None:
        from routine_player.app.figure_facts import facts_of, fingerprint_of

        file = self._file(exercise)
        movement = None if file is None else file.movement
        if file is None or movement is None:
            return None
        return _Known(file.path, fingerprint_of(movement), facts_of(movement))

    def _file(self, exercise: str) -> "ExerciseFile | None":
        files = self._desk.library.exercise_files
        return next((file for file in files if file.slug == exercise), None)
