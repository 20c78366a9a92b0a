from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.core.choices import When
from routine_player.core.entry import SessionOutcome
from routine_player.core.glance import Glance, glance_of
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.today.panel import NowPanel
from routine_player.ui.today.questions import LogPrompt, MorningQuestion
from routine_player.ui.today.resumption import Obstacle, Resumption
from routine_player.ui.today.session_rows import SessionRow
from routine_player.ui.today.values import Offer, PastLine, TodayValues
from routine_player.ui.views.today import TodayView
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel

OTHERS = (
    Glance("quick", "Quick & easy", When.BEFORE_RUN, "", 240.0, 4),
    Glance("rolling", "Foam rolling", When.ANY, "", 540.0, 6),
)


@pytest.fixture
def view(theme: Theme, pictures: Pictures) -> TodayView:
    return TodayView(theme, pictures)


@pytest.fixture
def make_glance(make_preview) -> Callable[[], Glance]:
    return lambda: glance_of(When.ANY, make_preview())


@pytest.fixture
def offered(make_glance, today) -> TodayValues:
    return TodayValues(today, Offer(When.BEFORE_RUN, make_glance()), others=OTHERS)


def cut_off(**changes) -> Resumption:
    return Resumption("Loosen up", "yesterday, 18:04", 1, 3, 2, "Glute bridge", **changes)


def texts(view: TodayView) -> list[str]:
    return [one.text() for one in view.findChildren(PlainLabel) if one.isVisible()]


def buttons(view: TodayView) -> list[str]:
    panel = view.findChild(NowPanel)
    return [one.label for one in panel.findChildren(Button) if one.isVisible()]


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_routine_for_now_is_shown_with_what_it_asks_for(view: TodayView, offered, open_page):
    view.show_today(offered)
    open_page(view)

    shown = texts(view)
    assert shown[:2] == ["Saturday 14 June", "Before your run"]
    for words in ("Loosen up", "Stands, then lies down.", "3 steps", "mat"):
        assert words in shown
    assert "Standing, then on your back, then kneeling" in shown
    assert buttons(view) == ["Start", "Other routine"]


@pytest.mark.parametrize(
    ("when", "words"),
    [(When.AFTER_RUN, "After your run"), (When.ANY, "Any time")],
)
def test_the_panel_says_what_the_routine_is_for(
    view: TodayView, open_page, make_glance, today, when: When, words: str
):
    view.show_today(TodayValues(today, Offer(when, make_glance()), sentence="Ready?"))
    open_page(view)

    assert texts(view)[:3] == ["Saturday 14 June", "Ready?", words]


def test_space_starts_the_routine_from_anywhere(view: TodayView, offered, open_page, qtbot: QtBot):
    view.show_today(offered)
    open_page(view)

    with qtbot.waitSignal(view.start_wished, timeout=500) as told:
        press(qtbot, Qt.Key.Key_Space)
    assert told.args == ["loosen-up"]

    view.findChild(SessionRow).parent().setFocus()
    with qtbot.waitSignal(view.start_wished, timeout=500):
        press(qtbot, Qt.Key.Key_Space)
    view.setFocus()
    assert view.findChild(NowPanel).main_button.hasFocus()


def test_the_menu_offers_the_other_routines_by_what_they_are_for(
    view: TodayView, offered, open_page, qtbot: QtBot
):
    view.show_today(offered)
    open_page(view)
    press(qtbot, Qt.Key.Key_O)
    menu = view.findChild(NowPanel).menu

    words = [action.text() for action in menu.actions()]
    assert words == ["Before run", "Quick && easy   4 min", "", "Any time", "Foam rolling   9 min"]
    assert not menu.actions()[0].isEnabled()
    with qtbot.waitSignal(view.routine_chosen, timeout=500) as told:
        menu.actions()[-1].trigger()
    assert told.args == ["rolling"]


