"""What the app does once its window is seen: listens, looks for damage, keeps copies, tells."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from routine_player.app.desk import Desk
from routine_player.app.first_instance import FirstInstance
from routine_player.app.housekeeping import Housekeeping
from routine_player.app.performing import Performing
from routine_player.core.language import tr
from routine_player.store.backups import backups_in
from routine_player.store.crash_log import CrashHooks
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.history_repair import replace_damaged, take_place
from routine_player.ui.shell.values import Announcement, Gravity
from routine_player.ui.window import MainWindow

_UNSAVED: Final = "unsaved"
_DAMAGED: Final = "damaged"
_CRASHED: Final = "crashed"
_CRASHING: Final = "crashing"
_CHECK_AFTER_MS: Final = 1000

CALM_MS: Final = 30_000
"""A backup follows what was logged or edited once nothing more was for so long, or at the end."""


class Settling(QObject):
    """Looks after the history and what goes wrong. `asked` follows a second start of the app.

    `restore_wished` carries the backup that a person wants in place of a damaged history.
    """

    asked = Signal(str)
    restore_wished = Signal(object)
    _crashed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        performing: Performing,
        crash: str | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._performing = performing
        self._report = crash or ""
        self._hooks = CrashHooks(self._crashed.emit)
        self._crashed.connect(self.tell_crash)
        self._housekeeping = Housekeeping(desk.places, desk.clock, self)
        self._housekeeping.failed.connect(desk.failed)
        self._housekeeping.kept.connect(desk.backups_changed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.copy)
        desk.history_changed.connect(self._calm.start)
        self._instance = FirstInstance(desk.places.data, self)
        self._instance.asked.connect(self.asked)
        window.announcement_acted.connect(self.act)
        performing.over.connect(self.copy)
        if crash is not None:
            text = tr("Routine Player ended unexpectedly last time. Your log is safe.")
            window.announce(Announcement(_CRASHED, text, Gravity.NOTE, tr("Copy report")))
        self._tell_history(desk.history)
        self.copy()
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.timeout.connect(self.check)
        self._check.start(_CHECK_AFTER_MS)

    def close(self) -> None:
        """Finish what was begun, and back up what has changed."""
        self._check.stop()
        self._calm.stop()
        self.copy()
        self._housekeeping.close()
        self._hooks.remove()

    @Slot()
    def copy(self) -> None:
        """Back the history up if it has changed."""
        self._housekeeping.copy_if_changed(self._desk.history)

    @Slot()
    def check(self) -> None:
        """Look for damage; a damaged history is set aside, and a backup is offered."""
        desk = self._desk
        if self._performing.is_playing:
            return
        try:
            if not desk.history.check():
                return
            desk.replace_history(replace_damaged(desk.history, desk.places, desk.clock.instant()))
        except HistoryError as error:
            desk.failed.emit(str(error))
            self._open_again()
        self._tell_history(desk.history)

    @Slot(str)
    def act(self, notice: str) -> None:
        """Do what the button of a notice promises."""
        if notice in {_CRASHED, _CRASHING}:
            QGuiApplication.clipboard().setText(self._report)
            self._window.say(tr("Copied."))
        elif notice == _DAMAGED:
            for backup in backups_in(self._desk.places.backups)[:1]:
                self.restore_wished.emit(backup)

    def take_place(self, ready: Path) -> str:
        """Put what was made ready in the place of the history; gives why that cannot be, if so."""
        if self._performing.is_playing:
            return tr("A session is being played. Nothing was changed; try again after it.")
        desk = self._desk
        try:
            history = take_place(desk.history, ready, desk.places, desk.clock.instant())
        except HistoryError as error:
            self._open_again()
            return str(error)
        desk.replace_history(history)
        self._window.withdraw(_DAMAGED)
        self._window.forget_undos()
        return ""

    @Slot(str)
    def tell_crash(self, report: str) -> None:
        """Say that something went wrong that should not, once; the app goes on."""
        self._report = report
        text = tr("Something went wrong in the program. What you did so far is saved.")
        self._window.announce(Announcement(_CRASHING, text, Gravity.ERROR, tr("Copy report")))

    def _open_again(self) -> None:
        """Open the history that was to be replaced, if it had to be closed for that."""
        desk = self._desk
        if not desk.history.is_closed:
            return
        try:
            desk.replace_history(History.open(desk.places, desk.clock.instant()))
        except HistoryError as error:
            desk.failed.emit(str(error))

    def _tell_history(self, history: History) -> None:
        if not history.saved:
            reason = history.unsaved_reason
            self._window.announce(Announcement(_UNSAVED, reason, Gravity.CAUTION, stays=True))
        if history.set_aside is not None:
            text = tr(
                "Your history was damaged. It was set aside as {file}, and a new one begun.",
                file=history.set_aside.name,
            )
            action = tr("Restore the last backup") if history.restorable else ""
            self._window.announce(Announcement(_DAMAGED, text, Gravity.ERROR, action))
