"""The player's parts in a window of a given size."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from routine_player.core.session import Session
from routine_player.core.timeline import PhaseKind
from routine_player.ui.pictures import Pictures
from routine_player.ui.player.page import PlayerPage
from routine_player.ui.theme import Theme


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture
def open_in_window(qtbot: QtBot, theme: Theme) -> Callable[..., QWidget]:
    """Show a widget as a window of its own."""

    def opened(widget: QWidget, width: int = 1280, height: int = 800) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        theme.fit(widget.size())
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return opened


@pytest.fixture
def page(theme, pictures, open_in_window) -> Callable[..., PlayerPage]:
    """A page of a given size that shows a session."""

    def made(shown, width: int = 1280, height: int = 800) -> PlayerPage:
        one = PlayerPage(theme, pictures)
        shown.give(one)
        open_in_window(one, width, height)
        shown.give(one)
        return one

    return made


@pytest.fixture
def works() -> Callable[[Session], bool]:
    return lambda session: session.phase.kind is PhaseKind.WORK


@pytest.fixture
def switches() -> Callable[[Session], bool]:
    return lambda session: session.phase.kind is PhaseKind.SWITCH


@pytest.fixture
def waits() -> Callable[[Session], bool]:
    return lambda session: session.phase.duration_s is None


@pytest.fixture
def paces() -> Callable[[Session], bool]:
    return lambda session: session.phase.cycle is not None and session.phase.rep_count == 12
