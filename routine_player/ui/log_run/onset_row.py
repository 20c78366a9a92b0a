"""When pain began: with the first steps, after some minutes, or after the run."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_4, SPACE_8
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.chip import ChipSize, ChoiceChip, ChoiceLook
from routine_player.ui.widgets.roving import Roving

_STEP_MIN, _USUAL_MIN, _MOST_MIN = 1, 10, 999
_TYPED_BASE = 10


class OnsetRow(QWidget):
    """Emits `chosen` when a person answered. Tab stops once, arrows move, Space chooses.

    While the middle answer has the focus, digits type its minutes, + and - change them.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = _USUAL_MIN
        self._is_typing = False
        look, size = ChoiceLook.ANSWER, ChipSize.SMALL
        self._first = ChoiceChip(theme, tr("First steps"), look, size, self)
        self._after = ChoiceChip(theme, "", look, size, self)
        self._later = ChoiceChip(theme, tr("After the run"), look, size, self)
        self._chips = (self._first, self._after, self._later)
        self._fewer = self._stepper(theme, tr("A minute earlier"), "minus", -_STEP_MIN)
        self._more = self._stepper(theme, tr("A minute later"), "plus", _STEP_MIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._first)
        minutes = QHBoxLayout()
        minutes.setSpacing(SPACE_4)
        for part in (self._after, self._fewer, self._more):
            minutes.addWidget(part)
        row.addLayout(minutes)
        row.addWidget(self._later)
        row.addStretch(1)
        for chip in self._chips:
            chip.setAccessibleDescription(question)
            chip.clicked.connect(self._take_click)
        self._after.setToolTip(tr("Type the minutes, or + and -"))
        self._roving = Roving(self._chips)
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def onset_min(self) -> float | None:
        """Minutes into the run; None where nobody said, or after it."""
        if self._first.isChecked():
            return 0.0
        return float(self._minutes) if self._after.isChecked() else None

    @property
    def is_later(self) -> bool:
        """Whether it began after the run."""
        return self._later.isChecked()

    def show_onset(self, onset_min: float | None, *, later: bool) -> None:
        """Show an answer, or none, without telling anybody."""
        after = onset_min is not None and onset_min > 0 and not later
        self._first.setChecked(onset_min is not None and not after and not later)
        self._after.setChecked(after)
        self._later.setChecked(later)
        self._is_typing = False
        self._minutes = max(1, round(onset_min)) if after and onset_min is not None else _USUAL_MIN
        at = next((at for at, chip in enumerate(self._chips) if chip.isChecked()), 0)
        self._roving.stop_at(at)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._roving.moved_to(event.key())
        if at is not None:
            self._is_typing = False
            self._roving.focus(at)
        elif not (self._after.hasFocus() and self._take_key(event)):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        text = event.text()
        if text.isascii() and text.isdecimal():
            typed = self._minutes * _TYPED_BASE if self._is_typing else 0
            self._is_typing = True
            self._choose_minutes(typed % (_MOST_MIN + 1) + int(text))
        elif text in {"+", "-"} and text:
            self._step(_STEP_MIN if text == "+" else -_STEP_MIN)
        else:
            return False
        return True

    def _stepper(self, theme: Theme, label: str, icon: str, step: int) -> Button:
        button = Button(
            theme, label, kind=Kind.QUIET, size=Size.ROW, icon=icon, icon_only=True, parent=self
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._step(step))
        return button

    def _step(self, step: int) -> None:
        self._is_typing = False
        self._choose_minutes(max(1, self._minutes + step))

    def _choose_minutes(self, minutes: int) -> None:
        self._minutes = min(_MOST_MIN, minutes)
        self._choose(self._after)

    def _take_click(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChoiceChip):
            self._is_typing = False
            self._roving.stop_at(self._chips.index(chip))
            if chip.isChecked():
                self._choose(chip)
            else:
                self._say()
                self.chosen.emit()

    def _choose(self, chosen: ChoiceChip) -> None:
        for chip in self._chips:
            chip.setChecked(chip is chosen)
        self._say()
        self.chosen.emit()

    def _say(self) -> None:
        self._after.set_label(tr("After {minutes} min", minutes=self._minutes))
        for stepper in (self._fewer, self._more):
            stepper.setVisible(self._after.isChecked())
