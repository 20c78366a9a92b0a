"""A session in the window, from the wish to play it to the page after it."""

import pytest
from PySide6.QtCore import Qt

from routine_player.core.entry import EntryKind, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.session import Command, State
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.history import History
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide
from routine_player.ui.player.player_sheet import PlayerSheet
from routine_player.ui.player.values import HurtAnswer
from routine_player.ui.views.advice import AdviceView
from routine_player.ui.views.end import EndView
from routine_player.ui.views.first_start import FirstStartView
from routine_player.ui.views.player import PlayerView
from routine_player.ui.views.start import StartView


def top(rooms):
    """What has the whole window."""
    return rooms.window._stack.currentWidget()


def playing(rooms):
    return rooms._performing._playing


@pytest.fixture
def pass_s(clock):
    """Let time pass in a session, a little at a time, as frames do."""

    def passing(rooms, seconds):
        end = clock.monotonic_s + seconds
        while clock.monotonic_s < end and playing(rooms) is not None:
            clock.pass_s(min(1.0, end - clock.monotonic_s))
            playing(rooms).tick()

    return passing


@pytest.fixture
def newest():
    """The last session of the history, whole."""

    def find(rooms):
        history = rooms._desk.history
        return history.session(history.sessions(limit=1)[0].id)

    return find


def test_the_first_start_plays_the_demo_without_a_question(open_app, qtbot, pass_s, newest):
    rooms = open_app(first_start_done=False)
    assert isinstance(top(rooms), FirstStartView)
    qtbot.keyClick(top(rooms), Qt.Key.Key_Return)
    assert isinstance(top(rooms), PlayerView)
    pass_s(rooms, 61)
    assert isinstance(top(rooms), EndView)
    past = newest(rooms)
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert past.summary.active_s == 60.0
    assert rooms._desk.settings.first_start_done
    top(rooms).close_wished.emit()
    assert not rooms.window.is_taken_over
    assert rooms.window.page == "today"


def test_a_demo_that_was_cut_off_is_offered_again_instead_of_the_first_start(
    make_desk, open_app, clock
):
    desk = make_desk(first_start_done=False)
    timeline = timeline_for(desk.library.routine("demo").routine, FirstSide.LEFT, 0)
    SessionKeeper(desk.history, new_session(timeline, clock.instant(), 1.0))
    desk.history.close()
    rooms = open_app(first_start_done=False)
    assert not rooms.window.is_taken_over
    assert rooms.window.page_widget("today").values.resumption.step_number == 1


def test_looking_round_first_leads_to_today_and_is_remembered(open_app, places):
    rooms = open_app(first_start_done=False)
    top(rooms).look_round_wished.emit()
    assert rooms.window.page == "today"
    assert '"first_start_done": true' in places.settings.read_text()


def test_a_session_asks_for_pain_before_it_begins(open_app, qtbot, newest):
    rooms = open_app("short-one")
    assert isinstance(top(rooms), StartView)
    qtbot.keyClick(top(rooms), Qt.Key.Key_4)
    qtbot.keyClick(top(rooms), Qt.Key.Key_Return)
    assert isinstance(top(rooms), PlayerView)
    assert newest(rooms).summary.pain_before == 4


def test_the_question_before_a_session_may_be_left_out(open_app, qtbot, newest):
    rooms = open_app("short-one")
    qtbot.keyClick(top(rooms), Qt.Key.Key_Return)
    assert newest(rooms).summary.pain_before is None


def test_esc_on_the_start_card_goes_back(open_app, qtbot):
    rooms = open_app("short-one")
    qtbot.keyClick(top(rooms), Qt.Key.Key_Escape)
    assert not rooms.window.is_taken_over
    assert not rooms._desk.history.sessions()


@pytest.fixture
def begun(open_app, qtbot):
    """The window with the short routine playing in it."""
    rooms = open_app("short-one")
    qtbot.keyClick(top(rooms), Qt.Key.Key_Return)
    return rooms


def test_keys_reach_the_session(begun, qtbot):
    session = playing(begun).session
    qtbot.keyClick(top(begun), Qt.Key.Key_Space)
    assert session.state is State.PAUSED
    qtbot.keyClick(top(begun), Qt.Key.Key_Space)
    assert session.state is State.RESUMING
    qtbot.keyClick(top(begun), Qt.Key.Key_Right)
    assert session.planned.index == 1
    qtbot.keyClick(top(begun), Qt.Key.Key_M)
    assert begun._performing.outfit.muted


def test_each_step_is_stored_when_it_ends(begun, pass_s, newest):
    pass_s(begun, 5 + 30 + 5 + 30)
    assert newest(begun).steps[0].outcome is Outcome.DONE
    assert newest(begun).summary.outcome is SessionOutcome.OPEN


def test_it_hurts_is_noted_and_the_easier_exercise_played(begun, pass_s, newest):
    pass_s(begun, 80)
    view = top(begun)
    view.command_wished.emit(Command.HURT)
    view.hurt_answered.emit(HurtAnswer("lower-back-left", 5, Command.EASIER))
    past = newest(begun)
    assert playing(begun).session.planned.step.exercise.slug == "front-plank-knees"
    (rating,) = [one for one in past.ratings if one.moment is PainMoment.DURING]
    assert (rating.score, rating.sites, rating.step_index) == (5, ("lower-back-left",), 1)


