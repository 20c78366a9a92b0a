"""One of many: a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_12
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.painting import middle_square, smooth
from routine_player.ui.widgets.segmented import Option

_CARET = 20


class Choice(QComboBox):
    """A list of options; emits `value_chosen` when a person chooses. `name` says what of."""

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
        self._theme = theme
        self._focus = KeyboardFocus(theme, self)
        for option in options:
            self.addItem(option.label, option.value)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self.activated.connect(self._tell)

    @property
    def value(self) -> str:
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Show another option as chosen; an unknown value is a bug and raises ValueError."""
        at = self.findData(value)
        if at < 0:
            raise ValueError(f"'{value}' is not among the options of '{self.accessibleName()}'.")
        self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a page must not change a setting under the mouse

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        area = QRectF(self.width() - _CARET - SPACE_12, 0, _CARET, self.height())
        with smooth(self) as painter:
            square = middle_square(area, _CARET)
            self._theme.icons.paint(painter, "caret-down", self._theme.colours.ink2, square)

    def _tell(self) -> None:
        self.value_chosen.emit(self.value)
