import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Activity, Surface


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


def test_tracks_of_two_days_are_two_runs(gpx, read, start_s):
    first, second = gpx(), gpx(start_s=start_s + 86_400)
    track = second[second.index(b"<trk>") : second.index(b"</gpx>")]
    reading = read(first.replace(b"</gpx>", track + b"</gpx>"))
    assert [found.run.started.utc_ms for found in reading.found] == [
        start_s * 1000,
        (start_s + 86_400) * 1000,
    ]
    assert len({found.source.digest for found in reading.found}) == 2


def _with_track(first, second):
    track = second[second.index(b"<trk>") : second.index(b"</gpx>")]
    return first.replace(b"</gpx>", track + b"</gpx>")


def test_tracks_that_follow_one_another_are_one_run(gpx, read, start_s):
    (found,) = read(_with_track(gpx(), gpx(start_s=start_s + 900))).found
    assert found.remark == "its 2 tracks follow one another: one run"
    assert (found.run.started.utc_ms, found.run.elapsed_s) == (start_s * 1000, 1500.0)
    assert found.run.duration_s == 1200.0
    assert found.run.distance_m == pytest.approx(4000.0, rel=0.002)


@pytest.mark.parametrize(("kind", "after_s"), [("running", 600 + 1860), ("cycling", 900)])
def test_tracks_long_after_or_of_another_sport_are_apart(gpx, read, start_s, kind, after_s):
    reading = read(_with_track(gpx(), gpx(kind, start_s=start_s + after_s)), wanted=set(Activity))
    assert len(reading.found) == 2


def test_a_track_that_stands_there_twice_is_told_twice_and_joined_later(gpx, read):
    one, other = read(_with_track(gpx(), gpx())).found
    assert one.run.started == other.run.started


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\r\n ", b"\xef\xbb\xbf \t"])
def test_what_stands_before_the_text_is_passed_over(gpx, only, mark):
    assert only(mark + gpx()).duration_s == 600.0


@pytest.mark.parametrize("declared", ["UTF-8", "UTF-16"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_in_the_encoding_it_is_in(gpx, only, declared, encoding):
    text = gpx().decode().replace("UTF-8", declared).replace("Morning", "Läufchen")
    assert only(text.encode(encoding)).duration_s == 600.0


@pytest.mark.parametrize("declared", ["UTF-8", "ISO-8859-1"])
def test_a_text_of_single_bytes_is_read_even_if_it_says_otherwise(gpx, only, declared):
    text = gpx().decode().replace("UTF-8", declared).replace("Morning", "Läufchen")
    assert only(text.encode("latin-1")).duration_s == 600.0


def test_a_text_that_is_cut_within_a_letter_keeps_its_good_part(gpx, read):
    data = gpx().replace(b"</trkseg>", "<cmt>é".encode()[:-1])
    (found,) = read(data[: data.index(b"<cmt>") + 6]).found
    assert "broken midway" in found.remark


def test_names_may_have_prefixes_and_stand_after_a_long_comment(gpx, only):
    text = gpx().decode().replace('xmlns="', 'xmlns:g="')
    for name in ("gpx", "trk", "time", "ele", "type"):
        text = text.replace(f"<{name}", f"<g:{name}").replace(f"</{name}", f"</g:{name}")
    assert only(text.encode()).climb_m == pytest.approx(60.0)
    long = gpx().replace(b"<gpx ", b"<!--" + b"x" * 9000 + b"--><gpx ")
    assert only(long).duration_s == 600.0


def test_a_prefix_that_was_not_declared_is_no_hindrance(gpx, only):
    data = gpx()
    at = data.index(b' xmlns:tp="')
    bare = data[:at] + data[data.index(b">", at) :]
    assert b"xmlns:tp" not in bare
    assert only(bare).cadence_spm == 170.0


def test_the_type_of_a_link_or_a_place_is_not_that_of_the_track(gpx, only):
    link = b'<link href="x"><type>text/html</type></link><trkseg>'
    place = b'</trk><wpt lat="1" lon="2"><time>2001-01-01T00:00:00Z</time><type>user</type></wpt>'
    data = gpx(None).replace(b"<trkseg>", link).replace(b"</trk>", place)
    assert only(data).activity is Activity.RUN


def test_a_point_whose_clock_was_wrong_is_left_out(gpx, only, start_s):
    data = gpx().replace(b"<time>2025-06-15T15:08:00Z", b"<time>1970-01-01T00:00:00Z")
    run = only(data)
    assert (run.started.utc_ms, run.duration_s) == (start_s * 1000, 600.0)


@pytest.mark.parametrize("zone", ["z", " +0000", "+0000", ".0000000Z"])
def test_a_moment_is_read_however_it_is_spelled(gpx, only, start_s, zone):
    data = gpx().replace(b"Z</time><ext", zone.encode() + b"</time><ext")
    assert only(data).started.utc_ms == start_s * 1000


def test_a_track_says_what_was_run_on(gpx, only):
    assert only(gpx("trail_running")).surface is Surface.TRAIL
    assert only(gpx("Treadmill")).surface is Surface.TREADMILL
    assert only(gpx("running")).surface is None


def test_a_pause_that_the_device_did_not_note_is_no_moving_time(gpx, only, start_s):
    text = gpx().decode()
    for at in range(600, 300, -10):
        text = text.replace(iso(start_s + at), iso(start_s + at + 300))
    run = only(text.encode())
    assert (run.duration_s, run.elapsed_s) == (590.0, 900.0)


def iso(utc_s: int) -> str:
    return Instant.of(utc_s * 1000, 0).iso().replace("+00:00", "Z")
