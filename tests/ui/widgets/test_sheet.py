import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.sheet import Sheet


@pytest.fixture
def behind(theme: Theme) -> Button:
    return Button(theme, "It hurts", key="H")


@pytest.fixture
def window(show, behind: Button) -> QWidget:
    made = show(behind, QLineEdit(), width=1000, height=700)
    behind.setFocus()
    return made


@pytest.fixture
def first(theme: Theme) -> Button:
    return Button(theme, "Skip this step")


@pytest.fixture
def sheet(theme: Theme, window: QWidget, first: Button) -> Sheet:
    made = Sheet(theme, window, "Where does it hurt?", lead="Two keys.", close_label="Back")
    made.content.addWidget(first)
    made.content.addWidget(QLineEdit())
    return made


def test_a_sheet_covers_the_window_and_takes_the_focus(
    sheet: Sheet, window: QWidget, first: Button
):
    assert not sheet.is_open

    sheet.open_sheet()

    assert sheet.is_open
    assert sheet.geometry() == window.rect()
    assert first.hasFocus()


def test_a_sheet_may_say_what_gets_the_focus(sheet: Sheet):
    line = sheet.findChild(QLineEdit)

    sheet.open_sheet(line)

    assert line.hasFocus()


def test_escape_closes_it_and_gives_the_focus_back(sheet: Sheet, behind: Button, qtbot: QtBot):
    sheet.open_sheet()

    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.findChild(QLineEdit), Qt.Key.Key_Escape)

    assert not sheet.is_open
    assert behind.hasFocus()


def test_the_button_closes_it_too(sheet: Sheet, behind: Button, qtbot: QtBot):
    sheet.open_sheet()
    (back,) = [button for button in sheet.findChildren(Button) if button.label == "Back"]

    with qtbot.waitSignal(sheet.closed):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert behind.hasFocus()


def test_closing_a_closed_sheet_tells_nothing(sheet: Sheet, qtbot: QtBot):
    with qtbot.assertNotEmitted(sheet.closed):
        sheet.close_sheet()


def test_what_had_the_focus_may_be_gone_when_the_sheet_closes(
    sheet: Sheet, behind: Button, qtbot: QtBot
):
    sheet.open_sheet()
    behind.deleteLater()
    qtbot.wait(1)

    with qtbot.waitSignal(sheet.closed):
        sheet.close_sheet()


def test_tab_never_leaves_the_sheet(sheet: Sheet, first: Button, qtbot: QtBot):
    sheet.open_sheet()
    seen = [first]
    for _ in range(3):
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(sheet.window().focusWidget())

    assert all(sheet.isAncestorOf(widget) for widget in seen)
    assert len({id(widget) for widget in seen[:3]}) == 3
    assert seen[3] is first


def test_tab_goes_backwards_too(sheet: Sheet, first: Button, qtbot: QtBot):
    sheet.open_sheet()

    qtbot.keyClick(first, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)

    assert sheet.window().focusWidget().label == "Back"
    qtbot.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Tab)
    assert first.hasFocus()


def test_the_page_behind_hears_no_key(sheet: Sheet, window: QWidget, qtbot: QtBot):
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence("S"), window)
    shortcut.activated.connect(lambda: heard.append("shortcut"))
    window.keyPressEvent = lambda event: heard.append(event.text())
    qtbot.keyClick(window, Qt.Key.Key_S)
    assert heard == ["shortcut"]
    heard.clear()

    sheet.open_sheet()
    with qtbot.waitSignal(sheet.key_pressed) as pressed:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_S)

    assert pressed.args == [Qt.Key.Key_S]
    assert heard == []
    sheet.close_sheet()
    qtbot.keyClick(window, Qt.Key.Key_S)
    assert heard == ["shortcut"]


def test_the_page_behind_hears_no_mouse(sheet: Sheet, behind: Button, qtbot: QtBot):
    sheet.open_sheet()
    place = behind.mapTo(sheet.window(), behind.rect().center())

    with qtbot.assertNotEmitted(behind.clicked):
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.mapFromParent(place))

    assert sheet.window().childAt(place) is sheet
    assert sheet.is_open


def test_it_follows_the_window(sheet: Sheet, window: QWidget, qtbot: QtBot):
    sheet.open_sheet()

    window.resize(640, 420)
    qtbot.waitUntil(lambda: sheet.width() == 640)

    assert window.rect().contains(sheet.panel_area)


def test_what_comes_later_makes_the_panel_higher(sheet: Sheet, qtbot: QtBot):
    sheet.open_sheet()
    before = sheet.panel_area.height()
    tall = QLabel()
    tall.setFixedHeight(120)

    sheet.content.addWidget(tall)

    qtbot.waitUntil(lambda: sheet.panel_area.height() >= before + 120)
    place = tall.rect().translated(tall.mapTo(sheet, QPoint()))
    assert sheet.panel_area.contains(place)
    assert sheet.shows_all


def test_what_does_not_fit_is_scrolled_and_tab_brings_it_into_view(
    sheet: Sheet, window: QWidget, theme: Theme, first: Button, qtbot: QtBot
):
    for number in range(20):
        sheet.content.addWidget(Button(theme, f"Site {number}"))
    sheet.open_sheet()
    assert sheet.panel_area.height() <= window.height()

    now = first
    for _ in range(16):
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        now = window.focusWidget()

    top = now.mapTo(window, now.rect().topLeft())
    assert sheet.panel_area.contains(top)


def test_a_second_sheet_lies_above_the_first(
    sheet: Sheet, theme: Theme, window: QWidget, first: Button
):
    sheet.open_sheet()
    second = Sheet(theme, window, "Whom to see")

    second.open_sheet()
    assert window.childAt(5, 5) is second
    second.close_sheet()

    assert sheet.is_open
    assert first.hasFocus()


def test_a_sheet_with_nothing_to_press_still_hears_escape(
    theme: Theme, window: QWidget, qtbot: QtBot
):
    sheet = Sheet(theme, window, "Wait")
    for button in sheet.findChildren(Button):
        button.hide()
    sheet.open_sheet()
    assert sheet.hasFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.hasFocus()

    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_sheet_can_say_something_else(sheet: Sheet):
    sheet.open_sheet()
    sheet.say("<b>Stopped</b>", "")

    assert sheet.accessibleName() == "<b>Stopped</b>"


def test_the_scrim_darkens_what_is_behind(sheet: Sheet, window: QWidget):
    bright = window.grab().toImage().pixelColor(3, 3).lightness()

    sheet.open_sheet()

    image = window.grab().toImage()
    assert image.pixelColor(3, 3).lightness() < bright - 80
    assert image.pixelColor(sheet.panel_area.center().x(), sheet.panel_area.top() + 4) == (
        LIGHT.raised
    )


def test_what_is_behind_outlives_the_sheet(sheet: Sheet, window: QWidget, qtbot: QtBot):
    item = window.layout().itemAt(0)  # made by Qt: PySide drops it with what it takes for its owner
    sheet.open_sheet()
    qtbot.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_Tab)
    sheet.close_sheet()
    sheet.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert isValid(item)
    assert isValid(window)
    assert item.sizeHint().isValid()
