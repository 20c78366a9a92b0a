"""Pages in a window of their own, and values to show in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.core.choices import Position, When
from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import SessionOutcome
from routine_player.core.instant import Instant
from routine_player.core.preview import Preview, preview_of
from routine_player.core.routine import (
    Exercise,
    Hold,
    Routine,
    Step,
)
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme

TODAY = date(2025, 6, 14)

STEPS = (
    Step(Exercise("march", "High-knee march", Position.STANDING), (Hold(30.0),)),
    Step(
        Exercise("bridge", "Glute bridge", Position.SUPINE, equipment=("mat",)),
        (Hold(20.0), Hold(20.0)),
        optional=True,
    ),
    Step(Exercise("child", "Child's pose", Position.KNEELING, equipment=("mat",)), (Hold(40.0),)),
)


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Callable[..., QWidget]:
    """Let a page fill a window of a size, and wait until keys go to it."""
    kept: list[QWidget] = []  # a window that nobody holds is gone, and its page with it

    def open_in_window(page: QWidget, width: int = 1280, height: int = 800) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        window.resize(width, height)
        theme.fit(window.size())
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_in_window


@pytest.fixture
def make_preview() -> Callable[..., Preview]:
    def make(
        slug: str = "loosen-up",
        name: str = "Loosen up",
        when: When = When.ANY,
        steps: tuple[Step, ...] = STEPS,
    ) -> Preview:
        routine = Routine(slug, name, steps, when, "Stands, then lies down.")
        return preview_of(routine, compile_timeline(routine))

    return make


@pytest.fixture
def make_session() -> Callable[..., SessionSummary]:
    def make(days_ago: int = 0, **changes) -> SessionSummary:
        started = Instant(0, 0, "", TODAY - timedelta(days=days_ago))
        whole = SessionSummary(
            id=uuid4(),
            routine="loosen-up",
            routine_name="Loosen up",
            started=started,
            ended=started,
            outcome=SessionOutcome.FINISHED,
            steps_done=3,
            steps_planned=3,
            planned_s=130.0,
            active_s=125.0,
            speed=1.0,
            pain_before=4,
            pain_after=3,
            effort=None,
            note="",
        )
        return replace(whole, **changes)

    return make


@pytest.fixture
def today() -> date:
    return TODAY
