import re

import pytest

from routine_player.core.run import Activity, Surface


def test_an_activity_of_laps_is_a_run_even_after_spaces(tcx, only, start_s):
    run = only(tcx())
    assert (run.started.utc_ms, run.started.offset_s) == (start_s * 1000, 7200)
    assert (run.activity, run.distance_m, run.duration_s) == (Activity.RUN, 2000.0, 600.0)
    assert (run.elapsed_s, run.cadence_spm) == (600.0, 168.0)
    assert run.climb_m == pytest.approx(60.0)


@pytest.mark.parametrize(
    ("sport", "activity"), [("Biking", Activity.BIKE), ("Other", Activity.RUN), ("", Activity.RUN)]
)
def test_a_sport_is_told_or_guessed_from_its_speed(tcx, only, sport, activity):
    run = only(tcx(sport), wanted=frozenset(Activity))
    assert run.activity is activity
    assert (run.cadence_spm is None) == (activity is Activity.BIKE)


def test_laps_without_points_are_a_run_too(tcx, only, start_s):
    data = re.sub(rb"<Track>.*?</Track>", b"", tcx())
    data = data.replace(
        b"<Calories>",
        b"<Extensions><x:LX><x:AvgRunCadence>82</x:AvgRunCadence></x:LX></Extensions><Calories>",
    )
    run = only(data)
    assert (run.distance_m, run.duration_s) == (2000.0, 600.0)
    assert (run.cadence_spm, run.elapsed_s, run.climb_m) == (164.0, None, None)


def test_points_count_where_laps_say_nothing(tcx, only):
    data = tcx().replace(b"TotalTimeSeconds>300", b"TotalTimeSeconds>?")
    data = data.replace(b"<DistanceMeters>1000</DistanceMeters>", b"")
    data = data.replace(b"RunCadence>", b"Speed>")
    run = only(data)
    assert (run.distance_m, run.duration_s, run.cadence_spm) == (2000.0, 600.0, None)


def test_what_is_said_before_the_first_lap_is_no_hindrance(tcx, only):
    data = tcx().replace(b"</Id>", b"</Id><Notes>12</Notes>")
    assert only(data).distance_m == 2000.0


def test_an_activity_that_tells_its_start_by_its_id_alone_is_taken(tcx, only, start_s):
    data = re.sub(rb'<Lap StartTime="[^"]*">', b"<Lap>", tcx())
    assert only(data).started.utc_ms == start_s * 1000


def test_a_point_without_a_time_is_no_hindrance(tcx, only):
    assert only(tcx().replace(b"<Time>2025-06-15T15:07:10Z</Time>", b"")).duration_s == 600.0


def test_of_an_activity_that_is_broken_midway_the_good_part_is_kept(tcx, read):
    data = tcx()
    (found,) = read(data[: round(len(data) * 0.7)]).found
    assert "broken midway" in found.remark
    assert 350 < found.run.duration_s < 480
    assert found.run.distance_m == pytest.approx(found.run.duration_s * 10 / 3, rel=0.05)


def test_only_the_activity_that_is_broken_says_so(tcx, read, start_s):
    first, second = tcx(), tcx(start_s=start_s + 86_400)
    more = second[second.index(b"<Activity ") : second.index(b"</Activities>")]
    data = first.replace(b"</Activities>", more + b"</Activities>")
    whole, broken = read(data[: round(len(data) * 0.8)]).found
    assert whole.remark == ""
    assert "broken midway" in broken.remark
    assert whole.source.digest != broken.source.digest


def test_a_file_without_an_activity_is_skipped_and_a_broken_one_fails(tcx, why):
    empty = b"<TrainingCenterDatabase><Lap/><Id>x</Id></TrainingCenterDatabase>"
    assert why(empty) == ("there is no activity in it", False)
    assert why(tcx()[:200]) == ("it is broken", True)
    assert why(tcx()[:320]) == ("it has neither distance nor time", True)


def test_the_way_from_one_sport_to_the_next_belongs_to_neither(tcx, read):
    one = tcx().decode()
    activity = one[one.index("<Activity ") : one.index("</Activities>")]
    between = (
        '<NextSport><Transition StartTime="2025-06-15T15:00:00Z"><TotalTimeSeconds>77'
        "</TotalTimeSeconds><DistanceMeters>5</DistanceMeters><Track><Trackpoint><Time>"
        "2025-06-15T15:00:00Z</Time></Trackpoint></Track></Transition>"
    )
    ride = activity.replace("Running", "Biking").replace("15:0", "14:0").replace("15:1", "14:1")
    data = one.replace(activity, f"<FirstSport>{ride}</FirstSport>{between}{activity}</NextSport>")
    reading = read(data.encode(), wanted=frozenset(Activity))
    assert [found.run.distance_m for found in reading.found] == [2000.0, 2000.0]
    assert [found.run.duration_s for found in reading.found] == [600.0, 600.0]


def test_laps_that_count_no_metres_leave_the_word_to_the_points(tcx, only, why):
    data = tcx().replace(b"<DistanceMeters>1000<", b"<DistanceMeters>0<")
    assert only(data).distance_m == pytest.approx(2000.0)
    still = re.sub(rb"<Position>.*?</Position>", b"", data)
    still = re.sub(rb"(<DistanceMeters>)[\d.]+", rb"\g<1>0", still)
    assert why(still)[0] == "its distance is zero"


def test_a_text_in_utf_16_and_names_with_prefixes_are_read(tcx, only):
    assert only(tcx().decode().strip().encode("utf-16")).distance_m == 2000.0
    text = tcx().decode().replace('xmlns="', 'xmlns:t="')
    text = text.replace("<TrainingCenter", "<t:TrainingCenter")
    assert only(text.replace("</TrainingCenter", "</t:TrainingCenter").encode()).duration_s == 600.0


def test_an_activity_says_what_was_run_on(tcx, only):
    assert only(tcx("Treadmill Running")).surface is Surface.TREADMILL
    assert only(tcx()).surface is None
