"""Today, Routines and History as the app fills them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from routine_player.core.choices import When
from routine_player.core.entry import SessionOutcome
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide
from routine_player.ui.today.resumption import Obstacle


@pytest.fixture
def played(clock):
    """Put a session into the history of a desk: whole, or cut off in its first step."""

    def play(desk, slug="short-one", *, whole=True, speed=1.0):
        timeline = timeline_for(desk.library.routine(slug).routine, FirstSide.LEFT, 0)
        new = new_session(timeline, clock.instant(), speed)
        SessionKeeper(desk.history, new)
        if whole:
            clock.pass_s(60)
            desk.history.finish(new.id, SessionOutcome.FINISHED, clock.instant(), 60.0)
        return new

    return play


def shown_today(rooms):
    return rooms.window.page_widget("today").values


def test_the_window_has_its_icon_and_its_keys_once_it_was_seen(open_app, qtbot):
    rooms = open_app()
    assert not rooms.window.windowIcon().isNull()

    qtbot.waitUntil(rooms.window.isActiveWindow)
    qtbot.keyClick(rooms.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert rooms.window.page == "history"


def test_keys_rest_from_the_beginning_while_the_first_start_has_the_window(open_app, qtbot):
    rooms = open_app(first_start_done=False)
    assert rooms.window.is_taken_over

    qtbot.waitUntil(rooms.window.isActiveWindow)
    qtbot.keyClick(rooms.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert rooms.window.page != "history"


def test_today_offers_a_warm_up_at_first(open_app):
    values = shown_today(open_app())
    assert values.offer.when is When.BEFORE_RUN
    assert values.offer.glance.slug == "pre-run-warm-up"
    assert values.past == ()


def test_after_a_warm_up_today_offers_what_comes_after_the_run(open_app, make_desk, played):
    rooms = open_app()
    played(rooms._desk, "quick-warm-up")
    rooms._desk.history_changed.emit()
    values = shown_today(rooms)
    assert values.offer.when is When.AFTER_RUN
    assert [line.session.routine for line in values.past] == ["quick-warm-up"]
    assert values.past[0].when == "before run"


def test_a_trial_at_another_speed_says_nothing_about_a_run(open_app, played):
    rooms = open_app()
    played(rooms._desk, "quick-warm-up", speed=20.0)
    rooms._desk.history_changed.emit()
    assert shown_today(rooms).offer.when is When.BEFORE_RUN


def test_another_routine_may_be_chosen_for_now(open_app):
    rooms = open_app()
    rooms.window.page_widget("today").routine_chosen.emit("foam-rolling")
    assert shown_today(rooms).offer.glance.slug == "foam-rolling"


def test_a_session_that_was_cut_off_is_offered_again(open_app, played, make_desk):
    rooms = open_app()
    new = played(rooms._desk, whole=False)
    rooms._desk.history_changed.emit()
    left = shown_today(rooms).resumption
    assert (left.routine_name, left.step_number, left.obstacle) == ("Short one", 1, None)
    assert left.begun == "today, 12:00"
    rooms.window.page_widget("today").keep_wished.emit()
    assert shown_today(rooms).resumption is None
    outcome = rooms._desk.history.session(new.id).summary.outcome
    assert outcome is SessionOutcome.INTERRUPTED


def test_a_session_whose_routine_has_changed_cannot_be_gone_on_with(open_app, played, places):
    rooms = open_app()
    played(rooms._desk, whole=False)
    path = places.routines / "short-one.yaml"
    path.write_text("routine: Short one\nsteps:\n  - {exercise: front-plank, hold: 5s}\n")
    rooms._desk.reload_library()
    assert shown_today(rooms).resumption.obstacle is Obstacle.CHANGED
    path.unlink()
    rooms._desk.reload_library()
    assert shown_today(rooms).resumption.obstacle is Obstacle.GONE


def test_when_it_was_cut_off_is_said_in_words(open_app, played, clock):
    rooms = open_app()
    played(rooms._desk, whole=False)
    clock.sleep_s(24 * 3600)
    rooms._desk.history_changed.emit()
    assert shown_today(rooms).resumption.begun == "yesterday, 12:00"
    clock.sleep_s(24 * 3600)
    rooms._desk.history_changed.emit()
    assert shown_today(rooms).resumption.begun == "Wed 4 Mar, 12:00"


def routines_page(rooms):
    rooms.window.show_page("routines")
    return rooms.window.page_widget("routines")


def test_routines_lists_broken_files_with_their_problems(open_app, places):
    (places.routines / "broken.yaml").write_text("routine: Broken\nsteps: 7\n")
    page = routines_page(open_app())
    entry = page.entries["broken"]
    assert entry.preview is None
    assert entry.problems[0].line == 2
    assert page.entries["demo"].preview is not None


def test_a_copy_shadows_the_bundled_routine_until_it_is_taken_back(open_app, places):
    rooms = open_app()
    page = routines_page(rooms)
    page.copy_wished.emit("demo")
    copy = places.routines / "demo.yaml"
    assert copy.read_bytes() == (places.bundled_routines / "demo.yaml").read_bytes()
    assert page.entries["demo"].path == str(copy)
    assert page.chosen == "demo"
    rooms.window.undo()
    assert not copy.exists()
    assert page.entries["demo"].path != str(copy)


def test_a_copy_that_was_edited_is_not_thrown_away(open_app, places):
    rooms = open_app()
    routines_page(rooms).copy_wished.emit("demo")
    copy = places.routines / "demo.yaml"
    copy.write_text(copy.read_text() + "# mine\n")
    rooms.window.undo()
    assert copy.exists()


def test_a_second_copy_gets_a_name_of_its_own(open_app, places):
    rooms = open_app()
    page = routines_page(rooms)
    page.copy_wished.emit("short-one")
    assert (places.routines / "short-one-2.yaml").exists()


def test_a_routine_from_anywhere_can_be_opened_and_played(open_app, tmp_path):
    file = tmp_path / "elsewhere.yaml"
    file.write_text("routine: Elsewhere\nsteps:\n  - {exercise: front-plank, hold: 9s}\n")
    rooms = open_app(str(file))
    assert rooms.window.is_taken_over
    page = routines_page(rooms)
    assert page.entries[str(file)].name == "Elsewhere"


def test_a_routine_that_is_not_there_is_told(open_app):
    rooms = open_app("nonsense")
    assert [one.text for one in rooms.window.announcements] == ["There is no routine 'nonsense'."]


def test_a_broken_routine_that_was_named_is_told_with_its_line(open_app, tmp_path):
    file = tmp_path / "broken.yaml"
    file.write_text("routine: Broken\nsteps: 7\n")
    rooms = open_app(str(file))
    assert f"{file}:2:" in rooms.window.announcements[0].text


def test_a_file_that_changes_is_read_again(open_app, places, qtbot):
    rooms = open_app()
    page = routines_page(rooms)
    with qtbot.waitSignal(rooms._desk.library_changed, timeout=10_000):
        path = Path(places.routines, "new-one.yaml")
        path.write_text("routine: New one\nsteps:\n  - {exercise: front-plank, hold: 9s}\n")
    assert page.entries["new-one"].name == "New one"


def history_page(rooms):
    rooms.window.show_page("history")
    return rooms.window.page_widget("history")


def test_a_deleted_session_can_be_put_back(open_app, played):
    rooms = open_app()
    new = played(rooms._desk)
    page = history_page(rooms)
    assert page.loaded == 1
    page.delete_wished.emit(new.id)
    assert page.loaded == 0
    rooms.window.undo()
    assert page.loaded == 1


def test_a_day_shows_its_sessions_alone(open_app, played, clock):
    rooms = open_app()
    played(rooms._desk)
    clock.sleep_s(24 * 3600)
    played(rooms._desk)
    page = history_page(rooms)
    assert page.loaded == 2
    page.day_wished.emit(clock.instant().local_date)
    assert page.loaded == 1


def test_many_sessions_come_page_by_page(open_app, played, clock):
    rooms = open_app()
    for _ in range(60):
        clock.sleep_s(24 * 3600)
        played(rooms._desk)
    page = history_page(rooms)
    assert page.loaded == 51  # whole days, as many as it takes
    page.more_wished.emit()
    assert page.loaded == 60


def test_a_session_of_the_list_on_today_opens_in_the_history(open_app, played):
    rooms = open_app()
    new = played(rooms._desk)
    rooms._desk.history_changed.emit()
    rooms.window.page_widget("today").session_opened.emit(str(new.id))
    assert rooms.window.page == "history"
