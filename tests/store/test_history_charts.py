from datetime import date

import pytest

from routine_player.core.entry import SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run
from routine_player.core.series.played import PlayedStep
from routine_player.store.history_errors import HistoryDamagedError

DAY = date(2026, 3, 28)


@pytest.fixture
def played(history, new_session, step_ended, noon):
    """Play a session whose steps end as told; give its id."""

    def play(*ends, **more):
        session = new_session(**more)
        history.begin(session)
        history.append(session.id, [step_ended(index, outcome=end) for index, end in ends])
        history.finish(session.id, SessionOutcome.FINISHED, noon.after(200), 90.0)
        return session.id

    return play


def test_an_empty_history_has_no_first_day(history):
    assert history.first_day() is None


def test_the_first_day_may_be_that_of_a_run_or_a_rating(history, played, noon):
    played((0, Outcome.DONE))
    assert history.first_day() == DAY
    history.diary.put_run(Run(noon.after(-3 * 86400)), noon)
    assert history.first_day() == date(2026, 3, 25)
    history.diary.put_rating(Rating(RatingMoment.ALONE, 3, noon.after(-5 * 86400)), noon)
    assert history.first_day() == date(2026, 3, 23)


def test_a_deleted_run_is_no_first_day(history, noon):
    run = history.diary.put_run(Run(noon), noon)
    history.diary.delete(run, noon)
    assert history.first_day() is None


def test_every_end_of_a_step_is_told_with_its_exercise(history, played):
    session = played((0, Outcome.DONE), (1, Outcome.SKIPPED), (1, Outcome.DONE))
    assert history.steps_between(DAY, DAY) == {
        session: (
            PlayedStep("curl-up", "Curl-up", Outcome.DONE),
            PlayedStep("side-plank", "Side plank", Outcome.SKIPPED),
            PlayedStep("side-plank", "Side plank", Outcome.DONE),
        )
    }


def test_an_exercise_that_was_done_instead_is_named(history, new_session, step_ended):
    session = new_session()
    history.begin(session)
    history.append(session.id, [step_ended(1, slug="", name="Easy plank")])
    assert history.steps_between(DAY, DAY)[session.id] == (
        PlayedStep("Easy plank", "Easy plank", Outcome.DONE),
    )


def test_trials_and_deleted_sessions_are_left_out(history, played, noon):
    played((0, Outcome.DONE), speed=20.0)
    history.delete(played((0, Outcome.DONE)), noon)
    assert history.steps_between(DAY, DAY) == {}


def test_sessions_of_other_days_are_left_out(history, played):
    played((0, Outcome.DONE))
    assert history.steps_between(date(2026, 3, 1), date(2026, 3, 27)) == {}


def test_a_step_that_the_plan_never_had_is_left_out(history, new_session, step_ended):
    session = new_session()
    history.begin(session)
    history.append(session.id, [step_ended(9)])
    assert history.steps_between(DAY, DAY) == {session.id: ()}


def test_an_outcome_that_stands_for_nothing_is_damage(history, played):
    played((0, Outcome.DONE))
    history._db.execute("UPDATE event SET outcome = 99")
    with pytest.raises(HistoryDamagedError):
        history.steps_between(DAY, DAY)


def test_a_plan_that_is_gone_is_damage(history, played):
    played((0, Outcome.DONE))
    history._db.execute("PRAGMA foreign_keys = OFF")
    history._db.execute("DELETE FROM plan")
    with pytest.raises(HistoryDamagedError):
        history.steps_between(DAY, DAY)


def test_sessions_of_one_plan_are_read_by_it_once_and_ends_alike_are_told_each(history, played):
    first = played((0, Outcome.DONE), (0, Outcome.DONE))
    second = played((0, Outcome.DONE))
    curl_up = PlayedStep("curl-up", "Curl-up", Outcome.DONE)
    assert history.steps_between(DAY, DAY) == {first: (curl_up, curl_up), second: (curl_up,)}