def test_it_hurts_without_a_word_goes_to_the_next_step(begun, newest):
    view = top(begun)
    view.command_wished.emit(Command.HURT)
    view.hurt_answered.emit(HurtAnswer(None, None, Command.NEXT))
    assert newest(begun).steps[0].outcome is Outcome.HURT
    assert newest(begun).ratings == ()


def test_stopping_asks_first_and_keeps_what_was_done(begun, qtbot, newest):
    session = playing(begun).session
    qtbot.keyClick(top(begun), Qt.Key.Key_Escape)
    assert session.state is State.PAUSED
    top(begun).stop_declined.emit()
    assert session.state is State.RESUMING
    qtbot.keyClick(top(begun), Qt.Key.Key_Escape)
    top(begun).stop_confirmed.emit()
    assert newest(begun).summary.outcome is SessionOutcome.STOPPED
    assert isinstance(top(begun), EndView)


def test_declining_to_stop_in_a_pause_stays_in_the_pause(begun, qtbot):
    session = playing(begun).session
    qtbot.keyClick(top(begun), Qt.Key.Key_Space)
    qtbot.keyClick(top(begun), Qt.Key.Key_Escape)
    top(begun).stop_declined.emit()
    assert session.state is State.PAUSED


def test_closing_the_window_in_a_session_asks_first(begun):
    begun.window.close()
    assert begun.window.isVisible()
    assert playing(begun).session.state is State.PAUSED


def test_a_sleep_of_the_computer_is_asked_about(begun, clock, pass_s, newest):
    pass_s(begun, 20)
    clock.sleep_s(8 * 3600)
    playing(begun).tick()
    session = playing(begun).session
    assert session.state is State.INTERRUPTED
    top(begun).interruption_answered.emit(Command.CONTINUE)
    assert session.state is State.RESUMING
    assert EntryKind.INTERRUPTED in [entry.kind for entry in newest(begun).entries]


def test_pain_and_effort_after_a_session_are_stored(begun, pass_s, newest, clock):
    pass_s(begun, 5 + 30 + 5 + 30 + 5 + 20 + 10)
    playing(begun).obey(Command.DONE)
    view = top(begun)
    view.pain_rated.emit(2)
    past = newest(begun)
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert past.summary.pain_after == 2


def test_undo_at_the_end_takes_the_session_out_of_the_log(begun, qtbot):
    qtbot.keyClick(top(begun), Qt.Key.Key_Escape)
    top(begun).stop_confirmed.emit()
    top(begun).undo_wished.emit()
    assert not begun._desk.history.sessions()


def test_a_session_that_was_cut_off_goes_on_where_it_was(
    begun, pass_s, clock, open_app, qtbot, newest
):
    pass_s(begun, 80)
    cut_off = newest(begun).summary.id
    # The process dies: nothing is said to the session, and another one opens the history.
    begun._performing._playing = None
    begun._desk.history.close()
    clock.sleep_s(600)
    begun._desk._history = History.open(begun._desk.places, clock.instant())
    begun.go_home()
    begun._desk.history_changed.emit()
    today = begun.window.page_widget("today")
    assert today.values.resumption.step_number == 2
    today.resume_wished.emit()
    assert playing(begun).session.planned.index == 1
    pass_s(begun, 5 + 20 + 10)
    playing(begun).obey(Command.DONE)
    past = newest(begun)
    assert past.summary.id == cut_off
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert [step.outcome for step in past.steps] == [Outcome.DONE] * 3


def test_while_a_session_plays_a_second_start_does_not_disturb_it(begun):
    begun.answer_second_start("demo")
    assert playing(begun).session.timeline.routine.slug == "short-one"


def test_advice_can_be_read_from_the_player_and_left_again(begun):
    view = top(begun)
    view.advice_wished.emit()
    assert top(begun) is not view
    top(begun).closed.emit()
    assert top(begun) is view


def test_help_is_one_key_away_in_a_session_which_waits_meanwhile(begun, qtbot, pass_s):
    view = top(begun)
    pass_s(begun, 7)
    qtbot.keyClick(view, Qt.Key.Key_F1)
    help_page = top(begun)
    assert isinstance(help_page, AdviceView)
    assert playing(begun).session.allows(Command.RESUME)
    qtbot.keyClick(help_page, Qt.Key.Key_F1)
    assert top(begun) is help_page
    qtbot.keyClick(help_page, Qt.Key.Key_Escape)
    assert top(begun) is view


def test_help_is_one_key_away_from_the_sheets_of_a_session(begun, qtbot):
    view = top(begun)
    playing(begun).obey(Command.HURT)
    sheet = next(one for one in view.findChildren(PlayerSheet) if one.is_open)
    qtbot.keyClick(sheet, Qt.Key.Key_F1)
    assert isinstance(top(begun), AdviceView)
    qtbot.keyClick(top(begun), Qt.Key.Key_Escape)
    assert sheet.is_open
