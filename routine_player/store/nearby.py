"""The exercises a routine outside the library may call: those beside it, then the library."""

from collections.abc import Mapping
from pathlib import Path

from routine_player.core.routine import Exercise
from routine_player.store.document import FileKind, open_document
from routine_player.store.exercise_file import exercise_of
from routine_player.store.folders import files_in


class NearbyExercises(dict[str, Exercise]):
    """Exercises by slug; `folder[slug]` also finds a file of that name in the folder.

    A folder of downloads may hold thousands of files, so a file that shadows no exercise of the
    library is read when its name is called, and not before. A dictionary, because every step of
    every routine asks it.
    """

    def __init__(self, folder: Path, library: Mapping[str, Exercise]) -> None:
        super().__init__(library)
        self._beside = {path.stem: path for path in files_in(folder)[0]}
        for slug in self._beside.keys() & library.keys():
            self[slug] = _exercise_in(self._beside[slug]) or library[slug]

    def __missing__(self, slug: str) -> Exercise:
        path = self._beside.get(slug)
        exercise = None if path is None else _exercise_in(path)
        if exercise is None:
            raise KeyError(slug)
        self[slug] = exercise
        return exercise


def _exercise_in(path: Path) -> Exercise | None:
    document = open_document(path)
    return exercise_of(document).exercise if document.kind is FileKind.EXERCISE else None
