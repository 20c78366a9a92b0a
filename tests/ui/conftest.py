"""A theme, icons and a window for every test that draws."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.store import settings
from routine_player.ui.icons import Icons
from routine_player.ui.theme import Theme

ICONS = Path(__file__).parents[2] / "assets" / "icons"


@pytest.fixture
def icons() -> Icons:
    return Icons(ICONS)


@pytest.fixture
def theme(qapp: QApplication, icons: Icons) -> Theme:
    """The light theme without motion, so that what is drawn does not depend on when."""
    made = Theme(qapp, icons, settings.Theme.LIGHT, settings.Motion.REDUCED)
    yield made
    made.deleteLater()
    # The windows of the test are closed by now; deleted, they cost the next theme no time.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show widgets below each other in a window of their own, and wait until it is there."""
    kept: list[QWidget] = []  # a window that nobody holds is gone, and its widgets with it

    def in_a_window(*widgets: QWidget, width: int = 1000, height: int = 600) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return in_a_window
