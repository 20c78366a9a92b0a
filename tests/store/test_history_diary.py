from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from routine_player.core.choices import When
from routine_player.core.day import DayFactors
from routine_player.core.entry import PainMoment, SessionOutcome
from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.red_flag_check import RedFlagCheck
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
from routine_player.core.shoes import Shoes, WornShoes
from routine_player.store.history import History
from routine_player.store.history_changes import Saying, UnknownSubjectError
from routine_player.store.history_diary import Diary, DiaryEntry
from routine_player.store.history_errors import HistoryDamagedError
from routine_player.store.history_taking import Offer, Taking
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.paths import Places

Begin = Callable[..., NewSession]

TYPED = (Source(SourceKind.TYPED),)
DAY = date(2026, 3, 28)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def diary(history: History) -> Diary:
    return history.diary


@pytest.fixture
def full_run(noon: Instant, diary: Diary) -> Run:
    """A run of which everything is said."""
    shoes = Shoes("Road ones", 120_000.0)
    diary.put_shoes(shoes, noon)
    return Run(
        noon,
        3001.5,
        10_123.5,
        Activity.RUN,
        RunKind.TEMPO,
        3120.25,
        84.5,
        172.5,
        Surface.TRAIL,
        shoes.id,
        (FormFocus.GAZE, FormFocus.RUN_TALL),
        ("new insoles", "=hot 🏃"),
        "Along the river",
    )


def test_a_run_comes_back_as_it_was_said(diary: Diary, full_run: Run, noon: Instant):
    bare = Run(noon.after(-86_400.0), activity=Activity.SWIM)
    diary.put_run(full_run, noon)
    diary.put_run(bare, noon)
    assert diary.runs() == (LoggedRun(full_run, TYPED), LoggedRun(bare, TYPED))
    assert diary.run(full_run.id) == LoggedRun(full_run, TYPED)
    assert diary.run(uuid4()) is None


def test_everything_is_there_after_the_history_was_closed_and_opened(
    history: History, places: Places, full_run: Run, noon: Instant
):
    history.diary.put_run(full_run, noon)
    history.close()
    reopened = History.open(places, noon)
    assert [logged.run for logged in reopened.diary.runs()] == [full_run]
    reopened.close()


def test_runs_come_newest_first_in_pages_and_by_day(diary: Diary, noon: Instant):
    runs = [Run(noon.after(-86_400.0 * days)) for days in range(4)]
    for run in reversed(runs):
        diary.put_run(run, noon)
    assert [logged.run for logged in diary.runs(-1)] == runs
    assert [logged.run for logged in diary.runs(2, 1)] == runs[1:3]
    between = diary.runs_between(date(2026, 3, 26), date(2026, 3, 27))
    assert [logged.run for logged in between] == runs[1:3]


def test_shoes_say_how_far_they_were_run_in(diary: Diary, full_run: Run, noon: Instant):
    unworn = Shoes("Spare ones", since=DAY, retired=DAY, note="For the rain")
    diary.put_shoes(unworn, noon)
    diary.put_run(full_run, noon)
    worn, other = diary.shoes()
    assert (worn.shoes.name, worn.worn_m) == ("Road ones", 130_123.5)
    assert other == WornShoes(unworn, 0.0)
    diary.delete(full_run.id, noon)
    assert diary.shoes()[0].worn_m == 120_000.0


def test_a_rating_comes_back_as_it_was_said(diary: Diary, full_run: Run, noon: Instant):
    full = Rating(
        RatingMoment.WORST_IN_RUN,
        7,
        noon.after(3600.0),
        ("buttock-right", "lower-back-left"),
        (Quality.TIGHT, Quality.DEEP),
        12.5,
        Course.CAME_AND_WENT,
        Spread.LEFT_LEG,
        True,
        "ibuprofen 400",
        "Hills",
        run=full_run.id,
    )
    alone = Rating(RatingMoment.ALONE, 0, noon, numbness=False)
    diary.put_entry(DiaryEntry(full_run, (full,)), noon)
    diary.put_rating(alone, noon)
    assert diary.ratings() == (full, alone)
    assert diary.ratings(limit=1, offset=1) == (alone,)
    assert diary.ratings_of_run(full_run.id) == (full,)
    assert diary.ratings_between(*YEAR) == (full, alone)
    assert diary.ratings_between(YEAR[0], YEAR[0]) == ()
    assert diary.rating(alone.id) == alone
    assert diary.rating(uuid4()) is None


