"""Thoughts on the order and dose of a warm-up, where studies give a reason for one.

Sources: Behm & Chaouachi 2011 and Behm 2016: static stretches before a run under 60 s a muscle,
followed by movement.
"""

from collections.abc import Iterator

from routine_player.core.choices import When
from routine_player.core.language import tr
from routine_player.core.routine import (
    Hold,
    Item,
    Repeat,
    Routine,
    Step,
    dose_s,
    steps_of,
)

LONGEST_STATIC_S = 60.0
"""A muscle, each side, before a run."""

Hint = tuple[int, str]
"""A line of the file, and the thought."""


def hints_for(routine: Routine) -> list[Hint]:
    """Give what is worth a second look in a routine; few routines have any."""
    if routine.when is not When.BEFORE_RUN:
        return []
    hints = _long_stretches(routine.items)
    last = steps_of(routine.items)[-1:]
    if last and _is_static_stretch(last[0]):
        text = tr("The warm-up ends with a static stretch. Put movement after it.")
        hints.append((last[0].line, text))
    return hints


def _long_stretches(items: tuple[Item, ...]) -> list[Hint]:
    hints: list[Hint] = []
    held_s: dict[str, float] = {}
    for step, rounds in _with_rounds(items, 1):
        if not _is_static_stretch(step):
            continue
        for muscle in step.exercise.muscles:
            before_s = held_s.get(muscle, 0.0)
            held_s[muscle] = before_s + rounds * sum(dose_s(dose) for dose in step.sets)
            if before_s < LONGEST_STATIC_S <= held_s[muscle]:
                text = tr(
                    "Before a run, keep static stretches under 60 s a muscle;"
                    " up to here it is {seconds:g} s for {muscle}.",
                    seconds=held_s[muscle],
                    muscle=muscle,
                )
                hints.append((step.line, text))
    return hints


def _with_rounds(items: tuple[Item, ...], rounds: int) -> Iterator[tuple[Step, int]]:
    for item in items:
        if isinstance(item, Step):
            yield item, rounds
        elif isinstance(item, Repeat):
            yield from _with_rounds(item.items, rounds * item.times)


def _is_static_stretch(step: Step) -> bool:
    """Planks are held too, so only what is called a stretch counts as one."""
    name = f"{step.name} {step.exercise.name}".casefold()
    return "stretch" in name and isinstance(step.sets[0], Hold)
