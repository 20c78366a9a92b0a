"""Short routines to play."""

from collections.abc import Callable

import pytest

from routine_player.core.compilation import compile_timeline
from routine_player.core.routine import CountedReps, Exercise, Hold, Routine, Step
from routine_player.core.timeline import Timeline


@pytest.fixture
def make_timeline() -> Callable[..., Timeline]:
    """Lay out a routine of holds, each with 5 s to prepare; None is a step that waits for Done."""

    def make(*holds_s: float | None) -> Timeline:
        items = tuple(
            Step(
                Exercise(slug=f"exercise-{number}", name=f"Exercise {number}"),
                (CountedReps(8) if hold_s is None else Hold(hold_s),),
                prepare_s=5.0,
                self_paced=hold_s is None,
            )
            for number, hold_s in enumerate(holds_s, 1)
        )
        return compile_timeline(Routine("short", "Short", items))

    return make
