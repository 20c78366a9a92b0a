"""What exercises and routines choose from: purposes, sides, levels and positions."""

from enum import StrEnum


class When(StrEnum):
    """What a routine is for."""

    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    ANY = "any"


class Side(StrEnum):
    """The side of the body that works."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Sides(StrEnum):
    """How a step shares its work between the sides."""

    NONE = "none"  # the exercise has no sides
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"  # in each set all of one side, then all of the other
    ALTERNATE = "alternate"  # the other side every rep


class ExerciseSides(StrEnum):
    """What sides an exercise has."""

    NONE = "none"
    PAIR = "pair"  # left and right apart
    ALTERNATE = "alternate"  # the other side every rep, unless the step says otherwise


class Level(StrEnum):
    """Where the body is; going from one to another takes time."""

    STANDING = "standing"
    FLOOR = "floor"
    BENCH = "bench"


class Position(StrEnum):
    """The position an exercise starts from."""

    STANDING = "standing"
    WALKING = "walking"
    RUNNING = "running"
    KNEELING = "kneeling"
    HALF_KNEELING = "half-kneeling"
    QUADRUPED = "quadruped"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    SEATED = "seated"
    BENCH = "bench"

    @property
    def level(self) -> Level:
        if self is Position.STANDING or self.is_moving:
            return Level.STANDING
        return Level.BENCH if self is Position.BENCH else Level.FLOOR

    @property
    def is_moving(self) -> bool:
        """Whether one walks or runs into it, so that nothing has to be prepared."""
        return self is Position.WALKING or self is Position.RUNNING
