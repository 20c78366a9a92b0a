"""A few chips of which one, or as many as fit, are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.widgets.chip import ChipSize, ChoiceChip, ChoiceLook
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.roving import Roving
from routine_player.ui.widgets.segmented import Option

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Chip(ChoiceChip):
    """One option. Ctrl Enter is left to the page, which saves with it."""

    def __init__(self, theme: Theme, option: Option, size: ChipSize, parent: QWidget) -> None:
        super().__init__(theme, option.label, ChoiceLook.ANSWER, size, parent)
        self.option = option

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChipRow(QWidget):
    """Emits `chosen` when a person chose or took back; nothing chosen is an answer too.

    Tab stops once, arrows move, Space chooses. `several` lets more than one be chosen.
    """

    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        question: str,
        options: Sequence[Option],
        *,
        several: bool = False,
        size: ChipSize = ChipSize.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._several = several
        self._size = size
        self._question = question
        self._row = FlowLayout(self)
        self._chips: list[_Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(question)
        self.set_options(options)

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen, in the order of the options."""
        return tuple(chip.option.value for chip in self._chips if chip.isChecked())

    @property
    def value(self) -> str:
        """What is chosen where only one can be; empty for nothing."""
        return next(iter(self.values), "")

    @property
    def chips(self) -> tuple[ChoiceChip, ...]:
        return tuple(self._chips)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other things; what was chosen of them stays so."""
        chosen = self.values
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [_Chip(self._theme, option, self._size, self) for option in options]
        for chip in self._chips:
            chip.setAccessibleDescription(self._question)
            chip.clicked.connect(self._take_click)
            self._row.addWidget(chip)
            chip.setVisible(True)
        self._roving = Roving(self._chips)
        self.set_values(chosen)

    def set_values(self, values: Sequence[str]) -> None:
        """Show these as chosen, without telling anybody; Tab stops at the first of them."""
        self._roving.stop_at(0)
        for number, chip in enumerate(self._chips):
            chip.setChecked(chip.option.value in values)
            if values and chip.option.value == values[0]:
                self._roving.stop_at(number)

    def take_focus(self) -> None:
        """Go to the chip that Tab would stop at."""
        for number, chip in enumerate(self._chips):
            if chip.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self._roving.focus(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._roving.moved_to(event.key()) if self._chips else None
        if at is None:
            super().keyPressEvent(event)
        else:
            self._roving.focus(at)

    def _take_click(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            if not self._several and chip.isChecked():
                for other in self._chips:
                    other.setChecked(other is chip)
            self._roving.stop_at(self._chips.index(chip))
            self.chosen.emit()

    def centre_of(self, value: str) -> QPoint:
        """Where the chip of a value is, in this row: for those who point at it."""
        chip = next(chip for chip in self._chips if chip.option.value == value)
        return chip.geometry().center()
