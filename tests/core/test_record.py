from typing import Any

import pytest

from routine_player.core.events import Outcome
from routine_player.core.record import (
    Recorder,
    SessionEnd,
    SessionRecord,
    StepRecord,
    record_of,
)
from routine_player.core.routine import Hold, Step
from routine_player.core.session import Command, Session


@pytest.fixture
def player(play: Any, library: Any) -> Any:
    """Two steps of prepare 5, work 20, rest 10, work 20."""
    exercises = (library.bridge, library.plank)
    return play(*(Step(exercise, (Hold(20.0),) * 2, rest_s=10.0) for exercise in exercises))


def record(player: Any) -> SessionRecord:
    return record_of(player.heard, len(player.session.timeline.steps))


def outcomes(player: Any) -> list[tuple[int, Outcome, int, int]]:
    return [
        (one.step_index, one.outcome, one.works_done, one.attempt) for one in record(player).steps
    ]


def test_a_session_that_was_played_through_is_finished(player: Any) -> None:
    player.now = 100.0
    player.command(Command.START)
    player.pass_s(110.0)
    assert record(player) == SessionRecord(
        steps_planned=2,
        steps=(
            StepRecord(0, "glute-bridge", "Glute bridge", Outcome.DONE, 2, 2, 55.0, 1, 100.0),
            StepRecord(1, "front-plank", "Front plank", Outcome.DONE, 2, 2, 55.0, 1, 155.0),
        ),
        active_s=110.0,
        started_at=100.0,
        ended_at=210.0,
        end=SessionEnd.FINISHED,
    )
    assert record(player).steps_done == 2


def test_before_the_start_there_is_nothing(player: Any) -> None:
    assert record(player) == SessionRecord(steps_planned=2)


def test_a_session_that_was_stopped_keeps_what_was_done(player: Any) -> None:
    player.play_to(6, 3.0)
    player.command(Command.STOP)
    assert outcomes(player) == [(0, Outcome.DONE, 2, 1), (1, Outcome.STOPPED, 1, 1)]
    stopped = record(player)
    assert (stopped.end, stopped.steps_done, stopped.active_s) == (SessionEnd.STOPPED, 1, 83.0)


def test_a_session_that_breaks_off_is_interrupted(player: Any) -> None:
    player.play_to(5, 3.0)
    assert outcomes(player) == [(0, Outcome.DONE, 2, 1)]
    broken = record(player)
    assert (broken.end, broken.ended_at, broken.active_s) == (SessionEnd.INTERRUPTED, None, 60.0)


def test_a_step_that_is_done_again_counts_once_as_last_done(player: Any) -> None:
    player.play_to(4)
    player.command(Command.BACK)
    player.pass_s(60.0)
    assert outcomes(player) == [(0, Outcome.DONE, 2, 2)]
    assert record(player).steps[0].started_at == 55.0


@pytest.mark.parametrize("command", [Command.SKIP, Command.STOP])
def test_what_was_done_stays_done_though_a_later_attempt_was_not(
    player: Any, command: Command
) -> None:
    player.play_to(4)
    player.command(Command.BACK)
    player.command(command)
    assert outcomes(player)[0] == (0, Outcome.DONE, 2, 1)


def test_what_was_skipped_may_be_done_later(player: Any) -> None:
    player.command(Command.START)
    player.command(Command.SKIP)
    player.command(Command.BACK)
    player.pass_s(56.0)
    assert outcomes(player) == [(0, Outcome.DONE, 2, 2)]


def test_the_easier_exercise_stands_for_the_step_once_it_is_done(player: Any, library: Any) -> None:
    player.play_to(1)
    player.command(Command.HURT)
    player.take_easier(Step(library.tilt, (Hold(15.0),)))
    assert record(player).steps[0].slug == "glute-bridge"
    assert outcomes(player) == [(0, Outcome.HURT, 0, 1)]
    player.pass_s(20.0)
    assert record(player).steps[0].slug == "pelvic-tilt"
    assert outcomes(player) == [(0, Outcome.DONE, 1, 2)]


def test_steps_stand_in_the_order_of_the_routine(player: Any) -> None:
    player.play_to(4)
    player.command(Command.SKIP)  # the second is over, and the session with it
    first, second = record(player).steps
    assert (first.step_index, second.step_index) == (0, 1)
    jumbled = Recorder(SessionRecord(2, steps=(second,)))
    jumbled.add(player.heard[:-3])
    assert [one.step_index for one in jumbled.record.steps] == [0, 1]


def test_a_session_that_is_gone_on_with_adds_to_its_record(player: Any) -> None:
    player.play_to(5, 3.0)
    before = record(player)
    again = Session(player.session.timeline, start_step=1, attempt=2)
    recorder = Recorder(before)
    recorder.add(again.handle(Command.START, 1000.0))
    recorder.add(again.advance(1055.0))
    after = recorder.record
    assert (after.started_at, after.ended_at, after.end) == (0.0, 1055.0, SessionEnd.FINISHED)
    assert after.active_s == before.active_s + 55.0
    assert [(one.step_index, one.attempt) for one in after.steps] == [(0, 1), (1, 2)]
