"""What is drawn for an exercise, wherever it is shown."""

from typing import TYPE_CHECKING, NamedTuple

from routine_player.core.choices import Position, Side, Sides

if TYPE_CHECKING:
    from routine_player.core.routine import Step


class Picture(NamedTuple):
    """What to draw: an exercise's figure, or the step's own image where it has one.

    `alternates` tells that the side changes with every rep.
    """

    exercise: str
    name: str
    position: Position | None = None
    side: Side | None = None
    image: str | None = None
    alternates: bool = False


def picture_of(step: "Step", side: Side | None = None) -> Picture:
    """Give the picture of a step, its own image first."""
    exercise = step.exercise
    alternates = step.sides is Sides.ALTERNATE
    return Picture(exercise.slug, step.name, exercise.position, side, step.image, alternates)
