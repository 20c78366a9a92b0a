"""Reads routines: a file in, and out come a routine or all the reasons why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from routine_player.core.choices import When
from routine_player.core.language import tr
from routine_player.core.limits import MAX_PHASES, MAX_TOTAL_S, is_too_much, measure
from routine_player.core.problem import Problem, Severity, blocks_loading
from routine_player.core.routine import Exercise, Routine
from routine_player.store.declaration import ROUTINE
from routine_player.store.document import Document, FileKind, open_document
from routine_player.store.exercise_names import ExerciseNames
from routine_player.store.fields import Given, reader_of
from routine_player.store.findings import Findings
from routine_player.store.hints import hints_for
from routine_player.store.step_reader import StepReader

_ROUTINE = reader_of(ROUTINE)


@dataclass(frozen=True, slots=True)
class RoutineFile:
    """A file that should hold a routine.

    `routine` is None exactly when a problem is an error; `slug` and `name` are then as good as
    could be told. `text` is what stands in the file, without a byte order mark.
    """

    path: Path
    slug: str
    name: str
    routine: Routine | None
    problems: tuple[Problem, ...]
    text: str


def read_routine(path: Path, exercises: Mapping[str, Exercise]) -> RoutineFile:
    """Read the routine in a file; `exercises` are those that it may call, by slug."""
    return routine_of(open_document(path), ExerciseNames(exercises))


def routine_of(document: Document, names: ExerciseNames) -> RoutineFile:
    """Read a document as a routine."""
    findings = document.findings
    if document.kind is FileKind.EXERCISE and document.root is not None:
        findings.error(document.root.start, tr("This file is an exercise; expected a routine."))
    routine = None
    if document.kind is FileKind.ROUTINE and document.root is not None:
        routine = _read(document, _ROUTINE.read(document.root, findings), names)
    problems = findings.problems
    return RoutineFile(
        path=document.path,
        slug=document.slug,
        name=routine.name if routine else document.name(FileKind.ROUTINE),
        routine=None if blocks_loading(problems) else routine,
        problems=problems,
        text=document.text,
    )


def _read(document: Document, given: Given, names: ExerciseNames) -> Routine:
    """Build the routine, whole if nothing was found to be wrong."""
    findings = document.findings
    defaults: Given | None = given.get("defaults")
    default_rest_s: float | None = defaults.get("rest") if defaults else None
    steps = StepReader(document.path, names, findings, default_rest_s or 0.0)
    routine = Routine(
        slug=document.slug,
        name=document.name(FileKind.ROUTINE),
        items=steps.items(given.get("steps") or ()),
        when=given.get("when") or When.ANY,
        summary=given.get("summary") or "",
        default_prepare_s=defaults.get("prepare") if defaults else None,
        path=str(document.path),
    )
    if not findings.has_errors:
        _check_length(given, routine, findings)
        for line, text in hints_for(routine):
            column = _column_of_step(document.text, line)
            findings.add(Problem(findings.file, line, column, Severity.HINT, text))
    return routine


def _check_length(given: Given, routine: Routine, findings: Findings) -> None:
    if not is_too_much(routine.items, routine.default_prepare_s):
        return
    total = measure(routine.items, routine.default_prepare_s)
    if total.phases > MAX_PHASES:
        text = tr("The steps come to more than {most:,} phases.", most=MAX_PHASES)
        findings.error(given.key_start("steps"), text)
    if total.seconds > MAX_TOTAL_S:
        text = tr("The steps take more than {hours} hours.", hours=MAX_TOTAL_S // 3600)
        findings.error(given.key_start("steps"), text)


def _column_of_step(text: str, line: int) -> int:
    """Where a step begins in its line, after the dash."""
    written = text.splitlines()[line - 1]
    return len(written) - len(written.lstrip(" -")) + 1
