"""All keys of the player, made from the table that decides what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from routine_player.core.keys import PLAYER_KEYS
from routine_player.core.language import tr
from routine_player.ui.player.player_sheet import PlayerSheet, SheetRoom
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32
from routine_player.ui.widgets.key_hint import KeyHint
from routine_player.ui.widgets.label import PlainLabel

_WIDTH = 760
_CLOSING = frozenset({"?", "enter", "space"})


class KeysSheet(PlayerSheet):
    """Shows the keys in two columns; `?`, Enter, Space and Esc close it."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(theme, view, tr("Keys"), width=_WIDTH)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_12)
        half = (len(PLAYER_KEYS) + 1) // 2
        for number, key in enumerate(PLAYER_KEYS):
            column, row = divmod(number, half)
            hint = KeyHint(theme, key.label)
            words = PlainLabel(theme, key.words, BODY, wraps=True)
            self._grid.addWidget(hint, row, 3 * column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(words, row, 3 * column + 1)
        self._grid.setColumnMinimumWidth(2, SPACE_16)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(4, 1)
        self._scores = PlainLabel(
            theme,
            tr("Scores take one key: 0 to 9, and X for 10."),
            BODY,
            "ink2",
            wraps=True,
        )
        self.content.addLayout(self._grid)
        self.content.addSpacing(SPACE_24)
        self.content.addWidget(self._scores)
        self.fit(SheetRoom.ROOMY)

    def take_key(self, name: str) -> None:
        if name in _CLOSING:
            self.close_sheet()

    def fit(self, room: SheetRoom) -> None:
        small = room is SheetRoom.SMALL
        self._grid.setVerticalSpacing(SPACE_8 if small else SPACE_16)
        self._grid.setColumnMinimumWidth(2, SPACE_8 if small else SPACE_32)
