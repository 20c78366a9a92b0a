"""The player tells what a person wants, whatever has the focus, and decides nothing."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from routine_player.core.keys import Wish
from routine_player.core.session import Command
from routine_player.core.timeline import PhaseKind
from routine_player.ui.player.values import HurtAnswer, HurtQuestion
from routine_player.ui.views.player import PlayerView


@pytest.fixture
def view(theme, pictures, open_page, shown) -> PlayerView:
    """A view that shows work that runs."""
    shown.skip_to(lambda session: session.phase.kind is PhaseKind.WORK)
    made = PlayerView(theme, pictures)
    shown.give(made)
    open_page(made)
    made.setFocus()
    return made


@pytest.fixture
def told(view) -> list:
    told = []
    view.command_wished.connect(told.append)
    view.wish_made.connect(told.append)
    return told


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        (Qt.Key.Key_Space, Command.PAUSE),
        (Qt.Key.Key_Right, Command.SKIP),
        (Qt.Key.Key_Left, Command.RESTART),
        (Qt.Key.Key_Up, Command.EXTEND),
        (Qt.Key.Key_Down, Command.SHORTEN),
        (Qt.Key.Key_S, Command.SWITCH_SIDE),
        (Qt.Key.Key_H, Command.HURT),
        (Qt.Key.Key_R, Wish.SAY_AGAIN),
        (Qt.Key.Key_M, Wish.MUTE),
        (Qt.Key.Key_F, Wish.FULL_SCREEN),
        (Qt.Key.Key_Escape, Wish.STOP),
        (Qt.Key.Key_Question, Wish.SHOW_KEYS),
    ],
)
def test_each_key_asks_for_what_the_table_says(view, told, qtbot, key, meant):
    qtbot.keyClick(view, key)

    assert told == [meant]


def test_what_is_not_allowed_is_not_asked_for(view, told, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Return)  # timed work cannot be done early
    assert told == []

    view.show_allowed(frozenset({Command.DONE}))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert told == [Command.DONE]


def test_space_pauses_and_goes_on_again(view, told, qtbot, shown):
    qtbot.keyClick(view, Qt.Key.Key_Space)
    shown.command(Command.PAUSE)
    shown.give(view)
    qtbot.keyClick(view, Qt.Key.Key_Space)

    assert told == [Command.PAUSE, Command.RESUME]


def test_space_on_a_button_with_the_focus_is_the_sessions_and_comes_once(view, told, qtbot):
    for button in view.page.buttons:
        if button.isVisible() and button.isEnabled():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(button, Qt.Key.Key_Space)
            assert told == [Command.PAUSE], button.accessibleName()
            told.clear()


def test_keys_mean_the_same_while_a_button_has_the_focus(view, told, qtbot):
    button = view.page.hurt.buttons[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_M, Qt.Key.Key_Escape):
        qtbot.keyClick(button, key)

    assert told == [Command.SKIP, Command.EXTEND, Wish.MUTE, Wish.STOP]


def test_enter_presses_a_button_that_was_reached_by_tab(view, told, qtbot):
    button = view.page.hurt.buttons[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert told == [Command.HURT]


def test_a_click_presses_a_button_and_leaves_the_focus_where_it_was(view, told, qtbot):
    qtbot.mouseClick(view.page.controls.pause, Qt.MouseButton.LeftButton)

    assert told == [Command.PAUSE]
    assert view.hasFocus()


def test_every_button_asks_for_the_same_as_its_key(view, told):
    view.show_voice("Voice: full")
    for button in (*view.page.buttons, view.page.voice.button):
        if button.isVisible():
            button.click()

    assert told == [
        Wish.MUTE,
        Wish.FULL_SCREEN,
        Wish.SHOW_KEYS,
        Wish.STOP,
        Command.SWITCH_SIDE,
        Command.HURT,
        Wish.SAY_AGAIN,
        Command.SHORTEN,
        Command.RESTART,
        Command.PAUSE,
        Command.SKIP,
        Command.EXTEND,
        Wish.MUTE,
    ]


def test_a_key_held_down_counts_once(view, told):
    for repeats in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeats
        )
        QApplication.sendEvent(view, event)

    assert told == [Command.PAUSE]


def test_keys_that_mean_nothing_here_are_left_to_the_window(view):
    for key, modifier in [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier),
    ]:
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, "")
        event.accept()
        view.keyPressEvent(event)
        assert not event.isAccepted()


def test_tab_goes_from_the_page_to_its_first_button_and_on(view, qtbot):
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())

    assert seen == ["Mute", "Full screen", "Keys", "Stop"]


def test_while_a_question_is_open_the_sessions_keys_rest(view, told, qtbot):
    view.ask_stop()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_H):
        qtbot.keyClick(view.sheets.open_sheet, key)

    assert told == []


def test_answers_come_out_of_the_view(view, qtbot):
    question = HurtQuestion("Plank", next_words="Bird-dog")
    view.ask_hurt(question)
    with qtbot.waitSignal(view.hurt_answered) as answered:
        qtbot.keyClicks(view.sheets.open_sheet, "34n")
    assert answered.args == [HurtAnswer("lower-back-right", 4, Command.NEXT)]

    view.ask_interrupted("12 min")
    with qtbot.waitSignal(view.interruption_answered) as answered:
        qtbot.keyClicks(view.sheets.open_sheet, "c")
    assert answered.args == [Command.CONTINUE]

    view.ask_stop()
    with qtbot.waitSignal(view.stop_declined):
        qtbot.keyClick(view.sheets.open_sheet, Qt.Key.Key_Escape)

    view.ask_stop()
    with qtbot.waitSignal(view.stop_confirmed):
        qtbot.keyClick(view.sheets.open_sheet, Qt.Key.Key_Return)

    view.show_keys()
    with qtbot.waitSignal(view.keys_closed):
        qtbot.keyClicks(view.sheets.open_sheet, "?")

    view.ask_hurt(question)
    with qtbot.waitSignal(view.advice_wished):
        qtbot.keyClicks(view.sheets.open_sheet, "r")
    view.sheets.dismiss()
    assert view.sheets.open_sheet is None


def test_after_a_question_the_keys_are_the_sessions_again(view, told, qtbot):
    view.show_keys()
    qtbot.keyClick(view.sheets.open_sheet, Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert told == [Command.PAUSE]


def test_sheets_cover_the_window_and_follow_its_size(view):
    view.ask_stop()
    view.window().resize(900, 600)

    assert view.sheets.open_sheet.size() == view.window().size()


def test_what_is_shown_goes_to_the_page(view):
    view.show_muted(True)
    view.show_notice("Not saved.")

    assert view.page.voice.button.label == "Muted"
    assert view.page.banner.text == "Not saved."


class Painted(QObject):
    """Notes what is painted of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.areas = []
        widget.installEventFilter(self)

    def eventFilter(self, _, event):
        if event.type() == QEvent.Type.Paint:
            self.areas.append(event.region().boundingRect())
        return False


def test_moments_between_two_pixels_paint_nothing(view, shown):
    parts = view.page.column.ring, view.page.top.bar, view.page.title, view.page.controls
    painted = [Painted(part) for part in parts]
    shown.pass_s(2.3)
    view.show_moment(shown.moment)
    QApplication.processEvents()
    for one in painted:
        one.areas.clear()

    before = view.page.column.ring.state
    for _ in range(3):
        shown.pass_s(0.0001)
        view.show_scene(shown.scene)
        view.show_allowed(shown.allowed)
        view.show_moment(shown.moment)
        QApplication.processEvents()

    assert view.page.column.ring.state != before  # it was told
    assert [one.areas for one in painted] == [[], [], [], []]


def test_a_moment_paints_the_end_of_the_arc_and_no_more(view, shown):
    ring = view.page.column.ring
    painted = Painted(ring)
    shown.pass_s(2.3)
    view.show_moment(shown.moment)
    QApplication.processEvents()
    painted.areas.clear()

    shown.pass_s(0.2)
    view.show_moment(shown.moment)
    QApplication.processEvents()

    assert painted.areas
    whole = ring.width() * ring.height()
    assert all(area.width() * area.height() < whole / 10 for area in painted.areas)
