"""How long one gets to be ready: the one home of the rules for the length of a prepare."""

from typing import Final

from routine_player.core.choices import Level
from routine_player.core.routine import Step

DEFAULT_PREPARE_S: Final = 5.0
LEVEL_CHANGE_S: Final = 10.0
"""From standing to the floor, to the bench, or back."""


def changes_level(step: Step, level: Level | None) -> bool:
    """Tell whether one gets up or down for `step`; `level` is where the step before left off.

    Nobody knows where a made-up exercise happens, and nothing comes before the first step: no
    change.
    """
    position = step.exercise.position
    return position is not None and level is not None and position.level is not level


def level_after(step: Step, level: Level | None) -> Level | None:
    """Give the level `step` leaves one on; a made-up exercise leaves it as it was."""
    position = step.exercise.position
    return level if position is None else position.level


def again_s(step: Step, default_s: float | None) -> float:
    """Seconds to be ready for the step's next side or set, 0 for none.

    The step's own wins, then the routine's default. Walking and running go on without.
    """
    if step.prepare_s is not None:
        return step.prepare_s
    if _is_moving(step):
        return 0.0
    return DEFAULT_PREPARE_S if default_s is None else default_s


def first_s(step: Step, level: Level | None, default_s: float | None) -> float:
    """Seconds to be ready for the step's first work, 0 for none: longer when the level changes."""
    if step.prepare_s is None and changes_level(step, level) and not _is_moving(step):
        return LEVEL_CHANGE_S
    return again_s(step, default_s)


def _is_moving(step: Step) -> bool:
    position = step.exercise.position
    return position is not None and position.is_moving
