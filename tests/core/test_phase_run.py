from typing import Any

import pytest

from routine_player.core.microseconds import from_s, to_s
from routine_player.core.phase_run import PhaseRun
from routine_player.core.routine import CountedReps, Hold, Step


@pytest.mark.parametrize("seconds", [0.0, 0.1, 1 / 3, 12345.678901, 4e6 + 0.000001])
def test_microseconds_survive_the_way_there_and_back(seconds: float) -> None:
    assert from_s(to_s(from_s(seconds))) == from_s(seconds)
    assert to_s(from_s(seconds)) == pytest.approx(seconds, abs=5e-7)


def test_a_clock_that_stands_has_nothing_due(play: Any, library: Any) -> None:
    run = PhaseRun(play(Step(library.plank, (Hold(30.0),))).session.phase)
    assert (run.due_us, run.take_mark()) == (None, None)


def test_a_wait_has_no_end_to_move(play: Any, library: Any) -> None:
    phase = play(Step(library.plank, (CountedReps(10),), prepare_s=0.0)).session.phase
    with pytest.raises(ValueError, match="no end to move"):
        PhaseRun(phase).stretch(from_s(10.0), 0)


def test_a_twin_goes_its_own_way(play: Any, library: Any) -> None:
    run = PhaseRun(play(Step(library.plank, (Hold(30.0),))).session.phase)
    run.go(0)
    twin = run.twin()
    twin.hold(from_s(2.0))
    assert run.due_us == from_s(2.0)
    assert twin.due_us is None
