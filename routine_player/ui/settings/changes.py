"""Collects what a person changes, and passes it on: at once, or when a slider rests."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from routine_player.store.settings import Settings
from routine_player.ui.settings.values import SettingsChange

_RESTS_MS = 400


class Changes(QObject):
    """Holds the settings as the page shows them.

    `changed` carries the new settings, `made` then tells what was done, so that it can be undone.
    """

    changed = Signal(object)
    made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._pending: SettingsChange | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_MS)
        self._rest.timeout.connect(self.flush)

    @property
    def settings(self) -> Settings:
        """The settings, with what is not yet told."""
        pending = self._pending
        return replace(self._settings, **dict(pending.after)) if pending else self._settings

    def take(self, settings: Settings) -> None:
        """Go on from other settings; a slider that moves goes on, unless it was set elsewhere."""
        pending = self._pending
        if pending and any(getattr(settings, name) != value for name, value in pending.before):
            self._pending = None
            self._rest.stop()
        self._settings = settings

    def change(self, words: str, **values: Any) -> None:
        """Change something now."""
        self.flush()
        self._pending = self._as_change(words, values)
        self.flush()

    def change_gradually(self, words: str, **values: Any) -> None:
        """Change something that moves through many values: it is told when it rests."""
        pending = self._pending
        if pending is not None and dict(pending.after).keys() != values.keys():
            self.flush()
            pending = None
        change = self._as_change(words, values)
        if pending is not None:
            change = replace(change, before=pending.before)
        self._pending = change
        self._rest.start()

    @Slot()
    def flush(self) -> None:
        """Tell what is not yet told; what is as it was before is not told."""
        change, self._pending = self._pending, None
        self._rest.stop()
        if change is not None and change.before != change.after:
            self._settings = replace(self._settings, **dict(change.after))
            self.changed.emit(self._settings)
            self.made.emit(change)

    def _as_change(self, words: str, values: dict[str, Any]) -> SettingsChange:
        before = tuple((name, getattr(self._settings, name)) for name in values)
        return SettingsChange(words, before, tuple(values.items()))
