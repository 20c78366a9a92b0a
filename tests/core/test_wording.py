import pytest

from routine_player.core import dose_wording, wording
from routine_player.core.choices import Position, Side, Sides, When
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Step,
    Tempo,
)

TWO_ONE_TWO = Tempo(2.0, 1.0, 2.0)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (-3, "0:00"),
        (59.2, "1:00"),
        (725, "12:05"),
        (3725, "1:02:05"),
        (3599.5, "1:00:00"),
    ],
)
def test_times_are_rounded_up_as_a_countdown_is(seconds, shown):
    assert wording.clock_time(seconds) == shown


@pytest.mark.parametrize(("seconds", "said"), [(45, "45 s"), (60, "1 min"), (860, "14 min")])
def test_totals_are_said_in_minutes_from_one_on(seconds, said):
    assert wording.rough_minutes(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(30, "30 s"), (2.5, "2.5 s"), (90, "90 s"), (120, "2 min"), (150, "2:30 min")],
)
def test_durations_are_said_as_people_write_them(seconds, said):
    assert wording.short_time(seconds) == said


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (Hold(30.0), "30 s"),
        (Continuous(120.0), "2 min"),
        (HeldReps(5, 10.0, 2.0), "5 reps of 10 s"),
        (PacedReps(12, TWO_ONE_TWO), "12 reps"),
        (CountedReps(1), "1 rep"),
    ],
)
def test_a_dose_is_said_in_a_few_words(dose, said):
    assert dose_wording.dose_words(dose) == said


@pytest.mark.parametrize(
    ("sets", "sides", "said"),
    [
        ((Hold(30.0),) * 2, Sides.BOTH, "30 s each side, 2 sets"),
        ((PacedReps(12, TWO_ONE_TWO),) * 2, Sides.NONE, "12 reps, 2-1-2, 2 sets"),
        (
            tuple(HeldReps(reps, 10.0, 2.0) for reps in (5, 3, 1)),
            Sides.ALTERNATE,
            "5-3-1 reps of 10 s each side, alternating",
        ),
        (tuple(CountedReps(reps) for reps in (8, 6)), Sides.LEFT, "8-6 reps left side"),
        ((Continuous(60.0),), Sides.RIGHT, "60 s right side"),
    ],
)
def test_a_whole_step_is_said_in_one_line(sets, sides, said):
    assert dose_wording.step_words(Step(Exercise("one", "One"), sets, sides)) == said


def test_sides_are_named():
    assert wording.side_words(Side.LEFT) == "Left side"
    assert wording.side_words(Side.RIGHT) == "Right side"
    assert wording.switch_words(Side.LEFT) == "Switch to the left side"
    assert wording.switch_words(Side.RIGHT) == "Switch to the right side"


def test_every_position_has_its_words():
    said = [wording.position_words(position) for position in Position]
    assert len(set(said)) == len(Position)


def test_a_position_that_comes_is_announced():
    assert wording.next_position_words(Position.SUPINE) == "Next on your back"


def test_what_a_routine_is_for_is_said():
    assert [wording.when_words(when) for when in When] == ["Before run", "After run", "Any time"]


def test_equipment_is_listed_or_said_to_be_none():
    assert wording.equipment_words(("mat", "band")) == "mat, band"
    assert wording.equipment_words(()) == "no equipment"


def test_positions_are_said_in_their_order():
    assert wording.positions_words(()) == ""
    assert wording.positions_words(("Standing",)) == "Standing"
    assert (
        wording.positions_words(("On all fours", "On your back", "On all fours"))
        == "On all fours, then on your back, then on all fours"
    )


def test_many_positions_that_alternate_are_said_in_short():
    assert wording.positions_words(("Running", "Walking") * 7) == "Running and walking in turn"