def test_the_menu_is_built_anew_for_other_routines(
    view: TodayView, offered, open_page, make_glance, today, qtbot: QtBot
):
    view.show_today(offered)
    open_page(view)
    press(qtbot, Qt.Key.Key_O)
    view.findChild(NowPanel).menu.close()
    view.show_today(TodayValues(today, Offer(When.ANY, make_glance()), others=OTHERS[1:]))
    press(qtbot, Qt.Key.Key_O)

    assert len(view.findChild(NowPanel).menu.actions()) == 2


def test_without_other_routines_there_is_no_menu(
    view: TodayView, open_page, make_glance, today, qtbot: QtBot
):
    view.show_today(TodayValues(today, Offer(When.ANY, make_glance())))
    open_page(view)
    press(qtbot, Qt.Key.Key_O)

    assert buttons(view) == ["Start"]
    assert view.findChild(NowPanel).menu is None


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Space, "resume_wished"),
        (Qt.Key.Key_R, "start_over_wished"),
        (Qt.Key.Key_K, "keep_wished"),
    ],
)
def test_a_session_that_was_cut_off_is_gone_on_with_first(
    view: TodayView, open_page, make_glance, today, qtbot: QtBot, key: Qt.Key, wish: str
):
    values = TodayValues(today, Offer(When.ANY, make_glance()), cut_off(glance=make_glance()))
    view.show_today(values)
    open_page(view)

    assert buttons(view) == ["Go on at step 2", "Start over", "Keep what was done"]
    assert "You were at step 2 of 3, Glute bridge, yesterday, 18:04." in texts(view)
    with qtbot.waitSignal(getattr(view, wish), timeout=500):
        press(qtbot, key)


@pytest.mark.parametrize(
    ("obstacle", "offered", "why"),
    [
        (Obstacle.CHANGED, ["Keep what was done", "Start over"], "has changed since"),
        (Obstacle.OVER, ["Keep what was done", "Start over"], "Nothing was left"),
        (Obstacle.GONE, ["Keep what was done"], "there no longer"),
    ],
)
def test_where_it_cannot_go_on_the_panel_says_why(
    view: TodayView, open_page, today, qtbot: QtBot, obstacle: Obstacle, offered, why: str
):
    view.show_today(TodayValues(today, resumption=cut_off(obstacle=obstacle)))
    open_page(view)

    assert buttons(view) == offered
    assert any(why in text and "1 of 3 steps" in text for text in texts(view))
    with qtbot.waitSignal(view.keep_wished, timeout=500):
        press(qtbot, Qt.Key.Key_Space)


def test_keys_of_what_is_not_offered_do_nothing(
    view: TodayView, offered, open_page, make_session, today, qtbot: QtBot
):
    view.show_today(TodayValues(today, offered.offer, past=(PastLine(make_session()),)))
    open_page(view)

    for signal in (view.keep_wished, view.start_over_wished, view.demo_wished):
        with qtbot.assertNotEmitted(signal):
            for key in (Qt.Key.Key_K, Qt.Key.Key_R, Qt.Key.Key_D, Qt.Key.Key_Z):
                press(qtbot, key)


def test_without_any_routine_the_way_to_the_broken_files_is_offered(
    view: TodayView, open_page, today, qtbot: QtBot
):
    view.show_today(TodayValues(today))
    open_page(view)

    assert buttons(view) == ["Open Routines"]
    with qtbot.waitSignal(view.routines_wished, timeout=500):
        press(qtbot, Qt.Key.Key_Space)


def test_the_list_teaches_while_there_is_no_session(
    view: TodayView, offered, open_page, qtbot: QtBot
):
    view.show_today(offered)
    open_page(view)
    row = view.findChild(SessionRow)

    assert row.accessibleName().startswith("Example: Today, After-run cool-down")
    assert row.focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(view.demo_wished, timeout=500):
        press(qtbot, Qt.Key.Key_D)