def test_what_was_rated_in_a_session_stands_among_all_ratings(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    rated = PainRating(PainMoment.DURING, 5, noon, ("calf-left",), 1)
    history.rate(session, rated)
    trial = history.begin(new_session(speed=20.0))
    history.rate(trial, PainRating(PainMoment.BEFORE, 9, noon))
    expected = Rating(
        RatingMoment.IN_SESSION, 5, noon, ("calf-left",), session=session, step_index=1, id=rated.id
    )
    assert history.diary.ratings() == (expected,)
    history.delete(session, noon)
    assert history.diary.ratings() == ()


def test_a_rating_that_is_edited_in_the_diary_changes_in_its_session(
    history: History, new_session: Begin, noon: Instant
):
    session = history.begin(new_session())
    history.rate(session, PainRating(PainMoment.BEFORE, 5, noon))
    (rating,) = history.diary.ratings()
    history.diary.put_rating(replace(rating, score=3, qualities=(Quality.DULL,)), noon)
    assert history.sessions()[0].pain_before == 3
    assert [change.field for change in history.changes(session)] == ["score", "qualities"]


def test_a_day_is_said_once_and_then_edited(diary: Diary, noon: Instant):
    diary.put_day(DayFactors(DAY, 8.5, 7.25, True, ("desk",), "none", "Long"), noon)
    changed = DayFactors(DAY, 9.0, None, False, ("desk", "move"))
    diary.put_day(changed, noon)
    diary.put_day(DayFactors(date(2026, 3, 29)), noon)
    assert diary.days(*YEAR) == (changed, DayFactors(date(2026, 3, 29)))
    diary.delete(changed.id, noon)
    assert diary.days(DAY, DAY) == ()
    diary.put_day(changed, noon)
    assert diary.days(DAY, DAY) == (changed,)


def test_tags_in_use_come_commonest_first(diary: Diary, noon: Instant):
    diary.put_day(DayFactors(DAY, tags=("desk", "travel")), noon)
    diary.put_run(Run(noon, tags=("travel", "heat")), noon)
    assert diary.tags() == ("travel", "desk", "heat")


def test_answers_about_red_flags_are_kept(diary: Diary, noon: Instant):
    rating = Rating(RatingMoment.ALONE, 8, noon)
    diary.put_rating(rating, noon)
    first = RedFlagCheck(noon, {"saddle": False, "fever": True}, rating.id)
    second = RedFlagCheck(noon.after(9.0), {})
    diary.put_check(first, noon)
    diary.put_check(second, noon)
    assert diary.checks() == (second, first)


# Editing and undoing


def test_an_edit_is_logged_field_by_field_and_saying_the_same_again_is_none(
    diary: Diary, full_run: Run, noon: Instant
):
    diary.put_run(full_run, noon)
    diary.put_run(replace(full_run, distance_m=9_000.0, note="Short"), noon.after(5.0))
    diary.put_run(replace(full_run, distance_m=9_000.0, note="Short"), noon.after(6.0))
    added, edited = diary.edits(full_run.id)
    assert (added.fields, added.at) == (("deleted",), noon)
    assert (edited.fields, edited.at) == (("distance_m", "note"), noon.after(5.0))
    assert diary.last_edit() == edited


def test_an_edit_is_undone_whole_and_done_again_whole(diary: Diary, full_run: Run, noon: Instant):
    diary.put_run(full_run, noon)
    changed = replace(full_run, distance_m=9_000.0, shoes=None, started=noon.after(60.0))
    diary.put_run(changed, noon.after(5.0))
    edit = diary.last_edit()
    assert edit is not None
    diary.undo(edit.id, noon.after(9.0))
    assert diary.runs()[0].run == full_run
    undoing = diary.edits(full_run.id)[-1]
    assert undoing.undoes == edit.id
    diary.undo(undoing.id, noon.after(10.0))
    assert diary.runs()[0].run == changed
    assert diary.last_edit() == edit


def test_everything_that_was_said_can_be_undone_one_after_another(
    history: History, new_session: Begin, full_run: Run, noon: Instant
):
    diary = history.diary
    session = history.begin(new_session())
    history.finish(session, SessionOutcome.FINISHED, noon, 100.0)
    history.set_note(session, "Fine", noon)
    rating = Rating(RatingMoment.AFTER_RUN, 3, noon, run=full_run.id)
    diary.put_entry(DiaryEntry(full_run, (rating,)), noon)
    diary.put_day(DayFactors(DAY), noon)
    diary.put_check(RedFlagCheck(noon, {}), noon)
    diary.tie_session(session, full_run.id, noon)
    diary.delete(full_run.id, noon)
    count = 0
    while (edit := diary.last_edit()) is not None:
        diary.undo(edit.id, noon)
        count += 1
    assert count == 7
    assert (diary.runs(), diary.ratings(), diary.shoes()) == ((), (), ())
    assert (diary.days(*YEAR), diary.checks()) == ((), ())
    assert (history.sessions()[0].note, history.sessions()[0].run) == ("", None)


def test_what_is_deleted_is_hidden_and_can_be_had_back(diary: Diary, full_run: Run, noon: Instant):
    diary.put_run(full_run, noon)
    diary.delete(full_run.id, noon)
    assert diary.runs() == ()
    assert diary.run(full_run.id) is not None
    edit = diary.last_edit()
    assert edit is not None
    diary.undo(edit.id, noon)
    assert diary.runs()[0].run == full_run


def test_what_was_never_stored_can_neither_be_changed_nor_undone(diary: Diary, noon: Instant):
    with pytest.raises(UnknownSubjectError):
        diary.delete(uuid4(), noon)
    with pytest.raises(UnknownSubjectError):
        diary.undo(uuid4(), noon)
    with pytest.raises(UnknownSubjectError):
        diary.tie_session(uuid4(), None, noon)


# Runs out of files


def _found(run: Run, digest: bytes, kind: SourceKind = SourceKind.FIT) -> Offer:
    return Offer(run, Source(kind, "morning.fit", digest))


def test_a_file_is_taken_once(diary: Diary, noon: Instant):
    run = Run(noon, 3000.0, 10_000.0)
    found = _found(run, b"1" * 16)
    assert diary.take_runs([found], Saying(noon)) == [(Taking.TAKEN, run.id)]
    again = _found(replace(run, id=uuid4()), b"1" * 16)
    assert diary.take_runs([again], Saying(noon)) == [(Taking.KNOWN, run.id)]
    assert diary.runs() == (LoggedRun(run, (found.source,)),)


def test_a_run_from_two_devices_is_joined_and_keeps_both_sources(diary: Diary, noon: Instant):
    run = Run(noon, 3000.0, 10_000.0)
    other = Run(noon.after(100.0), 2950.0, 10_300.0, cadence_spm=170.0)
    first, second = _found(run, b"1" * 16), _found(other, b"2" * 16, SourceKind.GPX)
    taken = diary.take_runs([first, second], Saying(noon))
    assert taken == [(Taking.TAKEN, run.id), (Taking.JOINED, run.id)]
    (logged,) = diary.runs()
    assert logged == LoggedRun(replace(run, cadence_spm=170.0), (first.source, second.source))


def test_another_run_right_after_is_not_joined(diary: Diary, noon: Instant):
    first = _found(Run(noon, 60.0, 400.0), b"1" * 16)
    second = _found(Run(noon.after(90.0), 60.0, 200.0), b"2" * 16)
    takings = [taking for taking, _ in diary.take_runs([first, second], Saying(noon))]
    assert takings == [Taking.TAKEN, Taking.TAKEN]


def test_a_run_that_was_deleted_does_not_come_back_with_its_file(diary: Diary, noon: Instant):
    run = Run(noon, 3000.0, 10_000.0)
    diary.take_runs([_found(run, b"1" * 16)], Saying(noon))
    diary.delete(run.id, noon)
    again = diary.take_runs([_found(run, b"1" * 16)], Saying(noon))
    assert again == [(Taking.DELETED, run.id)]
    assert diary.runs() == ()


def test_an_import_is_one_edit_that_can_be_undone(diary: Diary, noon: Instant):
    saying = Saying(noon)
    for number in range(3):
        run = Run(noon.after(number * 86_400.0), 3000.0, 10_000.0)
        diary.take_runs([_found(run, bytes([number]) * 16)], saying)
    edit = diary.last_edit()
    assert edit is not None
    diary.undo(edit.id, noon)
    assert diary.runs() == ()


# Ties


def _played(history: History, new: NewSession, length_s: float = 600.0) -> UUID:
    session = history.begin(new)
    ended = new.started.after(length_s)
    history.finish(session, SessionOutcome.FINISHED, ended, length_s)
    return session


def _tied(history: History) -> dict[UUID, UUID | None]:
    return {summary.id: summary.run for summary in history.sessions()}


def test_a_run_that_is_logged_gets_the_sessions_around_it(
    history: History, new_session: Begin, noon: Instant
):
    run = Run(noon.after(1200.0), 3000.0, 10_000.0)
    before = _played(history, replace(new_session(), when=When.BEFORE_RUN))
    later = noon.after(6000.0)
    after = _played(history, replace(new_session(later), when=When.AFTER_RUN))
    loose = _played(history, replace(new_session(later), when=When.ANY))
    trial = _played(history, replace(new_session(later, speed=9.0), when=When.AFTER_RUN))
    history.diary.put_run(run, noon)
    expected = {before: run.id, after: run.id, loose: None, trial: None}
    assert _tied(history) == expected


def test_a_session_that_ends_is_tied_to_the_run_that_is_there(
    history: History, new_session: Begin, noon: Instant
):
    run = Run(noon.after(-3600.0), 3000.0, 10_000.0)
    history.diary.put_run(run, noon)
    after = _played(history, replace(new_session(), when=When.AFTER_RUN))
    assert _tied(history) == {after: run.id}
    cut_off = history.begin(replace(new_session(noon.after(700.0)), when=When.AFTER_RUN))
    history.keep_unfinished(cut_off, noon.after(800.0))
    assert _tied(history)[cut_off] == run.id


def test_a_tie_is_found_anew_when_runs_come_move_and_go(
    history: History, new_session: Begin, noon: Instant
):
    diary = history.diary
    session = _played(history, replace(new_session(), when=When.AFTER_RUN))
    far = Run(noon.after(-9000.0), 3000.0, 10_000.0)
    near = Run(noon.after(-4000.0), 3000.0, 10_000.0)
    diary.put_run(far, noon)
    assert _tied(history) == {session: far.id}
    diary.take_runs([_found(near, b"1" * 16)], Saying(noon))
    assert _tied(history) == {session: near.id}
    diary.put_run(replace(near, started=noon.after(-90_000.0)), noon)
    assert _tied(history) == {session: far.id}
    diary.delete(far.id, noon)
    assert _tied(history) == {session: None}


def _find_ties_anew(diary: Diary, noon: Instant) -> None:
    """Let a walk come, which nothing is ever tied to."""
    diary.put_run(Run(noon, 60.0, activity=Activity.WALK), noon)


def test_a_tie_that_was_said_by_hand_stays(history: History, new_session: Begin, noon: Instant):
    diary = history.diary
    session = _played(history, replace(new_session(), when=When.AFTER_RUN))
    run = Run(noon.after(-4000.0), 3000.0, 10_000.0)
    diary.put_run(run, noon)
    diary.tie_session(session, None, noon)
    edit = diary.last_edit()
    assert edit is not None
    _find_ties_anew(diary, noon)
    assert _tied(history) == {session: None}
    diary.undo(edit.id, noon)
    assert _tied(history) == {session: run.id}
    _find_ties_anew(diary, noon)
    assert _tied(history) == {session: run.id}


def test_what_was_said_of_this_morning_waits_for_the_run_of_the_day_before(
    diary: Diary, noon: Instant
):
    morning = Rating(RatingMoment.NEXT_MORNING, 4, noon.after(19 * 3600.0))
    diary.put_rating(morning, noon)
    run = Run(noon, 3000.0, 10_000.0)
    diary.take_runs([_found(run, b"1" * 16)], Saying(noon))
    assert diary.ratings_of_run(run.id) == (replace(morning, run=run.id),)
    diary.put_rating(replace(morning, run=run.id, score=5), noon)
    diary.delete(run.id, noon)
    (rating,) = diary.ratings()
    assert (rating.run, rating.score) == (None, 5)


def test_a_rating_tied_by_hand_stays_where_it_was_put(diary: Diary, noon: Instant):
    runs = [Run(noon.after(-4000.0 - 86_400.0 * days), 3000.0) for days in range(2)]
    for run in runs:
        diary.put_run(run, noon)
    rating = Rating(RatingMoment.AFTER_RUN, 4, noon)
    diary.put_rating(rating, noon)
    assert diary.ratings()[0].run == runs[0].id
    diary.tie_rating(rating.id, runs[1].id, noon)
    _find_ties_anew(diary, noon)
    assert diary.ratings()[0].run == runs[1].id
    diary.put_rating(replace(diary.ratings()[0], score=6), noon)
    _find_ties_anew(diary, noon)
    assert diary.ratings()[0].run == runs[1].id


# Damage


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE run SET focus = '[\"flying\"]'",
        "UPDATE run SET focus = '{'",
        "UPDATE run SET tags = '[1]'",
        "UPDATE run SET tags = '{}'",
        "UPDATE run SET distance_m = -1.0",
        "UPDATE pain_rating SET qualities = '[\"loud\"]'",
        "UPDATE shoes SET name = ''",
        "UPDATE shoes SET since = 'yesterday'",
        "UPDATE day SET hours_sat = 99.0",
        "UPDATE red_flag_check SET answers = '[]'",
        "UPDATE red_flag_check SET answers = '{\"fever\": 2}'",
    ],
)
def test_what_cannot_have_been_stored_is_damage(
    history: History, full_run: Run, noon: Instant, damage: str
):
    diary = history.diary
    rating = Rating(RatingMoment.AFTER_RUN, 3, noon, run=full_run.id)
    diary.put_entry(DiaryEntry(full_run, (rating,)), noon)
    diary.put_day(DayFactors(DAY), noon)
    diary.put_check(RedFlagCheck(noon, {"fever": False}), noon)
    history._db.execute(damage)
    with pytest.raises(HistoryDamagedError):
        _read_all(diary)


