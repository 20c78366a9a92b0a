"""A theme, icons and a window for every test that draws, and a session to be shown."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.core.choices import ExerciseSides, Position, Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.moment import Moment, moment_of
from routine_player.core.routine import (
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.scene import Scene, scene_of
from routine_player.core.session import Command, Session
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


@pytest.fixture
def count_of() -> Callable[[QWidget, QColor], int]:
    """Count the pixels of a widget that have exactly this colour."""

    def count(widget: QWidget, colour: QColor) -> int:
        image = widget.grab().toImage()
        wanted = colour.rgb()
        return sum(
            image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
        )

    return count


@pytest.fixture
def repaints(monkeypatch: pytest.MonkeyPatch) -> Callable[[QWidget], list[QRegion | None]]:
    """Note each time that a widget asks to be painted, and what of it; None is all."""

    def watch(widget: QWidget) -> list[QRegion | None]:
        asked: list[QRegion | None] = []
        monkeypatch.setattr(
            widget, "update", lambda *area: asked.append(QRegion(*area) if area else None)
        )
        return asked

    return watch


STRETCH = Exercise(
    "half-kneeling-hip-flexor-stretch",
    "Half-kneeling hip-flexor stretch",
    Position.HALF_KNEELING,
    ExerciseSides.PAIR,
    instructions=("Squeeze the glute.", "Ribs down."),
)
BRIDGE = Exercise("glute-bridge", "Glute bridge", Position.SUPINE, instructions=("Lift.",))
SQUAT = Exercise("squat", "Squat", Position.STANDING)

SHOWN = Routine(
    "shown",
    "Hip-flexor and psoas reset",
    (
        Step(STRETCH, (Hold(30.0), Hold(30.0)), Sides.BOTH, rest_s=20.0),
        Step(BRIDGE, (PacedReps(12, Tempo(2.0, 1.0, 2.0)),)),
        Step(BRIDGE, (HeldReps(5, 10.0, 2.0),)),
        Step(SQUAT, (CountedReps(15),)),
    ),
)


@dataclass
class Shown:
    """A session, and what a view is shown of it."""

    session: Session
    now: float = 0.0

    @property
    def scene(self) -> Scene:
        return scene_of(self.session.timeline, self.session.phase)

    @property
    def moment(self) -> Moment:
        return moment_of(self.session, self.now)

    @property
    def allowed(self) -> frozenset[Command]:
        return frozenset(one for one in Command if self.session.allows(one))

    def pass_s(self, seconds: float) -> None:
        self.now += seconds
        self.session.advance(self.now)

    def command(self, command: Command) -> None:
        self.session.handle(command, self.now)

    def skip_to(self, fits: Callable[[Session], bool]) -> None:
        """Go on to the first phase that fits."""
        while not fits(self.session):
            if self.session.deadline is None:
                self.command(Command.DONE)
            else:
                self.now = self.session.deadline
                self.session.advance(self.now)

    def give(self, view) -> None:
        """Show the view what the app would."""
        view.show_scene(self.scene)
        view.show_allowed(self.allowed)
        view.show_moment(self.moment)


@pytest.fixture
def shown() -> Shown:
    """A session of a routine with all kinds of phases, in its first seconds."""
    shown = Shown(Session(compile_timeline(SHOWN)))
    shown.command(Command.START)
    return shown
