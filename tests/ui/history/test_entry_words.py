"""Runs and ratings as History says them."""

from uuid import UUID

import pytest

from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.run import Activity, Run, RunKind, Surface
from routine_player.ui.history.entry_words import (
    circumstances,
    entry_lines,
    entry_pains,
    entry_sentence,
    entry_title,
    rating_words,
    run_facts,
    when_line,
)
from routine_player.ui.history.values import EntryDetail, RatingLine, RunLine


@pytest.fixture
def run(instant, today):
    return Run(
        instant(today),
        1900.0,
        5100.0,
        kind=RunKind.EASY,
        surface=Surface.GRASS,
        climb_m=80.4,
        cadence_spm=171.6,
        tags=("hot",),
    )


def test_a_run_is_told_in_figures(run):
    assert run_facts(run, in_miles=False) == [
        ("5.1 km", "distance"),
        ("31:40", "time"),
        ("6:13", "min/km"),
        ("172", "steps/min"),
        ("80 m", "climb"),
    ]
    assert run_facts(run, in_miles=True)[2] == ("10:00", "min/mi")
    assert run_facts(Run(run.started), in_miles=False) == []


def test_when_a_run_was_is_told_to_its_end(run, today):
    assert when_line(EntryDetail(run, ()), today) == "Sunday 14 June, 07:05 to 07:36"
    assert when_line(EntryDetail(Run(run.started), ()), today) == "Sunday 14 June, 07:05"


def test_on_what_and_in_what_it_was_is_one_line(run):
    assert circumstances(EntryDetail(run, (), shoes="road shoes")) == "grass, road shoes, hot"
    rating = Rating(RatingMoment.ALONE, 1, run.started)
    assert circumstances(EntryDetail(None, (rating,))) == ""


def test_a_rating_is_told_with_all_that_was_said(run):
    rating = Rating(
        RatingMoment.WORST_IN_RUN,
        4,
        run.started,
        ("calf-left",),
        (Quality.DULL,),
        12,
        Course.EASED,
        Spread.LEFT_LEG,
        numbness=True,
        medication="ice",
        note="odd",
    )
    assert rating_words(rating, run) == (
        "Worst in the run · Calf, left · after 12 min · eased · dull · spread: left leg · "
        "numb or tingling · ice · odd"
    )
    assert rating_words(Rating(RatingMoment.ALONE, 1, run.started, note="x"), None) == "Pain"


def test_rows_say_what_they_show(run):
    ride = RunLine(Run(run.started, activity=Activity.BIKE))
    assert (entry_title(ride), entry_lines(ride)[0], entry_pains(ride)) == (
        "Ride",
        "07:05",
        (None, None),
    )
    assert entry_sentence(ride) == "Ride, 07:05"
    desk = RatingLine(Rating(RatingMoment.ALONE, 3, run.started, ("neck",), id=UUID(int=1)))
    assert entry_lines(desk) == ("07:05 · Neck", "07:05")
    assert entry_sentence(desk) == "Pain 3 of 10, 07:05, Neck"
    assert entry_pains(desk) == (3,)
