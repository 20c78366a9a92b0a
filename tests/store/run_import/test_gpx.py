import pytest

from routine_player.core.run import Activity


@pytest.mark.parametrize("kind", ["running", "Running", "9", "trail_running", None])
def test_a_track_is_a_run_whatever_its_type_is_called(gpx, only, start_s, kind):
    run = only(gpx(kind))
    assert run.activity is Activity.RUN
    assert (run.started.utc_ms, run.started.offset_s) == (start_s * 1000, 7200)
    assert run.distance_m == pytest.approx(2000.0, rel=0.002)
    assert (run.duration_s, run.elapsed_s) == (600.0, 600.0)
    assert run.climb_m == pytest.approx(60.0)
    assert run.cadence_spm == 170.0


def test_steps_of_both_feet_are_not_doubled(gpx, only):
    assert only(gpx().replace(b"<tp:cad>85<", b"<tp:cad>172<")).cadence_spm == 172.0


def test_time_between_stretches_is_no_running(gpx, only):
    points = gpx().split(b"\n")
    points[35:35] = [b"</trkseg><trkseg>"]
    del points[36:46]
    run = only(b"\n".join(points))
    assert run.elapsed_s == 600.0
    assert run.duration_s < 500.0
    assert run.distance_m == pytest.approx(run.duration_s * 10 / 3, rel=0.01)


def test_a_track_that_says_its_offset_was_seen_there(gpx, only):
    data = gpx().replace(b"Z</time><ext", b"-09:30</time><ext")
    assert only(data).started.offset_s == -34_200


def test_a_time_without_a_zone_is_utc(gpx, only, start_s):
    data = gpx().replace(b"Z</time><ext", b"</time><ext")
    assert only(data).started.utc_ms == start_s * 1000


def test_a_route_is_no_run(gpx, why):
    import re

    data = re.sub(rb"<time>[^<]*</time>", b"", gpx())
    assert why(data) == ("it has no times in it: a route, not a run", False)
    assert why(b'<?xml version="1.0"?><gpx version="1.1"></gpx>')[1] is False


def test_points_without_place_height_or_time_are_no_hindrance(gpx, only):
    data = gpx(None).replace(b'lat="52.5', b'lat="x', 3).replace(b"<ele>100.0<", b"<ele>nan<")
    data = data.replace(b"15:07:00Z</time><ext", b"soon</time><ext")
    data = data.replace(b'lon="13.4"', b'lon="913.4"', 5)
    run = only(data)
    assert run.duration_s == 600.0
    assert run.distance_m < 2000.0


def test_a_track_without_any_place_has_no_distance(gpx, only):
    run = only(gpx().replace(b'lat="', b'lot="'))
    assert run.distance_m is None
    assert run.duration_s == 600.0


def test_of_a_track_that_is_broken_midway_the_good_part_is_kept(gpx, read):
    data = gpx()
    (found,) = read(data[: len(data) // 2]).found
    assert "broken midway" in found.remark
    assert 200 < found.run.duration_s < 400


def test_a_file_that_breaks_off_before_its_first_point_fails(gpx, why):
    reason, _ = why(gpx()[:300])
    assert reason == "it is broken"


def test_each_track_is_a_run_of_its_own(gpx, read, start_s):
    first, second = gpx(), gpx(start_s=start_s + 86_400)
    track = second[second.index(b"<trk>") : second.index(b"</gpx>")]
    reading = read(first.replace(b"</gpx>", track + b"</gpx>"))
    assert [found.run.started.utc_ms for found in reading.found] == [
        start_s * 1000,
        (start_s + 86_400) * 1000,
    ]
    assert len({found.source.digest for found in reading.found}) == 2
