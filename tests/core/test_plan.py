import json

import pytest

from routine_player.core.choices import Sides
from routine_player.core.plan import Plan, PlanStep, plan_from, plan_of
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.timeline import PlannedStep, Timeline

PLAN = Plan(
    (
        PlanStep("bird-dog", "Bird-dog", (HeldReps(5, 10.0, 2.0), HeldReps(3, 10.0, 2.0))),
        PlanStep("glute-bridge", "Glute bridge", (PacedReps(12, Tempo(2.0, 1.0, 2.5)),)),
        PlanStep("side-plank", "Side plank", (Hold(20.0),), Sides.BOTH, 2, 3),
        PlanStep("calf-raise", "Calf raise", (CountedReps(15),), Sides.ALTERNATE),
        PlanStep("", "Schütteln »locker« 🏃", (Continuous(30.5),), Sides.LEFT),
        PlanStep("rest", "Rest", ()),
    )
)


def test_a_plan_is_the_same_after_writing_and_reading():
    assert plan_from(PLAN.text) == PLAN


def test_a_plan_is_one_line():
    assert "\n" not in PLAN.text


def test_freezing_a_timeline_keeps_its_steps_in_order_with_their_rounds():
    step = Step(Exercise("plank", "Plank"), (Hold(20.0),), own_name="Plank, quietly")
    routine = Routine("core", "Core", (step,))
    timeline = Timeline(routine, (PlannedStep(0, step, 1, 2), PlannedStep(1, step, 2, 2)), ())
    first = PlanStep("plank", "Plank, quietly", (Hold(20.0),), Sides.NONE, 1, 2)
    second = PlanStep("plank", "Plank, quietly", (Hold(20.0),), Sides.NONE, 2, 2)
    assert plan_of(timeline) == Plan((first, second))


def _damaged(**values: object) -> str:
    step = {"exercise": "", "name": "", "sides": "none", "sets": [], "round": [1, 1]} | values
    return json.dumps([step])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "{}",
        "[7]",
        "[{}]",
        "[" * 100_000,
        _damaged(name=7),
        _damaged(sides="up"),
        _damaged(round=1),
        _damaged(round=[1, 2, 3]),
        _damaged(round=[True, 1]),
        _damaged(sets=[{}]),
        _damaged(sets=[{"hold_s": "long"}]),
        _damaged(sets=[{"reps": 1.5}]),
    ],
)
def test_what_is_not_a_plan_is_refused(text: str):
    with pytest.raises(ValueError, match=r".+"):
        plan_from(text)


@pytest.mark.parametrize(
    ("step", "work_s"),
    [
        (PLAN.steps[0], 5 * 14.0 + 3 * 14.0),
        (PLAN.steps[2], 40.0),
        (PLAN.steps[4], 30.5),
        (PlanStep("twist", "Twist", (Hold(10.0), Hold(10.0)), Sides.ALTERNATE), 40.0),
        (PLAN.steps[5], 0.0),
    ],
)
def test_the_work_of_a_step_counts_every_set_on_each_side(step: PlanStep, work_s: float):
    assert step.work_s == work_s
