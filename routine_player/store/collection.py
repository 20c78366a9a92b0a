"""The library of one person: what comes with the program, their own folder, and folders added."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from routine_player.store.paths import Places
from routine_player.store.settings import Settings

if TYPE_CHECKING:
    from routine_player.store.library import Library


def load_collection(places: Places, settings: Settings) -> "Library":
    """Read all routines and exercises; what comes later in the list shadows what comes before."""
    # Reading YAML is much to load for a start that has notes of the last one to go by.
    from routine_player.store.library import Library

    return Library.load(_routine_folders(places, settings), _exercise_folders(places))


def fingerprint(places: Places, settings: Settings) -> str:
    """Tell the files of the library from what they were: names, sizes and times of change.

    Equal texts mean that nothing was changed, added or taken away, also in the order of folders.
    """
    folders = (*_routine_folders(places, settings), *_exercise_folders(places))
    return "\n".join(line for folder in folders for line in _state(folder))


def _routine_folders(places: Places, settings: Settings) -> list[Path]:
    added = [Path(folder) for folder in settings.routine_folders]
    return [places.bundled_routines, *added, places.routines]


def _exercise_folders(places: Places) -> list[Path]:
    return [places.bundled_exercises, places.exercises]


def _state(folder: Path) -> Iterator[str]:
    yield str(folder)
    try:
        with os.scandir(folder) as entries:
            lines = [f"{entry.name} {_stamp(entry)}" for entry in entries]
    except OSError as error:
        yield _unseen(error)
    else:
        yield from sorted(lines)


def _stamp(entry: os.DirEntry[str]) -> str:
    try:
        status = entry.stat()
    except OSError as error:
        return _unseen(error)
    return f"{status.st_size} {status.st_mtime_ns}"


def _unseen(error: OSError) -> str:
    """Note that something cannot be looked at; what to tell of it, reading it finds out."""
    return type(error).__name__
