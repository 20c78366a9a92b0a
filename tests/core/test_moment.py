import pytest

from routine_player.core.choices import Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.moment import moment_of
from routine_player.core.motion import Elapsed
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    HeldReps,
    Hold,
    PacedReps,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.session import Command, RepPart, Session, State, StepStatus


@pytest.fixture
def started():
    """A session of one step that has begun at 0, with 5 s to prepare."""

    def start(step):
        session = Session(compile_timeline(Routine("one", "One", (step,))))
        session.handle(Command.START, 0.0)
        return session

    return start


@pytest.fixture
def seen(started):
    """What is seen of one step `at` seconds after the start."""

    def see(step, at):
        session = started(step)
        session.advance(at)
        return moment_of(session, at)

    return see


def test_a_prepare_counts_down_to_the_start(seen, library):
    moment = seen(Step(library.plank, (Hold(30.0),)), 2.5)
    assert (moment.above, moment.numeral, moment.below) == ("Starts in", "3", "")
    assert moment.ring == pytest.approx(0.5)
    assert moment.urgent


def test_a_hold_counts_its_seconds_down(seen, library):
    moment = seen(Step(library.plank, (Hold(30.0),)), 17.0)
    assert (moment.above, moment.numeral, moment.below) == ("", "18", "seconds")
    assert moment.ring == pytest.approx(0.6)
    assert moment.left_words == "0:18 left"
    assert not moment.urgent


def test_the_last_second_is_one_second(seen, library):
    moment = seen(Step(library.plank, (Hold(30.0),)), 34.5)
    assert (moment.numeral, moment.below, moment.urgent) == ("1", "second", True)


def test_a_long_time_is_shown_in_minutes(seen, library):
    moment = seen(Step(library.squat, (Continuous(150.0),)), 10.0)
    assert (moment.numeral, moment.below) == ("2:25", "minutes")


def test_reps_at_a_tempo_count_up(seen, library):
    moment = seen(Step(library.bridge, (PacedReps(12, Tempo(2.0, 1.0, 2.0)),)), 5.0 + 5.0 + 2.5)
    assert (moment.numeral, moment.below) == ("2", "of 12")
    assert (moment.part, moment.tempo) == (RepPart.HOLD, 0.5)
    assert moment.ring == pytest.approx(7.5 / 60)


@pytest.mark.parametrize(
    ("into_rep_s", "above", "numeral", "ring"),
    [(1.0, "Move in", "1", 0.5), (4.0, "Hold", "8", 0.8), (13.5, "Let go", "1", 0.0)],
)
def test_a_held_rep_tells_its_part_and_counts_it_down(
    seen, library, into_rep_s, above, numeral, ring
):
    step = Step(library.bird_dog, (HeldReps(3, 10.0, 2.0),), Sides.LEFT)
    moment = seen(step, 5.0 + 14.0 + into_rep_s)
    assert (moment.above, moment.numeral) == (above, numeral)
    assert moment.below == "rep 2 of 3"
    assert moment.ring == pytest.approx(ring)


def test_reps_at_ones_own_pace_show_how_many(seen, library):
    moment = seen(Step(library.hyper, (CountedReps(10),), self_paced=True), 60.0)
    assert (moment.above, moment.numeral, moment.below) == ("Your own pace", "10", "reps")
    assert moment.ring == 0.0


def test_a_hold_at_ones_own_pace_counts_up(seen, library):
    moment = seen(Step(library.plank, (Hold(30.0),), self_paced=True), 12.5)
    assert (moment.numeral, moment.below) == ("7", "seconds")


def test_a_pause_stands_still_and_says_so(started, library):
    session = started(Step(library.plank, (Hold(30.0),)))
    session.handle(Command.PAUSE, 15.0)
    moment = moment_of(session, 400.0)
    assert (moment.numeral, moment.state, moment.urgent) == ("20", State.PAUSED, False)


def test_going_on_after_a_pause_counts_three_two_one(started, library):
    session = started(Step(library.plank, (Hold(30.0),)))
    session.handle(Command.PAUSE, 15.0)
    session.handle(Command.RESUME, 100.0)
    moment = moment_of(session, 101.5)
    assert (moment.above, moment.numeral, moment.state) == ("Go on in", "2", State.RESUMING)


def test_the_bar_has_a_segment_a_step(seen, library):
    moment = seen(Step(library.plank, (Hold(30.0),)), 5.0 + 12.5)
    assert [step.status for step in moment.bar] == [StepStatus.RUNNING]
    assert moment.bar[0].fraction == pytest.approx(0.5)


def test_the_figure_learns_how_far_the_phase_and_its_rep_are(seen, library):
    step = Step(library.bridge, (PacedReps(12, Tempo(2.0, 1.0, 2.0)),))
    assert seen(step, 2.5).elapsed == Elapsed(2.5)
    elapsed = seen(step, 5.0 + 5.0 + 2.5).elapsed
    assert elapsed == Elapsed(7.5, 2, 0.5, RepPart.HOLD, 0.5)