def test_the_last_sessions_are_read_in_one_sentence_each(
    view: TodayView, offered, open_page, make_session, today
):
    stopped = make_session(
        1, outcome=SessionOutcome.STOPPED, steps_done=2, pain_after=None, speed=20.0
    )
    past = (PastLine(make_session(), "Any time"), PastLine(stopped), PastLine(make_session(400)))
    view.show_today(TodayValues(today, offered.offer, past=past))
    open_page(view)

    assert [row.accessibleName() for row in view.findChildren(SessionRow)] == [
        "Today, Loosen up, 2:05, pain before 4, after 3",
        "Yesterday, Loosen up, at speed 20, 2 of 3 steps, pain before 4, after not said",
        "Fri 10 May 2024, Loosen up, 2:05, pain before 4, after 3",
    ]


def test_a_session_of_the_list_can_be_opened_by_keyboard(
    view: TodayView, offered, open_page, make_session, today, qtbot: QtBot
):
    session = make_session()
    view.show_today(TodayValues(today, offered.offer, past=(PastLine(session),)))
    open_page(view)
    view.findChild(SessionRow).setFocus()

    with qtbot.waitSignal(view.session_opened, timeout=500) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert told.args == [str(session.id)]


def test_the_list_follows_new_sessions_and_keeps_rows_that_stay(
    view: TodayView, offered, open_page, make_session, today
):
    one = PastLine(make_session())
    view.show_today(TodayValues(today, offered.offer, past=(one,)))
    open_page(view)
    row = view.findChild(SessionRow)
    view.show_today(TodayValues(today, offered.offer, sentence="Done.", past=(one,)))
    assert view.findChild(SessionRow) is row

    view.show_today(TodayValues(today, offered.offer, past=(PastLine(make_session(2)), one)))
    shown = [row.accessibleName() for row in view.findChildren(SessionRow) if row.isVisibleTo(view)]
    assert [words.split(",")[0] for words in shown] == ["Thu 12 Jun", "Today"]


@pytest.mark.parametrize(("width", "height"), [(584, 420), (812, 600), (1192, 800), (1832, 1080)])
def test_the_main_button_is_seen_without_scrolling_in_every_window(
    view: TodayView, offered, open_page, width: int, height: int
):
    view.show_today(offered)
    open_page(view, width, height)
    main = view.findChild(NowPanel).main_button

    assert view.rect().contains(main.mapTo(view, main.rect().bottomRight()))
    assert not view.grab().isNull()


def test_a_small_window_leaves_out_the_steps_and_positions(view: TodayView, offered, open_page):
    view.show_today(offered)
    open_page(view, 584, 420)

    shown = texts(view)
    assert "3 steps" not in shown
    assert "mat" in shown


def test_the_main_button_is_seen_beside_the_reminder_in_the_smallest_window(
    view: TodayView, offered, open_page
):
    words = "A file tells of a run at 11:01: 5.1 km · 31:40."
    view.show_today(replace(offered, log=LogPrompt(UUID(int=1), words, is_known=True)))
    open_page(view, 584, 420)
    main = view.findChild(NowPanel).main_button

    assert view.rect().contains(main.mapTo(view, main.rect().bottomRight()))
    assert not any(words in text for text in texts(view))
    view.resize(900, 700)
    assert any(words in text for text in texts(view))


@pytest.mark.parametrize(("width", "height"), [(584, 420), (812, 600), (1192, 800)])
def test_the_main_button_is_seen_below_the_question_about_the_morning(
    view: TodayView, offered, open_page, width: int, height: int
):
    question = MorningQuestion("After yesterday's 8.2 km.")
    view.show_today(replace(offered, morning=question))
    open_page(view, width, height)
    main = view.findChild(NowPanel).main_button
    assert view.rect().contains(main.mapTo(view, main.rect().bottomRight()))
    assert any("8.2 km" in text for text in texts(view)) is (height > 420)
