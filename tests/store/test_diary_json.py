from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.run import (
    Activity,
    FormFocus,
    LoggedRun,
    Run,
    RunKind,
    Source,
    SourceKind,
    Surface,
)
from routine_player.store.diary_json import (
    SaidError,
    rating_from,
    rating_values,
    run_from,
    run_values,
    shoes_named,
)
from routine_player.store.run_import.zone import Zone

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
        ({"distance": "far"}, "'far' is no distance"),
        ({"distance_m": [4]}, "a number"),
        ({"distance_m": "four"}, "a number"),
        ({"distance_m": True}, "a number"),
        ({"distance_m": -4}, "a run has no"),
        ({"distance_m": float("inf")}, "a run has no"),
        ({"duration": "soon"}, "'soon' is no duration"),
        ({"kind": "flight"}, "run, walk, bike, swim, other"),
        ({"note": 4}, "a text"),
        ({"tags": "heat"}, "a list of texts"),
        ({"tags": [1]}, "a list of texts"),
        ({"focus": ["speed"]}, "'speed' is no focus"),
        ({"start": "yesterday"}, "'yesterday' is no start"),
        ({"start": "2027-01-01"}, "cannot have begun on 2027-01-01"),
        ({"start": "1969-01-01"}, "cannot have begun on 1969-01-01"),
        ({"duration_s": 1e300}, "out of range|too large|overflow|cannot"),
        ({"worst": 11}, "0 to 10"),
        ({"worst": 2.5}, "a whole number"),
        ({"worst": 2, "sites": ["elbow"]}, "'elbow' is no sites: expected lower-back-left"),
        ({"worst": 2, "numbness": "no"}, "true or false"),
        ({"sites": ["calf-left"]}, "how much it hurts is missing"),
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
        ({"score": 3, "run": "7"}, "'7' is no run: expected an id"),
        ({"score": 3, "run": str(UUID(int=7))}, "belongs to no run"),
        ({"score": 3, "moment": "now"}, "before-session"),
        ({"score": 3, "qualities": ["loud"]}, "tired"),
    ],
)
def test_a_rating_that_is_not_understood_is_told(noon: Instant, values, word: str):
    with pytest.raises(SaidError, match=word):
        rating_from(values, noon, BERLIN)


def test_a_run_is_given_with_where_it_comes_from(noon: Instant):
    run = Run(noon, 3001.5, 10_123.45678, kind=RunKind.LONG, surface=Surface.ROAD, id=UUID(int=1))
    sources = (Source(SourceKind.TYPED), Source(SourceKind.GPX, "a.gpx", b"1"))
    assert run_values(LoggedRun(run, sources)) == {
        "id": str(UUID(int=1)),
        "start_utc": "2026-03-28T11:00:00Z",
        "start_local": "2026-03-28T12:00:00+01:00",
        "distance_m": 10_123.457,
        "duration_s": 3001.5,
        "elapsed_s": None,
        "cadence_spm": None,
        "climb_m": None,
        "kind": "run",
        "run_kind": "long",
        "surface": "road",
        "shoes": None,
        "focus": [],
        "tags": [],
        "note": "",
        "source": "gpx",
        "sources": [{"kind": "typed", "file": ""}, {"kind": "gpx", "file": "a.gpx"}],
    }
    bare = run_values(LoggedRun(replace(run, kind=None, surface=None, shoes=UUID(int=2)), ()))
    assert (bare["source"], bare["run_kind"], bare["surface"]) == (None, None, None)
    assert bare["shoes"] == str(UUID(int=2))


def test_a_rating_is_given_as_it_was_said(noon: Instant):
    _, (rating,) = run_from({"worst": 6, **PAIN}, noon, BERLIN)
    values = rating_values(rating)
    assert {name: values[name] for name in PAIN} == PAIN
    assert (values["moment"], values["score"], values["run"]) == (
        "worst-in-run",
        6,
        str(rating.run),
    )
    assert values["at_utc"] == "2026-03-28T11:00:00Z"
    bare = rating_values(Rating(RatingMoment.ALONE, 1, noon))
    assert (bare["course"], bare["spread"], bare["run"]) == (None, None, None)
