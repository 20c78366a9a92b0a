"""The frame of the window in the gallery: rail, what is to be known, and what was just done."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.paths import Places
from routine_player.ui.shell.values import Announcement, Gravity, Page
from routine_player.ui.window import MainWindow

SIZES: Final = (QSize(640, 420), *USUAL)

_ANNOUNCEMENTS: Final = (
    Announcement(
        "crash", "Routine Player ended unexpectedly last time.", Gravity.NOTE, "Copy report"
    ),
    Announcement(
        "damaged",
        "Your history was damaged. It was set aside, and a new one begun.",
        Gravity.CAUTION,
        "Restore the last backup",
    ),
    Announcement("unsaved", "Nothing you do is saved: no space left.", Gravity.ERROR, stays=True),
)


def _window(studio: Studio) -> QWidget:
    pages = (
        Page("today", "Today", "sun", "Ctrl+1", QWidget),
        Page("routines", "Routines", "rows", "Ctrl+2", QWidget),
        Page("history", "History", "chart-line", "Ctrl+3", QWidget),
        Page("settings", "Settings", "gear-six", "Ctrl+,", QWidget, last=True),
    )
    window = MainWindow(studio.theme, pages, Places().icons / "app.svg")
    window.show_page("today")
    for announcement in _ANNOUNCEMENTS:
        window.announce(announcement)
    return window


def _offer_undo(_: Studio, window: QWidget) -> None:
    if isinstance(window, MainWindow):
        window.offer_undo("Session deleted", window.forget_undos)


STATES: Final = (GalleryState("window", _window, SIZES, _offer_undo),)
