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
from routine_player.store.nearby import NearbyExercises
from routine_player.store.routine_file import RoutineFile, routine_of
from routine_player.store.slugs import with_links_checked, with_slug_refused


def check(paths: Iterable[Path], exercises: Mapping[str, Exercise]) -> list[Problem]:
    """Check files, and the YAML files below folders; each file once, in the order they are met.

    `exercises` are those of the library, by slug. Routines may also call exercises that are
    checked along with them or lie beside them.
    """
    documents: dict[Path, Document] = {}
    problems: list[Problem] = []
    for found in _files(paths):
        if isinstance(found, Problem):
            problems.append(found)
        elif found not in documents:
            documents[found] = open_document(found)
    exercise_files = {
        path: exercise_of(document)
        for path, document in documents.items()
        if document.kind is FileKind.EXERCISE
    }
    checked = {file.slug: file.exercise for file in exercise_files.values() if file.exercise}
    checker = _Checker({**exercises, **checked})
    for path, document in documents.items():
        file = exercise_files.get(path)
        problems += checker.exercise(file) if file is not None else checker.routine(document)
    return problems


def _files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    for path in paths:
        # Not Path.is_dir, which raises where a folder above may not be searched.
        if os.path.isdir(path):  # noqa: PTH112
            yield from files_below(path)
        else:
            yield path


class _Checker:
    """Reads one file after another, knowing those before it."""

    def __init__(self, known: Mapping[str, Exercise]) -> None:
        self._known = known
        self._names: dict[Path, ExerciseNames] = {}
        self._routines: dict[tuple[Path, str], RoutineFile] = {}
        self._exercises: dict[tuple[Path, str], ExerciseFile] = {}

    def exercise(self, file: ExerciseFile) -> tuple[Problem, ...]:
        first = self._exercises.setdefault((file.path.parent, file.slug), file)
        one = file if first is file else with_slug_refused(file, first)
        return with_links_checked(one, self._known).problems

    def routine(self, document: Document) -> tuple[Problem, ...]:
        folder = document.path.parent
        if folder not in self._names:
            self._names[folder] = ExerciseNames(NearbyExercises(folder, self._known))
        file = routine_of(document, self._names[folder])
        first = self._routines.setdefault((folder, file.slug), file)
        return (file if first is file else with_slug_refused(file, first)).problems
