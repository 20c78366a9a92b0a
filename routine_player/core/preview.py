"""What a routine asks for, before it is played: time, positions, equipment, steps in order."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from routine_player.core import wording
from routine_player.core.choices import Side
from routine_player.core.picture import Picture, picture_of

if TYPE_CHECKING:
    # A preview that is only shown needs nothing of what it was once made from.
    from routine_player.core.routine import Routine
    from routine_player.core.timeline import PlannedStep, Timeline


@dataclass(frozen=True, slots=True)
class StepPreview:
    """One line of a routine. `seconds` is all of its phases; `heading` names a new position."""

    number: int
    heading: str
    name: str
    dose: str
    seconds: float
    optional: bool
    waits_for_done: bool
    picture: Picture


@dataclass(frozen=True, slots=True)
class Preview:
    """A routine at a glance. `positions` are in order, without the same one twice in a row."""

    slug: str
    name: str
    when: str
    summary: str
    seconds: float
    positions: tuple[str, ...]
    equipment: tuple[str, ...]
    steps: tuple[StepPreview, ...]
    waits_for_done: bool

    @property
    def time_words(self) -> str:
        """The total, said to be a guess where a step waits for Done."""
        words = wording.clock_time(self.seconds)
        return f"~ {words}" if self.waits_for_done else words


def preview_of(routine: "Routine", timeline: "Timeline") -> Preview:
    """Sum up `routine`, whose `timeline` was compiled from it."""
    from routine_player.core.dose_wording import step_words
    from routine_player.core.routine import equipment_of

    seconds = [0.0] * len(timeline.steps)
    waiting = [False] * len(timeline.steps)
    for phase in timeline.phases:
        seconds[phase.step_index] += phase.estimate_s
        waiting[phase.step_index] |= phase.duration_s is None
    steps: list[StepPreview] = []
    positions: list[str] = []
    for planned in timeline.steps:
        at = _position(planned)
        is_new = bool(at) and (not positions or positions[-1] != at)
        if is_new:
            positions.append(at)
        steps.append(
            StepPreview(
                number=planned.index + 1,
                heading=at if is_new else "",
                name=planned.step.name,
                dose=step_words(planned.step),
                seconds=seconds[planned.index],
                optional=planned.step.optional,
                waits_for_done=waiting[planned.index],
                picture=picture_of(planned.step, Side.LEFT),
            )
        )
    return Preview(
        slug=routine.slug,
        name=routine.name,
        when=wording.when_words(routine.when),
        summary=routine.summary,
        seconds=timeline.duration_s,
        positions=tuple(positions),
        equipment=equipment_of(routine),
        steps=tuple(steps),
        waits_for_done=any(waiting),
    )


def _position(planned: "PlannedStep") -> str:
    position = planned.step.exercise.position
    return "" if position is None else wording.position_words(position)
