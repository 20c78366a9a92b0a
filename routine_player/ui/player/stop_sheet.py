"""Asks before a session is stopped: it is one key away from every other key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.player.player_sheet import PlayerSheet
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12
from routine_player.ui.widgets.button import Button, Kind, Size

_WIDTH = 480


class StopSheet(PlayerSheet):
    """Enter stops (`confirmed`), Esc goes on (`declined`)."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(
            theme,
            view,
            tr("Stop for today?"),
            lead=tr("What you did is kept."),
            close_label=tr("Go on"),
            width=_WIDTH,
        )
        self._stop = Button(
            theme, tr("Stop"), kind=Kind.PRIMARY, size=Size.LARGE, icon="stop", key=tr("Enter")
        )
        self._stop.clicked.connect(self._confirm)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(self._stop)
        row.addStretch()
        self.content.addSpacing(SPACE_8)
        self.content.addLayout(row)
        self.left.connect(self.declined)

    @property
    def stop_button(self) -> Button:
        return self._stop

    def take_key(self, name: str) -> None:
        if name == "enter":
            self._confirm()

    def _confirm(self) -> None:
        self.settle()
        self.confirmed.emit()
