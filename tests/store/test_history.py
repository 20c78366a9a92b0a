import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from routine_player.core.entry import Effort, Entry, EntryKind, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan
from routine_player.store.history import History
from routine_player.store.history_changes import UnknownSubjectError
from routine_player.store.history_values import Change, Day, NewSession, PainRating, Played
from routine_player.store.paths import Places

Make = Callable[..., Entry]
Begin = Callable[..., NewSession]

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def _reopened(history: History, places: Places, now: Instant) -> History:
    history.close()
    return History.open(places, now)


def test_a_new_history_is_saved_and_empty(history: History):
    assert history.saved
    assert history.unsaved_reason == ""
    assert history.set_aside is None
    assert history.restorable == ()
    assert not history.was_damaged
    assert history.sessions() == ()
    assert history.unfinished() is None
    assert history.days(*YEAR) == ()
    assert history.played() == {}
    assert history.check() == ()


def test_a_session_is_there_after_the_history_was_closed_and_opened(
    history: History, places: Places, new_session: Begin, step_ended: Make, noon: Instant
):
    session = history.begin(new_session())
    history.append(session, [step_ended(0), step_ended(1, 60.0)])
    history.finish(session, SessionOutcome.STOPPED, noon.after(70.0), 65.25)
    reopened = _reopened(history, places, noon)
    (summary,) = reopened.sessions()
    assert summary.id == session
    assert summary.routine == "core"
    assert summary.routine_name == "Core"
    assert summary.started == noon
    assert summary.ended == noon.after(70.0)
    assert summary.outcome is SessionOutcome.STOPPED
    assert (summary.steps_done, summary.steps_planned) == (2, 3)
    assert (summary.planned_s, summary.active_s, summary.speed) == (180.0, 65.25, 1.0)
    assert (summary.pain_before, summary.pain_after) == (None, None)
    assert (summary.effort, summary.note) == (None, "")
    assert summary.is_real
    reopened.close()


def test_the_json_of_a_session_has_what_the_command_line_promises(
    history: History, new_session: Begin, step_ended: Make, noon: Instant
):
    session = history.begin(new_session(speed=20.0))
    history.append(session, [step_ended(0)])
    history.finish(session, SessionOutcome.FINISHED, noon.after(9.0), 180.12345)
    assert [summary.as_json() for summary in history.sessions()] == [
        {
            "id": str(session),
            "routine": "core",
            "started_at": "2026-03-28T12:00:00+01:00",
            "outcome": "finished",
            "steps_done": 1,
            "steps_planned": 3,
            "active_s": 180.123,
            "speed": 20.0,
            "run": None,
        }
    ]


def test_every_field_of_a_log_line_comes_back(history: History, new_session: Begin, noon: Instant):
    entries = tuple(
        Entry(
            kind,
            noon.after(number + 0.125),
            number + 0.5,
            step_index=1,
            attempt=number + 1,
            outcome=Outcome.HURT,
            works_done=2,
            works_planned=3,
            length_s=-10.0,
            slug="plank",
            name="Plank, knees down",
        )
        for number, kind in enumerate(EntryKind)
    )
    bare = Entry(EntryKind.PAUSED, noon, 0.0)
    session = history.begin(new_session())
    history.append(session, [bare, *entries])
    record = history.session(session)
    assert record is not None
    assert record.entries == (bare, *entries)


def test_the_plan_stands_with_the_session_and_is_stored_once(
    history: History, new_session: Begin, plan: Plan, noon: Instant
):
    first = history.begin(new_session())
    history.begin(new_session())
    other = Plan(plan.steps[:1])
    third = history.begin(NewSession("core", "Core", other, 60.0, noon))
    records = [history.session(session) for session in (first, third)]
    assert [record.plan for record in records if record] == [plan, other]
    assert history._db.execute("SELECT count(*) FROM plan").fetchone()[0] == 2


def test_a_session_that_was_never_stored_is_none(history: History):
    assert history.session(uuid4()) is None


