"""Runs and ratings on the page History: shown, tied, corrected, deleted and brought back."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from routine_player.core.date_words import short_day
from routine_player.core.entry import SessionOutcome
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run, RunKind, Surface
from routine_player.core.shoes import Shoes
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.history import History
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.paths import Places
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide, Units
from routine_player.ui.history.entry_words import entry_sentence
from routine_player.ui.history.tie_rows import TieRows
from routine_player.ui.history.values import RatingLine, RunLine
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.link import Link


@pytest.fixture
def week(open_app, clock):
    """Open History on a warm-up, its run with pain, and a rating of a day at the desk."""

    def opened(**chosen):
        rooms = open_app(**chosen)
        rooms.window.resize(1280, 800)
        desk, diary = rooms._desk, rooms._desk.history.diary
        clock.sleep_s(-6 * 3600)
        timeline = timeline_for(desk.library.routine("quick-warm-up").routine, FirstSide.LEFT, 0)
        new = new_session(timeline, clock.instant(), 1.0)
        SessionKeeper(desk.history, new)
        clock.pass_s(300)
        desk.history.finish(new.id, SessionOutcome.FINISHED, clock.instant(), 300.0)
        shoes = Shoes("Road")
        diary.put_shoes(shoes, clock.instant())
        run = Run(
            clock.instant().after(600),
            1900.0,
            5100.0,
            kind=RunKind.EASY,
            surface=Surface.GRASS,
            shoes=shoes.id,
            note="warm",
        )
        clock.pass_s(3000)
        now = clock.instant()
        diary.put_entry(
            DiaryEntry(
                run,
                (
                    Rating(
                        RatingMoment.WORST_IN_RUN,
                        4,
                        now,
                        ("lower-back-left",),
                        onset_min=12,
                        run=run.id,
                    ),
                    Rating(RatingMoment.AFTER_RUN, 2, now.after(1), run=run.id),
                ),
            ),
            now,
        )
        clock.pass_s(3600)
        diary.put_rating(Rating(RatingMoment.ALONE, 3, clock.instant(), note="desk"), now)
        rooms.window.show_page("history")
        page = rooms.window.page_widget("history")
        return rooms, page, new.id, run

    return opened


def kinds(page):
    return [type(one).__name__ for one in page.entries]


def test_a_day_shows_sessions_runs_and_ratings_in_their_order(week):
    _, page, _, run = week()
    assert kinds(page) == ["RatingLine", "RunLine", "SessionSummary"]
    line = page.entries[1]
    assert (line.worst, line.after) == (4, 2)
    assert entry_sentence(line) == ("Easy run, 06:15, 5.1 km, 31:40, worst pain 4, pain after 2")
    assert isinstance(page.entries[0], RatingLine)
    assert isinstance(line, RunLine)
    assert line.id == run.id


def test_a_run_is_opened_with_what_goes_with_it(week):
    rooms, page, session, run = week()
    page.open_session(run.id)
    detail = page._entry_card._detail
    assert [tie.subject for tie in detail.ties] == [session]
    assert detail.shoes == "Road"
    assert detail.others == ()
    report = page._entry_card._area.widget()
    report.untie_wished.emit(session)
    assert page._entry_card._detail.ties == ()
    assert [tie.subject for tie in page._entry_card._detail.others] == [session]
    rooms.window.undo()
    assert [tie.subject for tie in page._entry_card._detail.ties] == [session]


def test_a_session_is_said_to_go_with_a_run_by_hand(week):
    _, page, session, run = week()
    page.open_session(run.id)
    report = page._entry_card._area.widget()
    report.untie_wished.emit(session)
    page._entry_card._area.widget().tie_wished.emit(session)
    assert [tie.subject for tie in page._entry_card._detail.ties] == [session]


def test_the_session_that_goes_with_a_run_is_one_click_away(week):
    _, page, session, run = week()
    page.open_session(run.id)
    page._entry_card.session_wished.emit(session)
    assert page._card.session == session
    assert page._entry_card.entry is None


def test_a_rating_of_the_next_morning_names_the_run_it_speaks_of_and_leads_there(week, clock):
    rooms, page, _, run = week()
    desk = rooms._desk
    clock.pass_s(20 * 3600)
    morning = Rating(RatingMoment.NEXT_MORNING, 1, clock.instant(), run=run.id)
    desk.write(lambda: desk.history.diary.put_rating(morning, clock.instant()))
    page.open_session(morning.id)
    (link,) = page._entry_card.findChildren(Link)
    day = short_day(run.started.local_date)
    assert link.label == f"After Easy run 06:15, 5.1 km · 31:40, {day}"
    link.click()
    assert page._entry_card.entry == run.id


def test_what_was_said_of_a_run_that_is_gone_stands_for_itself(week, clock):
    rooms, page, _, run = week()
    desk = rooms._desk
    later = Rating(RatingMoment.AFTER_RUN, 5, clock.instant(), run=run.id)
    desk.write(lambda: desk.history.diary.delete(run.id, clock.instant()))
    desk.write(lambda: desk.history.diary.put_rating(later, clock.instant()))
    assert kinds(page) == [*["RatingLine"] * 4, "SessionSummary"]
    page.open_session(later.id)
    assert page._entry_card.findChildren(Link) == []


def test_deleting_a_run_takes_its_ratings_along_and_back(week):
    rooms, page, _, run = week()
    page.open_session(run.id)
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert kinds(page) == ["RatingLine", "SessionSummary"]
    assert len(rooms._desk.history.diary.ratings()) == 1
    rooms.window.undo()
    assert page.entries[1].worst == 4


def test_a_rating_is_deleted_alone(week):
    rooms, page, _, _ = week()
    page.open_session(page.entries[0].id)
    page._entry_card._delete.click()
    assert kinds(page) == ["RunLine", "SessionSummary"]
    rooms.window.undo()
    assert kinds(page)[0] == "RatingLine"


def test_e_corrects_a_run_and_comes_back_to_it(week):
    rooms, page, _, run = week()
    page.open_session(run.id)
    QTest.keyClick(page, Qt.Key.Key_E)
    assert rooms.window.page == "log-run"
    form = rooms.window.page_widget("log-run")
    assert form.said.distance_m == 5100.0
    form._form._now.take_key(Qt.Key.Key_5)
    form.save()
    assert rooms.window.page == "history"
    assert page._entry_card.entry == run.id
    assert page.entries[1].after == 5


def test_a_correction_that_is_left_changes_nothing(week):
    rooms, page, _, run = week()
    page.open_session(run.id)
    page._entry_card.wish_correct()
    form = rooms.window.page_widget("log-run")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert rooms.window.page == "history"
    assert page.entries[1].after == 2
    assert not form.draft.is_correction


def test_miles_are_shown_where_they_were_chosen(week):
    _, page, _, _ = week(units=Units.MILES)
    assert "3.17 mi" in entry_sentence(page.entries[1])


def test_a_day_that_is_chosen_shows_its_runs(week):
    _, page, _, _ = week()
    page.day_wished.emit(date(2026, 3, 4))
    assert len(kinds(page)) == 3
    page.day_wished.emit(date(2026, 3, 3))
    assert kinds(page) == []


def test_years_of_runs_alone_come_page_by_page(open_app, clock):
    rooms = open_app()
    now = clock.instant()
    for number in range(120):
        rooms._desk.history.diary.put_run(Run(now.after(-number * 86_400 - 60), 60.0), now)
    rooms.window.show_page("history")
    page = rooms.window.page_widget("history")
    assert page.loaded == 51
    while page._model.canFetchMore(page._model.index(-1)):
        page._model.fetchMore(page._model.index(-1))
    assert page.loaded == 120
    rooms._desk.history_changed.emit()
    assert page.loaded == 120


def tie_buttons(card, name):
    return [one for one in card.findChildren(Button) if one.label == name and one.isVisible()]


def test_a_session_names_the_run_it_goes_with_and_can_be_told_otherwise(week):
    rooms, page, session, run = week()
    page.open_session(session)
    card = page._card
    words = "Easy run 06:15, 5.1 km · 31:40"
    (rows,) = card.findChildren(TieRows)
    (link,) = rows.findChildren(Link)
    assert link.label == words
    tie_buttons(card, "Not with this run")[0].click()
    assert rooms._desk.history.session(session).summary.run is None
    (to_it,) = tie_buttons(card, "Goes with this run")
    assert to_it.accessibleDescription() == words
    to_it.click()
    assert rooms._desk.history.session(session).summary.run == run.id
    rooms.window.undo()
    assert rooms._desk.history.session(session).summary.run is None
    assert tie_buttons(card, "Goes with this run")


def test_from_a_session_one_goes_to_its_run(week):
    _, page, session, run = week()
    page.open_session(session)
    page._card.findChild(TieRows).findChild(Link).click()
    assert page._entry_card.entry == run.id


def test_a_tie_that_was_taken_back_is_found_by_the_clock_again(week, clock):
    rooms, page, session, run = week()
    page.open_session(session)
    tie_buttons(page._card, "Not with this run")[0].click()
    rooms.window.undo()
    history = rooms._desk.history
    assert history.session(session).summary.run == run.id
    history.diary.delete(run.id, clock.instant())
    assert history.session(session).summary.run is None


@pytest.fixture
def joined(week, clock, tmp_path):
    """Open a run that another computer told of too, with what that one said of it."""

    def opened():
        rooms, page, _, run = week()
        other = History.open(Places(tmp_path / "other"), clock.instant())
        told = replace(run, id=UUID(int=5), started=run.started.after(30), shoes=None, note="there")
        other.diary.put_run(told, clock.instant())
        lines = other.diary.export_lines(clock.instant())
        other.close()
        desk = rooms._desk
        desk.write(lambda: desk.history.diary.merge_lines(lines))
        page.open_session(run.id)
        return rooms, page, run, told

    return opened


def test_a_run_of_two_computers_is_parted_from_its_card_and_joined_again(joined):
    rooms, page, run, told = joined()
    assert kinds(page).count("RunLine") == 1
    card = page._entry_card
    (apart,) = tie_buttons(card, "Part them")
    assert apart.accessibleDescription() == "Joined with Easy run 06:15, 5.1 km · 31:40"
    apart.click()
    assert {one.id for one in page.entries if isinstance(one, RunLine)} == {run.id, told.id}
    assert card.entry == run.id
    assert tie_buttons(card, "Part them") == []
    rooms.window.undo()
    assert kinds(page).count("RunLine") == 1
    assert len(tie_buttons(card, "Part them")) == 1
