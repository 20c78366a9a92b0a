from dataclasses import replace
from datetime import date

import pytest

from routine_player.core.entry import Effort, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.store.history_values import Day, PainRating
from routine_player.ui.history import words


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 14), "Today"),
        (date(2026, 6, 13), "Yesterday"),
        (date(2026, 6, 9), "Tuesday 9 June"),
        (date(2025, 6, 14), "Saturday 14 June 2025"),
    ],
)
def test_a_day_is_named_as_one_would_say_it_today(day, expected, today):
    assert words.heading_words(day, today) == expected


@pytest.mark.parametrize("outcome", list(SessionOutcome))
def test_every_outcome_has_words(outcome):
    assert words.outcome_words(outcome)


@pytest.mark.parametrize("effort", list(Effort))
def test_every_effort_has_words(effort):
    assert words.effort_words(effort)


def test_a_row_says_when_how_long_and_how_much(make_summary):
    assert words.session_line(make_summary()) == "07:05 · 14:10 · 4 of 4 steps"


def test_a_row_says_what_was_not_as_usual(make_summary):
    session = make_summary(outcome=SessionOutcome.STOPPED, steps_done=1, speed=20.0)

    expected = "07:05 · 14:10 · 1 of 4 steps · stopped early · 20x, not counted"
    assert words.session_line(session) == expected


def test_a_narrow_row_says_less(make_summary):
    assert words.short_session_line(make_summary()) == "07:05 · 4 of 4 steps"
    assert words.short_session_line(make_summary(speed=20.0)) == "07:05 · 20x, not counted"


def test_one_step_is_not_many(make_summary):
    assert words.steps_words(0, 1) == "0 of 1 step"


def test_a_screen_reader_hears_all_of_a_row(make_summary):
    session = make_summary(pain_before=4, pain_after=3, speed=20.0)

    assert words.session_sentence(session) == (
        "Core foundation 1, 07:05, 14:10 active, 4 of 4 steps, finished, 20x, not counted, "
        "pain before 4, pain after 3"
    )


def test_a_screen_reader_hears_nothing_of_what_nobody_said(make_summary):
    assert "pain" not in words.session_sentence(make_summary())


def test_the_time_of_a_session_has_its_end_where_there_is_one(make_summary, today):
    assert words.when_words(make_summary(), today) == "Sunday 14 June, 07:05 to 07:21"
    assert words.when_words(make_summary(ended=None), today) == "Sunday 14 June, 07:05"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (Day(date(2026, 6, 1), 1, 0, 600.0, None), "1 session, 10 min"),
        (Day(date(2026, 6, 1), 2, 1, 1380.0, 4), "2 sessions, 23 min, 1 trial, worst pain 4"),
        (Day(date(2026, 6, 1), 0, 2, 0.0, None), "2 trials"),
    ],
)
def test_a_day_says_what_happened(day, expected):
    assert words.day_words(day) == expected


def test_days_are_summed_up():
    day = Day(date(2026, 6, 1), 2, 0, 2700.0, None)

    assert words.sum_words([day]) == "2 sessions, 45 min"
    assert words.sum_words([day] * 50) == "100 sessions, 38 h"
    assert words.sum_words([replace(day, sessions=0, trials=1)]) == ""


def test_a_step_says_its_dose(make_step):
    assert words.step_line(make_step(1), ()) == "20 s each side, 2 sets"
    assert words.step_line(make_step(3), ()) == "60 s · round 2 of 3"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"outcome": Outcome.SKIPPED, "works_done": 0}, "8 reps · skipped"),
        ({"outcome": Outcome.STOPPED, "works_done": 1}, "8 reps · stopped after 1 of 4"),
        ({"outcome": Outcome.HURT, "works_done": 2}, "8 reps · it hurt after 2 of 4"),
        ({"outcome": None}, "8 reps · not reached"),
        ({"attempt": 2}, "8 reps · 2nd attempt"),
        ({"attempt": 3}, "8 reps · 3rd attempt"),
        ({"attempt": 5}, "8 reps · 5th attempt"),
        ({"name": "Dead bug"}, "8 reps · instead of Curl-up"),
    ],
)
def test_a_step_says_what_became_of_it(make_step, more, expected):
    assert words.step_line(make_step(0, **more), ()) == expected


def test_a_step_says_where_it_hurt(make_step, instant, today):
    step = make_step(0, outcome=Outcome.HURT, works_done=0)
    hurt = PainRating(PainMoment.DURING, 5, instant(today), ("buttock-left", "calf-left"), 0)

    assert words.step_line(step, (hurt,)) == "8 reps · it hurt · Buttock, left; Calf, left"
    spoken = words.step_sentence(step, (hurt,))
    assert spoken == "1, Curl-up, 8 reps, it hurt, Buttock, left; Calf, left, pain 5, 1:01"


def test_a_screen_reader_hears_that_a_step_was_done_or_not_reached(make_step):
    assert words.step_sentence(make_step(0), ()) == "1, Curl-up, done, 8 reps, 1:01"
    assert words.step_sentence(make_step(0, outcome=None), ()) == "1, Curl-up, 8 reps, not reached"


def test_a_rating_says_when_in_which_step_and_where(make_session, instant, today):
    before = PainRating(PainMoment.BEFORE, 3, instant(today), ("lower-back-left",))
    during = PainRating(PainMoment.DURING, 5, instant(today), (), 1)
    lost = PainRating(PainMoment.DURING, 5, instant(today), (), 40)
    session = make_session()

    assert words.rating_line(before, session) == "Before · Lower back, left"
    assert words.rating_line(during, session) == "During · Side plank"
    assert words.rating_line(lost, session) == "During"
