"""Checks files and folders that a person names: all problems of all files."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from routine_player.core.problem import Problem
from routine_player.core.routine import Exercise
from routine_player.store.document import Document, FileKind, open_document
from routine_player.store.exercise_file import ExerciseFile, exercise_of
from routine_player.store.exercise_names import ExerciseNames
from routine_player.store.folders import files_below
from routine_player.store.movement_file import movement_of
from routine_player.store.nearby import NearbyExercises
from routine_player.store.routine_file import routine_of
from routine_player.store.slugs import File, with_links_checked, with_slug_refused


def check(
    paths: Iterable[Path], exercises: Mapping[str, Exercise], solutions: Path | None = None
) -> list[Problem]:
    """Check files, and the YAML files below folders; each file once, in the order they are met.

    `exercises` are those of the library, by slug. Routines may also call exercises that are
    checked along with them or lie beside them. Poses are solved, to tell what in them does not come
    true, where the folder of `solutions` that come with the program is given.
    """
    checker = _Checker(exercises, solutions)
    problems: list[Problem] = []
    files: dict[Path, tuple[Problem, ...]] = {}
    for found in _files(paths):
        if isinstance(found, Problem):
            problems.append(found)
        elif found not in files:
            files[found] = checker.look(found)
    files |= checker.look_again()
    return problems + [problem for found in files.values() for problem in found]


def _files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    for path in paths:
        # Not Path.is_dir, which raises where a folder above may not be searched.
        if os.path.isdir(path):  # noqa: PTH112
            yield from files_below(path)
        else:
            yield path


class _Checker:
    """Reads one file after another, and keeps of them what the others need.

    Trees are let go at once: with a hundred of them about, collecting garbage would take longer
    than reading. So routines are read twice when exercises are checked along with them.
    """

    def __init__(self, library: Mapping[str, Exercise], solutions: Path | None) -> None:
        self._known = dict(library)
        self._solutions = solutions
        self._exercise_files: list[ExerciseFile] = []
        self._poses: dict[Path, tuple[Problem, ...]] = {}
        self._routines: list[Path] = []
        self._names: dict[Path, ExerciseNames] = {}
        self._first: dict[tuple[Path, FileKind, str], Path] = {}

    def look(self, path: Path) -> tuple[Problem, ...]:
        """Read a file; what it says of exercises in other files is not yet certain."""
        document = open_document(path)
        if document.kind is FileKind.EXERCISE:
            file = self._once(exercise_of(document), FileKind.EXERCISE, path.parent)
            self._exercise_files.append(file)
            self._poses[path] = self._pose(document)
            return (*file.problems, *self._poses[path])
        self._routines.append(path)
        return self._routine(document)

    def look_again(self) -> dict[Path, tuple[Problem, ...]]:
        """Give the problems of the files that exercises checked along may bear on."""
        if not self._exercise_files:
            return {}
        self._known |= {file.slug: file.exercise for file in self._exercise_files if file.exercise}
        self._names.clear()
        exercises = {
            file.path: (
                *with_links_checked(file, self._known).problems,
                *self._poses[file.path],
            )
            for file in self._exercise_files
        }
        return exercises | {path: self._routine(open_document(path)) for path in self._routines}

    def _pose(self, document: Document) -> tuple[Problem, ...]:
        """Read the pose of an exercise, and solve it if it can be."""
        reading = movement_of(document)
        if reading.movement is None or self._solutions is None:
            return reading.problems
        from routine_player.store.pose_check import solved_problems

        found = solved_problems(document.path, reading.movement, self._solutions)
        return (*reading.problems, *found)

    def _routine(self, document: Document) -> tuple[Problem, ...]:
        folder = document.path.parent
        names = self._names.get(folder)
        if names is None:
            names = self._names[folder] = ExerciseNames(NearbyExercises(folder, self._known))
        return self._once(routine_of(document, names), FileKind.ROUTINE, folder).problems

    def _once(self, file: File, kind: FileKind, folder: Path) -> File:
        """Refuse a file whose slug another one of its folder has."""
        first = self._first.setdefault((folder, kind, file.slug), file.path)
        return file if first == file.path else with_slug_refused(file, first)
