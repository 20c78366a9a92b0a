from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.run import Activity, FormFocus, LoggedRun, Run, RunKind, Surface
from routine_player.store.diary_json import rating_values, run_values
from routine_player.store.diary_said import (
    id_said,
    rating_from,
    run_from,
    shoes_named,
    signs_said,
)
from routine_player.store.run_import.zone import Zone
from routine_player.store.said import SaidError

BERLIN = Zone("Europe/Berlin", ZoneInfo("Europe/Berlin"))
PAIN = {
    "sites": ["lower-back-left", "calf-right"],
    "qualities": ["tight", "dull"],
    "onset_min": 12,
    "course": "eased",
    "spread": "left-leg",
    "numbness": True,
    "medication": "none",
}


def test_a_run_is_said_in_numbers(noon: Instant):
    values = {
        "start": "2026-03-28T09:30",
        "distance_m": 10_123.5,
        "duration_s": 3001,
        "kind": "run",
        "run_kind": "hills",
        "climb_m": 84,
        "cadence_spm": 172,
        "surface": "trail",
        "focus": ["gaze", "cadence"],
        "tags": ["heat"],
        "note": "Windy",
        "shoes": " Blue ",
    }
    run, ratings = run_from(values, noon, BERLIN)
    assert run == Run(
        noon.after(-9000.0),
        3001.0,
        10_123.5,
        Activity.RUN,
        RunKind.HILLS,
        None,
        84.0,
        172.0,
        Surface.TRAIL,
        None,
        (FormFocus.GAZE, FormFocus.CADENCE),
        ("heat",),
        "Windy",
        run.id,
    )
    assert ratings == ()
    assert shoes_named(values, BERLIN) == "Blue"


def test_a_run_is_said_as_it_is_typed_and_has_just_ended(noon: Instant):
    run, _ = run_from({"distance": "6,5", "duration": "52:30"}, noon, BERLIN, in_miles=True)
    assert run.distance_m == pytest.approx(10_460.7, abs=0.1)
    assert (run.duration_s, run.started) == (3150.0, noon.after(-3150.0))
    bare, _ = run_from({"kind": "swim"}, noon, BERLIN)
    assert (bare.started, bare.distance_m, bare.activity) == (noon, None, Activity.SWIM)


def test_a_start_that_says_its_zone_was_seen_there(noon: Instant):
    run, _ = run_from({"start": "2026-03-28T05:00:00-05:30"}, noon, BERLIN)
    assert run.started.iso() == "2026-03-28T05:00:00-05:30"


def test_worst_and_now_are_two_ratings_and_where_belongs_to_the_worst(noon: Instant):
    run, (worst, after) = run_from({"worst": 6, "now": 2, **PAIN}, noon, BERLIN)
    assert worst == Rating(
        RatingMoment.WORST_IN_RUN,
        6,
        noon,
        ("lower-back-left", "calf-right"),
        (Quality.TIGHT, Quality.DULL),
        12.0,
        Course.EASED,
        Spread.LEFT_LEG,
        True,
        "none",
        run=run.id,
        id=worst.id,
    )
    assert after == Rating(RatingMoment.AFTER_RUN, 2, noon, run=run.id, id=after.id)


def test_where_belongs_to_the_rating_that_was_said(noon: Instant):
    _, (after,) = run_from({"now": 2, **PAIN}, noon, BERLIN)
    assert (after.moment, after.course) == (RatingMoment.AFTER_RUN, Course.EASED)
    _, (worst,) = run_from({"worst": 0}, noon, BERLIN)
    assert (worst.moment, worst.score) == (RatingMoment.WORST_IN_RUN, 0)


def test_what_is_said_of_a_run_long_ago_is_of_its_end(noon: Instant):
    values = {"start": "2026-03-20T09:00", "duration_s": 3600, "now": 3}
    run, (after,) = run_from(values, noon, BERLIN)
    assert after.at == run.ended


