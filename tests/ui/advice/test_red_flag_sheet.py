import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from routine_player.core.red_flags import RED_FLAGS, Urgency
from routine_player.ui.advice.flag_row import FlagRow
from routine_player.ui.advice.red_flag_sheet import RedFlagSheet
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.banner import Banner
from routine_player.ui.widgets.button import Button

AT_ONCE = next(flag.name for flag in RED_FLAGS if flag.urgency is Urgency.AT_ONCE)
SOON = next(flag.name for flag in RED_FLAGS if flag.urgency is Urgency.SOON)


@pytest.fixture
def sheet(theme: Theme, show) -> RedFlagSheet:
    page = QWidget()
    show(page, width=1000, height=800)
    made = RedFlagSheet(theme, page)
    made.ask()
    return made


def row(sheet: RedFlagSheet, name: str) -> FlagRow:
    return next(one for one in sheet.findChildren(FlagRow) if one.flag.name == name)


def offered(sheet: RedFlagSheet) -> set[str]:
    return {one.label for one in sheet.findChildren(Button) if one.isVisible()}


def said(sheet: RedFlagSheet) -> str:
    banner = sheet.findChild(Banner)
    return banner.text if banner.isVisible() else ""


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def double_click(qtbot: QtBot, button: Button) -> None:
    """Give a button the second half of a double click."""
    centre = button.rect().center()
    half = QMouseEvent(
        QMouseEvent.Type.MouseButtonDblClick,
        centre,
        button.mapToGlobal(centre),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(button, half)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_every_sign_is_asked_for_in_its_own_words(sheet: RedFlagSheet):
    asked = [one.accessibleName() for one in sheet.findChildren(FlagRow)]

    assert asked == [flag.words for flag in RED_FLAGS]


def test_one_key_says_that_none_is_so(sheet: RedFlagSheet, qtbot: QtBot):
    with qtbot.waitSignal(sheet.cleared, timeout=500):
        press(qtbot, Qt.Key.Key_N)

    assert not sheet.is_open


def test_enter_pressed_twice_does_not_pass_the_question(sheet: RedFlagSheet, qtbot: QtBot):
    with qtbot.assertNotEmitted(sheet.cleared):
        press(qtbot, Qt.Key.Key_Return)

    assert sheet.is_open
    assert isinstance(QApplication.focusWidget(), FlagRow)


def test_a_sign_that_needs_help_at_once_offers_no_start(sheet: RedFlagSheet, qtbot: QtBot):
    row(sheet, SOON).click()
    row(sheet, AT_ONCE).click()

    assert said(sheet).startswith("Get medical help now")
    assert offered(sheet) == {"Read whom to see", "Back"}
    assert sheet.ticked == (AT_ONCE, SOON)
    with qtbot.assertNotEmitted(sheet.cleared):
        press(qtbot, Qt.Key.Key_N)


def test_a_sign_for_soon_leaves_the_choice_to_the_person(sheet: RedFlagSheet, qtbot: QtBot):
    row(sheet, SOON).click()

    assert said(sheet).startswith("Let a doctor or physiotherapist")
    anyway = next(one for one in sheet.findChildren(Button) if one.label == "Start all the same")
    assert anyway.isVisible()
    with qtbot.waitSignal(sheet.cleared, timeout=500):
        anyway.click()


def test_taking_a_tick_back_leads_back_to_none_of_these(sheet: RedFlagSheet):
    row(sheet, AT_ONCE).click()
    row(sheet, AT_ONCE).click()

    assert said(sheet) == ""
    assert offered(sheet) == {"None of these", "Read whom to see", "Back"}


def test_r_reads_whom_to_see_and_the_sheet_stays(sheet: RedFlagSheet, qtbot: QtBot):
    with qtbot.waitSignal(sheet.advice_wished, timeout=500):
        press(qtbot, Qt.Key.Key_R)

    assert sheet.is_open


def test_esc_goes_back_without_an_answer(sheet: RedFlagSheet, qtbot: QtBot):
    with qtbot.assertNotEmitted(sheet.cleared):
        press(qtbot, Qt.Key.Key_Escape)

    assert not sheet.is_open


def test_it_asks_anew_with_nothing_ticked(sheet: RedFlagSheet):
    row(sheet, SOON).click()
    sheet.close_sheet()
    sheet.ask()

    assert sheet.ticked == ()


@pytest.mark.parametrize(("width", "height"), [(640, 420), (900, 600), (1280, 800)])
def test_the_answer_is_seen_without_scrolling_in_every_window(
    theme: Theme, show, width: int, height: int
):
    page = QWidget()
    window = show(page, width=width, height=height)
    made = RedFlagSheet(theme, page)
    made.ask()
    QApplication.processEvents()
    labels = {"None of these", "Read on"}
    shown = [
        one for one in made.findChildren(Button) if one.label in labels and one.isVisibleTo(page)
    ]

    (button,) = shown
    assert made.panel_area.contains(button.mapTo(window, button.rect().center()))


def test_none_of_these_comes_once_the_last_sign_was_in_view(theme: Theme, show, qtbot: QtBot):
    page = QWidget()
    show(page, width=640, height=420)
    made = RedFlagSheet(theme, page, of_a_log=True)
    told: list[tuple[str, ...]] = []
    made.answered.connect(told.append)
    made.ask()
    QApplication.processEvents()
    assert "None of these" not in offered(made)

    further = next(one for one in made.findChildren(Button) if one.label == "Read on")
    double_click(qtbot, further)  # of whom the first half saved the run
    assert not made.is_at_end
    assert row(made, RED_FLAGS[0].name).mapTo(made, QPoint()).y() > made.panel_area.top()

    presses = 0
    while "None of these" not in offered(made):
        press(qtbot, Qt.Key.Key_N)
        presses += 1
        assert presses < 20
    QApplication.processEvents()
    last = row(made, RED_FLAGS[-1].name)
    none = next(one for one in made.findChildren(Button) if one.label == "None of these")
    assert last.mapTo(made, last.rect().bottomLeft()).y() < none.mapTo(made, QPoint()).y()
    assert told == []
    press(qtbot, Qt.Key.Key_N)
    assert told == [()]

    made.ask()
    assert "None of these" not in offered(made)


def test_the_second_half_of_a_double_click_does_not_say_that_none_is_so(
    sheet: RedFlagSheet, qtbot: QtBot
):
    none = next(one for one in sheet.findChildren(Button) if one.label == "None of these")
    with qtbot.assertNotEmitted(sheet.cleared):
        double_click(qtbot, none)
    with qtbot.waitSignal(sheet.cleared, timeout=500):
        qtbot.mouseClick(none, Qt.MouseButton.LeftButton)


def test_long_words_get_a_second_line_and_are_never_cut(theme: Theme, show):
    flag = max(RED_FLAGS, key=lambda one: len(one.words))
    made = FlagRow(theme, flag)
    made.setFixedWidth(260)
    show(made)

    assert made.heightForWidth(260) > made.heightForWidth(900)
    before = made.grab().toImage()
    made.click()
    assert made.grab().toImage() != before