def _read_all(diary: Diary) -> None:
    diary.runs()
    diary.ratings()
    diary.shoes()
    diary.days(*YEAR)
    diary.checks()


@pytest.mark.parametrize(
    "damage",
    ["UPDATE change SET field = 'no such'", "UPDATE change SET was = '\"zz\"'"],
)
def test_an_edit_that_cannot_have_been_made_is_damage(
    history: History, full_run: Run, noon: Instant, damage: str
):
    diary = history.diary
    diary.put_run(full_run, noon)
    diary.put_run(replace(full_run, shoes=None), noon)
    edit = diary.last_edit()
    assert edit is not None
    history._db.execute(damage)
    with pytest.raises(HistoryDamagedError):
        diary.undo(edit.id, noon)


def test_what_is_undone_is_undone_on_disk(places: Places, history: History, noon: Instant):
    run = Run(noon)
    history.diary.put_run(run, noon)
    history.close()
    reopened = History.open(places, noon)
    edit = reopened.diary.last_edit()
    assert edit is not None
    assert edit.subject == run.id
    reopened.close()


def test_the_last_run_is_the_one_that_began_last_and_no_ride_nor_a_deleted_one(
    history: History, noon: Instant
):
    assert history.last_run(noon) is None
    long_one = Run(noon.after(-7200.0), 3000.0, 10_000.0, elapsed_s=3600.0)
    deleted, ahead = Run(noon.after(-600.0)), Run(noon.after(60.0))
    ride = Run(noon.after(-60.0), activity=Activity.BIKE)
    for run in (long_one, deleted, ahead, ride, Run(noon.after(-90_000.0), 1800.0)):
        history.diary.put_run(run, noon)
    history.diary.delete(deleted.id, noon)
    started_ms = long_one.started.utc_ms
    assert history.last_run(noon) == (long_one.id, started_ms, long_one.ended.utc_ms)
    soon_ms = ahead.started.utc_ms
    assert history.last_run(noon.after(60.0)) == (ahead.id, soon_ms, soon_ms)
