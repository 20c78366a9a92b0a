import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.notice import Notice

LONG = "The session of Friday 13 June and what you wrote about it went to where Undo finds it. " * 3


@pytest.fixture
def page() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def window(show, page: QLineEdit) -> QWidget:
    return show(page, width=900, height=600)


@pytest.fixture
def notice(theme: Theme, window: QWidget) -> Notice:
    return Notice(theme, window)


def button(notice: Notice, label: str) -> Button:
    (found,) = [one for one in notice.findChildren(Button) if one.label == label]
    return found


def test_a_line_stands_at_the_foot_and_leaves_the_page_alone(
    notice: Notice, window: QWidget, page: QLineEdit, qtbot: QtBot
):
    page.setFocus()
    notice.say("Session deleted.", "Undo")

    assert notice.text == "Session deleted."
    assert notice.geometry().center().x() == pytest.approx(450, abs=1)
    assert notice.geometry().top() > 450
    assert page.hasFocus()
    qtbot.keyClicks(page, "hip")
    assert page.text() == "hip"


def test_its_button_is_told_once_and_the_line_goes(notice: Notice, qtbot: QtBot):
    notice.say("Session deleted.", "Undo")

    with qtbot.assertNotEmitted(notice.dismissed), qtbot.waitSignal(notice.action_wished):
        qtbot.mouseClick(button(notice, "Undo"), Qt.MouseButton.LeftButton)

    assert notice.text == ""


def test_the_cross_and_escape_take_it_away(notice: Notice, qtbot: QtBot):
    notice.say("Session deleted.")
    with qtbot.waitSignal(notice.dismissed):
        qtbot.mouseClick(button(notice, "Dismiss"), Qt.MouseButton.LeftButton)

    notice.say("Session deleted.")
    with qtbot.waitSignal(notice.dismissed):
        qtbot.keyClick(button(notice, "Dismiss"), Qt.Key.Key_Escape)
    assert notice.text == ""


def test_other_keys_do_nothing(notice: Notice, qtbot: QtBot):
    notice.say("Session deleted.")

    qtbot.keyClick(notice, Qt.Key.Key_A)

    assert notice.text == "Session deleted."


def test_it_goes_by_itself(notice: Notice, qtbot: QtBot):
    with qtbot.waitSignal(notice.dismissed):
        notice.say("Session deleted.", stays_ms=1)

    assert notice.text == ""


def test_it_waits_for_the_mouse(notice: Notice, qtbot: QtBot):
    notice.say("Session deleted.", stays_ms=1)
    here = QPointF(5, 5)
    QApplication.sendEvent(notice, QEnterEvent(here, here, here))
    assert not notice._timer.isActive()

    with qtbot.waitSignal(notice.dismissed):
        QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))


def test_it_waits_for_the_keyboard(notice: Notice):
    notice.say("Session deleted.", "Undo")
    button(notice, "Undo").setFocus()

    notice._timer.timeout.emit()

    assert notice.text == "Session deleted."
    assert notice._timer.isActive()


def test_leaving_after_it_went_brings_nothing_back(notice: Notice):
    notice.say("Session deleted.")
    notice.dismiss()

    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))

    assert not notice._timer.isActive()


def test_another_line_takes_the_place_of_the_first(notice: Notice, qtbot: QtBot):
    notice.say("One.", "Undo")

    with qtbot.waitSignal(notice.dismissed):
        notice.say("Two.")

    assert notice.text == "Two."
    assert not button(notice, "").isVisible()


def test_a_long_line_wraps_and_a_small_window_holds_it(notice: Notice, window: QWidget):
    notice.say("Short.", "Undo")
    low = notice.height()
    notice.say(LONG, "Undo")
    assert notice.height() > low

    window.resize(400, 420)
    QApplication.processEvents()

    panel_left = notice.geometry().center().x() - notice.width() // 2
    assert panel_left + 26 >= 0
    assert not notice.grab().isNull()


def test_dismissing_nothing_tells_nothing(notice: Notice, qtbot: QtBot):
    with qtbot.assertNotEmitted(notice.dismissed):
        notice.dismiss()


def test_it_may_stand_at_the_left(notice: Notice, window: QWidget):
    notice.say("Session deleted.", "Undo")
    middle = notice.x()

    notice.set_inset(112)
    assert notice.x() < middle

    notice.say(LONG, "Undo")
    assert notice.x() >= 112 - 40
    assert notice.geometry().right() <= window.width() + 40


def test_an_inset_waits_for_the_next_line(notice: Notice):
    notice.set_inset(112)
    assert notice.isHidden()

    notice.say("Session deleted.")

    assert notice.x() < 112


def test_the_key_of_its_button_is_named(notice: Notice):
    notice.say("Session deleted.", "Undo", key="Ctrl Z")
    undo = button(notice, "Undo")

    assert undo.toolTip() == "Undo (Ctrl Z)"
    notice.say("Report ready.", "Undo")
    assert undo.toolTip() == "Undo"
