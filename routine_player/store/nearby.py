"""The exercises a routine outside the library may call: those beside it, then the library."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from routine_player.core.routine import Exercise
from routine_player.store.document import FileKind, open_document
from routine_player.store.exercise_file import exercise_of
from routine_player.store.folders import files_in


class NearbyExercises(Mapping[str, Exercise]):
    """Exercises by slug. A file in `folder` is read when its name is called, and not before.

    A folder of downloads may hold thousands of files, so nothing else in it is opened.
    """

    def __init__(self, folder: Path, library: Mapping[str, Exercise]) -> None:
        self._library = library
        self._beside = {path.stem: path for path in files_in(folder)[0]}
        self._read: dict[str, Exercise | None] = {}

    def __getitem__(self, slug: str) -> Exercise:
        if slug in self._beside and slug not in self._read:
            self._read[slug] = _exercise_in(self._beside[slug])
        return self._read.get(slug) or self._library[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._library)

    def __len__(self) -> int:
        return len(self._library)


def _exercise_in(path: Path) -> Exercise | None:
    document = open_document(path)
    return exercise_of(document).exercise if document.kind is FileKind.EXERCISE else None
