from datetime import date, timedelta

import pytest

from routine_player.ui.history.example_year import example_year

TODAY = date(2026, 6, 14)


@pytest.mark.parametrize("today", [TODAY + timedelta(days=offset) for offset in range(14)])
def test_the_example_ends_today_and_repeats_no_day(today):
    days = [day.day for day in example_year(today)]

    assert days == sorted(set(days))
    assert today - timedelta(days=7) < days[-1] <= today


def test_the_example_has_scores_and_days_without_one():
    scores = [day.worst_pain for day in example_year(TODAY)]

    assert None in scores
    assert {score for score in scores if score is not None} <= set(range(11))


def test_the_example_promises_nothing():
    scores = [day.worst_pain for day in example_year(TODAY) if day.worst_pain is not None]
    half = len(scores) // 2

    early, late = scores[:half], scores[half:]

    assert sum(early) / len(early) == pytest.approx(sum(late) / len(late), abs=0.3)
