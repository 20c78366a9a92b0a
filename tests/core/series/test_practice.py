from datetime import timedelta

from routine_player.core.choices import When
from routine_player.core.events import Outcome
from routine_player.core.series.played import PlayedStep
from routine_player.core.series.practice import practice_weeks, skipped
from routine_player.core.series.records import Records


def test_weeks_begin_on_monday(session, first):
    weeks = practice_weeks([session(7), session(6), session(0)])
    assert [(one.first, len(one.sessions)) for one in weeks] == [
        (first, 2),
        (first + timedelta(days=7), 1),
    ]
    assert weeks[0].active_s == 1200.0


def test_a_session_of_an_unknown_kind_counts_among_the_others(session):
    sessions = [session(0, when=When.BEFORE_RUN), session(0, when=When.ANY), session(0)]
    assert len(practice_weeks(sessions, When.BEFORE_RUN)[0].sessions) == 1
    assert len(practice_weeks(sessions, When.ANY)[0].sessions) == 2
    assert practice_weeks(sessions, When.AFTER_RUN) == ()


def test_what_was_skipped_is_counted_by_session(session, first):
    steps = {
        "bridge": PlayedStep("bridge", "Bridge", Outcome.SKIPPED),
        "done": PlayedStep("bridge", "Bridge", Outcome.DONE),
        "plank": PlayedStep("plank", "a Plank", Outcome.SKIPPED),
    }
    sessions = [session(day) for day in range(3)]
    records = Records(
        first,
        sessions=sessions,
        steps={
            sessions[0].id: (steps["bridge"], steps["bridge"]),
            sessions[1].id: (steps["bridge"], steps["done"], steps["plank"]),
        },
    )
    found = skipped(records, first, first + timedelta(days=2))
    assert [(one.name, len(one.sessions), one.asked) for one in found] == [
        ("a Plank", 1, 1),
        ("Bridge", 1, 2),
    ]


def test_days_outside_of_the_time_that_is_looked_at_do_not_count(session, first):
    played = session(0)
    step = PlayedStep("bridge", "Bridge", Outcome.SKIPPED)
    records = Records(first, sessions=[played], steps={played.id: (step,)})
    assert skipped(records, first + timedelta(days=1), first + timedelta(days=9)) == ()
