"""Reads exercises: a file in, and out come an exercise or all the reasons why there is none."""

from dataclasses import dataclass, replace
from pathlib import Path

from routine_player.core.choices import ExerciseSides
from routine_player.core.language import tr
from routine_player.core.problem import Problem, blocks_loading
from routine_player.core.routine import Exercise
from routine_player.figure.authored import AuthoredMovement
from routine_player.store.declaration import EXERCISE, POSE_KEY
from routine_player.store.document import Document, FileKind, open_document
from routine_player.store.dose import read_sets
from routine_player.store.fields import Given, reader_of
from routine_player.store.findings import Findings

_EXERCISE = reader_of(EXERCISE)
_DEFAULT_MOVE_S = 2.0


@dataclass(frozen=True, slots=True)
class Link:
    """Where a file names another exercise; `line` and `column` count from 1."""

    key: str
    slug: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """A file that should hold an exercise.

    `exercise` is None exactly when a problem is an error; `slug` and `name` are then as good as
    could be told. `links` are the exercises it names, which only a library can look up. `has_pose`
    tells whether it says how the figure shows it; what that is, `store/movement_file.py` reads.
    """

    path: Path
    slug: str
    name: str
    exercise: Exercise | None
    problems: tuple[Problem, ...]
    text: str
    links: tuple[Link, ...] = ()
    has_pose: bool = False

    @property
    def movement(self) -> AuthoredMovement | None:
        """How the figure shows it, read anew each time; None without a pose that is right."""
        # Words of poses are much to load for a start that draws nothing yet.
        from routine_player.store.movement_file import movement_in

        return movement_in(self.path, self.text).movement if self.has_pose else None


def read_exercise(path: Path) -> ExerciseFile:
    """Read the exercise in a file."""
    return exercise_of(open_document(path))


def exercise_of(document: Document) -> ExerciseFile:
    """Read a document as an exercise."""
    findings = document.findings
    exercise: Exercise | None = None
    links: tuple[Link, ...] = ()
    if document.root is not None and document.kind is FileKind.ROUTINE:
        findings.error(document.root.start, tr("This file is a routine; expected an exercise."))
    if document.root is not None and document.kind is FileKind.EXERCISE:
        given = _EXERCISE.read(document.root, findings)
        exercise = _read(document, given)
        links = _links(given, findings)
    problems = findings.problems
    return ExerciseFile(
        path=document.path,
        slug=document.slug,
        name=document.name(FileKind.EXERCISE),
        exercise=None if blocks_loading(problems) else exercise,
        problems=problems,
        text=document.text,
        links=links,
        has_pose=document.root is not None and POSE_KEY in document.root.entries,
    )


def _links(given: Given, findings: Findings) -> tuple[Link, ...]:
    return tuple(
        Link(key, given.get(key), *findings.place(given.start(key)))
        for key in ("easier", "harder")
        if given.get(key) is not None
    )


def _read(document: Document, given: Given) -> Exercise:
    exercise = Exercise(
        slug=document.slug,
        name=document.name(FileKind.EXERCISE),
        position=given.get("position"),
        sides=given.get("sides") or ExerciseSides.NONE,
        aliases=given.get("aliases") or (),
        muscles=given.get("muscles") or (),
        equipment=given.get("equipment") or (),
        tempo=given.get("tempo"),
        move_s=given.get("move") or _DEFAULT_MOVE_S,
        instructions=given.get("instructions") or (),
        mistakes=given.get("mistakes") or (),
        cautions=given.get("cautions") or (),
        easier=given.get("easier"),
        harder=given.get("harder"),
    )
    dose: Given | None = given.get("dose")
    if dose is None:
        return exercise
    sets = read_sets(dose, exercise, document.findings) or ()
    return replace(exercise, sets=sets, dose_source=dose.get("source") or "")
