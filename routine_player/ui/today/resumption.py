"""A session that was cut off, as Today shows it."""

from dataclasses import dataclass
from enum import Enum, auto

from routine_player.core.glance import Glance
from routine_player.core.language import tr


class Obstacle(Enum):
    """Why a session cannot be gone on with."""

    CHANGED = auto()  # its routine has other steps now
    GONE = auto()  # its routine is there no longer, or broken
    OVER = auto()  # no step was left


@dataclass(frozen=True, slots=True)
class Resumption:
    """A session that was cut off. `begun` says when in words, as in `yesterday, 18:04`.

    `step_number` counts from 1 and means nothing where there is an obstacle. `glance` is that of
    its routine, None where that is gone.
    """

    routine_name: str
    begun: str
    steps_done: int
    step_count: int
    step_number: int = 1
    step_name: str = ""
    glance: Glance | None = None
    obstacle: Obstacle | None = None


def cut_off_words(cut_off: Resumption) -> str:
    """Say where it was cut off, and why it can't go on if it can't."""
    if cut_off.obstacle is None:
        return tr(
            "You were at step {number} of {count}, {name}, {begun}.",
            number=cut_off.step_number,
            count=cut_off.step_count,
            name=cut_off.step_name,
            begun=cut_off.begun,
        )
    done = tr(
        "You did {done} of {count} steps, {begun}.",
        done=cut_off.steps_done,
        count=cut_off.step_count,
        begun=cut_off.begun,
    )
    return f"{done} {_why(cut_off.obstacle)}"


def _why(obstacle: Obstacle) -> str:
    match obstacle:
        case Obstacle.CHANGED:
            return tr("The routine has changed since, so it can't go on in the middle.")
        case Obstacle.GONE:
            return tr("The routine is there no longer, so it can't go on.")
        case Obstacle.OVER:
            return tr("Nothing was left to do.")