def test_a_rating_stands_alone_unless_it_says_otherwise(noon: Instant):
    alone = rating_from({"score": "4"}, noon, BERLIN)
    assert alone == Rating(RatingMoment.ALONE, 4, noon, id=alone.id)
    run = UUID(int=7)
    said = {"score": 3, "moment": "next-morning", "at": "2026-03-28T08:00", "run": str(run)}
    morning = rating_from(said | {"note": "Stiff", "numbness": False}, noon, BERLIN)
    assert (morning.moment, morning.run, morning.note) == (RatingMoment.NEXT_MORNING, run, "Stiff")
    assert (morning.at, morning.numbness) == (noon.after(-4 * 3600.0), False)


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"speed": 4}, "there is no field 'speed'"),
        ({"distance": "far"}, "'far' is not understood; expected 10.5"),
        ({"distance_m": [4]}, "a number"),
        ({"distance_m": "four"}, "a number"),
        ({"distance_m": True}, "a number"),
        ({"distance_m": -4}, "a number of 0 or more"),
        ({"distance_m": float("inf")}, "a number of 0 or more"),
        ({"duration": "soon"}, "'soon' is not understood; expected 52:30"),
        ({"kind": "flight"}, "run, walk, bike, swim, other"),
        ({"note": 4}, "a text"),
        ({"tags": "heat"}, "a list of texts"),
        ({"tags": [1]}, "a list of texts"),
        ({"focus": ["speed"]}, "focus: 'speed' is not understood"),
        ({"start": "yesterday"}, "'yesterday' is not understood; expected a date"),
        ({"start": "2027-01-01"}, "2027-01-01 00:00 is in the future"),
        ({"start": "1969-01-01"}, "1969-01-01 is before 1970"),
        ({"duration_s": 1e300}, "out of range|too large|overflow|cannot"),
        ({"worst": 11}, "0 to 10"),
        ({"worst": 2.5}, "a whole number"),
        (
            {"worst": 2, "sites": ["elbow"]},
            "'elbow' is not understood; expected one of lower-back-left",
        ),
        ({"worst": 2, "numbness": "no"}, "true or false"),
        ({"sites": ["calf-left"]}, "how much it hurts is missing"),
        ({"distance_m": 5000, "medication": "ibuprofen"}, "how much it hurts is missing"),
        ({"distance_m": 5000, "numbness": True}, "how much it hurts is missing"),
        ({}, "nothing is said of the run"),
        ({"distance": "", "note": None}, "nothing is said of the run"),
        ({"distance": 5}, "a number goes into distance_m"),
        ({"duration": 47}, "a number goes into duration_s"),
        ({"distance_m": 10**400}, "a number of 0 or more"),
        ({"distance_m": 1e300}, "nobody goes on for that long"),
        ({"distance_m": 8400, "duration_s": 47}, "its speed cannot be: 643 km/h"),
        ({"cadence_spm": 9000}, "nobody takes 9000 steps a minute"),
        ({"climb_m": 1e6}, "nobody climbs 1e"),
        ({"worst": float("nan")}, "a whole number from 0"),
        ({"xyz": 5}, "there are: cadence_spm"),
        ({"worst": 2, "sites": ["left"]}, "expected one of lower-back-left"),
        ({"distnace_m": 5}, "did you mean 'distance_m'"),
        ({"note": "\ud800"}, "note: .* expected text in UTF-8"),
        ({"note": "x" * 20_001}, "20001 characters; 20000 is the most"),
        ({"worst": 2, "sites": ["knee"]}, "expected knee-left or knee-right$"),
        ({"worst": 2, "sites": ["clafleft"]}, "did you mean calf-left"),
        ({"worst": 2, "qualities": ["shrap"]}, "did you mean sharp"),
        ({"start": "0001-01-01T00:00+10:00"}, "not understood"),
    ],
)
def test_what_is_not_understood_is_told_with_what_was_expected(noon: Instant, values, word: str):
    with pytest.raises(SaidError, match=word):
        run_from(values, noon, BERLIN)


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({}, "a score from 0 to 10 is needed"),
        ({"score": 12}, "0 to 10"),
        ({"score": 3, "run": "7"}, "'7' is not understood; expected an id"),
        ({"score": 3, "moment": "alone", "run": str(UUID(int=7))}, "belongs to no run"),
        ({"score": 3, "at": "2026-03-28T14:00"}, "2026-03-28 14:00 is in the future"),
        ({"score": 3, "at": "1960-03-28"}, "1960-03-28 is before 1970"),
        ({"score": 3, "onset_min": 3000}, "pain does not begin"),
        ({"score": "drei"}, "score: 'drei' is not understood; expected a whole number from 0"),
        ({"score": 3, "moment": "now"}, "before-session"),
        ({"score": 3, "qualities": ["loud"]}, "tired"),
    ],
)
def test_a_rating_that_is_not_understood_is_told(noon: Instant, values, word: str):
    with pytest.raises(SaidError, match=word):
        rating_from(values, noon, BERLIN)


