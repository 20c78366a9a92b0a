from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from routine_player.core.choices import Sides
from routine_player.core.entry import Entry, EntryKind
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import plan_of
from routine_player.core.routine import Hold, Step
from routine_player.core.session import Command
from routine_player.core.session_log import SessionLog

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")

Play = Callable[..., Any]


def _logged(player: Any) -> tuple[Entry, ...]:
    """The log of all that was heard, with the session's clock at 0 at noon."""
    log = SessionLog(plan_of(player.session.timeline))
    return log.lines_for(player.heard, 0.0, NOON)


def _kinds(lines: tuple[Entry, ...]) -> list[EntryKind]:
    return [line.kind for line in lines]


def _written_s(lines: tuple[Entry, ...]) -> float:
    timed = {EntryKind.STEP_STARTED, EntryKind.STEP_ENDED}
    return sum(line.length_s for line in lines if line.kind in timed)


@pytest.fixture
def plank(library: SimpleNamespace) -> Step:
    return Step(library.plank, (Hold(30.0),), prepare_s=5.0)


def test_each_step_is_a_line_when_it_starts_and_one_when_it_ends(play: Play, plank: Step):
    player = play(plank, plank)
    player.command(Command.START)
    player.pass_s(100.0)
    lines = _logged(player)
    assert _kinds(lines) == [EntryKind.STEP_STARTED, EntryKind.STEP_ENDED] * 2
    assert lines[1] == Entry(
        EntryKind.STEP_ENDED,
        NOON.after(35.0),
        35.0,
        step_index=0,
        outcome=Outcome.DONE,
        works_done=1,
        works_planned=1,
        length_s=35.0,
    )


def test_a_pause_a_longer_phase_and_going_on_are_lines(play: Play, plank: Step):
    player = play(plank)
    player.command(Command.START)
    player.pass_s(6.0)
    player.command(Command.EXTEND)
    player.command(Command.PAUSE)
    player.command(Command.RESUME)
    player.pass_s(3.0)
    extended, paused, resumed = _logged(player)[1:]
    assert (extended.kind, extended.step_index, extended.length_s) == (EntryKind.EXTENDED, 0, 10.0)
    assert (paused.kind, paused.at_s) == (EntryKind.PAUSED, 6.0)
    assert (resumed.kind, resumed.at_s) == (EntryKind.RESUMED, 9.0)


def test_sleep_of_the_computer_is_a_line_with_its_length(play: Play, plank: Step):
    player = play(plank)
    player.command(Command.START)
    player.pass_s(6.0)
    player.interrupt(28_800.0)
    line = _logged(player)[-1]
    assert (line.kind, line.at_s, line.length_s) == (EntryKind.INTERRUPTED, 6.0, 28_800.0)


def test_switching_sides_is_a_line(play: Play, library: SimpleNamespace):
    player = play(Step(library.stretch, (Hold(30.0),), Sides.BOTH))
    player.play_to(1, 2.0)
    player.command(Command.SWITCH_SIDE)
    line = _logged(player)[-1]
    assert (line.kind, line.step_index) == (EntryKind.SIDE_SWITCHED, 0)


def test_an_easier_exercise_is_named_and_a_planned_one_is_not(
    play: Play, plank: Step, library: SimpleNamespace
):
    player = play(plank, plank)
    log = SessionLog(plan_of(player.session.timeline))
    player.command(Command.START)
    player.pass_s(10.0)
    player.command(Command.HURT)
    player.take_easier(Step(library.tilt, (Hold(20.0),), prepare_s=0.0))
    player.pass_s(20.0)
    lines = log.lines_for(player.heard, 0.0, NOON)
    hurt, ended, replaced, started, done, second = lines[1:]
    assert _kinds(lines[1:]) == [
        EntryKind.HURT,
        EntryKind.STEP_ENDED,
        EntryKind.STEP_REPLACED,
        EntryKind.STEP_STARTED,
        EntryKind.STEP_ENDED,
        EntryKind.STEP_STARTED,
    ]
    assert hurt.step_index == 0
    assert (ended.outcome, ended.name) == (Outcome.HURT, "")
    assert (replaced.slug, replaced.name) == ("pelvic-tilt", "Pelvic tilt")
    assert (started.attempt, done.attempt) == (2, 2)
    assert (done.outcome, done.slug, done.name) == (Outcome.DONE, "pelvic-tilt", "Pelvic tilt")
    assert (second.step_index, second.name) == (1, "")


def test_time_of_an_attempt_that_was_given_up_stands_with_the_next_start(play: Play, plank: Step):
    player = play(plank, plank)
    player.command(Command.START)
    player.pass_s(12.0)
    player.command(Command.RESTART)
    player.pass_s(40.0)
    first, again, ended, second = _logged(player)
    assert (first.length_s, again.length_s, ended.length_s) == (0.0, 12.0, 35.0)
    assert (again.attempt, ended.attempt, second.attempt) == (2, 2, 1)
    assert second.length_s == 0.0


def test_the_lines_of_a_whole_session_tell_all_the_time_that_ran(play: Play, plank: Step):
    player = play(plank, plank, plank)
    player.command(Command.START)
    player.pass_s(40.0)
    player.command(Command.BACK)
    player.pass_s(7.0)
    player.command(Command.SKIP)
    player.pass_s(3.0)
    player.command(Command.STOP)
    lines = _logged(player)
    assert lines[-1].outcome is Outcome.STOPPED
    assert _written_s(lines) == pytest.approx(player.session.active_s(player.now))


def test_a_line_that_was_noticed_late_has_the_moment_it_was_due(play: Play, plank: Step):
    player = play(plank)
    log = SessionLog(plan_of(player.session.timeline))
    told = player.command(Command.START) + player.sleep_through(50.0)
    started, ended = log.lines_for(told, 50.0, NOON)
    assert started.at == NOON.after(-50.0)
    assert (ended.at, ended.at_s) == (NOON.after(-15.0), 35.0)


def test_moments_of_a_session_that_plays_faster_lie_closer(play: Play, plank: Step):
    player = play(plank)
    log = SessionLog(plan_of(player.session.timeline), speed=20.0)
    told = player.command(Command.START) + player.sleep_through(50.0)
    started, ended = log.lines_for(told, 50.0, NOON)
    assert started.at == NOON.after(-2.5)
    assert ended.at == NOON.after(-0.75)
    assert ended.length_s == 35.0
