"""A short line to type into, with its name above, its unit in it, and what is wrong below."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_12
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import smooth

_LONGEST = 200
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Line(QLineEdit):
    """The line, with a unit at its right end. Ctrl Enter is left to the page."""

    def __init__(self, theme: Theme, name: str, unit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = ""
        self._focus = KeyboardFocus(theme, self)
        self.setFont(theme.font(BODY.strong()))
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.set_unit(unit)

    def set_unit(self, unit: str) -> None:
        self._unit = unit
        width = QFontMetrics(self._theme.font(BODY)).horizontalAdvance(unit)
        self.setTextMargins(0, 0, width + SPACE_8 if unit else 0, 0)
        self.describe("")
        self.update()

    def describe(self, wrong: str) -> None:
        """Tell screen readers what is wrong, or else the unit."""
        self.setAccessibleDescription(wrong or self._unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            with smooth(self) as painter:
                painter.setFont(self._theme.font(BODY))
                painter.setPen(self._theme.colours.ink3)
                area = QRectF(self.rect()).adjusted(0, 0, -SPACE_12, 0)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(area, int(right.value), self._unit)


class TypedField(QWidget):
    """Emits `typed` with every change of the text. What is wrong is said until it is changed.

    A `bare` one has its name for those alone who do not see it.
    """

    typed = Signal(str)

    def __init__(  # noqa: PLR0913 - all but the name have a usual value
        self,
        theme: Theme,
        name: str,
        *,
        unit: str = "",
        hint: str = "",
        width: int = 0,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = PlainLabel(theme, name, CAPTION.strong(), "ink3", self)
        self._line = _Line(theme, name, unit, self)
        self._line.setPlaceholderText(hint)
        self._wrong = PlainLabel(theme, "", CAPTION, "error", self, wraps=True)
        self._wrong.hide()
        self._name.setVisible(not bare)
        if bare:
            self._line.setFont(theme.font(BODY))
        if width:
            self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._name)
        column.addWidget(self._line)
        column.addWidget(self._wrong)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._tell)

    @property
    def text(self) -> str:
        return self._line.text().strip()

    @property
    def line(self) -> QLineEdit:
        return self._line

    def set_text(self, text: str) -> None:
        """Show a text, without telling anybody."""
        if text != self._line.text():
            before = self._line.blockSignals(True)
            self._line.setText(text)
            self._line.blockSignals(before)
        self.say_wrong("")

    def set_unit(self, unit: str) -> None:
        """Count in another unit."""
        self._line.set_unit(unit)

    def say_wrong(self, words: str) -> None:
        """Say what is wrong with it; empty for nothing."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self._line.describe(words)

    def _tell(self, text: str) -> None:
        self.say_wrong("")
        self.typed.emit(text)
