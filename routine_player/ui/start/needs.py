"""What has to be at hand, each thing with its icon."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import READING, SPACE_24
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.icon_label import IconLabel
from routine_player.ui.widgets.label import PlainLabel

_OTHER_THING = "stack"


class Needs(QWidget):
    """Lists equipment, or says that nothing is needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def show_needs(self, things: Sequence[str]) -> None:
        """Show what is needed now."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget() if things else self._nothing()
        if things:
            flow = FlowLayout(self._shown, SPACE_24)
            for thing in things:
                icon = thing if self._theme.icons.has(thing) else _OTHER_THING
                words = thing[:1].upper() + thing[1:]
                flow.addWidget(IconLabel(self._theme, icon, words, READING, "ink"))
        self._column.addWidget(self._shown)

    def _nothing(self) -> QWidget:
        return PlainLabel(self._theme, tr("Nothing but a bit of room."), READING, "ink2")
