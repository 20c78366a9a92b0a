import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.shell.toast import Toast
from routine_player.ui.theme import Theme


@pytest.fixture
def host(show) -> QWidget:
    return show(width=780, height=600)


@pytest.fixture
def toast(theme: Theme, host: QWidget) -> Toast:
    return Toast(theme, host)


def test_a_toast_says_what_was_done_and_offers_undo(toast: Toast, qtbot: QtBot):
    toast.say("Session deleted", undoable=True)

    assert toast.text == "Session deleted"
    with qtbot.waitSignal(toast.undo_wished):
        qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)


def test_a_toast_without_undo_has_no_button_for_it(toast: Toast):
    toast.say("Copied", undoable=False)

    assert not toast._undo.isVisible()
    assert toast.isVisible()


def test_a_toast_lies_in_the_middle_of_the_lower_edge(toast: Toast, host: QWidget):
    toast.say("Session deleted", undoable=True)

    assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1
    assert toast._words.shown_text == "Session deleted"


def test_a_toast_follows_its_window(toast: Toast, host: QWidget, qtbot: QtBot):
    toast.say("Session deleted", undoable=True)
    before = toast.geometry()

    host.resize(700, 500)

    qtbot.waitUntil(lambda: toast.geometry() != before)
    assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1


def test_a_toast_makes_room_for_its_key(toast: Toast, theme: Theme):
    theme.fit(QSize(640, 420))
    toast.say("Session deleted", undoable=True)

    theme.fit(QSize(1280, 800))

    assert toast._words.shown_text == "Session deleted"


def test_a_long_text_is_cut_and_leaves_room_for_undo(toast: Toast, host: QWidget):
    toast.say("A very long name of a routine " * 10, undoable=True)

    assert toast._words.shown_text.endswith("…")
    assert host.rect().contains(toast.geometry().adjusted(40, 40, -40, -40))


def test_a_toast_leaves_when_its_time_is_over(toast: Toast):
    toast.say("Session deleted", undoable=True)

    toast._until.timeout.emit()

    assert toast.text == ""


@pytest.mark.parametrize("way", ["cross", "escape"])
def test_a_toast_can_be_sent_away(toast: Toast, qtbot: QtBot, way: str):
    toast.say("Session deleted", undoable=True)

    if way == "cross":
        qtbot.mouseClick(toast._cross, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(toast._undo, Qt.Key.Key_Escape)

    assert not toast.isVisible()


def test_other_keys_leave_a_toast_where_it_is(toast: Toast, qtbot: QtBot):
    toast.say("Session deleted", undoable=True)

    qtbot.keyClick(toast._undo, Qt.Key.Key_A)

    assert toast.isVisible()


def test_a_toast_waits_for_the_mouse(toast: Toast):
    toast.say("Session deleted", undoable=True)
    middle = QPointF(10, 10)

    toast.enterEvent(QEnterEvent(middle, middle, middle))
    assert not toast._until.isActive()

    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast._until.isActive()


def test_a_toast_waits_for_the_keyboard(toast: Toast):
    toast.say("Session deleted", undoable=True)
    toast._undo.setFocus()

    toast._until.timeout.emit()

    assert toast.isVisible()
    assert toast._until.isActive()


def test_a_toast_has_a_shadow(toast: Toast, host: QWidget):
    toast.say("Session deleted", undoable=True)
    picture = host.grab().toImage()

    below = picture.pixelColor(host.width() // 2, host.height() - 8)

    assert below.lightness() < host.palette().window().color().lightness()