def test_storing_the_beginning_twice_changes_nothing(
    history: History, new_session: Begin, step_ended: Make
):
    session = new_session()
    history.begin(session)
    history.append(session.id, [step_ended(0)])
    history.begin(session)
    (summary,) = history.sessions()
    assert summary.outcome is SessionOutcome.OPEN
    assert summary.steps_done == 1


def test_sessions_come_newest_first_in_pages(history: History, new_session: Begin):
    sessions = [history.begin(new_session()) for _ in range(5)]
    newest_first = [summary.id for summary in history.sessions(limit=-1)]
    assert newest_first == sessions[::-1]
    assert [summary.id for summary in history.sessions(limit=2)] == newest_first[:2]
    assert [summary.id for summary in history.sessions(limit=2, offset=3)] == newest_first[3:]


def test_a_session_played_after_the_clock_was_set_back_is_still_the_newest(
    history: History, new_session: Begin, noon: Instant
):
    history.begin(new_session(noon))
    after = history.begin(new_session(noon.after(-3600.0)))
    assert history.sessions()[0].id == after


def test_lines_keep_their_order_when_the_clock_is_set_back_inside_a_session(
    history: History, new_session: Begin, step_ended: Make
):
    session = history.begin(new_session())
    history.append(session, [step_ended(0, 600.0)])
    history.append(session, [step_ended(1, -3000.0)])
    record = history.session(session)
    assert record is not None
    assert [entry.step_index for entry in record.entries] == [0, 1]
    assert record.entries[1].at.utc_ms < record.summary.started.utc_ms


def test_a_day_is_the_day_as_it_was_seen(history: History, new_session: Begin):
    # Auckland's morning of the 2nd and Honolulu's evening of the 1st are the same moment.
    there = Instant.of(1_777_660_200_000, 12 * 3600, "Pacific/Auckland")
    here = Instant.of(1_777_660_200_000, -10 * 3600, "Pacific/Honolulu")
    first = history.begin(new_session(there))
    second = history.begin(new_session(here))
    may_1, may_2 = date(2026, 5, 1), date(2026, 5, 2)
    assert [summary.id for summary in history.sessions_between(may_2, may_2)] == [first]
    assert [summary.id for summary in history.sessions_between(may_1, may_1)] == [second]
    assert [day.day for day in history.days(*YEAR)] == [may_1, may_2]


def test_the_day_that_was_seen_stays_whatever_the_offset_says(
    history: History, new_session: Begin, noon: Instant
):
    seen = Instant(noon.utc_ms, noon.offset_s, noon.zone, date(2026, 3, 27))
    session = history.begin(new_session(seen))
    record = history.session(session)
    assert record is not None
    assert record.summary.started == seen


def test_days_count_real_sessions_apart_from_trials(
    history: History, new_session: Begin, noon: Instant
):
    for speed in (1.0, 1.0, 20.0):
        session = history.begin(new_session(speed=speed))
        history.rate(session, PainRating(PainMoment.AFTER, 2 if speed == 1.0 else 9, noon))
        history.finish(session, SessionOutcome.FINISHED, noon.after(100.0), 90.0)
    history.begin(new_session(noon.after(86_400.0)))
    assert history.days(*YEAR) == (
        Day(date(2026, 3, 28), sessions=2, trials=1, active_s=180.0, worst_pain=2),
        Day(date(2026, 3, 29), sessions=1, trials=0, active_s=0.0, worst_pain=None),
    )
    assert history.days(date(2026, 3, 29), date(2026, 3, 29))[0].day == date(2026, 3, 29)


def test_played_counts_what_was_finished_and_tells_the_last_time(
    history: History, new_session: Begin, noon: Instant
):
    for day in range(3):
        session = history.begin(new_session(noon.after(86_400.0 * day)))
        history.finish(session, SessionOutcome.FINISHED, noon, 100.0)
    stopped = history.begin(new_session(noon.after(86_400.0 * 3)))
    history.finish(stopped, SessionOutcome.STOPPED, noon, 10.0)
    history.begin(new_session(noon, routine="demo"))
    assert history.played() == {
        "core": Played(3, noon.after(86_400.0 * 3)),
        "demo": Played(0, noon),
    }


