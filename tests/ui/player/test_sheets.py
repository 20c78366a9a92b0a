"""The questions of the player: by keys, by mouse, and left without an answer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from routine_player.core.choices import Position
from routine_player.core.keys import PLAYER_KEYS
from routine_player.core.scene import Picture
from routine_player.core.session import Command
from routine_player.core.sites import SITES
from routine_player.ui.player.answer_card import AnswerCard
from routine_player.ui.player.player_sheet import SheetRoom
from routine_player.ui.player.sheets import Sheets
from routine_player.ui.player.values import HurtAnswer, HurtQuestion
from routine_player.ui.widgets.key_hint import KeyHint

QUESTION = HurtQuestion(
    exercise="Half-kneeling hip-flexor stretch",
    side="Left side",
    easier="Glute bridge",
    easier_detail="12 reps",
    easier_picture=Picture("glute-bridge", "Glute bridge", Position.SUPINE),
    next_words="Couch stretch",
)

SIGNALS = (
    "hurt_answered",
    "interruption_answered",
    "stop_confirmed",
    "stop_declined",
    "advice_wished",
    "keys_closed",
)


@pytest.fixture
def window(open_in_window) -> QWidget:
    return open_in_window(QWidget())


@pytest.fixture
def told() -> list:
    return []


@pytest.fixture
def sheets(theme, pictures, window, told) -> Sheets:
    made = Sheets(theme, pictures, window)
    for name in SIGNALS:
        getattr(made, name).connect(lambda *args, name=name: told.append((name, *args)))
    return made


@pytest.fixture
def press(qtbot, sheets):
    def keys(*pressed):
        for key in pressed:
            if isinstance(key, str):
                qtbot.keyClicks(sheets.open_sheet.focusWidget() or sheets.open_sheet, key)
            else:
                qtbot.keyClick(sheets.open_sheet, key)

    return keys


@pytest.mark.parametrize(
    ("key", "then"), [("e", Command.EASIER), ("n", Command.NEXT), ("q", Command.STOP)]
)
def test_three_keys_say_where_how_much_and_what_then(sheets, press, told, key, then):
    sheets.ask_hurt(QUESTION)
    press("3", "5", key)

    assert told == [("hurt_answered", HurtAnswer("lower-back-right", 5, then))]
    assert sheets.open_sheet is None


def test_pain_is_never_a_gate(sheets, press, told):
    sheets.ask_hurt(QUESTION)
    press("n")

    assert told == [("hurt_answered", HurtAnswer(None, None, Command.NEXT))]


def test_escape_goes_on_with_what_was_left_and_keeps_what_was_said(sheets, press, told):
    sheets.ask_hurt(QUESTION)
    press("1", "2", Qt.Key.Key_Escape)

    assert told == [("hurt_answered", HurtAnswer("lower-back-left", 2, Command.GO_ON))]


def test_the_mouse_may_answer_in_any_order(sheets, told):
    sheets.ask_hurt(QUESTION)
    sheet = sheets.open_sheet
    sheet._scores.score_chosen.emit(7)
    assert sheet.form.score == 7
    row = next(row for row in sheet._sites._rows if row.site.name == "front")
    row.click()
    assert sheet._sites.chosen == "front"
    sheet.cards[0].click()

    assert told == [("hurt_answered", HurtAnswer("front", 7, Command.EASIER))]


def test_backspace_corrects_the_last_answer(sheets, press, told):
    sheets.ask_hurt(QUESTION)
    press("3", "5", Qt.Key.Key_Backspace, "6", "n")

    assert told == [("hurt_answered", HurtAnswer("lower-back-right", 6, Command.NEXT))]


def test_a_second_question_starts_with_nothing_filled_in(sheets, press):
    sheets.ask_hurt(QUESTION)
    press("3", "5", "n")
    sheets.ask_hurt(QUESTION)

    assert sheets.open_sheet.form.site is None
    assert sheets.open_sheet._scores.score is None
    assert sheets.open_sheet._sites.chosen is None


def test_without_an_easier_exercise_the_next_step_is_offered_first(sheets, press, told):
    sheets.ask_hurt(HurtQuestion("Plank", next_words="Bird-dog"))
    easier, following, _ = sheets.open_sheet.cards
    assert not easier.isVisible()
    assert following.is_offered
    assert following.detail == "Bird-dog"

    press("e")
    assert told == []


def test_the_line_on_numbness_opens_the_advice_and_the_question_stays(sheets, press, told):
    sheets.ask_hurt(QUESTION)
    press("r")
    sheets.open_sheet._advice.click()

    assert told == [("advice_wished",), ("advice_wished",)]
    assert sheets.open_sheet is not None


def test_arrows_move_among_the_sites_and_space_chooses_one(sheets, qtbot):
    sheets.ask_hurt(QUESTION)
    sheet = sheets.open_sheet
    sheet._sites._rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(sheet._sites._rows[0], Qt.Key.Key_Down)
    assert sheet._sites._rows[1].hasFocus()

    qtbot.keyClick(sheet._sites._rows[1], Qt.Key.Key_Space)
    assert sheet.form.site == SITES[1].name


@pytest.mark.parametrize("size", [(640, 400), (640, 420), (900, 600), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("asks", ["hurt", "interrupted", "stop", "keys"])
def test_every_sheet_fits_into_every_window_without_scrolling(sheets, window, size, asks):
    window.resize(*size)
    opens = {
        "hurt": lambda: sheets.ask_hurt(QUESTION),
        "interrupted": lambda: sheets.ask_interrupted("12 min"),
        "stop": sheets.ask_stop,
        "keys": sheets.show_keys,
    }
    opens[asks]()
    QApplication.processEvents()

    assert window.rect().contains(sheets.open_sheet.panel_area)
    area = sheets.open_sheet._panel._area
    assert area.widget().height() <= area.viewport().height()


def test_pictures_go_first_when_the_window_shrinks_then_second_lines(sheets, window):
    sheets.ask_hurt(QUESTION)
    card = sheets.open_sheet.cards[0]
    heights = []
    for size in [(1280, 800), (900, 600), (640, 420)]:
        window.resize(*size)
        heights.append(card.sizeHint().height())

    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("r", Command.REDO),
        ("c", Command.CONTINUE),
        (Qt.Key.Key_Space, Command.CONTINUE),
        ("n", Command.SKIP),
        ("h", Command.HURT),
    ],
)
def test_one_key_goes_on_after_the_computer_slept(sheets, press, told, key, command):
    sheets.ask_interrupted("12 min")
    press(key)

    assert told == [("interruption_answered", command)]
    assert sheets.open_sheet is None


def test_the_cards_after_a_sleep_do_what_their_keys_do(sheets, told):
    for _ in range(3):
        sheets.ask_interrupted("12 min")
        sheets.open_sheet.cards[len(told)].click()

    assert [command for _, command in told] == [Command.CONTINUE, Command.REDO, Command.SKIP]


def test_the_sheet_after_a_sleep_says_how_long_it_was(sheets):
    sheets.ask_interrupted("12 min")

    assert sheets.open_sheet._panel._lead.text() == "The computer was away for 12 min."


def test_escape_after_a_sleep_asks_whether_to_stop_and_comes_back(sheets, press, told):
    sheets.ask_interrupted("12 min")
    asked = sheets.open_sheet
    press(Qt.Key.Key_Escape)
    assert sheets.open_sheet is not asked

    press(Qt.Key.Key_Escape)
    assert sheets.open_sheet is asked
    assert told == []

    press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert told == [("stop_confirmed",)]
    assert sheets.open_sheet is None


def test_enter_stops_and_escape_goes_on(sheets, press, told):
    sheets.ask_stop()
    press(Qt.Key.Key_Escape)
    sheets.ask_stop()
    press(Qt.Key.Key_Return)
    sheets.ask_stop()
    sheets.open_sheet.stop_button.click()

    assert told == [("stop_declined",), ("stop_confirmed",), ("stop_confirmed",)]


def test_space_does_not_stop(sheets, press, told):
    sheets.ask_stop()
    press(Qt.Key.Key_Space)

    assert told == []
    assert sheets.open_sheet is not None


def test_all_keys_of_the_table_are_on_the_sheet(sheets):
    sheets.show_keys()

    hints = sheets.open_sheet.findChildren(KeyHint)
    assert [hint.key for hint in hints] == [key.label for key in PLAYER_KEYS]


@pytest.mark.parametrize("key", ["?", Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_key_sheet_closes_by_the_keys_one_tries(sheets, press, told, key):
    sheets.show_keys()
    press(key)

    assert told == [("keys_closed",)]
    assert sheets.open_sheet is None


def test_a_question_that_is_over_is_taken_away_without_an_answer(sheets, told):
    sheets.ask_hurt(QUESTION)
    sheets.dismiss()
    sheets.ask_interrupted("3 s")
    sheets.dismiss()
    sheets.ask_stop()
    sheets.dismiss()

    assert told == []
    assert sheets.open_sheet is None


def test_the_last_question_takes_the_place_of_the_one_before(sheets):
    sheets.ask_interrupted("3 s")
    sheets.ask_hurt(QUESTION)

    assert sheets.open_sheet.accessibleName() == "Stopped. Where does it hurt?"


def test_a_key_held_down_answers_once(sheets, qtbot, told, window):
    sheets.ask_hurt(QUESTION)
    none = Qt.KeyboardModifier.NoModifier
    for repeats in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_3, none, "3", repeats)
        QApplication.sendEvent(sheets.open_sheet, event)

    assert sheets.open_sheet.form.score is None


def test_a_card_without_a_picture_shows_its_icon(theme, open_in_window):
    card = AnswerCard(theme, "Skip", icon="skip-forward", key="N", detail="To what comes next")
    open_in_window(card, 400, 88)
    with_icon = card.grab().toImage()
    card.set_pictured(pictured=False)

    assert card.accessibleName() == "Skip"
    assert card.accessibleDescription() == "To what comes next"
    assert card.grab().toImage() != with_icon


def test_sheets_know_three_sizes_of_windows(sheets, window):
    rooms = []
    for size in [(640, 420), (900, 600), (1280, 800)]:
        window.resize(*size)
        sheets.show_keys()
        rooms.append(sheets.open_sheet._room)
        sheets.dismiss()

    assert rooms == [SheetRoom.SMALL, SheetRoom.MIDDLE, SheetRoom.ROOMY]
