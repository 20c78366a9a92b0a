import random
from collections.abc import Callable

import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Activity, Surface
from routine_player.store.run_import.climb import climb_m
from routine_player.store.run_import.sports import (
    activity_of,
    activity_words,
    likely_activity,
    surface_of,
)
from routine_player.store.run_import.track import Point, Track, steps_a_minute
from routine_player.store.run_import.zone import Zone


@pytest.mark.parametrize(
    ("word", "activity"),
    [
        ("Trail Running", Activity.RUN),
        ("treadmill_running", Activity.RUN),
        ("Course à pied", Activity.RUN),
        ("Running / Track", Activity.RUN),
        ("running;trail", Activity.RUN),
        ("TrailRun", Activity.RUN),
        ("Straßenlauf", Activity.RUN),
        ("Tapis de course", Activity.RUN),
        ("parkrun", Activity.RUN),
        ("Hike", Activity.WALK),
        ("Treadmill Walking", Activity.WALK),
        ("Course cycliste", Activity.BIKE),
        ("VirtualRide", Activity.BIKE),
        ("Skilanglauf", Activity.OTHER),
        ("Cross-Country Skiing", Activity.OTHER),
        ("E-Bike Ride", Activity.BIKE),
        ("Open Water Swimming", Activity.SWIM),
        ("Yoga", Activity.OTHER),
        ("generic", None),
        ("", None),
    ],
)
def test_a_program_calls_an_activity_so(word: str, activity: Activity | None):
    assert activity_of(word) is activity


@pytest.mark.parametrize(
    ("words", "surface"),
    [
        (("running", "treadmill"), Surface.TREADMILL),
        (("Treadmill Running",), Surface.TREADMILL),
        (("Laufbandtraining",), Surface.TREADMILL),
        (("Course à pied sur tapis",), Surface.TREADMILL),
        (("Virtual Run",), Surface.TREADMILL),
        (("VirtualRun",), Surface.TREADMILL),
        (("running", "virtual_activity"), Surface.TREADMILL),
        (("Trail Run",), Surface.TRAIL),
        (("trail_running",), Surface.TRAIL),
        (("Traillauf",), Surface.TRAIL),
        (("Running / Track",), Surface.TRACK),
        (("indoor_track",), Surface.TRACK),
        (("Straßenlauf",), Surface.ROAD),
        (("running", "street"), Surface.ROAD),
        (("running", "generic"), None),
        (("indoor_running",), None),
        (("Run",), None),
        ((), None),
    ],
)
def test_a_program_says_what_was_run_on(words: tuple[str, ...], surface: Surface | None):
    assert surface_of(Activity.RUN, *words) is surface
    assert surface_of(Activity.WALK, *words) is surface
    assert surface_of(Activity.BIKE, *words) is None


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


def _wavering(metres: float, height_at: Callable[[int], float]) -> list[float]:
    chance = random.Random(1)
    return [height_at(at) + chance.gauss(0, metres) for at in range(3601)]


@pytest.mark.parametrize("metres", [0.3, 1.0, 3.0, 5.0])
def test_heights_that_waver_by_metres_are_no_climb(metres: float):
    assert climb_m(_wavering(metres, lambda _: 100.0)) == pytest.approx(0.0, abs=6.0)


@pytest.mark.parametrize("metres", [0.0, 1.0, 3.0])
def test_a_hill_is_as_high_however_its_heights_waver(metres: float):
    heights = _wavering(metres, lambda at: 100.0 + min(at, 3600 - at) / 18)
    assert climb_m(heights) == pytest.approx(100.0, abs=5.0)


@pytest.mark.parametrize("height", [0.0, -32_768.0, 12_000.0])
def test_a_height_that_was_not_known_is_no_climb(height: float):
    heights = [200.0 + at / 100 for at in range(300)]
    heights[40] = heights[41] = heights[200] = height
    assert climb_m(heights) == pytest.approx(2.99, abs=0.05)


def test_steep_ways_between_points_far_apart_are_climbs():
    assert climb_m([100.0 + 60.0 * min(at % 20, 20 - at % 20) for at in range(81)]) == 2400.0


def test_moments_of_another_day_are_strays():
    at = [0.0, *range(1_700_000_000, 1_700_000_100), 4_000_000_000.0]
    track = Track([[Point(float(one)) for one in at], [Point(None)]]).without_strays()
    assert track.span == (1_700_000_000, 1_700_000_099)
    assert len(track.stretches) == 2
    assert Track([[Point(None)]]).without_strays().span is None


def test_a_counter_may_begin_anew_and_a_leap_of_it_does_not_count():
    metres = [5.0, 10.0, 9e6, 20.0, *range(25, 100, 5), *range(0, 105, 5), None]
    track = Track([[Point(float(at), distance_m=one) for at, one in enumerate(metres)]])
    assert track.distance_m == pytest.approx(95.0 + 100.0 - 50.0)
    assert (
        Track([[Point(0.0, distance_m=30_000.0), Point(1.0, distance_m=30_003.0)]]).distance_m == 3
    )


def test_a_leap_of_places_is_no_way():
    lats = [52.5, 0.0, 52.5001, 52.5002]
    timed = Track([[Point(float(at), lat, 13.4) for at, lat in enumerate(lats)]])
    assert timed.distance_m == pytest.approx(11.12, abs=0.01)
    unknown = Track([[Point(None, lat, 13.4) for lat in lats]])
    assert unknown.distance_m == pytest.approx(11.6e6, rel=0.02)


def test_a_counter_that_stood_still_leaves_the_word_to_the_places():
    points = [Point(float(at), 52.5 + at / 10_000, 13.4, None, 0.0) for at in range(3)]
    assert Track([points]).distance_m == pytest.approx(22.24, abs=0.01)
    assert Track([[Point(0.0, distance_m=0.0)]]).distance_m == 0.0


def _paused(gap_s: float, way_m: float | None, every_s: int = 1, *, counted: bool = True) -> Track:
    """Ten minutes of a recording with a gap in its middle, in which it got on by so many metres."""
    track = Track()
    for at in range(0, 601, every_s):
        after = at > 300
        metres = at * 3.0 + (way_m or 0.0) * after
        at_s = 1e9 + at + gap_s * after
        if way_m is None:
            track.add(Point(at_s))
        elif counted:
            track.add(Point(at_s, distance_m=metres))
        else:
            track.add(Point(at_s, 48 + metres / 111_195, 9.0))
    return track


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize(
    ("gap_s", "way_m", "moving_s"),
    [
        (300.0, 0.0, 600.0),  # a pause
        (300.0, 40.0, 600.0),  # somebody walked to and fro
        (300.0, 700.0, 900.0),  # a tunnel
        (50.0, 0.0, 650.0),  # the device left something out
    ],
)
def test_a_pause_within_a_stretch_is_no_moving_time(
    *, gap_s: float, way_m: float, moving_s: float, counted: bool
):
    assert _paused(gap_s, way_m, counted=counted).moving_s == pytest.approx(moving_s, abs=1.1)


def test_where_no_way_is_known_a_gap_is_a_pause_in_a_dense_recording_alone():
    assert _paused(300.0, None).moving_s == pytest.approx(600.0, abs=1.1)
    assert _paused(300.0, None, every_s=50).moving_s == 900.0


def test_moments_out_of_order_make_no_pause():
    track = _paused(0.0, 0.0)
    track.stretches[0].insert(5, track.stretches[0].pop(-1))
    assert track.moving_s == 600.0
