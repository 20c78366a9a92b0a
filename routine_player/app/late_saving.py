"""Goes on trying to save a session whose page is closed already."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from routine_player.app.desk import Desk
from routine_player.play.performance import RETRY_S
from routine_player.store.session_keeper import SessionKeeper

RETRY_MS: Final = round(RETRY_S * 1000)


class LateSaving(QObject):
    """Holds on to a keeper until all of it is saved, and tells the desk then; then it is gone."""

    def __init__(self, keeper: SessionKeeper, desk: Desk) -> None:
        super().__init__(desk)
        self._keeper = keeper
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.try_again)
        self._timer.start()

    @Slot()
    def try_again(self) -> None:
        """Try once more."""
        if self._keeper.retry():
            self._timer.stop()
            self._desk.history_changed.emit()
            self.deleteLater()
