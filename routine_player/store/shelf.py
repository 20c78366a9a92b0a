"""The routines of one person: at a glance from notes, whole as soon as one is opened."""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from routine_player.core.glance import Glance, glance_of
from routine_player.store.collection import fingerprint, load_collection
from routine_player.store.glances import read_glances, write_glances
from routine_player.store.paths import Places
from routine_player.store.settings import Settings

if TYPE_CHECKING:
    from routine_player.core.preview import Preview
    from routine_player.store.library import Library
    from routine_player.store.routine_file import RoutineFile

_log = logging.getLogger(__name__)


class Shelf:
    """Reads the library once it is needed; until then the notes of the last start speak for it."""

    def __init__(self, places: Places, settings: Settings) -> None:
        self._places = places
        self._settings = settings
        self._library: Library | None = None
        self._glances: tuple[Glance, ...] | None = None
        self._previews: dict[str, Preview] = {}

    @property
    def library(self) -> "Library":
        """All files, read when this is first asked for."""
        if self._library is None:
            self._library = load_collection(self._places, self._settings)
        return self._library

    @property
    def is_read(self) -> bool:
        """Whether the files were read by now."""
        return self._library is not None

    @property
    def glances(self) -> tuple[Glance, ...]:
        """Every routine that can be played, in the order of the library."""
        if self._glances is None:
            noted = self._noted() if self._library is None else None
            self._glances = self._seen() if noted is None else noted
        return self._glances

    def preview(self, file: "RoutineFile") -> "Preview | None":
        """Sum up a routine; None for a broken file."""
        if file.routine is None:
            return None
        key = str(file.path)
        if key not in self._previews:
            from routine_player.core.compilation import compile_timeline
            from routine_player.core.preview import preview_of

            self._previews[key] = preview_of(file.routine, compile_timeline(file.routine))
        return self._previews[key]

    def reload(self, settings: Settings) -> None:
        """Read all files again, those of the folders that `settings` name."""
        self._settings = settings
        self._library = self._glances = None
        self._previews.clear()
        self.take_stock()

    def take_stock(self) -> bool:
        """Read the files and note what they hold for the next start.

        Whether that is other than what `glances` said: they are right from now on.
        """
        found = fingerprint(self._places, self._settings)  # before reading: what changes is new
        said, self._glances = self._glances, self._seen()
        if read_glances(self._places.glances, found) != self._glances:
            try:
                write_glances(self._places.glances, found, self._glances)
            except OSError as error:
                _log.info("the next start has to read every routine: %s", error)
        return said is not None and said != self._glances

    def _noted(self) -> tuple[Glance, ...] | None:
        return read_glances(self._places.glances, fingerprint(self._places, self._settings))

    def _seen(self) -> tuple[Glance, ...]:
        return tuple(self._each_seen())

    def _each_seen(self) -> Iterator[Glance]:
        for file in self.library.entries:
            preview = self.preview(file)
            if file.routine is not None and preview is not None:
                yield glance_of(file.routine.when, preview)
