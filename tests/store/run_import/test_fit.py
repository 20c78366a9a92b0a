import pytest

from routine_player.core.run import Activity, SourceKind, Surface


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


@pytest.mark.parametrize("bad", [b"\x0f" * 30, bytes(200), b"", b"\x40\0\0\x14\0\2\xfd"])
def test_bytes_gone_bad_midway_lose_neither_what_came_before_nor_after(fit, fit_run, read, bad):
    data = fit(fit_run())
    half = len(data) // 2
    (found,) = read(data[:half] + bad + data[half + (len(bad) or 7) :]).found
    assert found.remark
    assert (found.run.distance_m, found.run.duration_s, found.run.climb_m) == (2000.0, 600.0, 55)
    assert found.run.cadence_spm == 173.0


def test_of_points_around_bad_bytes_both_sides_count(fit, fit_run, read, start_s):
    messages = [each for each in fit_run() if each[0] in {"file_id", "record"}]
    data = fit(messages)
    (found,) = read(data[:600] + b"\x4f" * 60 + data[660:]).found
    assert (found.run.started.utc_ms, found.run.duration_s) == (start_s * 1000, 600.0)
    assert found.run.distance_m == pytest.approx(2000.0, abs=60)


@pytest.mark.parametrize("size", [0, 10_000_000])
def test_a_head_that_was_never_finished_loses_nothing(fit, fit_run, read, size):
    (found,) = read(fit(fit_run(), size=size)).found
    assert found.run.distance_m == 2000.0
    assert ("broken midway" in found.remark) is (size > 0)


def test_bytes_behind_the_file_are_no_fault(fit, fit_run, only):
    assert only(fit(fit_run()) + b"\xff" * 99).distance_m == 2000.0


def test_a_field_of_no_bytes_is_passed_over(fit, fit_run, only, start_s):
    start = start_s - 631_065_600
    holes = [("hole", {"timestamp": start + at, "heart_rate": 0}) for at in range(60)]
    assert only(fit([*holes, *fit_run()])).distance_m == 2000.0


def test_what_apps_add_does_not_stand_in_for_what_the_watch_says(fit, fit_run, only):
    app = [("app", {"developer_data_index": 0})]
    named = {"developer_data_index": 0, "field_definition_number": 1, "fit_base_type_id": 0x84}
    app += [("app_field", named | {"field_name": b"distance"})]
    messages = fit_run()
    del messages[-2][1]["total_distance"]
    assert only(fit([*app, *messages], own=b"\7\0")).distance_m == pytest.approx(2000.0)