def test_a_session_whose_process_died_is_offered_at_the_step_that_was_running(
    history: History,
    places: Places,
    new_session: Begin,
    step_started: Make,
    step_ended: Make,
    noon: Instant,
):
    session = history.begin(new_session())
    history.append(session, [step_started(0), step_ended(0)])
    reopened = _reopened(history, places, noon)
    unfinished = reopened.unfinished()
    assert unfinished is not None
    assert unfinished.past.summary.id == session
    assert unfinished.past.summary.active_s == 30.0
    assert (unfinished.step_index, unfinished.active_s) == (1, 30.0)
    reopened.append(session, [step_ended(1), step_ended(2)])
    reopened.finish(session, SessionOutcome.FINISHED, noon.after(900.0), 90.0)
    assert reopened.unfinished() is None
    (summary,) = reopened.sessions()
    assert (summary.outcome, summary.steps_done) == (SessionOutcome.FINISHED, 3)
    reopened.close()


def test_what_was_done_of_an_unfinished_session_can_be_kept(
    history: History, new_session: Begin, step_ended: Make, noon: Instant
):
    session = history.begin(new_session())
    history.append(session, [step_ended(0, 31.0), step_ended(1, 62.0, outcome=Outcome.SKIPPED)])
    history.keep_unfinished(session, noon.after(5000.0))
    assert history.unfinished() is None
    (summary,) = history.sessions()
    assert summary.outcome is SessionOutcome.INTERRUPTED
    assert summary.ended == noon.after(62.0)
    assert summary.active_s == 60.0
    assert summary.steps_done == 1


