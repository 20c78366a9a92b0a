"""One of a few: parts side by side, or a list where there is no room for that."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_12
from routine_player.ui.widgets.choice import Choice
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.segmented import Option, Segmented

SPACING: Final = SPACE_12


class Chooser(QWidget):
    """Emits `value_chosen` when a person chooses another. `name` says what is chosen here."""

    value_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        value: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._options = theme, options
        self._parts = Segmented(theme, name, options, value)
        self._list: Choice | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._parts)
        self._parts.value_chosen.connect(self._take)

    @property
    def value(self) -> str:
        return self._parts.value

    def set_value(self, value: str) -> None:
        """Show another option as chosen; an unknown value is a bug and raises ValueError."""
        self._parts.set_value(value)
        if self._list is not None:
            self._list.set_value(value)

    @property
    def is_folded(self) -> bool:
        """Whether it is a list."""
        return self._parts.isHidden()

    def width_as(self, *, folded: bool) -> int:
        """Give how wide it is as a list or side by side."""
        return (self._as_list() if folded else self._parts).sizeHint().width()

    def fold(self, *, folded: bool) -> None:
        """Be a list, or lie side by side; whoever is at it with the keyboard stays."""
        if folded is self.is_folded:
            return
        at_keyboard = QApplication.focusWidget()
        has_keyboard = at_keyboard is not None and self.isAncestorOf(at_keyboard)
        listed = self._as_list()
        listed.setVisible(folded)
        self._parts.setVisible(not folded)
        if has_keyboard and folded:
            listed.setFocus()
        elif has_keyboard:
            self._parts.take_focus()

    def _as_list(self) -> Choice:
        """Give the list, which is made when there is no room for the parts."""
        if self._list is None:
            name = self._parts.accessibleName()
            self._list = Choice(self._theme, name, self._options, self.value, self)
            self._list.hide()
            self._list.value_chosen.connect(self._take)
            box = self.layout()
            if box is not None:
                box.addWidget(self._list)
        return self._list

    @Slot(str)
    def _take(self, value: str) -> None:
        self.set_value(value)
        self.value_chosen.emit(value)


class ChooserBar(QWidget):
    """Choosers in a line. Where they do not fit, the last ones become lists first."""

    def __init__(self, choosers: Sequence[Chooser], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choosers = choosers
        flow = FlowLayout(self, SPACING)
        for chooser in choosers:
            flow.addWidget(chooser)

    def fit(self, width: int) -> None:
        """Fold as many as it takes to fit into a width; what is hidden takes no room."""
        shown = [chooser for chooser in self._choosers if not chooser.isHidden()]
        open_ones = len(shown)
        while open_ones and self._width(shown, open_ones) > width:
            open_ones -= 1
        for number, chooser in enumerate(shown):
            chooser.fold(folded=number >= open_ones)

    @staticmethod
    def _width(shown: Sequence[Chooser], open_ones: int) -> int:
        widths = [one.width_as(folded=at >= open_ones) for at, one in enumerate(shown)]
        return sum(widths) + SPACING * (len(shown) - 1)
