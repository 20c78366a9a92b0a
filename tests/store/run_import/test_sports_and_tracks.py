import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Activity
from routine_player.store.run_import.sports import activity_of, activity_words, likely_activity
from routine_player.store.run_import.track import Point, Track, climb_m, steps_a_minute
from routine_player.store.run_import.zone import Zone


@pytest.mark.parametrize(
    ("word", "activity"),
    [
        ("Trail Running", Activity.RUN),
        ("treadmill_running", Activity.RUN),
        ("Course à pied", Activity.RUN),
        ("Running / Track", Activity.RUN),
        ("Hike", Activity.WALK),
        ("E-Bike Ride", Activity.BIKE),
        ("Open Water Swimming", Activity.SWIM),
        ("Yoga", Activity.OTHER),
        ("generic", None),
        ("", None),
    ],
)
def test_a_program_calls_an_activity_so(word: str, activity: Activity | None):
    assert activity_of(word) is activity


def test_every_activity_can_be_said():
    assert len({activity_words(activity) for activity in Activity}) == len(Activity)


@pytest.mark.parametrize(
    ("speed", "activity"), [(1.2, Activity.WALK), (2.2, Activity.RUN), (8.0, Activity.BIKE)]
)
def test_what_nobody_said_is_likely_from_its_speed(speed: float, activity: Activity):
    assert likely_activity(speed * 1000, 1000.0) is activity


def test_what_has_no_speed_is_taken_for_a_run():
    assert likely_activity(None, 60.0) is Activity.RUN
    assert likely_activity(100.0, None) is Activity.RUN


@pytest.mark.parametrize(
    ("heights", "climb"),
    [
        ([], None),
        ([100.0], 0.0),
        ([100.0, 160.0, 120.0, 150.0], 90.0),
        ([100.0, 101.0, 100.0, 101.5, 100.5], 0.0),
        ([200.0, 150.0, 100.0, 110.0], 10.0),
        ([100.0, 130.0, 129.0, 140.0], 40.0),
        ([100.0, 101.0, 99.5, 105.0], 5.5),
        ([100.0, 101.0, 98.0, 99.0], 0.0),
    ],
)
def test_ways_up_are_added_and_noise_is_left_out(heights: list[float], climb: float | None):
    assert climb_m(heights) == climb


def test_steps_of_one_leg_are_doubled():
    assert steps_a_minute(85.0) == 170.0
    assert steps_a_minute(170.0) == 170.0
    assert steps_a_minute(0.0) is None
    assert steps_a_minute(None) is None


def test_a_track_of_nothing_says_nothing():
    track = Track()
    track.break_off()
    track.break_off()
    assert (track.span, track.distance_m, track.climb_m, track.cadence) == (None, None, None, None)
    assert track.moving_s == 0.0


def test_standing_still_is_no_cadence():
    track = Track()
    for cadence in (80.0, 0.0, None, 90.0):
        track.add(Point(0.0, cadence=cadence))
    assert track.cadence == 85.0


def test_the_zone_of_a_person_knows_its_summers():
    zone = Zone.of(Instant.of(1_774_695_600_000, 3600, "Europe/Berlin"))
    assert zone.at(1_750_000_000).iso() == "2025-06-15T17:06:40+02:00"
    assert zone.at(1_765_000_000).iso() == "2025-12-06T06:46:40+01:00"


@pytest.mark.parametrize("name", ["", "No/Such", "../etc"])
def test_an_unknown_zone_is_left_to_the_computer(name: str, monkeypatch: pytest.MonkeyPatch):
    zone = Zone.of(Instant.of(0, 0, name))
    assert zone == Zone()
    told = zone.at(1_750_000_000)
    assert zone.at_wall(told.local.replace(tzinfo=None)) == told
