"""How much a routine may ask for, and how much it does ask for, told without laying it out."""

from dataclasses import dataclass
from typing import Final

from routine_player.core.prepare import again_s, first_s, level_after
from routine_player.core.routine import Item, Level, Repeat, Rest, Sides, Step, dose_s, steps_of

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


def measure(items: tuple[Item, ...], default_prepare_s: float | None = None) -> Measure:
    """Count what `compile_timeline` would lay out, in time that grows with the text alone.

    Twenty repeats of 200 rounds inside one another are 200 ** 20 rounds: they are multiplied, not
    walked through.
    """
    if not steps_of(items):
        return Measure(0, 0.0)
    return _Counting(default_prepare_s).of_items(items, _Before()).measure


@dataclass(frozen=True, slots=True)
class _Before:
    """All that what came before decides about what comes: the level, and the rest just taken."""

    level: Level | None = None
    rested_s: float = 0.0


@dataclass(frozen=True, slots=True)
class _Count:
    measure: Measure
    after: _Before


class _Counting:
    """Counts each repeat once for every way into it, of which there are but a few."""

    def __init__(self, default_prepare_s: float | None) -> None:
        self._default_prepare_s = default_prepare_s
        self._known: dict[tuple[int, _Before], _Count] = {}

    def of_items(self, items: tuple[Item, ...], before: _Before) -> _Count:
        phases, seconds, after = 0, 0.0, before
        for item in items:
            count = self._of_item(item, after)
            phases += count.measure.phases
            seconds += count.measure.seconds
            after = count.after
        return _Count(Measure(phases, seconds), after)

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

    def _of_repeat(self, repeat: Repeat, before: _Before) -> _Count:
        first = self.of_items(repeat.items, before)
        if repeat.times == 1:
            return first
        pause = _of_rest(repeat.rest_s, first.after)
        later = self.of_items(repeat.items, pause.after)
        more = repeat.times - 1
        return _Count(
            Measure(
                first.measure.phases + more * (pause.measure.phases + later.measure.phases),
                first.measure.seconds + more * (pause.measure.seconds + later.measure.seconds),
            ),
            self._after_rounds(repeat, first, later),
        )

    def _after_rounds(self, repeat: Repeat, first: _Count, later: _Count) -> _Before:
        """Every round leaves alike once there is a step in it; rests alone pile up."""
        if steps_of(repeat.items):
            return later.after
        grown = later.after.rested_s - first.after.rested_s
        return _Before(first.after.level, first.after.rested_s + (repeat.times - 1) * grown)

    def _of_step(self, step: Step, before: _Before) -> _Count:
        sets = len(step.sets)
        turns = 2 if step.sides is Sides.BOTH else 1
        reps_twice = 2 if step.sides is Sides.ALTERNATE else 1
        work_s = sum(dose_s(dose) for dose in step.sets) * turns * reps_twice
        again = again_s(step, self._default_prepare_s)
        lead = first_s(step, before.level, self._default_prepare_s)
        pauses = [
            (1, 0.0 if lead <= before.rested_s else lead),
            (sets * (turns - 1), again),
            (sets - 1, step.rest_s if step.rest_s > 0 else again),
        ]
        standing = [(count, seconds) for count, seconds in pauses if seconds > 0]
        return _Count(
            Measure(
                sets * turns + sum(count for count, _ in standing),
                work_s + sum(count * seconds for count, seconds in standing),
            ),
            _Before(level_after(step, before.level)),
        )


def _of_rest(rest_s: float, before: _Before) -> _Count:
    if rest_s <= 0:
        return _Count(Measure(0, 0.0), before)
    return _Count(Measure(1, rest_s), _Before(before.level, before.rested_s + rest_s))
