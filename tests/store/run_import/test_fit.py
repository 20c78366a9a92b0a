import pytest

from routine_player.core.run import Activity, SourceKind


def test_a_run_of_a_watch_says_when_how_far_how_long_and_how_high(fit, fit_run, only, start_s):
    run = only(fit(fit_run()))
    assert run.started.utc_ms == start_s * 1000
    assert (run.started.offset_s, run.started.zone) == (7200, "Europe/Berlin")
    assert (run.activity, run.distance_m, run.duration_s) == (Activity.RUN, 2000.0, 600.0)
    assert (run.elapsed_s, run.climb_m) == (620.0, 55)


def test_steps_are_of_both_feet_with_the_fractional_part(fit, fit_run, only):
    assert only(fit(fit_run())).cadence_spm == 173.0
    assert only(fit(fit_run(sport=0))).cadence_spm == 173.0


def test_steps_of_a_file_that_does_not_sum_them_up_come_from_its_points(fit, fit_run, only):
    messages = fit_run()
    session = messages[-2][1]
    for name in ("avg_cadence", "avg_fractional_cadence", "total_ascent", "total_distance"):
        del session[name]
    run = only(fit(messages))
    assert run.cadence_spm == pytest.approx(173.0)
    assert run.climb_m == pytest.approx(60.0)
    assert run.distance_m == pytest.approx(2000.0)


@pytest.mark.parametrize(
    ("sport", "activity"),
    [(0, Activity.RUN), (2, Activity.BIKE), (5, Activity.SWIM), (11, Activity.WALK)],
)
def test_a_sport_is_told_and_a_generic_one_guessed_from_its_speed(
    fit, fit_run, only, sport, activity
):
    slow = {"total_distance": 1000.0} if sport == 5 else {}
    assert only(fit(fit_run(sport, **slow)), wanted=frozenset(Activity)).activity is activity


def test_a_generic_file_is_what_its_sport_message_says(fit, fit_run, only):
    messages = fit_run(sport=0)
    messages.insert(1, ("sport", {"sport": 2}))
    assert only(fit(messages), wanted=frozenset(Activity)).activity is Activity.BIKE


def test_wheels_have_no_steps(fit, fit_run, only):
    assert only(fit(fit_run(2)), wanted=frozenset(Activity)).cadence_spm is None


@pytest.mark.parametrize(
    ("ahead_s", "offset_s"),
    [(7200 + 130, 7200), (-34_200 - 300, -34_200), (20_700, 20_700), (90_000, 7200), (0, 0)],
)
def test_a_clock_that_is_minutes_off_is_rounded_to_a_quarter_of_an_hour(
    fit, fit_run, only, ahead_s, offset_s
):
    messages = fit_run()
    messages[-1][1]["local_timestamp"] = messages[-1][1]["timestamp"] + ahead_s
    started = only(fit(messages)).started
    assert started.offset_s == offset_s
    assert started.zone == ("Europe/Berlin" if offset_s == 7200 else "")


def test_a_watch_that_does_not_say_its_zone_is_where_the_person_is(fit, fit_run, only):
    assert only(fit(fit_run()[:-1])).started.zone == "Europe/Berlin"


def test_a_run_without_places_is_a_run_too(fit, fit_run, only):
    messages = [each for each in fit_run() if each[0] != "record"]
    assert only(fit(messages)).distance_m == 2000.0


@pytest.mark.parametrize("cut", [0.5, 0.9])
def test_of_a_file_that_is_broken_midway_the_good_part_is_kept(fit, fit_run, read, cut):
    data = fit(fit_run())
    reading = read(data[: round(len(data) * cut)])
    (found,) = reading.found
    assert "broken midway" in found.remark
    assert 200 < found.run.duration_s < 600
    assert found.run.distance_m == pytest.approx(found.run.duration_s * 10 / 3, rel=0.02)
    assert found.run.cadence_spm == pytest.approx(173.0)


def test_a_bad_message_midway_does_not_lose_what_came_before(fit, fit_run, read):
    data = bytearray(fit(fit_run()))
    data[len(data) // 2 :] = b"\x0f" * (len(data) - len(data) // 2)
    (found,) = read(bytes(data)).found
    assert "broken midway" in found.remark
    assert found.run.duration_s > 100


def test_a_wrong_checksum_is_told(fit, fit_run, read):
    data = fit(fit_run())
    (found,) = read(data[:-2] + b"\0\0").found
    assert "checksum" in found.remark
    assert found.run.distance_m == 2000.0


def test_a_file_of_a_watch_that_is_no_activity_is_skipped(fit, why):
    assert why(fit([("file_id", {"type": 2})])) == (
        "it is a watch's settings file, not an activity",
        False,
    )
    assert why(fit([("file_id", {"type": 4})])) == ("there is no activity in it", False)


def test_a_damaged_point_in_the_middle_is_left_out(fit, fit_run, read):
    messages = fit_run()
    del messages[-2]
    messages[20][1]["timestamp"] = 252_645_135
    messages[30][1]["distance"] = 2_500_000.0
    (found,) = read(fit(messages)).found
    assert found.run.duration_s == 600.0
    assert found.run.distance_m == pytest.approx(2000.0)


def test_points_without_a_time_are_no_hindrance(fit, fit_run, read):
    messages = fit_run()
    for number in (5, 6):
        del messages[number][1]["timestamp"]
    del messages[-2]
    (found,) = read(fit(messages)).found
    assert found.run.duration_s == 600.0


@pytest.mark.parametrize("length", [12, 13, 14, 20])
def test_a_file_that_is_cut_off_at_its_head_fails(fit, fit_run, why, length):
    reason, failed = why(fit(fit_run())[:length])
    assert reason == "it is no sound FIT file"
    assert failed


def test_a_watch_whose_clock_was_never_set_fails(fit, fit_run, why):
    reason, failed = why(fit(fit_run(start_s=631_065_600 + 60)))
    assert "clock was not set" in reason
    assert failed
    reason, _ = why(fit(fit_run(start_s=631_065_600 + 60)[:-2]))
    assert "clock was not set" in reason


def test_a_session_without_its_start_begins_with_its_points(fit, fit_run, only, why, start_s):
    messages = fit_run()
    del messages[-2][1]["start_time"]
    assert only(fit(messages)).started.utc_ms == start_s * 1000
    reason, failed = why(fit([each for each in messages if each[0] != "record"]))
    assert reason == "it does not say when it began"
    assert failed


def test_each_part_of_a_triathlon_is_told_apart(fit, fit_run, read, start_s):
    swim, ride, run = (
        fit_run(sport, start_s + number * 7200)[-2] for number, sport in enumerate((5, 2, 1))
    )
    reading = read(fit([("file_id", {"type": 4}), swim, ride, run]))
    (found,) = reading.found
    assert found.run.started.utc_ms == (start_s + 14_400) * 1000
    assert [refused.reason for refused in reading.refused] == [
        "it is a swim, not a run",
        "it is a ride, not a run",
    ]


def test_a_file_has_the_same_digest_whenever_it_is_read(fit, fit_run, read):
    first, second = (read(fit(fit_run()), name).found[0].source for name in ("a", "b"))
    assert first.digest == second.digest
    assert (first.kind, first.file, len(first.digest)) == (SourceKind.FIT, "a", 16)
    assert read(fit(fit_run(total_distance=2001.0))).found[0].source.digest != first.digest
