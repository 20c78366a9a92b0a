from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus


def ring_is_round(window: QWidget, widget: QWidget) -> bool:
    """Whether accent is three pixels left of the middle of the widget's left edge."""
    edge = widget.mapTo(window, widget.rect().topLeft())
    image = window.grab().toImage()
    return image.pixelColor(edge.x() - 3, edge.y() + widget.height() // 2) == LIGHT.accent


def test_the_tab_key_brings_the_ring_and_takes_it_along(theme: Theme, show):
    first, second = Button(theme, "First"), Button(theme, "Second")
    window = show(first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_is_round(window, first)

    QTest.keyClick(window, Qt.Key.Key_Tab)

    assert second.hasFocus()
    assert ring_is_round(window, second)
    assert not ring_is_round(window, first)


def test_the_mouse_brings_no_ring_until_a_key_is_pressed(theme: Theme, show, qtbot: QtBot):
    button = Button(theme, "First")
    window = show(QLineEdit(), button)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert not ring_is_round(window, button)

    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert ring_is_round(window, button)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not ring_is_round(window, button)


def test_the_ring_moves_with_what_it_surrounds(theme: Theme, show):
    above, button = QLineEdit(), Button(theme, "First")
    window = show(above, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    above.setFixedHeight(120)
    window.layout().activate()

    assert ring_is_round(window, button)


def test_the_ring_moves_when_a_parent_moves(theme: Theme, show):
    box = QWidget()
    inner = QVBoxLayout(box)
    button = Button(theme, "First")
    inner.addWidget(button)
    window = show(box)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    box.move(200, 200)

    assert ring_is_round(window, button)


def test_the_ring_goes_when_its_page_goes(theme: Theme, show):
    box = QWidget()
    inner = QVBoxLayout(box)
    button = Button(theme, "First")
    inner.addWidget(button)
    show(box)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    focus = button.findChild(KeyboardFocus)
    assert focus.is_shown

    box.hide()

    assert not focus.is_shown


def test_inside_a_scrolled_area_the_ring_scrolls_along(theme: Theme, show):
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addSpacing(120)
    button = Button(theme, "First")
    layout.addWidget(button)
    layout.addSpacing(900)
    area = QScrollArea()
    area.setWidget(page)
    area.setFixedSize(400, 300)
    window = show(area)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    area.verticalScrollBar().setValue(60)

    assert ring_is_round(window, button)


def test_a_window_that_comes_back_shows_what_it_showed(theme: Theme, show, qtbot: QtBot):
    button = Button(theme, "First")
    window = show(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    button.clearFocus()
    button.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    assert not ring_is_round(window, button)


def test_a_widget_of_qt_can_have_the_ring_too(theme: Theme, show):
    line = QLineEdit()
    KeyboardFocus(theme, line)
    window = show(line)

    line.setFocus(Qt.FocusReason.TabFocusReason)

    assert ring_is_round(window, line)
