import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.notice import Notice
from routine_player.ui.widgets.shadow import SHADOW_REACH

HALO = (SHADOW_REACH, SHADOW_REACH, -SHADOW_REACH, -SHADOW_REACH)
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


@pytest.fixture
def say_over(theme: Theme, show):
    """Say a line over a page with buttons of the given areas; give its own area without shadow."""

    def said(*areas: QRect, scrolled: QRect | None = None) -> tuple[QWidget, QRect]:
        window = show(width=900, height=600)
        for area in areas:
            close = Button(theme, "Close", parent=window)
            close.setGeometry(area)
            close.show()
        if scrolled is not None:
            inner = QWidget()
            inner.setFixedSize(2000, 2000)
            for x in range(0, 2000, 100):
                for y in range(0, 2000, 20):
                    QPushButton("x", inner).setGeometry(x, y, 100, 20)
            scroll = QScrollArea(window)
            scroll.setWidget(inner)
            scroll.setGeometry(scrolled)
            scroll.show()
        notice = Notice(theme, window)
        notice.set_inset(100)
        notice.say("Session deleted.", "Undo")
        return window, notice.geometry().adjusted(*HALO)

    return said


def test_no_button_is_covered_at_the_foot_of_a_page(say_over):
    close = QRect(90, 540, 120, 44)
    window, area = say_over(close)
    assert not area.intersects(close)
    assert window.rect().contains(area)


def test_a_line_stays_at_the_foot_on_the_other_side_where_that_is_free(say_over):
    left = QRect(90, 500, 200, 90)
    window, area = say_over(left)
    assert not area.intersects(left)
    assert area.bottom() > window.height() - 50


def test_a_bar_of_buttons_is_not_covered_even_where_all_else_is(say_over):
    bar = [QRect(x, 540, 100, 50) for x in range(0, 900, 100)]
    _, area = say_over(*bar, scrolled=QRect(0, 0, 900, 530))
    assert not any(area.intersects(one) for one in bar)


def test_where_buttons_are_everywhere_it_stands_at_the_foot_all_the_same(say_over):
    window, area = say_over(*(QRect(0, y, 900, 20) for y in range(0, 600, 20)))
    assert area.bottom() > window.height() - 50


def test_a_button_that_is_not_seen_is_in_nobodys_way(theme: Theme, window: QWidget):
    hidden = Button(theme, "Hidden", parent=window)
    hidden.setGeometry(300, 500, 300, 90)
    hidden.hide()
    notice = Notice(theme, window)
    notice.say("Session deleted.")
    assert notice.geometry().bottom() > window.height() - 50
