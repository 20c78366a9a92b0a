"""Ways to see what was painted, and how often."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QRegion
from PySide6.QtWidgets import QWidget


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
