import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from routine_player.core.red_flags import RED_FLAGS, Urgency
from routine_player.ui.advice.sign_card import SignCard
from routine_player.ui.theme import Theme
from routine_player.ui.views.advice import AdviceView
from routine_player.ui.widgets.label import PlainLabel


def test_each_sign_stands_under_how_soon_it_should_be_looked_at(theme: Theme, open_page):
    view = AdviceView(theme)
    open_page(view)
    cards = [
        {label.text() for label in card.findChildren(PlainLabel)}
        for card in view.findChildren(SignCard)
    ]

    assert "Get help at once" in cards[0]
    assert "See somebody soon" in cards[1]
    for flag in RED_FLAGS:
        at = 0 if flag.urgency is Urgency.AT_ONCE else 1
        assert flag.words in cards[at]
        assert flag.words not in cards[1 - at]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_one_key_closes_the_page(theme: Theme, open_page, qtbot: QtBot, key: Qt.Key):
    view = AdviceView(theme)
    open_page(view)

    with qtbot.waitSignal(view.closed, timeout=500):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_what_does_not_fit_is_scrolled_by_keys(theme: Theme, open_page, qtbot: QtBot):
    view = AdviceView(theme)
    open_page(view, 640, 420)
    bar = view.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() > 0
    seen = []

    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(QApplication.focusWidget(), key)
        seen.append(bar.value())
    qtbot.keyClick(view, Qt.Key.Key_Q)

    assert 0 < seen[0] < seen[1] <= seen[2] == bar.maximum()
    assert seen[3] == 0


def test_cards_stand_side_by_side_where_there_is_room(theme: Theme, open_page):
    view = AdviceView(theme)
    open_page(view, 1280, 800)
    left, right = view.findChildren(SignCard)

    assert left.mapTo(view, left.rect().topRight()).x() < right.mapTo(view, right.pos()).x()
    assert left.y() == right.y()
    assert view.findChild(QScrollArea).verticalScrollBar().maximum() == 0
