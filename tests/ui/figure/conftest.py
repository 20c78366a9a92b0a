"""Sheets on disk, made of plain colours, and a finder of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm, Stop
from routine_player.core.timeline import PhaseKind
from routine_player.ui.figure.figures import Facts, Found, Want
from routine_player.ui.figure.sheet import note_path
from routine_player.ui.figure.sheet_note import Cut, Ground, SheetNote

CANVAS = (200, 100)
BOX = (9.0, 6.5, 191.0, 91.5)
"""What fills the canvas, margins left out."""
FRAME = (20, 40)
LIFT = Rhythm((Stop(0.0, 1.0, 0.5), Stop(1.0, 2.0, 3.0)))


def note(motion: int = 3, breath: int = 0, **more) -> SheetNote:
    """Frames side by side in the sheet; each stands 30 further right on the canvas."""
    width, height = FRAME
    cuts = tuple(
        Cut(number * width, 0, width, height, 10 + 30 * number, 50)
        for number in range(motion + breath)
    )
    ground = Ground((100.0, 90.0, 80.0, 8.0))
    values = {"grounds": (ground,), **more}
    box = values.pop("box", BOX)
    return SheetNote(*CANVAS, box, cuts[:motion], cuts[motion:], **values)


@pytest.fixture
def make_note() -> Callable[..., SheetNote]:
    return note


@pytest.fixture
def make_sheet(tmp_path: Path) -> Callable[..., Path]:
    """Write a sheet whose frames are red, blue in their left half, and less red from each to next.

    Gives its path.
    """

    def made(name: str = "sheet.webp", motion: int = 3, breath: int = 0, **more) -> Path:
        written = note(motion, breath, **more)
        width, height = FRAME
        image = QImage(width * len(written.cuts), height, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0))
        with QPainter(image) as painter:
            for number, cut in enumerate(written.cuts):
                painter.fillRect(cut.sheet_x, 0, width, height, QColor(250 - 20 * number, 0, 0))
                painter.fillRect(cut.sheet_x, 0, width // 2, height, QColor(0, 0, 250))
        path = tmp_path / name
        assert image.save(str(path), "webp", 100)
        note_path(path).write_text(written.text(), encoding="utf-8")
        return path

    return made


class FakeFinder:
    """Finds what was put there."""

    def __init__(self) -> None:
        self.known = {"bridge": Facts(LIFT, Side.RIGHT), "bird-dog": Facts(LIFT, Side.RIGHT)}
        self.sheets: dict[tuple[str, bool], Found] = {}
        self.asked: list[Want] = []
        self.rejected: list[Path] = []

    def facts(self, exercise: str) -> Facts | None:
        return self.known.get(exercise)

    def sheet(self, want: Want) -> Found | None:
        self.asked.append(want)
        return self.sheets.get((want.exercise, want.is_far))

    def reject(self, path: Path) -> None:
        self.rejected.append(path)

    def put(self, exercise: str, path: Path, *, is_far: bool = False, whole: bool = True) -> None:
        self.sheets[exercise, is_far] = Found(path, whole)


@pytest.fixture
def finder() -> FakeFinder:
    return FakeFinder()


@pytest.fixture
def works():
    return lambda session: session.phase.kind is PhaseKind.WORK


@pytest.fixture
def paces():
    return lambda session: session.phase.cycle is not None and session.phase.rep_count == 12
