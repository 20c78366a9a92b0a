from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.choices import ExerciseSides, Position
from routine_player.core.problem import Severity
from routine_player.core.routine import (
    Dose,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Tempo,
)
from routine_player.store.exercise_file import ExerciseFile, Link, read_exercise

Read = Callable[[str], ExerciseFile]

EXAMPLE = """\
exercise: Glute bridge
aliases: [hip bridge]
position: supine               # standing, walking, running, kneeling, half-kneeling, ...
sides: none                    # none, pair (left and right apart), alternate
muscles: [gluteus maximus, hamstrings]
equipment: [mat]
tempo: 2-1-2                   # default when a routine gives reps only
dose: {reps: 12, sets: 2, source: editable default}
instructions: [Heels under knees., Squeeze the glutes and lift., Lower slowly.]
mistakes: [Arching the lower back.]
cautions: []
easier: pelvic-tilt
harder: single-leg-bridge
"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def write_and_read(text: str) -> ExerciseFile:
        path = tmp_path / "a.yaml"
        path.write_text(text)
        return read_exercise(path)

    return write_and_read


def test_the_example_of_the_format_means_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "glute-bridge.yaml"
    path.write_text(EXAMPLE)
    tempo = Tempo(2.0, 1.0, 2.0)
    exercise = Exercise(
        slug="glute-bridge",
        name="Glute bridge",
        position=Position.SUPINE,
        sides=ExerciseSides.NONE,
        aliases=("hip bridge",),
        muscles=("gluteus maximus", "hamstrings"),
        equipment=("mat",),
        tempo=tempo,
        sets=(PacedReps(12, tempo), PacedReps(12, tempo)),
        dose_source="editable default",
        instructions=("Heels under knees.", "Squeeze the glutes and lift.", "Lower slowly."),
        mistakes=("Arching the lower back.",),
        easier="pelvic-tilt",
        harder="single-leg-bridge",
    )
    assert read_exercise(path) == ExerciseFile(
        path=path,
        slug="glute-bridge",
        name="Glute bridge",
        exercise=exercise,
        problems=(),
        text=EXAMPLE,
        links=(Link("easier", "pelvic-tilt", 12, 9), Link("harder", "single-leg-bridge", 13, 9)),
    )


def test_a_name_and_a_position_are_enough(read: Read) -> None:
    file = read("exercise: Walk\nposition: walking\n")
    assert file.exercise == Exercise("a", "Walk", Position.WALKING)


def test_an_id_is_the_slug(read: Read) -> None:
    file = read("exercise: Walk\nid: brisk-walk\nposition: walking\n")
    assert file.exercise is not None
    assert file.slug == file.exercise.slug == "brisk-walk"


@pytest.mark.parametrize(
    ("lines", "sets", "move_s"),
    [
        ("dose: {hold: 30s}", (Hold(30.0),), 2.0),
        (
            "move: 3s\ndose: {hold: 10s, reps: [5, 3]}",
            (HeldReps(5, 10.0, 3.0), HeldReps(3, 10.0, 3.0)),
            3.0,
        ),
        ("dose: {reps: 5, tempo: 1-0-1}", (PacedReps(5, Tempo(1.0, 0.0, 1.0)),), 2.0),
        ("dose: {hold: 30s, source: opinion only}", (Hold(30.0),), 2.0),
    ],
)
def test_the_usual_dose_is_read_as_that_of_a_step(
    read: Read, lines: str, sets: tuple[Dose, ...], move_s: float
) -> None:
    exercise = read(f"exercise: A\nposition: supine\n{lines}").exercise
    assert exercise is not None
    assert (exercise.sets, exercise.move_s) == (sets, move_s)
    assert exercise.dose_source == ("opinion only" if "opinion" in lines else "")


ONE_OF = (
    "expected one of standing, walking, running, kneeling, half-kneeling, quadruped, supine, prone,"
    " side-lying, seated, bench"
)


NO_LIST = "`muscles`: expected a list such as `[gluteus maximus, hamstrings]`, not a single value."
STILL = "Keeping still is `hold`, moving is `time`: a step has one of them."
KEYS = (
    "exercise, id, aliases, position, sides, muscles, equipment, tempo, move, dose,"
    " instructions, mistakes, cautions, easier, harder, pose"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("aliases: [A]", (1, 1, "This exercise needs the key `position`.")),
        ("position: up", (2, 11, f"`position`: {ONE_OF}, not `up`.")),
        (
            "position: Side lying",
            (2, 11, f"`position`: {ONE_OF}, not `Side lying`. Did you mean `side-lying`?"),
        ),
        ("position: supine\nmuscles: calves", (3, 10, NO_LIST)),
        ("position: supine\nmuscles:", (3, 9, NO_LIST)),
        (
            "position: supine\nmistakes: [a, [b]]",
            (3, 15, "`mistakes`: expected one value, not a list."),
        ),
        (
            "position: supine\ndose: {sets: 2}",
            (3, 7, "There is no dose: give `hold`, `reps` or `time`."),
        ),
        ("position: supine\ndose: {hold: 5s, time: 5s}", (3, 18, STILL)),
        (
            "position: supine\ndose: {reps: 5, sorce: x}",
            (3, 17, "No dose has the key `sorce`. Did you mean `source`?"),
        ),
        ("position: supine\neasier: [a]", (3, 9, "`easier`: expected one value, not a list.")),
        (
            "position: supine\nxyz: []",
            (3, 1, f"No exercise has the key `xyz`. The keys are {KEYS}."),
        ),
    ],
)
def test_a_broken_exercise_says_what_was_expected_and_where(
    read: Read, lines: str, expected: tuple[int, int, str]
) -> None:
    file = read(f"exercise: A\n{lines}")
    assert file.exercise is None
    assert (file.slug, file.name) == ("a", "A")
    (problem,) = file.problems
    assert (problem.line, problem.column, problem.text) == expected
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "The file is empty."),
        ("routine: A\nsteps: [rest: 5s]", "This file is a routine; expected an exercise."),
    ],
)
def test_a_file_that_is_no_exercise_is_told(read: Read, text: str, expected: str) -> None:
    file = read(text)
    assert [problem.text for problem in file.problems] == [expected]
    assert (file.exercise, file.links) == (None, ())
