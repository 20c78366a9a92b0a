"""The words for doses: one home for screen, terminal and voice."""

from collections.abc import Callable

from routine_player.core.choices import Sides
from routine_player.core.language import tr
from routine_player.core.routine import Continuous, Dose, HeldReps, Hold, PacedReps, Step
from routine_player.core.wording import short_time, spoken_time


def dose_words(dose: Dose) -> str:
    """Say one set's dose: `30 s`, `12 reps`, `5 reps of 10 s`."""
    return _dose_with(dose, short_time)


def reps_words(reps: int) -> str:
    """Say a number of reps."""
    return tr("1 rep") if reps == 1 else tr("{reps} reps", reps=reps)


def step_words(step: Step) -> str:
    """Say the whole dose of a step in a line of a list: `30 s each side, 2 sets`."""
    doses = [dose_words(dose) for dose in step.sets]
    if len(set(doses)) == 1:
        words = [doses[0]]
        sets = [] if len(doses) == 1 else [tr("{count} sets", count=len(doses))]
    else:
        words = [_falling_sets(step.sets)]
        sets = []
    words[0] += tr(_EACH_SIDE[step.sides])
    first = step.sets[0]
    tempo = [str(first.tempo)] if isinstance(first, PacedReps) else []
    return ", ".join([*words, *tempo, *sets])


def _falling_sets(sets: tuple[Dose, ...]) -> str:
    reps = "-".join(str(getattr(dose, "reps", 1)) for dose in sets)
    first = sets[0]
    if isinstance(first, HeldReps):
        return tr("{reps} reps of {time}", reps=reps, time=short_time(first.hold_s))
    return tr("{reps} reps", reps=reps)


_EACH_SIDE = {
    Sides.NONE: "",
    Sides.LEFT: " left side",
    Sides.RIGHT: " right side",
    Sides.BOTH: " each side",
    Sides.ALTERNATE: " each side, alternating",
}


def spoken_dose(dose: Dose) -> str:
    """Say one set's dose aloud: `30 seconds`, `12 reps`, `5 reps of 10 seconds`."""
    return _dose_with(dose, spoken_time)


def _dose_with(dose: Dose, time_words: Callable[[float], str]) -> str:
    match dose:
        case Hold(hold_s=seconds) | Continuous(time_s=seconds):
            return time_words(seconds)
        case HeldReps(reps=reps, hold_s=seconds):
            return tr("{reps} of {time}", reps=reps_words(reps), time=time_words(seconds))
        case _:
            return reps_words(dose.reps)
