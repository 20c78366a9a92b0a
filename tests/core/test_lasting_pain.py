from datetime import date

import pytest

from routine_player.core.instant import Instant
from routine_player.core.lasting_pain import is_no_better
from routine_player.core.pain import Rating, RatingMoment

NOON = Instant.of(1_772_625_600_000, 0)
TODAY = date(2026, 3, 4)


def said(scores, moment=RatingMoment.AFTER_RUN):
    """Give ratings by how many days ago they were."""
    return [Rating(moment, score, NOON.after(-days * 86_400)) for days, score in scores.items()]


LASTING = {24: 4, 20: 5, 10: 4, 3: 4, 0: 5}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {10: 7},  # worse between
        {3: 4, 0: 4},  # a little less, which is within what such scores vary by
        {24: 9, 20: 9, 10: 9, 3: 8, 0: 8},
    ],
)
def test_pain_that_stays_for_weeks_gets_no_better(changed):
    assert is_no_better(said(LASTING | changed), TODAY)


@pytest.mark.parametrize(
    "changed",
    [
        {3: 2, 0: 2},  # slight by now
        {24: 6, 20: 6, 10: 5, 3: 4, 0: 4},  # two points less
        {24: 5, 20: 5, 3: 3, 0: 3},  # two fifths less
        {24: 1, 20: 2},  # it began later
        {10: 1},  # it was away between
    ],
)
def test_pain_that_eased_or_is_new_is_something_else(changed):
    assert not is_no_better(said(LASTING | changed), TODAY)


def test_nothing_between_says_nothing():
    scores = {days: score for days, score in LASTING.items() if days != 10}
    assert is_no_better(said(scores), TODAY)


@pytest.mark.parametrize("missing", [24, 0])
def test_one_day_is_no_course(missing):
    scores = {days: score for days, score in LASTING.items() if days != missing}
    assert not is_no_better(said(scores), TODAY)


def test_of_a_day_its_worst_counts():
    slight = said(dict.fromkeys(LASTING, 0), RatingMoment.NEXT_MORNING)
    assert is_no_better([*said(LASTING), *slight], TODAY)
    assert is_no_better([*slight, *said(LASTING)], TODAY)


def test_what_hurt_in_an_exercise_is_not_how_the_back_is():
    assert not is_no_better(said(LASTING, RatingMoment.IN_SESSION), TODAY)


def test_what_is_older_than_four_weeks_or_to_come_is_not_looked_at():
    assert not is_no_better(said({40: 5, 35: 5, 3: 4, 0: 5}), TODAY)
    assert not is_no_better(said({24: 4, 20: 5, -1: 4, -2: 5}), TODAY)