def test_words_are_understood_as_people_write_them(noon: Instant):
    values = {
        "worst": 2,
        "kind": "Walk",
        "run_kind": "walk run",
        "sites": ["Lower back, left", "calf_left,calf-right", "calf-left"],
        "qualities": ["Dull", "dull"],
        "tags": [" two\nlines ", "", "two lines"],
        "medication": " one\ntablet",
    }
    run, (worst,) = run_from(values, noon, BERLIN)
    assert (run.activity, run.kind, run.tags) == (Activity.WALK, RunKind.WALK_RUN, ("two lines",))
    assert worst.sites == ("lower-back-left", "calf-left", "calf-right")
    assert (worst.qualities, worst.medication) == ((Quality.DULL,), "one tablet")


def test_words_of_the_page_and_lists_with_commas_are_understood(noon: Instant):
    values = {"kind": "Ride", "now": 1, "course": "Stayed the same", "focus": ["gaze, run tall,"]}
    run, (after,) = run_from(values, noon, BERLIN)
    assert (run.activity, after.course) == (Activity.BIKE, Course.SAME)
    assert run.focus == (FormFocus.GAZE, FormFocus.RUN_TALL)


def test_what_history_tells_of_a_run_can_be_said_again(noon: Instant):
    run = Run(noon.after(-9000.0), 3001.00049, 8400.0, elapsed_s=3100.0, cadence_spm=172.0)
    told = run_values(LoggedRun(run, ()))
    assert run_from(told, noon, BERLIN) == (replace(run, duration_s=3001.0), ())
    assert shoes_named(told, BERLIN) == ""
    assert run_from(told, noon, BERLIN, stored=LoggedRun(run, ())) == (run, ())
    assert shoes_named(told, BERLIN, LoggedRun(run, ())) is None


def test_of_a_stored_run_only_what_is_said_changes(noon: Instant):
    run = Run(noon.after(-9000.0), 3001.00049, 8400.0, surface=Surface.ROAD, note="Windy")
    said = {"id": str(run.id), "distance": "9 km", "surface": None}
    changed, _ = run_from(said, noon, BERLIN, stored=LoggedRun(run, ()))
    assert changed == replace(run, distance_m=9000.0, surface=None)
    assert id_said(said, BERLIN) == run.id
    assert id_said({}, BERLIN) is None


def test_a_run_said_in_utc_began_then(noon: Instant):
    run, _ = run_from({"start_utc": "2026-03-28T08:30:00Z", "climb_m": "40,5"}, noon, BERLIN)
    assert (run.started.iso(), run.climb_m) == ("2026-03-28T09:30:00+01:00", 40.5)


def test_what_history_tells_of_a_rating_can_be_said_again(noon: Instant):
    _, (rating,) = run_from({"worst": 6, **PAIN}, noon, BERLIN)
    told = rating_values(rating)
    assert rating_from(told, noon, BERLIN) == rating
    assert rating_from(told, noon, BERLIN, rating) == rating
    fewer = {"id": told["id"], "score": 2, "course": None, "note": "Late"}
    changed = rating_from(fewer, noon, BERLIN, rating)
    assert changed == replace(rating, score=2, course=None, note="Late")


def test_a_rating_of_a_run_or_a_session_is_of_the_time_after_it(noon: Instant):
    of_a_run = rating_from({"score": 3, "run": str(UUID(int=7))}, noon, BERLIN)
    assert of_a_run.moment is RatingMoment.AFTER_RUN
    of_a_session = rating_from({"score": 3, "session": str(UUID(int=8))}, noon, BERLIN)
    assert (of_a_session.moment, of_a_session.session) == (
        RatingMoment.AFTER_SESSION,
        UUID(int=8),
    )


def test_what_is_said_as_null_is_unknown(noon: Instant):
    run, ratings = run_from(
        {"distance_m": 5000, "tags": None, "note": None, "worst": None}, noon, BERLIN
    )
    assert (run.tags, run.note, ratings) == ((), "", ())


def test_signs_are_said_by_name(noon: Instant):
    assert signs_said({}, BERLIN) is None
    assert signs_said({"signs": []}, BERLIN) == ()
    assert signs_said({"signs": ["fever", "saddle"]}, BERLIN) == ("fever", "saddle")
    with pytest.raises(SaidError, match=r"expected leg-weakness$"):
        signs_said({"signs": ["leg-weaknes"]}, BERLIN)
    with pytest.raises(SaidError, match="expected bladder-bowel, saddle"):
        signs_said({"signs": ["?"]}, BERLIN)
