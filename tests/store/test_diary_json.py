from dataclasses import replace
from datetime import date
from uuid import UUID

from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.red_flags import RED_FLAGS
from routine_player.core.run import LoggedRun, Run, RunKind, Source, SourceKind, Surface
from routine_player.core.shoes import Shoes, WornShoes
from routine_player.store.diary_json import (
    check_values,
    day_values,
    rating_values,
    run_values,
    shoes_values,
    sign_values,
)


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
    rating = Rating(
        RatingMoment.WORST_IN_RUN,
        6,
        noon,
        ("calf-right",),
        (Quality.DULL,),
        12.0,
        Course.EASED,
        Spread.LEFT_LEG,
        True,
        "none",
        run=UUID(int=1),
        id=UUID(int=2),
    )
    assert rating_values(rating) == {
        "id": str(UUID(int=2)),
        "moment": "worst-in-run",
        "score": 6,
        "at_utc": "2026-03-28T11:00:00Z",
        "at_local": "2026-03-28T12:00:00+01:00",
        "sites": ["calf-right"],
        "qualities": ["dull"],
        "onset_min": 12.0,
        "course": "eased",
        "spread": "left-leg",
        "numbness": True,
        "medication": "none",
        "note": "",
        "session": None,
        "run": str(UUID(int=1)),
    }
    bare = rating_values(Rating(RatingMoment.ALONE, 1, noon))
    assert (bare["course"], bare["spread"], bare["run"]) == (None, None, None)


def test_shoes_are_given_with_how_far_they_were_run_in():
    shoes = Shoes("Blue", 1000.0, date(2026, 1, 2), note="Wide", id=UUID(int=3))
    assert shoes_values(WornShoes(shoes, 9400.00049)) == {
        "id": str(UUID(int=3)),
        "name": "Blue",
        "worn_m": 9400.0,
        "earlier_m": 1000.0,
        "since": "2026-01-02",
        "retired": None,
        "note": "Wide",
    }
    old = shoes_values(WornShoes(Shoes("Red", retired=date(2026, 3, 1)), 0.0))
    assert (old["since"], old["retired"]) == (None, "2026-03-01")


def test_a_day_is_given_as_it_was_said():
    assert day_values(DayFactors(date(2026, 3, 28), 7.5, None, True, ("heat",))) == {
        "day": "2026-03-28",
        "hours_sat": 7.5,
        "sleep_h": None,
        "lifting": True,
        "tags": ["heat"],
        "medication": "",
        "note": "",
    }


def test_answers_about_signs_are_given_with_how_soon_they_should_be_seen_to(noon: Instant):
    check = RedFlagCheck(noon, {"fever": True, "saddle": False}, UUID(int=2), UUID(int=4))
    assert check_values(check) == {
        "id": str(UUID(int=4)),
        "at_utc": "2026-03-28T11:00:00Z",
        "at_local": "2026-03-28T12:00:00+01:00",
        "answers": {"fever": True, "saddle": False},
        "urgency": "soon",
        "rating": str(UUID(int=2)),
    }
    none = check_values(RedFlagCheck(noon, {"fever": False}))
    assert (none["urgency"], none["rating"]) == (None, None)
    assert sign_values(RED_FLAGS[0]) == {
        "name": "bladder-bowel",
        "words": "New trouble with bladder or bowel",
        "urgency": "at once",
    }
