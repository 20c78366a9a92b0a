"""What to do instead of a step that hurts."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from routine_player.core.choices import ExerciseSides, Sides
from routine_player.core.routine import (
    CountedReps,
    Dose,
    Exercise,
    HeldReps,
    PacedReps,
    Step,
)

HURTS: Final = "hurts"
"""The reason under which a step names what to do when it hurts."""


def easier_step(step: Step, exercises: Mapping[str, Exercise]) -> Step | None:
    """Give a gentler step to take the place of `step`, or None where the library knows none.

    The step's own word comes first, then the exercise's. One set in the easier exercise's default
    dose, or in the dose of the step where it has none; the same sides, where it has sides. What
    the step says about its own exercise is left behind.
    """
    easier = _easier_exercise(step, exercises)
    if easier is None:
        return None
    dose = easier.sets[0] if easier.sets else _adapted(step.sets[0], easier)
    return Step(
        exercise=easier,
        sets=(dose,),
        sides=_sides(step.sides, easier, dose),
        self_paced=step.self_paced,
        optional=step.optional,
        line=step.line,
    )


def _easier_exercise(step: Step, exercises: Mapping[str, Exercise]) -> Exercise | None:
    named = (dict(step.instead).get(HURTS), step.exercise.easier)
    for slug in named:
        exercise = exercises.get(slug) if slug else None
        if exercise is not None and exercise.slug != step.exercise.slug:
            return exercise
    return None


def _adapted(dose: Dose, exercise: Exercise) -> Dose:
    """The same dose in the exercise's own rhythm."""
    match dose:
        case PacedReps() if exercise.tempo is not None:
            return replace(dose, tempo=exercise.tempo)
        case HeldReps():
            return replace(dose, move_s=exercise.move_s)
        case _:
            return dose


def _sides(sides: Sides, exercise: Exercise, dose: Dose) -> Sides:
    if exercise.sides is ExerciseSides.NONE:
        return Sides.NONE
    counted = isinstance(dose, HeldReps | PacedReps | CountedReps)
    alternates = sides is Sides.ALTERNATE or (
        sides is Sides.NONE and exercise.sides is ExerciseSides.ALTERNATE
    )
    if alternates:
        return Sides.ALTERNATE if counted else Sides.BOTH
    return Sides.BOTH if sides is Sides.NONE else sides