def test_files_one_behind_another_are_each_read(fit, fit_run, read, start_s):
    points = [each for each in fit_run(start_s=start_s + 86_400) if each[0] == "record"]
    settings = fit([("file_id", {"type": 2})])
    reading = read(settings + fit(fit_run()) + fit(points))
    assert [found.run.started.utc_ms // 1000 - start_s for found in reading.found] == [0, 86_400]
    assert [found.run.distance_m for found in reading.found] == [2000.0, pytest.approx(2000.0)]
    assert len({found.source.digest for found in reading.found}) == 2


def test_points_of_a_course_are_no_run(fit, fit_run, why):
    messages = [("file_id", {"type": 6}), *fit_run()[1:-2]]
    assert why(fit(messages)) == ("it is a watch's course file, not an activity", False)


def test_pauses_do_not_count_where_nothing_sums_the_run_up(fit, fit_run, only, start_s):
    messages = fit_run()[:-2]
    at = start_s - 631_065_600
    events = [("event", {"timestamp": at + 200, "event": 0, "event_type": 4})]
    events += [("event", {"timestamp": at + 400, "event": 0, "event_type": 0})]
    events += [("event", {"timestamp": at + 400, "event": 9, "event_type": 3})]
    run = only(fit([*messages[:22], *events, *messages[41:]]))
    assert (run.duration_s, run.elapsed_s) == (400.0, 600.0)


def _laps(start_s, *more):
    start = start_s - 631_065_600
    told = {"total_elapsed_time": 320.0, "total_timer_time": 300.0, "total_distance": 900.0}
    return [
        ("lap", {"timestamp": start + at + 300, "start_time": start + at} | told | dict(more))
        for at in (0, 400)
    ]


def test_laps_alone_are_a_run(fit, only, start_s):
    run = only(fit(_laps(start_s, ("avg_cadence", 85), ("total_ascent", 12), ("sport", 1))))
    assert run.started.utc_ms == start_s * 1000
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (1800.0, 600.0, 640.0)
    assert (run.cadence_spm, run.climb_m, run.activity) == (170.0, 24.0, Activity.RUN)
    assert only(fit(_laps(start_s))).cadence_spm is None


def test_laps_tell_the_sport_of_points(fit, fit_run, only, start_s):
    messages = [*fit_run()[:-2], *_laps(start_s, ("sport", 2))]
    assert only(fit(messages), wanted=frozenset(Activity)).activity is Activity.BIKE


def test_laps_without_a_start_are_refused(fit, why):
    lap = ("lap", {"total_timer_time": 300.0, "total_distance": 900.0})
    assert why(fit([lap])) == ("it does not say when it began", True)


def test_a_session_without_a_time_lasts_as_long_as_its_points(fit, fit_run, only):
    messages = fit_run()
    for name in ("total_timer_time", "total_elapsed_time"):
        del messages[-2][1][name]
    assert only(fit(messages)).duration_s == 600.0


@pytest.mark.parametrize("early_s", [5 * 86_400, 1_000_000_000])
def test_a_first_point_from_before_the_clock_was_set_is_left_out(
    fit, fit_run, only, start_s, early_s
):
    messages = fit_run()[:-2]
    early = dict(messages[1][1], timestamp=start_s - 631_065_600 - early_s, distance=0)
    run = only(fit([("record", early), *messages]))
    assert (run.started.utc_ms, run.duration_s) == (start_s * 1000, 600.0)
    assert run.distance_m == pytest.approx(2000.0)


def test_a_part_of_a_triathlon_has_the_points_of_its_time(fit, fit_run, read, start_s):
    first, second = fit_run(2), fit_run(1, start_s + 1000)
    for name in ("avg_cadence", "avg_fractional_cadence", "total_ascent"):
        del second[-2][1][name]
    for _, values in second[1:-2]:
        values["distance"] += 30_000
    del second[-2][1]["total_distance"]
    unknown = ("session", {"timestamp": 0, "sport": 1})
    reading = read(fit([*first[:-2], *second[1:-2], first[-2], second[-2], unknown]))
    (found,) = reading.found
    assert found.run.distance_m == pytest.approx(2000.0)
    assert (found.run.cadence_spm, found.run.climb_m) == (173.0, pytest.approx(60.0))
    assert [refused.reason for refused in reading.refused] == [
        "it is a ride, not a run",
        "it does not say when it began",
    ]


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
    assert why(fit([("file_id", {"type": 15})]))[0].startswith("it is a watch's monitoring a file")
    assert (
        why(fit([("file_id", {"type": 68})]))[0] == "it is a file of a watch, but not an activity"
    )


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


def test_a_watch_says_what_was_run_on(fit, fit_run, only, start_s):
    assert only(fit(fit_run(sub_sport=1))).surface is Surface.TREADMILL
    assert only(fit(fit_run(sub_sport=3))).surface is Surface.TRAIL
    assert only(fit(fit_run(sub_sport=0))).surface is None
    assert only(fit(fit_run(sub_sport=250))).activity is Activity.RUN
    messages = fit_run()
    messages.insert(1, ("sport", {"sport": 1, "sub_sport": 4}))
    assert only(fit(messages)).surface is Surface.TRACK
    assert only(fit(_laps(start_s, ("sport", 1), ("sub_sport", 1)))).surface is Surface.TREADMILL
    points = [*fit_run()[:-2], *_laps(start_s, ("sub_sport", 3))]
    assert only(fit(points)).surface is Surface.TRAIL


def test_one_part_of_several_is_not_on_what_another_was(fit, fit_run, read, start_s):
    first, second = fit_run(sub_sport=1), fit_run(start_s=start_s + 3600)
    messages = [("sport", {"sport": 1, "sub_sport": 1}), *first[:-1], *second[1:]]
    surfaces = [found.run.surface for found in read(fit(messages)).found]
    assert surfaces == [Surface.TREADMILL, None]
