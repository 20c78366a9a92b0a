"""What a session was to be, frozen: kept with the session however its routine changes later."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never, cast

from routine_player.core.choices import Sides
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Dose,
    HeldReps,
    Hold,
    PacedReps,
    Tempo,
    dose_s,
)

if TYPE_CHECKING:
    from routine_player.core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step as it was planned. `slug` is the exercise's, empty for one the step made up."""

    slug: str
    name: str
    sets: tuple[Dose, ...]
    sides: Sides = Sides.NONE
    round_number: int = 1
    round_count: int = 1

    @property
    def work_s(self) -> float:
        """Seconds of work that were planned, both sides where there are two; rests left out."""
        sides = 2 if self.sides in {Sides.BOTH, Sides.ALTERNATE} else 1
        return sides * sum(dose_s(dose) for dose in self.sets)


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a session in the order of its timeline: a step's index is its place here."""

    steps: tuple[PlanStep, ...]

    @property
    def text(self) -> str:
        """The plan as one line of JSON; equal plans give equal text."""
        steps = [_step_values(step) for step in self.steps]
        return json.dumps(steps, ensure_ascii=False, separators=(",", ":"))


def plan_of(timeline: "Timeline") -> Plan:
    """Freeze the steps of a timeline.

    A session may be resumed at a step only where the routine's plan is still the same.
    """
    return Plan(
        tuple(
            PlanStep(
                planned.step.exercise.slug,
                planned.step.name,
                planned.step.sets,
                planned.step.sides,
                planned.round_number,
                planned.round_count,
            )
            for planned in timeline.steps
        )
    )


def plan_from(text: str) -> Plan:
    """Read what `Plan.text` gave; ValueError for anything else."""
    try:
        steps = json.loads(text)
        if not isinstance(steps, list):
            raise TypeError("not a list")  # noqa: TRY301 - one of several ways not to be a plan
        return Plan(tuple(_step_from(step) for step in cast("list[dict[str, Any]]", steps)))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a plan: {error!r}") from error


def _step_values(step: PlanStep) -> dict[str, Any]:
    return {
        "exercise": step.slug,
        "name": step.name,
        "sides": step.sides.value,
        "sets": [_dose_values(dose) for dose in step.sets],
        "round": [step.round_number, step.round_count],
    }


def _step_from(values: dict[str, Any]) -> PlanStep:
    number, count = values["round"]
    return PlanStep(
        _text(values["exercise"]),
        _text(values["name"]),
        tuple(_dose_from(dose) for dose in values["sets"]),
        Sides(values["sides"]),
        _whole(number),
        _whole(count),
    )


def _dose_values(dose: Dose) -> dict[str, Any]:
    match dose:
        case Hold(hold_s=hold_s):
            return {"hold_s": hold_s}
        case HeldReps(reps=reps, hold_s=hold_s, move_s=move_s):
            return {"reps": reps, "hold_s": hold_s, "move_s": move_s}
        case PacedReps(reps=reps, tempo=tempo):
            return {"reps": reps, "tempo_s": [tempo.up_s, tempo.hold_s, tempo.down_s]}
        case CountedReps(reps=reps):
            return {"reps": reps}
        case Continuous(time_s=time_s):
            return {"time_s": time_s}
        case _:
            assert_never(dose)


def _dose_from(values: dict[str, Any]) -> Dose:
    match values:
        case {"reps": reps, "hold_s": hold_s, "move_s": move_s}:
            return HeldReps(_whole(reps), _number(hold_s), _number(move_s))
        case {"reps": reps, "tempo_s": [up_s, hold_s, down_s]}:
            return PacedReps(_whole(reps), Tempo(_number(up_s), _number(hold_s), _number(down_s)))
        case {"reps": reps}:
            return CountedReps(_whole(reps))
        case {"hold_s": hold_s}:
            return Hold(_number(hold_s))
        case {"time_s": time_s}:
            return Continuous(_number(time_s))
        case _:
            raise ValueError(f"not a dose: {values!r}")


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"{value!r} is not text")


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TypeError(f"{value!r} is not a whole number")


def _number(value: Any) -> float:
    if isinstance(value, float):
        return value
    return float(_whole(value))
