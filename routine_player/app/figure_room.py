"""Has drawn what is to be seen of figures, and tells when it is there."""

import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from routine_player.app.desk import Desk
from routine_player.app.figure_files import FigureFiles
from routine_player.app.figure_orders import Reply, Word
from routine_player.app.figure_process import FigureProcess
from routine_player.store.settings import Figure, Settings
from routine_player.ui.figure.figures import Figures
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme

_GATHERED_MS: Final = 400  # stills that come within so short a time are shown at once

_log = logging.getLogger(__name__)


class FigureRoom(QObject):
    """Turns what pages want to show into orders, and tells them when it was drawn."""

    def __init__(
        self, theme: Theme, desk: Desk, files: FigureFiles, pictures: Pictures, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._files = files
        self._pictures = pictures
        self._figures: Figures = pictures.figures
        self._process = FigureProcess(desk.places.package, self)
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHERED_MS)
        self._gathering.timeout.connect(self.show_stills)
        self._process.replied.connect(self.take)
        self._figures.wanted.connect(self.order)
        files.still_missed.connect(self.order)
        desk.library_changed.connect(self.look_again)
        desk.settings_changed.connect(self.follow)
        theme.changed.connect(self._follow_theme)
        self.follow(desk.settings)
        self.order()
        if files.was_asked_early:
            self._gathering.start(0)

    def close(self) -> None:
        """End what runs beside the window."""
        self._process.close()
        self._figures.close()
        self._files.prune()

    @Slot(object)
    def follow(self, settings: Settings) -> None:
        """Let figures move, or stand, as was chosen."""
        match settings.figure:
            case Figure.SYSTEM:
                self._figures.moving = self._theme.moves
            case Figure.MOVING:
                self._figures.moving = True
            case Figure.STILLS:
                self._figures.moving = False

    @Slot()
    def order(self) -> None:
        """Ask for all that is missing: what moves first, stills after it."""
        orders = [self._files.order(want) for want in self._figures.wants]
        orders += [self._files.still_order(one) for one in self._files.missing_stills]
        self._process.draw([order for order in orders if order is not None])

    @Slot()
    def look_again(self) -> None:
        """Look which figures there are, after files of exercises have changed."""
        self._pictures.forget_stills()
        self._figures.look_again()
        self.order()

    @Slot(object)
    def take(self, reply: Reply) -> None:
        """Show what was drawn; of what cannot be drawn, nothing more is expected."""
        if reply.word is Word.FAILED:
            _log.warning("a figure cannot be drawn: %s", reply.reason)
            self._files.fail(reply.path)
        if reply.word in {Word.PARTLY, Word.DONE}:
            self._figures.look_again()
            if self._files.missing_stills:
                self._gathering.start()

    @Slot()
    def show_stills(self) -> None:
        """Have pages look for their stills again."""
        self._pictures.forget_stills()

    @Slot()
    def _follow_theme(self) -> None:
        self.follow(self._desk.settings)
