import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from routine_player.ui.first_paint import FirstPaint


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def told(window):
    """How often a first paint was told, and of what the window had shown by then."""
    told = []
    FirstPaint(window).came.connect(lambda: told.append(window.isVisible()))
    return told


def test_nothing_is_told_before_the_window_is_painted(window, told):
    window.show()
    assert told == []


def test_it_is_told_once_however_often_the_window_is_painted(window, told, qtbot, qapp):
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    for _ in range(3):
        window.repaint()
        qapp.processEvents()
    assert told == [True]


def test_a_window_that_nobody_sees_holds_nothing_up(window, told):
    (timer,) = window.findChildren(QTimer)
    assert timer.isActive()
    assert timer.isSingleShot()
    timer.timeout.emit()
    assert told == [False]