def test_an_unfinished_session_without_a_line_ends_where_it_began(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    history.keep_unfinished(session, noon.after(5000.0))
    (summary,) = history.sessions()
    assert (summary.ended, summary.active_s) == (noon, 0.0)


def test_beginning_another_session_ends_the_one_that_was_left_open(
    history: History, new_session: Begin, step_ended: Make
):
    left = history.begin(new_session())
    history.append(left, [step_ended(0)])
    begun = history.begin(new_session())
    unfinished = history.unfinished()
    assert unfinished is not None
    assert unfinished.past.summary.id == begun
    assert history.sessions()[1].outcome is SessionOutcome.INTERRUPTED


def test_a_deleted_session_is_gone_from_everything_until_it_is_restored(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    history.rate(session, PainRating(PainMoment.BEFORE, 7, noon))
    history.delete(session, noon)
    assert history.sessions() == ()
    assert history.sessions_between(*YEAR) == ()
    assert history.days(*YEAR) == ()
    assert history.played() == {}
    assert history.unfinished() is None
    assert history.session(session) is not None  # so that the undo can say what it brings back
    history.restore(session, noon)
    assert [summary.id for summary in history.sessions()] == [session]
    assert [day.worst_pain for day in history.days(*YEAR)] == [7]


def test_pain_before_and_after_stands_with_the_session(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    history.rate(session, PainRating(PainMoment.BEFORE, 0, noon))
    history.rate(session, PainRating(PainMoment.AFTER, 10, noon.after(600.0)))
    (summary,) = history.sessions()
    assert (summary.pain_before, summary.pain_after) == (0, 10)


def test_pain_in_a_step_keeps_its_sites_and_its_step_each_time(
    history: History, new_session: Begin, noon: Instant
):
    sites = ("buttock-left", "lower-back-left")
    first = PainRating(PainMoment.DURING, 5, noon.after(9.0), sites, step_index=1)
    second = PainRating(PainMoment.DURING, 6, noon.after(50.0), (), step_index=1)
    session = history.begin(new_session())
    assert history.rate(session, first) == first.id
    assert history.rate(session, second) == second.id
    record = history.session(session)
    assert record is not None
    assert record.ratings == (first, second)


def test_rating_again_edits_the_first_and_the_change_is_kept(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    first = history.rate(session, PainRating(PainMoment.BEFORE, 3, noon))
    sites = ("lower-back-left",)
    again = history.rate(session, PainRating(PainMoment.BEFORE, 5, noon.after(4.0), sites))
    assert again == first
    assert history.sessions()[0].pain_before == 5
    later = noon.after(4.0)
    changes = history.changes(session)
    assert changes[:2] == (
        Change("score", 3, 5, later),
        Change("sites", "[]", '["lower-back-left"]', later),
    )
    assert changes[2] == Change("rated_ms", noon.utc_ms, later.utc_ms, later)
    (edit,) = history.diary.edits(first)
    history.diary.undo(edit.id, noon.after(8.0))
    taken_back = history.diary.rating(first)
    assert taken_back is not None
    assert (taken_back.score, taken_back.sites, taken_back.at) == (3, (), noon)


def test_saying_the_same_again_is_no_change(history: History, new_session: Begin, noon: Instant):
    session = history.begin(new_session())
    history.rate(session, PainRating(PainMoment.BEFORE, 3, noon))
    history.rate(session, PainRating(PainMoment.BEFORE, 3, noon))
    history.set_note(session, "", noon)
    assert history.changes(session) == ()


def test_a_rating_can_be_taken_back_and_given_again(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    rating = history.rate(session, PainRating(PainMoment.BEFORE, 3, noon))
    history.withdraw(rating, noon)
    assert history.sessions()[0].pain_before is None
    history.rate(session, PainRating(PainMoment.BEFORE, 4, noon))
    assert history.sessions()[0].pain_before == 4
    assert [change.field for change in history.changes(session)] == ["deleted"]


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_0_to_10(score: int, noon: Instant):
    with pytest.raises(ValueError, match="0 to 10"):
        PainRating(PainMoment.BEFORE, score, noon)


def test_effort_and_note_can_be_said_changed_and_taken_back(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    note = "=1+1 <b>tight</b> on the right 🏃 \u202e"
    history.set_effort(session, Effort.TOO_MUCH, noon)
    history.set_note(session, note, noon)
    (summary,) = history.sessions()
    assert (summary.effort, summary.note) == (Effort.TOO_MUCH, note)
    history.set_effort(session, None, noon)
    history.set_note(session, "", noon)
    (summary,) = history.sessions()
    assert (summary.effort, summary.note) == (None, "")
    assert [change.field for change in history.changes(session)] == ["effort", "note"] * 2


def test_edits_are_told_per_session(history: History, new_session: Begin, noon: Instant):
    edited = history.begin(new_session())
    other = history.begin(new_session())
    history.set_note(edited, "warm room", noon)
    fields = [change.field for change in history.changes(edited)]
    assert fields == ["outcome", "note"]  # the second session ended the first
    assert history.changes(other) == ()


def test_writing_to_a_session_that_was_never_stored_is_our_mistake(
    history: History, step_ended: Make, noon: Instant
):
    with pytest.raises(UnknownSubjectError):
        history.append(uuid4(), [step_ended(0)])
    with pytest.raises(UnknownSubjectError):
        history.withdraw(uuid4(), noon)


def test_lines_of_one_append_are_all_stored_or_none(
    history: History, new_session: Begin, step_ended: Make
):
    session = history.begin(new_session())

    def breaking_off() -> object:
        yield step_ended(0)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        history.append(session, breaking_off())  # type: ignore[arg-type]
    assert history.sessions()[0].steps_done == 0
    history.append(session, [step_ended(0)])
    assert history.sessions()[0].steps_done == 1


def test_the_stamp_changes_with_every_commit_and_with_nothing_else(
    history: History, places: Places, new_session: Begin, noon: Instant
):
    before = history.stamp
    history.begin(new_session())
    after = history.stamp
    assert after != before
    history.sessions()
    reopened = _reopened(history, places, noon)
    assert reopened.stamp == after
    reopened.close()


def test_two_histories_never_have_the_same_stamp(history: History, tmp_path: Path, noon: Instant):
    other = History.open(Places(tmp_path / "other"), noon)
    assert other.stamp != history.stamp
    other.close()


def test_a_history_that_was_closed_is_not_taken_for_a_damaged_one(places, clock):
    history = History.open(places, clock.instant())
    history.close()
    with pytest.raises(sqlite3.ProgrammingError):
        history.check()
