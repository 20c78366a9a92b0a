from datetime import date

import pytest

from routine_player.core.instant import Instant
from routine_player.core.load_note import Week, load_note, weeks_of
from routine_player.core.run import Activity, Run

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")  # a Saturday
DAY_S = 86_400.0


def _run(days: float, distance_m: float | None, activity: Activity = Activity.RUN) -> Run:
    return Run(NOON.after(days * DAY_S), distance_m=distance_m, activity=activity)


@pytest.mark.parametrize(
    ("distance_m", "hazard_ratio"),
    [(11_001.0, 1.64), (13_000.0, 1.64), (13_001.0, 1.52), (20_000.0, 1.52), (20_001.0, 2.28)],
)
def test_a_run_much_longer_than_the_longest_is_marked_with_the_figure_of_the_study(
    distance_m: float, hazard_ratio: float
):
    note = load_note(_run(0, distance_m), [_run(-3, 10_000.0), _run(-2, 4_000.0)])
    assert note is not None
    assert (note.longest_m, note.hazard_ratio) == (10_000.0, hazard_ratio)
    assert note.share == pytest.approx(distance_m / 10_000.0)


def test_the_note_says_what_the_study_did_not_look_at():
    note = load_note(_run(0, 12_500.0), [_run(-3, 10_000.0)])
    assert note is not None
    assert note.words.startswith("25 % longer")
    assert "1.64 times" in note.words
    assert "did not look at back pain" in note.words


@pytest.mark.parametrize("distance_m", [11_000.0, 500.0, 0.0, None])
def test_a_run_that_is_not_much_longer_has_no_note(distance_m: float | None):
    assert load_note(_run(0, distance_m), [_run(-3, 10_000.0)]) is None


def test_only_other_runs_of_the_30_days_before_count():
    longest = _run(0, 20_000.0)
    others = [
        longest,
        _run(-31, 10_000.0),
        _run(1, 10_000.0),
        _run(-3, None),
        _run(-3, 10_000.0, Activity.BIKE),
    ]
    assert load_note(longest, others) is None
    assert load_note(longest, [*others, _run(-30, 10_000.0)]) is not None


def test_a_long_ride_is_not_marked():
    assert load_note(_run(0, 60_000.0, Activity.BIKE), [_run(-3, 10_000.0)]) is None


def test_weeks_say_their_distance_and_its_change_with_empty_weeks_between():
    runs = [_run(0, 10_000.0), _run(1, 5_000.0), _run(16, 8_000.0), _run(17, None)]
    assert weeks_of(runs) == [
        Week(date(2026, 3, 23), 15_000.0, 2, None),
        Week(date(2026, 3, 30), 0.0, 0, -15_000.0),
        Week(date(2026, 4, 6), 0.0, 0, 0.0),
        Week(date(2026, 4, 13), 8_000.0, 2, 8_000.0),
    ]


def test_weeks_begin_on_monday():
    sunday, monday = weeks_of([_run(1, 5_000.0), _run(2, 3_000.0)])
    assert (sunday.first.weekday(), monday.first.weekday()) == (0, 0)
    assert (sunday.distance_m, monday.distance_m) == (5_000.0, 3_000.0)


def test_weeks_of_no_runs_are_none():
    assert weeks_of([_run(0, 20_000.0, Activity.BIKE)]) == []
