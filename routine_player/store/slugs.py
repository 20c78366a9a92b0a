"""What only several files together can show: slugs that are taken, and slugs that lead nowhere."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.store.exercise_file import ExerciseFile
from routine_player.store.routine_file import RoutineFile
from routine_player.store.text_file import shown_path
from routine_player.store.values import near, shown

File = TypeVar("File", RoutineFile, ExerciseFile)


def with_slug_refused(file: File, first: Path) -> File:
    """Make an error of a file whose slug is that of the file at `first`.

    It goes by its file name then, so that it can be listed.
    """
    text = tr(
        "The slug `{slug}` is taken by {first}. Rename this file, or give it an `id` of its own.",
        slug=shown(file.slug),
        first=shown_path(first),
    )
    problem = Problem(shown_path(file.path), 1, 1, Severity.ERROR, text)
    problems = (problem, *file.problems)
    slug = file.path.name
    if isinstance(file, RoutineFile):
        return replace(file, slug=slug, routine=None, problems=problems)
    return replace(file, slug=slug, exercise=None, problems=problems)


def with_links_checked(file: ExerciseFile, slugs: Collection[str]) -> ExerciseFile:
    """Warn of easier and harder variants that are not among `slugs`."""
    return replace(file, problems=(*file.problems, *_broken_links(file, slugs)))


def _broken_links(file: ExerciseFile, slugs: Collection[str]) -> list[Problem]:
    found: list[Problem] = []
    for link in file.links:
        if link.slug in slugs:
            continue
        meant = near(link.slug, slugs)
        text = tr("`{key}`: there is no exercise `{slug}`.", key=link.key, slug=shown(link.slug))
        if meant is not None:
            text = tr("{text} Did you mean `{word}`?", text=text, word=meant)
        path = shown_path(file.path)
        found.append(Problem(path, link.line, link.column, Severity.WARNING, text, meant))
    return found
