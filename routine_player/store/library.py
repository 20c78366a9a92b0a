"""All routines and exercises there are: those that come with the program, and a person's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from routine_player.core.problem import Problem
from routine_player.core.routine import Exercise
from routine_player.figure.authored import AuthoredMovement
from routine_player.store.document import Document, FileKind, open_document
from routine_player.store.exercise_file import ExerciseFile, exercise_of
from routine_player.store.exercise_names import ExerciseNames, slugified
from routine_player.store.folders import ENDINGS, files_in
from routine_player.store.nearby import NearbyExercises
from routine_player.store.routine_file import RoutineFile, read_routine, routine_of
from routine_player.store.slugs import File, with_links_checked, with_slug_refused
from routine_player.store.values import near


@dataclass(frozen=True, slots=True)
class Library:
    """Every file of the library, the broken ones too, each slug once.

    `exercises` are those that can be used, by slug. `problems` are those of folders; the problems
    of a file are with the file.
    """

    entries: tuple[RoutineFile, ...]
    exercise_files: tuple[ExerciseFile, ...]
    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]
    routine_folders: tuple[Path, ...]

    @classmethod
    def load(cls, routine_folders: Iterable[Path], exercise_folders: Iterable[Path]) -> "Library":
        """Read all files that are right in the folders; a folder that is missing has none.

        A file in a later folder shadows one of the same slug in an earlier one. What a file is
        follows from its first key, not from where it lies.
        """
        routines, exercises = tuple(routine_folders), tuple(exercise_folders)
        shelves = [_open(folder, FileKind.EXERCISE) for folder in exercises]
        shelves += [_open(folder, FileKind.ROUTINE) for folder in routines]
        exercise_shelves = [
            _each_once([exercise_of(one) for one in shelf.exercises]) for shelf in shelves
        ]
        usable = {
            file.slug: file.exercise
            for shelf in exercise_shelves
            for file in shelf
            if file.exercise is not None
        }
        names = ExerciseNames(usable)
        return cls(
            entries=_shadowed(
                _each_once([routine_of(one, names) for one in shelf.routines]) for shelf in shelves
            ),
            exercise_files=tuple(
                with_links_checked(file, usable) for file in _shadowed(exercise_shelves)
            ),
            exercises=usable,
            problems=tuple(shelf.problem for shelf in shelves if shelf.problem is not None),
            routine_folders=routines,
        )

    def routine(self, slug: str) -> RoutineFile | None:
        """Give the file of a slug, broken or not."""
        return next((entry for entry in self.entries if entry.slug == slug), None)

    def movement_of(self, slug: str) -> AuthoredMovement | None:
        """Read how the figure shows an exercise; None where nothing, or nothing right, is said."""
        file = next((file for file in self.exercise_files if file.slug == slug), None)
        return None if file is None else file.movement

    def find(self, text: str) -> RoutineFile | None:
        """Give the routine that `text` names: a slug of the library, else a path to a file.

        None where it is neither; a path that cannot be read gives a file with its problem.
        """
        entry = self.routine(text)
        if entry is not None:
            return entry
        path = Path(text).expanduser()
        if text.endswith(ENDINGS) or path.name != text or path.is_file():
            return self.open(path)
        return None

    def open(self, path: Path) -> RoutineFile:
        """Read a routine from anywhere; exercises that lie beside it are known to it too."""
        return read_routine(path, NearbyExercises(path.parent, self.exercises))

    def nearest(self, text: str) -> str | None:
        """Give the slug that was probably meant by a word that names no routine."""
        known = {slugified(entry.name): entry.slug for entry in self.entries}
        known |= {entry.slug: entry.slug for entry in self.entries}
        found = near(text, known)
        return None if found is None else known[found]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What lies in one folder."""

    routines: list[Document]
    exercises: list[Document]
    problem: Problem | None


def _open(folder: Path, expected: FileKind) -> _Shelf:
    """Open the files of a folder; those that do not tell what they are count as `expected`."""
    paths, problem = files_in(folder)
    shelf = _Shelf([], [], problem)
    for path in paths:
        document = open_document(path)
        kind = document.kind or expected
        (shelf.routines if kind is FileKind.ROUTINE else shelf.exercises).append(document)
    return shelf


def _each_once(files: Iterable[File]) -> list[File]:
    """Make an error of every file whose slug another one of its folder has."""
    first: dict[str, File] = {}
    for file in files:
        one = with_slug_refused(file, first[file.slug].path) if file.slug in first else file
        first[one.slug] = one
    return list(first.values())


def _shadowed(shelves: Iterable[Iterable[File]]) -> tuple[File, ...]:
    """Keep the last file of each slug, at the place of the first."""
    return tuple({file.slug: file for shelf in shelves for file in shelf}.values())
