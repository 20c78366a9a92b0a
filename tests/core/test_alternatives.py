from dataclasses import replace
from typing import Any

import pytest

from routine_player.core.alternatives import easier_step
from routine_player.core.choices import ExerciseSides, Position, Sides
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Dose,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Step,
    Tempo,
)

EASY = Exercise("easy", "Easy", Position.SUPINE)
HARD = Exercise("hard", "Hard", Position.PRONE, easier="easy")


def easier(step: Step, *known: Exercise) -> Step | None:
    return easier_step(step, {one.slug: one for one in known})


def sided(sides: ExerciseSides, asked: Sides, dose: Dose) -> Sides:
    step = easier(Step(HARD, (dose,), asked), replace(EASY, sides=sides))
    assert step is not None
    return step.sides


def test_the_steps_own_word_comes_before_the_exercises() -> None:
    other = Exercise("other", "Other")
    step = Step(HARD, (Hold(20.0),), instead=(("no-bench", "x"), ("hurts", "other")))
    found = easier(step, EASY, other)
    assert found is not None
    assert found.exercise == other


def test_the_exercises_word_counts_where_the_step_has_none_or_it_is_unknown() -> None:
    for instead in ((), (("no-bench", "other"),), (("hurts", "nowhere"),), (("hurts", "hard"),)):
        found = easier(Step(HARD, (Hold(20.0),), instead=instead), EASY, HARD)
        assert found is not None
        assert found.exercise == EASY


@pytest.mark.parametrize(
    "exercise",
    [EASY, replace(HARD, easier="nowhere"), replace(HARD, easier="hard"), Exercise("", "Own")],
)
def test_there_is_none_where_the_library_knows_none(exercise: Exercise) -> None:
    assert easier(Step(exercise, (Hold(20.0),)), EASY, HARD) is None


def test_one_set_of_the_easier_exercises_own_dose_is_done() -> None:
    own = replace(EASY, sets=(CountedReps(8), CountedReps(6)))
    found = easier(Step(HARD, (Hold(20.0),) * 3), own)
    assert found is not None
    assert found.sets == (CountedReps(8),)


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Hold(20.0), Hold(20.0)),
        (Continuous(60.0), Continuous(60.0)),
        (CountedReps(8), CountedReps(8)),
        (HeldReps(5, 10.0, 2.0), HeldReps(5, 10.0, 3.0)),
        (PacedReps(8, Tempo(2.0, 1.0, 2.0)), PacedReps(8, Tempo(3.0, 0.0, 3.0))),
    ],
)
def test_without_a_dose_of_its_own_it_takes_that_of_the_step_in_its_own_rhythm(
    dose: Dose, expected: Dose
) -> None:
    own = replace(EASY, move_s=3.0, tempo=Tempo(3.0, 0.0, 3.0))
    found = easier(Step(HARD, (dose, Hold(1.0))), own)
    assert found is not None
    assert found.sets == (expected,)


def test_a_tempo_is_kept_where_the_easier_exercise_has_none() -> None:
    dose = PacedReps(8, Tempo(2.0, 1.0, 2.0))
    found = easier(Step(HARD, (dose,)), EASY)
    assert found is not None
    assert found.sets == (dose,)


REPS, HELD = CountedReps(8), Hold(20.0)


@pytest.mark.parametrize(
    ("has", "asked", "dose", "sides"),
    [
        (ExerciseSides.NONE, Sides.BOTH, HELD, Sides.NONE),
        (ExerciseSides.PAIR, Sides.BOTH, HELD, Sides.BOTH),
        (ExerciseSides.PAIR, Sides.LEFT, HELD, Sides.LEFT),
        (ExerciseSides.PAIR, Sides.NONE, HELD, Sides.BOTH),
        (ExerciseSides.PAIR, Sides.ALTERNATE, REPS, Sides.ALTERNATE),
        (ExerciseSides.PAIR, Sides.ALTERNATE, HELD, Sides.BOTH),
        (ExerciseSides.ALTERNATE, Sides.NONE, REPS, Sides.ALTERNATE),
        (ExerciseSides.ALTERNATE, Sides.NONE, HELD, Sides.BOTH),
        (ExerciseSides.ALTERNATE, Sides.RIGHT, REPS, Sides.RIGHT),
    ],
)
def test_the_same_sides_are_worked_where_the_easier_exercise_has_sides(
    has: ExerciseSides, asked: Sides, dose: Dose, sides: Sides
) -> None:
    assert sided(has, asked, dose) is sides


def test_what_was_said_of_the_other_exercise_is_left_behind(library: Any) -> None:
    step = Step(
        HARD,
        (Hold(20.0),),
        prepare_s=20.0,
        rest_s=30.0,
        self_paced=True,
        optional=True,
        own_name="My plank",
        image="/pictures/plank.png",
        say="Breathe.",
        cue="Ribs down.",
        note="Third week.",
        line=7,
    )
    assert easier(step, EASY) == Step(EASY, (Hold(20.0),), self_paced=True, optional=True, line=7)
