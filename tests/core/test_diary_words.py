"""What was logged, in words."""

import pytest

from routine_player.core.diary_words import covered_words, onset_words, run_title, said
from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, RatingMoment, Spread
from routine_player.core.run import Activity, FormFocus, Run, RunKind, Surface

AT = Instant.of(1_772_625_600_000, 0)
KINDS = (Activity, RunKind, Surface, FormFocus, Course, Quality, Spread, RatingMoment)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_can_be_chosen_has_its_own_words(kind):
    words = [said(one) for one in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_words_of_different_kinds_that_are_spelled_alike_stay_apart():
    assert said(Activity.OTHER) == "Other sport"
    assert said(Surface.OTHER) == "something else"


@pytest.mark.parametrize(
    ("run", "title"),
    [
        (Run(AT), "Run"),
        (Run(AT, kind=RunKind.EASY), "Easy run"),
        (Run(AT, kind=RunKind.WALK_RUN), "Walk and run"),
        (Run(AT, activity=Activity.BIKE, kind=RunKind.EASY), "Ride"),
    ],
)
def test_a_run_is_named_by_what_was_done(run, title):
    assert run_title(run) == title


def test_what_was_covered_is_said_in_the_unit_that_was_chosen():
    run = Run(AT, 1900.0, 5100.0)
    assert covered_words(run, in_miles=False) == "5.1 km · 31:40"
    assert covered_words(run, in_miles=True) == "3.17 mi · 31:40"
    assert covered_words(Run(AT), in_miles=False) == ""


def test_when_pain_began_is_said_of_the_run_it_was_in():
    run = Run(AT, 1800.0)
    assert onset_words(0, run) == "from the first steps"
    assert onset_words(12, run) == "after 12 min"
    assert onset_words(30, run) == "after the run"
    assert onset_words(30, None) == "after 30 min"
