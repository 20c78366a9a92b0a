import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from routine_player.ui.charts.chooser import Chooser, ChooserBar
from routine_player.ui.widgets.choice import Choice
from routine_player.ui.widgets.segmented import Option

FRUIT = (Option("a", "Apples, red ones"), Option("b", "Pears, green ones"))


@pytest.fixture
def choosers(theme):
    return [Chooser(theme, f"Fruit {number}", FRUIT, "a") for number in range(3)]


@pytest.fixture
def bar(choosers, show):
    bar = ChooserBar(choosers)
    bar.setMinimumWidth(900)
    show(bar)
    return bar


def folded(choosers):
    return [chooser.is_folded for chooser in choosers]


def test_where_there_is_room_all_lie_side_by_side(bar, choosers):
    bar.fit(2000)
    assert folded(choosers) == [False, False, False]


def test_the_last_ones_become_lists_first(bar, choosers):
    wide = choosers[0].width_as(folded=False)
    narrow = choosers[0].width_as(folded=True)
    assert narrow < wide
    bar.fit(wide + 2 * narrow + 30)
    assert folded(choosers) == [False, True, True]
    bar.fit(10)
    assert folded(choosers) == [True, True, True]
    bar.fit(2000)
    assert folded(choosers) == [False, False, False]


def test_a_hidden_one_takes_no_room(bar, choosers):
    choosers[0].hide()
    bar.fit(2 * choosers[1].width_as(folded=False) + 20)
    assert folded(choosers[1:]) == [False, False]


def test_both_shapes_show_and_tell_what_is_chosen(bar, choosers, qtbot):
    chooser = choosers[0]
    chooser.set_value("b")
    chooser.fold(folded=True)
    listed = chooser.findChild(Choice)
    assert listed.value == "b"
    with qtbot.waitSignal(chooser.value_chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Up)
    assert chosen.args == ["a"]
    assert chooser.value == "a"


def test_the_keyboard_stays_where_it_is(bar, choosers):
    chooser = choosers[1]
    chooser.fold(folded=True)
    chooser.findChild(Choice).setFocus()
    chooser.fold(folded=False)
    assert chooser.isAncestorOf(QApplication.focusWidget())
    chooser.fold(folded=True)
    assert chooser.findChild(Choice).hasFocus()
