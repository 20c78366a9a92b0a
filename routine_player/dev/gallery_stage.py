"""What the gallery's states are built with, and the sizes they are drawn in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.store.library import Library
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme

USUAL: Final = (QSize(1280, 800), QSize(1920, 1080))
"""The sizes every view is drawn in."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What views are made of. `library` holds what comes with the program, and nothing else."""

    theme: Theme
    pictures: Pictures
    library: Library


@dataclass(frozen=True, slots=True)
class GalleryState:
    """One view in one state. `build` makes it, whole, without a clock, a network or a home.

    `pose` is called once the view is shown in its window: it opens sheets and scrolls.
    """

    name: str
    build: Callable[[Studio], QWidget]
    sizes: tuple[QSize, ...] = USUAL
    pose: Callable[[Studio, QWidget], None] | None = None
