"""How much a routine may ask for, and how much it does ask for, told without laying it out."""

from dataclasses import dataclass
from typing import Final, assert_never

from routine_player.core.choices import Level, Sides
from routine_player.core.prepare import LEVEL_CHANGE_S, again_s, first_s, level_after
from routine_player.core.routine import (
    Item,
    Repeat,
    Rest,
    Step,
    dose_s,
    steps_of,
)

MAX_REPEAT: Final = 200
MAX_REPS: Final = 500
MAX_SETS: Final = 50
MAX_DURATION_S: Final = 4 * 60 * 60
MAX_PHASES: Final = 5_000
MAX_TOTAL_S: Final = 8 * 60 * 60


@dataclass(frozen=True, slots=True)
class Measure:
    """How many phases a routine is, and how many seconds in all (Done is estimated)."""

    phases: int
    seconds: float

    @property
    def is_too_much(self) -> bool:
        return self.phases > MAX_PHASES or self.seconds > MAX_TOTAL_S


def is_too_much(items: tuple[Item, ...], default_prepare_s: float | None = None) -> bool:
    """Tell whether a routine asks for more than a session may be.

    Counts exactly only what a rough look, four times as fast, has not found to be little enough.
    """
    longest_s = max(default_prepare_s or 0.0, LEVEL_CHANGE_S)
    return _at_most(items, longest_s).is_too_much and measure(items, default_prepare_s).is_too_much


def _at_most(items: tuple[Item, ...], prepare_s: float) -> Measure:
    """Measure as if both sides of every set worked, each after the longest pause there can be."""
    phases, seconds = 0, 0.0
    for item in items:
        if isinstance(item, Step):
            turns = 2 * len(item.sets)
            phases += 2 * turns
            pause_s = max(item.prepare_s or prepare_s, item.rest_s)
            seconds += 2 * sum(map(dose_s, item.sets)) + turns * pause_s
        elif isinstance(item, Rest):
            phases += 1
            seconds += item.rest_s
        else:
            inner = _at_most(item.items, prepare_s)
            phases += item.times * (inner.phases + 1)
            seconds += item.times * (inner.seconds + item.rest_s)
    return Measure(phases, seconds)


def measure(items: tuple[Item, ...], default_prepare_s: float | None = None) -> Measure:
    """Count what `compile_timeline` would lay out, in time that grows with the text alone.

    Twenty repeats of 200 rounds inside one another are 200 ** 20 rounds: they are multiplied, not
    walked through.
    """
    if not steps_of(items):
        return Measure(0, 0.0)
    phases, seconds, _ = _Counting(default_prepare_s).of_items(items, _Before())
    return Measure(phases, seconds)


@dataclass(frozen=True, slots=True)
class _Before:
    """All that what came before decides about what comes: the level, and the rest just taken."""

    level: Level | None = None
    rested_s: float = 0.0


_Count = tuple[int, float, _Before]
"""Phases, seconds, and what the next item finds. A bare tuple, for there is one for every step."""


class _Counting:
    """Counts each repeat once for every way into it, of which there are but a few."""

    def __init__(self, default_prepare_s: float | None) -> None:
        self._default_prepare_s = default_prepare_s
        self._known: dict[tuple[int, _Before], _Count] = {}

    def of_items(self, items: tuple[Item, ...], before: _Before) -> _Count:
        phases, seconds, after = 0, 0.0, before
        for item in items:
            more, more_s, after = self._of_item(item, after)
            phases += more
            seconds += more_s
        return phases, seconds, after

    def _of_item(self, item: Item, before: _Before) -> _Count:
        match item:
            case Step():
                return self._of_step(item, before)
            case Rest(rest_s=rest_s):
                return _of_rest(rest_s, before)
            case Repeat():
                key = (id(item), before)
                if key not in self._known:
                    self._known[key] = self._of_repeat(item, before)
                return self._known[key]
            case _:
                assert_never(item)

    def _of_repeat(self, repeat: Repeat, before: _Before) -> _Count:
        phases, seconds, after = self.of_items(repeat.items, before)
        if repeat.times == 1:
            return phases, seconds, after
        rests, rest_s, rested = _of_rest(repeat.rest_s, after)
        later_phases, later_s, later = self.of_items(repeat.items, rested)
        more = repeat.times - 1
        return (
            phases + more * (rests + later_phases),
            seconds + more * (rest_s + later_s),
            _after_rounds(repeat, after, later),
        )

    def _of_step(self, step: Step, before: _Before) -> _Count:
        sets = len(step.sets)
        turns = 2 if step.sides is Sides.BOTH else 1
        reps_twice = 2 if step.sides is Sides.ALTERNATE else 1
        works = sets * turns
        phases = works
        seconds = sum(map(dose_s, step.sets)) * turns * reps_twice
        lead = first_s(step, before.level, self._default_prepare_s)
        if lead > before.rested_s:
            phases += 1
            seconds += lead
        if works > 1:
            again = again_s(step, self._default_prepare_s)
            between = step.rest_s if step.rest_s > 0 else again
            for count, pause_s in ((works - sets, again), (sets - 1, between)):
                if pause_s > 0:
                    phases += count
                    seconds += count * pause_s
        level = level_after(step, before.level)
        stays = level is before.level and before.rested_s == 0
        return phases, seconds, before if stays else _Before(level)


def _after_rounds(repeat: Repeat, first: _Before, later: _Before) -> _Before:
    """Every round leaves alike once there is a step in it; rests alone pile up."""
    if steps_of(repeat.items):
        return later
    grown_s = later.rested_s - first.rested_s
    return _Before(first.level, first.rested_s + (repeat.times - 1) * grown_s)


def _of_rest(rest_s: float, before: _Before) -> _Count:
    if rest_s <= 0:
        return 0, 0.0, before
    return 1, rest_s, _Before(before.level, before.rested_s + rest_s)
