"""Shows the window, and does what can wait once it is seen; over when the window is closed."""

import gc
import sys
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from routine_player.app.desk import Desk
from routine_player.app.rooms import Rooms
from routine_player.play.clock import Clock
from routine_player.store.crash_log import keep_log
from routine_player.store.history import History
from routine_player.store.paths import Places
from routine_player.store.settings import Settings
from routine_player.ui.first_paint import FirstPaint
from routine_player.ui.icons import Icons
from routine_player.ui.theme import STYLE_WORDS, Theme


class Belongings(NamedTuple):
    """What was found of the person's before there is a window.

    `told` is what they should know at once, `crash` the report of a start that ended badly.
    """

    places: Places
    clock: Clock
    settings: Settings
    history: History
    told: tuple[str, ...] = ()
    crash: str | None = None


def open_window(found: Belongings, routine: str | None, speed: float) -> int:
    """Show the window, at `routine` if one is named; gives the exit code when it was closed."""
    application = QApplication([*sys.argv[:1], *STYLE_WORDS])
    application.setApplicationName("Routine Player")
    application.setDesktopFileName("routine-player")
    settings = found.settings
    theme = Theme(application, Icons(found.places.icons), settings.theme, settings.motion)
    desk = Desk(found.places, found.clock, settings, found.history, application)
    rooms = Rooms(theme, desk, speed=speed, parent=application)
    rooms.open(routine, list(found.told))

    def settle_in() -> None:
        gc.enable()
        keep_log(found.places.log)
        rooms.settle_in(found.crash)

    seen = FirstPaint(rooms.window)
    seen.came.connect(settle_in)
    code = application.exec()
    rooms.close()
    desk.history.close()
    return code
