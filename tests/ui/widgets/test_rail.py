import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.rail import Rail, RailEntry

PAGES = [
    RailEntry("today", "Today", "sun", "Ctrl 1"),
    RailEntry("routines", "Routines", "rows"),
    RailEntry("history", "History", "chart-line"),
]
LAST = [RailEntry("settings", "Settings", "gear-six")]


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme, PAGES, LAST)
    qtbot.addWidget(made)
    made.resize(made.width(), 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def items(rail: Rail) -> list[QAbstractButton]:
    return rail.findChildren(QAbstractButton)


def test_pressing_a_page_wishes_for_it_and_marks_nothing_yet(rail: Rail, qtbot: QtBot):
    rail.show_page("today")

    with qtbot.waitSignal(rail.page_chosen) as chosen:
        qtbot.mouseClick(items(rail)[2], Qt.MouseButton.LeftButton)

    assert chosen.args == ["history"]
    assert rail.page == "today"
    assert [item.isChecked() for item in items(rail)] == [True, False, False, False]


def test_the_open_page_is_marked(rail: Rail, count_of):
    rail.show_page("routines")

    assert rail.page == "routines"
    assert count_of(items(rail)[1], LIGHT.tint) > 1000
    assert count_of(items(rail)[0], LIGHT.tint) == 0


def test_a_page_outside_the_rail_marks_none(rail: Rail):
    rail.show_page("today")
    rail.show_page("player")

    assert not any(item.isChecked() for item in items(rail))


def test_arrows_move_and_enter_opens(rail: Rail, qtbot: QtBot):
    rail.show_page("today")
    items(rail)[0].setFocus()

    with qtbot.assertNotEmitted(rail.page_chosen):
        qtbot.keyClick(items(rail)[0], Qt.Key.Key_Down)
        qtbot.keyClick(items(rail)[1], Qt.Key.Key_F9)
    assert items(rail)[1].hasFocus()

    with qtbot.waitSignal(rail.page_chosen) as chosen:
        qtbot.keyClick(items(rail)[1], Qt.Key.Key_Return)
    assert chosen.args == ["routines"]


def test_the_settings_stand_at_the_bottom(rail: Rail):
    bottom = items(rail)[3].mapTo(rail, items(rail)[3].rect().bottomLeft())

    assert rail.height() - bottom.y() <= 13


def test_words_vanish_in_a_narrow_window(rail: Rail, theme: Theme):
    assert rail.width() == 88

    theme.fit(QSize(700, 800))

    assert rail.width() == 56
    assert items(rail)[0].toolTip() == "Today (Ctrl 1)"
    assert items(rail)[1].toolTip() == "Routines"
    assert items(rail)[1].accessibleName() == "Routines"


def test_a_low_window_scrolls_to_what_has_the_focus(rail: Rail, qtbot: QtBot):
    rail.resize(rail.width(), 150)
    items(rail)[0].setFocus()

    qtbot.keyClick(items(rail)[0], Qt.Key.Key_End)

    last = items(rail)[3]
    top = last.mapTo(rail, last.rect().topLeft()).y()
    assert top >= 0
    assert top + last.height() <= rail.height()
